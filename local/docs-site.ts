import { createReadStream, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** Everything comes from this machine. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

const DOCS = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>Tongbiao 同标 API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, tryItOutEnabled: true, validatorUrl: null });
`;

const landing = (issuerUrl: string) => ({
  service: 'Tongbiao 同标',
  about: '异地同标与信用共享，本机运行。One standard and one shared credit record, running on this machine.',
  links: {
    docs: '/docs',
    openapi: '/openapi.json',
    events: '/events.json',
    health: '/v1/health',
    items: '/v1/standards/items',
    issuer: `${issuerUrl}/.well-known/openid-configuration`,
  },
  token: 'npm run token <persona>',
});

const openApiFile = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));
const eventsFile = fileURLToPath(new URL('../docs/events.json', import.meta.url));
const assetFile = (name: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), name);

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

function sendAsset(response: ServerResponse, name: string, type: string): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' });
  if (response.req.method === 'HEAD') response.end();
  else createReadStream(assetFile(name)).pipe(response);
}

/** The landing page and the API's documentation; false where the path is none of these. */
export function createDocsSite(options: { readonly issuerUrl: string }) {
  const json = 'application/json; charset=utf-8';
  const html = 'text/html; charset=utf-8';
  const pages: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/': (response) => send(response, json, JSON.stringify(landing(options.issuerUrl), undefined, 2)),
    '/docs': (response) => send(response, html, DOCS),
    '/docs/': (response) => send(response, html, DOCS),
    '/docs/start.js': (response) => send(response, 'text/javascript; charset=utf-8', START),
    '/openapi.json': (response) => send(response, json, readFileSync(openApiFile)),
    '/events.json': (response) => send(response, json, readFileSync(eventsFile)),
    ...Object.fromEntries(
      Object.entries(ASSETS).map(([name, type]) => [
        `/docs/${name}`,
        (response: ServerResponse) => sendAsset(response, name, type),
      ]),
    ),
  };
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (page === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    page(response);
    return true;
  };
}
