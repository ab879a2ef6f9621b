import type { Reminded, RemindTasks } from '../../../lib/acts/remind-tasks.ts';
import { momentOf } from '../../../lib/domain/time/instant.ts';

export const createHandler =
  (remind: RemindTasks, authorities: () => readonly string[]) => (): Promise<Reminded> =>
    remind(authorities(), momentOf(new Date()));
