import codeRange from '../../catalog/code-range.json' with { type: 'json' };
import type { ToldRecord } from '../../lib/domain/credit/import.ts';
import { allocateCode } from '../../lib/domain/registration/allocate-code.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { addDays, type PlainDate } from '../../lib/domain/time/plain-date.ts';
import { numberOf } from './invented.ts';

/** What a row of a drawn file has to come to. Of twins, two rows with one identity, either may come first. */
export type Expected = 'accepted' | 'already-held' | 'refused' | 'twins-alike' | 'twins-differ';

export interface DrawnRow {
  readonly row: number;
  readonly expected: Expected;
  readonly record: ToldRecord;
  /** The other one of two with one identity: a row before this one. */
  readonly twinOf?: number;
}

const FIRST_DAY = '2025-01-01' as PlainDate;
/** No serial that the service gives out comes near. */
const FIRST_SERIAL = 600_000_000;
const PEOPLE = 8_000;
/** Rows that are drawn alike come again after so many. */
const PERIOD = 100;
const HELD_UP_TO = 500;

const organisation = (index: number): NamedSubject => ({
  kind: 'organisation',
  code: allocateCode({
    prefix: codeRange.prefix,
    serial: FIRST_SERIAL + index,
    division: '500231',
    codeClass: '91',
  }).code,
});

const person = (index: number): NamedSubject => ({
  kind: 'person',
  document: { kind: 'citizen-id', number: numberOf('500231', addDays('1962-01-01' as PlainDate, index)) },
});

/** Every fortieth row is about one and the same subject, every twenty-fifth about a person, of the others three about each. */
function subjectOf(index: number): NamedSubject {
  if (index % 40 === 0) return organisation(0);
  return index % 25 === 7 ? person(Math.floor(index / 25) % PEOPLE) : organisation(1 + Math.floor(index / 3));
}

function recordAt(index: number): ToldRecord {
  const subject = subjectOf(index);
  const common = { subject, ordinal: 1, decidedOn: addDays(FIRST_DAY, index % 500) };
  const law = '最高人民法院关于公布失信被执行人名单信息的若干规定';
  return subject.kind === 'person'
    ? {
        ...common,
        class: 'dishonest-debtor',
        issuedBy: 'court-500231',
        documentNumber: `（2025）渝0231执虚构${index}号`,
        basis: [{ law, article: '第一条' }],
      }
    : {
        ...common,
        class: 'penalty',
        issuedBy: 'reg-500231',
        documentNumber: `渝垫市监罚〔2025〕虚构${index}号`,
        basis: [{ law: '示例法, "引用"', article: '第一条' }],
        penalty: { kinds: ['fine'], fineFen: 500_000 },
      };
}

/** A row by its place: the same place always holds the same. */
export function drawRow(index: number): DrawnRow {
  const row = index + 1;
  const place = index % PERIOD;
  if (place === 37) {
    const decidedOn = '2026-13-01' as PlainDate;
    return { row, expected: 'refused', record: { ...recordAt(index), decidedOn } };
  }
  if (place === 53) return { row, expected: 'twins-alike', record: recordAt(index - 41), twinOf: row - 41 };
  if (place === 71) {
    const record = recordAt(index - 40);
    const decidedOn = addDays(record.decidedOn, 1);
    return { row, expected: 'twins-differ', record: { ...record, decidedOn }, twinOf: row - 40 };
  }
  const isHeld = place === 3 && index < HELD_UP_TO;
  return { row, expected: isHeld ? 'already-held' : 'accepted', record: recordAt(index) };
}

const HEAD =
  'class,subject.code,subject.document.kind,subject.document.number,issuedBy,documentNumber,decidedOn,basis.law,basis.article,penalty.kinds,penalty.fineFen\n';

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function lineOf({ subject, basis, penalty, ...record }: ToldRecord): string {
  const who =
    subject.kind === 'person' ? ['', subject.document.kind, subject.document.number] : [subject.code, '', ''];
  const cells = [
    record.class,
    ...who,
    record.issuedBy,
    record.documentNumber,
    record.decidedOn,
    basis[0]?.law ?? '',
    basis[0]?.article ?? '',
    penalty?.kinds.join('|') ?? '',
    String(penalty?.fineFen ?? ''),
  ];
  return `${cells.map(quoted).join(',')}\n`;
}

/** The file of so many rows, as CSV, in pieces. */
export function* drawFile(rows: number): Generator<string> {
  let piece = HEAD;
  for (let index = 0; index < rows; index += 1) {
    piece += lineOf(drawRow(index).record);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
