import QRCode from 'qrcode';

/** White modules around the code, by which readers find it (ISO/IEC 18004). */
const QUIET = 4;

/** Runs of dark modules as strokes of a path, row by row. */
function pathOf(size: number, isDark: (row: number, column: number) => boolean): string {
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const from = column;
      while (column < size && isDark(row, column)) column += 1;
      if (column > from) runs.push(`M${from + QUIET} ${row + QUIET}h${column - from}v1h-${column - from}z`);
    }
  return runs.join('');
}

/** A text as a QR code, an SVG without style or script; a seventh of it may be lost in print (level M). */
export function qrCode(text: string, label: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const whole = size + 2 * QUIET;
  const path = pathOf(size, (row, column) => modules.get(row, column) === 1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges" role="img" aria-label="${label}"><path fill="#fff" d="M0 0h${whole}v${whole}h-${whole}z"/><path fill="#000" d="${path}"/></svg>`;
}
