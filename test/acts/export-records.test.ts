import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCompact } from '../../lib/crypto/jws.ts';
import { changeOfRecord } from '../../lib/domain/changes/change-of-record.ts';
import { EXPORT_TYPE } from '../../lib/domain/credit/export.ts';
import { organisationKey } from '../../lib/domain/subject/subject-key.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { exporting, LATER } from '../support/an-export.ts';
import {
  aCaller,
  aDebtorRecord,
  anAnnulment,
  type CreditService,
  moment,
  NOW,
  organisation,
  PERSON_NUMBER,
  startCreditService,
} from '../support/credit-service.ts';

const court = 'court-500231';
const platform = 'credit-500000';
const before = moment('2026-11-22T15:59:59.000Z');

let service: CreditService;
let exported: ReturnType<typeof exporting>;
beforeAll(async () => {
  service = await startCreditService();
  exported = exporting(service);
});
afterAll(() => service.stop());

let documents = 0;
const aRecord = (overrides: Parameters<typeof aDebtorRecord>[0] = {}) => {
  documents += 1;
  return aDebtorRecord({ documentNumber: `（2026）渝0231执导出${documents}号`, ...overrides });
};
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: unknown) => (error as { code?: string }).code ?? error,
  );

describe('a snapshot', () => {
  test('holds what an authority and its platform handed in, each record once, as it was known at its moment', async () => {
    const relayed = await service.publish(aRecord({ subject: organisation }), platform, before);
    const own = await service.publish(aRecord(), court, NOW);
    const other = await service.publish(aRecord({ issuedBy: 'court-500000' }), platform, NOW);
    await service.annul(relayed.id, aCaller(court), anAnnulment, NOW);
    const begun = await exported.begun(court);
    expect(begun).toMatchObject({
      state: 'settling',
      authority: court,
      asOf: '2026-11-23',
      askedAt: '2026-11-23T02:00:00.000Z',
      knownAt: '2026-11-23T02:00:01.000Z',
      keptUntil: '2026-11-30T02:00:00.000Z',
    });
    /* Recorded later: a new record, and a step of one that is in it. */
    const after = moment('2026-11-23T02:00:01.001Z');
    await service.publish(aRecord(), court, after);
    await service.annul(own.id, aCaller(court), anAnnulment, after);

    const { manifest, rows, token, steps } = await exported.finished(begun.id, court);
    expect(steps).toBe(1);
    expect(rows.map(({ id, version, state, issuedBy }) => ({ id, version, state, issuedBy }))).toEqual([
      { id: own.id, version: 1, state: 'in-force', issuedBy: court },
      { id: relayed.id, version: 2, state: 'annulled', issuedBy: court },
    ]);
    expect(
      rows[1].versions.map(({ kind, recordedBy }: Record<string, unknown>) => [kind, recordedBy]),
    ).toEqual([
      ['published', platform],
      ['annulled', court],
    ]);
    expect(rows[1].subject).toEqual({
      kind: 'organisation',
      code: '91500231MA5U000A5X',
      codeCheck: 'passed',
    });
    expect(rows[0].subject).toEqual({ kind: 'person' });
    expect(manifest).toMatchObject({
      id: begun.id,
      authority: court,
      issuedAt: LATER.at,
      records: 2,
      counts: [
        { class: 'dishonest-debtor', state: 'annulled', records: 1 },
        { class: 'dishonest-debtor', state: 'in-force', records: 1 },
      ],
      parts: [{ rows: 2 }],
    });
    const keys = await exported.receiptSigner.verificationKeys();
    expect(await verifyCompact(token, EXPORT_TYPE, keys)).toMatchObject({ valid: true, payload: manifest });

    const ofPlatform = await exported.begun(platform);
    const { rows: theirs } = await exported.finished(ofPlatform.id, platform);
    expect(theirs.map(({ id }) => id).sort()).toEqual([relayed.id, other.id].sort());
  });

  test('holds also what is of a class that the catalogue no longer knows, without periods', async () => {
    const regulator = 'court-500000';
    const { id } = await service.publish(aRecord({ issuedBy: regulator }), regulator, before);
    const kept = (await service.itemsOf('credit')).find((item) => item.id === id);
    await service.client.send(
      new PutCommand({ TableName: service.names.credit, Item: { ...kept, class: 'no-longer-known' } }),
    );
    const begun = await exported.begun(regulator);
    const { rows } = await exported.finished(begun.id, regulator);
    const [row] = rows.filter((one) => one.id === id);
    expect([row.class, row.state, row.effect, row.disclosure]).toEqual([
      'no-longer-known',
      'in-force',
      undefined,
      undefined,
    ]);
    await service.client.send(new PutCommand({ TableName: service.names.credit, Item: kept ?? {} }));
  });

  test('tells of a person neither the number nor the key', async () => {
    await service.publish(aRecord(), court, NOW);
    const begun = await exported.begun(court);
    const { texts, token } = await exported.finished(begun.id, court);
    const all = texts.join('') + Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    expect(all).not.toContain(PERSON_NUMBER);
    expect(all).not.toContain('P:');
  });

  test('of an authority that handed in nothing has no parts', async () => {
    const begun = await exported.begun('reg-511623');
    expect((await exported.finished(begun.id, 'reg-511623')).manifest).toMatchObject({
      records: 0,
      counts: [],
      parts: [],
    });
  });
});

