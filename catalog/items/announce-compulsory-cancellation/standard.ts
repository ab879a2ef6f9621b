import { findNotice } from '../../../lib/domain/registration/notice.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { addYears, plainDate } from '../../../lib/domain/time/plain-date.ts';
import { capitalProvisions, civilCode, companyLaw } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { compulsoryRules, NOTICE_DAYS } from '../../rules/compulsory-cancellation.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import type { AnnouncementFacts } from './facts.ts';

const YEARS = 3;

const articles = () => [companyLaw('第二百四十一条第一款'), capitalProvisions('第八条')];

const askedMaterials: readonly AskedMaterial<AnnouncementFacts>[] = [
  {
    id: 'case-file',
    name: {
      zh: '吊销营业执照、责令关闭或者撤销的文件及未申请注销的核查材料',
      en: 'The decision by which it lost licence or registration, and the check that it has not asked to be cancelled',
    },
    articles: [companyLaw('第二百四十一条第一款')],
    needed: always,
  },
];

const rules: readonly Rule<AnnouncementFacts>[] = [
  ...compulsoryRules<AnnouncementFacts>(),
  /* Three years are full once their last day, the corresponding one, is over. */
  defect({
    id: 'compulsory.three-years',
    articles: [...articles(), civilCode('第二百零二条')],
    zh: '自被吊销营业执照、责令关闭或者被撤销之日（{since}）起满三年（至 {until}）未申请注销登记的，才可以公告',
    en: 'Announced only once three years from {since} are full, which they are after {until}',
    check: onEnterprise(({ statusSince }, { evidence: { readOn } }) => {
      const until = addYears(statusSince, YEARS);
      return when(readOn <= until, '/enterprise', { since: statusSince, until });
    }),
  }),
  defect({
    id: 'compulsory.notice-days',
    articles: articles(),
    zh: '公告期限不少于六十日',
    en: 'The notice runs for sixty days or more',
    check: ({ facts: { days } }) => when(days < NOTICE_DAYS, '/days'),
  }),
  defect({
    id: 'compulsory.announced',
    articles: [companyLaw('第二百四十一条第一款')],
    zh: '已经公告（自 {publishedOn} 起）且无异议，无需再次公告',
    en: 'It is announced already (on {publishedOn}), and nobody has objected',
    check: onEnterprise(({ notices }) => {
      const notice = findNotice(notices, 'compulsory-cancellation');
      return notice === undefined || notice.objections > 0
        ? NONE
        : [{ path: '/enterprise', values: { publishedOn: notice.publishedOn } }];
    }),
  }),
  review({
    id: 'compulsory.objected-before',
    articles: [companyLaw('第二百四十一条第一款')],
    admits: ['register', 'return'],
    zh: '前次公告（自 {publishedOn} 起）期间有异议：应当核实异议是否已经消除',
    en: 'Somebody objected to the notice before (of {publishedOn}): judge whether that is settled',
    check: onEnterprise(({ notices }) => {
      const notice = findNotice(notices, 'compulsory-cancellation');
      return notice === undefined || notice.objections === 0
        ? NONE
        : [{ path: '/enterprise', values: { publishedOn: notice.publishedOn } }];
    }),
  }),
  ...materialRules(askedMaterials),
  exOfficioRule(articles(), {
    zh: '应当由另一名工作人员核实公司未申请注销、未在清算或者破产程序中后公告',
    en: 'Another officer checks that the company has not asked to be cancelled and is neither in liquidation nor in bankruptcy',
  }),
];

export const standard202502: Standard<AnnouncementFacts> = {
  item: 'announce-compulsory-cancellation',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits(articles()),
};
