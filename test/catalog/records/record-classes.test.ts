import { expect, test } from 'vitest';
import { findAuthority } from '../../../catalog/authorities.ts';
import { jurisdictions } from '../../../catalog/jurisdictions.ts';
import { findRecordClass, getRecordClass, recordClasses } from '../../../catalog/records/record-classes.ts';
import { getSource, sources } from '../../../catalog/sources.ts';
import { periodsOf } from '../../../lib/domain/credit/periods.ts';
import type { RecordVersion, Severity } from '../../../lib/domain/credit/record.ts';
import { isPlainDate } from '../../../lib/domain/time/plain-date.ts';
import { aRecord, day } from '../../support/records.ts';

const periods = (id: string, record: Partial<RecordVersion>) =>
  periodsOf(getRecordClass(id), aRecord({ class: id, ...record }));

test.each([
  ['registration', 'minor', '2026-03-31', undefined],
  ['registration', 'general', '2026-03-31', '2026-06-30'],
  ['registration', 'serious', '2026-03-31', '2029-03-31'],
  ['registration', 'minor', '2026-04-01', undefined],
  ['registration', 'general', '2026-04-01', '2027-04-01'],
  ['registration', 'serious', '2026-04-01', '2029-04-01'],
  ['registration', 'general', '2021-08-31', '2026-08-31'],
  ['credit-platform', 'general', '2026-03-31', '2027-03-31'],
  ['credit-platform', 'serious', '2023-04-30', '2026-04-30'],
] as const)(
  'a penalty of a %s authority, %s, decided on %s, is disclosed until %s',
  (kind, severity, decidedOn, until) => {
    const record = { authorityKind: kind, severity, decidedOn: day(decidedOn) };
    expect(periods('penalty', record).disclosure?.until).toBe(until);
  },
);

test('before Order 36 a penalty of market regulation counts from its publication, since then from the document', () => {
  const record = {
    authorityKind: 'registration',
    severity: 'general',
    publishedOn: day('2026-04-20'),
  } as const;
  expect(periods('penalty', { ...record, decidedOn: day('2026-03-31') }).disclosure?.until).toBe(
    '2026-07-20',
  );
  expect(periods('penalty', { ...record, decidedOn: day('2026-04-01') }).disclosure?.until).toBe(
    '2027-04-01',
  );
});

test('a minor penalty that had to be published is so for three months', () => {
  const record = { authorityKind: 'registration', severity: 'minor', decidedOn: day('2026-04-01') } as const;
  expect(periods('penalty', { ...record, publicationNecessary: true }).disclosure?.until).toBe('2026-07-01');
});

test.each([
  ['dishonest-debtor', 'court', 'open'],
  ['abnormal-list', 'registration', 'open'],
  ['serious-list', 'registration', '2029-05-11'],
  ['false-registration', 'registration', '2029-05-12'],
  ['licence-revoked-responsible', 'registration', '2029-05-12'],
  ['honour', 'registration', 'open'],
  ['licence', 'credit-platform', 'open'],
] as const)('a record of class %s decided on 2026-05-11 holds until %s', (id, authorityKind, until) => {
  expect(periods(id, { authorityKind, decidedOn: day('2026-05-11') }).effect?.until).toBe(until);
});

const everyRule = recordClasses().flatMap((recordClass) =>
  recordClass.periods.map((rule) => ({ recordClass, rule })),
);

test('for each authority system and severity the rules follow one another up to today without gap or overlap', () => {
  for (const recordClass of recordClasses())
    for (const kind of recordClass.issuedBy)
      for (const severity of [
        ...recordClass.severities,
        ...(recordClass.severities.length ? [] : [undefined]),
      ] as (Severity | undefined)[]) {
        const rules = recordClass.periods
          .filter((rule) => rule.authorityKinds.includes(kind) && rule.severity === severity)
          .toSorted((a, b) => (a.decidedFrom < b.decidedFrom ? -1 : 1));
        expect(rules.length, `${recordClass.id} ${kind} ${severity}`).toBeGreaterThan(0);
        rules.forEach((rule, index) => {
          expect(rule.decidedTo, `${recordClass.id} ${kind} ${severity}`).toBe(rules[index + 1]?.decidedFrom);
        });
      }
});

test('rules name only authorities and severities their class knows, and articles that held on their first day', () => {
  expect(everyRule.length).toBeGreaterThan(20);
  for (const { recordClass, rule } of everyRule) {
    expect(recordClass.issuedBy).toEqual(expect.arrayContaining([...rule.authorityKinds]));
    if (rule.severity !== undefined) expect(recordClass.severities).toContain(rule.severity);
    for (const article of rule.articles) {
      expect(isPlainDate(article.validFrom)).toBe(true);
      expect(article.validFrom <= rule.decidedFrom, `${recordClass.id} ${article.law}`).toBe(true);
    }
  }
});

test('ids are unique and fit the packed form of a half', () => {
  const ids = recordClasses().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z-]+$/);
  expect(findRecordClass('score')).toBeUndefined();
});

test('every class has exactly one source on every side, owned by an authority of that side that may issue or relay', () => {
  for (const { code } of jurisdictions)
    for (const { id, issuedBy, jurisdiction = code } of recordClasses()) {
      const own = sources().filter((source) => source.jurisdiction === code && source.classes.includes(id));
      expect(own.length, `${code} ${id}`).toBe(jurisdiction === code ? 1 : 0);
      if (own.length === 0) continue;
      const owner = findAuthority(own[0]?.owner ?? '');
      expect(owner?.jurisdiction).toBe(code);
      expect([...issuedBy, 'credit-platform']).toContain(owner?.kind);
    }
  expect(() => getSource('cq-scores')).toThrow(expect.objectContaining({ code: 'unknown-source' }));
});
