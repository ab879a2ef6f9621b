import { isDeepStrictEqual } from 'node:util';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { identifySubject } from '../../lib/acts/identify-subject.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { halfOf } from '../../lib/domain/credit/standing-at.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { momentOf } from '../../lib/domain/time/instant.ts';
import { createRecordStore, PAGES_OF_COMMAND } from '../../lib/store/record-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { tableNames } from '../create-tables.ts';
import { clientAt } from '../open-data.ts';
import { fetchAccessToken } from '../tokens.ts';
import { drawRow } from './draw-records.ts';
import type { ServiceProcess } from './service-process.ts';

const AT_ONCE = 8;
const LOOKED_UP = 100;

const textOf = (subject: NamedSubject): string => JSON.stringify(subject);

/** Everybody a drawn file is about, and whether one of the rows is a listing that holds. */
function subjectsOf(rows: number): ReadonlyMap<string, NamedSubject> {
  const subjects = new Map<string, NamedSubject>();
  for (let index = 0; index < rows; index += 1) {
    const { subject } = drawRow(index).record;
    subjects.set(textOf(subject), subject);
  }
  return subjects;
}

async function lookUp(
  { running }: ServiceProcess,
  people: readonly NamedSubject[],
): Promise<readonly string[]> {
  const token = await fetchAccessToken(running.issuer, 'regulator-sc');
  const response = await fetch(`${running.url}/v1/credit/lookups`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ purpose: 'registration', basis: 'registration-review', subjects: people }),
  });
  if (!response.ok) return [`the look-up is answered ${response.status}`];
  const { results } = (await response.json()) as {
    readonly results: readonly { readonly verdict: string }[];
  };
  const misses = results.filter(({ verdict }) => verdict !== 'hit').length;
  return misses === 0 && results.length === people.length
    ? []
    : [`${misses} of ${results.length} listed people are no hit`];
}

/** Every subject of a drawn file: its records counted, its half held against the recomputation; and some looked up. */
export async function checkRecords(
  service: ServiceProcess,
  rows: number,
  expected: number,
): Promise<readonly string[]> {
  const client = clientAt(service.running.engine);
  const table = tableNames(service.running.tablePrefix).credit;
  const records = createRecordStore(client, table);
  const sides = jurisdictions.map(({ code }) => code);
  const standings = createStandingStore(client, table, sides);
  const personalData = createPersonalData({ kind: 'file', path: `${service.dataDir}/keys.json` });
  const { on } = momentOf(new Date());
  const wrong: string[] = [];
  let counted = 0;
  const subjects = [...subjectsOf(rows).values()];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let subject = subjects[next++]; subject !== undefined; subject = subjects[next++]) {
      const { key } = await identifySubject(subject, personalData);
      const [versions, { half }] = await Promise.all([
        records.listVersions(key, undefined, PAGES_OF_COMMAND),
        standings.getForUpdate(key, 'CQ'),
      ]);
      counted += versions.length;
      if (!isDeepStrictEqual(half, halfOf('CQ', versions, on, findRecordClass)))
        wrong.push(`the half of ${subject.kind} ${next} is not what its records come to`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  client.destroy();
  if (counted !== expected) wrong.push(`${counted} records where ${expected} were accepted or held`);
  const people = subjects.filter(({ kind }) => kind === 'person').slice(0, LOOKED_UP);
  return [...wrong, ...(await lookUp(service, people))];
}
