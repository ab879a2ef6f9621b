import { Logger } from '@aws-lambda-powertools/logger';
import type { DomainError } from '../domain/errors.ts';
import { traceNow } from './trace.ts';

const logger = new Logger({ serviceName: 'tongbiao' });

type Where = Readonly<Record<string, string>>;

const FRAME = /^ {4}at .*:\d+:\d+\)?$/;

/** The frames of a stack without the message before them, of which a line can look like a frame. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const start = stack.indexOf(message);
  const frames = start < 0 ? '' : stack.slice(start + message.length);
  return frames.split('\n').filter((line) => FRAME.test(line));
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const causeOf = (error: unknown): Where =>
  error instanceof Error && error.cause !== undefined ? { cause: nameOf(error.cause) } : {};

/** A fault is logged by its kind and stack alone: messages and bodies may hold personal data. */
export function logFault(error: unknown, where: Where = {}): void {
  const stack = error instanceof Error ? framesOf(error) : [];
  logger.error('fault', { ...traceNow(), ...where, name: nameOf(error), stack, ...causeOf(error) });
}

/** A refusal that asks the caller to come back later: somebody has to see how often, and why. */
export function logUnavailable(error: DomainError): void {
  logger.warn('unavailable', { ...traceNow(), code: error.code, ...causeOf(error) });
}

/** A read that failed and was answered as `unknown`: not an error to the caller, and one to us. */
export const logFailedRead = (fault: unknown): void => logFault(fault, { read: 'failed' });
