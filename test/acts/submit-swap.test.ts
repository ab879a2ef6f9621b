import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FiledCompany } from '../../catalog/items/establish-company/facts.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aDebtorRecord } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
  type Told,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeAll(async () => {
  service = await startRegistrationService();
});
afterAll(() => service.stop());

const [first] = aCompanyFiling().persons;
if (first === undefined) throw new Error('The builder names persons');

/** The same filing for a county of the other side. */
const across = (facts: FiledCompany): FiledCompany => ({
  ...facts,
  name: { ...facts.name, division: '垫江县' },
  address: { ...facts.address, division: '500231' },
});

/** What a result says of the case, without whose it is. */
const said = ({ state, findings, admissible, due, ruling }: Told) => ({
  state,
  admissible,
  due,
  outcome: ruling?.outcome,
  findings: findings.map(({ rule, effect, path, values }) => ({ rule, effect, path, values })),
});

const barred = named('澄岚');
const cases: readonly (readonly [string, FiledCompany])[] = [
  ['a clear filing', named('青岚')],
  ['a name to be judged', named('碧岚', aDoubtfulFiling())],
  ['a filing with many defects', { ...named('绿岚'), materials: [], offices: [], shareholders: [] }],
  ['one whose person a record bars', barred],
];

test.each(cases)('%s comes to the same on either side, handed in on either', async (_, facts) => {
  if (facts === barred)
    await service.publish(aDebtorRecord({ subject: { kind: 'person', document: first.document } }));
  const proven = await service.proven(facts);
  const results: Told[] = [];
  for (const window of ['500231', '511623'])
    for (const [index, sided] of [proven, across(proven)].entries()) {
      // A name of its own for each window: the first registered would keep out the second.
      const tradeName = facts.name.tradeName + (window === '500231' ? '' : '和');
      const by = registrar(window);
      results.push(await service.submit(named(tradeName, sided), { by }));
      expect(results.at(-1)?.decidedBy).toBe(index === 0 ? 'reg-511623' : 'reg-500231');
    }
  const [one, ...others] = results.map(said);
  for (const other of others) expect(other).toEqual(one);
});
