import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { SNIFFED } from '../domain/registration/sniff.ts';
import {
  BOUND,
  base64Of,
  dispositionOf,
  type KeptFile,
  keyOf,
  type MaterialFiles,
  secondsOf,
  UNBOUND,
} from './material-files.ts';

const TAGGING = `<Tagging><TagSet><Tag><Key>${UNBOUND.key}</Key><Value>${UNBOUND.value}</Value></Tag></TagSet></Tagging>`;

/** A key that is not there is told as forbidden to whoever may not list the bucket, which nobody here may. */
const isAbsent = (error: unknown): boolean =>
  error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0);

const hexOf = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');

/** Materials in a bucket. Signing asks nobody; a signature is good no longer than the credentials of the function. */
export function createS3MaterialFiles(bucket: string, config: S3ClientConfig = {}): MaterialFiles {
  const client = new S3Client(config);

  async function range(Key: string, VersionId: string | undefined, Range: string): Promise<Uint8Array> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key, VersionId, Range }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  async function headOf(Key: string) {
    try {
      return await client.send(new HeadObjectCommand({ Bucket: bucket, Key, ChecksumMode: 'ENABLED' }));
    } catch (error) {
      if (!isAbsent(error)) throw error;
      return undefined;
    }
  }

  async function tag(
    { id, revision }: Pick<KeptFile, 'id' | 'revision'>,
    { key, value }: { readonly key: string; readonly value: string },
  ): Promise<void> {
    await client.send(
      new PutObjectTaggingCommand({
        Bucket: bucket,
        Key: keyOf(id),
        VersionId: revision,
        Tagging: { TagSet: [{ Key: key, Value: value }] },
      }),
    );
  }

  return {
    async uploadForm(id, { mediaType, bytes, sha256 }, time) {
      return createPresignedPost(client, {
        Bucket: bucket,
        Key: keyOf(id),
        Expires: secondsOf(time),
        Fields: {
          'Content-Type': mediaType,
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': base64Of(sha256),
          tagging: TAGGING,
        },
        Conditions: [['content-length-range', bytes, bytes]],
      });
    },

    async inspect(id) {
      const key = keyOf(id);
      const found = await headOf(key);
      if (found === undefined) return undefined;
      const { ContentLength = 0, ContentType, ChecksumSHA256, VersionId } = found;
      const [head, tail] =
        ContentLength === 0
          ? [new Uint8Array(), new Uint8Array()]
          : await Promise.all([
              range(key, VersionId, `bytes=0-${SNIFFED.head - 1}`),
              range(key, VersionId, `bytes=-${SNIFFED.tail}`),
            ]);
      return {
        mediaType: ContentType,
        bytes: ContentLength,
        sha256: ChecksumSHA256 === undefined ? undefined : hexOf(ChecksumSHA256),
        head,
        tail,
        revision: VersionId,
      };
    },

    keep: (file) => tag(file, BOUND),

    async release(file) {
      try {
        await tag(file, UNBOUND);
      } catch (error) {
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
        if (status !== 404) throw error;
      }
    },

    downloadLink: (file, time) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: keyOf(file.id),
          VersionId: file.revision,
          ResponseContentType: file.mediaType,
          ResponseContentDisposition: dispositionOf(file),
          ResponseCacheControl: 'no-store',
        }),
        { expiresIn: secondsOf(time) },
      ),
  };
}
