import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import type { End } from './end.ts';

/** A document that a step rests on: of the authority itself, or of a court. */
export interface StepDocument {
  readonly number: string;
  readonly decidedOn: PlainDate;
}

/** Why a record should never have stood, or stands no more (行政处罚法 第四十八条: 变更、撤销、确认违法、确认无效). */
export const annulmentGrounds = [
  'changed',
  'revoked',
  'found-unlawful',
  'found-void',
  'wrong-record',
] as const;
export type AnnulmentGround = (typeof annulmentGrounds)[number];

/** Why a granted repair is taken back (信用修复管理办法: 提供虚假材料、违反信用承诺). */
export const revocationGrounds = ['false-materials', 'broken-commitment'] as const;
export type RevocationGround = (typeof revocationGrounds)[number];

/** What can happen to a record (信用记录的变动). Days are days of effect; when it was learned stands with the version. */
export type RecordEvent =
  | { readonly kind: 'published' }
  /** Its content was wrong from the beginning; class and identity stay. */
  | { readonly kind: 'corrected'; readonly reason: string; readonly document?: StepDocument }
  | {
      readonly kind: 'annulled';
      /** The day of the document that annuls. */
      readonly on: PlainDate;
      readonly ground: AnnulmentGround;
      readonly reason: string;
      readonly document: StepDocument;
      /** Up to when every copy has to be out of publication. Here it is so at once. */
      readonly outOfPublicationBy: DueDay;
    }
  | { readonly kind: 'repaired'; readonly on: PlainDate; readonly repair: string }
  | {
      readonly kind: 'repair-revoked';
      readonly on: PlainDate;
      readonly repair: string;
      readonly ground: RevocationGround;
      readonly reason: string;
    }
  /** Out of sight for the time of a reorganisation in bankruptcy; `until` is exclusive, `open` until it is lifted. */
  | {
      readonly kind: 'shielded';
      readonly from: PlainDate;
      readonly until: End;
      readonly document: StepDocument;
    }
  | { readonly kind: 'unshielded'; readonly on: PlainDate; readonly reason: string };
