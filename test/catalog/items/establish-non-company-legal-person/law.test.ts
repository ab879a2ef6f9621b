import { describe, expect, test } from 'vitest';
import { casesOf } from '../../../../catalog/corpus.ts';
import type { NonCompanyFacts } from '../../../../catalog/items/establish-non-company-legal-person/facts.ts';
import { standard202502 } from '../../../../catalog/items/establish-non-company-legal-person/standard.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import { corpusOf } from '../../../support/item-files.ts';

/** What the standard says of the corpus's first case with places of it set, beside the approval it always shows. */
function said(set: Readonly<Record<string, unknown>>, on = '2026-11-23'): readonly string[] {
  const { base } = corpusOf('establish-non-company-legal-person');
  const facts = Object.fromEntries(Object.entries(set).map(([place, value]) => [`/facts${place}`, value]));
  const changed = { name: 'changed', set: { ...facts, '/on': on }, findings: [], admissible: [] };
  const [built] = casesOf<NonCompanyFacts>({ base, cases: [changed] });
  if (built === undefined) throw new Error('One case was given');
  return decide(standard202502, built.examined)
    .findings.filter(({ rule }) => rule !== 'approval.given')
    .map(({ rule, effect }) => `${rule} ${effect}`);
}

const declared = (kind: string, on: string) => ({ '/legalRepresentative/circumstances': [{ kind, on }] });

describe('条例 第十二条: who may not be the legal representative, in its own words', () => {
  test.each([
    /* Five years: the corresponding day is the last, and 28 February stands for 29 February. */
    ['sentence', '2021-03-01', '2026-03-01', ['officers.sentence defect']],
    ['sentence', '2021-03-01', '2026-03-02', []],
    ['sentence', '2024-02-29', '2029-02-28', ['officers.sentence defect']],
    ['sentence', '2024-02-29', '2029-03-01', []],
    ['sentence', '2026-12-01', '2026-11-23', ['officers.sentence defect']],
    ['loss-of-political-rights', '2021-11-23', '2026-11-23', ['officers.sentence defect']],
    ['loss-of-political-rights', '2021-11-22', '2026-11-23', []],
    ['bankruptcy', '2023-11-23', '2026-11-23', ['officers.bankruptcy defect']],
    ['bankruptcy', '2023-11-22', '2026-11-23', []],
    ['licence-revoked', '2023-11-23', '2026-11-23', ['officers.licence-revoked defect']],
    ['licence-revoked', '2023-11-22', '2026-11-23', []],
    ['overdue-debt', '2026-11-22', '2026-11-23', ['officers.overdue-debt defect']],
    ['overdue-debt', '2026-11-23', '2026-11-23', []],
    ['bankruptcy-by-breach-of-duty', '2023-11-23', '2026-11-23', ['officers.bankruptcy-by-breach defect']],
    ['bankruptcy-by-breach-of-duty', '2023-11-22', '2026-11-23', []],
    ['ordered-to-close', '2026-11-01', '2026-11-23', ['officers.open-ground review']],
    ['suspended-sentence', '2026-11-01', '2026-11-23', ['officers.open-ground review']],
  ])('%s of %s, filed on %s', (kind, happenedOn, on, expected) => {
    expect(said({ ...declared(kind, happenedOn), '/approval/approvedOn': on }, on)).toEqual(expected);
  });

  test.each([
    ['2010-11-24', ['officers.under-sixteen defect']],
    ['2010-11-23', ['officers.sixteen-or-seventeen review']],
    ['2008-11-24', ['officers.sixteen-or-seventeen review']],
    ['2008-11-23', []],
  ])('born on %s', (bornOn, expected) => {
    expect(said({ '/persons/0/bornOn': bornOn })).toEqual(expected);
  });
});

