import * as z from 'zod/mini';
import type { PersonFacts } from '../../lib/domain/subject/person.ts';
import { convertedMethodsShape, subscription } from './filed-contribution.ts';
import { aboutEnterprise } from './filed-enterprise.ts';
import type { Frozen } from './filed-facts.ts';
import { investorShape } from './filed-investor.ts';
import { nameShape } from './filed-name.ts';
import { employeesShape, governanceShape } from './filed-offices.ts';
import { dayShape, fenShape } from './filed-shapes.ts';
import {
  jointStockOfficesShape,
  MOST_PROMOTERS,
  manyPersonsShape,
  promoterTerms,
  shareIssueShape,
  sharesShape,
} from './filed-shares.ts';

const methods = { methods: convertedMethodsShape };

/** What makes the company one of the type it is to be: its capital, and who has what of it. */
const intoShape = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('limited-company'),
      registeredCapitalFen: fenShape,
      shareholders: z
        .array(investorShape({ ...subscription, ...methods, paidFen: fenShape }))
        .check(z.maxLength(100)),
    }),
    z.strictObject({
      type: z.literal('joint-stock-company'),
      registeredCapitalFen: fenShape,
      establishment: shareIssueShape,
      shares: sharesShape,
      promoters: z.array(investorShape({ ...promoterTerms, ...methods })).check(z.maxLength(MOST_PROMOTERS)),
    }),
  ])
  .register(z.globalRegistry, {
    description:
      'The type of company it is to be, with all that law asks of one. `payBy` and `paidFen`: by when a shareholder pays, and what is paid already. `net-assets` among `methods`: what somebody has in the net assets of the enterprise stands for the shares or the contribution.',
  });

/** What is filed alike where an enterprise in the register becomes a company of another type, and stays itself. */
export const becomingCompany = {
  ...aboutEnterprise,
  persons: manyPersonsShape,
  decidedOn: dayShape,
  name: nameShape(['有限责任公司', '有限公司', '股份有限公司', '股份公司']),
  into: intoShape,
  netAssets: z.optional(
    z
      .strictObject({ totalFen: fenShape, convertedFen: fenShape, asOf: dayShape })
      .register(z.globalRegistry, {
        description:
          'The net assets of the enterprise on the day they were told for (净资产额), and the capital that they are converted into (折合的实收股本总额).',
      }),
  ),
  governance: governanceShape,
  employees: z.optional(employeesShape),
  offices: jointStockOfficesShape,
} as const;

type Filed = z.output<z.ZodMiniObject<typeof becomingCompany, z.core.$strict>>;

/** As rules see it. */
export interface BecomingFacts extends Frozen<Omit<Filed, 'persons'>> {
  readonly persons: readonly PersonFacts[];
  readonly materials: readonly { readonly kind: string }[];
}
export type FiledBecoming = Filed;
