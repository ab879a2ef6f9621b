import type { Instant } from '../domain/time/instant.ts';
import { type Erasure, erasureFrom } from '../store/erasure-store.ts';
import type { MaterialFiles } from '../store/material-files.ts';
import type { MaterialStore } from '../store/material-store.ts';
import type { NamedStore } from '../store/named-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import type { Projection } from './fan-out.ts';

export interface LetGoDeps {
  readonly named: Pick<NamedStore, 'drop'>;
  readonly materials: Pick<MaterialStore, 'find' | 'release'>;
  readonly files: Pick<MaterialFiles, 'release'>;
  readonly writeAll: WriteAll;
}

const AT_ONCE = 25;

/**
 * What follows from the erasure of a filing: whoever was named in it is named there no more, and its files have nothing to
 * keep them, so that the table and the bucket drop both by their own rules. A file that another filing took over stays.
 * Done again it changes nothing.
 */
export function createLetGo({ named, materials, files, writeAll }: LetGoDeps): Projection {
  /** Whether no filing holds it any more; one that is taken over at this moment stays with whoever takes it. */
  async function isFree(id: string, filing: string, at: Instant): Promise<boolean> {
    const material = await materials.find(id, at);
    if (material === undefined) return true;
    if (material.state !== 'stored' || material.filing !== filing) return false;
    try {
      await writeAll([materials.release(material, at)]);
      return true;
    } catch (error) {
      if (error instanceof ConditionsFailed) return false;
      throw error;
    }
  }

  async function letGo({ filing, at, submittedAt, subjects, uploads }: Erasure): Promise<void> {
    for (let from = 0; from < subjects.length; from += AT_ONCE)
      await Promise.all(
        subjects.slice(from, from + AT_ONCE).map((subject) => named.drop(subject, submittedAt, filing, at)),
      );
    for (const { material, revision } of uploads)
      if (await isFree(material, filing, at)) await files.release({ id: material, revision });
  }

  return {
    name: 'let-go',
    project: async (image) => {
      const erasure = erasureFrom(image);
      if (erasure !== undefined) await letGo(erasure);
    },
  };
}
