import type * as z from 'zod/mini';
import type { getEnterprise } from '../contract/licences.ts';
import { type Enterprise, type FileHandover, PUBLISHED_MEMBERS } from '../domain/registration/enterprise.ts';
import { type LicenceContent, type ShownTerms, shownTermsOf } from '../domain/registration/licence.ts';
import { shownName, standingNameOrder } from '../domain/registration/name-order.ts';
import { isRunning } from '../domain/registration/notice.ts';
import { suspensionOn } from '../domain/registration/suspension.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';

type Shown = z.input<(typeof getEnterprise)['responses'][200]>;

const withTerms = ({ head, capital, place }: ShownTerms) => ({
  head: {
    title: head.title,
    names: [...head.names],
    ...(head.representatives && { representatives: [...head.representatives] }),
  },
  ...(capital && { capital }),
  place,
});

export const presentLicence = (content: LicenceContent) => ({
  ...content,
  ...withTerms(content),
  businessScope: [...content.businessScope],
});

const membersOf = ({ members }: Enterprise): Shown['members'] =>
  members.flatMap(({ name, as, subscribedFen, payBy, liability }) =>
    PUBLISHED_MEMBERS.includes(as)
      ? [
          {
            name,
            as: as as Shown['members'][number]['as'],
            ...(subscribedFen !== undefined && { subscribedFen }),
            ...(payBy !== undefined && { payBy }),
            ...(liability !== undefined && { liability }),
          },
        ]
      : [],
  );

const presentHandover = ({ filing: _filing, ...handover }: FileHandover) => handover;

/** What anyone may see of an enterprise, as of a day: periods are judged when read. */
export function presentEnterprise(enterprise: Enterprise, registeredByName: string, on: PlainDate): Shown {
  const { code, type, typeName, status, statusSince, establishedOn, termEnds, parent } = enterprise;
  const { registeredBy, handover, version, succeeds, succeededBy, formerNames = [] } = enterprise;
  const name = shownName(enterprise);
  const order = standingNameOrder(enterprise);
  const suspension = suspensionOn(enterprise.suspensions, on);
  return {
    code,
    ...(name !== undefined && { name }),
    ...(order && {
      nameOrder: {
        ground: order.ground,
        receivedOn: order.receivedOn,
        changeBy: order.changeBy,
        ...(order.listedOn !== undefined && { listedOn: order.listedOn }),
      },
    }),
    type,
    typeName,
    status: status === 'registered' && suspension !== undefined ? 'suspended' : status,
    statusSince,
    ...(suspension && {
      suspension: {
        from: suspension.from,
        until: suspension.until,
        ...(suspension.serviceAddress !== undefined && { serviceAddress: suspension.serviceAddress }),
      },
    }),
    ...withTerms(shownTermsOf(enterprise)),
    businessScope: [...enterprise.businessScope],
    establishedOn,
    ...(termEnds !== undefined && { termEnds }),
    members: membersOf(enterprise),
    ...(parent !== undefined && { parent }),
    ...(formerNames.length > 0 && { formerNames: formerNames.map(({ name, until }) => ({ name, until })) }),
    ...(succeeds !== undefined && { succeeds }),
    /* Where its end was undone it goes on itself. */
    ...(succeededBy !== undefined && status === 'cancelled' && { succeededBy }),
    notices: enterprise.notices.map((notice) => ({ ...notice, running: isRunning(notice, on) })),
    inquiries: enterprise.inquiries.map(({ acceptedOn, extendedOn, closedOn, rests = [] }) => ({
      acceptedOn,
      ...(extendedOn !== undefined && { extendedOn }),
      ...(rests.length > 0 && { rests: rests.map((rest) => ({ ...rest })) }),
      ...(closedOn !== undefined && { closedOn }),
    })),
    ...(handover && { handover: presentHandover(handover) }),
    registeredBy,
    registeredByName,
    version,
  };
}
