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

const LONGEST_KEY = 200;

/** Whoever knows the binding can make a cursor of their own: it has to name a position, whatever else it says. */
function isPosition(value: unknown, names: readonly string[]): value is Position {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== names.length) return false;
  const position: Readonly<Record<string, unknown>> = { ...value };
  return names.every((name) => {
    const key = position[name];
    return typeof key === 'string' && key !== '' && key.length <= LONGEST_KEY;
  });
}

/**
 * The position by the keys of these names, as `cursorFrom` was given it.
 *
 * @throws DomainError `invalid-request` for a cursor of another list, caller or filter.
 */
export function positionOf(binding: string, cursor: string, names: readonly string[]): Position {
  try {
    const [mark, text] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string, string];
    const position: unknown = mark === seal(binding, text) ? JSON.parse(text) : undefined;
    if (isPosition(position, names)) return position;
  } catch (cause) {
    throw foreignCursor(cause);
  }
  throw foreignCursor();
}

/** A cursor of another list, caller or filter. */
export const foreignCursor = (cause?: unknown): DomainError =>
  new DomainError('invalid-request', { defects: [{ path: 'query:/cursor', code: 'foreign-cursor' }], cause });
