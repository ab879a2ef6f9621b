import type {
  ChoiceFact,
  DistanceFact,
  ProjectFactName,
  ProjectFacts,
  ProjectKind,
  YesNoFact,
} from './project-facts.ts';

/** When an entry of a list bars a project, told as data over the facts. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: YesNoFact; readonly is: boolean }
  | { readonly fact: ChoiceFact; readonly among: readonly string[] }
  | { readonly kinds: readonly ProjectKind[] }
  | { readonly distance: DistanceFact; readonly within: number }
  /** A class of GB/T 4754 under which such projects stand: it rules them out or leaves them open, and proves nothing. */
  | { readonly industry: readonly string[] }
  /** What only the authority in charge can say, because the list is open (等) or weighs. */
  | { readonly judged: string };

/** Three-valued: `open` where an answer is missing that would decide, with the answers that are. */
export type Truth =
  | { readonly holds: true }
  | { readonly holds: false }
  | { readonly holds: 'open'; readonly asks: readonly string[] };

const TRUE: Truth = { holds: true };
const FALSE: Truth = { holds: false };
const told = (holds: boolean): Truth => (holds ? TRUE : FALSE);
const open = (...asks: readonly (ProjectFactName | string)[]): Truth => ({ holds: 'open', asks });

/** All that an open part still asks for, each once, in the order of the parts. */
const asksOf = (parts: readonly Truth[]): readonly string[] => [
  ...new Set(parts.flatMap((part) => (part.holds === 'open' ? part.asks : []))),
];

/**
 * The least and the most a distance can be. An important tributary is a tributary: the nearest one of any kind is
 * at most as far, whichever of the two was told.
 */
function boundsOf(distance: DistanceFact, facts: ProjectFacts): readonly [number, number] {
  const { metresToTributary: any, metresToImportantTributary: important } = facts;
  if (distance === 'metresToTributary') {
    const most = Math.min(any ?? Number.POSITIVE_INFINITY, important ?? Number.POSITIVE_INFINITY);
    return [any === undefined ? 0 : most, most];
  }
  if (distance === 'metresToImportantTributary' && important === undefined)
    return [any ?? 0, Number.POSITIVE_INFINITY];
  const metres = facts[distance];
  return [metres ?? 0, metres ?? Number.POSITIVE_INFINITY];
}

/** 范围内 counts the line itself: a site exactly one kilometre away is within one kilometre [inference, 民法典 1259]. */
function nearness(distance: DistanceFact, within: number, facts: ProjectFacts): Truth {
  const [least, most] = boundsOf(distance, facts);
  if (most <= within) return TRUE;
  return least > within ? FALSE : open(distance);
}

function ofIndustry(classes: readonly string[], { industryClass }: ProjectFacts): Truth {
  if (industryClass === undefined) return open('industryClass');
  /* C26 told in general can be C2614, and C2614 is C26. */
  const meets = classes.some((one) => industryClass.startsWith(one) || one.startsWith(industryClass));
  return meets ? open('industryClass') : FALSE;
}

function ofKinds(named: readonly ProjectKind[], { kinds }: ProjectFacts): Truth {
  if (kinds === undefined) return open('kinds');
  return told(named.some((kind) => kinds.includes(kind)));
}

function every(parts: readonly Truth[]): Truth {
  if (parts.some(({ holds }) => holds === false)) return FALSE;
  return parts.every(({ holds }) => holds === true) ? TRUE : open(...asksOf(parts));
}

function some(parts: readonly Truth[]): Truth {
  if (parts.some(({ holds }) => holds === true)) return TRUE;
  return parts.every(({ holds }) => holds === false) ? FALSE : open(...asksOf(parts));
}

const negated = (part: Truth): Truth => (part.holds === 'open' ? part : told(!part.holds));

/** Whether a condition holds of the facts, as far as they were told. */
export function evaluate(condition: Condition, facts: ProjectFacts): Truth {
  if ('all' in condition) return every(condition.all.map((part) => evaluate(part, facts)));
  if ('any' in condition) return some(condition.any.map((part) => evaluate(part, facts)));
  if ('not' in condition) return negated(evaluate(condition.not, facts));
  if ('kinds' in condition) return ofKinds(condition.kinds, facts);
  if ('distance' in condition) return nearness(condition.distance, condition.within, facts);
  if ('industry' in condition) return ofIndustry(condition.industry, facts);
  if ('judged' in condition) return open(condition.judged);
  const answer = facts[condition.fact];
  if (answer === undefined) return open(condition.fact);
  return told('is' in condition ? answer === condition.is : condition.among.includes(answer as string));
}
