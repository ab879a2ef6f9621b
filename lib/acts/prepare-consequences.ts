import { randomUUID } from 'node:crypto';
import { listTermsOn } from '../../catalog/records/lists.ts';
import { findRecordClass, getRecordClass } from '../../catalog/records/record-classes.ts';
import { recordIdOf } from '../crypto/record-id.ts';
import { marksOf } from '../domain/credit/dispute.ts';
import { addToHalf, keptOf, withLink } from '../domain/credit/half.ts';
import { type ListingCase, openListing, withStep } from '../domain/credit/listing-case.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { StepDocument } from '../domain/credit/record-event.ts';
import type { Consequence } from '../domain/registration/register-change.ts';
import type { Authority } from '../domain/standard/authority.ts';
import { type OtherKeys, seenFrom } from '../domain/subject/linked-key.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import { earlier } from '../domain/time/plain-date.ts';
import type { ListingStore } from '../store/listing-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { Write } from '../store/transaction.ts';
import { annulling, type HandedInBy } from './annul-record.ts';
import { appendRecord } from './append-record.ts';
import { type RecordFileDeps, readRecordFile } from './change-record.ts';
import { makeHalf } from './make-half.ts';
import { versionsOfCommand } from './versions-of-command.ts';

export interface ConsequenceDeps extends RecordFileDeps {
  readonly standings: StandingStore;
  readonly listings: Pick<ListingStore, 'put'>;
}

/** Credit records that end because the decision they came of was wrong. */
export interface EndedConsequences {
  readonly records: readonly string[];
  readonly document: StepDocument;
}

/** Credit records to be written with the decision they follow from. */
export interface PreparedConsequences {
  readonly ids: readonly string[];
  readonly writes: readonly Write[];
}

function versionOf(
  consequence: Consequence,
  ordinal: number,
  authority: Authority,
  moment: Moment,
): RecordVersion {
  const content = { ...consequence, issuedBy: authority.id, ordinal };
  getRecordClass(content.class);
  return {
    ...content,
    id: recordIdOf(content),
    version: 1,
    jurisdiction: authority.jurisdiction,
    authorityKind: authority.kind,
    happened: { kind: 'published' },
    recordedAt: moment.at,
    recordedBy: authority.id,
  };
}

/**
 * The case of a listing that was proposed, heard and decided as a filing of its own (such as 企业名称登记管理规定
 * 第二十三条): officers are named there. By it the listing is found, and taken off once the ground is gone.
 */
function listingBy(filing: string, record: RecordVersion, moment: Moment): ListingCase {
  const { class: list, subject, issuedBy: authority, jurisdiction, basis } = record;
  const about = { id: randomUUID(), list, subject, authority, jurisdiction };
  const grounds = basis.map(({ law, article }) => `${law} ${article}`).join('；');
  const proposed = { kind: 'proposed', origin: 'officer', grounds, basis, filing } as const;
  const document = { number: record.documentNumber, decidedOn: record.decidedOn };
  const listed = { kind: 'listed', reason: grounds, document, record: record.id } as const;
  const { on, at } = moment;
  return withStep(openListing(about, proposed, filing, moment), listed, { on, at, by: filing, authority });
}

/**
 * The records a decision has by law (such as the bar of 市场主体登记管理条例 第四十条), in the half of the deciding
 * authority's side: written in the decision's own transaction, so that neither stands without the other.
 */
