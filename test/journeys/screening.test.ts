import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { listNegativeLists, screenProject } from '../../lib/contract/screenings.ts';
import { harmless } from '../support/a-project.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

type Asked = z.input<typeof screenProject.body>;

const screened = async (body: Asked) => (await service.ask(screenProject, { body })).body;

const plant = {
  ...harmless,
  kinds: ['chemical-project'],
  industryClass: 'C26',
  approvedPark: true,
  conformsToIndustryPlan: true,
} satisfies Asked['project'];

describe('a project by the one Yangtze list', () => {
  test('one metre decides, with the article that draws the line', async () => {
    const near = await screened({ project: { ...plant, metresToTributary: 1000 } });
    expect(near).not.toHaveProperty('scope');
    expect(near.project).toMatchObject({ result: 'hit', bearsOnRegistration: false, questions: [] });
    const hits = near.project?.entries.filter(({ result }) => result === 'hit');
    expect(hits).toMatchObject([
      {
        id: 'yz-law-26-2',
        confidence: 'seen',
        articles: [{ law: '长江保护法', article: '第二十六条第二款', confidence: 'seen' }],
      },
      {
        id: 'yz-joint-18',
        confidence: 'memory',
        articles: [{ article: '第十八条', confidence: 'memory' }, { article: '第二十六条第二款' }],
      },
    ]);
    const far = await screened({ project: { ...plant, metresToTributary: 1001 } });
    const ofLaw = far.project?.entries.filter(({ id }) => id.startsWith('yz-law-') || id === 'yz-joint-18');
    expect(ofLaw?.map(({ result }) => result)).toEqual(['clear', 'clear', 'clear', 'clear', 'clear']);
  });

  test('what is not told is asked for, with who can settle it', async () => {
    const { metresToTributary, metresToImportantTributary, ...rest } = harmless;
    const { project } = await screened({ project: { ...rest, kinds: ['tailings-pond'] } });
    expect(project?.result).toBe('needs-evidence');
    expect(project?.entries.filter(({ asks }) => asks.length > 0).map(({ id, asks }) => [id, asks])).toEqual([
      ['yz-law-26-3', ['metresToImportantTributary']],
      ['yz-joint-19', ['metresToImportantTributary']],
    ]);
    expect(project?.questions).toEqual([
      {
        id: 'metresToImportantTributary',
        text: {
          zh: '距最近长江重要支流岸线的距离（米）',
          en: 'Metres to the bank line of the nearest important tributary',
        },
        evidence: {
          zh: '有资质单位的测绘成果，以水行政主管部门划定的岸线为准',
          en: 'A survey by a qualified body, against the bank line the water department drew',
        },
      },
    ]);
  });

  test('what is no new fixed-asset investment is not screened, and that is said', async () => {
    const { project } = await screened({ project: { newFixedAssetInvestment: false, kinds: ['port'] } });
    expect(project).toMatchObject({
      result: 'not-applicable',
      bearsOnRegistration: false,
      entries: [],
      questions: [],
    });
    expect(project?.explanation.zh).toContain('新增固定资产投资项目');
  });

  test('one list for both sides: whoever asks, from whichever, gets the same', async () => {
    const body = { project: { ...plant, metresToMainStem: 900 }, scope: ['危险化学品生产'] };
    const expected = await screened(body);
    for (const as of ['applicant', 'registrar-cq', 'registrar-sc', 'regulator-cq', 'regulator-sc'])
      expect((await service.ask(screenProject, { as, body })).body).toEqual(expected);
    for (const place of ['division', 'jurisdiction', 'authority'])
      expect(
        await service.refused(screenProject, { body: { project: { ...plant, [place]: '500231' } } }),
      ).toMatchObject({
        status: 400,
        body: { defects: [{ path: `/project/${place}`, code: 'unknown-field' }] },
      });
  });
});

test('a scope by the national list', async () => {
  const { scope, project } = await screened({
    scope: ['家具制造', '食品生产', '危险化学品经营', '股权众筹平台', '星际渡运'],
  });
  expect(project).toBeUndefined();
  expect(scope?.texts.map(({ text, result }) => [text, result])).toEqual([
    ['家具制造', 'free'],
    ['食品生产', 'licence-after-registration'],
    ['危险化学品经营', 'licence-before-registration'],
    ['股权众筹平台', 'prohibited'],
    ['星际渡运', 'not-in-our-copy'],
  ]);
  expect(scope?.texts[2]?.licensed).toMatchObject([
    { entry: 'ma-licence-dangerous-chemicals', confidence: 'memory', articles: [{ confidence: 'seen' }, {}] },
  ]);
  expect(scope?.texts[3]?.prohibited).toMatchObject([
    {
      entry: 'ma-prohibited-4',
      word: '股权众筹',
      articles: [{ law: '防范和处置非法集资条例', article: '第九条第一款' }],
    },
  ]);
});

describe('bad input', () => {
  test.each<[string, unknown, string, string]>([
    ['nothing asked', {}, '', 'nothing-asked'],
    [
      'a distance below nothing',
      { project: { metresToMainStem: -1 } },
      '/project/metresToMainStem',
      'too-small',
    ],
    [
      'a distance out of all measure',
      { project: { metresToMainStem: 1_000_001 } },
      '/project/metresToMainStem',
      'too-big',
    ],
    [
      'a distance in words',
      { project: { metresToMainStem: '1公里' } },
      '/project/metresToMainStem',
      'invalid-type',
    ],
    ['a kind nobody knows', { project: { kinds: ['moon-base'] } }, '/project/kinds/0', 'invalid-value'],
    ['no class', { project: { industryClass: '26' } }, '/project/industryClass', 'invalid-format'],
    ['an empty scope', { scope: [] }, '/scope', 'too-small'],
    ['an empty text', { scope: [''] }, '/scope/0', 'too-small'],
    ['201 texts', { scope: Array.from({ length: 201 }, () => '家具制造') }, '/scope', 'too-big'],
  ])('%s', async (_, body, path, code) => {
    expect(await service.refused(screenProject, { body })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', defects: [{ path, code }] },
    });
  });
});

test('both lists can be read by anybody, apart, as they stood on a day', async () => {
  const { yangtze, marketAccess, on } = (
    await service.ask(listNegativeLists, { query: { on: '2026-11-23' } })
  ).body;
  expect(on).toBe('2026-11-23');
  expect(yangtze.entries).toHaveLength(26);
  expect(yangtze.entries[2]).toMatchObject({ id: 'yz-law-26-2', provenance: { confidence: 'seen' } });
  expect(marketAccess.prohibited).toHaveLength(6);
  expect(marketAccess.counts).toEqual({ prohibited: 6, licensed: 100 });
  const before = (await service.ask(listNegativeLists, { query: { on: '2021-12-31' } })).body;
  expect(before.yangtze.entries).toHaveLength(4);
  expect(before.marketAccess.prohibited).toEqual([]);
  const earliest = (await service.ask(listNegativeLists, { query: { on: '2021-02-28' } })).body;
  expect(earliest.yangtze.entries).toEqual([]);
});
