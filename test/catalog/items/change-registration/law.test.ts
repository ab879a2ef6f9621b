import { describe, expect, test } from 'vitest';
import type { FiledChange } from '../../../../catalog/items/change-registration/facts.ts';
import type { Enterprise } from '../../../../lib/domain/registration/enterprise.ts';
import type { EnterpriseType } from '../../../../lib/domain/registration/enterprise-type.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { aHold, aMaterialOf, aMember, keyOf, people, rulesOf } from './a-change.ts';

type Changes = FiledChange['changes'];
const place = { detail: '鼎新路 18 号', premises: 'rented' } as const;
const none = { holds: [], leaves: [] };

/** One change of each kind; that it may lack something else is not told here. */
const kinds: Readonly<Record<string, Changes>> = {
  name: { name: { division: '邻水县', tradeName: '云岫', form: '有限公司' } },
  branchName: { branchName: '邻水县禾岚科技有限公司东城分公司' },
  givesUpName: { givesUpName: true },
  address: { address: place },
  principalPlace: { principalPlace: place },
  placeOfBusiness: { placeOfBusiness: place },
  businessScope: { businessScope: [{ text: '信息技术咨询服务' }] },
  registeredCapitalFen: { registeredCapitalFen: 1 },
  contributionFen: { contributionFen: 1 },
  legalRepresentative: {
    legalRepresentative: { person: 'p2', office: 'manager', qualificationDeclared: true },
  },
  managingPartners: { managingPartners: { entrusted: true, of: [{ kind: 'person', person: 'p2' }] } },
  personInCharge: { personInCharge: { person: 'p2' } },
  investor: { investor: { person: 'p2' } },
  members: { members: { ...none, leaves: [{ kind: 'person', person: 'p2' }] } },
  partnershipKind: { partnershipKind: 'general' },
  formOfBusiness: { formOfBusiness: { kind: 'family', familyMembers: ['p2'] } },
  residences: { residences: ['p1'] },
  renamed: { renamed: [{ kind: 'person', person: 'p1' }] },
};

describe('实施细则 第六条: what is registered of each type', () => {
  test.each<[EnterpriseType, readonly string[]]>([
    [
      'limited-company',
      [
        'name',
        'address',
        'businessScope',
        'registeredCapitalFen',
        'legalRepresentative',
        'members',
        'renamed',
      ],
    ],
    [
      'joint-stock-company',
      ['name', 'address', 'businessScope', 'registeredCapitalFen', 'legalRepresentative', 'renamed'],
    ],
    [
      'non-company-legal-person',
      ['name', 'address', 'businessScope', 'contributionFen', 'legalRepresentative', 'members', 'renamed'],
    ],
    [
      'sole-proprietorship',
      ['name', 'address', 'businessScope', 'contributionFen', 'investor', 'residences', 'renamed'],
    ],
    [
      'partnership',
      [
        'name',
        'principalPlace',
        'businessScope',
        'contributionFen',
        'managingPartners',
        'members',
        'partnershipKind',
        'residences',
        'renamed',
      ],
    ],
    [
      'cooperative',
      ['name', 'address', 'businessScope', 'contributionFen', 'legalRepresentative', 'renamed'],
    ],
    [
      'individual-business',
      ['name', 'givesUpName', 'placeOfBusiness', 'businessScope', 'formOfBusiness', 'residences', 'renamed'],
    ],
    ['branch', ['branchName', 'placeOfBusiness', 'businessScope', 'personInCharge', 'renamed']],
  ])('%s', (type, registered) => {
    const may = Object.entries(kinds)
      .filter(([, changes]) => !rulesOf(changes, { enterprise: { type } }).includes('change.not-registered'))
      .map(([kind]) => kind);
    expect(may).toEqual(registered);
  });
});

