import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signCompact } from '../../lib/crypto/jws.ts';
import { RECEIPT_TYPE, type Receipt } from '../../lib/domain/registration/receipt.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aCaller, aDebtorRecord } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const auditor = aCaller(undefined, { roles: ['auditor'] });
const receiptOf = async (id: string): Promise<string> => (await service.read.receipt(auditor, id)).receipt;
const contentOf = (receipt: string): Receipt =>
  JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString('utf8'));
const holds = { valid: true, factsMatch: true, sameFindings: true, sameAdmissible: true };
const barred = async () => {
  const [first] = aCompanyFiling().persons;
  if (first === undefined) throw new Error('The builder names persons');
  await service.publish(aDebtorRecord({ subject: { kind: 'person', document: first.document } }));
  return (await service.submit(await service.proven(aCompanyFiling()))).id;
};
const doubtful = async () => (await service.submit(await service.proven(aDoubtfulFiling()))).id;

describe('decided again, every event gives the same', () => {
  const propose = (id: string) => service.extend(id, { step: 'propose', reason: '案情复杂' });
  const byHead = { by: head('511623') };
  const events = {
    FilingRegistered: async () => (await service.submit(await service.proven(aCompanyFiling()))).id,
    FilingReturned: async () => (await service.submit(aCompanyFiling({ materials: [] }))).id,
    FilingAccepted: barred,
    FilingRefused: async () => {
      const id = await barred();
      await service.decide(id, { outcome: 'refuse', grounds: ['credit.office-bar'] });
      return id;
    },
    ExtensionProposed: async () => {
      const id = await doubtful();
      await propose(id);
      return id;
    },
    ExtensionApproved: async () => {
      const id = await barred();
      await propose(id);
      await service.extend(id, { step: 'approve' }, byHead);
      return id;
    },
    ExtensionDeclined: async () => {
      const id = await doubtful();
      await propose(id);
      await service.extend(id, { step: 'decline' }, byHead);
      return id;
    },
  };
  test.each(Object.entries(events))('%s', async (event, make) => {
    const receipt = await receiptOf(await make());
    expect(await service.verifyReceipt(receipt)).toMatchObject({ ...holds, receipt: { event } });
  });

  test.each(['register', 'return'] as const)('an officer’s decision to %s', async (outcome) => {
    const id = await doubtful();
    await service.decide(id, { outcome, reason: 'x' });
    expect(await service.verifyReceipt(await receiptOf(id))).toMatchObject({
      ...holds,
      receipt: { ruling: { outcome, by: 'registrar-511623' }, filingVersion: 2 },
    });
  });
});

test('an earlier receipt still holds after what it rested on has changed', async () => {
  const id = await doubtful();
  const accepted = await receiptOf(id);
  await service.decide(id, { outcome: 'register' });
  await service.publish(
    aDebtorRecord({ subject: { kind: 'person', document: aDoubtfulFiling().persons[0]?.document as never } }),
  );
  expect(await service.verifyReceipt(accepted)).toMatchObject({
    ...holds,
    receipt: { event: 'FilingAccepted' },
  });
});

test('a receipt embeds the evidence of its moment, and nothing personal', async () => {
  const facts = aCompanyFiling();
  const id = await barred();
  const { evidence, terms, decidedBy, acceptedBy, due } = contentOf(await receiptOf(id));
  expect(evidence).toMatchObject({
    nameClaims: [],
    standings: [
      {
        verdict: 'hit',
        measures: [{ row: 'office-bar', records: [expect.any(String)] }],
        lookup: expect.any(String),
      },
      { verdict: 'clear', measures: [] },
      { verdict: 'clear', measures: [] },
    ],
  });
  expect([decidedBy, acceptedBy, due, terms.authorityLevel]).toEqual([
    'reg-511623',
    { channel: 'online' },
    { dueOn: '2026-11-26', provisional: false },
    'county',
  ]);
  const text = JSON.stringify(contentOf(await receiptOf(id)));
  for (const { name, document, phone } of facts.persons)
    for (const secret of [name, document.number, String(phone)]) expect(text).not.toContain(secret);
});

test('two receipts of the same facts have nothing in common that tells it', async () => {
  const [one, other] = [
    await service.submit(aCompanyFiling({ materials: [] })),
    await service.submit(aCompanyFiling({ materials: [] })),
  ];
  const hashes = await Promise.all(
    [one, other].map(async ({ id }) => contentOf(await receiptOf(id)).factsHash),
  );
  expect(hashes[0]?.salt).not.toBe(hashes[1]?.salt);
  expect(hashes[0]?.hash).not.toBe(hashes[1]?.hash);
});

describe('does not hold', () => {
  test('one that was changed', async () => {
    const receipt = await receiptOf(await doubtful());
    const [header, , signature] = receipt.split('.');
    const changed = Buffer.from(JSON.stringify({ ...contentOf(receipt), findings: [] })).toString(
      'base64url',
    );
    expect(await service.verifyReceipt(`${header}.${changed}.${signature}`)).toEqual({
      valid: false,
      reason: 'bad-signature',
    });
  });

  test('one signed by somebody else', async () => {
    const stranger = await startRegistrationService({ complete: false });
    const content = contentOf(await receiptOf(await doubtful()));
    const forged = await signCompact(stranger.receiptSigner, RECEIPT_TYPE, { ...content });
    await stranger.stop();
    expect(await service.verifyReceipt(forged)).toMatchObject({ valid: false });
  });

  test('a licence shown as a receipt, and a receipt shown as a licence', async () => {
    const { id, registration } = await service.submit(await service.proven(aCompanyFiling()));
    const { token } = await service.enterprisesFor.licence(registration?.code ?? '');
    expect(await service.verifyReceipt(token)).toMatchObject({ valid: false });
    expect(await service.enterprisesFor.verify(await receiptOf(id))).toMatchObject({ valid: false });
  });

  test.each(['', 'x', 'a.b.c', '..'])('the text %j', async (text) => {
    expect(await service.verifyReceipt(text)).toMatchObject({ valid: false });
  });

  test('one whose signer vouches for other findings than the standard’s: it is told what differs', async () => {
    const content = contentOf(await receiptOf(await doubtful()));
    const wrong = { ...content, findings: [], admissible: ['register'] };
    const signed = await signCompact(service.receiptSigner, RECEIPT_TYPE, wrong);
    expect(await service.verifyReceipt(signed)).toMatchObject({
      valid: true,
      factsMatch: true,
      sameFindings: false,
      sameAdmissible: false,
    });
  });

  test('one over other facts than those kept', async () => {
    const content = contentOf(await receiptOf(await doubtful()));
    const wrong = { ...content, factsHash: { ...content.factsHash, salt: 'A'.repeat(43) } };
    const signed = await signCompact(service.receiptSigner, RECEIPT_TYPE, wrong);
    expect(await service.verifyReceipt(signed)).toMatchObject({ valid: true, factsMatch: false });
  });

  test('one of a filing that is not there', async () => {
    const content = contentOf(await receiptOf(await doubtful()));
    const gone = { ...content, filing: '00000000-0000-4000-8000-000000000000' };
    const signed = await signCompact(service.receiptSigner, RECEIPT_TYPE, gone);
    await expect(service.verifyReceipt(signed)).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('the applicant gets the receipt of the step that made the filing what it is', async () => {
  const id = await doubtful();
  await service.decide(id, { outcome: 'register' });
  const { filing, receipt } = await service.read.receipt(applicant, id);
  expect([filing.version, contentOf(receipt).event]).toEqual([2, 'FilingRegistered']);
});