describe('what is written while it is walked', () => {
  const registrar = 'reg-500231';
  const aPenalty = (subject = organisation) =>
    aRecord({
      class: 'penalty',
      severity: 'general',
      issuedBy: registrar,
      decidedOn: '2026-04-01' as PlainDate,
      subject,
    });

  test('does not show, and the changes after it are exactly the difference', async () => {
    const first: { id: string }[] = [];
    for (let count = 0; count < 7; count += 1) first.push(await service.publish(aPenalty(), registrar, NOW));
    const versionsOf = async (ids: readonly { readonly id: string }[]) =>
      (await service.records.listVersions(organisationKey('91500231MA5U000A5X'))).filter(({ id }) =>
        ids.some((one) => one.id === id),
      );
    const number = async (versions: Awaited<ReturnType<typeof versionsOf>>) =>
      exported.sequence(versions.map(changeOfRecord), (fault) => {
        throw fault;
      });
    await number((await versionsOf(first)).slice(0, 4));
    const begun = await exported.begun(registrar);
    expect(begun.changes).toEqual([
      { side: 'CQ', after: 4 },
      { side: 'SC', after: 0 },
    ]);
    /* Recorded before its moment, and numbered after it was asked for. */
    await number((await versionsOf(first)).slice(4));
    const after = moment('2026-11-23T02:00:30.000Z');
    const written: { id: string }[] = [];
    const records = {
      ...service.records,
      listHandedIn: async (...asked: Parameters<typeof service.records.listHandedIn>) => {
        const page = await service.records.listHandedIn(...asked);
        if (asked[1] === '2026-11-23' && written.length < 3) {
          written.push(await service.publish(aPenalty(), registrar, after));
          await service.annul(first[written.length]?.id ?? '', aCaller(registrar), anAnnulment, after);
        }
        return page;
      },
    };
    const goOn = exported.goOnWith({ records, rowsOfPart: 2 });
    const snapshot = await exported.finished(begun.id, registrar, LATER, goOn);
    expect(written.length).toBeGreaterThan(0);
    expect(snapshot.rows.map(({ id, version }) => [id, version]).sort()).toEqual(
      first.map(({ id }) => [id, 1]).sort(),
    );
    expect(snapshot.manifest.changes).toEqual([
      { side: 'CQ', after: 7 },
      { side: 'SC', after: 0 },
    ]);
    const late = (await versionsOf([...first, ...written])).filter(
      ({ recordedAt }) => recordedAt === after.at,
    );
    await number(late);
    const followed = await exported.changes.listAfter('CQ', 7, 100);
    const next = await exported.begun(registrar, LATER);
    const then = await exported.finished(next.id, registrar, moment('2026-11-23T02:02:00.000Z'));
    const had = new Map(snapshot.rows.map(({ id, version }) => [id, version]));
    const differs = then.rows.filter(({ id, version }) => had.get(id) !== version);
    expect(followed.map(({ change }) => [change.data.record, change.data.version]).sort()).toEqual(
      differs.map(({ id, version }) => [id, version]).sort(),
    );
    expect(differs.length).toBe(2 * written.length);
  });
});

