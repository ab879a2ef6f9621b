import { findNotice } from '../../../lib/domain/registration/notice.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { addDays, plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { compulsoryRules, NOTICE_DAYS } from '../../rules/compulsory-cancellation.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE, when } from '../../rules/rule.ts';
import type { CancellationFacts } from './facts.ts';

const articles = () => [companyLaw('第二百四十一条第一款')];

const askedMaterials: readonly AskedMaterial<CancellationFacts>[] = [
  {
    id: 'record-of-notice',
    name: { zh: '公告及异议情况记录', en: 'Record of the notice and of what was objected' },
    articles: articles(),
    needed: always,
  },
];

const rules: readonly Rule<CancellationFacts>[] = [
  ...compulsoryRules<CancellationFacts>(),
  defect({
    id: 'compulsory.not-announced',
    articles: articles(),
    zh: '尚未通过国家企业信用信息公示系统公告',
    en: 'It was not announced in the publicity system',
    check: onEnterprise(({ notices }) =>
      when(findNotice(notices, 'compulsory-cancellation') === undefined, '/enterprise'),
    ),
  }),
  defect({
    id: 'compulsory.notice-running',
    articles: articles(),
    zh: '公告期限尚未届满（至 {endsOn}）',
    en: 'The notice runs until {endsOn}',
    check: onEnterprise(({ notices }, { evidence: { readOn } }) => {
      const notice = findNotice(notices, 'compulsory-cancellation');
      if (notice === undefined) return NONE;
      const { publishedOn, endsOn: kept } = notice;
      const least = addDays(publishedOn, NOTICE_DAYS);
      const endsOn = kept < least ? least : kept;
      return when(readOn <= endsOn, '/enterprise', { endsOn });
    }),
  }),
  defect({
    id: 'compulsory.objection',
    articles: articles(),
    zh: '公告期间有异议的，不得强制注销',
    en: 'Somebody objected: it is not cancelled by office',
    check: onEnterprise(({ notices }, { facts }) => {
      const { objections = 0 } = findNotice(notices, 'compulsory-cancellation') ?? {};
      return when(
        objections > 0 || facts.objectionsReceived,
        facts.objectionsReceived ? '/objectionsReceived' : '/enterprise',
      );
    }),
  }),
  ...materialRules(askedMaterials),
  exOfficioRule([companyLaw('第二百四十一条第一款'), companyLaw('第二百四十一条第二款')], {
    zh: '应当由另一名工作人员核实公告期满无异议、公司未申请注销后注销；原公司股东、清算义务人的责任不受影响',
    en: 'Another officer checks that the notice is over, nobody objected and the company has not asked itself; what shareholders and liquidators are liable for stays',
  }),
];

export const standard202502: Standard<CancellationFacts> = {
  item: 'cancel-compulsorily',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits(articles()),
};
