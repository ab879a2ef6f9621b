import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkDraft,
  discardDraft,
  getDraft,
  listDrafts,
  replaceDraft,
  startDraft,
} from '../../lib/contract/drafts.ts';
import { checkFiling, listFilings, submitFiling } from '../../lib/contract/filings.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, toBeJudged } from './a-filing.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const applicant = { as: 'applicant' } as const;
const newApplicant = async () => ({
  token: await service.forge.accessToken({ claims: { sub: crypto.randomUUID() } }),
});
const started = async (by: { as: string } | { token: string }, content: object) =>
  (await service.ask(startDraft, { ...by, body: content as never })).body;
const CLOSED = { status: 404, body: { code: 'not-found' } };

describe('a draft from its first word to its filing', () => {
  test('is checked as it grows, filed, and closed with the filing', async () => {
    const by = await newApplicant();
    const whole = await aFiling(service);
    const first = await service.ask(startDraft, {
      ...by,
      body: { item: 'establish-company', facts: { name: { tradeName: whole.facts.name.tradeName } } },
    });
    expect(first.headers.get('location')).toBe(`/v1/drafts/${first.body.id}`);
    expect(first.headers.get('etag')).toBe('"1"');
    const params = { id: first.body.id };
    const incomplete = await service.ask(checkDraft, { ...by, params, headers: { 'accept-language': 'en' } });
    expect(incomplete.body).toMatchObject({ draft: params.id, version: 1 });
    expect(incomplete.body.checked).toBeUndefined();
    expect(incomplete.body.defects).toContainEqual({
      path: '/facts/persons',
      code: 'invalid-type',
      detail: 'missing or of the wrong type, array expected',
    });
    expect(incomplete.body.defects.map(({ path }) => path)).toContain('/facts/name/form');

    const { facts } = whole;
    const unproven = { ...facts, persons: facts.persons.map(({ proof: _, ...person }) => person) };
    const grown = await service.ask(replaceDraft, {
      ...by,
      params,
      headers: { 'if-match': '"1"' },
      body: { item: whole.item, facts: unproven },
    });
    expect(grown.body.version).toBe(2);
    const found = await service.ask(checkDraft, { ...by, params });
    expect(found.body.defects).toEqual([]);
    expect(found.body.checked?.findings.map(({ path, effect }) => [path, effect])).toEqual([
      ['/persons/0/proof', 'defect'],
      ['/persons/1/proof', 'defect'],
    ]);
    const asPackage = await service.ask(checkFiling, {
      ...by,
      body: { item: whole.item, facts: unproven },
    });
    expect(found.body.checked).toEqual(asPackage.body);

    const complete = { item: whole.item, facts };
    await service.ask(replaceDraft, { ...by, params, body: complete as never });
    const checked = await service.ask(checkDraft, { ...by, params });
    expect(checked.body.checked).toMatchObject({ findings: [], decidedBy: 'reg-511623' });
    expect((await service.ask(getDraft, { ...by, params })).body.content).toEqual(complete);

    const filed = await service.ask(submitFiling, { ...by, body: { ...complete, draft: params.id } });
    expect(filed.body.state).toBe('registered');
    for (const route of [getDraft, checkDraft, discardDraft])
      expect(await service.refused(route, { ...by, params })).toMatchObject(CLOSED);
    expect((await service.ask(listDrafts, by)).body.drafts).toEqual([]);
    const again = await service.refused(submitFiling, {
      ...by,
      body: { ...(await aFiling(service)), draft: params.id },
    });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'draft-not-open', values: { draft: params.id, filing: filed.body.id } },
    });
  });

  test('stays open when its filing is returned, and closes when it is accepted for review', async () => {
    const by = await newApplicant();
    const whole = await aFiling(service, { facts: toBeJudged });
    const { id } = await started(by, whole);
    const incomplete = { ...whole, facts: { ...whole.facts, offices: [] }, draft: id };
    expect((await service.ask(submitFiling, { ...by, body: incomplete })).body.state).toBe('returned');
    expect((await service.ask(getDraft, { ...by, params: { id } })).body.version).toBe(1);
    const accepted = await service.ask(submitFiling, { ...by, body: { ...whole, draft: id } });
    expect(accepted.body.state).toBe('in-review');
    expect(await service.refused(getDraft, { ...by, params: { id } })).toMatchObject(CLOSED);
  });

  test('filed twice at one moment: one filing', async () => {
    const by = await newApplicant();
    const { id } = await started(by, aDraft());
    const bodies = await Promise.all([aFiling(service), aFiling(service)]);
    const told = await Promise.all(
      bodies.map((body) => service.send(submitFiling, { ...by, body: { ...body, draft: id } })),
    );
    expect(told.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await service.ask(listFilings, by)).body.filings).toHaveLength(1);
  });
});

