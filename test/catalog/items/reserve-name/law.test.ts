import { describe, expect, test } from 'vitest';
import type { FiledReservation } from '../../../../catalog/items/reserve-name/facts.ts';
import { reserveName } from '../../../../catalog/items/reserve-name/item.ts';
import { standard202502 } from '../../../../catalog/items/reserve-name/standard.ts';
import { placeTermsOf } from '../../../../catalog/places.ts';
import { reservedUntil } from '../../../../lib/domain/registration/claim-name.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { FILED_ON, personsOf } from '../../../support/a-filing.ts';
import { aReservation } from '../../../support/a-reservation.ts';

const factsOf = (filed: FiledReservation) => reserveName.derive(filed, personsOf(filed));

const said = (overrides: Partial<FiledReservation>) => {
  const filed = aReservation(overrides);
  return decide(standard202502, {
    facts: factsOf(filed),
    terms: placeTermsOf(filed.division, FILED_ON),
    evidence: { nameClaims: [], standings: 'not-read', readOn: FILED_ON },
    on: FILED_ON,
  }).findings.map(({ rule, effect, path }) => `${rule} ${effect} ${path}`);
};

const formed = (type: FiledReservation['type'], form: string): Partial<FiledReservation> => ({
  type,
  name: { division: '邻水县', tradeName: '禾岚', industry: { word: '科技', class: 'M75' }, form },
});

describe('第十条: the form of each type, and no other', () => {
  test.each<[FiledReservation['type'], string]>([
    ['limited-company', '有限责任公司'],
    ['limited-company', '有限公司'],
    ['joint-stock-company', '股份有限公司'],
    ['joint-stock-company', '股份公司'],
    ['non-company-legal-person', '厂'],
    ['sole-proprietorship', '中心（个人独资）'],
    ['partnership', '合伙企业（普通合伙）'],
    ['partnership', '事务所（特殊普通合伙）'],
    ['partnership', '合伙企业（有限合伙）'],
    ['cooperative', '专业合作社'],
    ['cooperative', '专业合作社联合社'],
    ['individual-business', '店'],
  ])('%s: %s', (type, form) => expect(said(formed(type, form))).toEqual([]));
  test.each<[FiledReservation['type'], string, string]>([
    ['limited-company', '公司', 'reserve.form'],
    ['limited-company', '股份有限公司', 'reserve.form'],
    ['limited-company', '专业合作社', 'reserve.form'],
    ['joint-stock-company', '有限公司', 'reserve.form'],
    ['non-company-legal-person', '有限公司', 'reserve.form'],
    ['sole-proprietorship', '有限公司（个人独资）', 'reserve.form'],
    ['partnership', '企业', 'reserve.partnership-mark'],
    ['partnership', '公司（有限合伙）', 'reserve.form'],
    ['partnership', '中心（普通合伙）（有限合伙）', 'reserve.partnership-mark'],
    ['cooperative', '有限公司', 'reserve.form'],
    ['cooperative', '企业', 'reserve.form'],
    ['individual-business', '公司', 'reserve.form'],
    ['individual-business', '合作社', 'reserve.form'],
  ])('%s: not %s', (type, form, rule) =>
    expect(said(formed(type, form))).toContain(`${rule} defect /name/form`),
  );
  test.each<[FiledReservation['partnership'], string, string[]]>([
    ['general', '中心（普通合伙）', []],
    ['general', '中心（特殊普通合伙）', ['reserve.partnership-mark defect /name/form']],
    ['special-general', '中心（特殊普通合伙）', []],
    ['special-general', '中心（普通合伙）', ['reserve.partnership-mark defect /name/form']],
    ['limited', '中心（有限合伙）', []],
    ['limited', '中心（普通合伙）', ['reserve.partnership-mark defect /name/form']],
  ])('合伙企业法 第十五条、第五十六条、第六十二条: %s: %s', (partnership, form, findings) =>
    expect(said({ ...formed('partnership', form), partnership })).toEqual(findings),
  );
});

describe('第十六条: who declares, and to what they commit', () => {
  test.each<[string, Partial<FiledReservation>, string[]]>([
    ['with the commitment', {}, []],
    ['without it', { commitment: false }, ['reserve.commitment defect /commitment']],
    ['without an applicant', { investors: [] }, ['reserve.applicant defect /investors']],
  ])('%s', (_, changes, findings) => expect(said(changes)).toEqual(findings));
});

describe('第十八条: how long a name is held, and for whom', () => {
  const changeOf = (overrides: Partial<FiledReservation>) => {
    const filed = aReservation(overrides);
    const context = { filing: 'f', on: FILED_ON, place: '四川省广安市邻水县', authority: 'reg-511623' };
    const change = reserveName.effect(filed, factsOf(filed), context);
    if (change.kind !== 'reserve-name') throw new Error('It reserves');
    return change;
  };
  test.each<[string, Partial<FiledReservation>, number]>([
    ['two months', {}, 2],
    ['a year where the set-up needs approval', { setUpApproval: { basis: '某法 第一条' } }, 12],
    [
      'a year where a scope item needs approval before registration',
      { businessScope: [{ text: '软件开发' }, { text: '烟草制品批发' }] },
      12,
    ],
    ['two months where approval comes after registration', { businessScope: [{ text: '食品销售' }] }, 2],
  ])('%s', (_, changes, months) => expect(changeOf(changes).months).toBe(months));

  test('for the proven investors and for organisations among them', () => {
    const change = changeOf({
      investors: [
        { kind: 'person', person: 'p1' },
        { kind: 'organisation', code: '91500231MA5U000A5X', name: '重庆远帆商贸有限公司' },
      ],
    });
    expect(change.for).toEqual([expect.stringMatching(/^P:test:/), 'O:91500231MA5U000A5X']);
    expect(change.name).toEqual({ tradeName: '禾岚', name: '邻水县禾岚科技有限公司', industry: 'M75' });
  });

  test.each<[string, number, string]>([
    ['2026-11-23', 2, '2027-01-24'],
    ['2026-12-31', 2, '2027-03-01'],
    ['2027-12-29', 2, '2028-03-01'],
    ['2027-12-31', 2, '2028-03-01'],
    ['2026-06-30', 2, '2026-08-31'],
    ['2026-07-31', 2, '2026-10-01'],
    ['2026-11-23', 12, '2027-11-24'],
    ['2028-02-29', 12, '2029-03-01'],
    ['2027-02-28', 12, '2028-02-29'],
  ])('declared on %s and held %i months, it is free on %s', (on, months, until) =>
    expect(reservedUntil(plainDate(on), months)).toBe(until),
  );
});
