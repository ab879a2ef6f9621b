import { filingStepFrom } from '../store/filing-step-item.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { NamedStore } from '../store/named-store.ts';
import type { Projection } from './fan-out.ts';

export interface IndexNamedDeps {
  readonly filings: Pick<FilingStore, 'find'>;
  readonly named: Pick<NamedStore, 'add'>;
}

const AT_ONCE = 25;

/** That somebody is named in a filing, for their own file: once a filing, by its first step. */
export const createIndexNamed = ({ filings, named }: IndexNamedDeps): Projection => ({
  name: 'named',
  project: async (image) => {
    const step = filingStepFrom(image);
    if (step === undefined || step.version !== 1) return;
    const persons = (await filings.find(step.filing))?.persons ?? [];
    const subjects = [...new Set(persons.map(({ subject }) => subject))];
    for (let from = 0; from < subjects.length; from += AT_ONCE)
      await Promise.all(
        subjects
          .slice(from, from + AT_ONCE)
          .map((subject) => named.add(subject, step.submittedAt, step.filing)),
      );
  },
});
