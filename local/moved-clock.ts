const Real = globalThis.Date;
const DAY_MS = 86_400_000;
let ahead = 0;

class Moved extends Real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Real.now() + ahead);
    else super(...(given as [number]));
  }
  static override now(): number {
    return Real.now() + ahead;
  }
}

/** Sets the clock of this process forward by so many days, for a demo that tells a year; nothing that is deployed has it. */
export function moveClock(days: number): void {
  ahead += days * DAY_MS;
  globalThis.Date = Moved as unknown as DateConstructor;
}
