import { addDays, type PlainDate } from '../time/plain-date.ts';
import type { Enterprise } from './enterprise.ts';
import { suspensionOn } from './suspension.ts';

/** Where a licence stands in the published lists of statuses: the list of its day, and its place in that list. */
export interface StatusPosition {
  /** The day of issue, by which lists are kept. */
  readonly list: PlainDate;
  readonly index: number;
}

/**
 * Places in a list of one day. A day sees some ten thousand licences of both sides; so a place drawn at random is taken
 * already once in a hundred times at most, and then another is drawn.
 */
export const POSITIONS_PER_LIST = 2 ** 20;

/** Why a licence is none any more. `reissued`: another one stands in its place; `withdrawn`: given back or void (缴回、作废). */
export const licenceEnds = [
  'reissued',
  'licence-revoked',
  'establishment-revoked',
  'cancelled',
  'withdrawn',
] as const;
export type LicenceEnd = (typeof licenceEnds)[number];

/** What a licence is worth on a day. `term-ended`: the term of business it names is over (公司法 第二百二十九条). */
export const licenceStatuses = [
  'valid',
  'suspended',
  'ordered-to-close',
  'term-ended',
  ...licenceEnds,
  'not-in-register',
] as const;
export type LicenceStatus = (typeof licenceStatuses)[number];

/** What is kept of a licence that is not, or will not always be, plainly valid. */
export interface StatusEntry {
  readonly index: number;
  /** Why it ended; nothing of a licence that ended begins again. */
  readonly ended?: LicenceEnd;
  /** 责令关闭: the licence stands until the enterprise is cancelled, and nobody may do business by it. */
  readonly closed?: true;
  /** Times out of business (歇业), judged when read; the last day counts. */
  readonly suspensions: readonly { readonly from: PlainDate; readonly until: PlainDate }[];
}

/** An entry that says nothing, as no entry is ever deleted. */
export const plainlyValid = ({ index }: StatusPosition): StatusEntry => ({ index, suspensions: [] });

/** What a status list may say (Bitstring Status List 1.0, `statusPurpose`); each is a list of its own. */
export const statusPurposes = ['revocation', 'suspension', 'refresh'] as const;
export type StatusPurpose = (typeof statusPurposes)[number];

/** `revocation` is for good, `suspension` may end, `refresh`: another licence was issued in the place of this one. */
export function isSet(
  purpose: StatusPurpose,
  { ended, closed, suspensions }: StatusEntry,
  on: PlainDate,
): boolean {
  switch (purpose) {
    case 'revocation':
      return ended !== undefined;
    case 'refresh':
      return ended === 'reissued';
    case 'suspension':
      return (
        ended === undefined &&
        (closed === true || suspensions.some(({ from, until }) => from <= on && on <= until))
      );
  }
}

/** Why the licence issued last is held no longer. */
function endOf({ status }: Pick<Enterprise, 'status'>): LicenceEnd {
  return status === 'registered' || status === 'ordered-to-close' ? 'withdrawn' : status;
}

/** What is to be kept of the licence an enterprise holds, or held until this version; nothing where it is plainly valid. */
export function statusEntryOf(
  held: Pick<Enterprise, 'licence' | 'licencePosition'>,
  now: Pick<Enterprise, 'licence' | 'status' | 'suspensions'>,
  on: PlainDate,
): StatusEntry | undefined {
  if (held.licencePosition === undefined) return undefined;
  const { index } = held.licencePosition;
  if (held.licence !== now.licence)
    return { index, ended: now.licence > 0 ? 'reissued' : endOf(now), suspensions: [] };
  const suspensions = now.suspensions.flatMap(({ from, until, resumedOn }) => {
    const last = resumedOn === undefined || until < resumedOn ? until : addDays(resumedOn, -1);
    return last < on || last < from ? [] : [{ from, until: last }];
  });
  const closed = now.status === 'ordered-to-close';
  return closed || suspensions.length > 0
    ? { index, ...(closed && { closed: true as const }), suspensions }
    : undefined;
}

/** What a licence of an enterprise is worth on a day, as the register has it. */
export function licenceStatusOn(enterprise: Enterprise, number: number, on: PlainDate): LicenceStatus {
  const { licence, licences, status, suspensions, termEnds } = enterprise;
  if (number < 1 || number > licences) return 'not-in-register';
  if (number !== licence) return number < licences ? 'reissued' : endOf(enterprise);
  if (status === 'ordered-to-close') return 'ordered-to-close';
  if (termEnds !== undefined && termEnds <= on) return 'term-ended';
  return suspensionOn(suspensions, on) === undefined ? 'valid' : 'suspended';
}
