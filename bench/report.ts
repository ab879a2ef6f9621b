import { type Budget, type Figure, isWithin, ratioOf, type Unit } from './measurement.ts';

function shown(value: number | undefined, unit: Unit): string {
  if (value === undefined) return '';
  if (unit === 'per second')
    return value < 10_000 ? `${Math.round(value)} /s` : `${Math.round(value / 1_000)} k/s`;
  if (unit === 'MB') return `${Math.round(value)} MB`;
  if (unit === 'steps') return String(value);
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

const times = (ratio: number | undefined): string => (ratio === undefined ? '' : `${ratio.toFixed(2)} ×`);

function shownBudget(budget: Budget | undefined, unit: Unit): string {
  if (budget === undefined) return '';
  if ('atLeast' in budget) return `≥ ${shown(budget.atLeast, unit)}`;
  return budget.of === 'ratio' ? `≤ ${times(budget.atMost)}` : `≤ ${shown(budget.atMost, unit)}`;
}

const verdicts = new Map([
  [true, 'yes'],
  [false, 'NO'],
  [undefined, ''],
]);
const heads = ['what', 'measured', 'floor', 'ratio', 'budget', 'within', ''] as const;

const rowOf = (figure: Figure): readonly string[] => [
  figure.what,
  shown(figure.measured, figure.unit),
  shown(figure.floor, figure.unit),
  times(ratioOf(figure)),
  shownBudget(figure.budget, figure.unit),
  verdicts.get(isWithin(figure)) ?? '',
  figure.note ?? '',
];

/** The figures as a table for people, which is a Markdown table too. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(rowOf);
  const widths = heads.map((head, at) =>
    Math.max(head.length, 2, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const isText = (at: number): boolean => at === 0 || at === heads.length - 1;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) => (isText(at) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

/** The figures for programs, with what follows from them. */
export const toldToPrograms = (figures: readonly Figure[]) =>
  figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), within: isWithin(figure) }));
