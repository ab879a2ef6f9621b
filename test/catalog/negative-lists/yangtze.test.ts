import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yangtzeList } from '../../../catalog/negative-lists/yangtze.ts';
import type { Condition } from '../../../lib/domain/screening/condition.ts';
import {
  choiceFacts,
  distanceFacts,
  type ProjectFacts,
  projectKinds,
  yesNoFacts,
} from '../../../lib/domain/screening/project-facts.ts';
import { screenProject } from '../../../lib/domain/screening/screen-project.ts';
import { harmless } from '../../support/a-project.ts';

const { entries, questions } = yangtzeList();

const resultOf = (id: string, facts: ProjectFacts) =>
  screenProject({ ...harmless, ...facts }, entries).entries.find(({ entry }) => entry.id === id)?.result;

test('a harmless project is clear by every entry', () => {
  const { result, entries: screened } = screenProject(harmless, entries);
  expect(result).toBe('clear');
  expect(screened).toHaveLength(26);
  expect(screened.filter((one) => one.result !== 'clear')).toEqual([]);
});

const chemical = { kinds: ['chemical-project'], industryClass: 'C26' } as const;
const tailings = { kinds: ['tailings-pond'] } as const;
const safer = { work: 'alteration', alterationServesSafetyOrEcology: true } as const;
const shore = { onShoreOrReach: true } as const;

