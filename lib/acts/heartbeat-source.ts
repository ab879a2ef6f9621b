import { getAuthority } from '../../catalog/authorities.ts';
import { getSource } from '../../catalog/sources.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Instant, Moment } from '../domain/time/instant.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { SourceStore } from '../store/source-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce, type Undertaking } from './answer-once.ts';
import { authorityOf, maySpeakFor } from './caller-authority.ts';

export interface HeartbeatDeps {
  readonly sources: SourceStore;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

export interface HeartbeatTaken {
  readonly source: string;
  readonly completeUpTo: Instant;
  readonly outcome: 'advanced' | 'unchanged';
}

/**
 * Takes what a source says of its own completeness; nothing else ever moves it.
 *
 * @throws DomainError `unknown-source`; `forbidden` unless the caller speaks for the source's owner or its side's
 *   credit platform; `invalid-request` for a time to come; `heartbeat-behind` for one that lies behind.
 */
export function createHeartbeatSource({ sources, requests, writeAll }: HeartbeatDeps) {
  return async (
    caller: Caller,
    input: { readonly source: string; readonly completeUpTo: Instant },
    asked: Asked<HeartbeatTaken>,
    moment: Moment,
  ): Promise<Answered> => {
    const speaker = authorityOf(caller);
    const { id: source, owner } = getSource(input.source);
    if (!maySpeakFor(speaker, getAuthority(owner))) throw new DomainError('forbidden');
    const { completeUpTo } = input;
    if (completeUpTo > moment.at)
      throw new DomainError('invalid-request', { defects: [{ path: '/completeUpTo', code: 'after-now' }] });

    const stands = async (): Promise<HeartbeatTaken | undefined> => {
      const last = await sources.find(source);
      if (last === undefined || last.completeUpTo < completeUpTo) return undefined;
      if (last.completeUpTo === completeUpTo) return { source, completeUpTo, outcome: 'unchanged' };
      throw new DomainError('heartbeat-behind', { values: { completeUpTo: last.completeUpTo } });
    };
    return answerOnce(
      requests,
      writeAll,
      asked,
      async ({ unanswered, save }: Undertaking<HeartbeatTaken>): Promise<HeartbeatTaken> => {
        await unanswered();
        const before = await stands();
        if (before !== undefined) {
          await save(before, []);
          return before;
        }
        const taken: HeartbeatTaken = { source, completeUpTo, outcome: 'advanced' };
        try {
          await save(taken, sources.advance({ source, completeUpTo, at: moment.at, sentBy: speaker.id }));
          return taken;
        } catch (error) {
          const overtaken = error instanceof ConditionsFailed && !error.conditions.includes('request-is-new');
          const meanwhile = overtaken ? await stands() : undefined;
          if (meanwhile === undefined) throw error;
          await save(meanwhile, []);
          return meanwhile;
        }
      },
    );
  };
}

export type HeartbeatSource = ReturnType<typeof createHeartbeatSource>;
