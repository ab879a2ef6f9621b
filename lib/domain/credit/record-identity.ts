import type { CreditRecord } from './record.ts';

const OPENING = /[〔【〖﹝[{「『]/gu;
const CLOSING = /[〕】〗﹞\]}」』]/gu;
const SPACE = /[\s\p{Cf}]/gu;

/**
 * A document number in the one form that tells documents apart: NFKC, no spaces, every kind of bracket folded to
 * round ones. Departments type 〔2026〕, [2026] and （2026） for the same document.
 */
export const normaliseDocumentNumber = (text: string): string =>
  text.normalize('NFKC').replace(SPACE, '').replace(OPENING, '(').replace(CLOSING, ')');

/**
 * The text whose hash is a record's id. A record relayed twice, or by another department, has the same identity
 * and so the same id.
 */
export const identityText = (
  record: Pick<CreditRecord, 'class' | 'issuedBy' | 'documentNumber' | 'subject' | 'ordinal'>,
): string =>
  JSON.stringify([
    record.class,
    record.issuedBy,
    normaliseDocumentNumber(record.documentNumber),
    record.subject,
    record.ordinal,
  ]);

const penaltyText = (penalty: CreditRecord['penalty']) =>
  penalty === undefined
    ? null
    : [
        penalty.kinds.toSorted(),
        penalty.fineFen ?? null,
        penalty.simpleProcedure ?? false,
        penalty.field ?? null,
      ];

/** What must be equal for a second publication to be the same record: everything but how it is written. */
export function sameContent(a: CreditRecord, b: CreditRecord): boolean {
  const content = (record: CreditRecord) =>
    JSON.stringify([
      identityText(record),
      record.decidedOn,
      record.basis.map(({ law, article }) => [law, article]),
      record.severity ?? null,
      penaltyText(record.penalty),
      record.publicationNecessary ?? false,
      record.publishedOn ?? null,
      record.validTo ?? null,
    ]);
  return content(a) === content(b);
}
