import { randomUUID } from 'node:crypto';

/** Random: it tells nothing of who asked. */
export const newDataRequestId = (): string => randomUUID();
