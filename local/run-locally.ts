import { DataDirInUse } from './data-dir-lock.ts';
import { NoEngine } from './engine.ts';
import { PortTaken } from './http-server.ts';
import { personas } from './personas.ts';
import { type Service, startService } from './service.ts';
import { findRunningService } from './service-file.ts';

interface Place {
  readonly port: number;
  readonly dataDir: string;
}

/** What to tell somebody whose start failed for a reason of this machine; `undefined` for a fault of ours. */
function advice(error: unknown, { port, dataDir }: Place): string | undefined {
  if (error instanceof NoEngine) return error.message;
  if (error instanceof PortTaken)
    return `端口 ${port} 已被占用。请结束占用它的程序，或换一个端口：PORT=${port + 1} npm start
Port ${port} is taken. End what listens there, or choose another port: PORT=${port + 1} npm start`;
  if (!(error instanceof DataDirInUse)) return undefined;
  const holder = findRunningService(dataDir);
  const who = holder === undefined ? '' : ` (pid ${holder.pid}, ${holder.url})`;
  return `数据目录 ${dataDir} 正被另一个服务使用${who}。请先结束它，或换一个目录：DATA_DIR=.local-2 PORT=${port + 1} npm start
Another service uses the data directory ${dataDir}${who}. End it, or choose another one: DATA_DIR=.local-2 PORT=${port + 1} npm start`;
}

/** What the start itself did not take was Node's, to load the code. */
const phasesOf = ({ phases: { whole = 0, ...parts } }: Service, ms: number): string =>
  Object.entries({ load: ms - whole, ...parts })
    .map(([phase, took]) => `${phase} ${took}`)
    .join(', ');

const welcome = (service: Service, { dataDir }: Place, ms: number): string => `
同标 Tongbiao 已就绪，用时 ${ms} 毫秒 (ready in ${ms} ms: ${phasesOf(service, ms)})

  接口 API         ${service.url}/v1
  文档 docs        ${service.url}/docs
  签发方 issuer    ${service.issuerUrl}   （开发用，任何人都能取得令牌；for development: anybody gets a token）
  实名 real names  ${service.issuerUrl}/real-name   （开发用，不核验任何人；for development: verifies nobody）
  引擎 engine      ${service.engine}
  数据 data        ${dataDir}

演示数据为虚构，信息来源的心跳由本程序代发（每 15 分钟），DEMO_DATA=off 关闭。
Demo data is invented; this program plays the sources and sends their heartbeats every 15 minutes; DEMO_DATA=off for none.

试一试 Try:
  curl -s ${service.url}/v1/health
  curl -s ${service.url}/v1/standards/items
  TOKEN=$(npm run -s token applicant)
  curl -s -H "Authorization: Bearer $TOKEN" ${service.url}/v1/filings

身份 personas: ${personas.map(({ id }) => id).join(', ')}
按 Ctrl-C 停止，再按一次立即结束。Ctrl-C stops everything, a second one at once.
`;

interface Ending {
  readonly told: string;
  readonly exitCode: number;
}

const ENGINE_GONE: Ending = {
  told: '数据引擎意外结束，已确认的内容没有丢失。The engine ended by itself; nothing acknowledged is lost.',
  exitCode: 1,
};

/** npm passes Ctrl-C on to us, who had it from the terminal already: within this time it is one and the same. */
const SAME_SIGNAL_MS = 500;

/** Resolves at the first signal to stop; a second one ends the process at once, and the engine with it. */
function stopAsked(): Promise<Ending> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const heard = (signal: NodeJS.Signals): void => {
      first ??= performance.now();
      if (performance.now() - first > SAME_SIGNAL_MS) process.exit(130);
      resolve({ told: `${signal}，正在停止 stopping …`, exitCode: 0 });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
  });
}

/** `npm start`: starts the service, says so, and runs until it is asked to stop. Sets the process's exit code. */
export async function runLocally(given: {
  readonly port: string;
  readonly dataDir: string;
  /** Tells services apart that share one engine. */
  readonly tablePrefix: string | undefined;
  readonly demoData: boolean;
  readonly schedules: boolean;
}): Promise<void> {
  const place = { port: Number(given.port), dataDir: given.dataDir };
  if (!Number.isInteger(place.port) || place.port < 0 || place.port > 65_535) {
    console.error(`PORT=${given.port} 不是端口号。PORT=${given.port} is no port (0 to 65535).`);
    process.exit(1);
  }
  const stopping = stopAsked();
  let service: Service;
  try {
    service = await startService({ ...given, ...place });
  } catch (error) {
    console.error(advice(error, place) ?? error);
    process.exit(1);
  }
  console.log(welcome(service, place, Math.round(performance.now())));
  const broken = service.engineEnded.then(() => ENGINE_GONE);
  const { told, exitCode } = await Promise.race([stopping, broken]);
  console.log(told);
  await service.stop();
  process.exit(exitCode);
}
