import * as z from 'zod/mini';
import {
  type ChoiceFact,
  choiceFacts,
  type DistanceFact,
  distanceFacts,
  projectKinds,
  type YesNoFact,
  yesNoFacts,
} from '../domain/screening/project-facts.ts';
import { screeningResults } from '../domain/screening/screen-project.ts';
import { scopeResults } from '../domain/screening/screen-scope.ts';
import { route } from './route.ts';
import {
  articleShape,
  bilingualShape,
  confidenceShape,
  idShape,
  plainDateShape,
  provenanceShape,
  shortTextShape,
} from './shapes.ts';

/** Farther than any site stands from any bank: what is more is a slip. */
const FARTHEST_METRES = 1_000_000;
const MOST_SCOPE_TEXTS = 200;

type Optional<Name extends string, Schema extends z.ZodMiniType> = Record<
  Name,
  z.ZodMiniExactOptional<Schema>
>;

const optionals = <Name extends string, Schema extends z.ZodMiniType>(
  names: readonly Name[],
  schema: Schema,
): Optional<Name, Schema> =>
  Object.fromEntries(names.map((name) => [name, z.exactOptional(schema)])) as Optional<Name, Schema>;

const metres = z.number().check(z.minimum(0), z.maximum(FARTHEST_METRES));
const choiceFields = Object.fromEntries(
  Object.entries(choiceFacts).map(([name, answers]) => [name, z.exactOptional(z.enum(answers))]),
) as unknown as {
  [F in ChoiceFact]: z.ZodMiniExactOptional<
    z.ZodMiniType<(typeof choiceFacts)[F][number], (typeof choiceFacts)[F][number]>
  >;
};

const projectShape = z
  .strictObject({
    ...(optionals(yesNoFacts, z.boolean()) satisfies Record<YesNoFact, unknown>),
    ...(optionals(distanceFacts, metres) satisfies Record<DistanceFact, unknown>),
    ...choiceFields,
    kinds: z.exactOptional(z.array(z.enum(projectKinds)).check(z.maxLength(projectKinds.length))),
    industryClass: z.exactOptional(z.string().check(z.maxLength(5), z.regex(/^[A-T]\d{2,4}$/))),
  })
  .register(z.globalRegistry, {
    id: 'ProjectFacts',
    description:
      'What an applicant tells of an investment project; every answer is optional, and one that is missing is asked for. The questions with their texts, and who can settle them, are the `questions` of GET /v1/standards/negative-lists. Distances are metres to the bank line. An empty `kinds` says: none of these.',
  });

const questionShape = z
  .strictObject({ id: idShape, text: bilingualShape, evidence: bilingualShape })
  .register(z.globalRegistry, {
    id: 'ScreeningQuestion',
    description: 'A field of ProjectFacts (or `authority-view`, which is none), and what would settle it.',
  });

const entryScreeningShape = z.strictObject({
  id: idShape,
  category: idShape,
  result: z.enum(screeningResults),
  text: bilingualShape,
  exceptions: z.array(bilingualShape),
  articles: z.array(articleShape),
  confidence: confidenceShape,
  asks: z.array(idShape),
});

const projectScreeningShape = z
  .strictObject({
    list: bilingualShape,
    result: z.enum([...screeningResults, 'not-applicable']),
    bearsOnRegistration: z.literal(false),
    explanation: bilingualShape,
    entries: z.array(entryScreeningShape),
    questions: z.array(questionShape),
  })
  .register(z.globalRegistry, {
    id: 'ProjectScreening',
    description:
      'One project against the Yangtze list. The worst entry decides; `not-applicable` where it is no new fixed-asset investment. Never a ground to refuse a registration: `bearsOnRegistration` is always false.',
  });

const barredWordShape = z.strictObject({
  entry: idShape,
  text: bilingualShape,
  word: z.string(),
  unless: z.exactOptional(bilingualShape),
  articles: z.array(articleShape),
  confidence: confidenceShape,
});

const licenceShape = z.strictObject({
  entry: idShape,
  text: bilingualShape,
  articles: z.array(articleShape),
  confidence: confidenceShape,
});

const scopeScreeningShape = z
  .strictObject({
    list: bilingualShape,
    texts: z.array(
      z.strictObject({
        text: z.string(),
        result: z.enum(scopeResults),
        confidence: confidenceShape,
        prohibited: z.array(barredWordShape),
        licensed: z.array(licenceShape),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'ScopeScreening',
    description:
      'Each text of a business scope against the national list of market access. `not-in-our-copy` is no freedom: our copies of the list and of the scope catalogue are parts.',
  });

/** Lists as data; what an entry has is told by the catalog's own types. */
const listedShape = z.looseObject({ id: idShape, provenance: provenanceShape });

export const listNegativeLists = route({
  id: 'listNegativeLists',
  method: 'GET',
  path: '/standards/negative-lists',
  surface: 'standards',
  access: 'public',
  summary: {
    zh: '两张负面清单：长江经济带发展负面清单（两侧共用一张）与全国市场准入负面清单',
    en: 'Two negative lists, kept apart: that of the Yangtze, one for both sides, and the national one of market access',
  },
  query: z.strictObject({ on: z.optional(plainDateShape) }),
  responses: {
    200: z
      .strictObject({
        on: plainDateShape,
        yangtze: z.strictObject({
          name: bilingualShape,
          notes: z.array(shortTextShape),
          entries: z.array(listedShape),
          questions: z.array(questionShape),
        }),
        marketAccess: z.strictObject({
          name: bilingualShape,
          notes: z.array(shortTextShape),
          counts: z.strictObject({ prohibited: z.int(), licensed: z.int() }),
          provenance: provenanceShape,
          prohibited: z.array(listedShape),
          licensed: z.array(listedShape),
        }),
      })
      .register(z.globalRegistry, {
        id: 'NegativeLists',
        description:
          'Entries as they stand on a day, each with its source and mark. `counts` are those of the official list, of which our copy is a part.',
      }),
  },
  errors: [],
});

export const screenProject = route({
  id: 'screenProject',
  method: 'POST',
  path: '/screenings',
  surface: 'standards',
  access: 'public',
  summary: {
    zh: '按负面清单筛查投资项目与经营范围（不留存，不作为不予登记的理由）',
    en: 'Screen an investment project and a business scope by the negative lists; nothing is kept',
  },
  body: z
    .strictObject({
      project: z.exactOptional(projectShape),
      scope: z.exactOptional(
        z
          .array(z.string().check(z.minLength(1), z.maxLength(200)))
          .check(z.minLength(1), z.maxLength(MOST_SCOPE_TEXTS)),
      ),
    })
    .check(z.refine(({ project, scope }) => project !== undefined || scope !== undefined, 'nothing-asked'))
    .register(z.globalRegistry, {
      id: 'ScreeningInput',
      description: 'A project, the texts of a business scope, or both. No personal data has a place in it.',
    }),
  responses: {
    200: z
      .strictObject({
        on: plainDateShape,
        project: z.exactOptional(projectScreeningShape),
        scope: z.exactOptional(scopeScreeningShape),
      })
      .register(z.globalRegistry, { id: 'Screening' }),
  },
  errors: [],
  examples: {
    body: {
      project: {
        newFixedAssetInvestment: true,
        kinds: ['chemical-project'],
        industryClass: 'C26',
        work: 'expansion',
        metresToMainStem: 4200,
        metresToTributary: 1000,
      },
      scope: ['危险化学品经营', '家具制造', '股权众筹平台'],
    },
  },
});
