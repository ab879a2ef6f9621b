import { addYears, type PlainDate } from '../../lib/domain/time/plain-date.ts';

/** 民法典 第十七条, 第十八条第二款. */
export const FULL_AGE = 18;
export const WORKING_AGE = 16;

/**
 * Whether an age is reached on a day. It is on the birthday itself; who was born on 29 February reaches it on 28
 * February of a common year (民法典 第二百零二条).
 */
export function hasReached(age: number, bornOn: PlainDate, on: PlainDate): boolean {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return years === age ? addYears(bornOn, age) <= on : years > age;
}
