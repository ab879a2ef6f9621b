import { describe, expect, test } from 'vitest';
import { inquiryEnds } from '../../../../catalog/rules/inquiries.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'suspend-inquiry';
const I = '/evidence/enterprise/inquiries/0';
const proofs = (...kinds: readonly string[]) =>
  kinds.map((kind) => ({ kind, sha256: 'd3e055a3b39137a7f2dc06688b3332106ba4e54cb8084277169cbec60ac8d868' }));

describe('经当事人或者其他利害关系人申请 (实施细则 第五十四条)', () => {
  test.each([
    ['2026-08-31', ['inquiry-rest.applied-on']],
    ['2026-09-01', []],
    ['2026-11-23', []],
    ['2026-11-24', ['inquiry-rest.applied-on']],
  ])('of an inquiry accepted on 2026-09-01, asked for on %s and filed on 2026-11-23', (appliedOn, rules) => {
    expect(spoken(ITEM, { '/facts/appliedOn': appliedOn })).toEqual(rules);
  });

  test('nobody asked for it', () => {
    expect(spoken(ITEM, { '/facts/materials': proofs('evidence') })).toEqual(['materials.application']);
  });
});

describe('each of its three grounds is proved as the article says', () => {
  test.each([
    ['civil-rights-disputed', ['application', 'evidence'], []],
    ['civil-rights-disputed', ['application', 'department-opinion'], ['materials.evidence']],
    ['in-proceedings', ['application', 'evidence'], []],
    ['in-proceedings', ['application'], ['materials.evidence']],
    ['case-or-duty-open', ['application', 'department-opinion'], []],
    ['case-or-duty-open', ['application', 'evidence'], ['materials.department-opinion']],
  ])('%s by %o', (ground, kinds, rules) => {
    expect(spoken(ITEM, { '/facts/ground': ground, '/facts/materials': proofs(...kinds) })).toEqual(rules);
  });
});

describe('days in which it rests are not counted in the three months (第五十三条)', () => {
  test.each<[string, readonly { from: string; resumedOn?: string }[], string]>([
    ['never', [], '2026-12-01'],
    ['for a day', [{ from: '2026-10-08', resumedOn: '2026-10-09' }], '2026-12-02'],
    ['and was resumed on the same day', [{ from: '2026-10-08', resumedOn: '2026-10-08' }], '2026-12-01'],
    ['over the turn of a month', [{ from: '2026-09-30', resumedOn: '2026-10-02' }], '2026-12-03'],
    [
      'twice',
      [
        { from: '2026-09-10', resumedOn: '2026-09-20' },
        { from: '2026-10-10', resumedOn: '2026-10-20' },
      ],
      '2026-12-21',
    ],
  ])('it rested %s', (_, rests, until) => {
    const told = rests.map(({ from, resumedOn }) => ({
      from: plainDate(from),
      ...(resumedOn !== undefined && { resumedOn: plainDate(resumedOn) }),
    }));
    expect(inquiryEnds({ id: 'i', concerns: 'c', acceptedOn: plainDate('2026-09-01'), rests: told })).toBe(
      until,
    );
  });

  test('with an extension both are added', () => {
    expect(
      inquiryEnds({
        id: 'i',
        concerns: 'c',
        acceptedOn: plainDate('2026-11-30'),
        extendedOn: plainDate('2027-02-01'),
        rests: [{ from: plainDate('2027-01-01'), resumedOn: plainDate('2027-01-11') }],
      }),
    ).toBe('2027-06-09');
  });

  test('what rests is not late, however long', () => {
    const long = { [`${I}/acceptedOn`]: '2026-01-05', [`${I}/rests`]: [{ from: '2026-02-01' }] };
    expect(spoken(ITEM, long)).toEqual(['inquiry-rest.rests-already']);
    expect(spoken('resume-inquiry', long)).toEqual([]);
  });
});

describe('while it rests nothing is decided (中止调查)', () => {
  const resting = { [`${I}/rests`]: [{ from: '2026-10-08' }] };
  test.each(['extend-inquiry', 'announce-false-registration', 'revoke-registration', 'close-inquiry'])(
    '%s waits for it to be resumed',
    (item) => {
      expect(spoken(item, resting)).toEqual(['inquiry.resting']);
      expect(spoken(item, { [`${I}/rests`]: [{ from: '2026-10-08', resumedOn: '2026-10-09' }] })).toEqual([]);
    },
  );

  test('but an application that is withdrawn ends it', () => {
    expect(spoken('close-inquiry', { ...resting, '/facts/reason': 'withdrawn' })).toEqual([]);
  });
});
