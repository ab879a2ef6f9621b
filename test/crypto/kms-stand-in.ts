import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';

interface Sent {
  readonly operation: string;
  readonly input: Readonly<Record<string, string>>;
}

export interface KmsStandIn {
  readonly client: KMSClient;
  readonly sent: readonly Sent[];
  /** The next calls answer with a fault of the service. */
  failNext(times: number): void;
}

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

/**
 * ECDSA over a digest that is given: node:crypto only signs what it hashes itself, so the stand-in is told the
 * message whose digest the adapter sends.
 */
export const messageToSign = new TextEncoder().encode('一份凭证');

const answers: Readonly<Record<string, (input: Sent['input']) => unknown>> = {
  Sign: () => ({ Signature: sign('sha256', messageToSign, privateKey).toString('base64') }),
  GetPublicKey: ({ KeyId }) => ({ KeyId, KeyUsage: 'SIGN_VERIFY', PublicKey: spki }),
  GenerateMac: ({ KeyId = '', Message = '' }) => ({
    KeyId,
    Mac: createHmac('sha256', `secret of ${KeyId}`).update(Buffer.from(Message, 'base64')).digest('base64'),
  }),
};

/** A real client whose requests, as serialised, are answered here instead of by the network. */
export function startKms(): KmsStandIn {
  const sent: Sent[] = [];
  let failures = 0;
  const respond = (statusCode: number, body: unknown) => ({
    response: {
      statusCode,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: new TextEncoder().encode(JSON.stringify(body)),
    },
  });
  const client = new KMSClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      async handle(request: { headers: Record<string, string>; body: Uint8Array }) {
        const operation = request.headers['x-amz-target']?.replace('TrentService.', '') ?? '';
        const input = JSON.parse(new TextDecoder().decode(request.body));
        sent.push({ operation, input });
        if (failures > 0) {
          failures -= 1;
          return respond(500, { __type: 'KMSInternalException', message: 'test' });
        }
        return respond(200, answers[operation]?.(input));
      },
    } as never,
  });
  return {
    client,
    sent,
    failNext: (times) => {
      failures = times;
    },
  };
}
