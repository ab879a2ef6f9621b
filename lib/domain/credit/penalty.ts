/** Kinds of administrative penalty, and of orders that count beside them (行政处罚法 第九条). */
export const penaltyKinds = [
  'warning',
  'public-criticism',
  'fine',
  'confiscation',
  'licence-suspended',
  'grade-lowered',
  'licence-revoked',
  'business-licence-revoked',
  'activity-restricted',
  'business-halted',
  'ordered-to-close',
  'profession-restricted',
  'detention',
  'other',
] as const;
export type PenaltyKind = (typeof penaltyKinds)[number];

/** Fields in which a breach stays longer on record (食品、药品、特种设备). */
export const penaltyFields = ['food', 'medicine', 'special-equipment'] as const;
export type PenaltyField = (typeof penaltyFields)[number];

/** What the document of a penalty says, as far as its severity follows from it. */
export interface Penalty {
  readonly kinds: readonly PenaltyKind[];
  /** Of the fine, in fen. */
  readonly fineFen?: number;
  /** Imposed on the spot by the simple procedure (简易程序, 行政处罚法 第五十一条). */
  readonly simpleProcedure?: boolean;
  readonly field?: PenaltyField;
}
