import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { checked, day } from '../../catalog/checked.ts';
import data from '../../catalog/divisions.json' with { type: 'json' };
import { findDivision, historyOf, listDivisions } from '../../catalog/divisions.ts';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { listAuthorities } from '../../catalog/listed-authorities.ts';
import { listPlatforms } from '../../catalog/platforms.ts';
import { listRoutingRules } from '../../catalog/routing.ts';
import { listWindows } from '../../catalog/windows.ts';
import type { Article, Provenance } from '../../lib/domain/standard/provenance.ts';
import { isPlainDate, plainDate } from '../../lib/domain/time/plain-date.ts';

const today = plainDate('2026-11-23');

test('every row of the divisions is read, and each of its codes stood in the year it is named for', () => {
  expect(data.divisions).toHaveLength(581);
  const spans = [...new Set(data.divisions.map(({ code }) => code))].flatMap((code) => historyOf(code));
  expect(spans).toHaveLength(581);
  const stood = (code: string, year: number) => findDivision(code, plainDate(`${year}-01-01`)) !== undefined;
  for (const { code, name, validTo, successors, ceded } of spans) {
    const lost = [
      ...successors.filter((successor) => !stood(successor, validTo ?? 0)),
      ...ceded.filter((part) => !stood(part.code, part.year)),
    ];
    expect([code, name, lost]).toEqual([code, name, []]);
  }
});

test('a current division has no successors, and every ended one has some unless it was a prefecture', () => {
  const spans = [...new Set(data.divisions.map(({ code }) => code))].flatMap((code) => historyOf(code));
  expect(spans.filter(({ validTo, successors }) => validTo === undefined && successors.length > 0)).toEqual(
    [],
  );
  const heirless = spans.filter(
    ({ validTo, successors }) => validTo !== undefined && successors.length === 0,
  );
  expect(heirless.filter(({ level }) => level !== 'prefecture')).toEqual([]);
});

test('every side names its province-level division', () => {
  for (const { division, code, name } of jurisdictions)
    expect(findDivision(division, today)).toMatchObject({
      level: 'province',
      jurisdiction: code,
      name: name.zh,
    });
});

test("every authority's divisions are current, of its side, and its own level comes first", () => {
  for (const { id, divisions, jurisdiction, level } of listAuthorities(today)) {
    const found = divisions.map((code) => findDivision(code, today));
    expect([id, found.filter((division) => division?.jurisdiction !== jurisdiction)]).toEqual([id, []]);
    expect([id, found[0]?.level]).toEqual([id, level]);
  }
});

test('every member of a platform is current on the first day of the platform, and so is every footprint', () => {
  for (const { id, members, provenance } of listPlatforms(today)) {
    const codes = members.flatMap(({ division, footprint = [] }) => [
      division,
      ...footprint.map((part) => part.division),
    ]);
    const missing = codes.filter((code) => findDivision(code, provenance.validFrom) === undefined);
    expect([id, missing]).toEqual([id, []]);
    expect(new Set(members.map(({ jurisdiction }) => jurisdiction)).size).toBe(2);
  }
});

test('every day of every source and article exists', () => {
  const dated: readonly (Provenance | Article)[] = [
    ...listAuthorities(today).map(({ provenance }) => provenance),
    ...listPlatforms(today).map(({ provenance }) => provenance),
    ...listWindows(today).map(({ provenance }) => provenance),
    ...jurisdictions.map(({ provenance }) => provenance),
    ...listRoutingRules().flatMap(({ articles }) => articles),
  ];
  expect(
    dated
      .flatMap(({ validFrom, validTo = validFrom }) => [validFrom, validTo])
      .filter((on) => !isPlainDate(on)),
  ).toEqual([]);
});

test('current divisions come in the order of their codes', () => {
  const codes = listDivisions(today).map(({ code }) => code);
  expect([...codes].sort()).toEqual(codes);
});

test('a bad entry is refused with its file and path', () => {
  const schema = z.strictObject({ entries: z.array(z.strictObject({ on: day })) });
  expect(checked('x.json', schema, { entries: [{ on: '2026-01-01' }] }).entries).toHaveLength(1);
  expect(() => checked('x.json', schema, { entries: [{ on: '2026-01-01' }, { on: '1 January' }] })).toThrow(
    'catalog/x.json: /entries/1/on: Not a day',
  );
});
