import { listsKept } from '../../catalog/records/lists.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { proposedListingId } from '../crypto/listing-id.ts';
import { openListing } from '../domain/credit/listing-case.ts';
import type { ListTerms } from '../domain/credit/listing-terms.ts';
import { listsItself, shownBy } from '../domain/credit/listing-trigger.ts';
import { periodsOf } from '../domain/credit/periods.ts';
import { type RecordState, recordStateOf } from '../domain/credit/record-state.ts';
import { AUTOMATION } from '../domain/measures/task.ts';
import { holdsOn } from '../domain/standard/provenance.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { ListingStore } from '../store/listing-store.ts';
import { type RecordStore, recordOfImage } from '../store/record-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import type { Projection } from './fan-out.ts';

export interface ProposeListingsDeps {
  readonly records: Pick<RecordStore, 'listOf'>;
  readonly listings: Pick<ListingStore, 'put'>;
  readonly writeAll: WriteAll;
  readonly now: () => Moment;
}

/** The lists whose conditions a record of a class may show in part. */
const listsShownBy = (recordClass: string): readonly ListTerms[] =>
  listsKept().filter(({ proposedBy }) => proposedBy?.class === recordClass);

/**
 * Proposes that subjects be listed whose records show what of a list's conditions a record can show (自动提示列入线索), to the
 * authority that imposed the penalty, once for each record. It decides nothing and tells nobody else: an officer judges the rest
 * and takes the case further, or ends it.
 */
export function createProposeListings({ records, listings, writeAll, now }: ProposeListingsDeps): Projection {
  async function propose(terms: ListTerms, state: RecordState, moment: Moment): Promise<void> {
    const { class: list, proposedBy } = terms;
    const { last } = state;
    const [listClass, rules] = [findRecordClass(list), findRecordClass(last.class)];
    if (proposedBy === undefined || listClass === undefined || rules === undefined) return;
    /* The list is of the day of the penalty and of the proposal. */
    if (!holdsOn(terms, moment.on) || !holdsOn(terms, last.decidedOn)) return;
    const kinds = shownBy(proposedBy, state, periodsOf(rules, last), moment.on);
    if (kinds.length === 0 || !listsItself(last, listClass.issuedBy)) return;
    const about = {
      id: proposedListingId(list, last.id),
      list,
      subject: last.subject,
      ...(last.codeCheck && { codeCheck: last.codeCheck }),
      authority: last.issuedBy,
      jurisdiction: last.jurisdiction,
    };
    const grounds = `行政处罚记录 ${last.id}（${last.documentNumber}）${proposedBy.judged}`;
    const basis = proposedBy.articles.map(({ law, article }) => ({ law, article }));
    const listing = openListing(
      about,
      { kind: 'proposed', origin: 'automation', grounds, basis },
      AUTOMATION,
      moment,
    );
    try {
      await writeAll(listings.put(listing));
    } catch (error) {
      /* Proposed before; what became of it since stays. */
      if (!(error instanceof ConditionsFailed)) throw error;
    }
  }

  return {
    name: 'listings',
    project: async (image) => {
      const record = recordOfImage(image);
      if (record === undefined) return;
      const lists = listsShownBy(record.class);
      if (lists.length === 0 || record.penalty === undefined) return;
      const state = recordStateOf(await records.listOf(record.subject, record.id));
      if (state === undefined) return;
      for (const terms of lists) await propose(terms, state, now());
    },
  };
}