test.each<[id: string, facts: ProjectFacts, result: string]>([
  // 长江保护法 第二十二条第二款
  ['yz-law-22-2-zones', { inKeyEcologicalZone: true, gravelyHarmsEcosystem: true }, 'hit'],
  ['yz-law-22-2-zones', { inKeyEcologicalZone: true }, 'clear'],
  ['yz-law-22-2-transfer', { movedFromElsewhere: true, heavilyPolluting: true }, 'hit'],
  ['yz-law-22-2-transfer', { movedFromElsewhere: true }, 'clear'],
  ['yz-law-22-2-transfer', { heavilyPolluting: true }, 'clear'],
  // 第二十六条第二款: one kilometre, main stem and tributaries; new build and expansion.
  ['yz-law-26-2', { ...chemical, metresToMainStem: 1000 }, 'hit'],
  ['yz-law-26-2', { ...chemical, metresToMainStem: 1000.5 }, 'clear'],
  ['yz-law-26-2', { ...chemical, metresToTributary: 1000 }, 'hit'],
  ['yz-law-26-2', { ...chemical, metresToTributary: 1001 }, 'clear'],
  ['yz-law-26-2', { ...chemical, metresToImportantTributary: 1000 }, 'hit'],
  ['yz-law-26-2', { ...chemical, metresToImportantLake: 100 }, 'clear'],
  ['yz-law-26-2', { ...chemical, metresToMainStem: 0, work: 'expansion' }, 'hit'],
  ['yz-law-26-2', { ...chemical, metresToMainStem: 0, work: 'alteration' }, 'clear'],
  ['yz-law-26-2', { kinds: ['chemical-park'], metresToMainStem: 1000 }, 'hit'],
  ['yz-law-26-2', { industryClass: 'C2614', metresToMainStem: 1000 }, 'needs-evidence'],
  ['yz-law-26-2', { industryClass: 'C28', metresToMainStem: 1000 }, 'clear'],
  // 第二十六条第三款: three kilometres from the main stem, one from important tributaries; no kind of work is spared
  // but alterations for safety or ecology.
  ['yz-law-26-3', { ...tailings, metresToMainStem: 3000 }, 'hit'],
  ['yz-law-26-3', { ...tailings, metresToMainStem: 3001 }, 'clear'],
  ['yz-law-26-3', { ...tailings, metresToImportantTributary: 1000 }, 'hit'],
  ['yz-law-26-3', { ...tailings, metresToImportantTributary: 1001 }, 'clear'],
  ['yz-law-26-3', { ...tailings, metresToTributary: 100 }, 'clear'],
  ['yz-law-26-3', { ...tailings, metresToMainStem: 2000, work: 'expansion' }, 'hit'],
  ['yz-law-26-3', { ...tailings, metresToMainStem: 2000, work: 'alteration' }, 'hit'],
  ['yz-law-26-3', { ...tailings, ...safer, metresToMainStem: 2000 }, 'clear'],
  ['yz-law-26-3', { ...tailings, ...safer, work: 'expansion', metresToMainStem: 2000 }, 'hit'],
  ['yz-law-26-3', { kinds: ['phosphogypsum-pond'], metresToMainStem: 2000 }, 'clear'],
  // The joint rules, by gists from memory.
  ['yz-joint-05', { kinds: ['port'] }, 'hit'],
  ['yz-joint-05', { kinds: ['port'], conformsToPortPlan: true }, 'clear'],
  ['yz-joint-06', { kinds: ['river-crossing'] }, 'hit'],
  ['yz-joint-06', { kinds: ['river-crossing'], conformsToCrossingPlan: true }, 'clear'],
  ['yz-joint-06', { kinds: ['river-crossing'], crossingLineAgreed: true }, 'clear'],
  ['yz-joint-07', { ...shore, natureReserve: 'core' }, 'hit'],
  ['yz-joint-07', { ...shore, natureReserve: 'buffer' }, 'hit'],
  ['yz-joint-07', { ...shore, natureReserve: 'unzoned' }, 'hit'],
  ['yz-joint-07', { ...shore, natureReserve: 'experimental' }, 'clear'],
  ['yz-joint-07', { natureReserve: 'core' }, 'clear'],
  ['yz-joint-07', { ...shore, natureReserve: 'core', tourismOrProduction: false }, 'clear'],
  ['yz-joint-08', { kinds: ['development-zone'], scenicArea: 'other' }, 'hit'],
  ['yz-joint-08', { kinds: ['development-zone'], scenicArea: 'other', conformsToScenicPlan: true }, 'clear'],
  ['yz-joint-08', { ...shore, scenicArea: 'core', kinds: ['lodging'], servesScenicProtection: true }, 'hit'],
  ['yz-joint-08', { ...shore, scenicArea: 'core' }, 'hit'],
  ['yz-joint-08', { ...shore, scenicArea: 'core', servesScenicProtection: true }, 'clear'],
  ['yz-joint-08', { ...shore, scenicArea: 'other' }, 'clear'],
  ['yz-joint-09', { drinkingWaterZone: 'quasi', seriouslyPollutesWater: true }, 'hit'],
  ['yz-joint-09', { drinkingWaterZone: 'second', seriouslyPollutesWater: true }, 'hit'],
  ['yz-joint-09', { drinkingWaterZone: 'quasi', seriouslyPollutesWater: true, work: 'alteration' }, 'clear'],
  ['yz-joint-09', { drinkingWaterZone: 'quasi', increasesDischarge: true, work: 'alteration' }, 'hit'],
  ['yz-joint-09', { drinkingWaterZone: 'quasi', dischargesPollutants: true }, 'clear'],
  ['yz-joint-10', { drinkingWaterZone: 'second', dischargesPollutants: true }, 'hit'],
  ['yz-joint-10', { drinkingWaterZone: 'quasi', dischargesPollutants: true }, 'clear'],
  ['yz-joint-10', { drinkingWaterZone: 'second' }, 'clear'],
  ['yz-joint-11', { drinkingWaterZone: 'first' }, 'hit'],
  ['yz-joint-11', { drinkingWaterZone: 'first', servesWaterSupply: true }, 'clear'],
  ['yz-joint-11', { drinkingWaterZone: 'first', servesWaterSupply: true, kinds: ['livestock'] }, 'hit'],
  ['yz-joint-11', { drinkingWaterZone: 'second' }, 'clear'],
  ['yz-joint-12', { ...shore, aquaticGermplasmReserve: true, kinds: ['sand-or-mining'] }, 'hit'],
  ['yz-joint-12', { ...shore, aquaticGermplasmReserve: true }, 'needs-evidence'],
  ['yz-joint-12', { ...shore, aquaticGermplasmReserve: true, work: 'expansion' }, 'clear'],
  ['yz-joint-13', { ...shore, nationalWetlandPark: true, kinds: ['golf-course'] }, 'hit'],
  ['yz-joint-13', { ...shore, nationalWetlandPark: true }, 'needs-evidence'],
  ['yz-joint-13', { nationalWetlandPark: true, kinds: ['golf-course'] }, 'clear'],
  ['yz-joint-14', { shorelineZone: 'protection' }, 'hit'],
  ['yz-joint-14', { shorelineZone: 'reservation' }, 'hit'],
  ['yz-joint-14', { shorelineZone: 'reservation', publicInterestWorks: true }, 'clear'],
  ['yz-joint-14', { shorelineZone: 'other' }, 'clear'],
  ['yz-joint-14', { occupiesShoreline: true, shorelineZone: 'other' }, 'hit'],
  ['yz-joint-14', { occupiesShoreline: true, shorelineUseLawful: true }, 'clear'],
  ['yz-joint-15', { waterFunctionZone: 'protection', harmsWaterOrNature: true }, 'hit'],
  ['yz-joint-15', { waterFunctionZone: 'other', harmsWaterOrNature: true }, 'clear'],
  ['yz-joint-15', { waterFunctionZone: 'protection' }, 'clear'],
  ['yz-joint-16', { changesOutlet: true }, 'hit'],
  ['yz-joint-16', { changesOutlet: true, outletAgreed: true }, 'clear'],
  ['yz-joint-17', { kinds: ['fishing'], inFishingBanWaters: true }, 'hit'],
  ['yz-joint-17', { kinds: ['fishing'] }, 'clear'],
  ['yz-joint-18', { ...chemical, metresToImportantLake: 1000 }, 'hit'],
  ['yz-joint-18', { ...chemical, metresToImportantLake: 1001 }, 'clear'],
  ['yz-joint-18', { ...chemical, metresToMainStem: 1000 }, 'hit'],
  ['yz-joint-19', { kinds: ['phosphogypsum-pond'], metresToMainStem: 3000 }, 'hit'],
  ['yz-joint-19', { kinds: ['smelting-slag-pond'], metresToImportantTributary: 1000 }, 'hit'],
  ['yz-joint-19', { kinds: ['smelting-slag-pond'], metresToImportantTributary: 1000.1 }, 'clear'],
  ['yz-joint-19', { kinds: ['smelting-slag-pond'], ...safer, metresToMainStem: 100 }, 'clear'],
  ['yz-joint-20', { ...tailings, ecologicalRedLine: true }, 'hit'],
  ['yz-joint-20', { ...tailings, permanentFarmlandArea: true, work: 'expansion' }, 'needs-evidence'],
  ['yz-joint-20', { ...tailings, otherProtectedArea: true }, 'hit'],
  ['yz-joint-20', tailings, 'clear'],
  ['yz-joint-21', { highPollution: true, industryClass: 'C31' }, 'hit'],
  ['yz-joint-21', { highPollution: true, industryClass: 'C31', approvedPark: true }, 'clear'],
  ['yz-joint-21', { industryClass: 'C31' }, 'needs-evidence'],
  ['yz-joint-21', { highPollution: true, work: 'alteration' }, 'clear'],
  ['yz-joint-22', { kinds: ['petrochemical'] }, 'hit'],
  ['yz-joint-22', { kinds: ['petrochemical'], conformsToIndustryPlan: true }, 'clear'],
  ['yz-joint-22', { industryClass: 'C25' }, 'needs-evidence'],
  ['yz-joint-23', { industryCatalogue: 'eliminated', work: 'alteration' }, 'hit'],
  ['yz-joint-23', { industryCatalogue: 'restricted' }, 'hit'],
  ['yz-joint-23', { industryCatalogue: 'restricted', work: 'expansion' }, 'clear'],
  ['yz-joint-23', { outdatedCapacity: true, work: 'expansion' }, 'hit'],
  ['yz-joint-24', { overcapacityIndustry: true }, 'hit'],
  ['yz-joint-24', { overcapacityIndustry: true, capacityReplaced: true }, 'clear'],
  ['yz-joint-25', { kinds: ['fuel-vehicles'], fuelVehicleCase: 'independent-maker' }, 'hit'],
  [
    'yz-joint-25',
    { kinds: ['fuel-vehicles'], fuelVehicleCase: 'independent-maker', soldAbroadOnly: true },
    'clear',
  ],
  ['yz-joint-25', { kinds: ['fuel-vehicles'], fuelVehicleCase: 'whole-relocation' }, 'hit'],
  [
    'yz-joint-25',
    { kinds: ['fuel-vehicles'], fuelVehicleCase: 'whole-relocation', relocationExcepted: true },
    'clear',
  ],
  [
    'yz-joint-25',
    { kinds: ['fuel-vehicles'], fuelVehicleCase: 'named-enterprise', relocationExcepted: true },
    'hit',
  ],
  ['yz-joint-25', { kinds: ['fuel-vehicles'] }, 'clear'],
  ['yz-joint-26', { highEnergyOrEmission: true }, 'hit'],
  ['yz-joint-26', { highEnergyOrEmission: true, meetsHighEnergyRules: true }, 'clear'],
])('%s of %j: %s', (id, facts, result) => {
  expect(resultOf(id, facts)).toBe(result);
});

