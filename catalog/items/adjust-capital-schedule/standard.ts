import type { Material, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { capitalProvisions, companyLaw, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { companyContributionRules } from '../../rules/companies/contributions.ts';
import { type Asked, creditRules, provenAmong } from '../../rules/credit.ts';
import { enterpriseRules, signerRules } from '../../rules/enterprise.ts';
import { agentAuthorisation } from '../../rules/establishment-materials.ts';
import { identityRules } from '../../rules/identity.ts';
import {
  type AskedMaterial,
  always,
  citizenIdentity,
  materialRules,
  materialsOf,
} from '../../rules/materials.ts';
import { personRules, type Reference } from '../../rules/persons.ts';
import { personsAmong, referencesAmong } from '../filed-investor.ts';
import type { MaterialKind, ScheduleFacts } from './facts.ts';
import { scheduled, scheduleRules } from './rules-schedule.ts';
import { filedWithin } from './rules-time.ts';

const askedMaterials: readonly AskedMaterial<ScheduleFacts, MaterialKind>[] = [
  {
    id: 'application-form',
    name: { zh: '备案申请书', en: 'Application to put this on file' },
    articles: [registrationRegulation('第十六条第一款第一项')],
    needed: always,
  },
  {
    id: 'amended-articles',
    name: {
      zh: '修改后的公司章程或者章程修正案（记载调整后的出资期限）',
      en: 'The articles of association as amended, with the new terms',
    },
    articles: [capitalProvisions('第二条第一款'), companyLaw('第四十六条第一款第五项')],
    /* What was paid, and a term that stays, are no change of the articles. */
    needed: (facts, enterprise) =>
      enterprise === undefined ||
      scheduled(enterprise, facts).some(({ entry, member }) => entry.payBy !== member?.payBy),
    when: { zh: '调整出资期限的', en: 'where a term changes' },
  },
  {
    id: 'consent-document',
    name: {
      zh: '国务院市场监督管理部门同意按原出资期限出资的文件',
      en: 'Consent of the market regulator of the State to the original term',
    },
    articles: [capitalProvisions('第二条第二款')],
    needed: ({ consent }) => consent !== undefined,
    when: { zh: '按原出资期限出资的', en: 'where the original term is to stay' },
  },
  agentAuthorisation(),
];

const references = ({ signedBy, agent, schedule }: ScheduleFacts): readonly Reference[] => [
  { path: '/signedBy', ref: signedBy },
  ...(agent === undefined ? [] : [{ path: '/agent', ref: agent }]),
  ...referencesAmong('/schedule', schedule),
];

/** 实施细则 第十六条第一款: who signs, the agent, and the shareholders or promoters whose term it is. */
const toBeVerified = ({ signedBy, agent, schedule }: ScheduleFacts): ReadonlySet<string> =>
  new Set([signedBy, ...(agent === undefined ? [] : [agent]), ...personsAmong(schedule)]);

export const asked = (facts: ScheduleFacts): readonly Asked[] => provenAmong(facts, toBeVerified(facts));

/** In force since 公司登记管理实施办法 (SAMR order 95) is. */
export const standard202502: Standard<ScheduleFacts> = {
  item: 'adjust-capital-schedule',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity] satisfies readonly Material[]),
  rules: [
    ...enterpriseRules<ScheduleFacts>({
      types: ['limited-company', 'joint-stock-company'],
      typeArticles: [capitalProvisions('第二条第一款'), companyLaw('第二百六十六条第二款')],
    }),
    ...signerRules<ScheduleFacts>(),
    ...scheduleRules,
    ...companyContributionRules<ScheduleFacts>({
      at: '/schedule',
      of: ({ schedule }) => schedule.map(({ methods = [] }) => ({ methods })),
    }),
    ...personRules<ScheduleFacts>(references),
    ...identityRules<ScheduleFacts>(toBeVerified),
    ...materialRules(askedMaterials),
    ...creditRules<ScheduleFacts>({ asked }),
  ],
  limits: registrationLimits,
  filedWithin,
};