describe('a walk', () => {
  const platformOfSc = 'credit-510000';
  const ids: string[] = [];
  beforeAll(async () => {
    for (let count = 0; count < 9; count += 1) {
      const at = count < 5 ? before : NOW;
      ids.push((await service.publish(aRecord({ issuedBy: 'court-511623' }), platformOfSc, at)).id);
    }
  });

  test('is cut into parts of bounded size, and begins when nothing is on its way any more', async () => {
    const { id } = await exported.begun(platformOfSc);
    const goOn = exported.goOnWith({ rowsOfPart: 3 });
    const early = await goOn(aCaller(platformOfSc), id, moment('2026-11-23T02:00:30.999Z'));
    expect(early.told).toMatchObject({ state: 'settling', version: 1 });
    const first = await goOn(aCaller(platformOfSc), id, moment('2026-11-23T02:00:31.000Z'));
    expect(first.told).toMatchObject({
      state: 'walking',
      parts: 1,
      records: 5,
      walk: { handedInBy: platformOfSc, day: '2026-11-23' },
    });
    const { manifest, texts, rows } = await exported.finished(id, platformOfSc, LATER, goOn);
    expect(manifest.parts.map((part) => part.rows)).toEqual([5, 4]);
    expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    for (const [at, { sha256, bytes, name }] of manifest.parts.entries()) {
      expect(
        createHash('sha256')
          .update(texts[at] ?? '')
          .digest('hex'),
      ).toBe(sha256);
      expect(Buffer.byteLength(texts[at] ?? '')).toBe(bytes);
      expect(name).toBe(`part-000${at + 1}-${sha256.slice(0, 16)}.ndjson`);
    }
  });

  test('broken off after each write goes on where it was, and comes to the same', async () => {
    const { id } = await exported.begun(platformOfSc);
    let writes = 0;
    const dies = async (): Promise<never> => {
      throw new Error('killed');
    };
    const beforeSave = exported.goOnWith({ rowsOfPart: 3, writeAll: dies });
    const afterSave = exported.goOnWith({
      rowsOfPart: 3,
      writeAll: async (all) => {
        await service.writeAll(all);
        writes += 1;
        return dies();
      },
    });
    for (let step = 0; step < 3; step += 1) {
      await expect(beforeSave(aCaller(platformOfSc), id, LATER)).rejects.toThrow('killed');
      await afterSave(aCaller(platformOfSc), id, LATER).catch(() => undefined);
    }
    expect(writes).toBe(3);
    const { rows, manifest } = await exported.finished(id, platformOfSc);
    expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(manifest).toMatchObject({ records: 9, counts: [{ records: 9 }] });
  });

  test('taken on by many at one moment tells of each record once', async () => {
    const { id } = await exported.begun(platformOfSc);
    const goOn = exported.goOnWith({ rowsOfPart: 3 });
    for (let round = 0; round < 3; round += 1)
      await Promise.all(Array.from({ length: 5 }, () => goOn(aCaller(platformOfSc), id, LATER)));
    const { rows, manifest } = await exported.finished(id, platformOfSc);
    expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
    expect(manifest.parts.map((part) => part.rows)).toEqual([5, 4]);
  });

  test('whose manifest cannot be signed is signed when it is asked for again', async () => {
    const { id } = await exported.begun(platformOfSc);
    const unable = { ...exported.receiptSigner, sign: () => Promise.reject(new Error('no key')) };
    const goOn = exported.goOnWith({ receiptSigner: unable });
    expect(await caught(goOn(aCaller(platformOfSc), id, LATER))).toBe('signing-unavailable');
    expect((await exported.finished(id, platformOfSc)).rows).toHaveLength(9);
  });
});

describe('rights and bounds', () => {
  test('an export is its authority’s alone, and is kept for seven days', async () => {
    const { id } = await exported.begun(court);
    const asked = (by: string | undefined, at = LATER) => caught(exported.goOn(aCaller(by), id, at));
    expect(await asked(platform)).toBe('not-found');
    expect(await asked('reg-511623')).toBe('not-found');
    expect(await asked(undefined)).toBe('forbidden');
    expect(await asked(court, moment('2026-11-30T01:59:59.999Z'))).toBe('nothing');
    expect(await asked(court, moment('2026-11-30T02:00:00.000Z'))).toBe('not-found');
  });

  test('an authority asks for 24 a day, and not for a 25th', async () => {
    const by = 'reg-500101';
    await Promise.all(Array.from({ length: 4 }, () => exported.begun(by)));
    for (let count = 4; count < 24; count += 1) await exported.begun(by);
    expect(await caught(exported.begun(by))).toBe('too-many-exports');
    expect((await exported.begun(by, moment('2026-11-23T16:00:00.000Z'))).asOf).toBe('2026-11-24');
  });
});
