import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { logKeys } from './log-keys.ts';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** How many changes of a side stand in one partition. */
export const CHANGES_OF_SEGMENT = 1_000;

/** Every key of every table. No key holds a name, a number or anything else of a natural person. */
export const keys = {
  filing: (id: string): Key => ({ pk: `FILING#${id}`, sk: 'FILING' }),
  filingEvent: (id: string, sequence: number): Key => ({
    pk: `FILING#${id}`,
    sk: `EVENT#${String(sequence).padStart(4, '0')}`,
  }),
  nameClaims: (authority: string, tradeName: string): Key => ({
    pk: `NAME#${authority}#${tradeName}`,
    sk: 'CLAIMS',
  }),
  organisationCode: (body: string): Key => ({ pk: `CODE#${body}`, sk: 'CLAIM' }),
  enterprise: (code: string): Key => ({ pk: `ENTERPRISE#${code}`, sk: 'ENTERPRISE' }),
  /** The index `name`: an enterprise by the beginning of its trade name, normalised. */
  enterpriseName: (opening: string, tradeName: string, code: string) => ({
    namePk: `NAMES#${opening}`,
    nameSk: `${tradeName}#${code}`,
  }),
  licence: (code: string, number: number): Key => ({
    pk: `ENTERPRISE#${code}`,
    sk: `LICENCE#${String(number).padStart(6, '0')}`,
  }),
  /** What an enterprise was before its next version. */
  enterpriseVersion: (code: string, version: number): Key => ({
    pk: `ENTERPRISE#${code}`,
    sk: `VERSION#${String(version).padStart(6, '0')}`,
  }),
  /** A place in the list of statuses of one day's licences, taken; and what is told of the licence that has it. */
  statusPlace: (list: PlainDate, index: number): Key => ({
    pk: `STATUS#${list}`,
    sk: `PLACE#${String(index).padStart(7, '0')}`,
  }),
  statusEntry: (list: PlainDate, index: number): Key => ({
    pk: `STATUS#${list}`,
    sk: `ENTRY#${String(index).padStart(7, '0')}`,
  }),
  role: (subject: SubjectKey, role: string, code: string): Key => ({
    pk: `SUBJECT#${subject}`,
    sk: `ROLE#${role}#${code}`,
  }),
  standing: (subject: SubjectKey, jurisdiction: string): Key => ({
    pk: `STANDING#${subject}`,
    sk: jurisdiction,
  }),
  recordVersion: (subject: SubjectKey, record: string, version: number): Key => ({
    pk: `SUBJECT#${subject}`,
    sk: `RECORD#${record}#${String(version).padStart(6, '0')}`,
  }),
  /** What is said against a record, and what is asked for it; one item each. */
  dispute: (subject: SubjectKey, record: string, number: number): Key => ({
    pk: `SUBJECT#${subject}`,
    sk: `DISPUTE#${record}#${String(number).padStart(4, '0')}`,
  }),
  repair: (subject: SubjectKey, record: string, number: number): Key => ({
    pk: `SUBJECT#${subject}`,
    sk: `REPAIR#${record}#${String(number).padStart(4, '0')}`,
  }),
  /** What an executing authority has to deal with (联合奖惩任务), its steps, and what it is reminded of. */
  task: (id: string): Key => ({ pk: `TASK#${id}`, sk: 'TASK' }),
  taskEvent: (id: string, version: number): Key => ({
    pk: `TASK#${id}`,
    sk: `EVENT#${String(version).padStart(4, '0')}`,
  }),
  taskReminder: (id: string, dueOn: PlainDate): Key => ({ pk: `TASK#${id}`, sk: `REMINDER#${dueOn}` }),
  /** That a task is about a subject; apart from its records, which whoever writes this may not write. */
  taskOf: (subject: SubjectKey, id: string): Key => ({ pk: `TASKSOF#${subject}`, sk: `TASK#${id}` }),
  /** The index `tasks`: an authority's, open or closed, by when the next step is due. */
  tasksBy: (authority: string, open: boolean, day: PlainDate, id: string) => ({
    taskPk: `TASKS#${authority}#${open ? 'open' : 'closed'}`,
    taskSk: `${day}#${id}`,
  }),
  /** How an authority's tasks were answered, and what each has added to that last. */
  feedbackRates: (authority: string): Key => ({ pk: `FEEDBACK#${authority}`, sk: 'RATES' }),
  feedbackCounted: (task: string): Key => ({ pk: `COUNTED#${task}`, sk: 'FEEDBACK' }),
  /** What was said of a code of an organisation that took the place of another; with both. */
  succession: (subject: SubjectKey, at: Instant, other: string, action: string, by: string): Key => ({
    pk: `SUBJECT#${subject}`,
    sk: `SUCCESSION#${at}#${other}#${action}#${by}`,
  }),
  /** The index `record`: a record by its id alone. */
  recordById: (record: string, version: number) => ({
    recordPk: `RECORD#${record}`,
    recordSk: String(version).padStart(6, '0'),
  }),
  /** A listing case, each of its steps, and the case once more for the authority whose consent was asked. */
  listingCase: (id: string): Key => ({ pk: `LISTING#${id}`, sk: 'LISTING' }),
  listingStep: (id: string, number: number): Key => ({
    pk: `LISTING#${id}`,
    sk: `STEP#${String(number).padStart(4, '0')}`,
  }),
  listingConsent: (id: string): Key => ({ pk: `LISTING#${id}`, sk: 'CONSENT' }),
  /** That a subject has a listing case it may know of. */
  listingOfSubject: (subject: SubjectKey, id: string): Key => ({
    pk: `SUBJECT#${subject}`,
    sk: `LISTING#${id}`,
  }),
  /** The index `authority`: the versions of records that an authority handed in, by the day they were taken in, and its listing cases by state. */
  handedInOn: (authority: string, day: PlainDate, record: string, version: number) => ({
    authorityPk: `HANDEDIN#${authority}#${day}`,
    authoritySk: `${record}#${String(version).padStart(6, '0')}`,
  }),
  listingsOf: (authority: string, state: string, at: Instant, id: string) => ({
    authorityPk: `LISTINGS#${authority}`,
    authoritySk: `${state}#${at}#${id}`,
  }),
  /** The index `list`: the records of one class and side, in shards; the first version of each alone, so that a place is for good. */
  listMember: (list: string, jurisdiction: string, shard: number, decidedOn: PlainDate, record: string) => ({
    listPk: `LIST#${list}#${jurisdiction}#${shard}`,
    listSk: `${decidedOn}#${record}`,
  }),
  /** The index `ends`: versions of records by the day from which on their end of disclosure can be told, in shards. */
  endOn: (day: PlainDate, shard: number, record: string, version: number) => ({
    endPk: `ENDS#${day}#${shard}`,
    endSk: `${record}#${String(version).padStart(6, '0')}`,
  }),
  /** That a disclosure has run out, once for each end; and how far the days have been walked for such. */
  ended: (record: string, endedOn: PlainDate): Key => ({ pk: `ENDED#${record}`, sk: endedOn }),
  endWalk: (): Key => ({ pk: 'ENDWALK', sk: 'POSITION' }),
  /** Each time a source became stale or was complete again. */
  sourceTurn: (source: string, number: number): Key => ({
    pk: `SOURCETURNS#${source}`,
    sk: String(number).padStart(9, '0'),
  }),
  /** What an authority watches; the same by subject; that a subject is watched at all; and what is told of it. */
  watch: (authority: string, id: string): Key => ({ pk: `WATCHES#${authority}`, sk: id }),
  watcher: (subject: SubjectKey, authority: string): Key => ({ pk: `WATCHED#${subject}`, sk: authority }),
  watched: (subject: SubjectKey): Key => ({ pk: `ISWATCHED#${subject}`, sk: 'MARK' }),
  watchHit: (authority: string, at: Instant, what: string): Key => ({
    pk: `HITS#${authority}`,
    sk: `${at}#${what}`,
  }),
  /** An export of an authority's records, its parts, and its manifest; how many an authority asked for on a day, and which. */
  creditExport: (id: string): Key => ({ pk: `EXPORT#${id}`, sk: 'EXPORT' }),
  exportPart: (id: string, number: number): Key => ({
    pk: `EXPORT#${id}`,
    sk: `PART#${String(number).padStart(4, '0')}`,
  }),
  exportManifest: (id: string): Key => ({ pk: `EXPORT#${id}`, sk: 'MANIFEST' }),
  exportsOf: (authority: string, day: PlainDate): Key => ({ pk: `EXPORTS#${authority}`, sk: day }),
  /** A file of records on its way, and each of its parts that is done. */
  import: (id: string): Key => ({ pk: `IMPORT#${id}`, sk: 'IMPORT' }),
  importChunk: (id: string, chunk: number): Key => ({
    pk: `IMPORT#${id}`,
    sk: `CHUNK#${String(chunk).padStart(5, '0')}`,
  }),
  /** How much of them an authority told on a day; and that it asked for an import or an export, by when. */
  importsOf: (authority: string, day: PlainDate): Key => ({ pk: `IMPORTS#${authority}`, sk: `DAY#${day}` }),
  askedFor: (what: 'IMPORT' | 'EXPORT', authority: string, at: Instant, id: string): Key => ({
    pk: `${what}S#${authority}`,
    sk: `${what}#${at}#${id}`,
  }),
  source: (source: string): Key => ({ pk: 'SOURCES', sk: source }),
  heartbeat: (source: string, at: Instant): Key => ({ pk: `HEARTBEATS#${source}`, sk: at }),
  ...logKeys,
  quota: (caller: string, day: string): Key => ({ pk: `QUOTA#${caller}#${day}`, sk: 'COUNT' }),
  /** An officer whom an authority has seen act for it; the id is opaque. */
  officer: (authority: string, id: string): Key => ({ pk: `OFFICER#${authority}#${id}`, sk: 'OFFICER' }),
  /** The same where their token did not say who they are: it takes nothing away from what another one said. */
  unnamedOfficer: (authority: string, id: string): Key => ({
    pk: `OFFICER#${authority}#${id}`,
    sk: 'UNNAMED',
  }),
  material: (id: string): Key => ({ pk: `MATERIAL#${id}`, sk: 'MATERIAL' }),
  /** How much a caller has uploaded on a day. */
  uploads: (caller: string, day: PlainDate): Key => ({ pk: `UPLOADS#${caller}`, sk: day }),
  /** Which drafts a caller has, each, and what each says: apart, as what they say is long. */
  drafts: (caller: string): Key => ({ pk: `DRAFTS#${caller}`, sk: 'DRAFTS' }),
  draft: (caller: string, id: string): Key => ({ pk: `DRAFTS#${caller}`, sk: `DRAFT#${id}` }),
  draftContent: (caller: string, id: string): Key => ({ pk: `DRAFTS#${caller}`, sk: `CONTENT#${id}` }),
  /** What happened to a filing, for whoever is told: a caller's id, or a subject key, which alone has a colon. */
  inboxNotice: (owner: string, at: Instant, filing: string, version: number, kind: string): Key => ({
    pk: `INBOX#${owner}`,
    sk: `${at}#${filing}#${String(version).padStart(4, '0')}#${kind}`,
  }),
  /** What filings of one month add up to, by item, accepting side, deciding side and kind of window. */
  fairness: (month: string, item: string, accepting: string, deciding: string, window: string): Key => ({
    pk: `FAIRNESS#${month}`,
    sk: `${item}#${accepting}#${deciding}#${window}`,
  }),
  /** What a filing has added to those counts last. */
  contribution: (filing: string): Key => ({ pk: `CONTRIB#${filing}`, sk: 'FAIRNESS' }),
  /** The last number that the changes of a side have, and each change in its place; so many to a partition. */
  lastChange: (side: string): Key => ({ pk: `CHANGES#${side}`, sk: 'LAST' }),
  change: (side: string, number: number): Key => ({
    pk: `CHANGES#${side}#${Math.floor((number - 1) / CHANGES_OF_SEGMENT)}`,
    sk: String(number).padStart(12, '0'),
  }),
  /** Which number an event was given. */
  sequenced: (event: string): Key => ({ pk: `SEQUENCED#${event}`, sk: 'SEQUENCED' }),
  /** The items that a place in a stream is about, where what follows from them could not be done yet. */
  setAside: (sequence: string): Key => ({ pk: `SETASIDE#${sequence}`, sk: 'SETASIDE' }),
  /** A request about one's own data; with its subject, and while it is open by side and due day. */
  dataRequest: (id: string): Key => ({ pk: `DATAREQUEST#${id}`, sk: 'REQUEST' }),
  dataRequestsOf: (subject: SubjectKey, askedAt: string, id: string) => ({
    applicantPk: `DATAOF#${subject}`,
    applicantSk: `${askedAt}#${id}`,
  }),
  dataRequestsDue: (jurisdiction: string, dueOn: string, id: string) => ({
    queuePk: `DATADUE#${jurisdiction}`,
    queueSk: `${dueOn}#${id}`,
  }),
  /** That somebody is named in a filing. */
  named: (subject: SubjectKey, submittedAt: string, filing: string): Key => ({
    pk: `NAMED#${subject}`,
    sk: `${submittedAt}#${filing}`,
  }),
  /** What was promised with a filing, what whoever promised is reminded of; and while it is awaited, by authority and due day. */
  followUp: (filing: string): Key => ({ pk: `FILING#${filing}`, sk: 'FOLLOWUP' }),
  followUpReminder: (filing: string, of: string): Key => ({ pk: `FILING#${filing}`, sk: `PROMISED#${of}` }),
  followUpsOf: (authority: string, dueOn: string, filing: string) => ({
    queuePk: `FOLLOWUPS#${authority}`,
    queueSk: `${dueOn}#${filing}`,
  }),
  /** What an erasure leaves to be let go of elsewhere; dropped by the table once that is long done. */
  erasure: (filing: string): Key => ({ pk: `ERASED#${filing}`, sk: 'ERASED' }),
  request: (caller: string, key: string): Key => ({ pk: `REQUEST#${caller}#${key}`, sk: 'REQUEST' }),
} as const;
