import { resolve } from 'node:path';
import { findPersona, personas, scopesOf } from '../local/personas.ts';
import { findRunningService } from '../local/service-file.ts';
import { fetchAccessToken, fetchRealNameProof } from '../local/tokens.ts';

const usage = `用法 Usage:
  npm run -s token <persona>                      访问令牌 an access token (1 h)
  npm run -s token real-name '<name>' <number>    实名凭证 a real-name proof (1 h, 开发用 for development)

身份 personas:
${personas.map((one) => `  ${one.id.padEnd(14)}${one.describes.zh} / ${one.describes.en} [${scopesOf(one).join(' ')}]`).join('\n')}`;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** The issuer of the service on `PORT`, or else of the one that the data directory tells of. */
function issuerUrl(): string {
  const { PORT, DATA_DIR } = process.env;
  if (PORT) return `http://127.0.0.1:${PORT}/oidc`;
  const dataDir = resolve(DATA_DIR ?? '.local');
  return (
    findRunningService(dataDir)?.issuer ??
    fail(
      `在 ${dataDir} 没有运行中的服务，请先 npm start（或以 DATA_DIR、PORT 指明）。\nNo service runs on ${dataDir}: npm start first, or name it by DATA_DIR or PORT.`,
    )
  );
}

function tokenFor([wanted, name, number]: readonly string[]): Promise<string> {
  if (wanted === 'real-name' && name !== undefined && number !== undefined)
    return fetchRealNameProof(issuerUrl(), { name, document: { kind: 'citizen-id', number } });
  if (wanted === undefined || wanted === 'real-name') return fail(usage);
  if (findPersona(wanted) === undefined)
    return fail(`没有身份 ${wanted}。There is no persona ${wanted}.\n\n${usage}`);
  return fetchAccessToken(issuerUrl(), wanted);
}

try {
  console.log(await tokenFor(process.argv.slice(2)));
} catch (error) {
  const unreachable = error instanceof TypeError;
  fail(
    unreachable
      ? `服务没有应答：${issuerUrl()}，请先 npm start。\nNo service answers at ${issuerUrl()}: npm start first.`
      : String(error),
  );
}
