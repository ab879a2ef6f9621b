import type { Reminded, RemindTasks } from '../../../lib/acts/remind-tasks.ts';
import { momentNow } from '../../../lib/edge/clock.ts';

export const createHandler =
  (remind: RemindTasks, authorities: () => readonly string[]) => (): Promise<Reminded> =>
    remind(authorities(), momentNow());
