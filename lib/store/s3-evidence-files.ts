import { PutObjectCommand, S3Client, type S3ClientConfig, S3ServiceException } from '@aws-sdk/client-s3';
import type { EvidenceFiles } from './evidence-files.ts';

const PRECONDITION_FAILED = 412;

const isThere = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === PRECONDITION_FAILED;

/**
 * Copies in a bucket with object lock, whose default retention holds each of them. The condition keeps a second version from
 * being made; the lock keeps the first one whatever is done.
 */
export function createS3EvidenceFiles(bucket: string, config: S3ClientConfig = {}): EvidenceFiles {
  const client = new S3Client(config);
  return {
    async put(name, text) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: name,
            Body: text,
            ContentType: name.endsWith('.json') ? 'application/json' : 'application/x-ndjson',
            ChecksumAlgorithm: 'SHA256',
            IfNoneMatch: '*',
          }),
        );
      } catch (error) {
        if (!isThere(error)) throw error;
      }
    },
  };
}
