import { expect, test } from 'vitest';
import { jurisdictions } from '../../../catalog/jurisdictions.ts';
import { annulmentTerms, disputeTermsOf, repairTerms } from '../../../catalog/records/procedures.ts';
import { recordClasses } from '../../../catalog/records/record-classes.ts';
import { repairRules, repairTermsFor } from '../../../catalog/records/repair-rules.ts';
import { severitiesOf, severityRules, withSeverity } from '../../../catalog/records/severity-rules.ts';
import type { Penalty } from '../../../lib/domain/credit/penalty.ts';
import type { Severity } from '../../../lib/domain/credit/record.ts';
import { anOrganisation, aPerson, aRecord, day } from '../../support/records.ts';

const penalty = (told: Penalty, decidedOn: string, more: Partial<Parameters<typeof aRecord>[0]> = {}) =>
  aRecord({
    class: 'penalty',
    authorityKind: 'registration',
    subject: anOrganisation,
    decidedOn: day(decidedOn),
    penalty: told,
    ...more,
  });
const fine = (yuan: number): Penalty => ({ kinds: ['fine'], fineFen: yuan * 100 });

test.each<[string, Penalty, readonly Severity[], readonly Severity[]]>([
  ['a warning', { kinds: ['warning'] }, ['minor'], ['minor']],
  ['public criticism', { kinds: ['public-criticism'] }, ['general'], ['minor']],
  ['a fine on the spot', { kinds: ['fine'], fineFen: 20_000, simpleProcedure: true }, ['minor'], ['minor']],
  ['a fine just below the lower amount', fine(99_999), ['general'], ['general']],
  ['a fine of the lower amount', fine(100_000), ['serious'], ['general', 'serious']],
  ['confiscation', { kinds: ['confiscation'] }, ['serious'], ['general']],
  [
    'a small fine and confiscation',
    { kinds: ['fine', 'confiscation'], fineFen: 100 },
    ['serious'],
    ['general'],
  ],
  ['a licence withheld', { kinds: ['licence-suspended'] }, ['serious'], ['general']],
  ['a licence revoked', { kinds: ['fine', 'licence-revoked'], fineFen: 100 }, ['serious'], ['serious']],
  ['a bar from the profession', { kinds: ['profession-restricted'] }, ['serious'], ['serious']],
  ['a stop of business', { kinds: ['business-halted'] }, ['serious'], ['general', 'serious']],
  ['a fine of unknown amount', { kinds: ['fine'] }, ['serious'], ['general', 'serious']],
])('%s: by order 45 and, from 2026-04-01, by Order 36', (_, told, before, since) => {
  expect(severitiesOf(penalty(told, '2026-03-31'))).toEqual(before);
  expect(severitiesOf(penalty(told, '2026-04-01'))).toEqual(since);
});

test('the lower amount of a person is another', () => {
  const ofPerson = (yuan: number) => severitiesOf(penalty(fine(yuan), '2026-03-31', { subject: aPerson }));
  expect([ofPerson(9_999), ofPerson(10_000)]).toEqual([['general'], ['serious']]);
});

test('a severity that alone follows is set, and whose word it is stands with it', () => {
  const none = penalty({ kinds: ['warning'] }, '2026-04-01');
  expect(withSeverity(none)).toMatchObject({ severity: 'minor', severityBy: 'rules' });
  expect(withSeverity(penalty(fine(100_000), '2026-04-01'))).not.toHaveProperty('severity');
  const { penalty: _, ...untold } = penalty(fine(1), '2026-04-01', { severity: 'serious' });
  expect(withSeverity(untold)).toMatchObject({ severity: 'serious', severityBy: 'publisher' });
  expect(withSeverity(penalty(fine(1), '2021-08-31', { severity: 'general' })).severityBy).toBe('publisher');
});

test.each([
  ['penalty', 'general', '2026-04-01', { kind: 'after', months: 3, from: 'document' }],
  ['penalty', 'serious', '2026-04-01', { kind: 'after', months: 12, from: 'document' }],
  ['penalty', 'minor', '2026-04-01', { kind: 'after', months: 0, from: 'document' }],
  ['abnormal-list', undefined, '2026-05-01', { kind: 'after', months: 0, from: 'document' }],
  ['serious-list', undefined, '2026-05-01', { kind: 'after', months: 12, from: 'document' }],
  ['false-registration', undefined, '2026-05-01', { kind: 'never' }],
  ['licence-revoked-responsible', undefined, '2026-05-01', { kind: 'never' }],
  ['honour', undefined, '2026-05-01', undefined],
] as const)('%s %s of %s is repaired so', (id, severity, decidedOn, terms) => {
  const record = penalty({ kinds: ['other'] }, decidedOn, { class: id, ...(severity && { severity }) });
  expect(repairTermsFor(record)).toEqual(terms);
});

test('each rule of a period of what speaks against a subject has exactly one rule of repair, and no other has any', () => {
  for (const { id, bears, periods } of recordClasses())
    for (const { authorityKinds, severity, decidedFrom, decidedTo } of periods)
      for (const kind of authorityKinds) {
        const fitting = repairRules().filter(
          (rule) =>
            rule.class === id &&
            rule.authorityKinds.includes(kind) &&
            rule.severity === severity &&
            rule.decidedFrom === decidedFrom &&
            rule.decidedTo === decidedTo,
        );
        expect(fitting.length, `${id} ${kind} ${severity} ${decidedFrom}`).toBe(bears === 'against' ? 1 : 0);
      }
});

test('rules of severity name classes and severities there are, and the last case takes everything', () => {
  for (const rule of severityRules()) {
    const known = recordClasses().find(({ id }) => id === rule.class);
    expect(rule.cases.at(-1)?.when).toEqual({});
    for (const { admits } of rule.cases)
      expect(known?.severities).toEqual(expect.arrayContaining([...admits]));
  }
});

test('every side has its limit, and what nobody read is marked so', () => {
  for (const { code } of jurisdictions) {
    const { answerWorkingDays, mostForRecord, mostForSubject, articles } = disputeTermsOf(code);
    expect([answerWorkingDays, mostForRecord, mostForSubject]).toEqual([10, 3, 5_000]);
    expect(articles[0]?.confidence).toBe('memory');
  }
  expect(annulmentTerms()).toMatchObject({ workingDays: 3, articles: [{ confidence: 'seen' }, {}] });
  expect(repairTerms()).toMatchObject({ acceptWorkingDays: 3, decideWorkingDays: 10, barMonths: 36 });
  expect(repairTerms()).toMatchObject({ mostForRecord: 10, mostForSubject: 5_000 });
});

test('the catalogue has the kinds it is asked for, local supplements named as such and bound to their side', () => {
  expect(recordClasses().map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'penalty',
      'licence',
      'serious-list',
      'abnormal-list',
      'dishonest-debtor',
      'honour',
      'judicial-enforcement',
      'honorary-title',
      'commitment',
      'commitment-breach',
      'credit-evaluation',
    ]),
  );
  const local = recordClasses().filter(({ jurisdiction }) => jurisdiction !== undefined);
  expect(local.map(({ jurisdiction }) => jurisdiction)).toEqual(['CQ', 'SC']);
  for (const { provenance } of local) expect(provenance.source).toContain('地方补充目录');
});