test('a project of which nothing is told is clear by nothing', () => {
  const { result, entries: screened } = screenProject({}, entries);
  expect(result).toBe('needs-evidence');
  expect(screened.filter((one) => one.result !== 'needs-evidence')).toEqual([]);
});

const partsOf = (condition: Condition): readonly Condition[] => {
  if ('all' in condition) return condition.all.flatMap(partsOf);
  if ('any' in condition) return condition.any.flatMap(partsOf);
  return 'not' in condition ? partsOf(condition.not) : [condition];
};

test('every question is a fact and asked by some entry, and every answer a condition names can be given', () => {
  const facts = ['kinds', 'industryClass', ...yesNoFacts, ...distanceFacts, ...Object.keys(choiceFacts)];
  const ids = questions.map(({ id }) => id);
  expect(ids.toSorted()).toEqual([...facts, 'authority-view'].toSorted());
  const asked = new Set(screenProject({}, entries).entries.flatMap(({ asks }) => asks));
  expect(ids.filter((id) => !asked.has(id))).toEqual([]);
  const leaves = entries.flatMap(({ bars }) => partsOf(bars));
  const strange = leaves.flatMap((leaf) =>
    'among' in leaf
      ? leaf.among.filter((answer) => !(choiceFacts[leaf.fact] as readonly string[]).includes(answer))
      : [],
  );
  expect(strange).toEqual([]);
  const named = new Set(leaves.flatMap((leaf) => ('kinds' in leaf ? leaf.kinds : [])));
  expect(projectKinds.filter((kind) => !named.has(kind))).toEqual([]);
});

