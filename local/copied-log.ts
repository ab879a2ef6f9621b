import type { VerifyLogDeps } from '../lib/acts/verify-log.ts';
import { leafOf } from '../lib/crypto/lookup-leaf.ts';
import { type Hash, rootOf } from '../lib/crypto/merkle.ts';
import { partName, rootName, type ShardCopied } from '../lib/store/evidence-files.ts';
import { keys } from '../lib/store/keys.ts';
import { type SignedDay, signedDayFrom } from '../lib/store/log-root-store.ts';
import { placeOf } from '../lib/store/lookup-append.ts';
import { lookupFrom, Misfiled } from '../lib/store/lookup-log-store.ts';
import type { EvidenceReader } from './evidence-reader.ts';

const placeText = ({ jurisdiction, day, shard }: ShardCopied): string => `${jurisdiction} ${day} ${shard}`;

function entryFrom(line: string, at: ShardCopied) {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch (error) {
    throw new Misfiled('no entry', { cause: error });
  }
  const lookup = lookupFrom(read);
  const { pk } = keys.lookup(at.jurisdiction, at.day, at.shard, lookup.at, lookup.id);
  if (placeOf(lookup).pk !== pk) throw new Misfiled(lookup.id);
  return lookup;
}

async function rootIn(copies: EvidenceReader, jurisdiction: string, day: SignedDay['day']) {
  const text = await copies.find(rootName(jurisdiction, day));
  return text === undefined ? undefined : signedDayFrom(JSON.parse(text));
}

/**
 * The copies as the check of the log reads a log: entries and roots are theirs alone, and nothing is asked of the tables. What a
 * shard was sealed as is not copied, so that of one that does not fit it is known that it does not, and not where.
 */
export function copiedLog(copies: EvidenceReader): Pick<VerifyLogDeps, 'lookupLog' | 'logRoots'> {
  const shardRoots = new Map<string, { readonly size: number; readonly root: string }>();
  return {
    lookupLog: {
      async *pagesOf(at) {
        const leaves: Hash[] = [];
        for (let part = 0; ; part += 1) {
          const text = await copies.find(partName(at, part));
          if (text === undefined) break;
          const page = text
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => entryFrom(line, at));
          leaves.push(...page.map(leafOf));
          yield page;
        }
        const root = Buffer.from(rootOf(leaves)).toString('base64url');
        shardRoots.set(placeText(at), { size: leaves.length, root });
      },
    },
    logRoots: {
      async allRootsUpTo(jurisdiction, last) {
        const days = (await copies.days(jurisdiction)).filter((day) => day <= last);
        const roots = await Promise.all(days.map((day) => rootIn(copies, jurisdiction, day)));
        return roots.filter((root) => root !== undefined);
      },
      findBegin: async () => undefined,
      findSealed: async () => undefined,
      findLeaves: async () => [],
      findShard: async (at) => {
        const found = shardRoots.get(placeText(at));
        return found && found.size > 0 ? { ...found, chunkRoots: [], firsts: [] } : undefined;
      },
    },
  };
}

/** Of signed roots that a table has: those whose copy is missing, or says something else. */
export async function rootsWithoutCopy(
  copies: EvidenceReader,
  roots: readonly SignedDay[],
): Promise<readonly { readonly root: SignedDay; readonly fault: 'no-copy' | 'other-copy' }[]> {
  const found = await Promise.all(
    roots.map(async (root) => {
      const copy = await rootIn(copies, root.jurisdiction, root.day);
      if (copy === undefined) return [{ root, fault: 'no-copy' as const }];
      const same =
        copy.root === root.root && copy.log.root === root.log.root && copy.entries === root.entries;
      return same ? [] : [{ root, fault: 'other-copy' as const }];
    }),
  );
  return found.flat();
}
