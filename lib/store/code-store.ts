import { randomInt } from 'node:crypto';
import { BODIES_PER_PREFIX } from '../domain/registration/allocate-code.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/**
 * Who has which organisation-code body. Serials are drawn at random and claimed in the registration's own
 * transaction: nothing is counted or leased, and one code tells nothing of the next.
 *
 * @param draw a serial from 0 to `BODIES_PER_PREFIX` − 1; a body that is taken is told by its claim.
 */
export function createCodeStore(table: string, draw: () => number = () => randomInt(BODIES_PER_PREFIX)) {
  return {
    drawSerial: draw,
    /** A body may be given out once, whatever division stands before it. */
    claim: (body: string, code: string): Write => ({
      condition: 'code-is-free',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.organisationCode(body), code },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    }),
  };
}

export type CodeStore = ReturnType<typeof createCodeStore>;
