import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape, refShape } from '../filed-shapes.ts';
import { commitmentShape, simpleDeclarationsShape } from '../filed-winding-up.ts';

export const materialKinds = [
  'application-form',
  'investors-commitment',
  'group-appointment',
  'agent-authorisation',
  'other',
] as const;

/** Why an enterprise is dissolved, as far as it has to be published (公司法 第二百二十九条). */
const dissolutionCauses = [
  'term-or-articles',
  'resolution',
  'merger-or-division',
  'revoked-or-closed',
  'court-dissolution',
  'other',
] as const;

const noticeShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('simple-cancellation'),
    declares: simpleDeclarationsShape,
    commitment: commitmentShape,
  }),
  z.strictObject({ kind: z.literal('capital-reduction'), decidedOn: dayShape }),
  z.strictObject({
    kind: z.literal('merger-or-division'),
    step: z.enum(['merger', 'division']),
    decidedOn: dayShape,
  }),
  z.strictObject({
    kind: z.literal('liquidation-group'),
    cause: z.enum(dissolutionCauses),
    causeOn: dayShape,
    formedOn: dayShape,
    head: refShape,
    members: z.array(refShape).check(z.maxLength(30)),
  }),
  z.strictObject({ kind: z.literal('creditors'), formedOn: dayShape }),
  z.strictObject({ kind: z.literal('licence-lost'), copies: z.enum(['original', 'duplicate', 'both']) }),
]);

export const publishNoticeFacts = z
  .strictObject({
    ...aboutEnterprise,
    notice: noticeShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'PublishNoticeFacts',
    description:
      'What an enterprise publishes in the publicity system (国家企业信用信息公示系统公告). `formedOn` is the day the liquidation group was formed; of the group `head` is the person in charge, who is among its `members`.',
  });

export type FiledNotice = z.output<typeof publishNoticeFacts>;
export interface NoticeFacts extends FactsOf<FiledNotice> {}
export type OwnNoticeKind = FiledNotice['notice']['kind'];

export const deriveNotice = (filed: FiledNotice, persons: readonly PersonFacts[]): NoticeFacts =>
  factsOf(filed, persons);
