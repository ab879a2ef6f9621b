import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { momentOf } from '../lib/domain/time/instant.ts';
import { dropTables, tableNames } from '../local/create-tables.ts';
import { sharedRecord, twoDates, whoLooked } from '../local/demo-credit.ts';
import { sendHeartbeats } from '../local/demo-data.ts';
import type { DemoStage } from '../local/demo-people.ts';
import { anyWindow, everyDefect, sameStandard } from '../local/demo-registration.ts';
import { type Later, yearOfARecord } from '../local/demo-year.ts';
import { moveClock } from '../local/moved-clock.ts';
import { clientAt } from '../local/open-data.ts';
import { startService } from '../local/service.ts';
import { fetchAccessToken, fetchRealNameProof } from '../local/tokens.ts';

/** `npm run demo`: a fresh service on free ports, and a cross-border case told with its real requests and answers. */
const dataDir = mkdtempSync(join(tmpdir(), 'tongbiao-demo-'));
/* On an engine that is lent the story has tables of its own, too, and leaves none behind. */
const tablePrefix = basename(dataDir);
const service = await startService({ port: 0, dataDir, tablePrefix });
const { DYNAMODB_ENDPOINT: lent } = process.env;

const stage: DemoStage = {
  url: service.url,
  today: momentOf(new Date()).on,
  tokenOf: (persona) => fetchAccessToken(service.issuerUrl, persona),
  proofOf: (person) => fetchRealNameProof(service.issuerUrl, person),
  tell: (line = '') => console.log(line),
};

/** A later day: the clock of the whole process moves, and the sources say again how far they are complete. */
const later: Later = async (days) => {
  moveClock(days);
  await sendHeartbeats({ url: service.url, issuerUrl: service.issuerUrl, dataDir });
  return { ...stage, today: momentOf(new Date()).on };
};

try {
  stage.tell('同标 Tongbiao：一个跨省案例。人物、企业、记录均为虚构；行政区划、机关与法律为真实。');
  stage.tell(
    'A cross-border case. People, companies and records are invented; divisions, authorities and law are real.\n',
  );
  for (const scene of [anyWindow, everyDefect, sharedRecord, sameStandard, twoDates, whoLooked])
    await scene(stage);
  await yearOfARecord(stage, later);
  stage.tell(
    '完。以上每个回答都来自本机刚刚运行的服务。 The end; every answer above came from the service on this machine.',
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await service.stop();
  if (lent) {
    const client = clientAt(lent);
    await dropTables(client, tableNames(tablePrefix));
    client.destroy();
  }
  rmSync(dataDir, { recursive: true, force: true });
}
