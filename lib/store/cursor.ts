import { createHash } from 'node:crypto';
import { DomainError } from '../domain/errors.ts';

/** A page of a list, and the cursor that continues it. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly next?: string;
}

type Position = Readonly<Record<string, string>>;

const seal = (binding: string, position: string): string =>
  createHash('sha256').update(`${binding}\n${position}`).digest('base64url').slice(0, 16);

/** An opaque cursor that continues only the list it came from (`binding` names route, caller and filter). */
export function cursorFrom(binding: string, position: Position): string {
  const text = JSON.stringify(position);
  return Buffer.from(JSON.stringify([seal(binding, text), text])).toString('base64url');
}

/** @throws DomainError `invalid-request` for a cursor of another list, caller or filter. */
export function positionOf(binding: string, cursor: string): Position {
  try {
    const [mark, text] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string, string];
    if (mark === seal(binding, text)) return JSON.parse(text) as Position;
  } catch (cause) {
    throw foreignCursor(cause);
  }
  throw foreignCursor();
}

const foreignCursor = (cause?: unknown): DomainError =>
  new DomainError('invalid-request', { defects: [{ path: 'query:/cursor', code: 'foreign-cursor' }], cause });
