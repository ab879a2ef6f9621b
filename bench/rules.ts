import { join } from 'node:path';
import { sources } from '../catalog/sources.ts';
import { derivePersons } from '../lib/acts/derive-persons.ts';
import { createLocateFiling, type Package } from '../lib/acts/locate-filing.ts';
import { createPersonalData } from '../lib/crypto/create-personal-data.ts';
import { decide } from '../lib/domain/standard/decide.ts';
import type { Case } from '../lib/domain/standard/standard.ts';
import type { Caller } from '../lib/domain/subject/caller.ts';
import type { StandingEvidence } from '../lib/domain/subject/standing-evidence.ts';
import { type Instant, type Moment, momentOf } from '../lib/domain/time/instant.ts';
import { interleave } from './interleave.ts';
import type { Figure, Measurement } from './measurement.ts';
import { founders, sampleFiling } from './sample-filing.ts';
import type { Workbench } from './workbench.ts';

const applicant: Caller = {
  id: 'caller',
  scopes: [],
  roles: ['applicant'],
  expiresAt: '2999-01-01T00:00:00.000Z' as Instant,
};
/** A proof is the name of a founder here: what proofs cost is no matter of the rules. */
const proofs = ['founder', 'supervisor'] as const;
const verifyProof = async (token: string) => founders[token === 'founder' ? 'founder' : 'supervisor'];

/** The case of one usual filing, as `decide` gets it after the standings were read. */
async function sampleCase(bench: Workbench, moment: Moment) {
  const filed = sampleFiling(1, moment.on, proofs) as unknown as Package;
  const locate = createLocateFiling(async () => undefined);
  const { item, standard, terms } = await (await locate(filed, moment.on)).located;
  const personalData = createPersonalData({
    kind: 'file',
    path: join(await bench.folder('keys'), 'keys.json'),
  });
  const persons = await derivePersons(filed.facts.persons, applicant, moment, { personalData, verifyProof });
  const facts = item.derive(filed.facts, persons);
  const standings = (item.subjectsAsked?.(facts) ?? []).map(
    (subject): StandingEvidence => ({
      subject,
      verdict: 'clear',
      measures: [],
      coverage: sources().map(({ id }) => ({ source: id, state: 'fresh', completeUpTo: moment.at })),
      lookup: 'bench',
      readAt: moment.at,
    }),
  );
  const evidence = { nameClaims: [], standings, readOn: moment.on };
  const examined: Case<unknown> = { facts, terms, evidence, on: moment.on };
  return { standard, examined };
}

const SLICE_MS = 60;

/** Processor time of this thread: others on the same core are not counted against the rules. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** How often work is done in a second of one core, taken over a slice of time. */
function rate(work: () => unknown): number {
  const began = processorMs();
  let done = 0;
  let took = 0;
  while (took < SLICE_MS) {
    for (let turn = 0; turn < 100; turn += 1) work();
    done += 100;
    took = processorMs() - began;
  }
  return (done * 1_000) / took;
}

/** Decisions of one usual filing on one core, against reading and writing its case as JSON. */
export const rules: Measurement = {
  name: 'rules',
  run: async (bench): Promise<readonly Figure[]> => {
    const { standard, examined } = await sampleCase(bench, momentOf(new Date()));
    const { admissible, findings } = decide(standard, examined);
    if (admissible.join() !== 'register') throw new Error(`Not a clear case: ${JSON.stringify(findings)}`);
    const { whole, floor } = await interleave(
      {
        whole: () => decide(standard, examined),
        floor: () => JSON.parse(JSON.stringify(examined)),
      },
      rate,
      { rounds: 21, warmUp: 5 },
    );
    const note = `${standard.rules.length} rules`;
    const budget = { of: 'measured', atLeast: 20_000 } as const;
    return [{ what: 'rules of one filing', unit: 'per second', measured: whole, floor, budget, note }];
  },
};
