import { gunzipSync } from 'node:zlib';
import { verifyCompact } from '../lib/crypto/jws.ts';
import type { VerificationKey } from '../lib/crypto/verification-keys.ts';
import { CREDENTIAL_TYPE, type LicenceCredential } from '../lib/domain/registration/licence-credential.ts';
import type { StatusPurpose } from '../lib/domain/registration/licence-status.ts';
import type { Checked } from './checked.ts';

type Entries = LicenceCredential['credentialStatus'];

interface StatusList {
  readonly id: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: { readonly statusPurpose: string; readonly encodedList: string };
}

/** Nobody's list is longer, whatever it says it unzips to. */
const LONGEST_LIST = 16 * 1024 * 1024;

const texts: Readonly<Record<StatusPurpose, { readonly set: Checked; readonly unset: Checked }>> = {
  revocation: {
    set: {
      mark: '✗',
      zh: '已失效（注销、吊销、撤销、作废或被取代）',
      en: 'it holds no longer (cancelled, revoked, void or replaced)',
    },
    unset: { mark: '✓', zh: '未注销、吊销或作废', en: 'not cancelled, revoked or void' },
  },
  suspension: {
    set: { mark: '✗', zh: '歇业或被责令关闭', en: 'business is suspended, or ordered to close' },
    unset: { mark: '✓', zh: '未歇业', en: 'not suspended' },
  },
  refresh: {
    set: { mark: '✗', zh: '已重新签发，应出示新的营业执照', en: 'issued anew: the later licence counts' },
    unset: { mark: '✓', zh: '未重新签发', en: 'no later licence was issued' },
  },
};

async function opened(token: string, keys: readonly VerificationKey[]): Promise<StatusList | undefined> {
  const verified = await verifyCompact(token.trim(), CREDENTIAL_TYPE, keys);
  if (!verified.valid) return undefined;
  const list = verified.payload as StatusList & { readonly type: readonly string[] };
  return list.type.includes('BitstringStatusListCredential') ? list : undefined;
}

function bitAt(encodedList: string, index: number): boolean | undefined {
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), { maxOutputLength: LONGEST_LIST });
  const byte = bits[index >> 3];
  return byte === undefined ? undefined : (byte & (0x80 >> (index & 7))) !== 0;
}

function told({ statusPurpose, statusListIndex }: Entries[number], list: StatusList, now: Date): Checked {
  const bit = bitAt(list.credentialSubject.encodedList, Number(statusListIndex));
  if (bit === undefined)
    return { mark: '?', zh: '状态列表中没有该序号', en: 'the list of statuses has no such place' };
  const { mark, zh, en } = texts[statusPurpose][bit ? 'set' : 'unset'];
  const isOld = now > new Date(list.validUntil);
  const of = ` (${list.validFrom})`;
  /* What ended stays ended; what an old list has as valid can have ended since. */
  if (isOld && !(bit && statusPurpose !== 'suspension'))
    return { mark: '?', zh: `${zh}${of}，该列表已过期`, en: `${en}${of}, by a list that is out of date` };
  return { mark, zh: zh + of, en: en + of };
}

/** What the lists at hand say of a licence; `?` for every purpose whose list is not among them. */
export async function statusOf(
  entries: Entries,
  statusLists: readonly string[],
  keys: readonly VerificationKey[],
  now: Date,
): Promise<readonly Checked[]> {
  const lists = (await Promise.all(statusLists.map((token) => opened(token, keys)))).filter(
    (list) => list !== undefined,
  );
  if (lists.length < statusLists.length)
    return [
      {
        mark: '✗',
        zh: '所给状态列表的签名不符',
        en: 'a list of statuses that was given is not signed rightly',
      },
    ];
  const found = entries.flatMap((entry) => {
    const list = lists.find(
      ({ id, credentialSubject }) =>
        id === entry.statusListCredential && credentialSubject.statusPurpose === entry.statusPurpose,
    );
    return list === undefined ? [] : [told(entry, list, now)];
  });
  const missing = entries
    .filter((entry) => !lists.some(({ id }) => id === entry.statusListCredential))
    .map((entry) => entry.statusListCredential);
  return missing.length === 0
    ? found
    : [
        ...found,
        {
          mark: '?',
          zh: `现状未知，需要状态列表：${missing.join(' ')}`,
          en: `its status cannot be known without: ${missing.join(' ')}`,
        },
      ];
}
