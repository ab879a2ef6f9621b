import { gunzipSync } from 'node:zlib';
import { compactVerify, importJWK } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Filed } from '../../lib/domain/standard/item.ts';
import { moment, NOW } from '../support/credit-service.ts';
import { aRegisteredCompany, aStep } from '../support/registered-company.ts';
import {
  named,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
});
afterEach(() => service.stop());

interface Entry {
  readonly type: string;
  readonly statusPurpose: string;
  readonly statusListIndex: string;
  readonly statusListCredential: string;
}
interface List {
  readonly id: string;
  readonly type: readonly string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: { readonly statusPurpose: string; readonly encodedList: string };
}

/** What a token of the key of licences says, verified by the library alone. */
async function opened<Payload>(token: string) {
  const key = await importJWK(await service.licenceSigner.publicKey(), 'ES256');
  const { payload, protectedHeader } = await compactVerify(token, key);
  return { header: protectedHeader, payload: JSON.parse(new TextDecoder().decode(payload)) as Payload };
}

const LISTS = 'https://tongbiao.example/v1/licences/status/';

/** As Bitstring Status List 1.0 has it validated, step by step. */
async function bitsOf(token: string, at = NOW): Promise<readonly string[]> {
  const { credentialStatus } = (await opened<{ credentialStatus: readonly Entry[] }>(token)).payload;
  const set: string[] = [];
  for (const { statusPurpose, statusListIndex, statusListCredential } of credentialStatus) {
    const told = await service.statusList(statusListCredential.slice(LISTS.length), at);
    const { payload: list } = await opened<List>(told.token);
    expect(list.id).toBe(statusListCredential);
    expect(list.type).toContain('BitstringStatusListCredential');
    expect(list.credentialSubject.statusPurpose).toBe(statusPurpose);
    const { encodedList } = list.credentialSubject;
    expect(encodedList[0]).toBe('u');
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'));
    expect(bits.length * 8).toBeGreaterThanOrEqual(131_072);
    const index = Number(statusListIndex);
    if (((bits[Math.floor(index / 8)] ?? 0) >> (7 - (index % 8))) & 1) set.push(statusPurpose);
  }
  return set;
}

const file = async (item: string, facts: object, at = NOW) => {
  const told = await service.submit(await service.proven(facts as never, at), { item, at });
  expect(told.state).toBe('registered');
};
const reissue = () =>
  file('reissue-licence', { ...aStep(code, ['application-form']), reason: 'damaged', returned: true });
const suspend = () =>
  file('suspend-business', {
    ...aStep(code, ['application-form']),
    cause: 'natural-disaster',
    inDifficulties: true,
    employees: 'consulted',
    barredByLaw: false,
    from: '2026-12-01',
    until: '2027-05-31',
  } as object as Filed);
const tokenNow = async () => (await service.enterprisesFor.licence(code)).token;
const on = (day: string) => moment(`${day}T02:00:00.000Z`);

test('a licence is a credential of the data model 2.0, as JWT', async () => {
  const { header, payload } = await opened<Record<string, unknown>>(await tokenNow());
  const { keyId } = service.licenceSigner;
  const issuer = 'https://tongbiao.example/v1/licences/issuers/reg-511623';
  expect(header).toEqual({ alg: 'ES256', kid: keyId, typ: 'vc+jwt', cty: 'vc', iss: issuer });
  expect(payload).toMatchObject({
    '@context': ['https://www.w3.org/ns/credentials/v2', { '@vocab': 'urn:tongbiao:vocabulary:' }],
    id: `urn:tongbiao:licence:${code}:1`,
    type: ['VerifiableCredential', 'BusinessLicence'],
    issuer: { id: issuer, name: '邻水县市场监督管理局' },
    validFrom: '2026-11-23T02:00:00.000Z',
    credentialSubject: {
      id: `https://tongbiao.example/v1/enterprises/${code}`,
      type: 'Enterprise',
      code,
      number: 1,
      registeredBy: 'reg-511623',
      registeredByName: '邻水县市场监督管理局',
    },
    refreshService: {
      id: `https://tongbiao.example/v1/enterprises/${code}/licence`,
      type: 'CurrentBusinessLicence',
    },
  });
  for (const name of ['vc', 'iss', 'exp', 'nbf', 'validUntil']) expect(payload).not.toHaveProperty(name);
  const entries = payload.credentialStatus as readonly Entry[];
  expect(
    entries.map(({ type, statusPurpose, statusListCredential }) => [
      type,
      statusPurpose,
      statusListCredential,
    ]),
  ).toEqual(
    ['revocation', 'suspension', 'refresh'].map((purpose) => [
      'BitstringStatusListEntry',
      purpose,
      `https://tongbiao.example/v1/licences/status/${purpose}-20261123`,
    ]),
  );
  expect(new Set(entries.map(({ statusListIndex }) => statusListIndex)).size).toBe(1);
  expect(entries[0]?.statusListIndex).toMatch(/^\d{1,7}$/);
});

test('its issuer is described with the key that signed it, and so is who tells statuses', async () => {
  const { kid } = await service.licenceSigner.publicKey();
  for (const issuer of ['reg-511623', 'register']) {
    const id = `https://tongbiao.example/v1/licences/issuers/${issuer}`;
    expect(await service.issuers(issuer)).toMatchObject({
      id,
      verificationMethod: [{ id: `${id}#${kid}`, type: 'JsonWebKey', controller: id, publicKeyJwk: { kid } }],
      assertionMethod: [`${id}#${kid}`],
    });
  }
  for (const nobody of ['court-500231', 'reg-000000'])
    await expect(service.issuers(nobody)).rejects.toMatchObject({ code: 'not-found' });
});

