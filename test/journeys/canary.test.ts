import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { askAboutMyData, decideDataRequest, listDataRequests } from '../../lib/contract/data-requests.ts';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { checkDraft, listDrafts, replaceDraft, startDraft } from '../../lib/contract/drafts.ts';
import { checkFiling, getFiling, getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { listAlarms, listLogRoots, proveLookup } from '../../lib/contract/lookup-log.ts';
import { getMyData, listMyRecords } from '../../lib/contract/own-file.ts';
import { startEngine } from '../../local/engine.ts';
import type { InventedPerson } from '../../local/personas.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, citizenNumber, type Facts, toBeJudged } from './a-filing.ts';
import { lookUpOf, recordOf, subjectOf } from './a-record.ts';

const person = (name: string, bornOn: string): InventedPerson => ({
  name,
  document: { kind: 'citizen-id', number: citizenNumber('511623', bornOn) },
});

/** Law publishes the names of these two (公司法 第三十二条), and nothing else of them. */
const founder = person('鹤鸣皋', '1983-04-05');
const waiting = person('鹭行远', '1984-05-06');
/** Of these nothing is published. */
const supervisor = person('雁南飞', '1985-06-07');
const debtor = person('鸥不知', '1986-07-08');
const defective = person('鹏无待', '1987-08-09');

const phones = ['13912345678', '13912345679'];
const numbers = [founder, waiting, supervisor, debtor, defective].map(({ document }) => document.number);
/** Whose name nobody has to know; a filing that waits publishes nobody's yet. */
const names = [waiting, supervisor, debtor, defective].map(({ name }) => name);

const withPhones = (facts: Facts): Facts => ({
  ...facts,
  persons: facts.persons.map((one, at) => ({ ...one, phone: phones[at] ?? '' })),
});

const lookUpQuestion = { purpose: 'registration', basis: 'registration-review' };

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

/** Everything that a person's data could be told in again: as it is, in base64 at each offset, in UTF-16. */
function formsOf(secret: string): readonly Buffer[] {
  const bytes = Buffer.from(secret);
  const inBase64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(offset === 0 ? 0 : offset + 1, -4),
  );
  return [bytes, Buffer.from(secret, 'utf16le'), ...inBase64.map((text) => Buffer.from(text))];
}

const heldIn = (content: Buffer, secrets: readonly string[]): readonly string[] =>
  secrets.filter((secret) => formsOf(secret).some((form) => content.includes(form)));

/** What is kept deflated, as it was before. */
function inflated(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes).toString();
  } catch {
    return '';
  }
}

/** Everything a data file keeps, as an application reads it. */
async function itemsOf(file: string): Promise<Buffer> {
  const engine = await startEngine({ file });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: engine.endpoint, region: 'us-east-1', credentials }),
  );
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const texts: string[] = [];
  for (const TableName of TableNames) {
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName }));
    expect(LastEvaluatedKey).toBeUndefined();
    texts.push(
      JSON.stringify(Items, (_, value: unknown) => (value instanceof Uint8Array ? inflated(value) : value)),
    );
  }
  client.destroy();
  await engine.stop();
  expect(texts).toHaveLength(3);
  return Buffer.from(texts.join('\n'));
}

