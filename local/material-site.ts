import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { type FileHandle, link, open, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type DiskLink, linkText } from '../lib/store/disk-forms.ts';
import { diskPlaces, findOnDisk } from '../lib/store/disk-material-files.ts';
import { EXPORT_PREFIX } from '../lib/store/export-files.ts';
import { KEY_PREFIX } from '../lib/store/material-files.ts';
import {
  isSignedBy,
  POLICY_FIELD,
  readPolicy,
  SIGNATURE_FIELD,
  secretOf,
  type UploadPolicy,
} from '../lib/store/signed-policy.ts';
import type { Answering } from './http-server.ts';
import { drain, MalformedForm, type OpenForm, openForm } from './multipart.ts';

/** Where the local run answers for the folder of materials, as S3 would for a bucket. */
export const MATERIAL_PATH = '/material-files';

/** Refused as S3 refuses: a status and a code. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

const denied = (): Refused => new Refused(403, 'AccessDenied');
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The folder and the id of a key. @throws Refused for a key that is none of ours. */
function placeIn(folders: Folders, key: string): readonly [folder: string, id: string] {
  for (const [prefix, folder] of Object.entries(folders)) {
    const id = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    if (ID.test(id)) return [folder, id];
  }
  throw denied();
}

/** Folders of this machine by the beginning of the keys that are kept there. */
type Folders = Readonly<Record<string, string>>;

/** What a site answers for, and where. */
export interface FileSite {
  /** Of the addresses. */
  readonly path: string;
  /** Where the secret is by which forms and links were signed. */
  readonly folder: string;
  readonly takes: Folders;
  readonly gives: Folders;
  /** A file has arrived whole, perhaps not for the first time. */
  readonly onArrived?: (id: string) => void;
}

const EXPORT_KEY = new RegExp(`^${EXPORT_PREFIX}[0-9a-f-]{36}/part-[0-9]{4}-[0-9a-f]{16}\\.ndjson$`);

/** The place of what a key names; `undefined` where it is not there. */
async function placeOf(folder: string, gives: Folders, key: string): Promise<string | undefined> {
  if (!EXPORT_KEY.test(key)) return findOnDisk(...placeIn(gives, key));
  const place = join(folder, key);
  const isThere = await stat(place).then(
    () => true,
    () => false,
  );
  return isThere ? place : undefined;
}

type SizeRange = readonly ['content-length-range', number, number];
const isSize = (condition: UploadPolicy['conditions'][number]): condition is [...SizeRange] =>
  Array.isArray(condition);
const NOTHING: SizeRange = ['content-length-range', 0, 0];

/** Every condition holds for the fields, and every field has one: a form says nothing that was not signed. */
function requireMet({ expiration, conditions }: UploadPolicy, fields: ReadonlyMap<string, string>): void {
  const wanted = new Map(conditions.flatMap((one) => (isSize(one) ? [] : Object.entries(one))));
  const told = [...fields].filter(([name]) => name !== POLICY_FIELD && name !== SIGNATURE_FIELD);
  const met = [...wanted].every(([name, value]) => fields.get(name) === value);
  if (!met || told.some(([name]) => !wanted.has(name)) || Date.parse(expiration) <= Date.now())
    throw denied();
}

/** @throws Refused where the file is longer, shorter or another one than was signed. */
async function receive(
  file: OpenForm['file'],
  into: FileHandle,
  least: number,
  most: number,
): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of file) {
    bytes += chunk.length;
    if (bytes > most) throw new Refused(400, 'EntityTooLarge');
    hash.update(chunk);
    await into.write(chunk);
  }
  if (bytes < least) throw new Refused(400, 'EntityTooSmall');
  await into.sync();
  return hash.digest('base64');
}