describe('the lists tell at once', () => {
  test('plainly valid', async () => {
    expect(await bitsOf(await tokenNow())).toEqual([]);
  });

  test('replaced: the old licence is, and the new one is not', async () => {
    const old = await tokenNow();
    await reissue();
    expect(await bitsOf(old)).toEqual(['revocation', 'refresh']);
    expect(await bitsOf(await tokenNow())).toEqual([]);
    expect(await service.enterprisesFor.verify(old)).toMatchObject({ status: 'reissued', current: false });
  });

  test('out of business from the first day to the last; a licence issued meanwhile too', async () => {
    await suspend();
    await reissue();
    const token = await tokenNow();
    expect(await bitsOf(token, on('2026-11-30'))).toEqual([]);
    expect(await bitsOf(token, on('2026-12-01'))).toEqual(['suspension']);
    expect(await bitsOf(token, on('2027-05-31'))).toEqual(['suspension']);
    expect(await bitsOf(token, on('2027-06-01'))).toEqual([]);
    const { verify } = service.enterprisesFor;
    expect(await verify(token, on('2026-12-01').on)).toMatchObject({ status: 'suspended', current: true });
  });

  test('in business again before the time is over', async () => {
    await suspend();
    await service.allComplete('2026-12-10T01:00:00.000Z', on('2026-12-10'));
    const resumption = { ...aStep(code, ['application-form']), from: '2026-12-01', resumedOn: '2026-12-09' };
    await file('resume-business', resumption, on('2026-12-10'));
    expect(await bitsOf(await tokenNow(), on('2026-12-10'))).toEqual([]);
  });
});

test('a list may be kept five minutes, and is valid to the end of the day in China', async () => {
  const { token, keepFor } = await service.statusList('revocation-20261123', NOW);
  const { header, payload } = await opened<List>(token);
  expect(keepFor).toBe(300);
  expect(header).toMatchObject({ typ: 'vc+jwt', alg: 'ES256' });
  expect([payload.validFrom, payload.validUntil]).toEqual([
    '2026-11-23T02:00:00.000Z',
    '2026-11-23T16:00:00.000Z',
  ]);
});

test('asked for over and over it is signed once a minute, and again at once when a bit changes', async () => {
  const ask = (at = NOW) => service.statusList('refresh-20261123', at);
  const before = service.signatures();
  for (let time = 0; time < 5; time += 1) await ask();
  expect(service.signatures() - before).toBe(1);
  const first = (await ask()).token;
  await reissue();
  expect((await ask()).token).not.toBe(first);
  expect((await ask(moment('2026-11-23T02:01:00.000Z'))).token).not.toBe(first);
});

test.each(['revocation-20261124', 'message-20261123', 'revocation-20260230'])(
  'there is no list %s',
  async (id) => {
    await expect(service.statusList(id, NOW)).rejects.toMatchObject({ code: 'not-found' });
  },
);

test('a place that another licence has is drawn again', async () => {
  const drawn = [5, 5, 6];
  const instance = service.newInstance(undefined, {}, () => drawn.shift() ?? 7);
  const one = await service.submit(await service.proven(named('青岚')), {}, instance);
  const other = await service.submit(await service.proven(named('碧岚')), {}, instance);
  expect([one.state, other.state]).toEqual(['registered', 'registered']);
  const placeOf = async ({ registration }: typeof one) =>
    (await service.enterprisesFor.get(registration?.code ?? '')).licencePosition;
  expect(await placeOf(one)).toEqual({ list: '2026-11-23', index: 5 });
  expect(await placeOf(other)).toEqual({ list: '2026-11-23', index: 6 });
});

describe('a printed code', () => {
  const printed = async () =>
    service.enterprisesFor.printedCode((await service.enterprisesFor.licence(code)).content);

  test('is short, begins with the address of the licence, and holds no name', async () => {
    const text = await printed();
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text.startsWith(`https://tongbiao.example/v1/enterprises/${code}/licence#1.ES256.`)).toBe(true);
    expect(decodeURIComponent(text)).toBe(text);
  });

  test('is verified, with what the register has of the licence', async () => {
    const { content } = await service.enterprisesFor.licence(code);
    expect(await service.enterprisesFor.verify(await printed())).toEqual({
      valid: true,
      content,
      status: 'valid',
      current: true,
    });
  });

  test('of a licence that was replaced says so', async () => {
    const old = await printed();
    await reissue();
    expect(await service.enterprisesFor.verify(old)).toMatchObject({
      valid: true,
      content: { number: 1 },
      status: 'reissued',
      current: false,
    });
    expect(await printed()).not.toBe(old);
  });

  test('with any character changed does not hold', async () => {
    const text = await printed();
    for (const at of [9, 40, 62, 90, 130, text.length - 40]) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(await service.enterprisesFor.verify(changed)).toMatchObject({ valid: false });
    }
    expect(await service.enterprisesFor.verify('https://tongbiao.example/')).toEqual({
      valid: false,
      reason: 'malformed',
    });
  });
});
