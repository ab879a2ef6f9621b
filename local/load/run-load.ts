import { momentOf } from '../../lib/domain/time/instant.ts';
import type { InventedPerson } from '../personas.ts';
import type { Facts } from './adapt.ts';
import { decideDrawn } from './decide-drawn.ts';
import { type Drawing, type DrawnFiling, drawFiling } from './draw-filing.ts';
import { loadItems } from './generated-facts.ts';
import { type LoadClient, loadClient, type ToldFiling } from './load-client.ts';
import { type LoadWindow, placesOn } from './places.ts';
import { type Random, seeded } from './random.ts';
import { tally } from './tally.ts';
import type { LoadTokens } from './tokens.ts';

export interface LoadOptions {
  readonly url: string;
  readonly issuer: string;
  readonly tokens: LoadTokens;
  readonly filings: number;
  readonly seed: number;
  readonly onProgress: (filings: number) => void;
}

const AT_ONCE = 12;
const APPLICANTS = 200;
const MOST_PARENTS = 100;

/** With the proofs of everybody in it, where there are to be any. */
async function withProofs(facts: Facts, proven: boolean, client: LoadClient): Promise<Facts> {
  const persons = await Promise.all(
    facts.persons.map(async ({ proof: _proof, ...person }) => {
      const token = proven ? await client.proofOf(person as InventedPerson) : undefined;
      return token === undefined ? person : { ...person, proof: { kind: 'token', token } };
    }),
  );
  return { ...facts, persons };
}

/** Who hands it in: what is by office an officer, the rest an applicant or an officer at any window of any side. */
async function handedInBy(
  { item, life, place }: DrawnFiling,
  random: Random,
  windows: readonly LoadWindow[],
  tokens: LoadTokens,
): Promise<string> {
  const applicant = () => tokens.applicant(random.below(APPLICANTS));
  if (item.kind === 'ex-officio') {
    const left = item.id === 'confirm-file-handover' ? life.left : undefined;
    const authority = left ?? life.authority ?? `reg-${place.division}`;
    return (await tokens.officer(authority, 'one')) ?? applicant();
  }
  if (random.chance(0.7)) return applicant();
  const window = random.pick(windows);
  return (await tokens.officer(window.authority, 'one', window)) ?? applicant();
}

/** What is filed next about an enterprise follows from what was registered of it. */
function lived({ life, place, item }: DrawnFiling, told: ToldFiling, drawing: Drawing): void {
  if (told.state !== 'registered') return;
  life.filings.set(item.id, told.id);
  const { code } = told.registration ?? {};
  if (code === undefined) return;
  const begins = life.code === undefined;
  life.code ??= code;
  if (life.code !== code) return;
  life.name = told.name ?? life.name;
  life.place = place;
  if (life.authority !== undefined && life.authority !== told.decidedBy) life.left = life.authority;
  if (item.kind !== 'ex-officio' || begins) life.authority = told.decidedBy;
  if (begins && item.id === 'establish-company') drawing.parents.push(life);
  if (drawing.parents.length > MOST_PARENTS) drawing.parents.shift();
}

/** Files so many generated cases of all items over HTTP and has those in review decided. In bounded memory. */
export async function runLoad({ tokens, filings, seed, onProgress, ...service }: LoadOptions) {
  const client = loadClient(service);
  const today = momentOf(new Date()).on;
  const { places, windows } = placesOn(today);
  const { authorities } = tokens;
  const drawing: Drawing = {
    items: await loadItems(),
    places: places.filter(({ division }) => authorities?.includes(`reg-${division}`) ?? true),
    today,
    lives: [],
    parents: [],
  };
  const [outcomes, decisions] = [tally(), tally()];
  let begun = 0;
  let done = 0;

  async function fileOne(random: Random): Promise<void> {
    const drawn = drawFiling(drawing, random);
    const { item, life, proven } = drawn;
    const facts = await withProofs(drawn.facts, proven, client);
    const token = await handedInBy(drawn, random, windows, tokens);
    const { status, body } = await client.submit(token, { item: item.id, facts });
    const told = status === 201 ? (body as ToldFiling) : undefined;
    outcomes.add(item.id, told?.state ?? `${status} ${body.code ?? ''}`);
    if (told !== undefined) lived(drawn, told, drawing);
    if (told?.state === 'in-review' && random.chance(0.85))
      for (const [action, outcome, decided] of await decideDrawn(told, random, { client, tokens })) {
        decisions.add(action, outcome);
        if (decided !== undefined) lived(drawn, decided, drawing);
      }
    if (life.plan.length > 0 && (life.code !== undefined || life.filings.size > 0)) drawing.lives.push(life);
  }

  async function work(): Promise<void> {
    while (begun < filings) {
      begun += 1;
      await fileOne(seeded(seed * 1_000_003 + begun));
      done += 1;
      onProgress(done);
    }
  }

  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const seconds = (performance.now() - began) / 1_000;
  const untold = drawing.items.map(({ id }) => id).filter((id) => !outcomes.has(id));
  const { faults, took } = client;
  return {
    filings,
    seed,
    seconds,
    outcomes: outcomes.rows(),
    decisions: decisions.rows(),
    untold,
    faults,
    took,
  };
}

export type Load = Awaited<ReturnType<typeof runLoad>>;
