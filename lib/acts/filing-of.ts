import type { Filing, FilingState } from '../domain/registration/filing.ts';
import { shownName } from '../domain/registration/name-order.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { Correctable } from './correct-filing.ts';
import { maskPersons, type PersonDeps, sealable } from './derive-persons.ts';
import type { Examined, Matter, Names } from './examine-filing.ts';
import { handedInBy } from './handed-in.ts';
import type { Intake } from './intake.ts';
import type { Package } from './locate-filing.ts';

/** One try at a package: everything that was read for it. */
export interface Attempt {
  readonly caller: Caller;
  readonly moment: Moment;
  readonly filed: Package;
  readonly matter: Matter;
  readonly names: Names;
  readonly examined: Examined;
  readonly corrected: Correctable | undefined;
  readonly brought: Intake;
}

/** The filing that a package becomes, in the state that was found for it. */
export async function filingOf(
  attempt: Attempt,
  state: FilingState,
  deps: Pick<PersonDeps, 'personalData'>,
): Promise<Filing> {
  const { matter, caller, moment, filed, examined, corrected } = attempt;
  const { id, located, persons, otherKeys, register } = matter;
  const { persons: filedPersons, ...publicFacts } = filed.facts;
  const about = located.matter.about === 'enterprise' ? register?.enterprise : undefined;
  const claimed = located.item.claimedName?.(filed.facts, register?.undone)?.name;
  const name = claimed ?? (about && shownName(about));
  return {
    id,
    version: 1,
    item: located.item.id,
    standardVersion: located.standard.version,
    ...(name !== undefined && { name }),
    ...(about !== undefined && { enterprise: about.code }),
    ...(located.item.kind === 'ex-officio' && { exOfficio: true as const }),
    division: located.division,
    submittedAt: moment.at,
    submittedOn: moment.on,
    ...handedInBy(caller),
    ...(corrected && { corrects: corrected.id }),
    decidedBy: located.authority.id,
    ...(located.routing && { routing: located.routing }),
    filed: publicFacts,
    persons,
    ...(otherKeys && { otherKeys }),
    maskedPersons: maskPersons(filedPersons),
    sealedPersons: await deps.personalData.seal(sealable(filedPersons), id),
    findings: examined.decision.findings,
    admissible: examined.decision.admissible,
    ...state,
  };
}
