import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { decideFiling, listQueue } from '../../lib/contract/decisions.ts';
import { checkFiling, getFiling, listFilings, submitFiling } from '../../lib/contract/filings.ts';
import { listMyLookups } from '../../lib/contract/own-file.ts';
import { listItems } from '../../lib/contract/standards.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, freshPerson, toBeJudged } from './a-filing.ts';
import { lookUpOf, subjectOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const newApplicant = () => service.forge.accessToken({ claims: { sub: crypto.randomUUID() } });

describe('languages', () => {
  const CHINESE = /\p{Script=Han}/u;

  test.each([
    [undefined, 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.3, zh;q=0.8', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['*', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    [';;;,,q=', 'zh-CN'],
  ])('Accept-Language %s: findings and problems in %s', async (asked, language) => {
    const headers = asked === undefined ? {} : { 'accept-language': asked };
    const checked = await service.ask(checkFiling, { as: 'applicant', body: aDraft(), headers });
    const refused = await service.refused(checkFiling, { as: 'applicant', body: {}, headers });
    for (const told of [checked, refused]) {
      expect(told.headers.get('content-language')).toBe(language);
      expect(told.headers.get('vary')).toBe('accept-language');
    }
    const texts = [
      ...checked.body.findings.map(({ text }) => text),
      refused.body.detail,
      ...(refused.body.defects ?? []).map(({ detail }) => detail),
    ];
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.map((text) => CHINESE.test(text))).toEqual(texts.map(() => language === 'zh-CN'));
  });

  test('a finding is the same in both but for its text', async () => {
    const body = aDraft();
    const inBoth = await Promise.all(
      ['zh-CN', 'en'].map((language) =>
        service.ask(checkFiling, { as: 'applicant', body, headers: { 'accept-language': language } }),
      ),
    );
    const [zh, en] = inBoth.map((told) => told.body.findings.map(({ text: _, ...finding }) => finding));
    expect(zh).toEqual(en);
  });
});

describe('versions', () => {
  const inReview = async () => {
    const body = await aFiling(service, { facts: toBeJudged });
    return (await service.ask(submitFiling, { as: 'applicant', body })).body.id;
  };
  const decide = (id: string, ifMatch: string) => ({
    as: 'registrar-sc',
    params: { id },
    body: { action: 'propose-extension', reason: '情形复杂' } as const,
    headers: { 'if-match': ifMatch },
  });

  test('a filing tells its version as its entity tag, and a decision moves it on', async () => {
    const id = await inReview();
    const before = await service.ask(getFiling, { as: 'applicant', params: { id } });
    expect(before.headers.get('etag')).toBe('"1"');
    const decided = await service.ask(decideFiling, decide(id, '"1"'));
    expect([decided.body.version, decided.headers.get('etag')]).toEqual([2, '"2"']);
    const after = await service.ask(getFiling, { as: 'applicant', params: { id } });
    expect(after.headers.get('etag')).toBe('"2"');
  });

  test('whoever decides on a version that has passed is told the current one; nothing changes', async () => {
    const id = await inReview();
    await service.ask(decideFiling, decide(id, '"1"'));
    const refused = await service.refused(decideFiling, decide(id, '"1"'));
    expect(refused).toMatchObject({
      status: 412,
      body: { code: 'version-conflict', values: { current: 2 } },
    });
    expect((await service.ask(getFiling, { as: 'applicant', params: { id } })).body.version).toBe(2);
  });

  test.each(['1', 'W/"1"', '*', '"1", "2"', '"one"', '""'])(
    'an If-Match of %s is refused',
    async (ifMatch) => {
      const refused = await service.refused(decideFiling, decide(await inReview(), ifMatch));
      expect(refused.body.defects).toMatchObject([{ path: 'header:if-match', code: 'invalid-format' }]);
    },
  );
});

describe('pages', () => {
  const walk = async <Entry>(
    pageAt: (query: { cursor?: string }) => Promise<{ entries: readonly Entry[]; next?: string | undefined }>,
  ) => {
    const pages: (readonly Entry[])[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const { entries, next } = await pageAt(cursor === undefined ? {} : { cursor });
      pages.push(entries);
      cursor = next;
    }
    return pages;
  };
  /** Returned at once, as nobody is proven. */
  const fileMany = async (token: string, count: number) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1)
      ids.push((await service.ask(submitFiling, { token, body: aDraft() })).body.id);
    return ids;
  };

  test('of my filings: each exactly once, the newest first, 20 at a time', async () => {
    const token = await newApplicant();
    const ids = await fileMany(token, 45);
    const pages = await walk(async (query) => {
      const { filings, next } = (await service.ask(listFilings, { token, query })).body;
      return { entries: filings.map(({ id }) => id), next };
    });
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(pages.flat()).toEqual(ids.toReversed());
  });

  test('of a queue: each exactly once, though others come in meanwhile', async () => {
    const submit = async () => {
      const body = await aFiling(service, {
        facts: toBeJudged,
        place: { division: '511623', placeWord: '四川' },
      });
      return (await service.ask(submitFiling, { as: 'applicant', body })).body.id;
    };
    const ids = await Promise.all(Array.from({ length: 25 }, submit));
    const pages = await walk(async (query) => {
      const { filings, next } = (
        await service.ask(listQueue, { as: 'head-sc', params: { authority: 'reg-511623' }, query })
      ).body;
      await submit();
      return { entries: filings.map(({ id }) => id), next };
    });
    expect(pages.length).toBeGreaterThan(1);
    for (const id of ids) expect(pages.flat().filter((one) => one === id)).toEqual([id]);
  });

  test('of who looked at me: each exactly once, the newest first', async () => {
    const me = freshPerson();
    const keys = createPersonalData({ kind: 'file', path: join(service.dataDir, 'keys.json') });
    const token = await service.forge.accessToken({
      claims: { sub: crypto.randomUUID(), subject_key: await keys.subjectKeyOf(me.document) },
    });
    const lookups: string[] = [];
    for (let at = 0; at < 53; at += 1) lookups.push((await lookUpOf(service, [me])).lookup);
    const pagesOf = () =>
      walk(async (query) => {
        const { lookups: seen, next } = (await service.ask(listMyLookups, { token, query })).body;
        return { entries: seen.map(({ lookup }) => lookup), next };
      });
    await expect.poll(async () => (await pagesOf()).flat().length, { timeout: 60_000 }).toBe(53);
    const pages = await pagesOf();
    expect(pages.map((page) => page.length)).toEqual([50, 3]);
    expect(pages.flat().sort()).toEqual(lookups.sort());
  });

  test('a cursor of somebody else, of another list or made up continues nothing', async () => {
    const [mine, theirs] = [await newApplicant(), await newApplicant()];
    await fileMany(mine, 21);
    const { next = '' } = (await service.ask(listFilings, { token: mine })).body;
    expect(
      (await service.ask(listFilings, { token: mine, query: { cursor: next } })).body.filings,
    ).toHaveLength(1);
    for (const cursor of [
      next.slice(0, -4),
      `${next}AAAA`,
      'AAAA',
      '....',
      '键',
      Buffer.from('[1,2]').toString('base64url'),
    ])
      expect(await service.refused(listFilings, { token: mine, query: { cursor } })).toMatchObject({
        status: 400,
        body: { defects: [{ path: 'query:/cursor', code: 'foreign-cursor' }] },
      });
    expect(await service.refused(listFilings, { token: theirs, query: { cursor: next } })).toMatchObject({
      status: 400,
    });
    const otherList = { as: 'registrar-sc', params: { authority: 'reg-511623' }, query: { cursor: next } };
    expect(await service.refused(listQueue, otherList)).toMatchObject({ status: 400 });
    expect(await service.refused(listMyLookups, { as: 'subject', query: { cursor: next } })).toMatchObject({
      status: 400,
    });
  });

  test.each([
    '{}',
    'null',
    '"x"',
    '{"pk":"a","sk":"b"}',
    '{"pk":1,"sk":2,"queueSk":3}',
    '{"pk":"","sk":"","queueSk":""}',
  ])('a cursor that fits its list and names no position is none: %s', async (position) => {
    const binding = 'queue#QUEUE#reg-511623';
    const mark = createHash('sha256').update(`${binding}\n${position}`).digest('base64url').slice(0, 16);
    const cursor = Buffer.from(JSON.stringify([mark, position])).toString('base64url');
    const asked = { as: 'registrar-sc', params: { authority: 'reg-511623' }, query: { cursor } };
    expect(await service.refused(listQueue, asked)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
  });
});

test('what carries personal data is neither stored by caches nor guessed at by browsers', async () => {
  const body = {
    purpose: 'registration',
    basis: 'registration-review',
    subjects: [subjectOf(freshPerson())],
  };
  for (const told of [
    await service.ask(lookUp, { as: 'regulator-cq', body }),
    await service.ask(listItems),
  ]) {
    expect(told.headers.get('cache-control')).toBe('no-store');
    expect(told.headers.get('x-content-type-options')).toBe('nosniff');
  }
});