describe('公司法 第三十五条, 实施细则 第三十三条: who signs', () => {
  const signed = (type: EnterpriseType, kind: string, signedBy: string) =>
    rulesOf(kinds[kind] ?? {}, { enterprise: { type }, facts: { signedBy } }).filter((rule) =>
      rule.startsWith('applicant.'),
    );
  test.each<[EnterpriseType, string]>([
    ['limited-company', 'legalRepresentative'],
    ['joint-stock-company', 'legalRepresentative'],
    ['non-company-legal-person', 'legalRepresentative'],
    ['cooperative', 'legalRepresentative'],
    ['partnership', 'managingPartners'],
    ['branch', 'personInCharge'],
  ])('of a %s with a new head: the new one, not the old', (type, kind) => {
    expect(signed(type, kind, 'p2')).toEqual([]);
    expect(signed(type, kind, 'p1')).toEqual(['applicant.new-head']);
    expect(signed(type, kind, 'p3')).toEqual(['applicant.new-head']);
  });
  test('of another change: the head in the register', () => {
    expect(signed('limited-company', 'businessScope', 'p1')).toEqual([]);
    expect(signed('limited-company', 'businessScope', 'p2')).toEqual(['applicant.signer']);
  });
  test('a sole proprietorship passes on: either of both', () => {
    expect(signed('sole-proprietorship', 'investor', 'p1')).toEqual([]);
    expect(signed('sole-proprietorship', 'investor', 'p2')).toEqual([]);
    expect(signed('sole-proprietorship', 'investor', 'p3')).toEqual(['applicant.signer']);
  });
});

describe('公司法 第四十二条: one to fifty shareholders', () => {
  const with50 = Array.from({ length: 50 }, (_, index) => ({
    ...aMember('p1', 2_000_000, '2030-03-10'),
    subject: (index === 0 ? keyOf('p1') : `O:9151162300000${String(index).padStart(5, '0')}`) as never,
  }));
  const joined = (members: readonly Enterprise['members'][number][], fromFirst: number) =>
    rulesOf(
      {
        members: {
          holds: [
            aHold('p1', [['before', 2_000_000 - fromFirst, '2030-03-10']]),
            aHold('p3', [['before', fromFirst, '2030-03-10']]),
          ],
          leaves: [],
          transfer: { kind: 'answered' },
        },
      },
      { enterprise: { members } },
    );
  test('the fiftieth joins, and no other', () => {
    const capital = { members: with50.slice(0, 49) };
    expect(joined(capital.members, 1_000_000)).not.toContain('members.shareholders');
    expect(joined(with50, 1_000_000)).toEqual(['members.shareholders']);
  });
  test('the last one stays', () => {
    const left = (refs: readonly string[]) =>
      rulesOf({ members: { holds: [], leaves: refs.map((person) => ({ kind: 'person', person })) } });
    expect(left(['p1', 'p2'])).toContain('members.shareholders');
    expect(left(['p2'])).not.toContain('members.shareholders');
  });
});

describe('公司法 第八十四条, 第八十五条: others let an outsider in by silence after', () => {
  const silent = (kind: 'unanswered' | 'by-court', toldOn: string) =>
    rulesOf({
      members: {
        holds: [aHold('p3', [['before', 40_000_000, '2030-03-10']])],
        leaves: [{ kind: 'person', person: 'p2' }],
        transfer: { kind, toldOn: plainDate(toldOn) },
      },
    });
  test('thirty days from the notice', () => {
    expect(silent('unanswered', '2026-10-21')).toEqual([]);
    expect(silent('unanswered', '2026-10-24')).toEqual(['members.preemption']);
    expect(silent('unanswered', '9999-12-31')).toEqual(['members.preemption']);
  });
  test('whose last day is a Saturday or a Sunday: the Monday still counts', () => {
    expect(silent('unanswered', '2026-10-22')).toEqual(['members.preemption']);
    expect(silent('unanswered', '2026-10-23')).toEqual(['members.preemption']);
    expect(silent('by-court', '2026-11-02')).toEqual(['members.preemption']);
  });
  test('twenty days from the court’s', () => {
    expect(silent('by-court', '2026-11-01')).toEqual(['members.preemption']);
    expect(silent('by-court', '2026-10-31')).toEqual([]);
    expect(silent('by-court', '2026-11-03')).toEqual(['members.preemption']);
  });
});

test('公司法 第八十四条: a company of one shareholder has no others with a right to buy', () => {
  const sold = (members: Enterprise['members']) =>
    rulesOf(
      {
        members: {
          holds: [aHold('p3', [['before', 100_000_000, '2030-03-10']])],
          leaves: members.map((_, index) => ({ kind: 'person', person: `p${index + 1}` })),
        },
      },
      { enterprise: { members } },
    );
  expect(sold([aMember('p1', 100_000_000, '2030-03-10')])).toEqual([]);
  expect(sold([aMember('p1', 60_000_000, '2030-03-10'), aMember('p2', 40_000_000, '2030-03-10')])).toEqual([
    'members.transfer-untold',
  ]);
});

