/** Whole fen as people read them, in yuan (元): `1000000`, `0.05`. */
export function inYuan(fen: number): string {
  const cents = fen % 100;
  return `${(fen - cents) / 100}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}`;
}
