import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { monitoringPage } from '../../bin/monitoring.ts';
import { metricTable } from '../../lib/edge/metric-table.ts';

const page = readFileSync(new URL('../../docs/monitoring.md', import.meta.url), 'utf8');

test('docs/monitoring.md is what the tables give (npm run monitoring)', () => {
  expect(page).toBe(monitoringPage());
});

test('every metric has a line there', () => {
  expect(Object.keys(metricTable).length).toBeGreaterThan(10);
  for (const name of Object.keys(metricTable)) expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
});
