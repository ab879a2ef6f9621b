import * as z from 'zod/mini';
import type { Fruitless } from '../domain/registration/erase-filing.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant } from '../domain/time/instant.ts';
import { epochSecondOf } from './expiry.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** What an erased filing held on to that stands elsewhere: who was named in it, and its files. */
export interface Erasure {
  readonly filing: string;
  readonly at: Instant;
  readonly submittedAt: Instant;
  readonly subjects: readonly SubjectKey[];
  readonly uploads: readonly { readonly material: string; readonly revision?: string | undefined }[];
}

const KEPT_SECONDS = 30 * 86_400;

const instant = z.custom<Instant>((value) => typeof value === 'string');
const stored = z.object({
  filing: z.string(),
  at: instant,
  submittedAt: instant,
  subjects: z.array(z.custom<SubjectKey>((value) => typeof value === 'string')),
  uploads: z.array(z.object({ material: z.string(), revision: z.optional(z.string()) })),
});

/** The erasure among the new images of the table's stream; `undefined` for any other item. */
export const erasureFrom = (image: Readonly<Record<string, unknown>>): Erasure | undefined =>
  String(image.pk).startsWith('ERASED#') ? z.parse(stored, image) : undefined;

/** Erasures on their way: written with the erasure itself, so that none of what follows from it is forgotten. */
export const createErasureStore = (table: string) => ({
  /** `filing` as it was before. */
  tell: ({ id, submittedAt, persons, uploads = [] }: Fruitless, at: Instant): Write => {
    const erasure: Erasure = {
      filing: id,
      at,
      submittedAt,
      subjects: [...new Set(persons.map(({ subject }) => subject))],
      uploads: uploads.map(({ material, revision }) => ({
        material,
        ...(revision !== undefined && { revision }),
      })),
    };
    const Item = { ...keys.erasure(id), ...erasure, expiresAt: epochSecondOf(at) + KEPT_SECONDS };
    return { condition: 'erasure-told', item: { Put: { TableName: table, Item } } };
  },
});

export type ErasureStore = ReturnType<typeof createErasureStore>;
