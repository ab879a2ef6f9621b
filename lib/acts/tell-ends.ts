import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { disclosureEnded, endToTell } from '../domain/credit/disclosure-end.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { recordStateOf } from '../domain/credit/record-state.ts';
import { endOfDayInChina, type Instant, instantOf, type Moment } from '../domain/time/instant.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';
import type { EndStore, WalkPosition } from '../store/end-store.ts';
import { LIST_SHARDS } from '../store/list-shards.ts';
import type { RecordStore } from '../store/record-store.ts';

export interface TellEndsDeps {
  readonly records: Pick<RecordStore, 'listEnding' | 'listOf'>;
  readonly ends: EndStore;
  /** @default 500 */
  readonly pagesOfRun?: number;
  /** Told of what could not be told of, and so was passed over. */
  readonly onFault?: (fault: unknown) => void;
}

/** A version of a class that the catalogue no longer knows: nobody can say when its disclosure ends. */
class UnknownClass extends Error {
  override readonly name = 'UnknownClass';
}

/** What a run told; `done` where it walked all days up to its own. */
export interface EndsTold {
  readonly told: number;
  readonly done: boolean;
}

const PAGE = 100;
const AT_ONCE = 10;
/** A run of so many pages is well within its time; the next one goes on where it ended. */
const PAGES_OF_RUN = 500;
/** What was recorded on a day is in its place, and in the index, so long after the day has ended. */
const SETTLED_AFTER_MS = 3_600_000;

const settledFrom = (day: PlainDate): Instant =>
  instantOf(new Date(Date.parse(endOfDayInChina(day)) + SETTLED_AFTER_MS));

/**
 * Tells of disclosure periods that have run out: day by day, from where the last run ended, as items that the table's stream
 * carries into the feed of changes. It may run as often as one likes, beside itself, and late: each end is told once.
 *
 * It decides nothing. Whoever reads a record computes its end by the day of reading; where this never runs, nobody is told
 * of an end, and every record still ends on its day.
 */
export function createTellEnds({
  records,
  ends,
  pagesOfRun = PAGES_OF_RUN,
  onFault = () => undefined,
}: TellEndsDeps) {
  async function tellOf(version: RecordVersion, on: PlainDate): Promise<boolean> {
    const state = recordStateOf(await records.listOf(version.subject, version.id));
    const rules = state && findRecordClass(state.last.class);
    const end = rules && disclosureEnded(rules, state, on);
    return end !== undefined && ends.tell(end);
  }

  /** Of a record that has several versions on a page the last one is looked at: it stands for all. */
  async function tellPage(page: readonly RecordVersion[], on: PlainDate): Promise<number> {
    const last = [...new Map(page.map((version) => [version.id, version])).values()];
    const each = last.flatMap((version) => {
      const rules = findRecordClass(version.class);
      if (rules === undefined) onFault(new UnknownClass(version.class));
      return rules === undefined ? [] : [{ ...version, rules }];
    });
    const named = each.flatMap(({ rules, ...version }) => {
      const endedOn = endToTell(rules, version);
      return endedOn === undefined ? [] : [{ record: version.id, endedOn }];
    });
    const told = new Set((await ends.findTold(named)).map(({ record }) => record));
    const left = each.filter(({ id }) => !told.has(id));
    let count = 0;
    for (let at = 0; at < left.length; at += AT_ONCE) {
      const batch = left.slice(at, at + AT_ONCE).map((version) => tellOf(version, on));
      count += (await Promise.all(batch)).filter(Boolean).length;
    }
    return count;
  }

  return async ({ at, on }: Moment): Promise<EndsTold> => {
    const from: WalkPosition = (await ends.findPosition()) ?? { day: addDays(on, -1), shard: 0, begunAt: at };
    let pages = 0;
    let told = 0;
    /** The first day that has to be walked once more: something may still have been on its way there. */
    let again: PlainDate | undefined;
    for (let day = from.day; day <= on; day = addDays(day, 1)) {
      const isFirst = day === from.day;
      const isBegun = isFirst && (from.shard > 0 || from.after !== undefined);
      const begunAt = isBegun ? from.begunAt : at;
      let after = isFirst ? from.after : undefined;
      for (let shard = isFirst ? from.shard : 0; shard < LIST_SHARDS; shard += 1) {
        do {
          if (pages === pagesOfRun) {
            const here = { day, shard, begunAt, ...(after !== undefined && { after }) };
            await ends.keepPosition(again === undefined ? here : { day: again, shard: 0, begunAt: at });
            return { told, done: false };
          }
          const page = await records.listEnding(day, shard, PAGE, after);
          told += await tellPage(page.versions, on);
          after = page.next;
          pages += 1;
        } while (after !== undefined);
      }
      if (begunAt < settledFrom(day)) again ??= day;
    }
    await ends.keepPosition({ day: again ?? addDays(on, 1), shard: 0, begunAt: at });
    return { told, done: true };
  };
}

export type TellEnds = ReturnType<typeof createTellEnds>;
