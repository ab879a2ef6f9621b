import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReadDrafts } from '../../lib/acts/read-drafts.ts';
import { createRequestUpload } from '../../lib/acts/request-upload.ts';
import { createStartDraft } from '../../lib/acts/save-draft.ts';
import type { Draft } from '../../lib/domain/registration/draft.ts';
import type { StoredMaterial } from '../../lib/domain/registration/material.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import type { MaterialFiles } from '../../lib/store/material-files.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aStoredMaterial } from '../support/a-stored-material.ts';
import { moment, NOW } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  named,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';
import { recordCalls, type SentCommand } from '../support/sdk-faults.ts';

let service: RegistrationService;
let recorded: ReturnType<typeof recordCalls>;
beforeAll(async () => {
  service = await startRegistrationService();
  await service.submit(await service.proven(aCompanyFiling()));
  recorded = recordCalls(service.client);
});
afterAll(() => service.stop());

const stepsOf = (calls: readonly SentCommand[]) =>
  [...Map.groupBy(calls, ({ begunAfter }) => begunAfter).values()].map((step) =>
    step.map(({ name }) => name).toSorted(),
  );

const aMaterial = (overrides: Partial<StoredMaterial> = {}) => aStoredMaterial(service, overrides);

async function aDraft(overrides: Partial<Draft> = {}): Promise<Draft> {
  const draft = {
    id: crypto.randomUUID(),
    version: 1,
    state: 'open',
    owner: applicant.id,
    item: 'establish-company',
    savedAt: NOW.at,
    keptUntil: '2027-02-21T02:00:00.000Z' as Instant,
    ...overrides,
  } as Draft;
  await service
    .writeAll(
      service.drafts.create({ owner: draft.owner, version: 0, ids: [], expiresAt: 0 }, draft, 'sealed'),
    )
    .catch(async () =>
      service.writeAll(service.drafts.create(await service.drafts.list(draft.owner), draft, 'sealed')),
    );
  return draft;
}

const codes = (error: unknown) => {
  const { code, defects } = error as { code: string; defects: readonly { path: string; code: string }[] };
  return [code, ...defects.map((defect) => `${defect.path} ${defect.code}`)];
};
const refused = (work: Promise<unknown>) => work.then(() => undefined, codes);

describe('steps', () => {
  test('with files and a draft: still three, each read beside one that is there anyway', async () => {
    const facts = await service.proven(named('青禾'));
    const [one, other, draft] = await Promise.all([aMaterial(), aMaterial(), aDraft()]);
    recorded.reset();
    const told = await service.submit(facts, {
      key: 'intake-1',
      uploads: [one.id, other.id],
      draft: draft.id,
    });
    expect(told.state).toBe('registered');
    expect(stepsOf(recorded.calls)).toEqual([
      ['BatchGetItem', 'GetItem', 'GetItem', 'GetItem'],
      ['BatchGetItem', 'PutItem'],
      ['TransactWriteItems'],
    ]);
    expect(await service.materials.find(one.id, NOW.at)).toMatchObject({ version: 2, filing: told.id });
    expect(await service.drafts.findWithContent(applicant.id, draft.id)).toMatchObject({
      draft: { state: 'filed', filing: told.id, version: 2 },
      sealed: '',
    });
    expect((await service.filings.find(told.id))?.uploads?.map(({ material }) => material)).toEqual([
      one.id,
      other.id,
    ]);
  });

  test('what was handed in with another filing is looked up beside the second', async () => {
    const material = await aMaterial();
    const returned = await service.submit(named('白禾'), { uploads: [material.id] });
    expect(returned.state).toBe('returned');
    const facts = await service.proven(named('红禾'));
    recorded.reset();
    expect((await service.submit(facts, { uploads: [material.id] })).state).toBe('registered');
    expect(stepsOf(recorded.calls)).toEqual([
      ['BatchGetItem', 'GetItem'],
      ['BatchGetItem', 'GetItem', 'PutItem'],
      ['TransactWriteItems'],
    ]);
  });
});

describe('what a filing stands on', () => {
  test('is nobody else’s while it is in review, and free again once it was returned', async () => {
    const material = await aMaterial();
    const uploads = [material.id];
    const facts = await service.proven(named('紫禾', aDoubtfulFiling()));
    const inReview = await service.submit(facts, { uploads });
    expect(inReview.state).toBe('in-review');
    const again = await service.proven(named('金禾'));
    expect(await refused(service.submit(again, { uploads }))).toEqual([
      'material-unusable',
      '/uploads/0 upload-in-other-filing',
    ]);
    await service.decide(inReview.id, { outcome: 'return', reason: '请更正' });
    expect((await service.submit(again, { uploads })).state).toBe('registered');
  });

  test('of eight filings at one moment one has it, and the others wrote nothing', async () => {
    const material = await aMaterial();
    const all = await Promise.all(
      ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((word) => service.proven(named(`${word}禾`))),
    );
    const before = (await service.kept()).length;
    const told = await Promise.all(
      all.map((facts) => service.submit(facts, { uploads: [material.id] }).then(({ state }) => state, codes)),
    );
    expect(told.filter((one) => one === 'registered')).toHaveLength(1);
    expect(told.filter((one) => one !== 'registered')).toEqual(
      Array.from({ length: 7 }, () => ['material-unusable', '/uploads/0 upload-in-other-filing']),
    );
    const filings = (await service.kept()).filter(({ sk }) => sk === 'FILING');
    expect(filings.filter(({ uploads }) => JSON.stringify(uploads)?.includes(material.id))).toHaveLength(1);
    expect((await service.kept()).length - before).toBeLessThan(20);
  });
});

