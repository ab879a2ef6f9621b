import { DomainError } from '../errors.ts';
import type { Article, Bilingual } from '../standard/provenance.ts';
import type { Instant, Moment } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import type { SubjectKey } from './subject-key.ts';

/** What somebody may ask of what is kept about them (个人信息保护法 第四十四条至第四十八条). */
export const dataRequestKinds = ['copy', 'correction', 'erasure', 'restriction', 'explanation'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

/** What it is about; the side is that of the filing or record, and of the own file the one that is turned to. */
export type AboutData =
  | { readonly of: 'filing'; readonly filing: string }
  | { readonly of: 'record'; readonly record: string }
  | { readonly of: 'file'; readonly jurisdiction: string };

/** `restrict`: what law has kept for a while yet is kept, and not used any more (个人信息保护法 第四十七条第二款). */
export const dataRequestOutcomes = ['grant', 'restrict', 'refuse'] as const;
export type DataRequestOutcome = (typeof dataRequestOutcomes)[number];

/** What an answer may rest on: the catalog's, each with its article. */
export interface DataRequestGround {
  readonly id: string;
  readonly outcome: DataRequestOutcome;
  readonly kinds: readonly DataRequestKind[];
  readonly name: Bilingual;
  readonly article: Article;
}

export interface DataRequestDecision {
  readonly outcome: DataRequestOutcome;
  readonly ground: string;
  readonly article: Article;
  readonly reason: string;
  readonly by: string;
  readonly authority: string;
  readonly at: Instant;
  readonly on: PlainDate;
}

/** A request about one's own data (个人信息权利请求). What was asked in words is sealed. */
export interface DataRequest {
  readonly id: string;
  readonly version: number;
  readonly kind: DataRequestKind;
  readonly about: AboutData;
  readonly jurisdiction: string;
  readonly subject: SubjectKey;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly askedOn: PlainDate;
  readonly sealed: string;
  readonly due: DueDay;
  readonly decision?: DataRequestDecision;
}

export interface DataRequestRuling extends Pick<DataRequestDecision, 'outcome' | 'ground' | 'reason'> {
  readonly by: string;
  readonly authority: string;
}

const badGround = (): DomainError =>
  new DomainError('invalid-request', { defects: [{ path: '/ground', code: 'other-ground' }] });

/**
 * The request with its answer.
 *
 * @throws DomainError `data-request-decided`; `invalid-request` for a ground that is none of this kind and outcome.
 */
export function decided(
  request: DataRequest,
  ruling: DataRequestRuling,
  grounds: readonly DataRequestGround[],
  { at, on }: Moment,
): DataRequest {
  if (request.decision !== undefined) throw new DomainError('data-request-decided');
  const ground = grounds.find(({ id }) => id === ruling.ground);
  if (ground === undefined || ground.outcome !== ruling.outcome || !ground.kinds.includes(request.kind))
    throw badGround();
  const decision = { ...ruling, article: ground.article, at, on };
  return { ...request, version: request.version + 1, decision };
}
