import codeRange from '../catalog/code-range.json' with { type: 'json' };
import { allocateCode } from '../lib/domain/registration/allocate-code.ts';
import { judgeCitizenNumber } from '../lib/domain/subject/citizen-number.ts';
import type { NamedSubject } from '../lib/domain/subject/named-subject.ts';
import { addDays, type PlainDate } from '../lib/domain/time/plain-date.ts';

const FIRST_BIRTH = '1960-01-01' as PlainDate;
const TODAY = '2026-01-01' as PlainDate;
/** No serial that the service gives out comes near. */
const FIRST_SERIAL = 500_000_000;

/** Sequence 000 meets nobody's number by chance; the check digit is right. */
function citizen(index: number): NamedSubject {
  const stem = `500231${addDays(FIRST_BIRTH, index).replaceAll('-', '')}000`;
  const number = [...'0123456789X']
    .map((check) => stem + check)
    .find((one) => judgeCitizenNumber(one, TODAY).valid);
  return { kind: 'person', document: { kind: 'citizen-id', number: number ?? stem } };
}

const organisation = (index: number): NamedSubject => ({
  kind: 'organisation',
  code: allocateCode({
    prefix: codeRange.prefix,
    serial: FIRST_SERIAL + index,
    division: '500231',
    codeClass: '91',
  }).code,
});

/** Invented subjects with right check characters, persons and organisations by turns. */
export const inventedSubjects = (count: number): readonly NamedSubject[] =>
  Array.from({ length: count }, (_, index) => (index % 2 === 0 ? citizen(index) : organisation(index)));
