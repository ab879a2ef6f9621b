import { createHash } from 'node:crypto';
import type { RecordVersion } from '../../lib/domain/credit/record.ts';
import type { FindRecordClass, RecordClass, Span } from '../../lib/domain/credit/record-class.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import { organisationKey, personKey } from '../../lib/domain/subject/subject-key.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';

export const day = (text: string) => text as PlainDate;
export const instant = (text: string) => text as Instant;

export const anOrganisation = organisationKey('91500231MA5U000A5X');
export const aPerson = personKey('k1', 'a'.repeat(43));

export const anArticle = (overrides: Partial<Article> = {}): Article => ({
  law: '示例法',
  article: '第一条',
  validFrom: day('2020-01-01'),
  confidence: 'inference',
  ...overrides,
});

export const recordId = (seed: string | number): string =>
  createHash('sha256').update(String(seed)).digest().subarray(0, 16).toString('base64url');

/** A record of an invented class, by an invented court of an invented side. */
export const aRecord = (overrides: Partial<RecordVersion> = {}): RecordVersion => ({
  id: recordId('one'),
  version: 1,
  class: 'debtor',
  subject: aPerson,
  issuedBy: 'court-east',
  documentNumber: '（2026）东0001执1号',
  ordinal: 1,
  decidedOn: day('2026-03-10'),
  basis: [{ law: '示例法', article: '第一条' }],
  jurisdiction: 'EAST',
  authorityKind: 'court',
  happened: { kind: 'published' },
  recordedAt: instant('2026-03-11T01:00:00.000Z'),
  recordedBy: 'court-east',
  ...overrides,
});

export const document: Span = { kind: 'document' };
export const none: Span = { kind: 'none' };
export const months = (count: number, from: 'document' | 'publication' = 'document'): Span => ({
  kind: 'months',
  months: count,
  from,
});

const name = { zh: '示例', en: 'Example' };
const provenance = {
  source: '示例目录',
  edition: '2020',
  validFrom: day('2020-01-01'),
  confidence: 'inference',
} as const;
const rule = {
  authorityKinds: ['court', 'registration'],
  decidedFrom: day('2000-01-01'),
  articles: [anArticle()],
} as const;
const both = ['organisation', 'person'] as const;

export const aClass = (overrides: Partial<RecordClass> = {}): RecordClass => ({
  id: 'debtor',
  name,
  bears: 'against',
  subjects: both,
  issuedBy: ['court', 'registration'],
  severities: [],
  periods: [{ ...rule, disclosure: document, effect: document }],
  provenance,
  ...overrides,
});

const classes: Readonly<Record<string, RecordClass>> = {
  debtor: aClass(),
  bar: aClass({ id: 'bar', periods: [{ ...rule, disclosure: months(36), effect: months(36) }] }),
  penalty: aClass({
    id: 'penalty',
    severities: ['minor', 'general', 'serious'],
    periods: [
      { ...rule, severity: 'minor', disclosure: none, disclosureIfNecessary: months(3), effect: none },
      { ...rule, severity: 'general', disclosure: months(12), effect: months(12) },
      {
        ...rule,
        severity: 'serious',
        disclosure: months(36, 'publication'),
        effect: months(36, 'publication'),
      },
    ],
  }),
  honour: aClass({ id: 'honour', bears: 'for' }),
  licence: aClass({ id: 'licence', bears: 'neutral' }),
};

/** An invented catalogue of five classes. */
export const findClass: FindRecordClass = (id) => classes[id];
