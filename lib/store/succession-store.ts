import type { Succession } from '../domain/credit/succession.ts';
import { organisationKey, type SubjectKey } from '../domain/subject/subject-key.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** What was said of codes that took the place of others, with both; only ever added. */
export const createSuccessionStore = (table: string) => ({
  append: (succession: Succession): readonly Write[] => {
    const { former, current, recordedAt, action } = succession;
    const put = (subject: SubjectKey, other: string): Write => ({
      condition: 'succession-is-new',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.succession(subject, recordedAt, other, action), ...succession },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    });
    return [put(organisationKey(former), current), put(organisationKey(current), former)];
  },
});

export type SuccessionStore = ReturnType<typeof createSuccessionStore>;
