import type { RegisterChange, RegisterContext } from '../../lib/domain/registration/register-change.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { handoverOf } from '../handover.ts';
import { claimedNameOf, fullName } from '../names.ts';
import { organsContent } from './company-content.ts';
import type { BecomingFacts, FiledBecoming } from './filed-becoming-company.ts';

type Amendment = Extract<RegisterChange, { readonly kind: 'amend' }>;

const ofLimited = (
  into: Extract<FiledBecoming['into'], { type: 'limited-company' }>,
  increased?: PlainDate,
) =>
  ({
    type: into.type,
    typeName: '有限责任公司',
    as: 'shareholder',
    investors: into.shareholders.map((shareholder) => {
      const { subscribedFen, paidFen, payBy } = shareholder;
      /* The five years of what is still to be paid run from this step, which the register tells of an increase. */
      const later = increased !== undefined && paidFen < subscribedFen ? { increasedOn: increased } : {};
      return { ...shareholder, share: { subscribedFen, paidFen, payBy, ...later } };
    }),
  }) as const;

const ofJointStock = (into: Extract<FiledBecoming['into'], { type: 'joint-stock-company' }>) =>
  ({
    type: into.type,
    typeName: '股份有限公司',
    as: 'promoter',
    investors: into.promoters.map((promoter) => {
      const { subscribedFen, paidFen } = promoter;
      return { ...promoter, share: { subscribedFen, paidFen } };
    }),
  }) as const;

/**
 * The enterprise as the company it becomes: type, name, capital, members and offices are new; its code, its day, place,
 * scope and term stay, and what it owes and is owed with them (公司法 第十二条第二款). Where another authority registers
 * companies of that type, it goes over to it, and its file follows as that of a move does (实施细则 第六十二条 [inference]).
 *
 * `newTerm`: whether what shareholders have still to pay is subscribed with this step.
 */
export function become(
  filed: FiledBecoming,
  facts: Pick<BecomingFacts, 'persons'>,
  context: RegisterContext,
  newTerm: boolean,
): Amendment {
  const { enterprise, authority, on } = context;
  const { into, name } = filed;
  const ofType =
    into.type === 'limited-company' ? ofLimited(into, newTerm ? on : undefined) : ofJointStock(into);
  const handover = handoverOf(context);
  const goesOver = enterprise !== undefined && enterprise.registeredBy !== authority;
  return {
    kind: 'amend',
    ...(goesOver && { division: enterprise.division }),
    content: organsContent(
      { ...filed, registeredCapitalFen: into.registeredCapitalFen },
      facts.persons,
      ofType,
    ),
    ...(goesOver && handover && { course: { handover } }),
    without: [
      ...(name.industry === undefined ? (['industry'] as const) : []),
      ...(goesOver && handover === undefined ? (['handover'] as const) : []),
    ],
    licence: 'reissue',
    name: {
      leaves: fullName(name) === enterprise?.name ? 'released' : 'given-up',
      takes: claimedNameOf(name),
    },
  };
}
