import { findNotice, isRunning } from '../../../lib/domain/registration/notice.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { type PlainDate, plainDate } from '../../../lib/domain/time/plain-date.ts';
import {
  civilCode,
  companyLaw,
  cooperativeLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
} from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules, onEnterprise } from '../../rules/enterprise.ts';
import { isLate } from '../../rules/last-day.ts';
import type { Lens } from '../../rules/lens.ts';
import { materialRules } from '../../rules/materials.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import { type SimplePart, simpleCancellationRules } from '../../rules/simple-cancellation.ts';
import { stepRules } from '../../rules/step.ts';
import type { NoticeFacts } from './facts.ts';
import { groupRules, groupSigners } from './group.ts';
import { askedMaterials, materials } from './materials.ts';
import { noticeTerms } from './terms.ts';

type Part = NoticeFacts['notice'];

export const simplePart: Lens<NoticeFacts, SimplePart> = {
  at: '/notice',
  of: ({ notice }) => (notice.kind === 'simple-cancellation' ? notice : undefined),
};

/** Days that a notice tells of, by their field. */
function daysTold(notice: Part): readonly (readonly [field: string, day: PlainDate])[] {
  switch (notice.kind) {
    case 'capital-reduction':
    case 'merger-or-division':
      return [['decidedOn', notice.decidedOn]];
    case 'liquidation-group':
      return [
        ['causeOn', notice.causeOn],
        ['formedOn', notice.formedOn],
      ];
    case 'creditors':
      return [['formedOn', notice.formedOn]];
    case 'simple-cancellation':
    case 'licence-lost':
      return [];
  }
}

const references = ({ notice }: NoticeFacts) => {
  if (notice.kind === 'liquidation-group')
    return [
      { path: '/notice/head', ref: notice.head },
      ...notice.members.map((ref, index) => ({ path: `/notice/members/${index}`, ref })),
    ];
  return notice.kind === 'simple-cancellation'
    ? notice.commitment.flatMap((one, index) =>
        one.kind === 'person' ? [{ path: `/notice/commitment/${index}/person`, ref: one.person }] : [],
      )
    : [];
};

/** Whoever commits themselves for the whole (实施细则 第十六条第一款第二项、第三项). */
const verified = ({ notice }: NoticeFacts) =>
  notice.kind === 'simple-cancellation'
    ? notice.commitment.flatMap((one) => (one.kind === 'person' ? [one.person] : []))
    : [];

