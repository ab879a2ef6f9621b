import type { LoggedLookup } from '../domain/subject/logged-lookup.ts';
import { type EvidenceFiles, partName, type ShardCopied } from '../store/evidence-files.ts';

/** A part is put once it is longer than this, so that a shard of any size is copied in flat memory. */
const PART_CHARACTERS = 4_000_000;

/**
 * Copies the entries of one shard as they are sealed: with keyed hashes and opaque ids as the log has them, and nobody's
 * name or number. The same entries give the same parts under the same names, however often a run is repeated.
 */
export function createShardCopy(
  evidence: EvidenceFiles,
  at: ShardCopied,
  partCharacters: number = PART_CHARACTERS,
  /** Parts that an earlier run has put. */
  firstPart = 0,
) {
  let lines: string[] = [];
  let length = 0;
  let part = firstPart;
  const close = async (): Promise<void> => {
    if (lines.length === 0) return;
    await evidence.put(partName(at, part), lines.join(''));
    part += 1;
    lines = [];
    length = 0;
  };
  return {
    /** The number of parts that stand, where with this entry one has ended. */
    async add(lookup: LoggedLookup): Promise<number | undefined> {
      const line = `${JSON.stringify(lookup)}\n`;
      lines.push(line);
      length += line.length;
      if (length < partCharacters) return undefined;
      await close();
      return part;
    },
    close,
  };
}
