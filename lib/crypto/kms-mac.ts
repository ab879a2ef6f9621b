import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';

/** All of KMS that deriving secrets takes. Loaded with the first secret: of organisations alone none is derived. */
export const newKmsClient = (): KMSClient => new KMSClient();

/** One GenerateMac over the label, of 32 bytes. */
export async function generateMac(client: KMSClient, key: string, label: string): Promise<Uint8Array> {
  const { Mac } = await client.send(
    new GenerateMacCommand({
      KeyId: key,
      MacAlgorithm: 'HMAC_SHA_256',
      Message: new TextEncoder().encode(label),
    }),
  );
  if (Mac?.length !== 32) throw new Error('KMS answered GenerateMac without a 32-byte MAC');
  return Mac;
}
