import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listItems } from '../../catalog/items.ts';
import { lawRegister } from '../../catalog/law-register.ts';
import * as laws from '../../catalog/laws.ts';
import { articleFaults, type Citing } from '../../lib/domain/standard/law-register.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import { isPlainDate, plainDate } from '../../lib/domain/time/plain-date.ts';

const items = await listItems();

const register = lawRegister();

/**
 * The subject types an item is about, where that matters: an article that gave way for companies holds for others.
 * An item that is not named here is held to everything.
 */
const subjectTypesOf: Readonly<Record<string, readonly string[]>> = {
  'establish-company': ['limited-company'],
  'establish-joint-stock-company': ['joint-stock-company'],
  'establish-non-company-legal-person': ['non-company-legal-person'],
  'change-operator': ['individual-business'],
  'change-company-type': ['limited-company', 'joint-stock-company'],
  'restructure-into-company': ['non-company-legal-person'],
  'convert-individual-business-into-company': ['limited-company'],
};

type Place = readonly [path: string, articles: readonly Article[]];

const isCited = (value: unknown): value is readonly Article[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(({ law, article, validFrom }) =>
    [law, article, validFrom].every((part) => typeof part === 'string'),
  );

/** Every array of articles below a value, wherever it stands: what is cited together stands in one array. */
function placesIn(value: unknown, path = '', seen = new Set<unknown>()): readonly Place[] {
  if (isCited(value)) return [[path, value]];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, `${path}/${key}`, seen));
}

const faultsAt = (places: readonly Place[], citing: (articles: readonly Article[]) => Citing) =>
  places.flatMap(([path, articles]) =>
    articleFaults(articles, register, citing(articles)).map(
      ([{ law, article }, fault]) => `${path}: ${law} ${article}: ${fault}`,
    ),
  );

const standards = items.flatMap((item) => item.standards.map((standard) => ({ item, standard })));

test.each(standards.map(({ item, standard }) => [`${item.id} ${standard.version}`, item, standard] as const))(
  'every article that %s cites exists, holds while the standard does, and gave way to none',
  (_, item, standard) => {
    const { rules, materials, limits, validFrom, validTo } = standard;
    const places = placesIn({ rules, materials, limits });
    expect(places.length).toBeGreaterThan(rules.length / 2);
    expect(
      faultsAt(places, () => ({ on: validFrom, until: validTo, subjectTypes: subjectTypesOf[item.id] })),
    ).toEqual([]);
  },
);

test('a citation that is lapsed, superseded or made up would be found', () => {
  const rule = (articles: readonly Article[]) => ({ rules: [{ id: 'made-up', articles }] });
  const citing = { on: plainDate('2025-02-10') };
  const faultsOf = (...articles: readonly Article[]) =>
    faultsAt(placesIn(rule(articles)), () => citing).map((fault) => fault.replace('/rules/0/articles: ', ''));
  expect(faultsOf(laws.formerCompanyRegulation('第二十条'))).toEqual(['公司登记管理条例 第二十条: lapsed']);
  expect(faultsOf(laws.formerIndividualBusinessRegulation('第十条'))).toEqual([
    '个体工商户条例 第十条: lapsed',
  ]);
  expect(faultsOf(laws.formerCompanyLaw('第二十三条'))).toEqual(['公司法 第二十三条: lapsed']);
  expect(faultsOf(laws.companyLaw('第二百六十六条'))).toEqual([]);
  expect(faultsOf(laws.companyLaw('第二百六十七条'))).toEqual(['公司法 第二百六十七条: no-such-article']);
  expect(faultsOf(laws.yangtzeLaw('第八十条'))).toEqual(['长江保护法 第八十条: marked-seen-but-not-read']);
  expect(faultsOf(laws.implementingRules('第三十八条'))).toEqual([
    '市场主体登记管理条例实施细则 第三十八条: superseded',
  ]);
  expect(
    faultsOf(laws.implementingRules('第三十八条'), laws.individualBusinessRegulation('第十三条')),
  ).toEqual([]);
  expect(faultsOf({ ...laws.companyLaw('第一条'), law: '某法' })).toEqual(['某法 第一条: unregistered-law']);
});

