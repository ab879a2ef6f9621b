import type { UndoneEvidence } from '../standard/enterprise-evidence.ts';
import type { Enterprise, EnterpriseContent } from './enterprise.ts';
import type { ClaimedName, RegisterChange, UndoneStep } from './register-change.ts';

type Field = keyof EnterpriseContent;
type Amendment = Extract<RegisterChange, { readonly kind: 'amend' }>;

const FIELDS: readonly Field[] = [
  'type',
  'typeName',
  'name',
  'tradeName',
  'industry',
  'heads',
  'capitalFen',
  'address',
  'businessScope',
  'termEnds',
  'members',
  'roles',
  'parent',
  'stateInvestor',
];

/** Fields that one version of an enterprise may have and another not. */
const MAY_END = ['termEnds', 'name', 'tradeName', 'industry'] as const;

const differs = (a: Enterprise, b: Enterprise, field: Field): boolean =>
  JSON.stringify(a[field]) !== JSON.stringify(b[field]);

/** What the step changed; what stands of that today is undone, and what later steps changed again is not. */
export function undoneEvidenceOf(
  { filing, item, before, after }: UndoneStep,
  now: Enterprise,
): UndoneEvidence {
  const changed = before === undefined ? [] : FIELDS.filter((field) => differs(before, after, field));
  return {
    filing,
    item,
    makes:
      before === undefined
        ? 'establishment'
        : after.status === 'cancelled' && before.status !== 'cancelled'
          ? 'cancellation'
          : 'change',
    changed,
    changedAgain: changed.filter((field) => differs(after, now, field)),
  };
}

/** The name an enterprise had, to be claimed again. */
export const nameBefore = ({ before }: UndoneStep): ClaimedName | undefined =>
  before?.name === undefined || before.tradeName === undefined
    ? undefined
    : {
        name: before.name,
        tradeName: before.tradeName,
        ...(before.industry !== undefined && { industry: before.industry }),
      };

/**
 * Undoes a step: what it changed is what it was before, as far as no later step changed it again; `only` keeps to some
 * of it. Whoever was cancelled or lost a licence by the step is what it was. Nothing comes before an establishment.
 */
export function undo(
  { before, after }: UndoneStep,
  now: Enterprise,
  only?: readonly string[],
): Pick<Amendment, 'content' | 'without' | 'course'> & { readonly restoresName: boolean } {
  if (before === undefined) return { restoresName: false };
  const fields = FIELDS.filter(
    (field) =>
      differs(before, after, field) && !differs(after, now, field) && (only?.includes(field) ?? true),
  );
  const kept = fields.filter((field) => before[field] !== undefined);
  const isStatus = before.status !== after.status && after.status === now.status && only === undefined;
  return {
    content: Object.fromEntries(kept.map((field) => [field, before[field]])),
    without: MAY_END.filter((field) => fields.includes(field) && before[field] === undefined),
    ...(isStatus && { course: { status: before.status, statusSince: before.statusSince } }),
    restoresName:
      fields.includes('name') ||
      (isStatus && (after.status === 'cancelled' || after.status === 'establishment-revoked')),
  };
}
