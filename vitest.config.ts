import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    /* Every file has an engine and tables of its own. */
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    /* Far from China Standard Time on purpose: no legal day may depend on where the machine stands. */
    env: { TZ: 'America/Anchorage' },
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/test-report.json' },
  },
});
