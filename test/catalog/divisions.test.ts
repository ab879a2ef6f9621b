import { describe, expect, test } from 'vitest';
import { divisionRegister } from '../../catalog/division-register.ts';
import {
  divisionNames,
  findDivision,
  historyOf,
  listDivisions,
  successorsOf,
} from '../../catalog/divisions.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

const today = plainDate('2026-11-23');
const codeAndName = ({ code, name }: { code: string; name: string }) => `${code} ${name}`;

test('a current county has its level, city and side', () => {
  expect(findDivision('511623', today)).toEqual({
    code: '511623',
    name: '邻水县',
    shortName: '邻水',
    level: 'county',
    parent: '511600',
    jurisdiction: 'SC',
    validFrom: 1998,
    successors: [],
    ceded: [],
  });
});

test.each([
  ['500112', '渝北区', 'county', '500000', 'CQ'],
  ['511700', '达州市', 'prefecture', '510000', 'SC'],
  ['513400', '凉山彝族自治州', 'prefecture', '510000', 'SC'],
  ['500000', '重庆市', 'province', undefined, 'CQ'],
])('%s is %s, of %s level, under %s', (code, name, level, parent, jurisdiction) => {
  const found = findDivision(code, today);
  expect([found?.name, found?.level, found?.parent, found?.jurisdiction]).toEqual([
    name,
    level,
    parent,
    jurisdiction,
  ]);
});

test.each([
  ['500110', ['1997–2011 万盛区', '2011– 綦江区']],
  ['500111', ['1997–2011 双桥区', '2011– 大足区']],
  ['500101', ['1997–1998 万县区', '1998– 万州区']],
  ['511421', ['1995–1997 垫江县', '2000– 仁寿县']],
  ['511400', ['1995–1997 涪陵市', '2000– 眉山市']],
  ['999999', []],
])('the history of the code %s', (code, expected) => {
  expect(
    historyOf(code).map(({ validFrom, validTo, name }) => `${validFrom}–${validTo ?? ''} ${name}`),
  ).toEqual(expected);
});

test('a change holds from 1 January of its year', () => {
  expect(findDivision('500110', plainDate('2010-12-31'))?.name).toBe('万盛区');
  expect(findDivision('500110', plainDate('2011-01-01'))?.name).toBe('綦江区');
  expect(findDivision('500228', plainDate('2015-12-31'))?.name).toBe('梁平县');
  expect(findDivision('500228', plainDate('2016-01-01'))).toBeUndefined();
  expect(findDivision('511400', plainDate('1998-06-01'))).toBeUndefined();
});

test.each([
  ['500228', ['500155 梁平区']],
  ['513031', ['511623 邻水县']],
  ['511721', ['511702 通川区', '511703 达川区']],
  ['512322', ['500231 垫江县']],
  ['510222', ['500104 大渡口区', '500106 沙坪坝区', '500107 九龙坡区', '500108 南岸区', '500113 巴南区']],
  ['500110', []],
  ['999999', []],
])('%s passed to %j', (code, expected) => {
  expect(successorsOf(code, today).map(codeAndName)).toEqual(expected);
});

test('successors are those of the day asked about', () => {
  expect(successorsOf('513031', plainDate('1995-03-01')).map(codeAndName)).toEqual(['513624 邻水县']);
});

test.each([
  ['500228', '500155'],
  ['500234', '500154'],
  ['500222', '500110'],
  ['500223', '500152'],
  ['500224', '500151'],
  ['500225', '500111'],
  ['500226', '500153'],
  ['500221', '500115'],
  ['500381', '500116'],
  ['500382', '500117'],
  ['500383', '500118'],
  ['511721', '511703'],
  ['511028', '511083'],
  ['510922', '510981'],
])('the legacy code %s leads to the platform member %s', (legacy, member) => {
  expect(successorsOf(legacy, today).map(({ code }) => code)).toContain(member);
});

test('part of a territory can go to another place while the place goes on', () => {
  expect(findDivision('510521', today)?.ceded).toEqual([
    { code: '510502', year: 1984 },
    { code: '510502', year: 1995 },
    { code: '510504', year: 1995 },
  ]);
});

test('both sides are whole: 38 counties, and 21 prefectures with 183', () => {
  const counted = Object.entries(
    Object.groupBy(listDivisions(today), ({ jurisdiction, level }) => `${jurisdiction} ${level}`),
  ).map(([kind, members]) => [kind, members?.length]);
  expect(Object.fromEntries(counted)).toEqual({
    'CQ province': 1,
    'CQ county': 38,
    'SC province': 1,
    'SC prefecture': 21,
    'SC county': 183,
  });
});

describe('names that a 字号 may not be', () => {
  test.each(['邻水县', '渝北区', '达州市', '甘孜藏族自治州', '重庆市', '重庆', '北京市', '内蒙古', '台湾省'])(
    '%s is one',
    (name) => expect(divisionNames(today).has(name)).toBe(true),
  );
  test.each(['邻水', '梁平县', '同标', '长宁'])('%s is none', (name) =>
    expect(divisionNames(today).has(name)).toBe(false),
  );
  test('a withdrawn name was one in its time', () => {
    expect(divisionNames(plainDate('2010-05-05')).has('梁平县')).toBe(true);
    expect(divisionNames(today).has('梁平县')).toBe(false);
  });
});

describe('bad rows', () => {
  const register = (...rows: Parameters<typeof divisionRegister>[0]) =>
    divisionRegister(rows, new Map([['98', 'AA']]));

  test('two places under one code at one time', () => {
    const overlapping = register(
      { code: '980001', name: '甲县', from: 1990, to: 2001 },
      { code: '980001', name: '乙县', from: 2000 },
    );
    expect(() => overlapping.historyOf('980001')).toThrow(
      'catalog/divisions.json: /divisions/980001: spans overlap',
    );
  });

  test('a code of no side, and years out of order', () => {
    expect(() => register({ code: '970001', name: '甲县', from: 1990 }).listStanding()).toThrow(
      'catalog/divisions.json: /divisions/970001: not a division of any side',
    );
    expect(() => register({ code: '980001', name: '甲县', from: 1990, to: 1990 }).listStanding()).toThrow(
      'catalog/divisions.json: /divisions/980001: years out of order',
    );
  });
});
