import type * as z from 'zod/mini';
import type { packageShape } from '../../lib/contract/packages.ts';
import { momentOf } from '../../lib/domain/time/instant.ts';
import { demoFiling } from '../../local/demo-company.ts';
import type { InventedPerson } from '../../local/personas.ts';
import type { LocalService } from '../support/local-service.ts';

export type Package = Extract<z.input<typeof packageShape>, { readonly item: 'establish-company' }>;
export type Facts = Package['facts'];

/** The day by which the service decides now. */
export const today = () => momentOf(new Date()).on;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** With its right check character. The sequence 000 is nobody's. */
export function citizenNumber(division: string, bornOn: string): string {
  const first = `${division}${bornOn.replaceAll('-', '')}000`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first.charAt(at)), 0);
  return first + '10X98765432'.charAt(sum % 11);
}

let people = 0;

/** Somebody whom no other test of the file knows. */
export function freshPerson(name = '安若素'): InventedPerson {
  people += 1;
  const bornOn = new Date(Date.UTC(1970, 0, 1 + people)).toISOString().slice(0, 10);
  return { name, document: { kind: 'citizen-id', number: citizenNumber('511602', bornOn) } };
}

const SYLLABLES = [...'云杉木槿星河晨曦清溪竹林松柏梅兰丹枫'];
let names = 0;

/** A trade name (字号) that no other test of the file uses. */
export function freshTradeName(): string {
  names += 1;
  const at = (place: number) => SYLLABLES[Math.floor(names / SYLLABLES.length ** place) % SYLLABLES.length];
  return `${at(2)}${at(1)}${at(0)}`;
}

export const LINSHUI = { division: '511623', placeWord: '邻水县' };
export const DIANJIANG = { division: '500231', placeWord: '垫江县' };

export interface Wish {
  readonly place?: { readonly division: string; readonly placeWord: string };
  readonly tradeName?: string;
  readonly founder?: InventedPerson;
  readonly supervisor?: InventedPerson;
  /** Changes the facts before they are filed. */
  readonly facts?: (facts: Facts) => Facts;
}

/** A complete filing without real-name proofs: enough to be checked, not to be registered. */
export function aDraft(wish: Wish = {}): Package {
  const { place = LINSHUI, facts = (given: Facts) => given } = wish;
  const { tradeName = freshTradeName(), founder = freshPerson(), supervisor = freshPerson() } = wish;
  const draft = demoFiling({ ...place, tradeName, founder, supervisor }, today()) as Package;
  return { ...draft, facts: facts(draft.facts) };
}

/** The same with the proofs of both its people: registered on the spot, unless `facts` make it otherwise. */
export async function aFiling(service: Pick<LocalService, 'proofOf'>, wish: Wish = {}): Promise<Package> {
  const { founder = freshPerson(), supervisor = freshPerson(), facts = (given: Facts) => given } = wish;
  const { facts: _, ...rest } = wish;
  const draft = aDraft({ ...rest, founder, supervisor });
  const proofs = await Promise.all([founder, supervisor].map(service.proofOf));
  const persons = draft.facts.persons.map((person, index) => ({
    ...person,
    proof: { kind: 'token' as const, token: proofs[index] ?? '' },
  }));
  return { ...draft, facts: facts({ ...draft.facts, persons }) };
}

/** An industry word that our list of usage lacks: an officer judges it. */
export const toBeJudged = (facts: Facts): Facts => ({
  ...facts,
  name: { ...facts.name, industry: { word: '数智', class: 'I65' } },
});
