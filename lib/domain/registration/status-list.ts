import { endOfDayInChina, type Moment } from '../time/instant.ts';
import { isPlainDate, type PlainDate } from '../time/plain-date.ts';
import {
  isSet,
  POSITIONS_PER_LIST,
  type StatusEntry,
  type StatusPurpose,
  statusPurposes,
} from './licence-status.ts';

/** Who tells statuses: not one authority, as a list has the licences of all. */
export const REGISTER = 'register';

/** A published list: what it tells, of the licences of which day. */
export interface StatusListName {
  readonly purpose: StatusPurpose;
  readonly list: PlainDate;
}

export const statusListId = ({ purpose, list }: StatusListName): string =>
  `${purpose}-${list.replaceAll('-', '')}`;

export const statusListUrl = (publicUrl: string, purpose: StatusPurpose, list: PlainDate): string =>
  `${publicUrl}/v1/licences/status/${statusListId({ purpose, list })}`;

/** `undefined` where no list can have this id. */
export function statusListNamed(id: string): StatusListName | undefined {
  const [, given, year, month, day] = /^([a-z]+)-(\d{4})(\d{2})(\d{2})$/.exec(id) ?? [];
  const purpose = statusPurposes.find((one) => one === given);
  const list = `${year}-${month}-${day}`;
  return purpose !== undefined && isPlainDate(list) ? { purpose, list } : undefined;
}

/** One bit for each place, the first place leftmost. */
export function bitsOf(entries: readonly StatusEntry[], purpose: StatusPurpose, on: PlainDate): Uint8Array {
  const bits = new Uint8Array(POSITIONS_PER_LIST / 8);
  for (const entry of entries)
    if (isSet(purpose, entry, on)) {
      const byte = entry.index >> 3;
      bits[byte] = (bits[byte] ?? 0) | (0x80 >> (entry.index & 7));
    }
  return bits;
}

/** How long anybody may keep a list before asking again, in seconds. */
const LONGEST_KEPT = 300;

/** A list of one day says what holds on that day: a time out of business may begin or end with the next. */
export function secondsToKeep({ at, on }: Moment): number {
  const left = Math.floor((Date.parse(endOfDayInChina(on)) - Date.parse(at)) / 1000);
  return Math.max(0, Math.min(LONGEST_KEPT, left));
}

/** The list as a credential (Bitstring Status List 1.0), valid to the end of the day. */
export function statusListCredential(
  { purpose, list }: StatusListName,
  encodedList: string,
  publicUrl: string,
  moment: Moment,
) {
  const id = statusListUrl(publicUrl, purpose, list);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: `${publicUrl}/v1/licences/issuers/${REGISTER}`,
    validFrom: moment.at,
    validUntil: endOfDayInChina(moment.on),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList,
      ttl: LONGEST_KEPT * 1000,
    },
  };
}
