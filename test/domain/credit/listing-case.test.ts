import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isKeptFrom,
  type ListingAct,
  type ListingCase,
  listingActKinds,
  listingStateOf,
  stepOf,
  whyNotListingStep,
  withStep,
} from '../../../lib/domain/credit/listing-case.ts';
import { needsConsent } from '../../../lib/domain/credit/listing-terms.ts';
import type { SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import type { Instant } from '../../../lib/domain/time/instant.ts';
import type { PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { anArticle, day } from '../../support/records.ts';

const at = '2026-11-23T02:00:00.000Z' as Instant;
const document = { number: '示例〔2026〕1号', decidedOn: day('2026-11-23') };
const heard = { notice: { objectionWorkingDays: 5, rights: [] } };

const acts = {
  proposed: { kind: 'proposed', origin: 'officer', grounds: '理由', basis: [] },
  notified: {
    kind: 'notified',
    documentNumber: '示例告〔2026〕1号',
    objectBy: { dueOn: day('2026-11-30'), provisional: false },
  },
  objected: { kind: 'objected', reason: '不符', proofs: [] },
  rejected: { kind: 'objection-answered', outcome: 'rejected', reason: '属实' },
  accepted: { kind: 'objection-answered', outcome: 'accepted', reason: '采纳' },
  asked: { kind: 'consent-asked', reason: '报请', of: 'above' },
  consented: { kind: 'consented', reason: '同意' },
  declined: { kind: 'declined', reason: '不同意' },
  listed: { kind: 'listed', reason: '属实', document, record: 'r' },
  notListed: { kind: 'not-listed', reason: '不列入' },
  removed: { kind: 'removed', how: 'decision', reason: '移出', document },
} as const satisfies Record<string, ListingAct>;
type Told = keyof typeof acts;

const caseOf = (...told: readonly Told[]): ListingCase =>
  told.reduce<ListingCase>(
    (listing, name) =>
      withStep(listing, acts[name], { on: day('2026-11-23'), at, by: 'one', authority: 'a' }),
    { id: 'c', list: 'l', subject: 'O:1' as SubjectKey, authority: 'a', jurisdiction: 'EAST', steps: [] },
  );

const DURING = '2026-11-30';
const AFTER = '2026-12-01';

describe('what can be done next', () => {
  test.each<[readonly Told[], keyof typeof kinds, string, boolean, string | undefined]>([
    [['proposed'], 'list', AFTER, true, 'not-notified'],
    [['proposed'], 'object', AFTER, true, 'not-notified'],
    [['proposed'], 'answer', AFTER, true, 'nothing-objected'],
    [['proposed'], 'notify', DURING, true, undefined],
    [['proposed', 'notified'], 'notify', DURING, true, 'notified-already'],
    /* The last day of the period still belongs to the subject. */
    [['proposed', 'notified'], 'object', DURING, true, undefined],
    [['proposed', 'notified'], 'object', AFTER, true, 'objection-period-over'],
    [['proposed', 'notified'], 'ask', DURING, true, 'objection-period-runs'],
    [['proposed', 'notified'], 'ask', AFTER, true, undefined],
    [['proposed', 'notified'], 'ask', AFTER, false, 'no-consent-needed'],
    [['proposed', 'notified'], 'list', DURING, false, 'objection-period-runs'],
    [['proposed', 'notified'], 'list', AFTER, false, undefined],
    [['proposed', 'notified'], 'list', AFTER, true, 'consent-needed'],
    [['proposed', 'notified', 'objected'], 'object', DURING, true, 'objected-already'],
    [['proposed', 'notified', 'objected'], 'list', AFTER, false, 'objection-unanswered'],
    [['proposed', 'notified', 'objected', 'rejected'], 'answer', AFTER, true, 'answered-already'],
    [['proposed', 'notified', 'objected', 'rejected'], 'ask', DURING, true, undefined],
    [['proposed', 'notified', 'objected', 'accepted'], 'ask', AFTER, true, 'objection-accepted'],
    [['proposed', 'notified', 'objected', 'accepted'], 'list', AFTER, false, 'objection-accepted'],
    [['proposed', 'notified', 'objected', 'accepted'], 'drop', AFTER, true, undefined],
    [['proposed', 'notified', 'asked'], 'ask', AFTER, true, 'consent-asked-already'],
    [['proposed', 'notified', 'asked'], 'list', AFTER, true, 'consent-needed'],
    /* The rule was dropped while the answer was waited for. */
    [['proposed', 'notified', 'asked'], 'list', AFTER, false, undefined],
    [['proposed', 'notified'], 'consent', AFTER, true, 'no-consent-asked'],
    [['proposed', 'notified', 'asked'], 'consent', AFTER, true, undefined],
    [['proposed', 'notified', 'asked', 'consented'], 'consent', AFTER, true, 'no-consent-asked'],
    [['proposed', 'notified', 'asked', 'consented'], 'list', AFTER, true, undefined],
    [['proposed', 'notified', 'asked', 'declined'], 'list', AFTER, true, 'consent-declined'],
    [['proposed', 'notified', 'asked', 'declined'], 'drop', AFTER, true, undefined],
    [['proposed', 'notListed'], 'notify', AFTER, true, 'closed'],
    [['proposed', 'notListed'], 'remove', AFTER, true, 'not-on-list'],
    [['proposed', 'notified', 'asked', 'consented', 'listed'], 'list', AFTER, true, 'closed'],
    [['proposed', 'notified', 'asked', 'consented', 'listed'], 'remove', AFTER, true, undefined],
    [
      ['proposed', 'notified', 'asked', 'consented', 'listed', 'removed'],
      'remove',
      AFTER,
      true,
      'not-on-list',
    ],
  ])('after %j: %s on %s (consent needed: %s): %s', (told, what, on, consentNeeded, why) => {
    const rules = { terms: heard, consentNeeded, on: day(on) };
    expect(whyNotListingStep(caseOf(...told), kinds[what], rules)).toBe(why);
  });

  test('a list without a notice is decided about at once', () => {
    const rules = { terms: {}, consentNeeded: false, on: day(DURING) };
    expect(whyNotListingStep(caseOf('proposed'), 'notified', rules)).toBe('no-notice-for-list');
    expect(whyNotListingStep(caseOf('proposed'), 'listed', rules)).toBe(undefined);
  });
});

const kinds = {
  notify: 'notified',
  object: 'objected',
  answer: 'objection-answered',
  ask: 'consent-asked',
  consent: 'consented',
  list: 'listed',
  drop: 'not-listed',
  remove: 'removed',
} as const;

test('consent is needed while its rule holds, by the levels it names', () => {
  const consent = [
    {
      validFrom: day('2021-09-01'),
      validTo: day('2027-01-01'),
      levels: ['county', 'prefecture'] as const,
      articles: [anArticle()],
    },
  ];
  const terms = { consent } as unknown as Parameters<typeof needsConsent>[0];
  expect(needsConsent(terms, 'county', day('2021-08-31'))).toBe(false);
  expect(needsConsent(terms, 'county', day('2021-09-01'))).toBe(true);
  expect(needsConsent(terms, 'prefecture', day('2026-12-31'))).toBe(true);
  expect(needsConsent(terms, 'county', day('2027-01-01'))).toBe(false);
  expect(needsConsent(terms, 'province', day('2026-12-31'))).toBe(false);
});

test('who proposes is not who decides or consents; what automation proposed it only proposes', () => {
  const listing = caseOf('proposed');
  expect(listingActKinds.filter((kind) => isKeptFrom(listing, kind, 'one'))).toEqual([
    'consented',
    'declined',
    'listed',
    'not-listed',
  ]);
  expect(listingActKinds.filter((kind) => isKeptFrom(listing, kind, 'two'))).toEqual([]);
  const proposed = { ...acts.proposed, origin: 'automation' } as const;
  const machine = withStep({ ...listing, steps: [] }, proposed, { on: day(DURING), at, by: 'machine' });
  expect(isKeptFrom(machine, 'notified', 'machine')).toBe(true);
  expect(isKeptFrom(machine, 'notified', 'one')).toBe(false);
  /* Two officers look at it: whoever told the subject does not list. */
  const told = withStep(machine, acts.notified, { on: day(DURING), at, by: 'one' });
  expect(listingActKinds.filter((kind) => isKeptFrom(told, kind, 'one'))).toEqual(['listed']);
  expect(isKeptFrom(told, 'listed', 'two')).toBe(false);
});

test('whatever is tried in whatever order: nobody is listed unheard or without the consent that is needed', () => {
  const days = fc.constantFrom(
    '2026-11-23',
    '2026-11-30',
    '2026-12-01',
    '2027-06-01',
  ) as fc.Arbitrary<PlainDate>;
  const names = Object.keys(acts) as readonly Told[];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...names), days, fc.boolean()), { maxLength: 40 }),
      (tries) => {
        const inOrder = tries.toSorted(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
        let listing = caseOf('proposed');
        let needed = true;
        for (const [name, on, consentNeeded] of inOrder) {
          const act = acts[name];
          const rules = { terms: heard, consentNeeded, on };
          if (whyNotListingStep(listing, act.kind, rules) !== undefined) continue;
          listing = withStep(listing, act, { on, at, by: 'two' });
          if (act.kind === 'listed') needed = consentNeeded;
        }
        expect(listing.steps.map(({ number }) => number)).toEqual(listing.steps.map((_, index) => index + 1));
        expect(new Set(listing.steps.map(({ kind }) => kind)).size).toBe(listing.steps.length);
        const listed = stepOf(listing, 'listed');
        if (listed === undefined) return;
        const notified = stepOf(listing, 'notified');
        const answer = stepOf(listing, 'objection-answered');
        expect(notified).toBeDefined();
        expect(answer?.outcome ?? (listed.on > '2026-11-30' ? 'rejected' : 'unheard')).toBe('rejected');
        expect(stepOf(listing, 'consented') !== undefined || !needed).toBe(true);
        expect(stepOf(listing, 'declined')).toBe(undefined);
        expect(['listed', 'removed']).toContain(listingStateOf(listing));
      },
    ),
    { numRuns: 2_000 },
  );
});
