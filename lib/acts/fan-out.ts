/** One new or changed item of a table, by its place in the stream. */
export interface StreamedItem {
  readonly sequence: string;
  readonly image: Readonly<Record<string, unknown>>;
}

/** One thing that follows from what is written to a table. */
export type Projection = ItemProjection | BatchProjection;

export interface ItemProjection {
  readonly name: string;
  /**
   * Does its part for one item, and passes over items that are not its business. A stream brings an item more than once,
   * late, and after a newer one: doing it again has to change nothing, and an older version must not undo a newer.
   */
  readonly project: (image: StreamedItem['image']) => Promise<void>;
}

/** The same for what is better done for many items at once. */
export interface BatchProjection {
  readonly name: string;
  /** Answers the sequence numbers of the items that failed, and tells why; what it throws has failed for all. */
  readonly projectAll: (
    items: readonly StreamedItem[],
    onFault: (fault: unknown) => void,
  ) => Promise<readonly string[]>;
}

/** Partitions whose items one projection goes through at once. */
const AT_ONCE = 8;

/**
 * Hands the items of a batch to every projection. They run side by side, each in the order that a stream keeps, which is that
 * of a partition: a file of records about many subjects would take as many times longer otherwise. Where one fails, it goes on with what follows, and the others are not held up. Answers the sequence numbers that failed in any:
 * from the first of these on the batch comes again, for all of them.
 */
export function createFanOut(
  projections: readonly Projection[],
  onFault: (fault: unknown, projection: string) => void = () => undefined,
) {
  return async (items: readonly StreamedItem[]): Promise<readonly string[]> => {
    const failed = new Set<string>();
    const runAtOnce = async ({ name, projectAll }: BatchProjection): Promise<void> => {
      try {
        for (const sequence of await projectAll(items, (fault) => onFault(fault, name))) failed.add(sequence);
      } catch (fault) {
        onFault(fault, name);
        for (const { sequence } of items) failed.add(sequence);
      }
    };
    const runThrough = async ({ name, project }: ItemProjection): Promise<void> => {
      const partitions = [...Map.groupBy(items, ({ image }) => image.pk).values()];
      let next = 0;
      const worker = async (): Promise<void> => {
        for (let partition = partitions[next++]; partition !== undefined; partition = partitions[next++])
          for (const { sequence, image } of partition)
            try {
              await project(image);
            } catch (fault) {
              onFault(fault, name);
              failed.add(sequence);
            }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    };
    await Promise.all(
      projections.map((projection) =>
        'projectAll' in projection ? runAtOnce(projection) : runThrough(projection),
      ),
    );
    return items.map(({ sequence }) => sequence).filter((sequence) => failed.has(sequence));
  };
}
