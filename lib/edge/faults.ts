import { Logger } from '@aws-lambda-powertools/logger';

const logger = new Logger({ serviceName: 'tongbiao' });

/** A fault is logged by its kind and stack alone: messages and bodies may hold personal data. */
export function logFault(error: unknown, where: Readonly<Record<string, string>> = {}): void {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  logger.error('fault', { ...where, name, stack: frames.filter((line) => line.startsWith('    at ')) });
}

/** A read that failed and was answered as `unknown`: not an error to the caller, and one to us. */
export const logFailedRead = (fault: unknown): void => logFault(fault, { read: 'failed' });
