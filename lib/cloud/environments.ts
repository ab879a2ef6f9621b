import * as z from 'zod/mini';
import { type Role, roles } from '../domain/subject/caller.ts';
import { whyNotTrusted } from './trusted-address.ts';

/** An issuer of access tokens (OIDC) and the authorities its tokens may speak for. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  /** @default what the issuer's own discovery document names */
  readonly jwks?: string | undefined;
  readonly authorities: '*' | readonly string[];
  /** @default every role, `auditor` only where it speaks for all authorities */
  readonly roles?: readonly Role[] | undefined;
  /** Whether it is believed whose own file a caller may see. @default where it speaks for all authorities */
  readonly subjects?: boolean | undefined;
}

/** Whose real-name proofs are trusted. */
export type IdentityProvider = Pick<Issuer, 'issuer' | 'audience' | 'jwks'>;

/** One deployment: what differs between them, given by context and checked before anything is synthesised. */
export interface Settings {
  readonly stage: string;
  /** @default that of the credentials it is deployed with; the template then names none */
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly issuers: readonly Issuer[];
  readonly identityProviders: readonly IdentityProvider[];
  /**
   * Where the service is found from outside: licences name it for good.
   *
   * @default the gateway's own address
   */
  readonly publicUrl?: string | undefined;
  /** Public parts of keys that were signed with before. @default none */
  readonly formerKeys?: readonly FormerKey[] | undefined;
}

/** A key that licences, receipts or the log were signed with before, as a public JWK; `retiredAt` is when it was last used. */
export interface FormerKey {
  readonly signs: 'receipt' | 'licence' | 'log';
  readonly kty: 'EC';
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: string;
  readonly retiredAt: string;
}

/** Thrown at synth; the message tells every wrong setting and what to give instead. */
export class SettingsRefused extends Error {
  override readonly name = 'SettingsRefused';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['These settings cannot be deployed:', ...problems].join('\n  - '));
    this.problems = problems;
  }
}

/** Lambda takes 4 KiB of environment; everything else in it stays below the rest. */
const LONGEST_ISSUERS = 3_000;

const noSuchField = {
  error: ({ code, keys }: { readonly code?: string; readonly keys?: readonly string[] }) =>
    code === 'unrecognized_keys' ? `has an unknown field: ${keys?.join(', ')}` : 'must be an object',
};
const told = (why: (text: string) => string | undefined) =>
  z.refine<string>((text) => why(text) === undefined, {
    error: ({ input }) => `"${input}" ${why(String(input))}`,
  });

const address = z
  .string('must be an https address')
  .check(z.maxLength(300, 'is longer than 300 characters'), told(whyNotTrusted));
const audience = z
  .string('must name the audience that tokens for this service carry')
  .check(z.minLength(1, 'is empty'), z.maxLength(200, 'is longer than 200 characters'));
const provider = { issuer: address, audience, jwks: z.optional(address) };

const part = z.string().check(z.regex(/^[\w-]+$/, 'must be a part of a JWK'));
const formerKey = z.strictObject(
  {
    signs: z.enum(['receipt', 'licence', 'log'], 'must be receipt, licence or log'),
    kty: z.literal('EC', 'must be EC'),
    crv: part,
    x: part,
    y: part,
    kid: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/, 'must be the id of the key')),
    alg: part,
    retiredAt: z.iso.datetime('must be an instant, such as 2026-01-01T00:00:00Z'),
  },
  noSuchField,
);

const list =
  'must be a JSON array, such as [{"issuer":"https://…","audience":"tongbiao","authorities":["reg-…"]}]';

const settingsOf = (isAuthority: (id: string) => boolean) => {
  const authority = z
    .string('must be the id of an authority')
    .check(told((id) => (isAuthority(id) ? undefined : 'is no authority of the catalog')));
  const authorities = z.array(authority);
  return z.object({
    stage: z
      .string('must be a name')
      .check(z.regex(/^[a-z][a-z0-9-]{1,19}$/, 'must be 2 to 20 of a-z, 0-9 and -, a letter first')),
    region: z.optional(
      z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is no region; cn-north-1 and us-east-1 are')),
    ),
    account: z.optional(z.string().check(z.regex(/^\d{12}$/, 'must be the twelve digits of an account'))),
    issuers: z.array(
      z.strictObject(
        {
          ...provider,
          authorities: z.union([z.literal('*'), authorities], 'must be "*" or a list of ids of authorities'),
          roles: z.optional(z.array(z.enum(roles, `must be of ${roles.join(', ')}`))),
          subjects: z.optional(z.boolean('must be true or false')),
          development: z.optional(
            z.literal(
              false,
              'is true: the development issuer gives tokens to anybody and serves the local run only',
            ),
          ),
        },
        noSuchField,
      ),
      list,
    ),
    identityProviders: z.array(z.strictObject(provider, noSuchField), list),
    publicUrl: z.optional(
      address.check(z.regex(/[^/]$/, { error: 'ends with a slash; give it without one' })),
    ),
    formerKeys: z.optional(
      z.array(formerKey, 'must be a JSON array of public JWKs with signs and retiredAt'),
    ),
  });
};

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1);

/** Context comes as text from a command line and as values from cdk.json; both are taken. */
function listFrom(given: unknown): unknown {
  if (given === undefined) return [];
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}

const repeated = (issuers: readonly { readonly issuer: string }[]): readonly string[] =>
  issuers.map(({ issuer }) => issuer).filter((issuer, index, all) => all.indexOf(issuer) !== index);

function problemsAcross({ issuers, identityProviders, formerKeys }: Settings): readonly string[] {
  const size = Buffer.byteLength(JSON.stringify({ issuers, identityProviders, formerKeys }));
  return [
    ...repeated(issuers).map(
      (issuer) => `issuers: ${issuer} is given twice; give it once, with all its authorities`,
    ),
    ...repeated(identityProviders).map((issuer) => `identityProviders: ${issuer} is given twice`),
    ...(size > LONGEST_ISSUERS
      ? [
          `issuers: with identityProviders and formerKeys they take ${size} bytes, and a function has room for ${LONGEST_ISSUERS}; bind an issuer to "*" or to fewer authorities`,
        ]
      : []),
  ];
}

/**
 * Reads the settings out of the context (`-c stage=… -c issuers=…`). Without issuers nobody can sign in: whoever
 * is not named is not let in.
 *
 * @throws SettingsRefused with every problem at once.
 */
export function readSettings(
  context: Readonly<Record<string, unknown>>,
  isAuthority: (id: string) => boolean,
): Settings {
  const { success, data, error } = settingsOf(isAuthority).safeParse({
    stage: context.stage ?? 'dev',
    region: context.region,
    account: context.account === undefined ? undefined : String(context.account),
    issuers: listFrom(context.issuers),
    identityProviders: listFrom(context.identityProviders),
    publicUrl: context.publicUrl,
    formerKeys: context.formerKeys === undefined ? undefined : listFrom(context.formerKeys),
  });
  if (!success)
    throw new SettingsRefused(error.issues.map(({ path, message }) => `${pathOf(path)} ${message}`));
  const issuers = data.issuers.map(({ development: _, ...issuer }) => issuer);
  const settings = { ...data, issuers };
  const problems = problemsAcross(settings);
  if (problems.length > 0) throw new SettingsRefused(problems);
  return settings;
}
