import type * as z from 'zod/mini';
import { decideFiling } from '../../lib/contract/decisions.ts';
import type { filingShape } from '../../lib/contract/filing-shapes.ts';
import { submitFiling } from '../../lib/contract/filings.ts';
import type { Filed, FiledPerson } from '../../lib/domain/standard/item.ts';
import { exampleOf } from '../support/item-files.ts';
import type { LocalService } from '../support/local-service.ts';
import type { Package } from './a-filing.ts';

/** Lives of enterprises over HTTP: what is filed is the example of each item, changed where a life needs it. */

export type Told = z.output<typeof filingShape>;
export type AnyFacts = Record<string, unknown> & Filed;
type Change = (facts: AnyFacts) => AnyFacts;

const SCOPES = 'filings:check filings:write filings:read decisions:read decisions:write';

/** A registrar of any authority, of whom no persona is kept. */
export const officerOf = (service: LocalService, authority: string, name = 'one'): Promise<string> =>
  service.forge.accessToken({
    claims: { sub: `officer-${name}-${authority}`, roles: ['registrar'], scope: SCOPES, authority },
  });

/** The example of an item as a package: with the proof of everybody in it, and filed for this enterprise. */
export async function packageOf(
  service: LocalService,
  item: string,
  change: Change = (facts) => facts,
): Promise<Package> {
  const { facts } = exampleOf<AnyFacts>(item);
  const changed = change(structuredClone(facts));
  const persons = await Promise.all(
    changed.persons.map(async (person: FiledPerson) => ({
      ...person,
      proof: {
        kind: 'token' as const,
        token: await service.proofOf({ name: person.name, document: person.document }),
      },
    })),
  );
  return { item, facts: { ...changed, persons } } as unknown as Package;
}

export const about =
  (code: string, change: Change = (facts) => facts): Change =>
  (facts) =>
    change({ ...facts, enterprise: code });

interface How {
  /** Who hands it in; an applicant unless told otherwise. */
  readonly token?: string;
  readonly change?: Change;
}

export async function file(service: LocalService, item: string, { token, change }: How = {}): Promise<Told> {
  const body = await packageOf(service, item, change);
  const by = token === undefined ? { as: 'applicant' } : { token };
  return (await service.ask(submitFiling, { ...by, body })).body;
}

/** Registers what waits, by an officer of the deciding authority who did not hand it in. */
export async function settle(service: LocalService, told: Told): Promise<Told> {
  if (told.state !== 'in-review') return told;
  const token = await officerOf(service, told.decidedBy, 'another');
  const asked = { token, params: { id: told.id }, body: { action: 'register' as const, reason: '经核实' } };
  return (await service.ask(decideFiling, asked)).body;
}

/** Files and settles, and wants it registered: what is found otherwise is told. */
export async function registered(service: LocalService, item: string, how: How = {}): Promise<Told> {
  const told = await settle(service, await file(service, item, how));
  if (told.state === 'registered') return told;
  const why = told.findings.map(({ rule, path, text }) => `${rule} at ${path}: ${text}`);
  throw new Error(`${item} was ${told.state}:\n${why.join('\n')}`);
}
