import type { RowReceipt } from '../domain/credit/import.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moment } from '../domain/time/instant.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import { createPreparePublication } from './prepare-publication.ts';
import type { PublishRowsDeps } from './publish-rows.ts';
import { type Admitted, createToldOfHeld, isOvertaken, markOf, type RowsOf, refused } from './row-outcome.ts';

/**
 * Publishes a row about a person who has two keys while one hashing key takes the place of the other (decision 0050): as
 * `publishRecord` does, with both halves linked. That time is short, so such rows go one by one.
 *
 * @throws DomainError `too-busy` when others kept changing the same halves.
 */
export function createPublishRowAlone({ records, standings, held, writeAll }: PublishRowsDeps) {
  const toldOfHeld = createToldOfHeld({ records });
  const preparePublication = createPreparePublication({ records, standings });

  async function attempt(admitted: Admitted, of: RowsOf, moment: Moment): Promise<RowReceipt> {
    const { row, line, record, otherKey } = admitted;
    const stands = await held.read(of.speaker.jurisdiction, [{ subject: record.subject, id: record.id }]);
    const told = await toldOfHeld(admitted, stands, of);
    if (told !== undefined) return told;
    const version = { ...record, recordedAt: moment.at };
    const prepared = await preparePublication(version, moment, { otherKey, importedBy: markOf(of, row) });
    if ('stands' in prepared) return { row, line, outcome: 'already-held', record: prepared.stands.last.id };
    await writeAll(prepared.writes);
    return { row, line, outcome: 'accepted', record: record.id };
  }

  return async (admitted: Admitted, of: RowsOf, momentNow: () => Moment): Promise<RowReceipt> => {
    for (let race = 0; race < ATTEMPTS; race += 1) {
      await backOff(race);
      try {
        return await attempt(admitted, of, momentNow());
      } catch (error) {
        if (!isOvertaken(error)) return refused(admitted, error);
      }
    }
    throw new DomainError('too-busy');
  };
}