describe('实施细则 第三十三条: the new head signs, and the register knows somebody who takes part', () => {
  const taken = (signedBy: string, more: Partial<FiledChange> = {}, changes = kinds.legalRepresentative) =>
    rulesOf(
      {
        ...changes,
        legalRepresentative: { person: signedBy, office: 'director', qualificationDeclared: true },
      },
      { facts: { signedBy, ...more } },
    ).filter((rule) => rule !== 'head.offices-to-file');
  test('a shareholder, or a stranger whom the old head, a shareholder or a manager stands by', () => {
    expect(taken('p2')).toEqual([]);
    expect(taken('p3')).toEqual([]);
  });
  test('a stranger alone is looked at, and not returned', () =>
    expect(taken('p3', { persons: people.slice(2) })).toEqual(['applicant.unknown-head']));
  test('a liaison is no more than one', () => {
    const roles = [{ subject: keyOf('p3'), role: 'liaison' }];
    expect(
      rulesOf(
        { legalRepresentative: { person: 'p3', office: 'director', qualificationDeclared: true } },
        { enterprise: { roles }, facts: { signedBy: 'p3', persons: people.slice(2) } },
      ),
    ).toContain('applicant.unknown-head');
  });
});

describe('合伙企业法: partners', () => {
  const partner = (ref: string, fen: number, liability: 'unlimited' | 'limited') =>
    aMember(ref, fen, '2030-03-10', { as: 'partner', liability });
  const limited: Partial<Enterprise> = {
    type: 'partnership',
    typeName: '有限合伙企业',
    name: '邻水县禾岚科技中心（有限合伙）',
    members: [partner('p1', 60_000_000, 'unlimited'), partner('p2', 40_000_000, 'limited')],
  };
  const general: Partial<Enterprise> = {
    ...limited,
    typeName: '普通合伙企业',
    name: '邻水县禾岚科技中心（普通合伙）',
    members: [partner('p1', 60_000_000, 'unlimited'), partner('p2', 40_000_000, 'unlimited')],
  };
  const takes = (liability: 'unlimited' | 'limited', more: Partial<Changes> = {}): Changes => ({
    ...more,
    members: {
      holds: [aHold('p3', [['before', 40_000_000, '2030-03-10']], { liability })],
      leaves: [{ kind: 'person', person: 'p2' }],
    },
  });
  test('第七十五条: a limited one keeps one of each kind', () => {
    expect(rulesOf(takes('limited'), { enterprise: limited })).toEqual([]);
    expect(rulesOf(takes('unlimited'), { enterprise: limited })).toEqual(['partners.no-limited']);
    const all: Changes = {
      members: {
        holds: [aHold('p1', [['before', 60_000_000, '2030-03-10']], { liability: 'limited' })],
        leaves: [],
      },
    };
    expect(rulesOf(all, { enterprise: limited })).toEqual(['managing-partners.left', 'partners.no-general']);
  });
  test('a general one has none of limited liability', () => {
    expect(rulesOf(takes('unlimited'), { enterprise: general })).toEqual([]);
    expect(rulesOf(takes('limited'), { enterprise: general })).toEqual(['partners.limited-in-general']);
  });
  test('第十四条: two at the least', () => {
    const changes: Changes = {
      contributionFen: 60_000_000,
      members: { holds: [], leaves: [{ kind: 'person', person: 'p2' }] },
    };
    expect(rulesOf(changes, { enterprise: general })).toEqual(['partners.count']);
    const three = { ...general, members: [...(general.members ?? []), partner('p3', 1, 'unlimited')] };
    expect(rulesOf({ ...changes, contributionFen: 60_000_001 }, { enterprise: three })).toEqual([]);
  });
  test('第六十一条: fifty at the most, of a limited one alone', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      ...partner('p1', 2, index === 0 ? 'unlimited' : 'limited'),
      subject: (index === 0 ? keyOf('p1') : `O:9151162300000${String(index).padStart(5, '0')}`) as never,
    }));
    const joins: Changes = {
      contributionFen: 102,
      members: {
        holds: [aHold('p3', [['increase', 2, '2030-03-10']], { liability: 'limited' })],
        leaves: [],
      },
    };
    expect(rulesOf(joins, { enterprise: { ...limited, members: many } })).toEqual(['partners.count']);
    const fewer = { ...limited, members: many.slice(0, 49) };
    expect(
      rulesOf({ ...joins, contributionFen: 100 + 0 }, { enterprise: { ...fewer, capitalFen: 98 } }),
    ).toEqual([]);
  });
  test('第六十四条: a limited partner contributes no labour, a general one may', () => {
    const labour = (liability: 'unlimited' | 'limited', enterprise: Partial<Enterprise>) =>
      rulesOf(
        {
          members: {
            holds: [aHold('p3', [['before', 40_000_000, '2030-03-10']], { liability, methods: ['labour'] })],
            leaves: [{ kind: 'person', person: 'p2' }],
          },
        },
        { enterprise },
      );
    expect(labour('unlimited', general)).toEqual([]);
    expect(labour('limited', limited)).toEqual(['partners.limited-labour']);
  });
  test('第二十四条, 第四十三条: an agreement of entry of who brings something new, and not of who takes over', () => {
    const materials = (['application-form', 'partners-decision', 'amended-agreement'] as const).map(
      aMaterialOf,
    );
    const more: Changes = {
      contributionFen: 110_000_000,
      members: {
        holds: [aHold('p3', [['increase', 10_000_000, '2030-03-10']], { liability: 'limited' })],
        leaves: [],
      },
    };
    expect(rulesOf(takes('limited'), { enterprise: limited, facts: { materials } })).toEqual([]);
    expect(rulesOf(more, { enterprise: limited, facts: { materials } })).toEqual([
      'materials.entry-agreement',
    ]);
  });
  test('an organisation that manages leaves: who manages changes with it', () => {
    const code = '91500231MA5U000A5X';
    const managing: Partial<Enterprise> = {
      ...limited,
      heads: [
        {
          subject: `O:${code}` as never,
          name: '远帆商贸',
          representative: { subject: keyOf('p1'), name: '林晓岚' },
        },
      ],
      members: [
        { ...partner('p3', 60_000_000, 'unlimited'), subject: `O:${code}` as never },
        partner('p2', 40_000_000, 'limited'),
      ],
      roles: [{ subject: `O:${code}` as never, role: 'managing-partner' }],
    };
    const left: Changes = {
      members: {
        holds: [aHold('p4', [['before', 60_000_000, '2030-03-10']], { liability: 'unlimited' })],
        leaves: [{ kind: 'organisation', code, name: '远帆商贸' }],
      },
    };
    expect(rulesOf(left, { enterprise: managing })).toEqual(['managing-partners.left']);
  });
  test('a limited partner does not manage', () => {
    const managed = (person: string) =>
      rulesOf(
        { managingPartners: { entrusted: true, of: [{ kind: 'person', person }] } },
        {
          enterprise: { ...limited, heads: [{ subject: keyOf('p4'), name: '林晓岚' }] },
          facts: { signedBy: person },
        },
      );
    expect(managed('p1')).toEqual([]);
    expect(managed('p2')).toEqual(['managing-partners.liability']);
    expect(managed('p3')).toEqual(['managing-partners.liability']);
  });
});

describe('ages of a new legal representative', () => {
  const born = (bornOn: string) =>
    rulesOf(
      { legalRepresentative: { person: 'p9', office: 'director', qualificationDeclared: true } },
      {
        facts: {
          signedBy: 'p9',
          persons: [
            {
              ref: 'p9',
              name: '安若素',
              document: { kind: 'passport', number: 'E12345678' },
              bornOn: plainDate(bornOn),
            },
          ],
        },
      },
    ).filter((rule) => rule.startsWith('head.') && rule !== 'head.offices-to-file');
  test.each<[string, readonly string[]]>([
    ['2008-11-23', []],
    ['2008-11-24', ['head.sixteen-or-seventeen']],
    ['2010-11-23', ['head.sixteen-or-seventeen']],
    ['2010-11-24', ['head.under-sixteen']],
  ])('born %s', (bornOn, rules) => expect(born(bornOn)).toEqual(rules));
});
