import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signCompact } from '../../lib/crypto/jws.ts';
import type { Signer } from '../../lib/crypto/signer.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { NOW } from '../support/credit-service.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';

let service: RegistrationService;
let code: string;
beforeAll(async () => {
  service = await startRegistrationService();
  const facts = aCompanyFiling({ term: { kind: 'until', endsOn: plainDate('2046-11-23') } });
  code = (await service.submit(await service.proven(facts))).registration?.code ?? '';
});
afterAll(() => service.stop());

const content = {
  number: 1,
  name: '邻水县禾岚科技有限公司',
  typeName: '有限责任公司',
  head: { title: 'legal-representative', names: ['林晓岚'] },
  capital: { title: 'registered-capital', fen: 100_000_000 },
  place: { title: 'domicile', text: '四川省广安市邻水县鼎屏镇人民路 12 号' },
  businessScope: ['技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广', '软件开发'],
  establishedOn: '2026-11-23',
  termEnds: '2046-11-23',
  registeredBy: 'reg-511623',
  registeredByName: '邻水县市场监督管理局',
  issuedOn: '2026-11-23',
};

test('a licence says what law has it say, and no number of a person', async () => {
  const licence = await service.enterprisesFor.licence(code);
  expect(licence.content).toEqual({ code, ...content });
  expect(await service.enterprisesFor.verify(licence.token)).toEqual({
    valid: true,
    content: { code, ...content },
    status: 'valid',
    current: true,
  });
});

test('what is kept of an enterprise is what law has registered', async () => {
  const enterprise = await service.enterprisesFor.get(code);
  expect(Object.keys(enterprise).toSorted()).toEqual(
    [
      'address',
      'businessScope',
      'capitalFen',
      'code',
      'division',
      'establishedOn',
      'heads',
      'industry',
      'inquiries',
      'licence',
      'licencePosition',
      'licences',
      'members',
      'name',
      'notices',
      'registeredAt',
      'registeredBy',
      'roles',
      'stateInvestor',
      'status',
      'statusSince',
      'steps',
      'suspensions',
      'tradeName',
      'type',
      'typeName',
      'termEnds',
      'version',
    ].toSorted(),
  );
  expect(enterprise.members.map(({ subject: _subject, ...member }) => member)).toEqual([
    { name: '林晓岚', as: 'shareholder', subscribedFen: 60_000_000, payBy: '2031-06-30' },
    { name: '周启明', as: 'shareholder', subscribedFen: 40_000_000, payBy: '2031-06-30' },
  ]);
});

describe('a licence that is none', () => {
  test('changed by a character', async () => {
    const { token } = await service.enterprisesFor.licence(code);
    const [header, payload = '', signature] = token.split('.');
    const changed = Buffer.from(payload, 'base64url').toString('utf8').replace('100000000', '900000000');
    const forged = `${header}.${Buffer.from(changed).toString('base64url')}.${signature}`;
    expect(await service.enterprisesFor.verify(forged)).toEqual({ valid: false, reason: 'bad-signature' });
  });

  /** As it is kept, with its subject changed, signed again. */
  const signedAgain = async (signer: Signer, over: object, typ = 'vc+jwt') => {
    const { token } = await service.enterprisesFor.licence(code);
    const credential = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const credentialSubject = { ...credential.credentialSubject, ...over };
    return signCompact(signer, typ, { ...credential, credentialSubject });
  };

  test('signed by the key of receipts', async () => {
    const signed = await signedAgain(service.receiptSigner, {});
    expect(await service.enterprisesFor.verify(signed)).toEqual({ valid: false, reason: 'unknown-key' });
  });

  test('another credential of the right key, and a licence under another type', async () => {
    const { token: list } = await service.statusList('revocation-20261123', NOW);
    expect(await service.enterprisesFor.verify(list)).toEqual({ valid: false, reason: 'wrong-type' });
    const signed = await signedAgain(service.licenceSigner, {}, 'jwt');
    expect(await service.enterprisesFor.verify(signed)).toEqual({ valid: false, reason: 'wrong-type' });
  });

  test.each([
    ['another number', { number: 2 }],
    ['the same number, other content', { typeName: '股份有限公司' }],
  ])('rightly signed, but with %s than the one kept: not in the register', async (_, over) => {
    const signed = await signedAgain(service.licenceSigner, over);
    expect(await service.enterprisesFor.verify(signed)).toMatchObject({
      valid: true,
      status: 'not-in-register',
      current: false,
    });
  });
});

test('a code nobody has', async () => {
  await expect(service.enterprisesFor.get('91511623MY0000099X')).rejects.toMatchObject({ code: 'not-found' });
  await expect(service.enterprisesFor.licence('91511623MY0000099X')).rejects.toMatchObject({
    code: 'not-found',
  });
});
