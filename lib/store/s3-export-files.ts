import { GetObjectCommand, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { EXPORT_TYPE, type ExportFiles, exportDispositionOf, exportKeyOf } from './export-files.ts';
import { secondsOf } from './material-files.ts';

/** Exports in a bucket. */
export function createS3ExportFiles(bucket: string, config: S3ClientConfig = {}): ExportFiles {
  const client = new S3Client(config);
  return {
    async write(file, content) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: exportKeyOf(file),
          Body: content,
          ContentType: EXPORT_TYPE,
          ChecksumAlgorithm: 'SHA256',
        }),
      );
    },
    downloadLink: (file, time) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: exportKeyOf(file),
          ResponseContentType: EXPORT_TYPE,
          ResponseContentDisposition: exportDispositionOf(file),
          ResponseCacheControl: 'no-store',
        }),
        { expiresIn: secondsOf(time) },
      ),
  };
}
