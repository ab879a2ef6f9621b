import type { PlainDate } from '../time/plain-date.ts';

/** How a dispute about a name ended; the last two are rulings (行政裁决) of the authority. */
export const disputeResults = [
  'mediated',
  'withdrawn',
  'name-changed',
  'to-court',
  'not-infringing',
  'infringing',
] as const;

export type DisputeResult = (typeof disputeResults)[number];

export const isRuling = (result: DisputeResult): boolean =>
  result === 'infringing' || result === 'not-infringing';

/**
 * That another enterprise holds a name to infringe the rights of its own, and asks the authority to deal with it
 * (企业名称登记管理规定 第二十一条). Who asks stands in the filing alone.
 */
export interface NameDispute {
  /** The filing that asked for it. */
  readonly filing: string;
  /** The name said to infringe, whole. */
  readonly name: string;
  readonly acceptedOn: PlainDate;
  readonly closedOn?: PlainDate;
  readonly result?: DisputeResult;
}

interface Disputed {
  readonly nameDisputes?: readonly NameDispute[];
}

/** Disputes that are kept with an enterprise; the filing of each is kept for good. */
const DISPUTES_KEPT = 20;

export const withNameDispute = (
  { nameDisputes = [] }: Disputed,
  dispute: NameDispute,
): readonly NameDispute[] => [...nameDisputes, dispute].slice(-DISPUTES_KEPT);

/** The same with one of them closed. */
export const nameDisputesWith = (
  { nameDisputes = [] }: Disputed,
  filing: string,
  end: Required<Pick<NameDispute, 'closedOn' | 'result'>>,
): readonly NameDispute[] =>
  nameDisputes.map((dispute) => (dispute.filing === filing ? { ...dispute, ...end } : dispute));
