import type { FormerKey } from '../domain/former-key.ts';
import type { Role } from '../domain/subject/caller.ts';
import type { SettingsFile } from './settings-file.ts';
import { problemsAcross } from './settings-problems.ts';
import { type LOG_DAYS, settingsOf } from './settings-shape.ts';

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
  /**
   * Which KMS keys of the kind HMAC_256 natural persons are keyed by: `own`, which the state stack made, or the ARN of
   * another. The first writes; two are read by, while one takes the place of the other (decision 0050). @default ["own"]
   */
  readonly subjectHashKeys?: readonly string[] | undefined;
  /** Hashing keys that are given up, each with the key that took its place, once nobody was left. @default none */
  readonly endedHashKeys?: readonly EndedHashKey[] | undefined;
  /** A user pool of the deployment's own, beside whatever issuers are given. @default none */
  readonly identity?: 'cognito' | undefined;
  readonly cognito?: CognitoSettings | undefined;
  readonly retention?: RetentionSettings | undefined;
  /** ARN of the SNS topic that is told of alarms. @default alarms are seen and nobody is told */
  readonly alarmTarget?: string | undefined;
  /** @default none: the gateway's own host name */
  readonly domain?: DomainSettings | undefined;
  /** How many of a function run at once for sure, and at most. @default `lib/cloud/reserved-concurrency.ts` */
  readonly reserve?: 'none' | Readonly<Record<string, number>> | undefined;
}

/** That the re-keying from one hashing key to the next has come to its end: what `npm run rekey -- left` counted, and when. */
export interface EndedHashKey {
  readonly key: string;
  readonly replacedBy: string;
  readonly left: 0;
  readonly countedOn: string;
}

/** What is set of the user pool. */
export interface CognitoSettings {
  /** Where people come back to after signing in, by https. @default the service's own address */
  readonly callbacks?: readonly string[] | undefined;
  /** Systems of an authority that sign in by a secret of their own. @default none */
  readonly machines?: readonly Machine[] | undefined;
}

export interface Machine {
  readonly name: string;
  readonly authority: string;
  readonly roles: readonly Role[];
}

export interface RetentionSettings {
  /** Days that access and function logs are kept. @default 365 */
  readonly logDays?: (typeof LOG_DAYS)[number] | undefined;
  /** Days during which a copy of the log, or a root, cannot be deleted. @default 1096 */
  readonly lockDays?: number | undefined;
  /** Whether an administrator can lift that lock. @default `governance`: yes, and it is seen */
  readonly lock?: 'governance' | 'compliance' | undefined;
}

/** A host name of one's own. */
export interface DomainSettings {
  readonly name: string;
  /** ARN of its certificate, in the region of the deployment. */
  readonly certificate: string;
  /** Number of the ICP filing, without which no public name answers in a China region. */
  readonly icp?: string | undefined;
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

/** Context comes as text from a command line and as values from cdk.json; both are taken. */
function valueFrom(given: unknown): unknown {
  if (typeof given !== 'string' || !/^\s*[[{]/.test(given)) return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}

const NAMES = [
  'stage',
  'region',
  'account',
  'issuers',
  'identityProviders',
  'identity',
  'cognito',
  'publicUrl',
  'formerKeys',
  'subjectHashKeys',
  'endedHashKeys',
  'retention',
  'alarmTarget',
  'domain',
  'reserve',
] as const satisfies readonly (keyof Settings)[];

const alike = (name: string): string => name.toLowerCase().replace(/[-_]/g, '').replace(/s$/, '');

/** Context holds much that is not ours and is let be; what is one of our names but for its spelling is not. */
const misspelt = (context: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(context).flatMap((given) =>
    NAMES.filter((name) => name !== given && alike(name) === alike(given)).map(
      (name) => `${given} is no setting; ${name} is`,
    ),
  );

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .slice(1);

export interface SettingsSources {
  /** The file of a stage. @default no stage has one */
  readonly fileOf?: (stage: string, asked?: string) => SettingsFile;
  /** Where the credentials belong, against which settings are checked that name no region. @default unknown */
  readonly region?: string | undefined;
}

/**
 * Reads the settings out of the context (`-c stage=… -c issuers=…`) and out of the stage's file, of which the context
 * prevails. Without issuers nobody can sign in: whoever is not named is not let in.
 *
 * @throws SettingsRefused with every problem at once.
 */
export function readSettings(
  context: Readonly<Record<string, unknown>>,
  isAuthority: (id: string) => boolean,
  { fileOf = () => ({ settings: {} }), region }: SettingsSources = {},
): Settings {
  const stage = String(context.stage ?? 'dev');
  const file = fileOf(stage, context.settings === undefined ? undefined : String(context.settings));
  if ('problem' in file) throw new SettingsRefused([file.problem]);
  if (file.settings.stage !== undefined && file.settings.stage !== stage)
    throw new SettingsRefused([
      `stage is ${stage}, and the settings file says ${file.settings.stage}: a file is of one stage`,
    ]);
  const inContext = Object.fromEntries(
    NAMES.filter((name) => context[name] !== undefined).map((name) => [name, valueFrom(context[name])]),
  );
  const given: Record<string, unknown> = {
    stage,
    issuers: [],
    identityProviders: [],
    ...file.settings,
    ...inContext,
  };
  const account = given.account === undefined ? {} : { account: String(given.account) };
  const { success, data, error } = settingsOf(isAuthority).safeParse({ ...given, ...account });
  const spelling = misspelt(context);
  if (!success)
    throw new SettingsRefused([
      ...spelling,
      ...error.issues.map(({ path, message }) => `${pathOf(path)} ${message}`.trim()),
    ]);
  const issuers = data.issuers.map(({ development: _, ...issuer }) => issuer);
  const settings = { ...data, issuers };
  const problems = [...spelling, ...problemsAcross(settings, settings.region ?? region)];
  if (problems.length > 0) throw new SettingsRefused(problems);
  return settings;
}
