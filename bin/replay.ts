import { parseArgs } from 'node:util';
import { storeOptions, storeUsage } from '../local/proof/asked-store.ts';
import { openStore } from '../local/proof/open-store.ts';
import { replayStore } from '../local/proof/replay-store.ts';
import { progressLine, runTool } from '../local/proof/run-tool.ts';
import { tellReplay } from '../local/proof/tell-replay.ts';

const usage = `用法 Usage: npm run replay -- [options]
重新计算一个库中的每个决定，再换到另一方的同级地方计算一次。
Decides every decision of a store again, and once more in a place of equal level of each other side.

${storeUsage}
  --json                           供机器读 for machines

退出码 exit code: 0 无不一致 no divergence; 1 有不一致 a divergence or a bad signature; 2 未能重放 nothing could be replayed`;

/** `npm run replay`. */
await runTool(usage, async () => {
  const { values } = parseArgs({ options: { ...storeOptions, json: { type: 'boolean' } } });
  const store = await openStore(values);
  const progress = progressLine((filings) => `${filings} …`);
  try {
    const replay = await replayStore(store, progress.at);
    progress.end();
    console.log(values.json ? JSON.stringify(replay, undefined, 2) : tellReplay(replay));
    return replay.all.divergences === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
});
