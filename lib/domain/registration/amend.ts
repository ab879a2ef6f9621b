import type { Moment } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Enterprise, EnterpriseRole, RegisteredStep } from './enterprise.ts';
import { boundedNotices } from './notice.ts';
import type { RegisterChange } from './register-change.ts';

type Amendment = Extract<RegisterChange, { readonly kind: 'amend' }>;

/** Steps that are kept with an enterprise; every step's filing is kept for good. */
const STEPS_KEPT = 40;

export const withStep = (steps: readonly RegisteredStep[], step: RegisteredStep): readonly RegisteredStep[] =>
  [...steps, step].slice(-STEPS_KEPT);

/** Names that are kept with an enterprise; every version of it is kept for good. */
const NAMES_KEPT = 20;

/** With the name it had, where it is called otherwise from the day on. */
function namesBefore(read: Enterprise, next: Enterprise, on: PlainDate): Pick<Enterprise, 'formerNames'> {
  const { name, tradeName, formerNames = [] } = read;
  if (name === undefined || name === next.name) return {};
  const had = { name, ...(tradeName !== undefined && { tradeName }), until: on };
  return { formerNames: [...formerNames, had].slice(-NAMES_KEPT) };
}

/**
 * Whether the change is a step of the enterprise's life. A notice, an objection of whoever it may be and a time out of
 * business are kept by themselves: they must not push out the steps that can be undone.
 */
const isStep = (read: Enterprise, { content, course, division, without, licence }: Amendment): boolean =>
  content !== undefined ||
  division !== undefined ||
  without !== undefined ||
  licence !== 'keep' ||
  (course?.status !== undefined && course.status !== read.status);

/** The enterprise as the change has it. Pure; `authority` is the one that decides. */
export function amended(
  read: Enterprise,
  change: Amendment,
  step: { readonly filing: string; readonly item: string; readonly authority: string },
  moment: Moment,
): Enterprise {
  const { content, course, division, without = [], licence } = change;
  const version = read.version + 1;
  const licences = read.licences + (licence === 'reissue' ? 1 : 0);
  const numbers = { reissue: licences, keep: read.licence, withdraw: 0 } as const;
  const next: Enterprise = {
    ...read,
    ...content,
    ...course,
    ...(course?.notices !== undefined && { notices: boundedNotices(course.notices, moment.on) }),
    ...(division !== undefined && { division, registeredBy: step.authority }),
    licences,
    licence: numbers[licence],
    steps: isStep(read, change)
      ? withStep(read.steps, { filing: step.filing, item: step.item, on: moment.on, version })
      : read.steps,
    version,
  };
  /* With the licence goes its place in the lists of statuses; the act gives a new one its own. */
  const ended: ReadonlySet<string> = new Set([
    ...without,
    ...(licence === 'keep' ? [] : ['licencePosition']),
  ]);
  const left = Object.fromEntries(
    Object.entries(next).filter(([field]) => !ended.has(field)),
  ) as unknown as Enterprise;
  return { ...left, ...namesBefore(read, left, moment.on) };
}

const keyOf = ({ subject, role }: EnterpriseRole): string => `${role} ${subject}`;

/** Each once, as it is one item. With an enterprise that is cancelled all end; where that is undone they begin again. */
const standingRoles = ({ status, roles }: Enterprise): readonly EnterpriseRole[] =>
  status === 'cancelled' ? [] : [...new Map(roles.map((role) => [keyOf(role), role])).values()];

/** Parts that begin and end between two versions. */
export function roleChanges(read: Enterprise, next: Enterprise) {
  const before = new Set(standingRoles(read).map(keyOf));
  const after = new Set(standingRoles(next).map(keyOf));
  return {
    begun: standingRoles(next).filter((role) => !before.has(keyOf(role))),
    ended: standingRoles(read).filter((role) => !after.has(keyOf(role))),
  };
}
