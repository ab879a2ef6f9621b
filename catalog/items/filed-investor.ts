import * as z from 'zod/mini';
import { organisationKey, type SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { organisationCodeShape, refShape, wordShape } from './filed-shapes.ts';

/**
 * Whoever invests (股东, 发起人, 合伙人, 成员): a person of the filing or an organisation, each with the `terms` of it.
 * `ofOrganisation`: what is told of an organisation alone.
 */
export const investorShape = <
  const Terms extends z.core.$ZodLooseShape,
  const Own extends z.core.$ZodLooseShape = Record<never, never>,
>(
  terms: Terms,
  ofOrganisation: Own = {} as Own,
) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), person: refShape, ...terms }),
    z.strictObject({
      kind: z.literal('organisation'),
      code: organisationCodeShape,
      name: wordShape(100),
      ...terms,
      ...ofOrganisation,
    }),
  ]);

/** What rules on investors of whatever kind need of them. */
export type Investor =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'organisation'; readonly code: string; readonly name: string };

/** One word for one investor, by which two entries are known to be the same. */
export const identityOf = (investor: Investor): string =>
  investor.kind === 'person' ? `person ${investor.person}` : `organisation ${investor.code}`;

/** The persons among investors, in their order. */
export const personsAmong = (investors: readonly Investor[]): readonly string[] =>
  investors.flatMap((investor) => (investor.kind === 'person' ? [investor.person] : []));

/** Where a filing refers to persons among its investors. */
export const referencesAmong = (at: string, investors: readonly Investor[]) =>
  investors.flatMap((investor, index) =>
    investor.kind === 'person' ? [{ path: `${at}/${index}/person`, ref: investor.person }] : [],
  );

/** The keys of the organisations among investors, in their order. */
export const organisationsAmong = (investors: readonly Investor[]): readonly SubjectKey[] =>
  investors.flatMap((investor) => (investor.kind === 'organisation' ? [organisationKey(investor.code)] : []));
