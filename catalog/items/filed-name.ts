import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { wordShape } from './filed-shapes.ts';

/** What an applicant may declare about the name; each is judged by an officer, never taken as given. */
export const nameDeclarations = [
  'cross-province',
  'multi-industry',
  'other-meaning',
  'investment-relation',
  'name-acquired',
  'state-council-approval',
  'foreign-investor-trade-name',
  'controlling-enterprise',
] as const;

/** A name whose form word (组织形式) law leaves open, and rules judge; the mark of a partnership stands in it. */
export const nameShapeOf = <Form extends z.ZodMiniType<string>>(form: Form) =>
  z
    .strictObject({
      division: z.optional(wordShape(40)),
      divisionPosition: z.optional(z.enum(['head', 'after-trade-name', 'before-form'])),
      zone: z.optional(wordShape(40)),
      tradeName: wordShape(40),
      industry: z.optional(
        z.strictObject({
          word: wordShape(40),
          class: z.string().check(z.maxLength(3), z.regex(/^[A-T]\d{2}$/)),
        }),
      ),
      china: z.optional(z.enum(['after-trade-name', 'before-form'])),
      group: z.optional(z.enum(['集团', '（集团）'])),
      form,
      contains: z.optional(z.array(wordShape(100)).check(z.maxLength(3))),
      declares: z.optional(z.array(z.enum(nameDeclarations)).check(z.maxLength(nameDeclarations.length))),
    })
    .register(z.globalRegistry, {
      description:
        'The name in its parts (企业名称登记管理规定 第六条). `division` is the division word; where it does not head the name it stands in brackets. `zone` is the name of a development zone, which stands behind the division word (第七条). `class` is the GB/T 4754 division of the industry word. `china`: where “（中国）” stands (第十二条第三款); `group`: the word that stands before the form (第十四条); `contains`: names of other enterprises, legal persons or organisations within this one (第十五条).',
    });

/** `forms`: the words of organisational form that a name of this type may end with. */
export const nameShape = <const Forms extends readonly string[]>(forms: Forms) => nameShapeOf(z.enum(forms));

/** A name of whatever type, as rules see it. */
export type NameFacts = Frozen<z.output<ReturnType<typeof nameShape<readonly string[]>>>>;
export type NameDeclaration = (typeof nameDeclarations)[number];
