import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { FilingEventType, Remedy } from './filing.ts';
import type { FilingStep } from './filing-step.ts';
import { awaitedOf, type FollowUp } from './follow-up.ts';

/** `by-office`: a step an authority took by its office, as those whom it concerns are told. */
export const inboxNoticeKinds = [
  'accepted',
  'returned',
  'registered',
  'refused',
  'extended',
  'withdrawn',
  'file-handed-over',
  'by-office',
  'materials-promised',
  'materials-due',
  'materials-overdue',
  'materials-complete',
  'materials-not-handed-in',
] as const;
export type InboxNoticeKind = (typeof inboxNoticeKinds)[number];

/**
 * What somebody is told of a step of a filing (通知), as data: the text is made when it is read, in the reader's language.
 * Not the notice of an enterprise to the public (公告).
 */
export interface InboxNotice {
  readonly kind: InboxNoticeKind;
  readonly at: Instant;
  readonly filing: string;
  /** The version of the filing that the step made; of what was promised with one, the version of that. */
  readonly version: number;
  readonly item: string;
  /** The authority that decides; of a file that was handed over, the one that handed it over. */
  readonly authority: string;
  readonly enterprise?: string;
  readonly dueOn?: PlainDate;
  /** How many findings it was returned with. */
  readonly findings?: number;
  /** How many materials are awaited that were promised with it. */
  readonly awaited?: number;
  /** Number of the licence that was issued. */
  readonly licence?: number;
  readonly reservedUntil?: PlainDate;
  readonly remedies?: readonly Remedy[];
}

/** A notice and whose inbox it goes to: that of a caller, or of a subject. */
export interface AddressedNotice {
  readonly owner: string | SubjectKey;
  readonly notice: InboxNotice;
}

/** An applicant is told of what was decided, and not of what an authority only thinks about, nor which officer does. */
const kindOf: Readonly<Record<FilingEventType, InboxNoticeKind | undefined>> = {
  FilingAccepted: 'accepted',
  FilingReturned: 'returned',
  FilingRegistered: 'registered',
  FilingRefused: 'refused',
  FilingWithdrawn: 'withdrawn',
  FilingClaimed: undefined,
  FilingHandedOver: undefined,
  ExtensionProposed: undefined,
  ExtensionApproved: 'extended',
  ExtensionDeclined: undefined,
};

function detailsOf(kind: InboxNoticeKind, step: FilingStep): Partial<InboxNotice> {
  const { due, defects, toJudge, registration, ruling } = step;
  switch (kind) {
    case 'accepted':
    case 'extended':
      return due === undefined ? {} : { dueOn: due.dueOn };
    case 'returned':
      return { findings: defects + toJudge };
    case 'registered':
      return {
        ...(registration?.licence !== undefined && { licence: registration.licence }),
        ...(registration?.reservedUntil !== undefined && { reservedUntil: registration.reservedUntil }),
      };
    case 'refused':
      return ruling?.remedies === undefined ? {} : { remedies: ruling.remedies };
    default:
      return {};
  }
}

/** Who is told what of one step. A kind of step that is not known here is told to nobody. */
export function noticesOf(step: FilingStep): readonly AddressedNotice[] {
  const { at, filing, version, item, decidedBy: authority, enterprise, submittedBy, concerned = [] } = step;
  const told = { at, filing, version, item, authority, ...(enterprise !== undefined && { enterprise }) };
  const kind = kindOf[step.type];
  const own: readonly AddressedNotice[] =
    kind === undefined ? [] : [{ owner: submittedBy, notice: { kind, ...told, ...detailsOf(kind, step) } }];
  return [
    ...own,
    ...concerned.map((owner): AddressedNotice => ({ owner, notice: { kind: 'by-office', ...told } })),
  ];
}

/** A filing by which an enterprise moved, once the authority it left has handed its file over. */
export interface HandedOver {
  readonly id: string;
  readonly version: number;
  readonly item: string;
  readonly submittedBy: string;
  readonly registration: {
    readonly code?: string;
    readonly handover: { readonly from: string; readonly closedAt: Instant };
  };
}

/** Whoever moved an enterprise is told that its file has followed. */
export function noticeOfHandover({
  id,
  version,
  item,
  submittedBy,
  registration,
}: HandedOver): AddressedNotice {
  const { code, handover } = registration;
  return {
    owner: submittedBy,
    notice: {
      kind: 'file-handed-over',
      at: handover.closedAt,
      filing: id,
      version,
      item,
      authority: handover.from,
      ...(code !== undefined && { enterprise: code }),
    },
  };
}

/** What whoever promised materials is told as their promise stands: at first by when, and at last what became of it. */
export function noticesOfFollowUp(followUp: FollowUp, at: Instant): readonly AddressedNotice[] {
  const { filing, version, item, authority, submittedBy: owner, due, closed } = followUp;
  const awaited = awaitedOf(followUp).length;
  const of = { at, filing, version, item, authority };
  const told = (kind: InboxNoticeKind, more: Partial<InboxNotice> = {}) => [
    { owner, notice: { kind, ...of, ...more } },
  ];
  if (awaited === 0) return told('materials-complete');
  if (closed !== undefined) return told('materials-not-handed-in', { awaited });
  return version === 1 ? told('materials-promised', { awaited, dueOn: due.dueOn }) : [];
}
