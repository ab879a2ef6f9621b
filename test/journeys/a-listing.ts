import { lookUp } from '../../lib/contract/credit-lookup.ts';
import {
  answerListingObjection,
  consentToListing,
  decideListing,
  notifyListing,
  objectToListing,
  proposeListing,
} from '../../lib/contract/listing-cases.ts';
import type { Client } from '../support/client.ts';
import type { LocalService } from '../support/local-service.ts';

/** Whatever can be asked; a service of one day. */
export type Asked = Pick<Client, 'ask'>;

/** An invented organisation: its code is right, but no such body was ever given out. */
export const FACTORY = { kind: 'organisation', code: '91500231MAQ0TB029T' } as const;
export const SHOP = { kind: 'organisation', code: '91511623MAQ0TB010G' } as const;

/** Somebody who speaks for an organisation, of whom no persona is kept. */
export const speakerOf = ({ forge }: Pick<LocalService, 'forge'>, code: string): Promise<string> =>
  forge.accessToken({
    claims: {
      sub: `speaker-of-${code}`,
      roles: ['subject'],
      scope: 'own-file:read credit-records:read credit-records:object',
      subject_key: `O:${code}`,
    },
  });

export const proposal = {
  list: 'serious-list',
  subject: FACTORY,
  grounds: '提交虚假材料取得登记，情节严重，已受较重行政处罚',
  basis: [{ law: '市场监督管理严重违法失信名单管理办法', article: '列入情形' }],
};

let documents = 0;
export const decisionOn = (decidedOn: string) => {
  documents += 1;
  return {
    outcome: 'list' as const,
    reason: '事实清楚，符合列入条件',
    document: { number: `垫市监严列〔2026〕虚构${documents}号`, decidedOn },
  };
};

/** A case of Dianjiang as far as the notice. */
export async function notified(
  { ask }: Asked,
  more: Partial<typeof proposal> | Record<string, unknown> = {},
) {
  const proposed = await ask(proposeListing, {
    as: 'credit-officer-cq',
    body: { ...proposal, ...more } as typeof proposal,
  });
  const { id } = proposed.body;
  const body = { documentNumber: '垫市监列告〔2026〕虚构1号' };
  return (await ask(notifyListing, { as: 'credit-officer-cq', params: { id }, body })).body;
}

/** From the notice up to the consent of the next higher authority, so that it can be decided. */
export async function consented({ ask }: Asked, id: string, speaker: string) {
  const params = { id };
  await ask(objectToListing, { token: speaker, params, body: { reason: '处罚过重' } });
  await ask(answerListingObjection, {
    as: 'credit-officer-cq',
    params,
    body: { outcome: 'rejected', reason: '经核实，处罚决定合法有效' },
  });
  await ask(consentToListing, {
    as: 'credit-officer-cq',
    params,
    body: { action: 'ask', reason: '报请同意' },
  });
  const given = { action: 'give', reason: '同意列入' } as const;
  return (await ask(consentToListing, { as: 'superior-officer-cq', params, body: given })).body;
}

export const listedOn = async (service: Asked, id: string, decidedOn: string) =>
  (
    await service.ask(decideListing, {
      as: 'credit-officer-cq-2',
      params: { id },
      body: decisionOn(decidedOn),
    })
  ).body;

/** What a look-up of one organisation says, by a regulator of the other side unless told otherwise. */
export async function verdictOf(
  { ask }: Asked,
  code: string,
  {
    as = 'regulator-sc',
    ...more
  }: {
    readonly as?: string;
    readonly purpose?: string;
    readonly basis?: string;
    readonly asOf?: string;
    readonly knownAt?: string;
  } = {},
) {
  const question = {
    purpose: 'supervision',
    basis: 'risk-based-supervision',
    subjects: [{ kind: 'organisation' as const, code }],
    ...more,
  };
  const { results } = (await ask(lookUp, { as, body: question })).body;
  return results[0];
}
