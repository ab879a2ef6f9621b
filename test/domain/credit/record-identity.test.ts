import { expect, test } from 'vitest';
import {
  identityText,
  normaliseDocumentNumber,
  sameContent,
} from '../../../lib/domain/credit/record-identity.ts';
import { aRecord, day } from '../../support/records.ts';

test.each([
  ['渝市监处罚〔2026〕12号', '渝市监处罚(2026)12号'],
  ['渝市监处罚[2026]12号', '渝市监处罚(2026)12号'],
  ['渝市监处罚（2026）12号', '渝市监处罚(2026)12号'],
  ['渝市监处罚【2026】12号', '渝市监处罚(2026)12号'],
  ['渝市监处罚﹝2026﹞12号', '渝市监处罚(2026)12号'],
  [' 渝市监 处罚〔２０２６〕　12\u200b号 ', '渝市监处罚(2026)12号'],
])('%s is the document %s', (typed, document) => {
  expect(normaliseDocumentNumber(typed)).toBe(document);
});

test('one document typed in two ways makes one record', () => {
  const typed = (documentNumber: string) => identityText(aRecord({ documentNumber }));
  expect(typed('（2026）东0001执1号')).toBe(typed('[2026] 东0001执1号'));
});

test.each([
  { class: 'bar' },
  { issuedBy: 'court-west' },
  { documentNumber: '（2026）东0001执2号' },
  { ordinal: 2 },
] as const)('%o makes another record', (difference) => {
  expect(identityText(aRecord(difference))).not.toBe(identityText(aRecord()));
});

test('parts of an identity cannot run into one another', () => {
  const first = aRecord({ issuedBy: 'a', documentNumber: 'b","c' });
  const second = aRecord({ issuedBy: 'a","b', documentNumber: 'c' });
  expect(identityText(first)).not.toBe(identityText(second));
});

test('the same content is the same, whoever handed it in and when', () => {
  const again = aRecord({ recordedBy: 'credit-east', documentNumber: '(2026)东0001执1号' });
  expect(sameContent(aRecord(), again)).toBe(true);
});

test.each([
  { decidedOn: day('2026-03-11') },
  { validTo: day('2028-01-01') },
  { publishedOn: day('2026-03-12') },
  { severity: 'general' },
  { publicationNecessary: true },
  { basis: [{ law: '示例法', article: '第二条' }] },
] as const)('%o is other content', (difference) => {
  expect(sameContent(aRecord(), aRecord(difference))).toBe(false);
});
