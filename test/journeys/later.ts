import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { newDataDir } from '../local/running-service.ts';
import { type LocalService, startLocalService } from '../support/local-service.ts';

/** Ten in the morning in China: far from either end of the legal day. */
const instantOn = (day: PlainDate): number => Date.parse(`${day}T02:00:00.000Z`);

/**
 * One service over the days: `on(day)` ends it and starts it again on the same data and address, with its clock on
 * that day. Schedules make up for every day between, which takes its time and which nothing that is read waits for.
 */
export function overTheDays({ schedules = 'off' }: { readonly schedules?: 'on' | 'off' } = {}) {
  const dataDir = newDataDir();
  let running: LocalService | undefined;
  let today: PlainDate | undefined;
  return {
    async on(day: PlainDate): Promise<LocalService> {
      if (running !== undefined && today === day) return running;
      const port = running?.port;
      await running?.end('SIGTERM');
      const ahead = instantOn(day) - Date.now();
      running = await startLocalService({ dataDir, ahead, schedules, ...(port !== undefined && { port }) });
      today = day;
      return running;
    },
  };
}

export type OverTheDays = ReturnType<typeof overTheDays>;