const rules: readonly Rule<NoticeFacts>[] = [
  ...enterpriseRules<NoticeFacts>({
    types: ({ notice }) => noticeTerms[notice.kind].types,
    typeArticles: [
      registrationRegulation('第三十三条第三款'),
      implementingRules('第二十一条第一款'),
      implementingRules('第三十六条第三款'),
      implementingRules('第四十五条'),
    ],
    statuses: ({ notice }) => noticeTerms[notice.kind].statuses,
    statusArticles: [
      registrationRegulation('第三十一条第一款'),
      registrationRegulation('第三十三条第四款'),
      implementingRules('第四十八条第四项'),
    ],
  }),
  defect({
    id: 'notice.runs-already',
    articles: [
      implementingRules('第四十九条第一款'),
      implementingRules('第三十六条第三款'),
      implementingRules('第二十一条第一款'),
      implementingRules('第四十五条'),
    ],
    zh: '同类公告正在公示（{publishedOn} 至 {endsOn}），应当先撤回',
    en: 'A notice of the kind runs already ({publishedOn} to {endsOn}): it has to be withdrawn first',
    /* By the day the register was read: another may have come about while this one was in review. */
    check: onEnterprise(({ notices }, { facts, evidence: { readOn } }) => {
      const latest = findNotice(notices, facts.notice.kind);
      if (latest === undefined || !isRunning(latest, readOn)) return NONE;
      const { publishedOn, endsOn } = latest;
      return [{ path: '/notice', values: { publishedOn, endsOn } }];
    }),
  }),
  defect({
    id: 'notice.day-to-come',
    articles: [
      companyLaw('第二百二十条'),
      companyLaw('第二百二十四条第二款'),
      implementingRules('第四十五条'),
    ],
    zh: '公告所述的日期（{day}）尚未到来',
    en: 'What the notice tells of has not come about yet: {day}',
    check: ({ facts: { notice }, on }) =>
      daysTold(notice)
        .filter(([, day]) => day > on)
        .map(([field, day]) => ({ path: `/notice/${field}`, values: { day } })),
  }),
  note({
    id: 'notice.reduction-late',
    articles: [companyLaw('第二百二十四条第二款'), companyLaw('第二百二十五条第二款')],
    zh: '应当自股东会作出减少注册资本决议之日（{decidedOn}）起三十日内公告',
    en: 'A reduction of capital has to be published within thirty days of the resolution ({decidedOn})',
    check: ({ facts: { notice }, on }) =>
      notice.kind === 'capital-reduction'
        ? when(isLate(notice.decidedOn, 30, on), '/notice/decidedOn', { decidedOn: notice.decidedOn })
        : NONE,
  }),
  note({
    id: 'notice.merger-late',
    articles: [companyLaw('第二百二十条'), companyLaw('第二百二十二条第二款')],
    zh: '应当自作出合并、分立决议之日（{decidedOn}）起三十日内公告',
    en: 'A merger or division has to be published within thirty days of the resolution ({decidedOn})',
    check: onEnterprise(({ type }, { facts: { notice }, on }) =>
      notice.kind === 'merger-or-division' && noticeTerms['capital-reduction'].types.includes(type)
        ? when(isLate(notice.decidedOn, 30, on), '/notice/decidedOn', { decidedOn: notice.decidedOn })
        : NONE,
    ),
  }),
  note({
    id: 'notice.creditors-late',
    articles: [
      companyLaw('第二百三十五条第一款'),
      partnershipLaw('第八十八条第一款'),
      cooperativeLaw('第五十条第一款'),
      civilCode('第七十一条'),
    ],
    zh: '应当自清算组成立（清算人被确定）之日（{formedOn}）起六十日内公告债权人',
    en: 'Creditors have to be told by notice within sixty days of the forming of the group ({formedOn})',
    check: onEnterprise(({ type }, { facts: { notice }, on }) =>
      notice.kind === 'creditors' && type !== 'sole-proprietorship'
        ? when(isLate(notice.formedOn, 60, on), '/notice/formedOn', { formedOn: notice.formedOn })
        : NONE,
    ),
  }),
  ...groupRules,
  ...simpleCancellationRules(simplePart),
  ...stepRules<NoticeFacts>({
    signerArticles: [implementingRules('第十五条第一款'), registrationRegulation('第三十二条第一款')],
    orElse: groupSigners,
    references,
    verified,
  }),
  ...materialRules(askedMaterials),
];

export const standard202502: Standard<NoticeFacts> = {
  item: 'publish-notice',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: 30,
      from: {
        zh: '作出合并、分立、减少注册资本决议之日（公司）',
        en: 'the resolution on a merger, a division or a reduction of capital (companies)',
      },
      articles: [
        companyLaw('第二百二十条'),
        companyLaw('第二百二十二条第二款'),
        companyLaw('第二百二十四条第二款'),
      ],
    },
    {
      days: 10,
      from: { zh: '清算组成立之日（清算组公告）', en: 'the forming of the liquidation group (its members)' },
      articles: [registrationRegulation('第三十二条第一款'), implementingRules('第四十五条')],
    },
    {
      days: 60,
      from: { zh: '清算组成立之日（债权人公告）', en: 'the forming of the liquidation group (creditors)' },
      articles: [
        companyLaw('第二百三十五条第一款'),
        partnershipLaw('第八十八条第一款'),
        cooperativeLaw('第五十条第一款'),
      ],
    },
  ],
};
