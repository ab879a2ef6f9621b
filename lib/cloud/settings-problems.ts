import type { Settings } from './environments.ts';
import { isFunction } from './reserved-concurrency.ts';

/** Lambda takes 4 KiB of environment; everything else in it stays below the rest. */
const LONGEST_ISSUERS = 3_000;

const EXAMPLE_ISSUERS = `-c issuers='[{"issuer":"https://…","audience":"tongbiao","authorities":["reg-…"]}]'`;

export const isChina = (region: string | undefined): boolean => region?.startsWith('cn-') ?? false;

const repeated = (issuers: readonly { readonly issuer: string }[]): readonly string[] =>
  issuers.map(({ issuer }) => issuer).filter((issuer, index, all) => all.indexOf(issuer) !== index);

function issuerProblems({ issuers, identityProviders, formerKeys }: Settings): readonly string[] {
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

/** A resource of the account that is named by its ARN has to be where the deployment is. */
function arnProblems(place: string, arn: string | undefined, region: string | undefined): readonly string[] {
  if (arn === undefined || region === undefined) return [];
  const [, partition, , itsRegion] = arn.split(':');
  if (itsRegion !== region)
    return [`${place} is in ${itsRegion}, and this is deployed to ${region}; give one of ${region}`];
  const wanted = isChina(region) ? 'aws-cn' : 'aws';
  return partition === wanted
    ? []
    : [`${place} begins with arn:${partition}, and ${region} is of the partition ${wanted}`];
}

function identityProblems({ identity, cognito }: Settings, region: string | undefined): readonly string[] {
  if (identity === undefined)
    return cognito === undefined ? [] : ['cognito is given, but identity is not: add -c identity=cognito'];
  const names = cognito?.machines?.map((machine) => machine.name) ?? [];
  return [
    ...(isChina(region)
      ? [
          `identity is cognito, and ${region} has no Cognito user pools; leave identity out and name the OIDC issuers that sign people in there, such as the provincial identity platforms: ${EXAMPLE_ISSUERS}`,
        ]
      : []),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `cognito.machines: ${name} is given twice`),
  ];
}

function domainProblems({ domain, publicUrl }: Settings, region: string | undefined): readonly string[] {
  if (domain === undefined) return [];
  return [
    ...arnProblems('domain.certificate', domain.certificate, region),
    ...(isChina(region) && domain.icp === undefined
      ? [
          `domain.icp is missing: in ${region} a public host name answers only with an ICP filing; apply for it, then give its number`,
        ]
      : []),
    ...(publicUrl !== undefined && publicUrl !== `https://${domain.name}`
      ? [
          `publicUrl is ${publicUrl}, and domain.name is ${domain.name}: licences would name another address than the service answers at; leave publicUrl out`,
        ]
      : []),
  ];
}

/** What every stage but `dev` has to say: a default would be wrong there, and nobody would notice. */
function missing({ stage, issuers, identity, ...settings }: Settings): readonly string[] {
  if (stage === 'dev') return [];
  const needs = `is missing, and every stage but dev needs it`;
  return [
    ...(issuers.length === 0 && identity === undefined
      ? [
          `issuers ${needs}: without issuers nobody can sign in. Give ${EXAMPLE_ISSUERS}, or -c identity=cognito`,
        ]
      : []),
    ...(settings.identityProviders.length === 0
      ? [
          `identityProviders ${needs}: without real-name proofs nothing can be filed. Give -c identityProviders='[{"issuer":"https://…","audience":"tongbiao"}]'`,
        ]
      : []),
    ...(settings.publicUrl === undefined && settings.domain === undefined
      ? [
          `publicUrl ${needs}: licences name it for good. Give -c publicUrl=https://…, or a domain with its certificate: -c domain='{"name":"…","certificate":"arn:…"}'`,
        ]
      : []),
    ...(settings.alarmTarget === undefined
      ? [
          `alarmTarget ${needs}: alarms would reach nobody. Give the ARN of an SNS topic: -c alarmTarget=arn:aws:sns:…`,
        ]
      : []),
  ];
}

const reserveProblems = ({ reserve }: Settings): readonly string[] =>
  Object.keys(typeof reserve === 'object' ? reserve : {})
    .filter((name) => !isFunction(name))
    .map((name) => `reserve: ${name} is no function; credit-lookup is one`);

/**
 * The deployment's own hashing key is at hand, or the one that took its place, or the one that took that one's: so that
 * none is dropped from the settings while persons are found by it alone (decision 0052).
 */
function hashingKeyProblems({ subjectHashKeys = ['own'], endedHashKeys = [] }: Settings): readonly string[] {
  const passed = new Set<string>();
  let key = 'own';
  while (!subjectHashKeys.includes(key)) {
    const ended = passed.has(key) ? undefined : endedHashKeys.find((entry) => entry.key === key);
    if (ended === undefined)
      return [
        `subjectHashKeys no longer names ${key}: whoever is found by it alone would look clear. Name it as the second key until \`npm run rekey -- left <key>\` counts nobody, then state that in endedHashKeys: {"key":"${key}","replacedBy":"…","left":0,"countedOn":"…"}`,
      ];
    passed.add(key);
    key = ended.replacedBy;
  }
  return [];
}

/** Settings that are right one by one and wrong together, or in the region they are deployed to. */
export function problemsAcross(settings: Settings, region: string | undefined): readonly string[] {
  return [
    ...issuerProblems(settings),
    ...identityProblems(settings, region),
    ...domainProblems(settings, region),
    ...arnProblems('alarmTarget', settings.alarmTarget, region),
    ...hashingKeyProblems(settings),
    ...reserveProblems(settings),
    ...missing(settings),
  ];
}
