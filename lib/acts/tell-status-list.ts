import { gzipSync } from 'node:zlib';
import { signCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import { DomainError } from '../domain/errors.ts';
import { CREDENTIAL_TYPE } from '../domain/registration/licence-credential.ts';
import {
  bitsOf,
  secondsToKeep,
  statusListCredential,
  statusListNamed,
} from '../domain/registration/status-list.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { LicenceStatusStore } from '../store/licence-status-store.ts';
import { keepRecent } from './keep-recent.ts';

export interface StatusListDeps {
  readonly licenceStatuses: Pick<LicenceStatusStore, 'listEntries'>;
  readonly licenceSigner: Signer;
  readonly publicUrl: string;
}

export interface ToldStatusList {
  /** The signed list: a credential as JWT. */
  readonly token: string;
  /** For how many seconds it may be kept before it is asked for again. */
  readonly keepFor: number;
}

/** base64url of the zipped bits, with the letter by which Multibase tells that. */
const encoded = (bits: Uint8Array): string => `u${gzipSync(bits).toString('base64url')}`;

/**
 * The list of one day's licences that are revoked, suspended or replaced as of now: read whole each time, as it must not
 * be late; what is asked for again within the minute and has not changed is not signed again.
 *
 * @throws DomainError `not-found` for a list that cannot be, or of a day to come.
 */
export function createTellStatusList({ licenceStatuses, licenceSigner, publicUrl }: StatusListDeps) {
  const signed = keepRecent<string>(50);
  return async (id: string, moment: Moment): Promise<ToldStatusList> => {
    const name = statusListNamed(id);
    if (name === undefined || name.list > moment.on) throw new DomainError('not-found');
    const entries = await licenceStatuses.listEntries(name.list);
    const encodedList = encoded(bitsOf(entries, name.purpose, moment.on));
    const keepFor = secondsToKeep(moment);
    const sameMinute = moment.at.slice(0, 16);
    const token = await signed.get([id, sameMinute, encodedList].join(' '), () =>
      signCompact(
        licenceSigner,
        CREDENTIAL_TYPE,
        statusListCredential(name, encodedList, publicUrl, moment),
        { cty: 'vc' },
      ),
    );
    return { token, keepFor };
  };
}

export type TellStatusList = ReturnType<typeof createTellStatusList>;
