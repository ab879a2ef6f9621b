import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import {
  type ChangeFacts,
  changeRegistrationFacts,
  deriveChange,
  type FiledChange,
  placeIn,
} from './facts.ts';
import { branchClaim, registeredChange } from './outcome.ts';
import { asked } from './persons.ts';
import { standard202502 } from './standard.ts';

/** 变更登记, of every type. */
export const changeRegistration: Item<FiledChange, ChangeFacts> = {
  id: 'change-registration',
  kind: 'registration',
  name: { zh: '变更登记', en: 'Change of what is registered' },
  guidance: [
    {
      zh: '需要缴回纸质营业执照正、副本的，在提交申请时一并缴回；涉及营业执照记载事项的，换发营业执照',
      en: 'Hand in the paper licence with the application; where what it carries changes, a new one is issued',
    },
    {
      zh: '跨登记机关辖区迁移办理迁移；个体工商户变更经营者办理变更经营者登记；章程、董事、监事、高级管理人员、经营期限等备案事项另行备案',
      en: 'A move to the area of another authority is a migration; a new operator of an individual business has an item of its own; articles, directors, supervisors, senior managers and the term have a filing of their own',
    },
    {
      zh: '公司变更类型（change-company-type）、非公司企业法人改制为公司（restructure-into-company）、个体工商户转型为企业（convert-individual-business-into-…）按拟变更类型的设立条件办理，各有其事项',
      en: 'Another type of company (change-company-type), restructuring into a company (restructure-into-company) and an individual business turning into an enterprise (convert-individual-business-into-…) follow the conditions of that type, each by an item of its own',
    },
    {
      zh: '人民法院或者登记机关认定企业名称应当停止使用的，自收到文书或者决定之日起三十日内变更名称',
      en: 'A name that a court or the authority orders to stop is changed within 30 days of receiving that',
    },
    {
      zh: '法定代表人受到任职资格限制，或者因通过登记的住所无法取得联系被列入经营异常名录的，在申请其他变更登记时一并变更法定代表人或者住所',
      en: 'A legal representative who may no longer hold office, or a place at which the enterprise could not be reached and for which it is on the list of abnormal operations, is changed with whatever else changes',
    },
    {
      zh: '公司调整认缴和实缴的出资额、出资方式、出资期限的，自信息产生之日起二十个工作日内向社会公示',
      en: 'What shareholders subscribe and pay, and by when, is published by the company within 20 working days',
    },
  ],
  filed: changeRegistrationFacts,
  standards: [standard202502],
  matter: ({ enterprise, changes }) => {
    const division = placeIn(changes)?.[1].division;
    return { about: 'enterprise', code: enterprise, ...(division !== undefined && { movesTo: division }) };
  },
  derive: deriveChange,
  claimedName: ({ changes: { name, branchName } }) => {
    if (name !== undefined) return claimedNameOf(name);
    return branchName === undefined ? undefined : branchClaim(branchName);
  },
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: registeredChange,
};
