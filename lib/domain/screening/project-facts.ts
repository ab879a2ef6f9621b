/** Questions about an investment project that are answered with yes or no. */
export const yesNoFacts = [
  'newFixedAssetInvestment',
  'alterationServesSafetyOrEcology',
  'heavilyPolluting',
  'movedFromElsewhere',
  'inKeyEcologicalZone',
  'gravelyHarmsEcosystem',
  'onShoreOrReach',
  'tourismOrProduction',
  'aquaticGermplasmReserve',
  'nationalWetlandPark',
  'ecologicalRedLine',
  'permanentFarmlandArea',
  'otherProtectedArea',
  'approvedPark',
  'conformsToPortPlan',
  'conformsToCrossingPlan',
  'crossingLineAgreed',
  'conformsToScenicPlan',
  'servesScenicProtection',
  'seriouslyPollutesWater',
  'increasesDischarge',
  'dischargesPollutants',
  'servesWaterSupply',
  'publicInterestWorks',
  'occupiesShoreline',
  'shorelineUseLawful',
  'harmsWaterOrNature',
  'changesOutlet',
  'outletAgreed',
  'inFishingBanWaters',
  'highPollution',
  'conformsToIndustryPlan',
  'outdatedCapacity',
  'overcapacityIndustry',
  'capacityReplaced',
  'soldAbroadOnly',
  'relocationExcepted',
  'highEnergyOrEmission',
  'meetsHighEnergyRules',
] as const;

/** Distances in metres from the edge of the site to the nearest bank line (岸线). */
export const distanceFacts = [
  'metresToMainStem',
  'metresToTributary',
  'metresToImportantTributary',
  'metresToImportantLake',
] as const;

/** Questions with one answer out of a few. `outside` and `other` are answers too: the project stands in no such zone. */
export const choiceFacts = {
  work: ['new-build', 'expansion', 'alteration'],
  natureReserve: ['outside', 'core', 'buffer', 'experimental', 'unzoned'],
  scenicArea: ['outside', 'core', 'other'],
  drinkingWaterZone: ['outside', 'first', 'second', 'quasi'],
  shorelineZone: ['outside', 'protection', 'reservation', 'other'],
  waterFunctionZone: ['outside', 'protection', 'reservation', 'other'],
  industryCatalogue: ['encouraged', 'permitted', 'restricted', 'eliminated'],
  fuelVehicleCase: [
    'independent-maker',
    'other-vehicle-class',
    'whole-relocation',
    'named-enterprise',
    'none',
  ],
} as const;

/** Kinds of project the lists name. Whoever answers names all that fit; none is an answer too. */
export const projectKinds = [
  'chemical-project',
  'chemical-park',
  'petrochemical',
  'coal-chemical',
  'tailings-pond',
  'smelting-slag-pond',
  'phosphogypsum-pond',
  'port',
  'river-crossing',
  'development-zone',
  'lodging',
  'tourism',
  'aquaculture',
  'livestock',
  'fishing',
  'land-reclamation',
  'sand-or-mining',
  'waste-dumping',
  'real-estate',
  'resort',
  'golf-course',
  'wind-or-solar',
  'fuel-vehicles',
] as const;

export type YesNoFact = (typeof yesNoFacts)[number];
export type DistanceFact = (typeof distanceFacts)[number];
export type ChoiceFact = keyof typeof choiceFacts;
export type ProjectKind = (typeof projectKinds)[number];

/**
 * What an applicant tells of an investment project. Every answer is optional: what is not told is asked for.
 * No place is among them: what a list says follows from the river and the zones, never from the side.
 */
export type ProjectFacts = { readonly [F in YesNoFact]?: boolean } & {
  readonly [F in DistanceFact]?: number;
} & {
  readonly [F in ChoiceFact]?: (typeof choiceFacts)[F][number];
} & {
  readonly kinds?: readonly ProjectKind[];
  /** GB/T 4754: a letter and two to four digits (`C26`, `C2611`). */
  readonly industryClass?: string;
};

export type ProjectFactName = keyof ProjectFacts;
