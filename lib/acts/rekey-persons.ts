import { jurisdictions } from '../../catalog/jurisdictions.ts';
import type { Keying } from '../crypto/personal-data.ts';
import type { FiledPerson } from '../domain/standard/item.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import { prepareLink } from './prepare-link.ts';

export interface RekeyDeps {
  readonly standings: Pick<StandingStore, 'getForUpdate' | 'replace'>;
  readonly personalData: Keying;
  readonly writeAll: WriteAll;
}

/** `linked`: now; `held`: they were before. */
export type Rekeyed = 'linked' | 'held' | 'one-key';

/**
 * Links the two keys of a person whose number is at hand (换钥): from then on whoever knows one of them finds what stands
 * under the other, and the former hashing key is not needed for this person any more. Nothing is moved, so nothing is ever
 * between two places; done twice it changes nothing.
 */
export function createRekeyPerson({ standings, personalData, writeAll }: RekeyDeps) {
  const side = jurisdictions[0]?.code ?? '';

  return async ({ document }: Pick<FiledPerson, 'document'>): Promise<Rekeyed> => {
    const other = await personalData.otherKeyOf(document);
    if (other === undefined) return 'one-key';
    const key = await personalData.subjectKeyOf(document);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await backOff(attempt);
      const writes = await prepareLink(key, { key: other, is: 'former' }, side, { standings });
      if (writes.length === 0) return 'held';
      try {
        await writeAll(writes);
        return 'linked';
      } catch (error) {
        if (!(error instanceof ConditionsFailed)) throw error;
      }
    }
    throw new Error('Others kept changing the same half');
  };
}

export type RekeyPerson = ReturnType<typeof createRekeyPerson>;
