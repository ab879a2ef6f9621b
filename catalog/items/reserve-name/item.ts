import type { Item } from '../../../lib/domain/standard/item.ts';
import { organisationKey, type SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import { needsApprovalBefore } from '../../scope-items.ts';
import { organisationsAmong, personsAmong } from '../filed-investor.ts';
import {
  branchNameOf,
  claimedOf,
  deriveReservation,
  type FiledReservation,
  type ReservationFacts,
  reserveNameFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

const MONTHS = 2;
/** 企业名称登记管理规定 第十八条: one year. */
const MONTHS_WITH_APPROVAL = 12;

const monthsFor = ({ businessScope, setUpApproval }: ReservationFacts): number =>
  setUpApproval !== undefined || businessScope.some(({ text }) => needsApprovalBefore(text))
    ? MONTHS_WITH_APPROVAL
    : MONTHS;

/** Organisations that apply: investors, the enterprise a branch belongs to, the one that takes the name. */
function organisations({ investors, enterprise, name }: ReservationFacts): readonly SubjectKey[] {
  const parent = branchNameOf(name)?.parent;
  return [
    ...organisationsAmong(investors),
    ...[enterprise, parent].flatMap((code) => (code === undefined ? [] : [organisationKey(code)])),
  ];
}

/** Whoever signs stands in only where nobody else can be told, as for a branch of an enterprise abroad. */
function heldFor(facts: ReservationFacts): readonly SubjectKey[] {
  const investors = new Set(personsAmong(facts.investors));
  const proven = facts.persons.filter((person) => person.proven !== 'none');
  const keysOf = (refs: ReadonlySet<string>) =>
    proven.filter(({ ref }) => refs.has(ref)).map(({ subject }) => subject);
  const named = [...new Set([...keysOf(investors), ...organisations(facts)])];
  return named.length > 0 ? named : keysOf(new Set([facts.signedBy]));
}

/** 企业名称自主申报 (名称保留). */
export const reserveName: Item<FiledReservation, ReservationFacts> = {
  id: 'reserve-name',
  kind: 'name',
  name: { zh: '企业名称自主申报（名称保留）', en: 'Declaration and reservation of a name' },
  guidance: [
    {
      zh: '保留期为两个月；设立依法须经批准或者经营范围有登记前须经批准的项目的，为一年。应当在保留期届满前办理登记。',
      en: 'A name is held for two months, or a year where the set-up or a scope item needs approval before registration; register before that ends.',
    },
  ],
  filed: reserveNameFacts,
  standards: [standard202502],
  matter: ({ enterprise, division, type, stateInvestor, name }) => {
    if (enterprise !== undefined) return { about: 'enterprise', code: enterprise };
    const parent = branchNameOf(name)?.parent;
    return { about: 'place', division, type, stateInvestor, ...(parent !== undefined && { parent }) };
  },
  derive: deriveReservation,
  claimedName: ({ name }) => claimedOf(name),
  appliesAs: organisations,
  effect: (_filed, facts) => ({
    kind: 'reserve-name',
    name: claimedOf(facts.name),
    months: monthsFor(facts),
    for: heldFor(facts),
  }),
};
