import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { rawProblem } from './gateway-problem.ts';

export type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface HttpServer {
  readonly url: string;
  /** From now on requests are answered; those that came before have waited. */
  readonly answerWith: (answering: Answering) => void;
  /** Takes no more requests, lets those under way finish for ten seconds, then ends. May be called again. */
  readonly close: () => Promise<void>;
}

/** Thrown where somebody else listens on the port. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

const GRACE_MS = 10_000;
const UNREAD_MS = 1_000;

function refuseRaw(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
  else socket.end(rawProblem(error.code));
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new PortTaken(String(port), { cause: error });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

/** Connections on which no request was read yet: a server that closes would take them for idle, and cut them. */
function watchUnread(server: Server): ReadonlySet<Socket> {
  const unread = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unread.add(socket);
    socket.once('close', () => unread.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => unread.delete(socket));
  return unread;
}

async function close(server: Server, unread: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  const patience = performance.now() + Math.min(graceMs, UNREAD_MS);
  await pause(0);
  while (unread.size > 0 && performance.now() < patience) await pause(20);
  const closed = once(server, 'close');
  server.close();
  /** Each connection ends when the request on it does. */
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const forced = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(forced);
}

/**
 * Listens on this machine alone (the local issuer gives a token to anyone who asks).
 *
 * @throws PortTaken
 */
export async function openHttpServer(port: number): Promise<HttpServer> {
  const ready = Promise.withResolvers<Answering>();
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 65_536,
    connectionsCheckingInterval: 5_000,
  });
  server.on('clientError', refuseRaw);
  server.on('request', async (request, response) => {
    try {
      await (await ready.promise)(request, response);
    } catch (error) {
      console.error(error instanceof Error ? error.stack : error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  });
  const unread = watchUnread(server);
  const bound = await listen(server, port);
  let answers = false;
  let closing: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${bound}`,
    answerWith: (answering) => {
      answers = true;
      ready.resolve(answering);
    },
    close: () => {
      closing ??= close(server, unread, answers ? GRACE_MS : 0);
      return closing;
    },
  };
}
