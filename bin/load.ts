import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importJourney } from '../local/load/import-journey.ts';
import { runLoad } from '../local/load/run-load.ts';
import { startServiceProcess } from '../local/load/service-process.ts';
import { tellLoad } from '../local/load/tell-load.ts';
import { tokensOfDataDir, tokensOfPersonas } from '../local/load/tokens.ts';
import { WrongUsage } from '../local/proof/asked-store.ts';
import { openStore } from '../local/proof/open-store.ts';
import { replayStore } from '../local/proof/replay-store.ts';
import { progressLine, runTool } from '../local/proof/run-tool.ts';
import { tellReplay } from '../local/proof/tell-replay.ts';
import { findRunningService } from '../local/service-file.ts';

const usage = `用法 Usage: npm run load -- [--filings N] [--seed S] [--data DIR | --url URL]
         npm run load -- --import N
通过 HTTP 提交生成的各事项申请，由登记人员决定需审查的，然后重放全部决定。
Files generated cases of all items over HTTP, has those in review decided, then replays every decision.

  --filings N   件数 how many (default 1000)
  --seed S      同一种子选取同样的申请 the same seed chooses the same (default 1)
  --data DIR    在该目录上运行的服务 the service that runs on this data directory
  --url URL     任一本机服务：只以其身份办理，不重放 any local service: by its personas alone, without a replay
  --import N    代之以导入 N 行的文件，中途以 kill -9 结束服务再启动，核对全部回执、记录、信用状况与变更通知
                instead imports a file of N rows, kills the service in the midst and starts it again, and compares every receipt,
                record, half and change with what was drawn
  （均不给则在临时目录启动一个服务 with neither, a service of its own on a temporary directory）

退出码 exit code: 0; 1 有 5xx 或不一致 a 5xx or a divergence; 2 未能运行 it could not be run`;

function numberOf(given: string, least: number): number {
  const value = Number(given);
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new WrongUsage(`${given} 不是数目。${given} is no such number.`);
}

/** The service to load, where its data is, and what ends it. */
async function serviceOf({
  url,
  data,
}: {
  readonly url?: string | undefined;
  readonly data?: string | undefined;
}) {
  const nothing = async (): Promise<void> => undefined;
  const unknown = () => undefined;
  if (url !== undefined) {
    const issuer = `${url}/oidc`;
    return { url, issuer, tokens: tokensOfPersonas(issuer), megabytes: unknown, said: unknown, end: nothing };
  }
  if (data !== undefined) {
    const dataDir = resolve(data);
    const running = findRunningService(dataDir);
    if (running === undefined) throw new WrongUsage(`${dataDir} 上没有服务。No service runs on ${dataDir}.`);
    const tokens = await tokensOfDataDir(dataDir, running.issuer);
    return { ...running, dataDir, tokens, megabytes: unknown, said: unknown, end: nothing };
  }
  const { running, ...started } = await startServiceProcess();
  return { ...running, ...started, tokens: await tokensOfDataDir(started.dataDir, running.issuer) };
}

async function replayed(dataDir: string): Promise<boolean> {
  const store = await openStore({ data: dataDir });
  try {
    const replay = await replayStore(store);
    console.log(`\n${tellReplay(replay)}`);
    return replay.all.divergences === 0;
  } finally {
    await store.close();
  }
}

const PATIENCE_MS = 600_000;

/** `--import`: a file through the whole service and a crash. */
async function imported(rows: number): Promise<number> {
  const { counts, killedAt, imported, told, megabytes, wrong } = await importJourney(
    rows,
    (step) => console.error(step),
    PATIENCE_MS,
  );
  console.log(`${rows} 行 rows: 接受 accepted ${counts.accepted}, 重复 duplicate ${counts.duplicate}, 已有 already held ${counts.alreadyHeld}, 拒绝 refused ${counts.refused}
在 ${killedAt} 行处结束并重启 killed at row ${killedAt}; 导入 imported in ${imported} s; 变更通知 changes told after ${told} s; ${megabytes ?? '?'} MB
${wrong.length === 0 ? '无遗漏，无重复。Nothing lost, nothing doubled.' : wrong.slice(0, 50).join('\n')}`);
  return wrong.length === 0 ? 0 : 1;
}

/** `npm run load`. */
await runTool(usage, async () => {
  const { values } = parseArgs({
    options: {
      filings: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      url: { type: 'string' },
      data: { type: 'string' },
      import: { type: 'string' },
    },
  });
  if (values.import !== undefined) return imported(numberOf(values.import, 1));
  const [filings, seed] = [numberOf(values.filings, 1), numberOf(values.seed, 0)];
  const service = await serviceOf(values);
  const memory: (number | undefined)[] = [];
  const progress = progressLine((done) => {
    const width = Math.round((30 * done) / filings);
    return `[${'#'.repeat(width)}${'.'.repeat(30 - width)}] ${done}/${filings}`;
  }, 50);
  try {
    const load = await runLoad({
      ...service,
      filings,
      seed,
      onProgress: (done) => {
        progress.at(done);
        if (done % Math.ceil(filings / 4) === 0) memory.push(service.megabytes());
      },
    });
    progress.end();
    console.log(tellLoad(load));
    if (memory[0] !== undefined)
      console.log(`内存 Memory of the service, by quarters: ${memory.join(', ')} MB`);
    if (load.faults.length > 0) console.error(service.said());
    const agrees = 'dataDir' in service ? await replayed(service.dataDir) : true;
    return load.faults.length === 0 && agrees ? 0 : 1;
  } finally {
    progress.end();
    await service.end();
  }
});
