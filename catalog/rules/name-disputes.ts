import type { NameDispute } from '../../lib/domain/registration/name-dispute.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import { addMonths, type PlainDate } from '../../lib/domain/time/plain-date.ts';
import { nameProvisions } from '../laws.ts';

export const askingArticles = [nameProvisions('第二十一条第一款')];
export const rulingArticles = [nameProvisions('第二十一条第二款')];

/** 自受理之日起3个月内作出行政裁决. */
const RULING_MONTHS = 3;

/** The last day of the authority to rule on a dispute. */
export const rulingBy = (acceptedOn: PlainDate): PlainDate => addMonths(acceptedOn, RULING_MONTHS);

/** A dispute that is open, by the filing that asked for it. */
export const findNameDispute = (
  { nameDisputes = [] }: EnterpriseEvidence,
  filing: string,
): NameDispute | undefined =>
  nameDisputes.find((dispute) => dispute.filing === filing && dispute.closedOn === undefined);
