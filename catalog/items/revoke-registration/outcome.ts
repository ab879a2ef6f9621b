import type {
  Consequence,
  RegisterChange,
  RegisterContext,
} from '../../../lib/domain/registration/register-change.ts';
import { undo, undoneEvidenceOf } from '../../../lib/domain/registration/undo.ts';
import { inquiriesWith } from '../../inquiries.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { undoing } from '../../undone.ts';
import type { RevocationFacts } from './facts.ts';
import { fieldsIn } from './parts.ts';

/** 条例 第四十条第三款: barred for three years from the revocation. */
const barred = (
  { responsible = [], persons, documentNumber }: RevocationFacts,
  { on }: RegisterContext,
): readonly Consequence[] =>
  persons
    .filter(({ ref }) => responsible.includes(ref))
    .map(({ subject }) => ({
      class: 'false-registration',
      subject,
      documentNumber,
      decidedOn: on,
      basis: [registrationRegulation('第四十条第三款'), implementingRules('第七十一条第三款')].map(
        ({ law, article }) => ({ law, article }),
      ),
    }));

/** Whoever was registered without knowing is registered no more; the rest of the establishment stands. */
function struck(facts: RevocationFacts, { enterprise }: RegisterContext) {
  const { extent, persons } = facts;
  const refs = extent.kind === 'part' ? (extent.strikes ?? []) : [];
  const gone = new Set(persons.filter(({ ref }) => refs.includes(ref)).map(({ subject }) => subject));
  const stays = <Entry extends { readonly subject: Parameters<typeof gone.has>[0] }>(
    entries: readonly Entry[],
  ) => entries.filter(({ subject }) => !gone.has(subject));
  return enterprise === undefined
    ? {}
    : {
        heads: stays(enterprise.heads),
        members: stays(enterprise.members),
        roles: stays(enterprise.roles),
      };
}

function revoked(
  facts: RevocationFacts,
  context: RegisterContext,
): Extract<RegisterChange, { kind: 'amend' }> {
  const { enterprise, undone, on } = context;
  const { extent } = facts;
  if (enterprise === undefined || undone === undefined) return { kind: 'amend', licence: 'keep' };
  const { makes, changed } = undoneEvidenceOf(undone, enterprise);
  if (makes !== 'establishment') {
    const only = extent.kind === 'part' ? fieldsIn(extent.parts ?? [], changed) : undefined;
    return undoing(undone, undo(undone, enterprise, only), enterprise.status, 'revoked');
  }
  if (extent.kind === 'part') return { kind: 'amend', content: struck(facts, context), licence: 'reissue' };
  return {
    kind: 'amend',
    course: { status: 'establishment-revoked', statusSince: on },
    licence: 'withdraw',
    name: { leaves: 'revoked' },
  };
}

/** The registration is undone, its inquiry closed, and whoever is directly responsible barred. */
export function revocationOf(facts: RevocationFacts, context: RegisterContext): RegisterChange {
  const change = revoked(facts, context);
  const consequences = barred(facts, context);
  return {
    ...change,
    course: { ...change.course, inquiries: inquiriesWith(context, facts.inquiry, 'closedOn') },
    ...(consequences.length > 0 && { consequences }),
  };
}
