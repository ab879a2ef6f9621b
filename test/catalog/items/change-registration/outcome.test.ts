import { describe, expect, test } from 'vitest';
import { deriveChange, type FiledChange } from '../../../../catalog/items/change-registration/facts.ts';
import { changeRegistration } from '../../../../catalog/items/change-registration/item.ts';
import type { Enterprise } from '../../../../lib/domain/registration/enterprise.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { personsOf } from '../../../support/a-filing.ts';
import { anEnterprise } from '../../../support/an-enterprise.ts';
import { aHold, aMember, keyOf, people } from './a-change.ts';

const on = plainDate('2026-11-23');
const named = people.map((person, index) => ({
  ...person,
  name: ['林晓岚', '周启明', '何若水', '苏明岸'][index] ?? '',
}));

/** What registering the changes makes of an enterprise whose head is the first of four people. */
function madeOf(changes: FiledChange['changes'], over: Partial<Enterprise>) {
  const filed: FiledChange = {
    enterprise: '91511623MY0000017F',
    signedBy: 'p1',
    decidedOn: on,
    persons: named,
    changes,
    materials: [],
  };
  const enterprise = anEnterprise({
    heads: [{ subject: keyOf('p1'), name: '林晓岚' }],
    members: [],
    roles: [],
    ...over,
  });
  const facts = deriveChange(filed, personsOf(filed));
  const context = { filing: 'f1', on, place: '四川省广安市邻水县', authority: 'reg-511623', enterprise };
  return changeRegistration.effect(filed, facts, context);
}
const role = (ref: string, of: string) => ({ subject: keyOf(ref), role: of });

test('a partner joins a partnership; what it has in it is registered, and the licence only says more', () => {
  const partner = aMember('p1', 60_000_000, '2030-03-10', { as: 'partner', liability: 'unlimited' });
  expect(
    madeOf(
      {
        contributionFen: 80_000_000,
        members: {
          holds: [aHold('p3', [['increase', 20_000_000, '2029-01-01']], { liability: 'limited' })],
          leaves: [],
        },
      },
      {
        type: 'partnership',
        members: [partner],
        roles: [role('p1', 'partner'), role('p1', 'managing-partner')],
      },
    ),
  ).toEqual({
    kind: 'amend',
    content: {
      capitalFen: 80_000_000,
      members: [
        partner,
        {
          subject: keyOf('p3'),
          name: '何若水',
          as: 'partner',
          subscribedFen: 20_000_000,
          payBy: '2029-01-01',
          liability: 'limited',
        },
      ],
      roles: [role('p1', 'managing-partner'), role('p1', 'partner'), role('p3', 'partner')],
    },
    without: [],
    licence: 'reissue',
  });
});

test('the register keeps when a shareholder last took a part of an increase, and whoever takes that over', () => {
  const [first, second] = [aMember('p1', 60_000_000, '2030-03-10'), aMember('p2', 40_000_000, '2030-03-10')];
  const increase = aHold('p1', [
    ['before', 60_000_000, '2030-03-10'],
    ['increase', 1, '2031-11-23'],
  ]);
  const grows = { registeredCapitalFen: 100_000_001, members: { holds: [increase], leaves: [] } };
  expect(madeOf(grows, { members: [first, second] })).toMatchObject({
    content: {
      members: [second, { subject: keyOf('p1'), payBy: '2031-11-23', increasedOn: '2026-11-23' }],
    },
  });
  const takes: FiledChange['changes'] = {
    members: {
      holds: [aHold('p3', [['before', 40_000_000, '2031-01-05']])],
      leaves: [{ kind: 'person', person: 'p2' }],
    },
  };
  const grown = { ...second, increasedOn: plainDate('2026-01-05') };
  expect(madeOf(takes, { members: [first, grown] })).toMatchObject({
    content: { members: [first, { subject: keyOf('p3'), increasedOn: '2026-01-05' }] },
  });
  expect(JSON.stringify(madeOf(takes, { members: [first, second] }))).not.toContain('increasedOn');
});