/** Written beside its place and then linked to it: whole or not there, and what arrived first stays. */
async function store(takes: Folders, { fields, file }: OpenForm, signed: UploadPolicy): Promise<string> {
  const [folder, id] = placeIn(takes, fields.get('key') ?? '');
  const [, least, most] = signed.conditions.find(isSize) ?? NOTHING;
  const draft = join(folder, `.${randomBytes(8).toString('hex')}`);
  const into = await open(draft, 'wx', 0o600);
  try {
    const digest = await receive(file, into, least, most);
    if (digest !== fields.get('x-amz-checksum-sha256')) throw new Refused(400, 'BadDigest');
    if ((await findOnDisk(folder, id)) !== undefined) return id;
    const { awaited, mediaType } = diskPlaces(folder, id);
    await writeFile(mediaType, fields.get('Content-Type') ?? '', { mode: 0o600 });
    await link(draft, awaited).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return id;
  } finally {
    await into.close();
    await rm(draft, { force: true });
  }
}

const refusal = (response: ServerResponse, { status, code }: Refused): void => {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  response.writeHead(status, {
    'content-type': 'application/xml',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
};

/** What a browser is told of a file: to keep it, to believe its type, and to run nothing of it. */
const fileHeaders = (asked: DiskLink, length: number) => ({
  'content-type': asked['response-content-type'],
  'content-disposition': asked['response-content-disposition'],
  'content-length': length,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
});

/** The folder of materials over HTTP: takes signed forms, and answers signed links. */
export const createMaterialSite = (folder: string): Answering =>
  createFileSite({
    path: MATERIAL_PATH,
    folder,
    takes: { [KEY_PREFIX]: folder },
    gives: { [KEY_PREFIX]: folder },
  });

/** Folders of this machine over HTTP, as S3 answers for a bucket. */
export function createFileSite({ path, folder, takes, gives, onArrived }: FileSite): Answering {
  const secret = secretOf(folder);
  for (const each of Object.values(takes)) mkdirSync(each, { recursive: true, mode: 0o700 });

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks = request[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    try {
      await accept(await openForm(chunks, request.headers['content-type'] ?? ''));
    } finally {
      await drain(chunks).catch(() => undefined);
    }
    response.writeHead(204).end();
  }

  async function accept(form: OpenForm): Promise<void> {
    const policy = form.fields.get(POLICY_FIELD) ?? '';
    if (!isSignedBy(secret, policy, form.fields.get(SIGNATURE_FIELD) ?? '')) throw denied();
    const signed = readPolicy(policy);
    requireMet(signed, form.fields);
    const id = await store(takes, form, signed);
    onArrived?.(id);
  }

  async function give(url: URL, response: ServerResponse): Promise<void> {
    const key = decodeURIComponent(url.pathname.slice(path.length + 1));
    const part = (name: string): string => url.searchParams.get(name) ?? '';
    const asked: DiskLink = {
      expires: part('expires'),
      'response-content-type': part('response-content-type'),
      'response-content-disposition': part('response-content-disposition'),
    };
    if (!isSignedBy(secret, linkText(key, asked), part('signature'))) throw denied();
    if (!(Date.parse(asked.expires) > Date.now())) throw denied();
    const place = await placeOf(folder, gives, key);
    if (place === undefined) throw new Refused(404, 'NoSuchKey');
    response.writeHead(200, fileHeaders(asked, (await stat(place)).size));
    await pipeline(createReadStream(place), response);
  }

  return async (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    try {
      if (request.method === 'POST' && url.pathname === path) await take(request, response);
      else if (request.method === 'GET') await give(url, response);
      else throw new Refused(405, 'MethodNotAllowed');
    } catch (error) {
      if (response.headersSent) response.destroy();
      else if (error instanceof MalformedForm) refusal(response, new Refused(400, 'MalformedPOSTRequest'));
      else if (error instanceof URIError) refusal(response, denied());
      else if (error instanceof Refused) refusal(response, error);
      /* The client went away: nobody is left to answer. */ else if (request.destroyed && !request.complete)
        response.destroy();
      else throw error;
    }
  };
}
