import * as z from 'zod/mini';
import { roles } from '../domain/subject/caller.ts';
import { whyNotTrusted } from './trusted-address.ts';

/** What CloudWatch takes, of at least six months: 网络安全法 第二十一条 asks for network logs of no less. */
export const LOG_DAYS = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] as const;

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
const hashingKey = z.string('must be "own" or the ARN of a KMS key').check(
  z.regex(/^(own|arn:aws(-cn)?:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]{36})$/, {
    error: 'must be "own" or the ARN of a KMS key (no alias, which could be moved)',
  }),
);
const hashingKeys = z.array(hashingKey, 'must be a list of "own" and ARNs of KMS keys').check(
  z.minLength(1, { error: 'must name a key' }),
  z.maxLength(2, { error: 'may name two keys: one to write by, and one to read by as well' }),
  z.refine((keys) => new Set(keys).size === keys.length, { error: 'names a key twice' }),
);

const endedHashKey = z.strictObject(
  {
    key: hashingKey,
    replacedBy: hashingKey,
    left: z.literal(
      0,
      'must be 0: while anybody is found by the key alone, it stays the second of subjectHashKeys',
    ),
    countedOn: z
      .string('must be the day on which nobody was left')
      .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day, such as 2027-03-01')),
  },
  noSuchField,
);

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

const retention = z.strictObject(
  {
    logDays: z.optional(
      z.literal([...LOG_DAYS], {
        error: ({ input }) =>
          `is ${String(input)}; logs are kept at least six months (网络安全法 第二十一条), by one of the periods CloudWatch knows: ${LOG_DAYS.join(', ')}`,
      }),
    ),
    lockDays: z.optional(
      z
        .int('must be a number of days')
        .check(
          z.gte(
            1096,
            'is less than 1096: records of processing are kept three years (个人信息保护法 第五十六条)',
          ),
          z.lte(36_500, 'is more than 36500'),
        ),
    ),
    lock: z.optional(
      z.enum(
        ['governance', 'compliance'],
        'must be governance (an administrator can lift the lock) or compliance (nobody can, not even AWS)',
      ),
    ),
  },
  noSuchField,
);

const certificate = z
  .string()
  .check(
    z.regex(
      /^arn:aws(-cn)?:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
      'must be the ARN of a certificate in ACM, such as arn:aws:acm:us-east-1:123456789012:certificate/…',
    ),
  );

const domain = z.strictObject(
  {
    name: z
      .string('must be a host name')
      .check(
        z.regex(
          /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
          'must be a host name in small letters, such as tongbiao.example.gov.cn',
        ),
      ),
    certificate,
    icp: z.optional(z.string().check(z.minLength(4, 'must be the number of the ICP licence or filing'))),
  },
  noSuchField,
);

const name = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{1,39}$/, 'must be 2 to 40 of a-z, 0-9 and -, a letter first'));

const reserve = z.union(
  [
    z.literal('none'),
    z.record(z.string(), z.int().check(z.gte(0), z.lte(10_000)), 'must be "none" or an object'),
  ],
  'must be "none" or functions with how many at once are kept free for each, such as {"credit-lookup":200}',
);

/** Everything that can be set. What is wrong is told by the place it stands at. */
export const settingsOf = (isAuthority: (id: string) => boolean) => {
  const authority = z
    .string('must be the id of an authority')
    .check(told((id) => (isAuthority(id) ? undefined : 'is no authority of the catalog')));
  const authorities = z.array(authority);
  const machine = z.strictObject(
    {
      name,
      authority,
      roles: z.array(z.enum(roles, `must be of ${roles.join(', ')}`)).check(z.minLength(1, 'is empty')),
    },
    noSuchField,
  );
  return z.strictObject(
    {
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
            authorities: z.union(
              [z.literal('*'), authorities],
              'must be "*" or a list of ids of authorities',
            ),
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
      identity: z.optional(
        z.literal('cognito', {
          error: ({ input }) =>
            `is ${JSON.stringify(input)}; it can be cognito, which makes a user pool, or left out where issuers of your own are given`,
        }),
      ),
      cognito: z.optional(
        z.strictObject(
          {
            callbacks: z.optional(z.array(address, 'must be a list of https addresses')),
            machines: z.optional(
              z.array(machine, 'must be a list of {"name":"…","authority":"…","roles":["publisher"]}'),
            ),
          },
          noSuchField,
        ),
      ),
      publicUrl: z.optional(
        address.check(z.regex(/[^/]$/, { error: 'ends with a slash; give it without one' })),
      ),
      formerKeys: z.optional(
        z.array(formerKey, 'must be a JSON array of public JWKs with signs and retiredAt'),
      ),
      subjectHashKeys: z.optional(hashingKeys),
      endedHashKeys: z.optional(z.array(endedHashKey, 'must be a list of hashing keys that are given up')),
      retention: z.optional(retention),
      alarmTarget: z.optional(
        z
          .string('must be the ARN of a topic')
          .check(
            z.regex(
              /^arn:aws(-cn)?:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}$/,
              'must be the ARN of an SNS topic, such as arn:aws:sns:us-east-1:123456789012:on-call',
            ),
          ),
      ),
      domain: z.optional(domain),
      reserve: z.optional(reserve),
    },
    {
      error: ({ code, keys }) =>
        code === 'unrecognized_keys' ? `${keys?.join(', ')}: no such setting` : 'settings must be an object',
    },
  );
};
