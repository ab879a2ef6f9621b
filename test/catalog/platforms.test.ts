import { describe, expect, test } from 'vitest';
import { findDivision } from '../../catalog/divisions.ts';
import { listPlatforms, platformsOf } from '../../catalog/platforms.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

const today = plainDate('2026-11-23');
const numbersOf = (code: string) =>
  platformsOf(code, today).map(({ platform, extent }) =>
    extent === 'partial' ? `${platform.number} in part` : `${platform.number}`,
  );

test('nine platforms are named in the plan, a tenth came later', () => {
  const listed = listPlatforms(today);
  expect(listed.map(({ number, inSeed }) => `${number} ${inSeed}`)).toEqual([
    '1 true',
    '2 true',
    '3 true',
    '4 true',
    '5 true',
    '6 true',
    '7 true',
    '8 true',
    '9 true',
    '10 false',
  ]);
  expect(listed.filter(({ openEnded }) => openEnded).map(({ id }) => id)).toEqual(['mys']);
  expect(listPlatforms(plainDate('2022-12-31'))).toHaveLength(9);
  expect(listPlatforms(plainDate('2020-07-26'))).toEqual([]);
});

describe('membership is many-to-many', () => {
  test.each([
    ['511623', '邻水县', ['2', '4 in part', '5']],
    ['511703', '达川区', ['1', '2']],
    ['511723', '开江县', ['1', '2']],
    ['511722', '宣汉县', ['1', '3']],
    ['511781', '万源市', ['1', '3']],
    ['500111', '大足区', ['7', '10']],
    ['500153', '荣昌区', ['8', '10']],
    ['500116', '江津区', ['9', '10']],
    ['500112', '渝北区', ['4 in part']],
    ['511602', '广安区', ['5']],
    ['511600', '广安市', ['4 in part', '5']],
    ['511002', '市中区', ['8', '10']],
    ['511102', '市中区', []],
    ['510107', '武侯区', []],
    ['510000', '四川省', []],
    ['500228', undefined, []],
  ])('%s %s', (code, name, expected) => {
    expect(findDivision(code, today)?.name).toBe(name);
    expect(numbersOf(code)).toEqual(expected);
  });
});

test('the footprint of 高竹 is smaller than a county', () => {
  const townships = (code: string) =>
    platformsOf(code, today).find(({ platform }) => platform.id === 'gaozhu')?.townships;
  expect(townships('511623')).toEqual(['高滩镇', '坛同镇']);
  expect(townships('500112')).toEqual(['茨竹镇', '大湾镇']);
});

test('members are told with name and side, the clause and the source with them', () => {
  const [first] = listPlatforms(today);
  expect(first).toMatchObject({
    name: '万达开川渝统筹发展示范区',
    clause: '二(四)',
    members: [
      { division: '500101', name: '万州区', jurisdiction: 'CQ' },
      { division: '511700', name: '达州市', jurisdiction: 'SC' },
      { division: '500154', name: '开州区', jurisdiction: 'CQ' },
    ],
    provenance: { edition: '渝府办发〔2020〕97号', confidence: 'seen' },
  });
});