describe('厂长 or 经理 (全民所有制工业企业法 第四十五条, 城镇 第三十一条, 乡村 第十条)', () => {
  test.each([
    ['state-owned', 'factory-director', []],
    ['state-owned', 'manager', []],
    ['state-owned', 'other', ['officers.post defect']],
    ['urban-collective', 'other', ['officers.post defect']],
    ['rural-collective', 'other', ['officers.post defect']],
    ['joint-operation', 'other', ['contributors.joint-operation review']],
  ])('%s, %s', (ownership, post, expected) => {
    expect(said({ '/ownership': ownership, '/legalRepresentative/post': post })).toEqual(expected);
  });
});

describe('实施细则 第二十二条: the approval still holds', () => {
  const approval = { authority: '某某局', document: '批复', number: '1' };
  test.each([
    [{ approvedOn: '2026-08-25' }, []],
    [{ approvedOn: '2026-08-24' }, ['approval.unconfirmed defect']],
    [{ approvedOn: '2026-01-01', confirmedOn: '2026-08-25' }, []],
    [{ approvedOn: '2026-01-01', confirmedOn: '2026-08-24' }, ['approval.unconfirmed defect']],
    [{ approvedOn: '2026-01-01', validUntil: '2026-11-23' }, []],
    [{ approvedOn: '2026-01-01', validUntil: '2026-11-22' }, ['approval.ended defect']],
    [{ approvedOn: '2026-11-24' }, ['approval.later defect']],
  ])('%j', (days, expected) => {
    expect(said({ '/approval': { ...approval, ...days } })).toEqual(expected);
  });
});

describe('第十条、公司法 第七条: no name of a company', () => {
  test.each([
    ['厂', []],
    ['商店', []],
    ['企业', []],
    ['公司', ['names.form-of-others defect', 'names.form-word review']],
    ['有限责任公司', ['names.form-of-others defect', 'names.form-word review']],
    ['股份公司', ['names.form-of-others defect', 'names.form-word review']],
    ['中心（有限合伙）', ['names.form-mark defect']],
    ['工作室（个人独资）', ['names.form-mark defect']],
    ['供销合作社', ['names.form-word review']],
  ])('%s', (form, expected) => {
    expect(said({ '/name/form': form })).toEqual(expected);
  });
});

describe('条例 第十三条: what a contributor brings', () => {
  test.each(['labour', 'credit', 'personal-name', 'goodwill', 'franchise', 'encumbered'])(
    'not by %s',
    (method) => {
      expect(said({ '/contributors/0/methods': ['money', method] })).toEqual([
        'capital.forbidden-contribution defect',
      ]);
    },
  );
  test.each(['money', 'in-kind', 'land-use-right', 'equity'])('but by %s', (method) => {
    expect(said({ '/contributors/0/methods': [method] })).toEqual([]);
  });
});

test('城镇 第四条: half of it and one per cent the working people’s, where two or more invest', () => {
  const [first] = (corpusOf('establish-non-company-legal-person').base as { facts: NonCompanyFacts }).facts
    .contributors;
  const other = { ...first, code: '91500231MA5U000A5X', kind: 'organisation', name: '某某厂' };
  const set = (collectivelyOwnedFen: number, subscribedFen: number) => ({
    '/ownership': 'urban-collective',
    '/contributors': [
      { ...other, code: '91500231MA50000195', subscribedFen: 1 },
      { ...other, subscribedFen },
    ],
    '/collectivelyOwnedFen': collectivelyOwnedFen,
  });
  const rules = (found: readonly string[]) => found.filter((rule) => rule.startsWith('capital.'));
  expect(rules(said(set(51_000_000, 48_999_999)))).toEqual([]);
  expect(rules(said(set(50_999_999, 49_000_000)))).toEqual(['capital.collective-part review']);
});

describe('实施细则 第二十二条: no approval of a joint operation is asked for, so none is too old', () => {
  const base = { authority: '某某局', document: '批复', number: '1' };
  test.each([
    [{ approvedOn: '2024-01-01' }],
    [{ approvedOn: '2024-01-01', validUntil: '2024-12-31' }],
    [{ approvedOn: '2026-11-24' }],
  ])('%j', (days) => {
    expect(said({ '/ownership': 'joint-operation', '/approval': { ...base, ...days } })).toEqual([
      'contributors.joint-operation review',
    ]);
  });
});
