import type * as z from 'zod/mini';
import type { filingShape, findingShape, routingShape } from '../contract/filing-shapes.ts';
import type { Filing, Registration } from '../domain/registration/filing.ts';
import type { FollowUp } from '../domain/registration/follow-up.ts';
import type { Decision } from '../domain/standard/decide.ts';
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
  /** Whether it is told to those who decide: which officer has it, and an extension that is only proposed. @default false */
  readonly proceedings?: boolean;
  /** What was promised with it, as when it was taken in; left out where nothing is told of that. */
  readonly promised?: (filing: Filing) => FollowUp | undefined;
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

type CourseMeasure = NonNullable<Shown<typeof filingShape>['measures']>[number];

const COURSE = { review: 'review', note: 'told' } as const;

/**
 * The measures that had a part in the course of a filing, out of its findings: these are in its receipt with the
 * evidence they rest on, so that nothing is told here that the receipt does not prove.
 */
function presentMeasures(
  { item, standardVersion, findings }: Filing,
  { message }: Presenting,
): readonly CourseMeasure[] {
  return findings.flatMap(({ rule, effect, path, values, articles }) => {
    const { row, records } = values;
    if (typeof row !== 'string' || effect === 'defect') return [];
    const { zh, en } = message(item, standardVersion, rule);
    return [
      {
        row,
        records: Array.isArray(records) ? [...records] : [],
        effect: COURSE[effect],
        path,
        why: { zh: fillIn(zh, values), en: fillIn(en, values, 'en') },
        articles: [...articles],
      },
    ];
  });
}

function presentReview(
  { assignee, due, extension }: Extract<Filing, { state: 'in-review' }>,
  { on, proceedings = false }: Presenting,
) {
  const told = proceedings || extension?.approvedAt !== undefined ? extension : undefined;
  return {
    ...(proceedings && assignee && { assignee: { ...assignee } }),
    due: { ...due, overdue: on > due.dueOn },
    ...(told && {
      extension: {
        reason: told.reason,
        proposedAt: told.proposedAt,
        ...(told.approvedAt && { approvedAt: told.approvedAt }),
      },
    }),
  };
}

/** A filing as its parties see it: persons masked, findings in words, and where to go next. */
export function presentFiling(filing: Filing, presenting: Presenting): Shown<typeof filingShape> {
  const { id, version, item, standardVersion, division, state, submittedAt, submittedOn } = filing;
  const { acceptedBy, decidedBy, maskedPersons } = filing;
  const measures = presentMeasures(filing, presenting);
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
    ...(measures.length > 0 && { measures: [...measures] }),
    admissible: [...filing.admissible],
    ...(filing.state === 'in-review' && presentReview(filing, presenting)),
    ...('ruling' in filing && { ruling: presentRuling(filing.ruling) }),
    ...(filing.state === 'withdrawn' && { withdrawal: { ...filing.withdrawal } }),
    ...presentPromise(presenting.promised?.(filing)),
    ...(filing.state === 'registered' && {
      registration: presentRegistration(filing.registration),
    }),
    receipt: `/v1/filings/${id}/receipt`,
  };
}

/** By when what was promised has to come, and where it is handed in. */
function presentPromise(promise: FollowUp | undefined) {
  if (promise === undefined) return {};
  const { filing, promised, due } = promise;
  return { followUp: { materials: [...promised], ...due, at: `/v1/filings/${filing}/follow-up` } };
}

/** What is told of a package that was checked, be it one that is sent whole or a draft that is kept. */
export const presentChecked = (
  {
    item,
    standard: { version },
    authority,
    routing,
  }: {
    readonly item: { readonly id: string };
    readonly standard: { readonly version: string };
    readonly authority: { readonly id: string };
    readonly routing?: RoutingReason;
  },
  { findings, admissible }: Decision,
  presenting: Omit<Presenting, 'on'>,
) => ({
  item: item.id,
  standardVersion: version,
  decidedBy: authority.id,
  ...(routing && { routing: presentRouting(routing) }),
  findings: presentFindings(item.id, version, findings, presenting),
  admissible: [...admissible],
});

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
