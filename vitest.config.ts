import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    /*
     * A worker reads the code once and not anew for each file, which halves the time. It holds because modules keep nothing
     * that is written: what is remembered between requests belongs to what a test makes for itself.
     */
    isolate: false,
    /* Every file has an engine and tables of its own. */
    maxWorkers: '100%',
    /* Far above what any needs: a busy machine is no failure. */
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    /* Far from China Standard Time on purpose: no legal day may depend on where the machine stands. */
    env: { TZ: 'America/Anchorage', POWERTOOLS_SERVICE_NAME: 'tongbiao-test' },
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/test-report.json' },
  },
});