test('an organisation comes to manage a partnership, by its representative', () => {
  const change = madeOf(
    {
      managingPartners: {
        entrusted: true,
        of: [{ kind: 'organisation', code: '91500231MA5U000A5X', name: '远帆商贸', representative: 'p2' }],
      },
    },
    { type: 'partnership', roles: [role('p1', 'managing-partner'), role('p1', 'partner')] },
  );
  expect(change).toMatchObject({
    content: {
      heads: [
        {
          subject: 'O:91500231MA5U000A5X',
          name: '远帆商贸',
          representative: { subject: keyOf('p2'), name: '周启明' },
        },
      ],
      roles: [
        role('p1', 'partner'),
        { subject: 'O:91500231MA5U000A5X', role: 'managing-partner' },
        role('p2', 'representative'),
      ],
    },
    licence: 'reissue',
  });
});

test('a sole proprietorship passes on with all that is in it', () => {
  const change = madeOf(
    { investor: { person: 'p2' }, contributionFen: 5 },
    {
      type: 'sole-proprietorship',
      members: [{ ...aMember('p1', 4, '2030-03-10'), as: 'investor' }],
      roles: [role('p1', 'investor'), role('p3', 'liaison')],
    },
  );
  expect(change).toMatchObject({
    content: {
      capitalFen: 5,
      heads: [{ subject: keyOf('p2'), name: '周启明' }],
      members: [{ subject: keyOf('p2'), name: '周启明', as: 'investor', subscribedFen: 5 }],
      roles: [role('p3', 'liaison'), role('p2', 'investor')],
    },
  });
});

test('a co-operative’s legal representative is its chair', () => {
  const roles = [role('p1', 'member'), role('p1', 'legal-representative'), role('p1', 'chair')];
  expect(
    madeOf(
      { legalRepresentative: { person: 'p2', office: 'other', qualificationDeclared: true } },
      { type: 'cooperative', roles },
    ),
  ).toMatchObject({
    content: { roles: [role('p1', 'member'), role('p2', 'legal-representative'), role('p2', 'chair')] },
  });
});

describe('an individual business', () => {
  const business = {
    type: 'individual-business',
    typeName: '个人经营',
    roles: [role('p1', 'operator')],
  } as const;
  test('becomes one of a family', () => {
    expect(madeOf({ formOfBusiness: { kind: 'family', familyMembers: ['p2'] } }, business)).toMatchObject({
      content: {
        typeName: '家庭经营',
        members: [{ subject: keyOf('p2'), name: '周启明', as: 'family-member' }],
        roles: [role('p1', 'operator'), role('p2', 'family-member')],
      },
      licence: 'reissue',
    });
  });
  test('gives up its name', () => {
    expect(madeOf({ givesUpName: true }, business)).toEqual({
      kind: 'amend',
      content: {},
      without: ['name', 'tradeName', 'industry'],
      licence: 'reissue',
      name: { leaves: 'given-up' },
    });
  });
  test('whose operator lives elsewhere keeps its licence', () => {
    expect(madeOf({ residences: ['p1'] }, business)).toEqual({
      kind: 'amend',
      content: {},
      without: [],
      licence: 'keep',
    });
  });
});

test('a name that shows no industry ends the one there was', () => {
  const change = madeOf(
    { name: { division: '邻水县', tradeName: '云岫', form: '有限公司', declares: ['multi-industry'] } },
    {},
  );
  expect(change).toEqual({
    kind: 'amend',
    content: { name: '邻水县云岫有限公司', tradeName: '云岫' },
    without: ['industry'],
    licence: 'reissue',
    name: { leaves: 'given-up', takes: { tradeName: '云岫', name: '邻水县云岫有限公司' } },
  });
});

test('a branch bears its whole name as the one it is claimed under', () => {
  const name = '邻水县云岫科技有限公司东城分公司';
  const filed = { branchName: name };
  expect(madeOf(filed, { type: 'branch' })).toMatchObject({
    content: { name, tradeName: name },
    name: { leaves: 'given-up', takes: { tradeName: name, name } },
  });
});

test('whoever is renamed keeps their part', () => {
  const member = aMember('p2', 40_000_000, '2030-03-10', { name: '周明' });
  expect(madeOf({ renamed: [{ kind: 'person', person: 'p2' }] }, { members: [member] })).toMatchObject({
    content: { members: [{ ...member, name: '周启明' }], heads: [{ subject: keyOf('p1'), name: '林晓岚' }] },
  });
});

test('another division of the same authority is kept with the place', () => {
  expect(
    madeOf(
      { placeOfBusiness: { division: '511602', detail: '鼎新路 18 号', premises: 'owned' } },
      { type: 'branch' },
    ),
  ).toMatchObject({ division: '511602', content: { address: '四川省广安市邻水县鼎新路 18 号' } });
});
