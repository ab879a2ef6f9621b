import { leaveName, registerName } from '../domain/registration/claim-name.ts';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { ClaimedName, NameLeft } from '../domain/registration/register-change.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { NameClaimStore, NameClaims } from '../store/name-claim-store.ts';
import type { Write } from '../store/transaction.ts';
import { claimantOf, type Matter, type Names } from './examine-filing.ts';

interface NameChange {
  readonly leaves?: NameLeft | undefined;
  readonly takes?: ClaimedName | undefined;
}

interface Naming {
  readonly matter: Matter;
  readonly names: Names;
  readonly moment: Moment;
}

/**
 * One write for each trade name: where both names share one, what is left and what is taken is written at once.
 * `read`: the enterprise that leaves its name, where there is one; `holder`: the code that bears the new one.
 */
export function writeNames(
  { leaves, takes }: NameChange,
  read: Enterprise | undefined,
  holder: string,
  { matter, names, moment }: Naming,
  nameClaims: Pick<NameClaimStore, 'replace'>,
): readonly Write[] {
  const left = (claims: NameClaims['claims']) =>
    leaves === undefined || read?.name === undefined
      ? claims
      : leaveName(claims, read.name, read.code, leaves, moment.on);
  const { taken, held } = names;
  const one = taken !== undefined && taken === held;
  /* Without the code: what the enterprise itself gave up a moment ago stays for others to meet. */
  const { filing, subjects } = claimantOf(matter);
  return [
    ...(held !== undefined && !one && leaves !== undefined
      ? [nameClaims.replace(held, left(held.claims))]
      : []),
    ...(taken !== undefined && takes !== undefined
      ? [
          nameClaims.replace(
            taken,
            registerName(
              one ? left(taken.claims) : taken.claims,
              takes,
              { filing, subjects },
              holder,
              moment.on,
            ),
          ),
        ]
      : []),
  ];
}
