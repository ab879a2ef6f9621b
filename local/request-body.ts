import type { IncomingMessage } from 'node:http';

/** The most bytes the gateway takes: 10 MB. The handlers take less. */
export const MAXIMUM_REQUEST_BYTES = 10 * 1024 * 1024;

/** Beyond this nobody waits for the answer any more. */
const MOST_DISCARDED = 64 * 1024 * 1024;

/** The client went away before it had sent its body: nobody is left to answer. */
export class ClientLeft extends Error {
  override readonly name = 'ClientLeft';
}

/**
 * Reads a body whole, or gives `undefined` as soon as it is too large. What follows is read and thrown away for a
 * while, as most clients look at an answer only after they have sent everything.
 */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = Number(request.headers['content-length'] ?? 0) > MAXIMUM_REQUEST_BYTES ? Number.NaN : 0;
    let discarded = 0;
    if (Number.isNaN(bytes)) resolve(undefined);
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAXIMUM_REQUEST_BYTES) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve(undefined);
      discarded += chunk.length;
      if (discarded > MOST_DISCARDED) request.destroy();
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new ClientLeft()));
  });
}
