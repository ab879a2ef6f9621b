import { DomainError } from '../domain/errors.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { AnsweredRequest, RequestStore } from '../store/request-store.ts';
import { ConditionsFailed, type Write, type WriteAll } from '../store/transaction.ts';

/** An answer as it goes out; kept with the request's key, so that a retry gets the same. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Of the texts in the body, where it has any. */
  readonly language?: string | undefined;
}

/** How a request asks to be answered: by whom, under which key if any, and how its result is told. */
export interface Asked<Result> {
  readonly caller: string;
  readonly at: Instant;
  readonly tell: (result: Result) => Answer;
  /** Without it, a repetition is a new request. */
  readonly once?: { readonly key: string; readonly bodyHash: string };
}

export interface Answered {
  readonly answer: Answer;
  /** True where this is the answer that was given the first time. */
  readonly replayed: boolean;
}

/** What a command is given to keep to its request. */
export interface Undertaking<Result> {
  /** Throws if the request was answered before. Call it with the first reads, before anything that leaves a trace. */
  readonly unanswered: () => Promise<void>;
  /** Writes the result together with the request's answer: both or neither. */
  readonly save: (result: Result, writes: readonly Write[]) => Promise<void>;
}

export type Command<Result> = (undertaking: Undertaking<Result>) => Promise<Result>;

class AnsweredBefore extends Error {
  override readonly name = 'AnsweredBefore';
}

/**
 * Another request under the same key may have come through after the key was looked up: it wrote first, or what it
 * did is why this one is refused.
 */
const mayBeLate = (error: unknown): boolean =>
  error instanceof DomainError ||
  (error instanceof ConditionsFailed && error.conditions.includes('request-is-new'));

/**
 * Runs a command so that the same key and body are answered once; of two at one moment the later gets the first
 * one's answer. Looking the key up costs no step of its own: it runs beside the command's first reads.
 *
 * @throws DomainError `idempotency-conflict` for another body under the same key.
 */
export async function answerOnce<Result>(
  requests: RequestStore,
  writeAll: WriteAll,
  { caller, at, tell, once }: Asked<Result>,
  command: Command<Result>,
): Promise<Answered> {
  if (once === undefined) {
    const result = await command({
      unanswered: async () => undefined,
      save: (_, writes) => writeAll(writes),
    });
    return { answer: tell(result), replayed: false };
  }
  const { key, bodyHash } = once;
  const replay = (first: AnsweredRequest): Answered => {
    if (first.bodyHash !== bodyHash) throw new DomainError('idempotency-conflict');
    const { status, body, language } = first;
    return { answer: { status, body: JSON.parse(body), language }, replayed: true };
  };
  const lookedUp = requests.find(caller, key, at);
  const unanswered = async (): Promise<void> => {
    if ((await lookedUp) !== undefined) throw new AnsweredBefore();
  };
  try {
    const result = await command({
      unanswered,
      save: async (done, writes) => {
        await unanswered();
        const { status, body, language } = tell(done);
        const answered = { bodyHash, status, body: JSON.stringify(body), language };
        await writeAll([...writes, requests.remember(caller, key, answered, at)]);
      },
    });
    return { answer: tell(result), replayed: false };
  } catch (error) {
    /* That the key could not be looked up must not hide what the command itself said. */
    const known = await lookedUp.catch(() => undefined);
    const first = known ?? (mayBeLate(error) ? await requests.find(caller, key, at) : undefined);
    if (first === undefined) throw error;
    return replay(first);
  }
}
