import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import {
  type ImportFiles,
  importKeys,
  RECEIPT_TYPE,
  receiptDisposition,
  uploadTypes,
} from './import-files.ts';
import { base64Of, secondsOf } from './material-files.ts';

/** All parts of an upload but the last have at least 5 MiB. */
const PART_BYTES = 8 * 1_048_576;

/** Text in pieces of one size, the last one smaller; never more than one of them in memory. */
async function* piecesOf(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const part of parts) {
    const bytes = Buffer.from(part);
    held.push(bytes);
    size += bytes.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  yield Buffer.concat(held);
}

/** Files of imports in a bucket. An upload that was begun and not completed is dropped by the bucket's lifecycle. */
export function createS3ImportFiles(bucket: string, config: S3ClientConfig = {}): ImportFiles {
  const client = new S3Client(config);

  async function inParts(Key: string, pieces: AsyncIterable<Buffer>): Promise<void> {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key }));
    const Parts: { readonly PartNumber: number; readonly ETag: string | undefined }[] = [];
    for await (const Body of pieces) {
      const PartNumber = Parts.length + 1;
      const { ETag } = await client.send(
        new UploadPartCommand({ Bucket: bucket, Key, UploadId, PartNumber, Body }),
      );
      Parts.push({ PartNumber, ETag });
    }
    await client.send(
      new CompleteMultipartUploadCommand({ Bucket: bucket, Key, UploadId, MultipartUpload: { Parts } }),
    );
  }

  return {
    uploadForm: (id, { format, bytes, sha256 }, time) =>
      createPresignedPost(client, {
        Bucket: bucket,
        Key: importKeys.upload(id),
        Expires: secondsOf(time),
        Fields: {
          'Content-Type': uploadTypes[format],
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': base64Of(sha256),
        },
        Conditions: [['content-length-range', bytes, bytes]],
      }),

    async *read(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error('An object without a body');
      for await (const chunk of Body as unknown as AsyncIterable<Uint8Array>) yield chunk;
    },

    async write(key, parts) {
      const pieces = piecesOf(parts);
      const first = (await pieces.next()).value ?? Buffer.alloc(0);
      if (first.length < PART_BYTES) {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: first }));
        return;
      }
      async function* all(): AsyncGenerator<Buffer> {
        yield first;
        for await (const piece of pieces) if (piece.length > 0) yield piece;
      }
      await inParts(key, all());
    },

    receiptLink: (id, time) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: importKeys.receipt(id),
          ResponseContentType: RECEIPT_TYPE,
          ResponseContentDisposition: receiptDisposition(id),
          ResponseCacheControl: 'no-store',
        }),
        { expiresIn: secondsOf(time) },
      ),
  };
}
