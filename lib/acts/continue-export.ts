import { platformIdsOf } from '../../catalog/authorities.ts';
import { signCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import {
  type ChangesPosition,
  type CreditExport,
  EXPORT_TYPE,
  type ExportManifest,
  exportLimits,
  sumOf,
} from '../domain/credit/export.ts';
import { DomainError } from '../domain/errors.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { addSeconds, type Instant, type Moment } from '../domain/time/instant.ts';
import type { ChangeStore } from '../store/change-store.ts';
import type { ExportFiles } from '../store/export-files.ts';
import type { ExportStore } from '../store/export-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { authorityOf } from './caller-authority.ts';
import type { WalkRecords } from './walk-records.ts';

export interface ContinueExportDeps {
  readonly exports: ExportStore;
  readonly changes: Pick<ChangeStore, 'listAfter'>;
  readonly files: ExportFiles;
  readonly walk: WalkRecords;
  readonly receiptSigner: Signer;
  readonly writeAll: WriteAll;
  /** How long after an export's moment nothing is being recorded any more that was begun before it. */
  readonly settlingSeconds: number;
}

export interface SignedExport {
  readonly manifest: ExportManifest;
  readonly token: string;
  readonly files: readonly { readonly name: string; readonly url: string }[];
  readonly linksUntil: Instant;
}

export interface ExportTold {
  readonly told: CreditExport;
  readonly signed?: SignedExport;
}

const CHANGES_AT_ONCE = 100;
/** More changes than this are not looked through: whoever follows is told again of what the export has already. */
const MOST_PAGES = 50;

const manifestIn = (token: string): ExportManifest =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));

/** The authority itself first, then who relays for it. */
const walkedFor = ({ id, jurisdiction }: Authority): readonly string[] => [
  ...new Set([id, ...platformIdsOf(jurisdiction)]),
];

/**
 * Tells of an export and takes it on by one part: whoever waits for it drives it, so that it goes on after any crash and
 * costs nothing once nobody asks. Each part is written before it is told of; of two who take the same step one is
 * kept, and both wrote the same.
 *
 * @throws DomainError `forbidden`; `not-found` for another authority's, and once it is kept no longer;
 *   `signing-unavailable`, `too-busy`: ask again.
 */
export function createContinueExport(deps: ContinueExportDeps) {
  const { exports, changes, files, walk, receiptSigner, writeAll, settlingSeconds } = deps;

  /** Up to the first change that was recorded after the export's moment. */
  async function advanced({ side, after }: ChangesPosition, knownAt: Instant): Promise<ChangesPosition> {
    let position = after;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const read = await changes.listAfter(side, position, CHANGES_AT_ONCE);
      const later = read.findIndex(({ change }) => change.at > knownAt);
      const held = later < 0 ? read : read.slice(0, later);
      position = held.at(-1)?.number ?? position;
      if (later >= 0 || read.length === 0) break;
    }
    return { side, after: position };
  }

  /** The changes are read before the records: what has a number by then is found by the walk. */
  async function opened(settled: CreditExport): Promise<CreditExport> {
    const positions = settled.changes.map((position) => advanced(position, settled.knownAt));
    return {
      ...settled,
      state: 'walking',
      changes: await Promise.all(positions),
    };
  }

  async function walkOn(from: CreditExport, authority: Authority): Promise<CreditExport> {
    const begins = from.state === 'settling';
    const { walk: position, ...rest } = begins ? await opened(from) : from;
    if (position === undefined && !begins) return from;
    const { part, counts, next } = await walk(rest, walkedFor(authority), position);
    const isTooLarge = part !== undefined && rest.parts >= exportLimits.mostParts;
    const after: CreditExport = {
      ...rest,
      version: from.version + 1,
      ...(isTooLarge && { state: 'too-large' }),
      ...(!isTooLarge && next !== undefined && { walk: next }),
      parts: rest.parts + (part === undefined ? 0 : 1),
      records: rest.records + (part?.file.rows ?? 0),
      counts: sumOf([...rest.counts, ...counts]),
    };
    if (part !== undefined) await files.write({ export: from.id, name: part.file.name }, part.content);
    await writeAll([
      exports.replace(after),
      ...(part === undefined ? [] : [exports.addPart(after, after.parts, part.file)]),
    ]);
    return after;
  }

  async function finish(walked: CreditExport, { at }: Moment): Promise<CreditExport> {
    const { id, authority, asOf, knownAt, records, counts, changes: positions } = walked;
    const parts = await exports.listParts(id);
    const manifest: ExportManifest = {
      id,
      issuedAt: at,
      authority,
      asOf,
      knownAt,
      records,
      counts,
      changes: positions,
      parts,
    };
    const token = await signCompact(receiptSigner, EXPORT_TYPE, manifest);
    const finished: CreditExport = { ...walked, version: walked.version + 1, state: 'finished' };
    await writeAll([exports.replace(finished), exports.keepManifest(finished, token)]);
    return finished;
  }

  async function takeOn(found: CreditExport, authority: Authority, moment: Moment): Promise<CreditExport> {
    const waits = found.state === 'settling' && moment.at < addSeconds(found.knownAt, settlingSeconds);
    if (waits || found.state === 'finished' || found.state === 'too-large') return found;
    try {
      const after = await walkOn(found, authority);
      return after.state === 'walking' && after.walk === undefined ? await finish(after, moment) : after;
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
      /* Somebody else took the same step. */
      return (await exports.find(found.id, moment.at)) ?? found;
    }
  }

  async function signedOf({ id }: CreditExport, { at }: Moment): Promise<SignedExport> {
    const token = await exports.findManifest(id);
    if (token === undefined) throw new Error(`Export ${id} is finished and has no manifest`);
    const manifest = manifestIn(token);
    const linksUntil = addSeconds(at, exportLimits.linkSeconds);
    const links = manifest.parts.map(async ({ name }) => ({
      name,
      url: await files.downloadLink({ export: id, name }, { at, until: linksUntil }),
    }));
    return { manifest, token, files: await Promise.all(links), linksUntil };
  }

  return async (caller: Caller, id: string, moment: Moment): Promise<ExportTold> => {
    const authority = authorityOf(caller);
    const found = await exports.find(id, moment.at);
    if (found === undefined || found.authority !== authority.id) throw new DomainError('not-found');
    const told = await takeOn(found, authority, moment);
    return {
      told,
      ...(told.state === 'finished' && { signed: await signedOf(told, moment) }),
    };
  };
}

export type ContinueExport = ReturnType<typeof createContinueExport>;
