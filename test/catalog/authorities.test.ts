import { expect, test } from 'vitest';
import { findAuthority, getAuthority } from '../../catalog/authorities.ts';
import { listDivisions } from '../../catalog/divisions.ts';
import { listAuthorities } from '../../catalog/listed-authorities.ts';
import { platformsOf } from '../../catalog/platforms.ts';
import { remediesOf } from '../../catalog/remedies.ts';
import { findWindow, listWindows } from '../../catalog/windows.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

const today = plainDate('2026-11-23');

test.each([
  ['reg-500000', '重庆市市场监督管理局', 'CQ', 'province'],
  ['reg-510000', '四川省市场监督管理局', 'SC', 'province'],
  ['reg-511700', '达州市市场监督管理局', 'SC', 'prefecture'],
  ['reg-511623', '邻水县市场监督管理局', 'SC', 'county'],
  ['reg-500231', '垫江县市场监督管理局', 'CQ', 'county'],
  ['reg-500112', '重庆市渝北区市场监督管理局', 'CQ', 'county'],
  ['reg-511703', '达州市达川区市场监督管理局', 'SC', 'county'],
  ['reg-511002', '内江市市中区市场监督管理局', 'SC', 'county'],
  ['reg-511102', '乐山市市中区市场监督管理局', 'SC', 'county'],
  ['reg-511781', '万源市市场监督管理局', 'SC', 'county'],
  ['reg-500240', '石柱土家族自治县市场监督管理局', 'CQ', 'county'],
  ['court-500231', '垫江县人民法院', 'CQ', 'county'],
  ['court-500112', '重庆市渝北区人民法院', 'CQ', 'county'],
  ['court-511703', '达州市达川区人民法院', 'SC', 'county'],
  ['court-511700', '达州市中级人民法院', 'SC', 'prefecture'],
  ['court-500000', '重庆市高级人民法院', 'CQ', 'province'],
  ['court-510000', '四川省高级人民法院', 'SC', 'province'],
])('%s is %s', (id, name, jurisdiction, level) => {
  expect(getAuthority(id)).toMatchObject({ id, name, jurisdiction, level });
});

test.each(['credit-500000', 'credit-510000'])('%s runs the credit platform of a whole side', (id) => {
  expect(getAuthority(id)).toMatchObject({ kind: 'credit-platform', level: 'province' });
  expect(getAuthority(id).provenance.confidence).toBe('memory');
});

test('names by pattern say that they are concluded, not read', () => {
  expect(getAuthority('reg-511623').provenance.confidence).toBe('inference');
});

test("a prefecture's authority answers for the prefecture first and for its counties too", () => {
  expect(getAuthority('reg-511600').divisions).toEqual([
    '511600',
    '511602',
    '511603',
    '511621',
    '511622',
    '511623',
    '511681',
  ]);
  expect(getAuthority('reg-500000').divisions).toHaveLength(39);
  expect(getAuthority('reg-511623').divisions).toEqual(['511623']);
});

test.each([
  'reg-999999',
  'reg-5116',
  'reg-500228',
  'reg-511623-1',
  'credit-511623',
  'reg',
  'constructor-511623',
  '',
])('%j is nobody', (id) => {
  expect(findAuthority(id)).toBeUndefined();
  expect(() => getAuthority(id)).toThrow(expect.objectContaining({ code: 'unknown-authority' }));
});

test('a place that ended keeps its authority up to its last day', () => {
  expect(getAuthority('reg-513425')).toMatchObject({
    name: '会理县市场监督管理局',
    provenance: { validFrom: '2019-01-01', validTo: '2021-01-01' },
  });
  const listed = (on: string) => listAuthorities(plainDate(on)).map(({ id }) => id);
  expect(listed('2020-12-31')).toContain('reg-513425');
  expect(listed('2020-12-31')).not.toContain('reg-513402');
  expect(listed('2021-01-01')).not.toContain('reg-513425');
  expect(listed('2021-01-01')).toContain('reg-513402');
});

test('every current division has one registration authority of its own', () => {
  const registering = listAuthorities(today).filter(({ kind }) => kind === 'registration');
  expect(registering.map(({ divisions }) => divisions[0]).sort()).toEqual(
    listDivisions(today)
      .map(({ code }) => code)
      .sort(),
  );
  expect(registering).toHaveLength(244);
});

test('members of platforms are marked', () => {
  const marked = new Map(listAuthorities(today).map(({ id, platforms }) => [id, platforms]));
  expect(marked.get('reg-511623')).toEqual(['mys', 'gaozhu', 'hgc']);
  expect(marked.get('reg-510100')).toEqual([]);
});

test('every member county of a platform and every side has one window, of its own authority', () => {
  const members = listDivisions(today)
    .filter(
      ({ code, level }) =>
        level === 'province' || (level === 'county' && platformsOf(code, today).length > 0),
    )
    .map(({ code }) => code);
  expect(
    listWindows(today)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(members.map((code) => `win-${code}`).sort());
  for (const window of listWindows(today))
    expect(getAuthority(window.authority)).toMatchObject({
      kind: 'registration',
      jurisdiction: window.jurisdiction,
    });
  expect(listWindows(today)).toHaveLength(66);
});

test('a window', () => {
  expect(findWindow('win-500231')).toMatchObject({
    name: '垫江县政务服务中心“川渝通办”专窗',
    authority: 'reg-500231',
    jurisdiction: 'CQ',
  });
  expect(findWindow('win-510100')).toBeUndefined();
});

test('remedies against a county authority', () => {
  expect(remediesOf(getAuthority('reg-500112'))).toMatchObject([
    { kind: 'reconsideration', body: '重庆市渝北区人民政府', period: { unit: 'days', count: 60 } },
    { kind: 'lawsuit', body: '重庆市渝北区人民法院', period: { unit: 'months', count: 6 } },
  ]);
});

test('above the county the court is the basic one where the authority sits', () => {
  expect(remediesOf(getAuthority('reg-511600')).map(({ body }) => body)).toEqual([
    '广安市人民政府',
    '广安市市场监督管理局所在地的基层人民法院',
  ]);
});

test('each remedy names its articles, and none is against a court', () => {
  for (const remedy of remediesOf(getAuthority('reg-510000')))
    expect(remedy.articles.map(({ confidence }) => confidence)).toContain('seen');
  expect(remediesOf(getAuthority('court-500231'))).toEqual([]);
});
