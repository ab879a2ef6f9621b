import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { askAboutMyData } from '../../lib/contract/data-requests.ts';
import { startDraft } from '../../lib/contract/drafts.ts';
import { submitFiling } from '../../lib/contract/filings.ts';
import { getMyData } from '../../lib/contract/own-file.ts';
import { listKeys } from '../../lib/contract/standards.ts';
import { findPersona } from '../../local/personas.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, freshPerson, toBeJudged } from './a-filing.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

const own = findPersona('applicant')?.person ?? expect.fail();

test('everything that is kept of somebody is in one place: also what others filed that names them, and of nobody else', async () => {
  const founder = freshPerson();
  const ofOthers = await aFiling(service, { founder, supervisor: own, facts: toBeJudged });
  const { id } = (await service.ask(submitFiling, { as: 'registrar-cq', body: ofOthers })).body;
  const ofMine = await aFiling(service, { founder: own, facts: toBeJudged });
  const mine = (await service.ask(submitFiling, { as: 'applicant', body: ofMine })).body.id;
  await service.ask(startDraft, { as: 'applicant', body: aDraft() });
  await service.ask(askAboutMyData, {
    as: 'applicant',
    body: { kind: 'copy', about: { of: 'file', jurisdiction: 'CQ' }, what: '请提供复制件' },
  });
  const told = await vi.waitUntil(
    async () => {
      const { body } = await service.ask(getMyData, { as: 'applicant', query: { signed: 'true' } });
      return body.named.length > 0 && body.requests.length > 0 && body;
    },
    { timeout: 60_000 },
  );
  expect(told.named).toEqual([
    expect.objectContaining({
      filing: id,
      person: expect.objectContaining({ name: own.name, documentNumber: own.document.number }),
    }),
  ]);
  expect(told.filings.map(({ filing }) => filing)).toEqual([mine]);
  expect([told.drafts.length, told.requests[0]?.what, told.more]).toEqual([1, '请提供复制件', []]);
  expect(JSON.stringify(told)).not.toContain(founder.document.number);
  expect(JSON.stringify(told)).not.toContain(founder.name);

  const { keys } = (await service.ask(listKeys, {})).body;
  const { payload, protectedHeader } = await jwtVerify(told.copy ?? '', createLocalJWKSet({ keys } as never));
  const { copy: _copy, ...plain } = told;
  expect(protectedHeader.typ).toBe('tongbiao-own-data+jwt');
  expect(payload).toEqual(plain);
});

test('whoever is named nowhere has an empty copy, and it is not signed unasked', async () => {
  const { body } = await service.ask(getMyData, { as: 'subject' });
  expect([body.named, body.filings, body.drafts, body.copy]).toEqual([[], [], [], undefined]);
});
