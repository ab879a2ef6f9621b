import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { MOST_MEMBERS, MOST_PERSONS, memberShape } from '../establish-cooperative/facts.ts';
import { beneficialOwnersShape } from '../filed-beneficial-owners.ts';
import { methodsShape } from '../filed-contribution.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { employeesShape, governanceShape, officeShape } from '../filed-offices.ts';
import { dayShape, fenShape, filedMaterialShape, filedPersonShape, refShape } from '../filed-shapes.ts';
import { termShape } from '../filed-term.ts';

export const materialKinds = [
  'application-form',
  'amended-articles',
  'decision',
  'appointment-documents',
  'consent-to-no-supervisor',
  'member-list',
  'agent-authorisation',
  'other',
] as const;

/** 备案事项 (条例 第九条), each only where it changes. */
const recordsShape = z.strictObject({
  articles: z.optional(z.literal('amended')),
  term: z.optional(termShape),
  contributions: z.optional(
    z
      .array(
        investorShape({
          subscribedFen: z.optional(fenShape),
          paidFen: z.optional(fenShape),
          methods: z.optional(methodsShape),
          payBy: z.optional(dayShape),
        }),
      )
      .check(z.minLength(1), z.maxLength(100)),
  ),
  organs: z.optional(
    z.strictObject({
      offices: z
        .array(z.extend(officeShape, { independenceDeclared: z.optional(z.boolean()) }))
        .check(z.maxLength(40)),
      governance: governanceShape,
      employees: z.optional(employeesShape),
    }),
  ),
  liaison: z.optional(refShape),
  familyMembers: z.optional(z.array(refShape).check(z.maxLength(30))),
  members: z.optional(z.array(memberShape).check(z.maxLength(MOST_MEMBERS))),
  beneficialOwners: z.optional(beneficialOwnersShape),
  documentRecipient: z.optional(refShape),
});

export const fileRecordsFacts = z
  .strictObject({
    ...aboutEnterprise,
    /* Nobody's residence is filed here, and the members of a co-operative are many. */
    persons: z.array(z.omit(filedPersonShape, { residence: true })).check(z.maxLength(MOST_PERSONS)),
    decidedOn: dayShape,
    records: recordsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'FileRecordsFacts',
    description:
      'What an enterprise files of itself when it changes (变更备案). `contributions` names only the shareholders, promoters or partners whose contribution changes, and of these only what does; `organs`, `familyMembers` and `members` are told whole, as they are after the change. `decidedOn` is the day of the decision or of the event.',
  });

export type FiledRecords = z.output<typeof fileRecordsFacts>;
export interface RecordsFacts extends FactsOf<FiledRecords> {}
export type RecordKind = keyof RecordsFacts['records'];
export type Contribution = NonNullable<RecordsFacts['records']['contributions']>[number];

export const deriveRecords = (filed: FiledRecords, persons: readonly PersonFacts[]): RecordsFacts =>
  factsOf(filed, persons);

/** The records a filing has, with those left out even where they are named as undefined. */
export const kindsFiled = ({ records }: RecordsFacts): readonly RecordKind[] =>
  (Object.keys(records) as RecordKind[]).filter((kind) => records[kind] !== undefined);
