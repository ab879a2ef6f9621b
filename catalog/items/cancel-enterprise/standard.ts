import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import {
  bankruptcyLaw,
  civilCode,
  companyLaw,
  cooperativeLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
  soleProprietorshipLaw,
} from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { branchesFirst, licenceUnreturned } from '../../rules/ending.ts';
import { enterpriseRules, onEnterprise, STANDING } from '../../rules/enterprise.ts';
import { materialRules } from '../../rules/materials.ts';
import { defect, review, when } from '../../rules/rule.ts';
import { inRole, stepRules } from '../../rules/step.ts';
import { mayEndBy } from './causes.ts';
import type { CancellationFacts } from './facts.ts';
import { liquidationRules } from './liquidation.ts';
import { askedMaterials, byCourt, materials } from './materials.ts';
import { mergerRules } from './merger.ts';

/** Who may sign beside the head, as what they say they are; all but the head of a published group by a document. */
function signers(facts: CancellationFacts, enterprise: EnterpriseEvidence): ReadonlySet<string> {
  const { signsAs, signedBy, liquidation, cause } = facts;
  const isOwned = enterprise.type === 'sole-proprietorship' || enterprise.type === 'individual-business';
  const may = {
    head: false,
    'liquidation-head': inRole(facts, enterprise, 'liquidation-head').has(signedBy),
    'court-appointed': liquidation.kind === 'court' || liquidation.kind === 'bankruptcy',
    successor: cause === 'owner-died' && isOwned,
    parent: enterprise.type === 'branch',
  } as const satisfies Record<typeof signsAs, boolean>;
  return new Set(may[signsAs] ? [signedBy] : []);
}

const causeRules: readonly Rule<CancellationFacts>[] = [
  defect({
    id: 'cancellation.cause',
    articles: [
      registrationRegulation('第三十一条第一款'),
      companyLaw('第二百二十九条第一款'),
      partnershipLaw('第八十五条'),
      soleProprietorshipLaw('第二十六条'),
      cooperativeLaw('第四十八条第一款'),
      civilCode('第六十九条'),
    ],
    zh: '该类型的经营主体（{typeName}）不因该原因终止',
    en: 'An enterprise of this type ({typeName}) does not end by this cause',
    check: onEnterprise(({ type, typeName }, { facts }) =>
      when(!mayEndBy(type, facts.cause), '/cause', { typeName }),
    ),
  }),
  review({
    id: 'cancellation.other-cause',
    articles: [registrationRegulation('第三十一条第一款')],
    admits: ['register', 'return', 'refuse'],
    zh: '因其他法定事由终止的，应当核实其依据',
    en: 'It ends by another cause of law: confirm which',
    check: ({ facts: { cause } }) => when(cause === 'other-by-law', '/cause'),
  }),
  review({
    id: 'cancellation.not-revoked-here',
    articles: [implementingRules('第四十六条第一款第二项')],
    admits: ['register', 'return'],
    zh: '登记信息中没有吊销营业执照、责令关闭或者撤销的记载，应当核对有关文件',
    en: 'The register knows of no revocation or closure: confirm the document',
    check: onEnterprise(({ status }, { facts: { cause } }) =>
      when(cause === 'revoked-or-closed' && status === 'registered', '/cause'),
    ),
  }),
  review({
    id: 'cancellation.term-not-ended',
    articles: [companyLaw('第二百二十九条第一款第一项'), partnershipLaw('第八十五条第一项')],
    admits: ['register', 'return'],
    zh: '登记信息中的经营（合伙）期限尚未届满，应当核对',
    en: 'By the register its term has not ended: confirm it',
    check: onEnterprise(({ termEnds }, { facts: { cause }, on }) =>
      when(cause === 'term-ended' && (termEnds === undefined || on < termEnds), '/cause'),
    ),
  }),
];

const rules: readonly Rule<CancellationFacts>[] = [
  ...enterpriseRules<CancellationFacts>({ statuses: STANDING }),
  ...causeRules,
  branchesFirst(),
  ...liquidationRules,
  ...mergerRules,
  ...stepRules<CancellationFacts>({
    signerArticles: [
      implementingRules('第十五条第一款'),
      registrationRegulation('第三十二条第二款'),
      registrationRegulation('第三十四条'),
      companyLaw('第二百三十九条'),
      partnershipLaw('第九十条'),
      soleProprietorshipLaw('第三十二条'),
      cooperativeLaw('第四十九条'),
    ],
    orElse: signers,
  }),
  review({
    id: 'cancellation.signed-by-document',
    articles: [registrationRegulation('第三十四条'), implementingRules('第四十六条第二款')],
    admits: ['register', 'return'],
    zh: '{person} 以清算人、破产管理人、继承人或者所属企业的身份签署：应当核对其身份文件',
    en: '{person} signs as appointed by a court, as successor or for the parent: confirm by which document',
    check: onEnterprise((enterprise, { facts }) => {
      const { signsAs, signedBy } = facts;
      const byDocument = signsAs !== 'head' && signsAs !== 'liquidation-head';
      return when(byDocument && signers(facts, enterprise).has(signedBy), '/signsAs', { person: signedBy });
    }),
  }),
  /* Otherwise whoever says that a court liquidated it would be spared the notices to creditors, seen by nobody. */
  review({
    id: 'cancellation.court-liquidators',
    articles: [registrationRegulation('第三十四条'), bankruptcyLaw('第一百二十一条')],
    admits: ['register', 'return'],
    zh: '人民法院裁定强制清算或者宣告破产的，由清算组、破产管理人申请：应当核对人民法院的裁定和 {person} 的身份',
    en: 'After a liquidation by court its liquidators or administrator apply: confirm the court’s ruling, and as what {person} signs',
    check: ({ facts }) =>
      when(byCourt(facts) && facts.signsAs !== 'court-appointed', '/signsAs', { person: facts.signedBy }),
  }),
  ...materialRules(askedMaterials),
  licenceUnreturned(),
];

export const standard202502: Standard<CancellationFacts> = {
  item: 'cancel-enterprise',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: 30,
      from: {
        zh: '清算结束之日；依法不需要清算的，作出决定之日',
        en: 'the end of the liquidation, or the decision where there is none',
      },
      articles: [
        registrationRegulation('第三十二条第二款'),
        implementingRules('第四十四条'),
        partnershipLaw('第九十条'),
        soleProprietorshipLaw('第三十二条'),
      ],
    },
    {
      days: 15,
      from: {
        zh: '清算结束之日（合伙企业、个人独资企业）',
        en: 'the end of the liquidation (partnerships, sole proprietorships)',
      },
      articles: [partnershipLaw('第九十条'), soleProprietorshipLaw('第三十二条')],
    },
    {
      days: 10,
      from: { zh: '破产程序终结之日', en: 'the end of bankruptcy proceedings' },
      articles: [bankruptcyLaw('第一百二十一条')],
    },
  ],
};
