import type { createRedateFilings, Redated } from '../../../lib/acts/redate-filings.ts';

export const createHandler =
  (redate: ReturnType<typeof createRedateFilings>, authorities: () => readonly string[]) =>
  (): Promise<Redated> =>
    redate(authorities());
