import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCaller } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const officer = registrar('511623');
const other = registrar('511623', { id: 'colleague' });
const byOther = { by: other };
const byHead = { by: head('511623') };
const register = { outcome: 'register' } as const;
const inReview = async (tradeName = '禾岚', by = applicant) =>
  (await service.submit(await service.proven(named(tradeName, aDoubtfulFiling())), { by })).id;
/** So that the authority has seen the colleague act. */
const known = async () => service.claim(await inReview('青岚'), byOther);
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'fault',
  );

describe('a claim', () => {
  test('is shown with its officer, keeps its due day, and leaves a signed receipt', async () => {
    const id = await inReview();
    const told = await service.claim(id);
    expect(told).toMatchObject({
      version: 2,
      state: 'in-review',
      due: { dueOn: '2026-11-26' },
      assignee: { officer: 'registrar-511623', since: '2026-11-23T02:00:00.000Z' },
    });
    const { receipt } = await service.read.receipt(applicant, id);
    expect(await service.verifyReceipt(receipt)).toMatchObject({
      valid: true,
      receipt: { event: 'FilingClaimed', due: { dueOn: '2026-11-26' } },
    });
  });

  test('again by the same officer changes nothing', async () => {
    const id = await inReview();
    await service.claim(id);
    expect(await service.claim(id)).toMatchObject({ version: 2 });
  });

  test('keeps others from deciding and from proposing an extension, not the head from approving one', async () => {
    const id = await inReview();
    await service.claim(id);
    const claimed = { code: 'claimed-by-other', values: { officer: 'registrar-511623' } };
    await expect(service.decide(id, register, byOther)).rejects.toMatchObject(claimed);
    await expect(service.claim(id, byOther)).rejects.toMatchObject(claimed);
    await expect(service.extend(id, { step: 'propose', reason: 'x' }, byOther)).rejects.toMatchObject(
      claimed,
    );
    await service.extend(id, { step: 'propose', reason: '需要核实' });
    expect(await service.extend(id, { step: 'approve' }, byHead)).toMatchObject({
      due: { dueOn: '2026-12-01' },
      assignee: { officer: 'registrar-511623' },
    });
    const told = await service.decide(id, register);
    expect(told.state).toBe('registered');
    expect(told).not.toHaveProperty('assignee');
  });

  test.each([
    ['the applicant', applicant, 'forbidden'],
    ['the head', head('511623'), 'forbidden'],
    ['a registrar of the other side', registrar('500231'), 'not-found'],
    ['an auditor', aCaller(undefined, { roles: ['auditor'] }), 'forbidden'],
  ])('is not for %s', async (_, by, code) => {
    expect(await codeOf(service.claim(await inReview(), { by }))).toBe(code);
  });

  test('of what is decided, or of an older version, is told', async () => {
    const id = await inReview();
    await service.extend(id, { step: 'propose', reason: 'x' });
    await expect(service.claim(id, { version: 1 })).rejects.toMatchObject({
      code: 'version-conflict',
      values: { current: 2 },
    });
    await service.decide(id, register);
    expect(await codeOf(service.claim(id))).toBe('filing-not-open');
  });

  test.each([1, 2, 3])('of six officers at one moment one has it, the others are told who (%d)', async () => {
    const id = await inReview();
    const told = await Promise.allSettled(
      Array.from({ length: 6 }, (_, at) =>
        service.claim(id, { by: registrar('511623', { id: `officer-${at}` }) }),
      ),
    );
    const assignee = (await service.read.get(officer, id)) as { assignee?: { officer: string } };
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of told.filter(({ status }) => status === 'rejected'))
      expect((one as PromiseRejectedResult).reason).toMatchObject({
        code: 'claimed-by-other',
        values: { officer: assignee.assignee?.officer },
      });
  });

  test('one key, one claim', async () => {
    const id = await inReview();
    const first = await service.claim(id, { key: 'key-1' });
    expect(await service.claim(id, { key: 'key-1' })).toEqual({ ...first, replayed: true });
  });
});