describe('what has ended', () => {
  const last = moment('2026-12-23T01:59:59.999Z');
  const over = moment('2026-12-23T02:00:00.000Z');

  test('an upload that no filing named counts until its instant and not from it on', async () => {
    const material = await aMaterial();
    expect(await service.materials.find(material.id, last.at)).toBeDefined();
    expect(await service.materials.find(material.id, over.at)).toBeUndefined();
    const bound = await aMaterial({ filing: 'f1' });
    expect(await service.materials.find(bound.id, over.at)).toBeDefined();
    const kept = (await service.kept()).filter(({ sk }) => sk === 'MATERIAL');
    expect(kept.find(({ id }) => id === material.id)?.expiresAt).toBe(1_797_991_200);
    expect(kept.find(({ id }) => id === bound.id)).not.toHaveProperty('expiresAt');
  });

  test('a draft is there until its instant and not from it on, whatever the table still keeps', async () => {
    const { id } = await aDraft();
    const read = createReadDrafts(service);
    const list = async (at: string) =>
      (await read.list(applicant, moment(at))).some((draft) => draft.id === id);
    expect([await list('2027-02-21T01:59:59.999Z'), await list('2027-02-21T02:00:00.000Z')]).toEqual([
      true,
      false,
    ]);
    expect(await refused(read.get(applicant, id, moment('2027-02-21T02:00:00.000Z')))).toEqual(['not-found']);
    const facts = await service.proven(named('黑禾'), moment('2027-02-21T02:00:00.000Z'));
    expect(
      await refused(service.submit(facts, { draft: id, at: moment('2027-02-21T02:00:00.000Z') })),
    ).toEqual(['draft-not-open']);
  });
});

test('a place of files that cannot be reached is told as that, and nothing is written', async () => {
  const material = await aMaterial();
  const before = (await service.kept()).filter(({ sk }) => sk === 'FILING').length;
  const { newInstance } = service;
  const keep: MaterialFiles['keep'] = async () => {
    throw Object.assign(new Error('SlowDown'), { name: 'SlowDown' });
  };
  const instance = newInstance(undefined, { keep });
  const facts = await service.proven(named('灰禾'));
  expect(await refused(service.submit(facts, { uploads: [material.id] }, instance))).toEqual(['too-busy']);
  expect((await service.kept()).filter(({ sk }) => sk === 'FILING')).toHaveLength(before);
  expect((await service.materials.find(material.id, NOW.at))?.version).toBe(1);
});

describe('bounds of one caller', () => {
  const file = { mediaType: 'application/pdf', bytes: 20_971_520, sha256: 'a'.repeat(64) } as const;
  const asked = (caller: { readonly id: string }) => ({
    caller: caller.id,
    at: NOW.at,
    tell: () => ({ status: 201, body: {} }),
  });
  const deps = () => ({
    ...service,
    files: { uploadForm: async () => ({ url: '', fields: {} }) } as unknown as MaterialFiles,
  });

  test('a gibibyte a day: 51 files of the longest kind, and none more until tomorrow', async () => {
    const request = createRequestUpload(deps());
    const caller = { ...applicant, id: 'busy' };
    const one = (at = NOW) => refused(request(caller, file, asked(caller), at));
    expect(await Promise.all(Array.from({ length: 51 }, () => one()))).toEqual(
      Array.from({ length: 51 }, () => undefined),
    );
    expect(await one()).toEqual(['too-many-uploads']);
    expect(await one(moment('2026-11-23T15:59:59.999Z'))).toEqual(['too-many-uploads']);
    expect(await one(moment('2026-11-23T16:00:00.000Z'))).toBeUndefined();
  });

  test('fifty drafts, however many are started at one moment', async () => {
    const start = createStartDraft(service);
    const caller = { ...applicant, id: 'drafter' };
    const content = { item: 'reserve-name', facts: {} };
    const told: unknown[] = [];
    for (let round = 0; round < 6; round += 1)
      told.push(
        ...(await Promise.all(
          Array.from({ length: 9 }, () => refused(start(caller, content, asked(caller), NOW))),
        )),
      );
    expect(told.filter((one) => one === undefined)).toHaveLength(50);
    expect(told.filter((one) => one !== undefined)).toEqual(
      Array.from({ length: 4 }, () => ['too-many-drafts']),
    );
  });
});
