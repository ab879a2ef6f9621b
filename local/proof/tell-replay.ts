import type { Counts, Replay } from './replay-store.ts';

const columns = ['filings', 'receipts', 'swaps', 'erased', 'divergences'] as const;

const row = (name: string, cells: readonly (string | number)[]): string =>
  `  ${name.padEnd(48)}${cells.map((cell) => String(cell).padStart(12)).join('')}`;

const countsOf = (counts: Counts): readonly number[] => columns.map((column) => counts[column]);

/** What an auditor reads. */
export function tellReplay({ store, all, byStandard, divergences, erased }: Replay): string {
  const left = all.divergences - divergences.length;
  return [
    `重放 Replay of ${store}`,
    '',
    row('', columns),
    ...Object.entries(byStandard).map(([standard, counts]) => row(standard, countsOf(counts))),
    row('全部 all', countsOf(all)),
    '',
    ...divergences.map(
      ({ filing, version, standard, fault, detail }) =>
        `  ${filing} v${version ?? '-'} ${standard} ${fault}: ${detail}`,
    ),
    ...(left > 0 ? [`  … ${left} more`] : []),
    ...erased.map(
      (filing) => `  ${filing} erased 事实已删除，只验签名 (the facts are no longer kept: signatures only)`,
    ),
    all.divergences === 0
      ? `全部一致：${all.receipts} 份凭证，${all.swaps} 次换地。No divergence: ${all.receipts} receipts decided again, ${all.swaps} times in another place.`
      : `有 ${all.divergences} 处不一致。${all.divergences} divergences.`,
  ].join('\n');
}