// Another engine keeps its data where this test cannot look.
test.skipIf(process.env.DYNAMODB_ENDPOINT)(
  'neither what the service keeps nor what it says of itself tells who anybody is',
  async () => {
    const answers: unknown[] = [];
    const keep = <T extends { readonly body: unknown }>(told: T): T => {
      answers.push(told.body);
      return told;
    };
    const as = 'registrar-cq';
    const complete = await aFiling(service, { founder, supervisor, facts: withPhones });
    keep(await service.ask(checkFiling, { as, body: complete }));
    const registered = keep(
      await service.ask(submitFiling, { as, body: complete, headers: { 'idempotency-key': 'canary' } }),
    ).body;
    expect(registered.state).toBe('registered');
    keep(await service.ask(getFiling, { as, params: { id: registered.id } }));
    keep(await service.ask(getReceipt, { as, params: { id: registered.id } }));
    const judged = await aFiling(service, {
      founder: waiting,
      supervisor,
      facts: (facts) => toBeJudged(withPhones(facts)),
    });
    const { id } = keep(await service.ask(submitFiling, { as, body: judged })).body;
    keep(
      await service.ask(decideFiling, {
        as: 'registrar-sc',
        params: { id },
        body: { action: 'propose-extension', reason: '情形复杂' },
      }),
    );
    const broken = await aFiling(service, {
      founder: defective,
      supervisor,
      facts: (facts) => withPhones({ ...facts, materials: [] }),
    });
    keep(await service.ask(submitFiling, { as, body: broken }));
    const drafting = {
      as,
      body: broken,
      headers: { 'idempotency-key': 'canary-draft' },
    };
    const draft = keep(await service.ask(startDraft, drafting)).body;
    keep(await service.ask(checkDraft, { as, params: { id: draft.id } }));
    keep(await service.ask(listDrafts, { as }));
    await service.ask(replaceDraft, { as, params: { id: draft.id }, body: judged });
    const record = recordOf(debtor);
    keep(
      await service.ask(publishRecord, {
        as: 'publisher-cq',
        body: record,
        headers: { 'idempotency-key': 'canary' },
      }),
    );
    answers.push(await lookUpOf(service, [founder, supervisor, debtor]));
    answers.push(await lookUpOf(service, [debtor], { asOf: '2026-01-01' }));
    // An officer who tries many numbers out raises an alarm, which tells whom it was about as little as a proof would.
    const tried = Array.from({ length: 20 }, (_, at) => ({
      kind: 'person',
      document: { kind: 'passport', number: `E8765${String(at).padStart(4, '0')}` },
    }));
    const asking = {
      as: 'regulator-cq',
      body: { ...lookUpQuestion, subjects: [subjectOf(debtor), ...tried] },
    };
    const { lookup } = (keep(await service.ask(lookUp, asking as never)).body ?? {}) as { lookup: string };
    const alarms = keep(await service.ask(listAlarms, { as: 'auditor' })).body.alarms;
    expect(alarms.map(({ kind }) => kind)).toContain('sequential-numbers');
    keep(await service.send(proveLookup, { as: 'auditor', params: { lookup } }));
    keep(await service.ask(listLogRoots, {}));
    for (const route of [listMyRecords, getMyData]) keep(await service.ask(route, { as: 'subject' }));
    // What is said of one's own data is kept sealed; only lists tell it again, to whoever answers it.
    keep(
      await service.ask(askAboutMyData, {
        as: 'subject',
        body: {
          kind: 'copy',
          about: { of: 'file', jurisdiction: 'CQ' },
          what: `${debtor.name}，${debtor.document.number}，${phones[0]}`,
        },
        headers: { 'idempotency-key': 'canary-data' },
      }),
    );
    const asked = (await service.ask(listDataRequests, { as: 'data-officer-cq' })).body.requests;
    expect(asked.map(({ what }) => what)).toEqual([expect.stringContaining(debtor.name)]);
    const decision = { outcome: 'grant', ground: 'access', reason: '可以查阅' } as const;
    const params = { id: asked[0]?.id ?? '' };
    keep(await service.ask(decideDataRequest, { as: 'data-officer-cq', params, body: decision }));
    for (const raw of [
      JSON.stringify(judged).slice(0, -1),
      JSON.stringify({ ...judged, surplus: supervisor }),
      JSON.stringify({ ...record, documentNumber: supervisor.document.number }),
    ])
      for (const route of [submitFiling, publishRecord, lookUp])
        keep(
          await service.refused(route, {
            as: route === submitFiling ? as : route === lookUp ? 'regulator-cq' : 'publisher-cq',
            raw,
          }),
        );
    await service.refused(submitFiling, { token: await service.proofOf(debtor), body: complete });

    expect(heldIn(Buffer.from(JSON.stringify(answers)), [...numbers, ...phones, ...names])).toEqual([]);
    await pause(500);
    await service.end('SIGTERM');
    const files = readdirSync(service.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map(({ name }) => name)).toContain('dynamodb.sqlite');
    for (const { name, parentPath } of files)
      expect(heldIn(readFileSync(join(parentPath, name)), [...numbers, ...phones, ...names]), name).toEqual(
        [],
      );
    const output = Buffer.from(service.output());
    expect(heldIn(output, [...numbers, ...phones, ...names, founder.name])).toEqual([]);
    const stored = readFileSync(join(service.dataDir, 'dynamodb.sqlite'));
    const items = await itemsOf(join(service.dataDir, 'dynamodb.sqlite'));
    expect(heldIn(items, [...numbers, ...phones, ...names])).toEqual([]);
    // That the search finds what does stand there: the name that law publishes.
    expect([heldIn(stored, [founder.name]), heldIn(items, [founder.name])]).toEqual([
      [founder.name],
      [founder.name],
    ]);
  },
);
