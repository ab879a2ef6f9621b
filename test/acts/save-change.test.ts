import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveChange } from '../../lib/acts/save-change.ts';
import { organisationKey } from '../../lib/domain/subject/subject-key.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const holder = organisationKey('91500112MA5U000B33');
const on = plainDate('2026-11-23');
const codes = Array.from({ length: 40 }, (_, index) => `code-${index}`);
const parts = ['promoter', 'shareholder', 'partner'].flatMap((role) =>
  codes.map((code) => ({ code, role: { subject: holder, role } })),
);
const ended = () => parts.map(({ role, code }) => service.roles.end(role, code, on));
const begun = () => parts.map(({ role, code }) => service.roles.begin(role, code, on));
const fails = async () => {
  throw new Error('overtaken');
};
const countOf = async (isOver: boolean) =>
  (await service.kept()).filter(({ until }) => (until !== undefined) === isOver).length;

test('parts that begin are all kept, though one transaction has no room for them', async () => {
  await saveChange([], { begun: begun(), ended: [] }, service.writeAll, service.writeAll);
  expect(await countOf(false)).toBe(120);
});

test('of a step that fails no part has ended', async () => {
  await saveChange([], { begun: begun(), ended: [] }, service.writeAll, service.writeAll);
  const failing = saveChange([], { begun: [], ended: ended() }, fails, service.writeAll);
  await expect(failing).rejects.toThrow('overtaken');
  expect(await countOf(true)).toBe(0);
});

test('of a step that is written all have', async () => {
  await saveChange([], { begun: begun(), ended: [] }, service.writeAll, service.writeAll);
  await saveChange([], { begun: [], ended: ended() }, service.writeAll, service.writeAll);
  expect([await countOf(true), await countOf(false)]).toEqual([120, 0]);
});
