import type * as z from 'zod/mini';
import type { ListImports } from '../../lib/acts/list-imports.ts';
import type { ReadImport, SeenImport } from '../../lib/acts/read-import.ts';
import type { RequestImport } from '../../lib/acts/request-import.ts';
import {
  getImport,
  type importShape,
  listImports,
  requestImport,
} from '../../lib/contract/credit-imports.ts';
import { type FileRefusal, type Import, noRows, type Progress } from '../../lib/domain/credit/import.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { fileRefusalTexts } from '../../lib/edge/import-texts.ts';
import { fillIn, inLanguage, type Language } from '../../lib/edge/language.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface ImportActs {
  readonly request: RequestImport;
  readonly list: ListImports;
  readonly read: ReadImport;
}

type Told = z.input<typeof importShape>;

const presentRefusal = ({ code, line, values }: FileRefusal, language: Language) => ({
  code,
  ...(line !== undefined && { line }),
  ...(values !== undefined && { values: { ...values } }),
  detail: fillIn(inLanguage(fileRefusalTexts[code], language), { line, ...values }, language),
});

function presentState(told: Import, language: Language): Partial<Told> {
  switch (told.state) {
    case 'awaiting-upload':
      return {};
    case 'splitting':
      return { startedAt: told.startedAt };
    case 'running':
      return { startedAt: told.startedAt, rows: told.rows };
    case 'finished':
      return { startedAt: told.startedAt, rows: told.rows, finishedAt: told.finishedAt };
    case 'refused':
      return { refusal: presentRefusal(told.refusal, language) };
  }
}

function presentImport(
  { import: told, counts, percent, expectedAt }: { readonly import: Import } & Progress,
  language: Language,
): Told {
  const { id, state, authority, format, encoding, bytes, sha256, createdAt } = told;
  return {
    ...{ id, state, authority, format, encoding, bytes, sha256, createdAt, percent },
    counts: {
      accepted: counts.accepted,
      duplicate: counts.duplicate,
      alreadyHeld: counts['already-held'],
      refused: counts.refused,
    },
    expectedAt: expectedAt ?? null,
    ...presentState(told, language),
  };
}

/** What is told of one that was asked for: how far it is can be read, and is not looked up for this. */
const justAsked = (told: Import): SeenImport =>
  told.state === 'finished'
    ? { import: told, counts: told.counts, percent: 100 }
    : { import: told, counts: noRows, percent: 0 };

const request = ({ request, read }: ImportActs) =>
  httpHandler(requestImport, async ({ caller, body, moment, language }) => {
    const { import: told, isNew, form } = await request(caller, body, moment);
    const seen = told.state === 'running' ? await read(caller, told.id, moment) : justAsked(told);
    return {
      status: isNew ? 201 : 200,
      body: {
        ...presentImport(seen, language),
        ...(form !== undefined && { upload: { ...form, fields: { ...form.fields } } }),
      },
      headers: { location: `/v1/credit/imports/${told.id}` },
    };
  });

const list = ({ list }: ImportActs) =>
  httpHandler(listImports, async ({ caller, query, moment, language }) => {
    const { entries, next } = await list(caller, query.cursor, moment);
    const imports = entries.map((seen) => presentImport(seen, language));
    return { status: 200, body: { imports, ...(next !== undefined && { next }) } };
  });

const get = ({ read }: ImportActs) =>
  httpHandler(getImport, async ({ caller, params, moment, language }) => {
    const { receipt, ...seen } = await read(caller, params.id, moment);
    return {
      status: 200,
      body: { ...presentImport(seen, language), ...(receipt !== undefined && { receipt }) },
    };
  });

export const createHandler = (acts: ImportActs) => surfaceHandler([request(acts), list(acts), get(acts)]);
