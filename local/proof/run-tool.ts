import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { NoEngine } from '../engine.ts';
import { WrongUsage } from './asked-store.ts';

const isParsing = (error: unknown): boolean =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** What to tell somebody whose call cannot be carried out; `undefined` for a fault of ours. */
function advice(error: unknown): string | undefined {
  if (error instanceof WrongUsage || error instanceof NoEngine || isParsing(error))
    return (error as Error).message;
  if (error instanceof ResourceNotFoundException)
    return '那里没有这些表，请检查 --prefix 或 --table。There are no such tables: check --prefix or --table.';
  return undefined;
}

/** Runs a tool to its exit code. 2 says that nothing could be told: it was called wrongly, or could not read. */
export async function runTool(usage: string, work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const told = advice(error);
    console.error(told === undefined ? error : `${told}\n\n${usage}`);
    process.exitCode = 2;
  }
}

/** Tells how far something is on the same line of a terminal, and nothing where nobody looks. */
export function progressLine(of: (done: number) => string, every = 100) {
  const { stderr } = process;
  let told = false;
  return {
    at: (done: number): void => {
      if (!stderr.isTTY || done % every > 15) return;
      told = true;
      stderr.write(`\r${of(done)}`);
    },
    end: (): void => {
      if (told) stderr.write('\r\u001b[K');
    },
  };
}
