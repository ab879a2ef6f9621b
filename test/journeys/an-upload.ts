import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import { completeUpload, type materialShape, requestUpload } from '../../lib/contract/materials.ts';
import type { MaterialType } from '../../lib/domain/registration/material.ts';
import type { LocalService } from '../support/local-service.ts';
import type { Facts } from './a-filing.ts';

export type Stored = z.output<typeof materialShape>;
export interface Form {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}
/** A persona or a token, as the client takes them. */
type By = { readonly as: string } | { readonly token: string };

let documents = 0;

/** A small PDF that no other test of the file has. */
export function aPdf(text = 'articles of association'): Buffer {
  documents += 1;
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Title (${text} ${documents}) >>\nendobj\ntrailer\n<<>>\n%%EOF\n`,
  );
}

export const sha256Of = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

export const declared = (file: Buffer, mediaType: MaterialType = 'application/pdf') => ({
  mediaType,
  bytes: file.length,
  sha256: sha256Of(file),
});

/** Sends a file by a form: every field first, the file last. */
export async function post({ url, fields }: Form, file: Buffer): Promise<{ status: number; text: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]), 'whatever.pdf');
  const response = await fetch(url, { method: 'POST', body: form });
  return { status: response.status, text: await response.text() };
}

/** Asked for and sent, and not yet completed. */
export async function sent(service: LocalService, by: By, file: Buffer, mediaType?: MaterialType) {
  const { body } = await service.ask(requestUpload, { ...by, body: declared(file, mediaType) });
  const { status, text } = await post(body.upload, file);
  if (status !== 204) throw new Error(`Not taken: ${status} ${text}`);
  return body;
}

export async function stored(
  service: LocalService,
  by: By,
  file = aPdf(),
  mediaType?: MaterialType,
): Promise<Stored> {
  const { id } = await sent(service, by, file, mediaType);
  return (await service.ask(completeUpload, { ...by, params: { id } })).body;
}

/** The first material of the facts is this file. */
export const withFile =
  ({ sha256 }: { readonly sha256: string }) =>
  (facts: Facts): Facts => ({
    ...facts,
    materials: facts.materials.map((material, index) => (index === 0 ? { ...material, sha256 } : material)),
  });
