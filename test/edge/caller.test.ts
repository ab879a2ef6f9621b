import { describe, expect, test } from 'vitest';
import { DomainError } from '../../lib/domain/errors.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { type Instant, momentOf } from '../../lib/domain/time/instant.ts';
import { callerOf } from '../../lib/edge/caller.ts';
import { aCaller, anEvent, authorizedAs } from './an-event.ts';

const NOW = momentOf(new Date('2026-11-23T02:00:00.000Z'));
const access = { scope: 'filings:write', roles: ['applicant', 'registrar'] } as const;

function answerFor(authorizer: unknown): unknown {
  try {
    return callerOf(anEvent({ authorizer }), access, NOW);
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
}

const forCaller = (over: Partial<Caller>): unknown => answerFor(authorizedAs(aCaller(over)));

test('scope and one of the roles let in', () => {
  expect(forCaller({})).toEqual(aCaller());
  expect(forCaller({ roles: ['auditor', 'registrar'] })).toMatchObject({ roles: ['auditor', 'registrar'] });
});

test.each<[string, Partial<Caller>]>([
  ['the scope without a role', { roles: [] }],
  ['the scope with another role', { roles: ['auditor', 'head'] }],
  ['a role without the scope', { scopes: [] }],
  ['a role with another scope', { scopes: ['filings:read'] }],
  ['a role with a scope that only starts alike', { scopes: ['filings:write:all', 'filings:*', '*'] }],
  ['nothing', { scopes: [], roles: [] }],
])('%s does not', (_, over) => {
  expect(forCaller(over)).toBe('forbidden');
});

describe('nobody is let in without the authorizer', () => {
  test.each<[string, unknown]>([
    ['without any context', undefined],
    ['by an empty context', {}],
    ['by an empty answer', { lambda: {} }],
    ['by no answer', { lambda: null }],
    [
      'by the claims of another kind of authorizer',
      { jwt: { claims: { caller: JSON.stringify(aCaller()) } } },
    ],
  ])('%s', (_, authorizer) => {
    expect(answerFor(authorizer)).toBe('unauthenticated');
  });

  test('and what is no caller is a fault, not somebody', () => {
    expect(answerFor({ lambda: { caller: '{' } })).toBeInstanceOf(SyntaxError);
    expect(answerFor({ lambda: { caller: '{}' } })).toBe('unauthenticated');
  });
});

test.each<[string, unknown]>([
  ['2026-11-23T02:00:00.001Z', aCaller({ expiresAt: '2026-11-23T02:00:00.001Z' as Instant })],
  ['2026-11-23T02:00:00.000Z', 'unauthenticated'],
  ['2026-11-23T01:59:59.999Z', 'unauthenticated'],
])('a token that ends at %s, at two o’clock', (end, expected) => {
  expect(forCaller({ expiresAt: end as Instant })).toEqual(expected);
});

test('a token whose end is not told has ended', () => {
  const { expiresAt: _, ...endless } = aCaller();
  expect(answerFor({ lambda: { caller: JSON.stringify(endless) } })).toBe('unauthenticated');
});
