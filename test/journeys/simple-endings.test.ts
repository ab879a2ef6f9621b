import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getEnterprise } from '../../lib/contract/licences.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService } from '../support/local-service.ts';
import { overTheDays } from './later.ts';
import { type AnyFacts, about, file, registered } from './lives.ts';

afterAll(endAll);

const days = overTheDays();
let service: LocalService;
let code = '';
let branch = '';
beforeAll(async () => {
  service = await days.on(plainDate('2026-12-01'));
});

const enterprise = async (of: string) => (await service.ask(getEnterprise, { params: { code: of } })).body;
const founder = { name: '林望舒', document: { kind: 'citizen-id' as const, number: '511623198803150008' } };
const promise = [{ kind: 'person', person: 'p1' }];
/** Its one investor promises alone. */
const alone = (facts: AnyFacts): AnyFacts => ({
  ...facts,
  persons: facts.persons.slice(0, 1),
  commitment: promise,
});
const noticeOf = (facts: AnyFacts): AnyFacts => ({
  ...facts,
  persons: facts.persons.slice(0, 1),
  notice: { ...(facts.notice as object), commitment: promise },
});

/** In this order alone. */
describe('a company that has a branch', { shuffle: false }, () => {
  test('sets it up at the other side, under its own name', async () => {
    const told = await registered(service, 'establish-company');
    code = told.registration?.code ?? '';
    const { name } = await enterprise(code);
    const set = await registered(service, 'establish-branch', {
      change: (facts) => ({
        ...facts,
        parent: { code, name, type: 'limited-company' },
        name: `${name}垫江分公司`,
        businessScope: [{ text: '软件开发' }],
        placeOfBusiness: { ...(facts.placeOfBusiness as object), division: '500231' },
        persons: [
          { ref: 'representative', ...founder },
          { ref: 'head', name: '何知远', document: { kind: 'citizen-id', number: '511623199111020004' } },
        ],
      }),
    });
    branch = set.registration?.code ?? '';
    expect(set.decidedBy).toBe('reg-500231');
    expect(await enterprise(branch)).toMatchObject({
      type: 'branch',
      parent: code,
      head: { title: 'person-in-charge', names: ['何知远'] },
    });
  });

  test('publishes its simple end, takes it back, and publishes anew', async () => {
    const publish = () => registered(service, 'publish-notice', { change: about(code, noticeOf) });
    await publish();
    await registered(service, 'withdraw-notice', { change: about(code) });
    await publish();
    expect((await enterprise(code)).notices).toMatchObject([
      { withdrawnOn: '2026-12-01', running: false },
      { endsOn: '2026-12-21', running: true },
    ]);
  });

  test('may not end on the last day of the notice, nor while it has a branch', async () => {
    service = await days.on(plainDate('2026-12-21'));
    const early = await file(service, 'cancel-simple', { change: about(code, alone) });
    expect(early.state).toBe('returned');
    service = await days.on(plainDate('2026-12-22'));
    const withBranch = await file(service, 'cancel-simple', { change: about(code, alone) });
    expect(withBranch.state).toBe('returned');
  });

  test('cancels the branch, then itself on the last of the twenty days, which a Sunday moves on', async () => {
    await registered(service, 'cancel-enterprise', {
      change: about(branch, (facts) => ({
        ...facts,
        liquidation: { kind: 'none', decidedOn: '2026-12-20' },
        persons: [
          { ref: 'p1', name: '何知远', document: { kind: 'citizen-id', number: '511623199111020004' } },
        ],
      })),
    });
    expect(await enterprise(branch)).toMatchObject({ status: 'cancelled' });
    service = await days.on(plainDate('2027-01-11'));
    await registered(service, 'cancel-simple', { change: about(code, alone) });
    expect(await enterprise(code)).toMatchObject({ status: 'cancelled', statusSince: '2027-01-11' });
  });
});
