import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Access } from '../contract/route.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';

interface Authorized {
  readonly authorizer?: { readonly lambda?: { readonly caller?: string } | null };
}

/**
 * The caller the authorizer put into the event, if this route lets such a caller in.
 *
 * The gateway caches the authorizer's answer, so expiry is looked at again here.
 *
 * @throws DomainError `unauthenticated` without a live caller, `forbidden` without the scope and a role.
 */
export function callerOf(
  event: APIGatewayProxyEventV2,
  access: Exclude<Access, 'public'>,
  moment: Moment,
): Caller {
  const text = (event.requestContext as unknown as Authorized).authorizer?.lambda?.caller;
  if (text === undefined) throw new DomainError('unauthenticated');
  const caller = JSON.parse(text) as Caller;
  const isLive = caller.expiresAt > moment.at;
  if (!isLive) throw new DomainError('unauthenticated');
  const mayEnter =
    caller.scopes.includes(access.scope) && caller.roles.some((role) => access.roles.includes(role));
  if (!mayEnter) throw new DomainError('forbidden');
  return caller;
}
