import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApplyRetention } from '../../lib/acts/apply-retention.ts';
import { submitFiling, withdrawFiling } from '../../lib/contract/filings.ts';
import { momentOf } from '../../lib/domain/time/instant.ts';
import { createErasureStore } from '../../lib/store/erasure-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { clientAt } from '../../local/open-data.ts';
import { openStore } from '../../local/proof/open-store.ts';
import { replayStore } from '../../local/proof/replay-store.ts';
import { findRunningService } from '../../local/service-file.ts';
import { aDraft, aFiling, toBeJudged } from '../journeys/a-filing.ts';
import { tablePrefixOf } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

/** Files something that ends so; answers its id. */
const courses = {
  returned: async () => (await service.ask(submitFiling, { as: 'applicant', body: aDraft() })).body.id,
  withdrawn: async () => {
    const body = await aFiling(service, { facts: toBeJudged });
    const { id } = (await service.ask(submitFiling, { as: 'applicant', body })).body;
    await service.ask(withdrawFiling, { as: 'applicant', params: { id }, body: {} });
    return id;
  },
  open: async () => {
    const body = await aFiling(service, { facts: toBeJudged });
    return (await service.ask(submitFiling, { as: 'applicant', body })).body.id;
  },
  registered: async () =>
    (await service.ask(submitFiling, { as: 'applicant', body: await aFiling(service) })).body.id,
} as const;
type Course = keyof typeof courses;

/** Years of which the period of each is over. */
const overAfter = { withdrawn: 1, returned: 2, open: 99, registered: 99 } as const satisfies Record<
  Course,
  number
>;

async function replay() {
  const store = await openStore({ data: service.dataDir });
  try {
    return await replayStore(store);
  } finally {
    await store.close();
  }
}

async function applyAfter(years: number): Promise<void> {
  const { engine = '' } = findRunningService(service.dataDir) ?? {};
  const client = clientAt(engine);
  try {
    const table = `${tablePrefixOf(service.dataDir)}-filings`;
    const filings = createFilingStore(client, table);
    const erasures = createErasureStore(table);
    const then = new Date(Date.now());
    then.setUTCFullYear(then.getUTCFullYear() + years);
    then.setUTCDate(then.getUTCDate() + 2);
    await createApplyRetention({ filings, erasures, writeAll: writeAllWith(client) })(momentOf(then));
  } finally {
    client.destroy();
  }
}

test('whatever is filed and however late its period is applied: what is over is erased, and nothing diverges', async () => {
  const filed: { readonly id: string; readonly course: Course }[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Course>('returned', 'withdrawn', 'open', 'registered'), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.integer({ min: 0, max: 2 }),
      async (wanted, years) => {
        for (const course of wanted) filed.push({ id: await courses[course](), course });
        await applyAfter(years);
        const { all, erased } = await replay();
        for (const { id, course } of filed.slice(-wanted.length))
          expect(erased.includes(id)).toBe(years >= overAfter[course]);
        expect([all.divergences, all.filings]).toEqual([0, filed.length]);
      },
    ),
    { numRuns: 6 },
  );
  expect(filed.length).toBeGreaterThan(5);
});