describe('a check tells what is wrong in the draft, and never that asking was', () => {
  const checked = async (content: object) => {
    const { id } = await started(applicant, content);
    return (await service.ask(checkDraft, { ...applicant, params: { id } })).body;
  };

  test('nothing at all, or fields of nobody', async () => {
    const { defects } = await checked({ item: 'establish-company', facts: {} });
    expect(defects.length).toBeGreaterThan(5);
    const odd = await checked({ item: 'reserve-name', facts: { surplus: [[[1]]] } });
    expect(odd.defects).toContainEqual(
      expect.objectContaining({ path: '/facts/surplus', code: 'unknown-field' }),
    );
  });

  test('a place that is not known, a proof that is none, a version there is not', async () => {
    const { item, facts } = aDraft();
    const [person, ...others] = facts.persons;
    const nowhere = { ...facts, address: { ...facts.address, division: '999999' } };
    const unproven = {
      ...facts,
      persons: [{ ...person, proof: { kind: 'token', token: 'none' } }, ...others],
    };
    for (const [content, code] of [
      [{ item, facts: nowhere }, 'unknown-place'],
      [{ item, facts: unproven }, 'identity-proof-invalid'],
      [{ item, facts, standardVersion: '1999-01' }, 'unknown-standard'],
    ] as const) {
      const told = await checked(content);
      expect(told).toMatchObject({ defects: [], problem: { code } });
      expect(told.checked).toBeUndefined();
    }
  });
});

describe('whose draft it is', () => {
  test('nobody else’s, whatever their office: there is none', async () => {
    const { id } = await started(applicant, aDraft());
    const params = { id };
    for (const by of [await newApplicant(), { as: 'registrar-sc' }, { as: 'registrar-cq' }]) {
      for (const route of [getDraft, checkDraft, discardDraft])
        expect(await service.refused(route, { ...by, params })).toMatchObject(CLOSED);
      const body = { item: 'reserve-name', facts: {} };
      expect(await service.refused(replaceDraft, { ...by, params, body })).toMatchObject(CLOSED);
      expect((await service.ask(listDrafts, by)).body.drafts.map((draft) => draft.id)).not.toContain(id);
      const filing = { ...(await aFiling(service)), draft: id };
      expect(await service.refused(submitFiling, { ...by, body: filing })).toMatchObject({
        status: 409,
        body: { code: 'draft-not-open', values: { draft: id } },
      });
    }
  });
});

describe('versions', () => {
  test('of two that replace one version, one does', async () => {
    const { id } = await started(applicant, aDraft());
    const told = await Promise.all(
      [1, 2, 3].map((number) =>
        service.send(replaceDraft, {
          ...applicant,
          params: { id },
          headers: { 'if-match': '"1"' },
          body: { item: 'establish-company', facts: { number } },
        }),
      ),
    );
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    const stale = { ...applicant, params: { id }, headers: { 'if-match': '"1"' } };
    expect(await service.refused(discardDraft, stale)).toMatchObject({
      status: 412,
      body: { code: 'version-conflict', values: { current: 2 } },
    });
  });

  test('a repetition under its key is answered as before, and starts one draft', async () => {
    const by = await newApplicant();
    const asking = { ...by, body: aDraft() as never, headers: { 'idempotency-key': 'one' } };
    const told = await Promise.all([service.ask(startDraft, asking), service.ask(startDraft, asking)]);
    expect(told[0].body).toEqual(told[1].body);
    const { drafts } = (await service.ask(listDrafts, by)).body;
    expect(drafts.map(({ id }) => id)).toEqual([told[0].body.id]);
    const { id } = told[0].body;
    const replacing = {
      ...by,
      params: { id },
      body: aDraft() as never,
      headers: { 'idempotency-key': 'two', 'if-match': '"1"' },
    };
    const replaced = await service.ask(replaceDraft, replacing);
    expect((await service.ask(replaceDraft, replacing)).body).toEqual(replaced.body);
  });
});

test('fifty can be open; one that is discarded makes room', async () => {
  const by = await newApplicant();
  const content = { item: 'reserve-name', facts: {} };
  const ids: string[] = [];
  for (let count = 0; count < 50; count += 1) ids.push((await started(by, content)).id);
  expect(await service.refused(startDraft, { ...by, body: content })).toMatchObject({
    status: 409,
    body: { code: 'too-many-drafts', values: { most: 50 } },
  });
  const params = { id: ids[7] ?? '' };
  expect((await service.ask(discardDraft, { ...by, params })).body).toEqual({
    id: ids[7],
    version: 2,
    state: 'discarded',
  });
  const newest = await started(by, content);
  const { drafts } = (await service.ask(listDrafts, by)).body;
  expect(drafts).toHaveLength(50);
  expect(drafts[0]?.id).toBe(newest.id);
  expect(drafts.map(({ id }) => id)).not.toContain(ids[7]);
});

test('what is no draft is refused: an item there is none of, facts that are no object, too much', async () => {
  const refusals = await Promise.all(
    [
      { item: 'establish-kingdom', facts: {} },
      { item: 'establish-company', facts: [] },
      { item: 'establish-company' },
      { item: 'establish-company', facts: {}, more: 1 },
      { item: 'establish-company', facts: { text: '字'.repeat(70_000) } },
    ].map((body) => service.refused(startDraft, { ...applicant, body })),
  );
  expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
    [404, 'unknown-item'],
    [400, 'invalid-request'],
    [400, 'invalid-request'],
    [400, 'invalid-request'],
    [413, 'body-too-large'],
  ]);
});

test('the longest draft that is taken can be kept, however little it can be packed', async () => {
  const noise = Array.from({ length: 2_600 }, () => crypto.randomUUID() + crypto.randomUUID());
  const { id } = await started(applicant, { item: 'establish-company', facts: { noise } });
  const { content } = (await service.ask(getDraft, { ...applicant, params: { id } })).body;
  expect(content.facts).toEqual({ noise });
});
