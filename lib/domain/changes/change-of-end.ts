import { beginningOf, type DisclosureEnd } from '../credit/disclosure-end.ts';
import type { Change } from './change.ts';

/** What is told of a disclosure period that has run out; once for each end, whatever version of the record has it. */
export const changeOfEnd = (end: DisclosureEnd): Change => ({
  id: `end:${end.record}:${end.endedOn.replaceAll('-', '')}`,
  side: end.jurisdiction,
  type: 'DisclosureEnded',
  at: beginningOf(end.endedOn),
  subject: `credit/records/${end.record}`,
  authority: end.issuedBy,
  data: {
    record: end.record,
    version: end.version,
    class: end.class,
    issuedBy: end.issuedBy,
    authorityKind: end.authorityKind,
    endedOn: end.endedOn,
  },
});
