import type { End } from '../domain/credit/end.ts';
import type { DisclosedEntry, Half, Tally } from '../domain/credit/half.ts';
import type { Ranked, Ranking } from '../domain/credit/ranking.ts';
import { severities } from '../domain/credit/record.ts';
import { type LinkedKey, linkKinds } from '../domain/subject/linked-key.ts';
import { isSubjectKey } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { byteReader, byteWriter } from './bytes.ts';

/*
 * A half is packed so that both fit into one read unit (4 KB): an id takes its 16 bytes once, however often it is
 * named, and a day 3.
 */

/** What may follow at the end. */
const WITHDRAWN = 1;
const LINKED = 2;

type Writer = ReturnType<typeof byteWriter>;
type Reader = ReturnType<typeof byteReader>;

type Kind = Pick<Tally, 'class' | 'severity'>;

/** `class` or `class/severity`. */
const kindName = ({ class: id, severity }: Kind): string =>
  severity === undefined ? id : `${id}/${severity}`;

function kindNamed(name: string): Kind {
  const [id = '', text] = name.split('/');
  const severity = severities.find((known) => known === text);
  return { class: id, ...(severity !== undefined && { severity }) };
}

const kindsRead = new Map<string, Kind>();

/** There are no more kinds than classes with their severities, and a look-up reads tens of thousands of their names. */
function kindOf(name: string): Kind {
  const kind = kindsRead.get(name) ?? kindNamed(name);
  kindsRead.set(name, kind);
  return kind;
}

function requireDay(day: End | undefined): End {
  if (day === undefined) throw new RangeError('A packed entry has no day');
  return day;
}

function writeRanking<Entry extends Ranked>(
  to: Writer,
  { kept, next }: Ranking<Entry>,
  rest: (entry: Entry) => void = () => undefined,
): void {
  to.count(kept.length);
  to.day(next);
  for (const entry of kept) {
    to.id(entry.record);
    to.day(entry.day);
    rest(entry);
  }
}

/** A thousand subjects have tens of thousands of entries, so each is made once and not put together from parts. */
function readRanking<Entry extends Ranked>(from: Reader, entry: () => Entry): Ranking<Entry> {
  const size = from.count();
  const next = from.day();
  const kept: Entry[] = [];
  while (kept.length < size) kept.push(entry());
  return next === undefined ? { kept } : { kept, next };
}

/** All of a half but its side, which is its key. */
export function packHalf(half: Half): Buffer {
  const { tallies, disclosed, disputed, rightUntil, withdrawnListing, linked = [] } = half;
  const to = byteWriter();
  to.count(tallies.length);
  for (const tally of tallies) {
    to.name(kindName(tally));
    to.total(tally.count);
    writeRanking(to, tally.byEnd);
    writeRanking(to, tally.byDecision);
  }
  writeRanking<DisclosedEntry>(to, disclosed, (entry) => {
    to.name(kindName(entry));
    to.name(entry.issuedBy);
    to.day(entry.decidedOn);
  });
  to.day(rightUntil);
  to.count(disputed?.more === true ? 1 : 0);
  to.count(disputed?.kept.length ?? 0);
  for (const record of disputed?.kept ?? []) to.id(record);
  const marks = (withdrawnListing ? WITHDRAWN : 0) + (linked.length > 0 ? LINKED : 0);
  if (marks > 0) to.count(marks);
  if (linked.length > 0) to.count(linked.length);
  for (const { key, is, on } of linked) {
    to.count(linkKinds.indexOf(is));
    to.name(key);
    to.day(on);
  }
  return to.done();
}

function readLink(from: Reader): LinkedKey {
  const is = linkKinds[from.count()];
  const key = from.name();
  const on = from.day();
  if (is === undefined || !isSubjectKey(key)) throw new RangeError('A packed half is linked with nobody');
  return { key, is, ...(on !== undefined && { on: on as PlainDate }) };
}

/** @throws RangeError for what is no packed half. */
export function unpackHalf(jurisdiction: string, packed: Uint8Array): Half {
  const from = byteReader(packed);
  const ranked = (): Ranked => ({ record: from.id(), day: requireDay(from.day()) });
  const tallies = Array.from({ length: from.count() }, () => ({
    ...kindOf(from.name()),
    count: from.total(),
    byEnd: readRanking(from, ranked),
    byDecision: readRanking(from, ranked),
  }));
  const disclosed = readRanking(from, (): DisclosedEntry => {
    const record = from.id();
    const day = requireDay(from.day());
    const { class: id, severity } = kindOf(from.name());
    const [issuedBy, decidedOn] = [from.name(), requireDay(from.day()) as PlainDate];
    const entry = { record, day, class: id, issuedBy, decidedOn };
    return severity === undefined ? entry : { ...entry, severity };
  });
  const rightUntil = from.day();
  const more = from.count() === 1;
  const kept = Array.from({ length: from.count() }, from.id);
  /* At the end, and only where it is so: halves of before stay what they were. */
  const marked = !from.atEnd();
  const marks = marked ? from.count() : 0;
  if (marked && (marks < WITHDRAWN || marks > WITHDRAWN + LINKED))
    throw new RangeError('Not the marks a packed half ends with');
  const linked = Array.from({ length: marks >= LINKED ? from.count() : 0 }, () => readLink(from));
  if (!from.atEnd()) throw new RangeError('More bytes than a packed half has');
  return {
    jurisdiction,
    tallies,
    disclosed,
    ...(rightUntil !== undefined && { rightUntil: rightUntil as PlainDate }),
    ...(marks % LINKED === WITHDRAWN && { withdrawnListing: true as const }),
    ...(linked.length > 0 && { linked }),
    ...((more || kept.length > 0) && { disputed: { kept, more } }),
  };
}
