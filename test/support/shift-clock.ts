/**
 * Loaded ahead of a service (`node --import`), it sets the service's clock by so many milliseconds, so that a test can
 * come back to the same data on a later day. Nothing of the product knows of it.
 */
const offset = Number(process.env.CLOCK_OFFSET_MS ?? 0);
const Real = Date;

class Shifted extends Real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Real.now() + offset);
    else super(...(given as [number]));
  }
  static override now(): number {
    return Real.now() + offset;
  }
}

if (offset !== 0) globalThis.Date = Shifted as unknown as DateConstructor;
