import * as z from 'zod/mini';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Case, Rule, Violation } from '../../lib/domain/standard/standard.ts';
import type { AppliedMeasure, StandingEvidence } from '../../lib/domain/subject/standing-evidence.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { checkedOnce, provenance, text } from '../checked.ts';
import { TOLERANCE_COMMITMENT } from '../items/filed-shapes.ts';
import { registrationRegulation } from '../laws.ts';
import data from './data/incentives.json' with { type: 'json' };
import { NONE, note } from './rule.ts';

/** Rows of the incentive list that bear on registration. */
export const TOLERANCE = 'tolerant-acceptance';
export const GREEN_CHANNEL = 'green-channel';

const days = z.int().check(z.minimum(1), z.maximum(60));
const read = checkedOnce(
  'rules/data/incentives.json',
  z.strictObject({
    provenance,
    departmentRules: z.array(text),
    followWorkingDays: days,
    greenReviewWorkingDays: days,
  }),
  data,
);

/** How soon a filing on the green channel is promised to be decided; law's own limit stands behind it. */
export const greenReviewWorkingDays = (): number => read().greenReviewWorkingDays;

/**
 * Whether a material may follow later (容缺受理): never one that a law or a regulation of the State Council demands, so
 * only where every article that asks for it is of a department's rules. What is not known to be one is law.
 */
export const mayFollow = ({ articles }: { readonly articles: readonly Article[] }): boolean =>
  articles.length > 0 && articles.every(({ law }) => read().departmentRules.includes(law));

/** For whom incentives count: all of those who apply, or nobody. */
export interface IncentivesFor<Facts> {
  readonly applicants: (facts: Facts) => readonly SubjectKey[];
}

interface WithMaterials {
  readonly materials: readonly { readonly kind: string }[];
}

export const isCommitted = ({ materials }: WithMaterials): boolean =>
  materials.some(({ kind }) => kind === TOLERANCE_COMMITMENT);

/** What each of them has of a row; nothing where one has it not, or where anything speaks against or is uncertain. */
function heldByAll(
  applicants: readonly SubjectKey[],
  standings: readonly StandingEvidence[],
  row: string,
  certain: (standing: StandingEvidence) => boolean,
): readonly AppliedMeasure[] {
  const held = applicants.map((subject) =>
    standings
      .filter((standing) => standing.subject === subject && certain(standing))
      .flatMap(({ incentives = [] }) => incentives)
      .find((incentive) => incentive.row === row),
  );
  return held.every((incentive) => incentive !== undefined) ? held : [];
}

const explained = (held: readonly AppliedMeasure[], row: string): NonNullable<Violation['values']> => ({
  row,
  records: [...new Set(held.flatMap(({ records }) => records))].slice(0, 3),
  articles: [
    ...new Set(held.flatMap(({ articles }) => articles.map(({ law, article }) => `${law} ${article}`))),
  ],
});

/** Why a material may follow, as values of a finding; `undefined` where it may not. */
export function toleranceOf<Facts extends WithMaterials>(
  { facts, evidence: { incentives = [] } }: Case<Facts>,
  { applicants }: IncentivesFor<Facts>,
): Violation['values'] | undefined {
  if (!isCommitted(facts)) return undefined;
  /* On the serious list nobody is tolerated, and whether somebody is on it has to be certain. */
  const held = heldByAll(applicants(facts), incentives, TOLERANCE, ({ verdict }) => verdict === 'clear');
  if (held.length === 0) return undefined;
  return { ...explained(held, TOLERANCE), days: read().followWorkingDays };
}

/** Told apart: it makes nothing clear that is not, and the standard decides as it would without. */
export const greenChannelRule = <Facts>({ applicants }: IncentivesFor<Facts>): Rule<Facts> =>
  note({
    id: 'incentives.green-channel',
    articles: [registrationRegulation('第六条第二款')],
    zh: '申请人为守信红名单主体（信用记录 {records}，激励措施 {row}，依据 {articles}），适用绿色通道，需审查的优先办理',
    en: 'The applicants are on a red list (records {records}, incentive {row}, {articles}): what has to be examined is examined first',
    check: ({ facts, evidence: { standings } }) => {
      if (standings === 'not-read') return NONE;
      const held = heldByAll(
        applicants(facts),
        standings,
        GREEN_CHANNEL,
        ({ verdict, measures }) => verdict !== 'hit' && measures.length === 0,
      );
      return held.length === 0 ? NONE : [{ path: '', values: explained(held, GREEN_CHANNEL) }];
    },
  });

/** A standing as it would be were everything granted: to see beforehand whether asking can change anything. */
export const supposedly = (subject: SubjectKey, readAt: StandingEvidence['readAt']): StandingEvidence => ({
  subject,
  verdict: 'clear',
  measures: [],
  incentives: [{ row: TOLERANCE, articles: [], records: [] }],
  coverage: [],
  lookup: '',
  readAt,
});
