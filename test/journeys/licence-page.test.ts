import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import jsqr from 'jsqr';
import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitFiling } from '../../lib/contract/filings.ts';
import { verifyLicence } from '../../lib/contract/licences.ts';
import { listKeys } from '../../lib/contract/standards.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling } from './a-filing.ts';
import { readPng } from './png.ts';

/** The package's types are those of a module it is not. */
const readQr = jsqr as unknown as typeof jsqr.default;

/** The page as a browser has it: a company for Linshui, printed at a window of the other side. */
let service: LocalService;
let browser: Browser;
let page: Page;
let code: string;
let printed: string;
const requested: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  service = await startLocalService();
  const body = await aFiling(service);
  const filed = (await service.ask(submitFiling, { as: 'registrar-cq', body })).body;
  code = filed.registration?.code ?? '';
  browser = await browsers.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
    headless: true,
  });
  page = await browser.newPage({ viewport: { width: 1123, height: 794 } });
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${service.url}/v1/enterprises/${code}/licence`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await endAll();
});

test('asks for nothing but itself, and its policy is kept', async () => {
  /* A browser looks for an icon of any site by itself. */
  const others = requested.filter(
    (url) => !url.endsWith(`/${code}/licence`) && !url.endsWith('/favicon.ico'),
  );
  expect(others).toEqual([]);
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
  const border = await page.evaluate(
    () => getComputedStyle(document.querySelector('main') as Element).borderStyle,
  );
  expect(border).toBe('double');
});

test('shows all that law has a licence carry, under its titles', async () => {
  const rows = await page.$$eval('dl > div', (all) =>
    all.map((row) => [
      row.querySelector('dt')?.firstChild?.textContent ?? '',
      row.querySelector('dd')?.textContent ?? '',
    ]),
  );
  expect(rows.map(([title]) => title)).toEqual([
    '统一社会信用代码',
    '名称',
    '类型',
    '法定代表人',
    '注册资本',
    '成立日期',
    '住所',
    '经营范围',
  ]);
  const told = Object.fromEntries(rows);
  expect(told.统一社会信用代码).toBe(code);
  expect(told.类型).toBe('有限责任公司');
  expect(told.注册资本).toBe('人民币 1,000,000.00 元');
  expect(told.经营范围).toBe('软件开发；信息技术咨询服务');
  const text = (await page.textContent('main')) ?? '';
  expect(text).toContain('营业执照');
  expect(text).toContain('登记机关 邻水县市场监督管理局');
  expect(text).not.toContain('垫江');
  expect(await page.locator('.not-valid').count()).toBe(0);
});

test('prints on one sheet of A4, landscape', async () => {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const inflated = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, data = '']) => {
    try {
      return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  const whole = [pdf, ...inflated].join('\n');
  expect(whole.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(whole) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
});

describe('its code', () => {
  test('is read from the screen by a reader of such codes', async () => {
    const { width, height, data } = readPng(await page.locator('figure svg').screenshot({ scale: 'css' }));
    const found = readQr(data, width, height);
    printed = found?.data ?? '';
    expect(printed.startsWith(`${service.url}/v1/enterprises/${code}/licence#1.ES256.`)).toBe(true);
    expect(printed.length).toBeLessThanOrEqual(350);
    expect(found?.version).toBeLessThanOrEqual(15);
  });

  test('is verified by the service, and off-line by the published keys', async () => {
    expect((await service.ask(verifyLicence, { body: { licence: printed } })).body).toMatchObject({
      valid: true,
      status: 'valid',
      current: true,
      content: { code, registeredBy: 'reg-511623' },
    });
    const folder = await mkdtemp(join(tmpdir(), 'printed-'));
    await writeFile(join(folder, 'code.txt'), printed);
    await writeFile(join(folder, 'keys.json'), JSON.stringify((await service.ask(listKeys)).body));
    const name = await page.textContent('.name dd');
    const script = fileURLToPath(new URL('../../bin/verify.ts', import.meta.url));
    const said = (given: string) =>
      new Promise<readonly [number, string]>((settle) => {
        execFile(process.execPath, [script, 'code.txt', '--name', given], { cwd: folder }, (error, stdout) =>
          settle([error === null ? 0 : Number(error.code), stdout]),
        );
      });
    expect(await said(name ?? '')).toEqual([0, expect.stringContaining('✓ 名称相符')]);
    expect(await said('邻水县另一家有限公司')).toEqual([1, expect.stringContaining('✗ 名称与签名不符')]);
    await rm(folder, { recursive: true });
  });

  test('opens the licence in a browser: what is vouched for stays behind the #', async () => {
    await page.goto(printed);
    expect(await page.textContent('.code dd')).toBe(code);
  });
});