test('no maker takes a text that names no article', () => {
  expect(() => laws.companyLaw('第四十七条第')).toThrow('Not an article: 公司法 第四十七条第');
  expect(() => laws.companyLaw('47')).toThrow(RangeError);
});

test('every maker makes articles of a text that is registered, from its first day to its last', () => {
  const makers = Object.entries(laws);
  expect(makers.length).toBeGreaterThan(30);
  for (const [name, maker] of makers) {
    const { law, validFrom, validTo, confidence } = maker('第一条');
    const text = register.laws.find(
      (one) => one.law === law && (one.validFrom === validFrom || one.amended?.includes(validFrom)),
    );
    expect([name, text?.law]).toEqual([name, law]);
    expect([name, validTo]).toEqual([name, text?.validTo]);
    const wasRead = text?.confidence === 'seen' && (text.readTo ?? text.articles ?? 0) > 0;
    expect([name, confidence === 'seen' && !wasRead]).toEqual([name, false]);
  }
});

test('the register of laws is whole: days exist, texts of one law follow one another, and what ended one holds', () => {
  const days = register.laws.flatMap(({ validFrom, validTo = validFrom, amended = [] }) => [
    validFrom,
    validTo,
    ...amended,
  ]);
  expect(days.filter((on) => !isPlainDate(on))).toEqual([]);
  expect(
    register.laws.filter(({ validFrom, validTo }) => validTo !== undefined && validTo <= validFrom),
  ).toEqual([]);
  expect(
    register.laws.filter(
      ({ articles, readTo }) => articles !== undefined && readTo !== undefined && readTo >= articles,
    ),
  ).toEqual([]);
  for (const [law, texts = []] of Object.entries(Object.groupBy(register.laws, (text) => text.law))) {
    const ordered = texts.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    expect([law, ordered.slice(1).filter(({ validFrom }, at) => validFrom !== ordered[at]?.validTo)]).toEqual(
      [law, []],
    );
  }
  for (const { law, validTo, endedBy } of register.laws) {
    expect([law, endedBy === undefined]).toEqual([law, validTo === undefined]);
    if (endedBy === undefined || validTo === undefined) continue;
    expect([law, articleFaults([endedBy], register, { on: validTo })]).toEqual([law, []]);
  }
});

test('what gave way stands in a law that still holds, and so does what it gave way to', () => {
  for (const { law, article, since, by, subjectTypes } of register.superseded) {
    const text = register.laws.find((one) => one.law === law && one.validTo === undefined);
    const old = { law, article, validFrom: text?.validFrom ?? since, confidence: 'seen' } as const;
    expect(articleFaults([old, ...by], register, { on: since, subjectTypes })).toEqual([]);
    expect(articleFaults([old], register, { on: since, subjectTypes }).map(([, fault]) => fault)).toEqual([
      'superseded',
    ]);
  }
  expect(register.superseded).toHaveLength(9);
});

test('the articles the data files mark as seen exist in the laws that are registered, and begin when those do', () => {
  const root = new URL('../../catalog/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.json') && !file.endsWith('corpus.json'),
  );
  const known = new Set(register.laws.map(({ law }) => law));
  const places = files
    .flatMap((file) =>
      placesIn(JSON.parse(readFileSync(new URL(file, root), 'utf8')), file).map(
        ([path, articles]): Place => [
          path,
          articles.filter(({ law, confidence }) => confidence === 'seen' && known.has(law)),
        ],
      ),
    )
    .filter(([, articles]) => articles.length > 0);
  expect(places.flatMap(([, articles]) => articles).length).toBeGreaterThan(30);
  expect(
    faultsAt(places, (articles) => ({
      on: articles.map(({ validFrom }) => validFrom).reduce((one, other) => (one < other ? other : one)),
      until: articles[0]?.validTo,
      subjectTypes: ['limited-company'],
    })),
  ).toEqual([]);
});
