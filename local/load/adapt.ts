import { addDays, type PlainDate, plainDate } from '../../lib/domain/time/plain-date.ts';
import { inventTradeName } from './invented.ts';
import { type Life, playedBy } from './life.ts';
import type { LoadPlace } from './places.ts';
import type { Random } from './random.ts';

export type Facts = Record<string, unknown> & { readonly persons: readonly FactsPerson[] };

interface FactsPerson {
  readonly ref: string;
  readonly name: string;
  readonly document: { readonly kind: string; readonly number: string };
  readonly proof?: unknown;
}

/** The day the examples were written for. */
const WRITTEN_ON = plainDate('2026-11-23');
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Older days tell of births and foundings, and stay; what is to come years from now stays in its bounds. */
const [FIRST_MOVED, LAST_MOVED] = ['2024-07-01', '2060-01-01'];

export interface Adapting {
  readonly life: Life;
  readonly random: Random;
  readonly today: PlainDate;
  /** Where it is, or where it moves to. */
  readonly place: LoadPlace;
  /** The enterprise that a branch belongs to. */
  readonly parent?: Life | undefined;
  /** Which of several kinds of the item it is to be. */
  readonly variant?: string | undefined;
  /** Codes whose digits numbers of persons may begin with. */
  readonly divisions: readonly string[];
}

const daysSince = (today: PlainDate): number =>
  Math.round((Date.parse(today) - Date.parse(WRITTEN_ON)) / DAY_MS);

/** The places of the examples: what is told of them is told of the place of the life. */
const PLACE_WORDS = ['邻水县', '垫江县'];
const PLACE_CODES = ['511623', '500231'];

function adaptedText(text: string, key: string, { random, today, place }: Adapting): string {
  if (key === 'tradeName') return PLAIN_TRADE_NAME.test(text) ? inventTradeName(random) : text;
  if (DAY.test(text) && text >= FIRST_MOVED && text < LAST_MOVED)
    return addDays(plainDate(text), daysSince(today));
  if (key !== 'division') return text;
  if (PLACE_CODES.includes(text)) return place.division;
  return PLACE_WORDS.includes(text) ? place.word : text;
}

/** What is generated far from an example keeps its own trade name, whatever that is. */
const PLAIN_TRADE_NAME = /^\p{Script=Han}{2,6}$/u;

function adapted(node: unknown, key: string, asked: Adapting): unknown {
  if (typeof node === 'string') return adaptedText(node, key, asked);
  if (Array.isArray(node)) return node.map((entry) => adapted(entry, key, asked));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, adapted(value, name, asked)]));
}

/**
 * The facts of an example, or near one, as they fit a life of today: its people, its place, its code, and days as far
 * from today as they were from the day the examples were written for.
 */
export function adapt(item: string, facts: unknown, asked: Adapting): Facts {
  const { life, random, divisions } = asked;
  const whole = adapted(facts, '', asked) as Facts;
  const persons = whole.persons.map((person) => {
    const isOfExample = /^\d{14}000[\dX]$/.test(person.document.number);
    return isOfExample ? { ...person, ...playedBy(life, item, person.name, random, divisions) } : person;
  });
  const enterprise = typeof whole.enterprise === 'string' ? (life.code ?? whole.enterprise) : undefined;
  return { ...whole, persons, ...(enterprise !== undefined && { enterprise }) };
}
