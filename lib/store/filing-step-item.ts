import * as z from 'zod/mini';
import type { FilingStep } from '../domain/registration/filing-step.ts';

const text = z.string();
const storedStep = z.looseObject({
  type: text,
  at: text,
  on: text,
  by: text,
  filing: text,
  version: z.int(),
  item: text,
  standardVersion: text,
  state: text,
  submittedAt: text,
  submittedOn: text,
  submittedBy: text,
  acceptedBy: z.discriminatedUnion('channel', [
    z.looseObject({ channel: z.literal('online') }),
    z.looseObject({ channel: z.literal('window'), window: text, authority: text }),
  ]),
  decidedBy: text,
  defects: z.int(),
  toJudge: z.int(),
  ruling: z.optional(z.looseObject({ outcome: text, by: text, at: text, on: text })),
  concerned: z.optional(z.array(text)),
});

/** An event of the time before events told what they made of their filing: there is nothing in it to project. */
const isBare = ({ filing }: Readonly<Record<string, unknown>>): boolean => filing === undefined;

/**
 * The step among the new images of the table's stream; `undefined` for any other item.
 *
 * @throws where a step is not what it must be.
 */
export function filingStepFrom(image: Readonly<Record<string, unknown>>): FilingStep | undefined {
  const { pk, sk, receipt: _receipt, ...step } = image;
  if (!String(pk).startsWith('FILING#') || !String(sk).startsWith('EVENT#') || isBare(image))
    return undefined;
  return z.parse(storedStep, step) as unknown as FilingStep;
}
