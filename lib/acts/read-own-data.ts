import { signCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import type { MeasureTask } from '../domain/measures/task.ts';
import { isOpen } from '../domain/registration/draft.ts';
import type { FormerName } from '../domain/registration/enterprise.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { OWN_DATA_TYPE } from '../domain/subject/own-data.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant, Moment } from '../domain/time/instant.ts';
import type { Page } from '../store/cursor.ts';
import type { DraftStore } from '../store/draft-store.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { NamedStore } from '../store/named-store.ts';
import type { HeldRole } from '../store/role-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { TaskStore } from '../store/task-store.ts';
import { allOwnKeys } from './all-own-keys.ts';
import type { AskAboutOwnData, OpenedRequest } from './ask-about-own-data.ts';
import type { ListLookupsOfSubject, NamedLookup } from './list-lookups-of-subject.ts';
import { listUnderKeys } from './list-under-keys.ts';
import type { OwnFiling, OwnRecord, ReadOwnFile } from './read-own-file.ts';

export interface OwnDataParts {
  readonly ownFile: ReadOwnFile;
  readonly listLookups: ListLookupsOfSubject;
  readonly ownData: AskAboutOwnData;
  readonly standings: Pick<StandingStore, 'readHalves'>;
  readonly named: Pick<NamedStore, 'list'>;
  readonly filings: Pick<FilingStore, 'find'>;
  readonly drafts: Pick<DraftStore, 'list' | 'findMany'>;
  readonly tasks: Pick<TaskStore, 'listOfSubject'>;
  readonly enterprises: Pick<EnterpriseStore, 'find'>;
  readonly receiptSigner: Signer;
}

export interface OwnDataAsked {
  readonly cursor?: string | undefined;
  readonly named?: string | undefined;
  readonly roles?: string | undefined;
}

export interface KeptDraft {
  readonly id: string;
  readonly item: string;
  readonly savedAt: Instant;
  readonly keptUntil: Instant;
}

/** One page of what is kept of somebody. What has pages of its own elsewhere is told here by its first. */
export interface OwnData {
  readonly keys: readonly SubjectKey[];
  readonly formerNames: readonly FormerName[];
  readonly roles: Page<HeldRole>;
  readonly filings: Page<OwnFiling>;
  /** Filed by others. */
  readonly named: Page<OwnFiling>;
  readonly records: Page<OwnRecord>;
  readonly lookups: Page<NamedLookup>;
  readonly tasks: Page<MeasureTask>;
  readonly requests: Page<OpenedRequest>;
  readonly drafts: readonly KeptDraft[];
}

/**
 * What is kept of the caller, in one place and machine readable (个人信息保护法 第四十五条): to be read, and signed to be taken
 * elsewhere. Of the other persons in a filing nothing is told.
 */
export function createReadOwnData(parts: OwnDataParts) {
  const { ownFile, named, filings, drafts, tasks, enterprises } = parts;

  async function namedIn(
    caller: Caller,
    keys: readonly SubjectKey[],
    cursor?: string,
  ): Promise<Page<OwnFiling>> {
    const { entries, ...page } = await listUnderKeys(keys, `named#${caller.id}`, cursor, (key, from) =>
      named.list(key, caller.id, from),
    );
    const found = await Promise.all(entries.map((id) => filings.find(id)));
    const ofOthers = found
      .filter((filing) => filing !== undefined)
      .filter((one) => one.submittedBy !== caller.id);
    const opened = await Promise.all(ofOthers.map((filing) => ownFile.open(filing, keys)));
    /* Whose facts were erased names nobody any more. */
    return { ...page, entries: opened.filter(({ person }) => person !== undefined) };
  }

  async function draftsOf(caller: Caller, { at }: Moment): Promise<readonly KeptDraft[]> {
    const all = await drafts.findMany(await drafts.list(caller.id));
    return all
      .filter((draft) => isOpen(draft, at))
      .map(({ id, item, savedAt, keptUntil }) => ({ id, item, savedAt, keptUntil }));
  }

  async function formerNamesOf(keys: readonly SubjectKey[]): Promise<readonly FormerName[]> {
    const codes = keys.filter((key) => key.startsWith('O:')).map((key) => key.slice('O:'.length));
    const found = await Promise.all(codes.map((code) => enterprises.find(code)));
    return found.flatMap((enterprise) => enterprise?.formerNames ?? []);
  }

  return {
    /** @throws DomainError `forbidden` for a token that names no subject, `invalid-request` for a foreign cursor. */
    async read(caller: Caller, asked: OwnDataAsked, moment: Moment): Promise<OwnData> {
      const keys = await allOwnKeys(caller, parts.standings);
      const [formerNames, roles, own, ofOthers, records, lookups, tasksOf, requests, kept] =
        await Promise.all([
          formerNamesOf(keys),
          ownFile.roles(caller, keys, asked.roles),
          ownFile.filings(caller, keys, asked.cursor),
          namedIn(caller, keys, asked.named),
          ownFile.records(caller, moment.on, undefined, keys),
          parts.listLookups(caller, undefined, keys),
          listUnderKeys(keys, `tasks#${caller.id}`, undefined, (key, from) =>
            tasks.listOfSubject(key, `getMyData#${caller.id}`, from),
          ),
          parts.ownData.list(caller),
          draftsOf(caller, moment),
        ]);
      return {
        keys,
        formerNames,
        roles,
        filings: own,
        named: ofOthers,
        records,
        lookups,
        tasks: tasksOf,
        requests,
        drafts: kept,
      };
    },

    /** The copy as it is told, signed by the key of receipts. @throws DomainError `signing-unavailable`. */
    sign: (copy: Readonly<Record<string, unknown>>): Promise<string> =>
      signCompact(parts.receiptSigner, OWN_DATA_TYPE, copy),
  };
}

export type ReadOwnData = ReturnType<typeof createReadOwnData>;
