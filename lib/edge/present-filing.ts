import type * as z from 'zod/mini';
import type { filingShape, findingShape, routingShape } from '../contract/filing-shapes.ts';
import type { Filing, Registration } from '../domain/registration/filing.ts';
import type { Finding } from '../domain/standard/finding.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import type { RoutingReason } from '../domain/standard/routing-reason.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { fillIn, inLanguage, type Language } from './language.ts';

type Shown<S extends z.ZodMiniType> = z.output<S>;

/** The text of a rule of the standard a filing is decided by. */
export type RuleMessage = (item: string, version: string, rule: string) => Bilingual;

export interface Presenting {
  readonly message: RuleMessage;
  readonly language: Language;
  /** Today: whether something is overdue is told as of now. */
  readonly on: PlainDate;
}

export const presentFindings = (
  item: string,
  version: string,
  findings: readonly Finding[],
  { message, language }: Omit<Presenting, 'on'>,
): Shown<typeof findingShape>[] =>
  findings.map((finding) => ({
    rule: finding.rule,
    effect: finding.effect,
    path: finding.path,
    text: fillIn(inLanguage(message(item, version, finding.rule), language), finding.values, language),
    values: Object.fromEntries(
      Object.entries(finding.values).map(([name, value]) => [
        name,
        typeof value === 'object' ? [...value] : value,
      ]),
    ),
    articles: [...finding.articles],
    admits: [...finding.admits],
  }));

/** A filing as its parties see it: persons masked, findings in words, and where to go next. */
export function presentFiling(filing: Filing, presenting: Presenting): Shown<typeof filingShape> {
  const { id, version, item, standardVersion, division, state, submittedAt, submittedOn } = filing;
  const { acceptedBy, decidedBy, maskedPersons } = filing;
  return {
    id,
    version,
    item,
    standardVersion,
    ...(filing.name !== undefined && { name: filing.name }),
    ...(filing.enterprise !== undefined && { enterprise: filing.enterprise }),
    division,
    state,
    submittedAt,
    submittedOn,
    acceptedBy,
    decidedBy,
    ...(filing.routing && { routing: presentRouting(filing.routing) }),
    ...(filing.corrects !== undefined && { corrects: filing.corrects }),
    ...(filing.correctedBy !== undefined && { correctedBy: filing.correctedBy }),
    persons: [...maskedPersons],
    findings: presentFindings(item, standardVersion, filing.findings, presenting),
    admissible: [...filing.admissible],
    ...(filing.state === 'in-review' && {
      ...(filing.assignee && { assignee: { ...filing.assignee } }),
      due: { ...filing.due, overdue: presenting.on > filing.due.dueOn },
      ...(filing.extension && {
        extension: {
          reason: filing.extension.reason,
          proposedAt: filing.extension.proposedAt,
          ...(filing.extension.approvedAt && { approvedAt: filing.extension.approvedAt }),
        },
      }),
    }),
    ...('ruling' in filing && { ruling: presentRuling(filing.ruling) }),
    ...(filing.state === 'withdrawn' && { withdrawal: { ...filing.withdrawal } }),
    ...(filing.state === 'registered' && {
      registration: presentRegistration(filing.registration),
    }),
    receipt: `/v1/filings/${id}/receipt`,
  };
}

export const presentRouting = ({ articles, ...routing }: RoutingReason): Shown<typeof routingShape> => ({
  ...routing,
  articles: [...articles],
});

/** A licence is pointed to where one was issued. */
function presentRegistration({ code, version, licence, reservedUntil, records }: Registration) {
  return {
    ...(code !== undefined && { code, enterprise: `/v1/enterprises/${code}` }),
    ...(version !== undefined && { version }),
    ...(licence !== undefined && { licence: `/v1/enterprises/${code}/licence` }),
    ...(reservedUntil !== undefined && { reservedUntil }),
    ...(records !== undefined && { records: [...records] }),
  };
}

function presentRuling(ruling: Extract<Filing, { ruling: unknown }>['ruling']) {
  const { grounds, remedies, ...rest } = ruling;
  return {
    ...rest,
    ...(grounds && { grounds: [...grounds] }),
    ...(remedies && { remedies: remedies.map((remedy) => ({ ...remedy, articles: [...remedy.articles] })) }),
  };
}
