import fc from 'fast-check';
import { enterpriseTypes } from '../../lib/domain/registration/enterprise-type.ts';
import { noticeKinds } from '../../lib/domain/registration/notice.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Evidence, NameClaim } from '../../lib/domain/standard/evidence.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

const day = fc
  .constantFrom(
    '2018-01-31',
    '2023-11-23',
    '2024-06-30',
    '2024-07-01',
    '2026-10-24',
    '2026-11-02',
    '2026-11-13',
    '2026-11-23',
    '2027-06-30',
  )
  .map(plainDate);

const claim: fc.Arbitrary<NameClaim> = fc
  .record(
    {
      name: fc.constantFrom('子丑县禾岚科技有限公司', '子丑县禾岚餐饮有限公司', '禾岚'),
      industry: fc.constantFrom('M75', 'H62'),
      state: fc.constantFrom('registered', 'reserved', 'given-up', 'revoked'),
      holder: fc.constant('another'),
      since: day,
      until: day,
    },
    { requiredKeys: ['name', 'state', 'holder', 'since'] },
  )
  .map((one) => one as NameClaim);

const notice = fc.record({
  id: fc.constantFrom('n1', 'n2'),
  kind: fc.constantFrom(...noticeKinds),
  publishedOn: day,
  endsOn: day,
  objections: fc.nat({ max: 2 }),
});

const enterpriseNear = (base: EnterpriseEvidence): fc.Arbitrary<EnterpriseEvidence> => {
  const near = <T>(kept: T, other: fc.Arbitrary<NoInfer<T>>): fc.Arbitrary<T> =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(kept) }, { weight: 1, arbitrary: other as fc.Arbitrary<T> });
  return fc
    .record({
      type: near(base.type, fc.constantFrom(...enterpriseTypes)),
      status: near(
        base.status,
        fc.constantFrom(
          'registered',
          'licence-revoked',
          'ordered-to-close',
          'establishment-revoked',
          'cancelled',
        ),
      ),
      statusSince: near(base.statusSince, day),
      establishedOn: near(base.establishedOn, day),
      withDecidingAuthority: near(true as boolean, fc.boolean()),
      capitalFen: near(base.capitalFen ?? 0, fc.nat()),
      members: near(base.members, fc.subarray([...base.members])),
      heads: near(base.heads, fc.subarray([...base.heads])),
      notices: near(base.notices, fc.array(notice, { maxLength: 2 })),
      suspensions: near(base.suspensions, fc.array(fc.record({ from: day, until: day }), { maxLength: 2 })),
      inquiries: near(
        base.inquiries,
        fc.array(fc.record({ id: fc.constant('i1'), concerns: fc.constant('f1'), acceptedOn: day }), {
          maxLength: 1,
        }),
      ),
      holdings: near(base.holdings, fc.constantFrom([], ['91500231MA5U000A5X'])),
      branches: near(base.branches, fc.constantFrom([], ['91500231MA5U000A5X'])),
    })
    .map((fields) => ({ ...base, ...fields }));
};

/** Evidence near that of a corpus: other claims, standings not read, an enterprise of another type or state. */
export const arbitraryEvidence = (base: Evidence): fc.Arbitrary<Evidence> =>
  fc
    .record({
      nameClaims: fc.array(claim, { maxLength: 3 }),
      standings: fc.constantFrom<Evidence['standings']>(base.standings, 'not-read', []),
      readOn: day,
      enterprise: base.enterprise === undefined ? fc.constant(undefined) : enterpriseNear(base.enterprise),
    })
    .map(({ enterprise, ...rest }) => ({ ...rest, ...(enterprise !== undefined && { enterprise }) }));
