import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod/mini';
import type { importShape, requestImport } from '../lib/contract/credit-imports.ts';
import type { DeclaredImport } from '../lib/domain/credit/import.ts';

export type ToldImport = z.output<typeof importShape>;
type RequestedImport = z.output<(typeof requestImport.responses)[200]>;

/** The service said no; what it said. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

export interface ImportClient {
  readonly url: string;
  /** Asked again where a token has ended. */
  readonly token: () => Promise<string>;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function asked<T>({ url, token }: ImportClient, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${url}/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const told = (await response.json()) as T & { readonly detail?: string };
  if (!response.ok) throw new NotTaken(told.detail ?? `HTTP ${response.status}`);
  return told;
}

/** Asks for the import of a file and sends it, unless the service had it already. */
export async function sendFile(
  client: ImportClient,
  file: string,
  how: Pick<DeclaredImport, 'format' | 'encoding'>,
): Promise<ToldImport> {
  const [sha256, { size: bytes }] = await Promise.all([sha256Of(file), stat(file)]);
  const { upload, ...told } = await asked<RequestedImport>(client, '/credit/imports', {
    ...how,
    bytes,
    sha256,
  });
  if (upload === undefined) return told;
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', await openAsBlob(file), 'file');
  const response = await fetch(upload.url, { method: 'POST', body: form });
  if (!response.ok) throw new NotTaken(`${response.status} ${await response.text()}`);
  return told;
}

export const readImport = (client: ImportClient, id: string): Promise<ToldImport> =>
  asked(client, `/credit/imports/${id}`);

/** Reads how far an import is, again and again, until it is at its end. */
export async function awaitImport(
  client: ImportClient,
  id: string,
  onProgress: (told: ToldImport) => void,
  everyMs = 500,
): Promise<ToldImport> {
  for (;;) {
    const told = await readImport(client, id);
    onProgress(told);
    if (told.state === 'finished' || told.state === 'refused') return told;
    await pause(everyMs);
  }
}

/** Fetches the receipts of a finished import into a file. */
export async function fetchReceipts({ receipt }: ToldImport, into: string): Promise<void> {
  if (receipt === undefined) throw new Error('There are no receipts yet');
  const response = await fetch(receipt.url);
  if (!response.ok || response.body === null) throw new NotTaken(`${response.status}`);
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(into));
}
