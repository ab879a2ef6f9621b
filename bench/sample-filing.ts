import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { type DemoCompany, demoFiling } from '../local/demo-company.ts';

/** Characters of trade names: four of them in a row make a name of a company that does not exist. */
const CHARACTERS = '云杉望舒澄怀远岫松筠清和景明知行';

function tradeName(number: number): string {
  const base = CHARACTERS.length;
  return [0, 1, 2, 3].map((place) => CHARACTERS[Math.floor(number / base ** place) % base]).join('');
}

export const founders: Pick<DemoCompany, 'founder' | 'supervisor'> = {
  founder: { name: '林望舒', document: { kind: 'citizen-id', number: '511623198803150008' } },
  supervisor: { name: '何知远', document: { kind: 'citizen-id', number: '511623199111020004' } },
};

/** A complete filing of the usual size, of which nothing is to be mended or judged; each number is another company. */
export const sampleFiling = (number: number, on: PlainDate, proofs: readonly string[] = []) =>
  demoFiling(
    { division: '511623', placeWord: '邻水县', tradeName: tradeName(number), ...founders },
    on,
    proofs,
  );