test('the floor of the law is marked as read, everything of the joint rules as memory', () => {
  const marks = Object.entries(Object.groupBy(entries, ({ provenance }) => provenance.confidence));
  expect(marks.map(([mark, held = []]) => [mark, held.length])).toEqual([
    ['seen', 4],
    ['memory', 22],
  ]);
  for (const { id, articles, provenance } of entries)
    expect([id, articles[0]?.confidence]).toEqual([id, provenance.confidence]);
});

test('one list: neither an entry, nor a question, nor a fact names a side', () => {
  const sides = ['重庆', '四川', '川渝', 'Chongqing', 'Sichuan'];
  const texts = [
    ...entries.flatMap(({ text, exceptions }) => [text, ...exceptions]),
    ...questions.map(({ text }) => text),
  ];
  expect(texts.filter(({ zh, en }) => sides.some((side) => zh.includes(side) || en.includes(side)))).toEqual(
    [],
  );
});

const anyFacts = fc.record(
  {
    ...Object.fromEntries(yesNoFacts.map((fact) => [fact, fc.boolean()])),
    ...Object.fromEntries(
      distanceFacts.map((fact) => [fact, fc.constantFrom(0, 1000, 1001, 3000, 3001, 9000)]),
    ),
    ...Object.fromEntries(
      Object.entries(choiceFacts).map(([fact, answers]) => [fact, fc.constantFrom(...answers)]),
    ),
    kinds: fc.subarray([...projectKinds]),
    industryClass: fc.constantFrom('A01', 'C25', 'C2614', 'C3611', 'C34'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ProjectFacts>;

test('an answer settles and never unsettles: what was clear or hit stays so whatever else is told', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (told, more) => {
      const all = { ...more, ...told };
      const { metresToTributary: nearest = 0, metresToImportantTributary: important = nearest } = all;
      fc.pre(nearest <= important);
      const before = screenProject(told, entries);
      const after = screenProject(all, entries);
      if (before.result === 'not-applicable' || after.result === 'not-applicable') return;
      const unsettled = before.entries.filter(
        ({ entry, result }) =>
          result !== 'needs-evidence' &&
          result !== after.entries.find((other) => other.entry.id === entry.id)?.result,
      );
      expect(unsettled.map(({ entry }) => entry.id)).toEqual([]);
    }),
    { seed: 20_261_123, numRuns: 500 },
  );
});
