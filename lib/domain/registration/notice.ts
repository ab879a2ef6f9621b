import { addDays, type PlainDate } from '../time/plain-date.ts';

/** What a notice in the publicity system (国家企业信用信息公示系统) is about. */
export const noticeKinds = [
  'simple-cancellation',
  'capital-reduction',
  'merger-or-division',
  'liquidation-group',
  'creditors',
  'compulsory-cancellation',
  'false-registration',
  'licence-lost',
  /* What a department objects to is told it by the registrar, not by a notice: kept like one (条例 第三十三条第三款). */
  'department-objection',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** A public notice about an enterprise (公告). Whether it runs is judged when read. */
export interface Notice {
  /** The filing that brought it. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly publishedOn: PlainDate;
  /** The last day on which objections count, inclusive. */
  readonly endsOn: PlainDate;
  readonly objections: number;
  readonly withdrawnOn?: PlainDate;
}

/**
 * The last day of a notice of so many days: the day of publication is not counted (民法典 第二百零一条). A notice runs
 * in calendar days and ends on its own day, be it a rest day or not.
 */
export const noticeEnd = (publishedOn: PlainDate, days: number): PlainDate => addDays(publishedOn, days);

/** The latest notice of a kind that was not withdrawn. */
export const findNotice = (notices: readonly Notice[], kind: NoticeKind): Notice | undefined =>
  notices.findLast((notice) => notice.kind === kind && notice.withdrawnOn === undefined);

export const isRunning = ({ publishedOn, endsOn, withdrawnOn }: Notice, on: PlainDate): boolean =>
  withdrawnOn === undefined && publishedOn <= on && on <= endsOn;

/** Notices that are kept with an enterprise beside those that count; every notice's filing is kept for good. */
const PAST_NOTICES_KEPT = 40;

/** Of what is over the oldest falls off: what runs, and the latest of each kind, stays whatever else is published. */
export function boundedNotices(notices: readonly Notice[], on: PlainDate): readonly Notice[] {
  const counts = (notice: Notice) => findNotice(notices, notice.kind) === notice || isRunning(notice, on);
  const past = notices.filter((notice) => !counts(notice));
  const dropped = new Set(past.slice(0, Math.max(0, past.length - PAST_NOTICES_KEPT)));
  return dropped.size === 0 ? notices : notices.filter((notice) => !dropped.has(notice));
}
