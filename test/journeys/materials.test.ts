import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { checkDraft, startDraft } from '../../lib/contract/drafts.ts';
import { checkFiling, submitFiling } from '../../lib/contract/filings.ts';
import {
  completeUpload,
  getFilingMaterial,
  getMaterial,
  listFilingMaterials,
  requestUpload,
} from '../../lib/contract/materials.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, toBeJudged } from './a-filing.ts';
import { aPdf, declared, post, type Stored, sent, sha256Of, stored, withFile } from './an-upload.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const applicant = { as: 'applicant' } as const;
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** A package whose first material is this upload. */
const packageWith = async (material: Stored, { judged = false, uploads = [material.id] } = {}) => ({
  ...(await aFiling(service, {
    facts: (facts) => withFile(material)(judged ? toBeJudged(facts) : facts),
  })),
  uploads,
});

describe('a material from upload to download', () => {
  test('is stored, filed, listed, and fetched by the officer as an attachment', async () => {
    const file = aPdf();
    const asked = await service.ask(requestUpload, { ...applicant, body: declared(file) });
    expect(asked.body).toMatchObject({
      state: 'awaited',
      mediaType: 'application/pdf',
      bytes: file.length,
      sha256: sha256Of(file),
      upload: {
        fields: {
          key: `materials/${asked.body.id}`,
          'Content-Type': 'application/pdf',
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': Buffer.from(sha256Of(file), 'hex').toString('base64'),
        },
      },
    });
    expect(await post(asked.body.upload, file)).toEqual({ status: 204, text: '' });
    const params = { id: asked.body.id };
    const { body: material } = await service.ask(completeUpload, { ...applicant, params });
    expect(material).toMatchObject({ id: params.id, state: 'stored' });
    expect((await service.ask(completeUpload, { ...applicant, params })).body).toEqual(material);

    const filed = await service.ask(submitFiling, {
      ...applicant,
      body: await packageWith(material, { judged: true }),
    });
    expect(filed.body.state).toBe('in-review');
    const filing = { id: filed.body.id };
    const bound = await service.ask(getMaterial, { ...applicant, params });
    expect(bound.body).toMatchObject({ state: 'stored', filing: filing.id });
    expect(bound.body.keptUntil).toBeUndefined();

    const { materials } = (await service.ask(listFilingMaterials, { as: 'registrar-sc', params: filing }))
      .body;
    expect(materials.filter(({ upload }) => upload !== undefined)).toMatchObject([
      { sha256: sha256Of(file), upload: { material: params.id, bytes: file.length } },
    ]);
    expect(materials.length).toBeGreaterThan(1);

    const link = await service.ask(getFilingMaterial, {
      as: 'registrar-sc',
      params: { ...filing, material: params.id },
    });
    const fetched = await fetch(link.body.url);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(file)).toBe(true);
    expect(Object.fromEntries(fetched.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="material-${params.id}.pdf"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  test('on the spot too, and who handed it in reads it', async () => {
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(crypto.randomUUID())]);
    const material = await stored(service, applicant, png, 'image/png');
    const { body } = await service.ask(submitFiling, { ...applicant, body: await packageWith(material) });
    expect(body.state).toBe('registered');
    const params = { id: body.id, material: material.id };
    expect((await service.ask(getFilingMaterial, { ...applicant, params })).body.upload.mediaType).toBe(
      'image/png',
    );
  });

  test('at a window whoever serves there hands it in, and paper stays possible', async () => {
    const material = await stored(service, { as: 'registrar-cq' });
    const body = await packageWith(material);
    const filed = await service.ask(submitFiling, { as: 'registrar-cq-2', body });
    expect(filed.body.state).toBe('registered');
    const onPaper = await service.ask(submitFiling, {
      as: 'registrar-cq',
      body: await aFiling(service),
    });
    const params = { id: onPaper.body.id };
    const { materials } = (await service.ask(listFilingMaterials, { as: 'registrar-cq', params })).body;
    expect(materials.length).toBeGreaterThan(0);
    expect(materials.flatMap(({ upload = [] }) => upload)).toEqual([]);
  });

  test('completed many times at one moment it is stored once', async () => {
    const { id } = await sent(service, applicant, aPdf());
    const asked = { ...applicant, params: { id } };
    const told = await Promise.all(Array.from({ length: 5 }, () => service.ask(completeUpload, asked)));
    const now = (await service.ask(getMaterial, asked)).body;
    for (const { body } of told) expect(body).toEqual(now);
  });

  test('the same request under one key opens one upload', async () => {
    const body = declared(aPdf());
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const first = await service.ask(requestUpload, { ...applicant, body, headers });
    const again = await service.ask(requestUpload, { ...applicant, body, headers });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });
});

describe('a form takes nothing else than what was signed', () => {
  const open = async (file: Buffer) =>
    (await service.ask(requestUpload, { ...applicant, body: declared(file) })).body;

  test.each<readonly [string, (file: Buffer) => Buffer, string]>([
    ['one byte more', (file) => Buffer.concat([file, Buffer.from('x')]), 'EntityTooLarge'],
    ['many megabytes more', (file) => Buffer.concat([file, Buffer.alloc(8_000_000)]), 'EntityTooLarge'],
    ['one byte less', (file) => file.subarray(1), 'EntityTooSmall'],
    ['other bytes', (file) => Buffer.from(file.toString('latin1').replace('7', '6'), 'latin1'), 'BadDigest'],
  ])('%s', async (_, change, code) => {
    const file = aPdf();
    const { id, upload } = await open(file);
    const told = await post(upload, change(file));
    expect(told).toMatchObject({ status: 400, text: expect.stringContaining(code) });
    expect(await service.refused(completeUpload, { ...applicant, params: { id } })).toMatchObject({
      status: 409,
      body: { code: 'material-not-arrived' },
    });
  });

  test('other fields, an other key, a signature of nobody, a policy of one’s own', async () => {
    const file = aPdf();
    const [{ upload }, other] = await Promise.all([open(file), open(aPdf())]);
    const { Policy = '' } = upload.fields;
    const policy = JSON.parse(Buffer.from(Policy, 'base64').toString()) as { expiration: string };
    const longer = Buffer.from(JSON.stringify({ ...policy, expiration: '2999-01-01T00:00:00.000Z' }));
    for (const fields of [
      { ...upload.fields, 'Content-Type': 'text/html' },
      { ...upload.fields, key: other.upload.fields.key ?? '' },
      { ...upload.fields, 'x-amz-meta-more': 'more' },
      { ...upload.fields, 'X-Amz-Signature': '0'.repeat(64) },
      { ...upload.fields, Policy: longer.toString('base64') },
    ])
      expect(await post({ ...upload, fields }, file)).toMatchObject({ status: 403 });
  });

  test('what is declared is bounded before anything is signed', async () => {
    const good = declared(aPdf());
    for (const body of [
      { ...good, bytes: 20_971_521 },
      { ...good, bytes: 0 },
      { ...good, mediaType: 'text/html' },
      { ...good, mediaType: 'image/svg+xml' },
      { ...good, sha256: good.sha256.toUpperCase() },
      { ...good, title: '章程' },
    ])
      expect(await service.refused(requestUpload, { ...applicant, body })).toMatchObject({
        status: 400,
        body: { code: 'invalid-request' },
      });
    const longest = { ...good, bytes: 20_971_520 };
    expect((await service.ask(requestUpload, { ...applicant, body: longest })).status).toBe(201);
  });
});

describe('what arrived is looked at', () => {
  test.each<readonly [string, Buffer, string]>([
    ['a page disguised as a PDF', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'not-of-its-type'],
    ['a PDF that is a page too', Buffer.from('%PDF-1.7\n<html><script>1</script>'), 'holds-markup'],
    [
      'a PDF that is an archive too',
      Buffer.concat([Buffer.from('%PDF-1.7\nPK\x05\x06'), Buffer.alloc(18)]),
      'holds-archive',
    ],
  ])('%s is refused, and cannot be filed', async (_, file, reason) => {
    const { id } = await sent(service, applicant, file);
    const asked = { ...applicant, params: { id } };
    for (const once of ['first', 'again'])
      expect(await service.refused(completeUpload, asked), once).toMatchObject({
        status: 422,
        body: { code: 'material-refused', values: { reason } },
      });
    const refused = (await service.ask(getMaterial, asked)).body;
    expect(refused).toMatchObject({ state: 'refused', refusal: reason });
    expect(
      await service.refused(submitFiling, { ...applicant, body: await packageWith(refused) }),
    ).toMatchObject({ status: 422, body: { defects: [{ path: '/uploads/0', code: 'upload-not-stored' }] } });
  });
});

describe('whose material it is', () => {
  test('others are told that there is none, and cannot file it', async () => {
    const material = await stored(service, applicant);
    const params = { id: material.id };
    const other = { token: await service.forge.accessToken({ claims: { sub: 'somebody-else' } }) };
    for (const by of [other, { as: 'registrar-cq' }]) {
      for (const route of [getMaterial, completeUpload])
        expect(await service.refused(route, { ...by, params })).toMatchObject({ status: 404 });
      expect(await service.refused(submitFiling, { ...by, body: await packageWith(material) })).toMatchObject(
        {
          status: 422,
          body: { code: 'material-unusable', defects: [{ path: '/uploads/0', code: 'unknown-upload' }] },
        },
      );
    }
  });

  test('with a filing it is read by who may see the filing, and with no other filing', async () => {
    const material = await stored(service, applicant);
    const body = await packageWith(material, { judged: true });
    const { id } = (await service.ask(submitFiling, { ...applicant, body })).body;
    const params = { id, material: material.id };
    const status = async (by: { as: string } | { token: string }, wanted = params) =>
      (await service.send(getFilingMaterial, { ...by, params: wanted })).status;
    expect(await Promise.all(['registrar-sc', 'head-sc', 'auditor'].map((as) => status({ as })))).toEqual([
      200, 200, 200,
    ]);
    const other = { token: await service.forge.accessToken({ claims: { sub: 'somebody-else' } }) };
    expect(await Promise.all([status(other), status({ as: 'registrar-cq' })])).toEqual([404, 404]);
    const another = (await service.ask(submitFiling, { ...applicant, body: await aFiling(service) })).body;
    expect(await status(applicant, { ...params, id: another.id })).toBe(404);
    expect(await status(applicant, { ...params, material: NOBODYS })).toBe(404);
    expect(await service.refused(listFilingMaterials, { ...other, params: { id } })).toMatchObject({
      status: 404,
    });
  });

  test('a link is good for one file and for a time', async () => {
    const material = await stored(service, applicant);
    const { id } = (await service.ask(submitFiling, { ...applicant, body: await packageWith(material) }))
      .body;
    const params = { id, material: material.id };
    const { url } = (await service.ask(getFilingMaterial, { ...applicant, params })).body;
    expect((await fetch(url)).status).toBe(200);
    for (const changed of [
      url.replace(material.id, NOBODYS),
      url.replace(/expires=[^&]+/, 'expires=2999-01-01T00%3A00%3A00.000Z'),
      url.replace('application%2Fpdf', 'text%2Fhtml'),
      url.replace('attachment', 'inline'),
      url.replace(/\?.*/, ''),
      url.replace(material.id, '..%2F..%2Fkeys.json'),
    ])
      expect((await fetch(changed)).status, changed).toBe(403);
  });
});

describe('one material, one filing', () => {
  test('two filings at one moment: one has it, the other hears so', async () => {
    const material = await stored(service, applicant);
    const bodies = await Promise.all([packageWith(material), packageWith(material)]);
    const told = await Promise.all(bodies.map((body) => service.send(submitFiling, { ...applicant, body })));
    expect(told.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(told.find(({ status }) => status === 422)?.body).toMatchObject({
      code: 'material-unusable',
      defects: [{ path: '/uploads/0', code: 'upload-in-other-filing' }],
    });
  });

  test('a filing that is returned gives it back, whoever returned it', async () => {
    const material = await stored(service, applicant);
    const complete = await packageWith(material, { judged: true });
    const incomplete = { ...complete, facts: { ...complete.facts, offices: [] } };
    const returned = await service.ask(submitFiling, { ...applicant, body: incomplete });
    expect(returned.body.state).toBe('returned');
    const reviewed = await service.ask(submitFiling, { ...applicant, body: complete });
    expect(reviewed.body.state).toBe('in-review');
    await service.ask(decideFiling, {
      as: 'registrar-sc',
      params: { id: reviewed.body.id },
      body: { action: 'return', reason: '请更正行业表述' },
    });
    const again = await service.ask(submitFiling, { ...applicant, body: await packageWith(material) });
    expect(again.body.state).toBe('registered');
    for (const id of [returned.body.id, reviewed.body.id, again.body.id]) {
      const params = { id, material: material.id };
      expect((await service.ask(getFilingMaterial, { ...applicant, params })).status).toBe(200);
    }
  });

  test('every upload that cannot be handed in is told at once, and nothing is written', async () => {
    const [named, other] = await Promise.all([stored(service, applicant), stored(service, applicant)]);
    const awaited = await sent(service, applicant, aPdf());
    const uploads = [named.id, NOBODYS, other.id, awaited.id];
    const content = await packageWith(named, { uploads });
    const refused = await service.refused(submitFiling, { ...applicant, body: content });
    const wrong = [
      ['/uploads/1', 'unknown-upload'],
      ['/uploads/2', 'digest-not-filed'],
      ['/uploads/3', 'upload-not-stored'],
    ];
    const codesOf = (defects: readonly { path: string; code: string }[] = []) =>
      defects.map(({ path, code }) => [path, code]);
    expect(codesOf(refused.body.defects)).toEqual(wrong);
    /* A check says the same, of a package and of a draft, and holds nothing. */
    const checked = await service.refused(checkFiling, { ...applicant, body: content });
    expect(checked).toMatchObject({ status: 422, body: { code: 'material-unusable' } });
    expect(codesOf(checked.body.defects)).toEqual(wrong);
    const { id } = (await service.ask(startDraft, { ...applicant, body: content })).body;
    const ofDraft = (await service.ask(checkDraft, { ...applicant, params: { id } })).body;
    expect(codesOf(ofDraft.defects)).toEqual(wrong);
    expect(ofDraft.checked).toBeUndefined();
    const usable = { ...content, uploads: [named.id] };
    expect((await service.ask(checkFiling, { ...applicant, body: usable })).body.findings).toEqual([]);
    const { body } = await service.ask(getMaterial, { ...applicant, params: { id: named.id } });
    expect(body.filing).toBeUndefined();
    const twice = await packageWith(named, { uploads: [named.id, named.id] });
    expect((await service.ask(submitFiling, { ...applicant, body: twice })).body.state).toBe('registered');
    expect(
      codesOf((await service.refused(checkFiling, { ...applicant, body: usable })).body.defects),
    ).toEqual([['/uploads/0', 'upload-in-other-filing']]);
  });
});
