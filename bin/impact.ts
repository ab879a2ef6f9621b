import { parseArgs } from 'node:util';
import { storeOptions, storeUsage, WrongUsage } from '../local/proof/asked-store.ts';
import { impactOnStore } from '../local/proof/impact-store.ts';
import { openStore } from '../local/proof/open-store.ts';
import { readDraft } from '../local/proof/read-draft.ts';
import { progressLine, runTool } from '../local/proof/run-tool.ts';
import { tellImpact } from '../local/proof/tell-impact.ts';

const usage = `用法 Usage: npm run impact -- <draft> [options]
用草案重新计算该事项过去的办件，列出结果会不同的。
Decides the past filings of an item by a draft of its standard, and lists those that would have come out otherwise.

  <draft>                          导出 standard 的模块，或事项文件夹 a module that exports a \`standard\`, or an item's folder
${storeUsage}
  --json                           供机器读 for machines

退出码 exit code: 0; 2 未能计算 nothing could be told`;

/** `npm run impact`. */
await runTool(usage, async () => {
  const options = { ...storeOptions, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new WrongUsage('请给出一个草案。Name one draft.');
  const draft = await readDraft(given);
  const store = await openStore(values);
  const progress = progressLine((filings) => `${filings} …`);
  try {
    const impact = await impactOnStore(store, draft, progress.at);
    progress.end();
    console.log(values.json ? JSON.stringify(impact, undefined, 2) : tellImpact(impact));
    return 0;
  } finally {
    await store.close();
  }
});
