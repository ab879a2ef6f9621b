import type * as z from 'zod/mini';
import type { createDecideFiling, OfficerDecision } from '../../lib/acts/decide-filing.ts';
import type { createExtendFiling, ExtensionStep } from '../../lib/acts/extend-filing.ts';
import type { ReadFilings } from '../../lib/acts/read-filings.ts';
import { ruleMessage as message } from '../../lib/acts/rule-message.ts';
import { decideFiling, type decisionShape, listQueue } from '../../lib/contract/decisions.ts';
import { DomainError } from '../../lib/domain/errors.ts';
import type { Filing } from '../../lib/domain/registration/filing.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import type { Language } from '../../lib/edge/language.ts';
import { presentFiling, presentFindings } from '../../lib/edge/present-filing.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface DecisionActs {
  readonly decide: ReturnType<typeof createDecideFiling>;
  readonly extend: ReturnType<typeof createExtendFiling>;
  readonly read: ReadFilings;
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

const decide = ({ decide, extend, read }: DecisionActs) =>
  httpHandler(decideFiling, async (request) => {
    const { caller, params, body, moment, language, ifMatch } = request;
    const asked = {
      ...askedOnce(decideFiling.id, request),
      tell: (filing: Parameters<typeof presentFiling>[0]) => ({
        status: 200,
        body: presentFiling(filing, { message, language, on: moment.on }),
        language,
      }),
    };
    const target = {
      filing: params.id,
      expectedVersion: ifMatch === undefined ? undefined : Number(ifMatch),
    };
    const act = actOf(body);
    const asking =
      'decision' in act
        ? decide(caller, { ...target, ...act }, asked, moment)
        : extend(caller, { ...target, ...act }, asked, moment);
    const answered = await asking.catch(async (error: unknown) => {
      throw await inWords(error, () => read.get(caller, params.id), language);
    });
    const told = answered.answer.body as ResponseOf<typeof decideFiling>['body'];
    return { status: 200, body: told, headers: { etag: `"${told.version}"`, ...replayedHeaders(answered) } };
  });

const queue = ({ read }: DecisionActs) =>
  httpHandler(listQueue, async ({ caller, params, query, moment, language }) => {
    const { entries, next } = await read.listQueue(caller, params.authority, query.cursor);
    const filings = entries.map((filing) => presentFiling(filing, { message, language, on: moment.on }));
    return { status: 200, body: { filings, ...(next !== undefined && { next }) } };
  });

export const createHandler = (acts: DecisionActs) => surfaceHandler([queue(acts), decide(acts)]);
