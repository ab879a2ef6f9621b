import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WholeImpact } from '../../local/proof/impact-store.ts';
import { file, registered, type Told } from '../journeys/lives.ts';
import { run } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';

let service: LocalService;
let rich: Told;
let poor: Told;
let returned: Told;
beforeAll(async () => {
  service = await startLocalService();
  const worth = (fen: number, tradeName: string) => ({
    change: (facts: Parameters<NonNullable<NonNullable<Parameters<typeof file>[2]>['change']>>[0]) => ({
      ...facts,
      name: { ...(facts.name as object), tradeName },
      registeredCapitalFen: fen,
      shareholders: (facts.shareholders as readonly object[]).map((one) => ({ ...one, subscribedFen: fen })),
    }),
  });
  rich = await registered(service, 'establish-company', worth(50_000_001, '听澜望岫'));
  poor = await registered(service, 'establish-company', worth(50_000_000, '听澜望松'));
  returned = await file(service, 'establish-company', worth(60_000_000, '听澜望松'));
  await registered(service, 'establish-individual-business');
});
afterAll(endAll);

async function impactOf(draft: string): Promise<WholeImpact> {
  const { code, stdout, stderr } = await run('impact.ts', [draft, '--data', service.dataDir, '--json'], {});
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

test('the example: whoever subscribes more than 500 000 yuan is seen by an officer', async () => {
  expect(returned.state).toBe('returned');
  const impact = await impactOf('docs/examples/draft-establish-company.ts');
  expect(impact).toMatchObject({
    item: 'establish-company',
    draft: 'draft',
    filings: 3,
    compared: 3,
    different: 2,
    notComparable: 0,
    courses: { 'register -> review': 1, 'return -> return': 1 },
    rules: { 'draft.capital': { added: 2, removed: 0 } },
  });
  expect(impact.changed.map(({ filing }) => filing).toSorted()).toEqual([rich.id, returned.id].toSorted());
  expect(impact.changed.find(({ filing }) => filing === rich.id)).toMatchObject({
    version: 1,
    event: 'FilingRegistered',
    from: 'register',
    to: 'review',
    difference: {
      added: ['draft.capital at /registeredCapitalFen'],
      removed: [],
      admissible: { from: ['register'], to: ['register', 'return'] },
    },
    standingsUnread: false,
  });
});

test('the standard in force, by its folder, changes nothing', async () => {
  const impact = await impactOf('catalog/items/establish-company');
  expect(impact).toMatchObject({ compared: 3, different: 0, changed: [] });
});

test('what does not fit the draft’s schema is told apart', async () => {
  const impact = await impactOf('test/proof/drafts/other-facts.ts');
  expect(impact).toMatchObject({ filings: 3, compared: 0, notComparable: 3 });
  expect(impact.misfits.map(({ filing }) => filing)).toContain(poor.id);
  expect(impact.misfits[0]?.reason).toMatch(/^\/website: /);
});

test.each([[[]], [['nowhere.ts']], [['package.json', 'more']], [['test/proof/impact.test.ts', '--x']]])(
  'asked wrongly, it says how to ask: %j',
  async (args) => {
    const { code, stderr } = await run('impact.ts', args, {});
    expect(code).toBe(2);
    expect(stderr).toContain('npm run impact');
  },
);
