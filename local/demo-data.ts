import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getAuthority } from '../catalog/authorities.ts';
import { sources } from '../catalog/sources.ts';
import { demoRecords } from './demo-records.ts';
import { personas } from './personas.ts';
import { fetchAccessToken } from './tokens.ts';

export interface DemoPlace {
  readonly url: string;
  readonly issuerUrl: string;
  readonly dataDir: string;
}

/** Far below the least that the catalog lets a source lag. */
const HEARTBEAT_MS = 15 * 60_000;

async function post(
  place: DemoPlace,
  path: string,
  asked: { readonly token: string; readonly body: unknown; readonly key?: string },
): Promise<void> {
  const response = await fetch(`${place.url}/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${asked.token}`,
      'content-type': 'application/json',
      ...(asked.key !== undefined && { 'idempotency-key': asked.key }),
    },
    body: JSON.stringify(asked.body),
  });
  if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

const publishers = personas.filter(({ role }) => role === 'publisher');

/** The tokens of the publishers, by persona. */
async function publisherTokens({ issuerUrl }: DemoPlace): Promise<(persona: string) => string> {
  const tokens = new Map(
    await Promise.all(publishers.map(async ({ id }) => [id, await fetchAccessToken(issuerUrl, id)] as const)),
  );
  return (persona) => tokens.get(persona) ?? '';
}

const sideOf = (authority: string | undefined): string | undefined =>
  authority === undefined ? undefined : getAuthority(authority).jurisdiction;

/**
 * Says for every source of the catalog that it is complete up to now, each by the platform of its own side, over
 * HTTP like any other publisher. Only the owners of sources can know that; here this process plays them.
 */
export async function sendHeartbeats(place: DemoPlace): Promise<void> {
  const tokenOf = await publisherTokens(place);
  const body = { completeUpTo: new Date().toISOString() };
  await Promise.all(
    sources().map(({ id, jurisdiction }) => {
      const publisher = publishers.find(({ authority }) => sideOf(authority) === jurisdiction);
      if (publisher === undefined) throw new Error(`No persona publishes for the side of source ${id}`);
      return post(place, `/credit/sources/${id}/heartbeat`, { token: tokenOf(publisher.id), body });
    }),
  );
}

async function publishDemoRecords(place: DemoPlace): Promise<void> {
  const tokenOf = await publisherTokens(place);
  await Promise.all(
    demoRecords.map(({ publisher, record }, index) =>
      post(place, '/credit/records', {
        token: tokenOf(publisher),
        body: record,
        key: `demo-record-${index + 1}`,
      }),
    ),
  );
}

const tell = (error: unknown): void =>
  console.error(`demo data: ${error instanceof Error ? error.message : error}`);

export interface DemoData {
  /** Whether the records came with this start, or with an earlier one. */
  readonly records: 'published' | 'kept' | 'failed';
  readonly stop: () => void;
}

/**
 * Publishes the demo records when a data directory is first used, and plays the sources of both sides: a heartbeat
 * of each now and every 15 minutes, as look-ups answer `unknown` where a source does not report.
 *
 * What fails is told and tried again (records at the next start, heartbeats at the next turn); the service runs.
 */
export async function startDemoData(place: DemoPlace): Promise<DemoData> {
  const marker = join(place.dataDir, 'demo-data.json');
  let records: DemoData['records'] = 'kept';
  try {
    if (!existsSync(marker)) {
      records = 'failed';
      await publishDemoRecords(place);
      writeFileSync(marker, `${JSON.stringify({ loadedAt: new Date().toISOString() })}\n`);
      records = 'published';
    }
    await sendHeartbeats(place);
  } catch (error) {
    tell(error);
  }
  const timer = setInterval(() => sendHeartbeats(place).catch(tell), HEARTBEAT_MS);
  return { records, stop: () => clearInterval(timer) };
}
