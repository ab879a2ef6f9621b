import { roles } from '../../lib/domain/subject/caller.ts';

/** Of the event that a user pool sends before it makes a token (V2_0 for people, V3_0 for machines too), what is used. */
export interface TokenAsked {
  readonly triggerSource: string;
  readonly request: {
    readonly userAttributes?: Readonly<Record<string, string>>;
    readonly groupConfiguration?: { readonly groupsToOverride?: readonly string[] };
    readonly scopes?: readonly string[];
  };
}

export interface TokenAnswer {
  readonly claimsAndScopeOverrideDetails: {
    readonly accessTokenGeneration: {
      readonly claimsToAddOrOverride: Readonly<Record<string, string | readonly string[]>>;
      readonly scopesToSuppress: readonly string[];
    };
  };
}

/** Attributes that only an administrator of the pool writes, and the claims they become. */
const ATTRIBUTES = { authority: 'authority', window: 'window', subject_key: 'subject_key' } as const;

/** Scopes that say for whom a machine speaks: they are the client's, and no scope of a route. */
const SPEAKS_FOR = /^[\w-]+\/as:(.+)$/;
const IN_ROLE = /^[\w-]+\/role:(.+)$/;

const isRole = (name: string): boolean => roles.some((role) => role === name);

const matched = (pattern: RegExp, scopes: readonly string[]): readonly string[] =>
  scopes.flatMap((scope) => pattern.exec(scope)?.[1] ?? []);

function claimsOfPerson({ request }: TokenAsked): Readonly<Record<string, string | readonly string[]>> {
  const { userAttributes = {}, groupConfiguration } = request;
  const told = Object.entries(ATTRIBUTES).flatMap(([attribute, claim]) => {
    const value = userAttributes[`custom:${attribute}`];
    return value === undefined || value === '' ? [] : [[claim, value] as const];
  });
  return {
    ...Object.fromEntries(told),
    roles: (groupConfiguration?.groupsToOverride ?? []).filter(isRole),
  };
}

/** A machine that asked for two authorities at once gets none. */
function claimsOfMachine({ request }: TokenAsked): Readonly<Record<string, string | readonly string[]>> {
  const scopes = request.scopes ?? [];
  const [authority, ...others] = matched(SPEAKS_FOR, scopes);
  return {
    ...(authority !== undefined && others.length === 0 && { authority }),
    roles: matched(IN_ROLE, scopes).filter(isRole),
  };
}

/** Puts into an access token of the user pool what the authorizer reads: `authority`, `window`, `subject_key`, `roles`. */
export async function handler<Event extends TokenAsked>(
  event: Event,
): Promise<Event & { readonly response: TokenAnswer }> {
  const isMachine = event.triggerSource === 'TokenGeneration_ClientCredentials';
  const scopes = event.request.scopes ?? [];
  return {
    ...event,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          claimsToAddOrOverride: isMachine ? claimsOfMachine(event) : claimsOfPerson(event),
          scopesToSuppress: scopes.filter((scope) => SPEAKS_FOR.test(scope) || IN_ROLE.test(scope)),
        },
      },
    },
  };
}
