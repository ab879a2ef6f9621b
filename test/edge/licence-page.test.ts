import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { LicenceContent } from '../../lib/domain/registration/licence.ts';
import { licencePage, pagePolicy } from '../../lib/edge/licence-page.ts';

const content = {
  code: '91511623MY0000017F',
  number: 2,
  name: '子丑县禾岚科技有限公司',
  typeName: '有限责任公司',
  head: { title: 'legal-representative', names: ['林晓岚'] },
  capital: { title: 'registered-capital', fen: 123_456_789 },
  place: { title: 'domicile', text: '甲省寅市子丑县鼎新路 12 号' },
  businessScope: ['软件开发', '信息技术咨询服务'],
  establishedOn: '2025-03-09',
  termEnds: '2045-03-10',
  registeredBy: 'reg-000001',
  registeredByName: '子丑县市场监督管理局',
  issuedOn: '2026-11-23',
} as unknown as LicenceContent;
const on = '2026-11-26' as Parameters<typeof licencePage>[0]['on'];
const page = (over: object = {}, status: Parameters<typeof licencePage>[0]['status'] = 'valid'): string =>
  licencePage({
    content: { ...content, ...over } as LicenceContent,
    status,
    on,
    printedCode: 'https://tongbiao.example/',
  });
const rowsOf = (html: string) =>
  [...html.matchAll(/<dt>([^<]+)<.*?<dd>([^<]*)<\/dd>/g)].map(([, title, text]) => [title, text]);

describe('each part stands under the title law has for it', () => {
  test('a company', () => {
    expect(rowsOf(page())).toEqual([
      ['统一社会信用代码', '91511623MY0000017F'],
      ['名称', '子丑县禾岚科技有限公司'],
      ['类型', '有限责任公司'],
      ['法定代表人', '林晓岚'],
      ['注册资本', '人民币 1,234,567.89 元'],
      ['成立日期', '2025年3月9日'],
      ['营业期限至', '2045年3月9日'],
      ['住所', '甲省寅市子丑县鼎新路 12 号'],
      ['经营范围', '软件开发；信息技术咨询服务'],
    ]);
    expect(page()).toContain('登记机关 子丑县市场监督管理局');
    expect(page()).toContain('签发日期 2026年11月23日（第 2 次签发）');
  });

  test('an individual business without a name, a partnership, a branch', () => {
    const individual = {
      name: undefined,
      capital: undefined,
      termEnds: undefined,
      typeName: '个人经营',
      head: { title: 'operator', names: ['林晓岚'] },
      place: { title: 'place-of-business', text: '甲省' },
    };
    expect(rowsOf(page(individual)).map(([title]) => title)).toEqual([
      '统一社会信用代码',
      '名称',
      '组成形式',
      '经营者',
      '成立日期',
      '经营场所',
      '经营范围',
    ]);
    const partnership = {
      head: {
        title: 'managing-partner',
        names: ['林晓岚', '子丑县投资有限公司'],
        representatives: ['周启明'],
      },
      capital: { title: 'contribution', fen: 100 },
      place: { title: 'principal-place', text: '甲省' },
    };
    expect(rowsOf(page(partnership))).toEqual(
      expect.arrayContaining([
        ['执行事务合伙人', '林晓岚、子丑县投资有限公司'],
        ['委派代表', '周启明'],
        ['出资额', '人民币 1.00 元'],
        ['主要经营场所', '甲省'],
      ]),
    );
    expect(page({ head: { title: 'person-in-charge', names: ['周启明'] } })).toContain('负责人');
    expect(page({ head: { title: 'investor', names: ['周启明'] } })).toContain('投资人');
  });
});

test.each([
  ['cancelled', '已注销'],
  ['reissued', '已被重新签发的营业执照取代'],
  ['licence-revoked', '已被吊销'],
  ['establishment-revoked', '设立登记已被撤销'],
  ['suspended', '歇业'],
  ['ordered-to-close', '已被责令关闭'],
  ['term-ended', '营业期限已届满'],
  ['withdrawn', '已缴回或作废'],
] as const)('one that is %s says so at its head', (status, words) => {
  expect(page({}, status)).toContain(`本营业执照现状：${words}`);
  expect(page({}, status)).toContain(`截至 2026年11月26日，登记簿记载本营业执照：${words}`);
});

test('one that is valid says no more than that', () => {
  expect(page()).not.toContain('class="not-valid"');
  expect(page()).toContain('登记簿记载本营业执照有效');
});

test('whatever was filed is text and nothing else', () => {
  const sly = `<script>alert("1")</script>'&amp;`;
  const html = page({
    name: sly,
    typeName: sly,
    head: { title: 'operator', names: [sly] },
    place: { title: 'domicile', text: sly },
    businessScope: [sly],
    registeredByName: sly,
  });
  expect(html).not.toContain('<script');
  expect(html.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;amp;').length - 1).toBe(7);
});

test('the policy lets in this style and nothing else', () => {
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page()) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(pagePolicy).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  expect(page()).not.toMatch(/ style=| src=| href=/);
});