describe('handing over', () => {
  const to = (officerId: string) => ({ to: 'officer', officer: officerId }) as const;
  const back = { to: 'queue' } as const;

  test('to a colleague, who then decides it', async () => {
    await known();
    const id = await inReview();
    await service.claim(id);
    const told = await service.handOver(id, to('colleague'));
    expect(told).toMatchObject({ version: 3, assignee: { officer: 'colleague' } });
    expect(await codeOf(service.decide(id, register))).toBe('claimed-by-other');
    expect((await service.decide(id, register, byOther)).state).toBe('registered');
  });

  test('to somebody whom the authority knows from a decision', async () => {
    await service.decide(await inReview('青岚'), register, byOther);
    const id = await inReview();
    await service.claim(id);
    expect(await service.handOver(id, to('colleague'))).toMatchObject({ assignee: { officer: 'colleague' } });
  });

  test('back to the queue, where anybody claims it', async () => {
    const id = await inReview();
    await service.claim(id);
    expect(await service.handOver(id, back)).not.toHaveProperty('assignee');
    expect(await service.claim(id, byOther)).toMatchObject({ assignee: { officer: 'colleague' } });
  });

  test('by the head, whoever has claimed it, and if nobody has', async () => {
    await known();
    const id = await inReview();
    expect(await service.handOver(id, to('colleague'), byHead)).toMatchObject({
      assignee: { officer: 'colleague' },
    });
    expect(await service.handOver(id, back, byHead)).not.toHaveProperty('assignee');
    expect(await service.handOver(id, back, byHead)).toMatchObject({ version: 3 });
  });

  test.each([
    ['by an officer who has not claimed it', officer, 'not-claimed'],
    ['to somebody whom the authority never saw act', head('511623'), 'unknown-officer'],
  ])('not %s', async (_, by, reason) => {
    await known();
    const target = reason === 'not-claimed' ? 'colleague' : 'nobody';
    await expect(service.handOver(await inReview(), to(target), { by })).rejects.toMatchObject({
      code: 'handover-not-allowed',
      values: { reason },
    });
  });

  test('not to an officer of another authority', async () => {
    const facts = aDoubtfulFiling();
    const there = await service.proven({
      ...facts,
      name: { ...facts.name, division: '重庆市渝北区', tradeName: '碧岚' },
      address: { ...facts.address, division: '500112' },
    });
    await service.claim((await service.submit(there)).id, { by: registrar('500112') });
    await expect(service.handOver(await inReview(), to('registrar-500112'), byHead)).rejects.toMatchObject({
      values: { reason: 'unknown-officer' },
    });
  });

  test('not what another officer has claimed, nor by those it does not concern', async () => {
    await known();
    const id = await inReview();
    await service.claim(id);
    expect(await codeOf(service.handOver(id, back, byOther))).toBe('claimed-by-other');
    expect(await codeOf(service.handOver(id, back, { by: applicant }))).toBe('forbidden');
    expect(await codeOf(service.handOver(id, back, { by: head('500231') }))).toBe('not-found');
  });
});

describe('the queue', () => {
  const filter = async (assignee: 'mine' | 'unassigned' | 'all', by = officer) =>
    (
      await service.read.listQueue(by, 'reg-511623', undefined, { assignee, on: '2026-11-23' as never })
    ).entries
      .map(({ id }) => id)
      .toSorted();

  test('is told apart by who has claimed what', async () => {
    const [mine, theirs, free] = [await inReview('青岚'), await inReview('碧岚'), await inReview('澄岚')];
    await service.claim(mine);
    await service.claim(theirs, byOther);
    expect(await filter('mine')).toEqual([mine]);
    expect(await filter('mine', other)).toEqual([theirs]);
    expect(await filter('unassigned')).toEqual([free]);
    expect(await filter('all')).toEqual([mine, theirs, free].toSorted());
    expect(await filter('mine', head('511623'))).toEqual([]);
  });
});
