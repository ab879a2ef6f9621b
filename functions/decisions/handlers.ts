import type * as z from 'zod/mini';
import { workingCalendar } from '../../catalog/calendar.ts';
import type { Answered, Asked } from '../../lib/acts/answer-once.ts';
import type { createClaimFiling } from '../../lib/acts/claim-filing.ts';
import type { createDecideFiling, OfficerDecision } from '../../lib/acts/decide-filing.ts';
import type { createExtendFiling, ExtensionStep } from '../../lib/acts/extend-filing.ts';
import type { createHandOverFiling } from '../../lib/acts/hand-over-filing.ts';
import type { ListFollowUps } from '../../lib/acts/list-follow-ups.ts';
import type { ReadFilings } from '../../lib/acts/read-filings.ts';
import { ruleMessage as message } from '../../lib/acts/rule-message.ts';
import {
  claimFiling,
  decideFiling,
  type decisionShape,
  handOverFiling,
  listQueue,
} from '../../lib/contract/decisions.ts';
import { listFollowUps } from '../../lib/contract/follow-ups.ts';
import { DomainError } from '../../lib/domain/errors.ts';
import type { Filing } from '../../lib/domain/registration/filing.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import type { Language } from '../../lib/edge/language.ts';
import { presentFiling, presentFindings } from '../../lib/edge/present-filing.ts';
import { presentFollowUp } from '../../lib/edge/present-follow-up.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface DecisionActs {
  readonly decide: ReturnType<typeof createDecideFiling>;
  readonly extend: ReturnType<typeof createExtendFiling>;
  readonly claim: ReturnType<typeof createClaimFiling>;
  readonly handOver: ReturnType<typeof createHandOverFiling>;
  readonly read: ReadFilings;
  readonly followUps: ListFollowUps;
}

type Action = z.output<typeof decisionShape>;

/** An officer's action as a decision within the standard, or as a step of an extension. */
function actOf(
  action: Action,
): { readonly decision: OfficerDecision } | { readonly extension: ExtensionStep } {
  switch (action.action) {
    case 'propose-extension':
      return { extension: { step: 'propose', reason: action.reason } };
    case 'approve-extension':
      return { extension: { step: 'approve' } };
    case 'decline-extension':
      return { extension: { step: 'decline' } };
    default: {
      const { action: outcome, departure, ...rest } = action;
      return { decision: { outcome, ...rest, ...(departure && { departure }) } };
    }
  }
}

/** What the standard refuses is told in words, as everywhere else. */
async function inWords(error: unknown, read: () => Promise<Filing>, language: Language): Promise<unknown> {
  if (!(error instanceof DomainError) || error.findings.length === 0) return error;
  const { item, standardVersion } = await read();
  const findings = presentFindings(item, standardVersion, error.findings, { message, language });
  return new DomainError(error.code, { values: error.values, findings, cause: error });
}

type Keyed = Parameters<typeof askedOnce>[1] & {
  readonly params: { readonly id: string };
  readonly ifMatch?: string;
  readonly language: Language;
};

/** Which filing an officer acts on, at which version, and how the filing is told that comes of it. */
const askedOf = (routeId: string, request: Keyed) => ({
  target: {
    filing: request.params.id,
    expectedVersion: request.ifMatch === undefined ? undefined : Number(request.ifMatch),
  },
  asked: {
    ...askedOnce(routeId, request),
    tell: (filing: Filing) => ({
      status: 200,
      body: presentFiling(filing, {
        message,
        language: request.language,
        on: request.moment.on,
        proceedings: true,
      }),
      language: request.language,
    }),
  } satisfies Asked<Filing>,
});

function toldAs(answered: Answered) {
  const body = answered.answer.body as ResponseOf<typeof decideFiling>['body'];
  return {
    status: 200 as const,
    body,
    headers: { etag: `"${body.version}"`, ...replayedHeaders(answered) },
  };
}

const decide = ({ decide, extend, read }: DecisionActs) =>
  httpHandler(decideFiling, async (request) => {
    const { caller, params, body, moment, language } = request;
    const { target, asked } = askedOf(decideFiling.id, request);
    const act = actOf(body);
    const asking =
      'decision' in act
        ? decide(caller, { ...target, ...act }, asked, moment)
        : extend(caller, { ...target, ...act }, asked, moment);
    const answered = await asking.catch(async (error: unknown) => {
      throw await inWords(error, () => read.get(caller, params.id), language);
    });
    return toldAs(answered);
  });

const claim = ({ claim }: DecisionActs) =>
  httpHandler(claimFiling, async (request) => {
    const { target, asked } = askedOf(claimFiling.id, request);
    return toldAs(await claim(request.caller, target, asked, request.moment));
  });

const handOver = ({ handOver }: DecisionActs) =>
  httpHandler(handOverFiling, async (request) => {
    const { target, asked } = askedOf(handOverFiling.id, request);
    const handover = { ...target, handover: request.body };
    return toldAs(await handOver(request.caller, handover, asked, request.moment));
  });

const queue = ({ read }: DecisionActs) =>
  httpHandler(listQueue, async ({ caller, params, query, moment, language }) => {
    const { on } = moment;
    const { cursor, assignee } = query;
    const overdue = query.overdue === undefined ? undefined : query.overdue === 'true';
    const [{ entries, next }, count] = await Promise.all([
      read.listQueue(caller, params.authority, cursor, { assignee, overdue, on }),
      cursor === undefined ? read.countOverdue(caller, params.authority, on) : undefined,
    ]);
    const filings = entries.map((filing) =>
      presentFiling(filing, { message, language, on, proceedings: true }),
    );
    return {
      status: 200,
      body: { ...(count && { overdue: count }), filings, ...(next !== undefined && { next }) },
    };
  });

const awaited = ({ followUps }: DecisionActs) =>
  httpHandler(listFollowUps, async ({ caller, params, query, moment: { on } }) => {
    const { entries, next } = await followUps(caller, params.authority, query.cursor);
    const told = entries.map((file) => presentFollowUp(file, { on, calendar: workingCalendar }));
    return { status: 200, body: { followUps: told, ...(next !== undefined && { next }) } };
  });

export const createHandler = (acts: DecisionActs) =>
  surfaceHandler([queue(acts), decide(acts), claim(acts), handOver(acts), awaited(acts)]);
