import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiling } from '../../lib/contract/filings.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, freshPerson } from './a-filing.ts';
import { refusedFiling } from './to-be-refused.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

describe('real-name proofs', () => {
  const withProof = async (forge: (person: ReturnType<typeof freshPerson>) => Promise<string>) => {
    const founder = freshPerson();
    const token = await forge(founder);
    return aFiling(service, {
      founder,
      facts: (facts) => ({
        ...facts,
        persons: facts.persons.map((person, at) =>
          at === 0 ? { ...person, proof: { kind: 'token', token } } : person,
        ),
      }),
    });
  };
  const past = () => Math.floor(Date.now() / 1000) - 3_600;

  const faults: Readonly<
    Record<string, readonly [string, (person: ReturnType<typeof freshPerson>) => Promise<string>]>
  > = {
    expired: [
      'expired',
      (one) => service.forge.realNameProof(one, { claims: { iat: past() - 60, exp: past() } }),
    ],
    'of a foreign provider': [
      'foreign-issuer',
      (one) => service.forge.realNameProof(one, { claims: { iss: 'https://id.example' } }),
    ],
    'for another service': [
      'wrong-audience',
      (one) => service.forge.realNameProof(one, { claims: { aud: 'somebody-else' } }),
    ],
    'signed by nobody': ['bad-signature', (one) => service.forge.realNameProof(one, { foreignKey: true })],
    'of another type': ['wrong-type', (one) => service.forge.realNameProof(one, { typ: 'JWT' })],
    'an access token': ['wrong-type', () => service.tokenOf('applicant')],
    'no token': ['malformed', async () => 'a.b.c'],
    'without an id': ['malformed', (one) => service.forge.realNameProof(one, { claims: { jti: undefined } })],
    'of somebody else': ['other-person', () => service.proofOf(freshPerson())],
    'of another name': ['other-person', ({ document }) => service.proofOf({ name: '别的人', document })],
  };

  test.each(Object.keys(faults))(
    '%s: refused with its reason, in check and submission alike',
    async (kind) => {
      const [reason = '', forge] = faults[kind] ?? [];
      if (forge === undefined) throw new Error(kind);
      const body = await withProof(forge);
      const problem = { status: 422, body: { code: 'identity-proof-invalid', values: { reason } } };
      expect(await refusedFiling(service, body)).toMatchObject(problem);
      expect(await service.refused(checkFiling, { as: 'applicant', body })).toMatchObject(problem);
    },
  );

  test('in person counts at a window alone', async () => {
    const body = await aFiling(service, {
      facts: (facts) => ({
        ...facts,
        persons: facts.persons.map((one) => ({ ...one, proof: { kind: 'in-person' } })),
      }),
    });
    const rulesFor = async (as: string) =>
      (await service.ask(checkFiling, { as, body })).body.findings.map(({ rule }) => rule);
    expect(await rulesFor('applicant')).toEqual(['identity.unproven', 'identity.unproven']);
    expect(await rulesFor('registrar-cq')).toEqual(['identity.in-person', 'identity.in-person']);
  });
});
