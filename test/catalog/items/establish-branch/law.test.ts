import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { establishBranchFacts, type FiledBranch } from '../../../../catalog/items/establish-branch/facts.ts';
import { establishBranch } from '../../../../catalog/items/establish-branch/item.ts';
import { standard202502 } from '../../../../catalog/items/establish-branch/standard.ts';
import { placeTermsOf } from '../../../../catalog/places.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import type { EnterpriseEvidence } from '../../../../lib/domain/standard/enterprise-evidence.ts';
import type { NameClaim } from '../../../../lib/domain/standard/evidence.ts';
import { organisationKey } from '../../../../lib/domain/subject/subject-key.ts';
import { type PlainDate, plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { aBranchFiling } from '../../../support/a-branch.ts';
import { aPerson, aStanding, citizenNumber, FILED_ON, personsOf } from '../../../support/a-filing.ts';
import { enterpriseEvidence } from '../../../support/an-enterprise.ts';

const CODE = '91500231MA5U000A5X';

interface Told {
  readonly on?: PlainDate;
  readonly nameClaims?: readonly NameClaim[];
  /** What the register holds of the parent; nothing, where it is `null`. */
  readonly parent?: Partial<EnterpriseEvidence> | null;
}

function decided(
  overrides: Partial<FiledBranch>,
  { on = FILED_ON, parent = {}, nameClaims = [] }: Told = {},
) {
  const filed = aBranchFiling(CODE, overrides);
  const persons = personsOf(filed, { on });
  const facts = establishBranch.derive(filed, persons);
  const held = {
    ...enterpriseEvidence({ code: CODE, name: '邻水县禾岚科技有限公司' }),
    heads: persons.slice(0, 1).map(({ subject }) => subject),
  };
  const standings = [{ subject: organisationKey(filed.parent.code) }, ...persons].map((one) =>
    aStanding(one),
  );
  return decide(standard202502, {
    facts,
    terms: placeTermsOf(filed.placeOfBusiness.division, on),
    evidence: {
      nameClaims,
      standings,
      readOn: on,
      ...(parent !== null && { enterprise: { ...held, ...parent } }),
    },
    on,
  });
}
const said = (overrides: Partial<FiledBranch>, told?: Told) =>
  decided(overrides, told).findings.map(({ rule, effect }) => `${rule} ${effect}`);
const of = (type: FiledBranch['parent']['type']) => ({ ...aBranchFiling(CODE).parent, type });

test('the builder gives what the schema accepts and the standard finds nothing in', () => {
  expect(z.parse(establishBranchFacts, aBranchFiling(CODE))).toEqual(aBranchFiling(CODE));
  expect(decided({})).toEqual({ findings: [], admissible: ['register'] });
});

describe('企业名称登记管理规定 第十三条', () => {
  test.each<[string, string[]]>([
    ['邻水县禾岚科技有限公司分公司', []],
    ['邻水县禾岚科技有限公司垫江分公司', []],
    ['邻水县禾岚科技有限公司垫江分厂', []],
    ['邻水县禾岚科技有限公司垫江分店', []],
    ['邻水县禾岚科技有限公司（垫江）分公司', []],
    ['邻水县禾岚科技有限公司垫江经营部', ['names.branch-ending review']],
    ['邻水县禾岚科技有限公司', ['names.branch-parent defect', 'names.branch-ending review']],
    ['禾岚科技有限公司垫江分公司', ['names.branch-parent defect']],
    ['垫江邻水县禾岚科技有限公司分公司', ['names.branch-parent defect']],
    ['邻水县禾岚科技有限公司垫江2分公司', ['names.characters defect']],
  ])('%s', (name, expected) => expect(said({ name })).toEqual(expected));

  test.each<[NameClaim['state'], string, string[]]>([
    ['registered', '2020-01-01', ['names.taken defect']],
    ['reserved', '2026-11-01', ['names.taken defect']],
    ['given-up', '2025-11-23', ['names.taken-by-relation review']],
    ['given-up', '2025-11-22', []],
    ['revoked', '2025-11-23', ['names.taken-by-relation review']],
    ['revoked', '2025-11-22', []],
  ])('第十七条: its name is %s since %s', (state, since, expected) => {
    const name = '邻水县禾岚科技有限公司垫江分公司';
    const nameClaims = [{ name, state, holder: CODE, since: plainDate(since) }];
    expect(said({ name }, { nameClaims })).toEqual(expected);
  });

  test('a branch is claimed under its whole name alone', () => {
    expect(establishBranch.claimedName?.(aBranchFiling(CODE))).toEqual({
      tradeName: '邻水县禾岚科技有限公司垫江分公司',
      name: '邻水县禾岚科技有限公司垫江分公司',
    });
  });
});

describe('实施细则 第二十一条第三款: within thirty days of the decision', () => {
  test.each<[string, string, string, string[]]>([
    ['the day itself', '2026-11-23', '2026-11-23', []],
    ['the thirtieth day', '2026-10-24', '2026-11-23', []],
    ['the thirty-first day', '2026-10-24', '2026-11-24', ['decision.late note']],
    ['the thirtieth day is a Saturday: Monday', '2026-10-22', '2026-11-23', []],
    ['and Tuesday', '2026-10-22', '2026-11-24', ['decision.late note']],
    ['over the end of February', '2027-01-31', '2027-03-02', []],
    ['over the end of February, a day later', '2027-01-31', '2027-03-03', ['decision.late note']],
    ['in a leap year', '2028-01-31', '2028-03-01', []],
    ['in a leap year, a day later', '2028-01-31', '2028-03-02', ['decision.late note']],
    ['the thirtieth day is in a holiday: the day after', '2026-09-01', '2026-10-08', []],
    ['and the day after that', '2026-09-01', '2026-10-09', ['decision.late note']],
    ['the thirtieth day is a Saturday that is worked', '2026-09-10', '2026-10-10', []],
    ['and the Monday after it', '2026-09-10', '2026-10-12', ['decision.late note']],
    ['a decision still to be made', '2026-11-24', '2026-11-23', ['decision.not-made-yet defect']],
  ])('%s', (_name, decidedOn, on, expected) =>
    expect(said({ decidedOn: plainDate(decidedOn) }, { on: plainDate(on) })).toEqual(expected),
  );
  test('late is no ground for anything', () =>
    expect(decided({ decidedOn: plainDate('2020-02-29') }).admissible).toEqual(['register']));
});

describe('条例 第二条: which enterprises have branches', () => {
  test.each(['limited-company', 'joint-stock-company', 'non-company-legal-person'] as const)('%s', (type) =>
    expect(said({ parent: of(type) }, { parent: { type } })).toEqual([]),
  );
  test.each(['partnership', 'cooperative'] as const)('%s, whose branch is no 分公司', (type) => {
    expect(said({ parent: of(type) }, { parent: { type } })).toEqual(['names.branch-of-no-company review']);
    const name = '邻水县禾岚科技有限公司垫江分店';
    expect(said({ parent: of(type), name }, { parent: { type } })).toEqual([]);
  });
  test.each(['individual-business', 'branch'] as const)('not %s', (type) => {
    const name = '邻水县禾岚科技有限公司垫江分店';
    expect(said({ parent: of(type), name }, { parent: { type } })).toEqual([
      'parent.without-branches defect',
    ]);
    expect(said({ parent: of(type), name }, { parent: null })).toEqual([
      'parent.elsewhere review',
      'parent.without-branches defect',
    ]);
  });
});

describe('what the register holds of the parent', () => {
  test.each<[string, Partial<EnterpriseEvidence>, string[]]>([
    ['its type', { type: 'joint-stock-company', typeName: '股份有限公司' }, ['parent.type defect']],
    ['its name', { name: '邻水县禾风科技有限公司' }, ['parent.name defect']],
    ['revoked', { status: 'licence-revoked' }, ['parent.status defect']],
    ['closed', { status: 'ordered-to-close' }, ['parent.status defect']],
    ['its establishment revoked', { status: 'establishment-revoked' }, ['parent.status defect']],
    ['cancelled', { status: 'cancelled' }, ['parent.status defect']],
    ['its scope', { businessScope: ['企业管理'] }, ['scope.beyond-parent review']],
    ['with another authority', { withDecidingAuthority: false }, []],
    ['nobody who signs', { heads: [] }, ['applicant.signer defect']],
  ])('%s', (_name, parent, expected) => expect(said({}, { parent })).toEqual(expected));

  test('nothing, as it is from elsewhere: an officer compares, and cannot refuse for it', () => {
    expect(said({}, { parent: null })).toEqual(['parent.elsewhere review']);
    expect(decided({}, { parent: null }).admissible).toEqual(['register', 'return']);
  });
});

describe('who signs', () => {
  const { persons } = aBranchFiling(CODE);
  test('not the head of the branch', () =>
    expect(said({ signedBy: 'p4', persons: persons.slice(1) }, { parent: { heads: [] } })).toEqual([
      'applicant.signer defect',
    ]));
  test('个人独资企业法 第十四条: the investor’s agent may, and the proprietorship reports', () => {
    const type = 'sole-proprietorship';
    const name = '邻水县禾岚科技有限公司垫江分店';
    const { materials } = aBranchFiling(CODE);
    const authorised = [...materials, { ...materials[0], kind: 'agent-authorisation' }] as typeof materials;
    const signed = {
      name,
      parent: of(type),
      signedBy: 'p4',
      agent: 'p4',
      persons: persons.slice(1),
      materials: authorised,
    };
    expect(said(signed, { parent: { type, heads: [] } })).toEqual([
      'parent.entrusted review',
      'parent.sole-proprietorship-report note',
    ]);
    expect(decided(signed, { parent: { type, heads: [] } }).admissible).toEqual(['register', 'return']);
    expect(said({ name, parent: of(type) }, { parent: { type } })).toEqual([
      'parent.sole-proprietorship-report note',
    ]);
  });
});

describe('公司法 第一百七十八条 bars nobody from being the head of a branch', () => {
  test('no standing of a head is asked, and no office bar is known', () => {
    const filed = aBranchFiling(CODE);
    const [signer] = personsOf(filed);
    const facts = establishBranch.derive(filed, personsOf(filed));
    expect(establishBranch.subjectsAsked?.(facts)).toEqual(['O:91500231MA5U000A5X', signer?.subject]);
    expect(standard202502.rules.map(({ id }) => id)).not.toContain('credit.office-bar');
  });
  const born = (bornOn: string) => ({
    persons: [
      aPerson(),
      aPerson({
        ref: 'p4',
        document: { kind: 'citizen-id', number: citizenNumber('511602', bornOn, '213') },
      }),
    ],
  });
  test.each<[string, string[]]>([
    ['2010-11-24', ['head.under-sixteen defect']],
    ['2010-11-23', ['head.sixteen-or-seventeen review']],
    ['2008-11-24', ['head.sixteen-or-seventeen review']],
    ['2008-11-23', []],
  ])('but who is born on %s has to be able to act', (bornOn, expected) =>
    expect(said(born(bornOn))).toEqual(expected),
  );
});

test('实施细则 第三十条: the appointment of the head is handed in, and no articles of association', () => {
  const { materials } = aBranchFiling(CODE);
  expect(said({ materials: materials.filter(({ kind }) => kind !== 'head-appointment') })).toEqual([
    'materials.head-appointment defect',
  ]);
  expect(standard202502.materials.map(({ id }) => id)).not.toContain('articles-of-association');
});
