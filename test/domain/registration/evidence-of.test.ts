import { expect, test } from 'vitest';
import { evidenceOf } from '../../../lib/domain/registration/evidence-of.ts';
import type { SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import { anEnterprise } from '../../support/an-enterprise.ts';

const key = (name: string) => `P:test:${name.padEnd(43, 'x')}` as SubjectKey;
const [chair, farmer, stranger] = [key('chair'), key('farmer'), key('stranger')] as const;
const cooperative = anEnterprise({
  type: 'cooperative',
  heads: [{ subject: chair, name: '林晓岚' }],
  members: [{ subject: farmer, name: '何若水', as: 'member', subscribedFen: 1_000, traits: ['farmer'] }],
  roles: [{ subject: farmer, role: 'member' }],
});
const none = { holdings: [], branches: [] };
const seenBy = (...named: readonly SubjectKey[]) =>
  evidenceOf(cooperative, none, 'reg-511623', new Set(named));

test.each([
  ['its head', chair],
  ['a member', farmer],
])('a filing that names %s is judged by all its parts', (_, named) => {
  expect(seenBy(named).members).toEqual([
    { subject: farmer, as: 'member', subscribedFen: 1_000, traits: ['farmer'] },
  ]);
  expect(seenBy(named).roles.length).toBe(1);
});

test('a filing of strangers tells nobody who is in it beyond what law publishes', () => {
  const evidence = seenBy(stranger);
  expect([evidence.members, evidence.roles]).toEqual([[], []]);
  expect(evidence.heads).toEqual([chair]);
  const company = anEnterprise({ members: [{ subject: farmer, name: '何若水', as: 'shareholder' }] });
  expect(evidenceOf(company, none, 'reg-511623', new Set([stranger])).members).toEqual([
    { subject: farmer, as: 'shareholder' },
  ]);
});

test('an authority sees all, and nobody sees names, place or authority', () => {
  const evidence = evidenceOf(cooperative, none, 'reg-500231');
  expect(evidence.members.length).toBe(1);
  expect(evidence.withDecidingAuthority).toBe(false);
  for (const told of ['林晓岚', '何若水', '511623"', 'reg-', '鼎新路'])
    expect(JSON.stringify(evidence)).not.toContain(told);
});