export function createPrepareConsequences(deps: ConsequenceDeps) {
  const { records, standings } = deps;
  const append = appendRecord(records);

  const begin = async (
    consequences: readonly Consequence[],
    authority: Authority,
    moment: Moment,
    filing: string,
    otherKeys: OtherKeys = {},
  ): Promise<PreparedConsequences> => {
    const bySubject = Map.groupBy(
      consequences.map((consequence, index) => versionOf(consequence, index + 1, authority, moment)),
      ({ subject }) => subject,
    );
    const writes = await Promise.all(
      [...bySubject].map(async ([subject, versions]) => {
        const read = await standings.getForUpdate(subject, authority.jurisdiction);
        const next = versions.reduce((half, version) => addToHalf(half, version, findRecordClass), read.half);
        const otherKey = otherKeys[subject];
        const kept = versions.map(append);
        if (otherKey === undefined) return [...kept, standings.replace(subject, next, read)];
        const other = await standings.getForUpdate(otherKey, authority.jurisdiction);
        const link = { key: otherKey, is: 'former' } as const;
        return [
          ...kept,
          standings.replace(subject, withLink(next, link), read),
          standings.replace(otherKey, withLink(other.half, seenFrom(subject, link)), other),
        ];
      }),
    );
    const all = [...bySubject.values()].flat();
    const cases = all
      .filter((record) => listTermsOn(record.class, moment.on) !== undefined)
      .map((record) => listingBy(filing, record, moment));
    return {
      ids: all.map(({ id }) => id),
      writes: [...writes.flat(), ...cases.flatMap((listing) => deps.listings.put(listing, 2))],
    };
  };

  /** One after the other for each subject, as all of its records stand in one half. */
  async function endOf(
    subject: SubjectKey,
    ids: readonly string[],
    document: StepDocument,
    by: HandedInBy & { readonly jurisdiction: string },
  ): Promise<readonly Write[]> {
    const read = await standings.getForUpdate(subject, by.jurisdiction);
    const [all, raised] = await Promise.all([
      versionsOfCommand(records, subject),
      deps.disputes.listOfSubject(subject),
    ]);
    const files = await Promise.all(ids.map((id) => readRecordFile(id, deps)));
    const steps = files
      .filter(
        ({ state: { last, withdrawn } }) =>
          last.jurisdiction === by.jurisdiction && withdrawn?.kind !== 'annulled',
      )
      .map((file) => {
        /* Whatever the document says of its day, it cannot undo a record before that was made, nor after today. */
        const days = [file.state.last.decidedOn, document.decidedOn].toSorted();
        const decidedOn = earlier(days[1], by.moment.on) ?? by.moment.on;
        const rests = { number: document.number, decidedOn };
        return annulling(file, { ground: 'revoked', reason: document.number, document: rests }, by);
      })
      .filter((step) => step !== undefined);
    const ended = steps.flatMap(({ version }) => version ?? []);
    if (ended.length === 0) return [];
    const disputes = steps.flatMap((step) => step.disputes ?? []);
    const open = raised.filter(
      ({ record, number }) => !disputes.some((one) => one.record === record && one.number === number),
    );
    const marks = marksOf(by.jurisdiction, open);
    const half = makeHalf(by.jurisdiction, [...all, ...ended], by.moment.on);
    return [
      ...ended.map(append),
      ...disputes.map(deps.disputes.put),
      ...steps.flatMap((step) => step.repairs ?? []).map(deps.repairs.put),
      standings.replace(subject, { ...half, ...keptOf(read.half), ...(marks && { disputed: marks }) }, read),
    ];
  }

  const end = async (
    { records: ids, document }: EndedConsequences,
    authority: Authority,
    caller: string,
    moment: Moment,
  ): Promise<readonly Write[]> => {
    const found = await Promise.all(ids.map(async (id) => ({ id, subject: await records.findSubject(id) })));
    const bySubject = Map.groupBy(found, ({ subject }) => subject);
    const by = { authority: authority.id, caller, moment, jurisdiction: authority.jurisdiction };
    const writes = await Promise.all(
      [...bySubject].map(([subject, of]) =>
        subject === undefined
          ? []
          : endOf(
              subject,
              of.map(({ id }) => id),
              document,
              by,
            ),
      ),
    );
    return writes.flat();
  };

  return { begin, end };
}

export type PrepareConsequences = ReturnType<typeof createPrepareConsequences>;
