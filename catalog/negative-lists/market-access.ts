import * as z from 'zod/mini';
import type { AccessList } from '../../lib/domain/screening/screen-scope.ts';
import { holdsOn } from '../../lib/domain/standard/provenance.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { article, bilingual, checkedOnce, provenance, text } from '../checked.ts';
import { scopeItems } from '../vocabulary.ts';
import data from './market-access.json' with { type: 'json' };

const id = z.string().check(z.regex(/^[a-z]+(-[a-z0-9]+)*$/));

const file = z.strictObject({
  name: bilingual,
  counts: z.strictObject({ prohibited: z.int(), licensed: z.int() }),
  provenance,
  notes: z.array(text),
  prohibited: z.array(
    z.strictObject({
      id,
      number: z.int(),
      text: bilingual,
      words: z.array(
        z.strictObject({
          word: z.string().check(z.regex(/^\p{Script=Han}{2,20}$/u)),
          articles: z.array(article).check(z.minLength(1)),
          unless: z.exactOptional(bilingual),
        }),
      ),
      provenance,
      note: z.exactOptional(text),
    }),
  ),
  licensed: z.array(
    z.strictObject({
      id,
      text: bilingual,
      scopeItems: z.array(text).check(z.minLength(1)),
      articles: z.array(article),
      provenance,
    }),
  ),
});

export type MarketAccessList = z.output<typeof file>;
export type ProhibitedEntry = MarketAccessList['prohibited'][number];
export type LicensedEntry = MarketAccessList['licensed'][number];

/** The national list (市场准入负面清单), as far as our copy goes. Another list than that of the Yangtze. */
export const marketAccessList: () => MarketAccessList = checkedOnce(
  'negative-lists/market-access.json',
  file,
  data,
);

/** A barred word with the entry that bars it. */
export type BarredByList = ProhibitedEntry['words'][number] & { readonly entry: ProhibitedEntry };

/** The list as it is screened by on a day, together with our part of the scope catalogue. */
export function accessListOn(on: PlainDate): AccessList<BarredByList, LicensedEntry> {
  const list = marketAccessList();
  const holds = (entry: ProhibitedEntry | LicensedEntry) => holdsOn(entry.provenance, on);
  const licences = list.licensed
    .filter(holds)
    .flatMap((entry) => entry.scopeItems.map((item) => [item, entry] as const));
  return {
    barredWords: list.prohibited
      .filter(holds)
      .flatMap((entry) => entry.words.map((barred) => ({ ...barred, entry }))),
    scopeItems: scopeItems(),
    licences: new Map(
      [...Map.groupBy(licences, ([item]) => item)].map(([item, held]) => [
        item,
        held.map(([, entry]) => entry),
      ]),
    ),
  };
}
