import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { isPlainDate, type PlainDate } from '../lib/domain/time/plain-date.ts';
import { EVIDENCE_PREFIX } from '../lib/store/evidence-files.ts';

/** Copies of the log as somebody who checks them reads them; what puts them may not. */
export interface EvidenceReader {
  find(name: string): Promise<string | undefined>;
  /** The days of a side that have anything, in their order. */
  days(jurisdiction: string): Promise<readonly PlainDate[]>;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const folderOf = (jurisdiction: string): string => `${EVIDENCE_PREFIX}${jurisdiction}`;

function diskReader(folder: string): EvidenceReader {
  const orNothing = async <Read>(reading: Promise<Read>): Promise<Read | undefined> => {
    try {
      return await reading;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  return {
    find: (name) => orNothing(readFile(join(folder, name), 'utf8')),
    days: async (jurisdiction) =>
      ((await orNothing(readdir(join(folder, folderOf(jurisdiction))))) ?? []).filter(isPlainDate).toSorted(),
  };
}

/** By the credentials of whoever runs it: they need to read and list the bucket, and nothing else. */
async function bucketReader(bucket: string, config: S3ClientConfig): Promise<EvidenceReader> {
  const { GetObjectCommand, ListObjectsV2Command, NoSuchKey, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client(config);
  return {
    async find(name) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async days(jurisdiction) {
      const Prefix = `${folderOf(jurisdiction)}/`;
      const found: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix, Delimiter: '/', ContinuationToken }),
        );
        for (const { Prefix: day = '' } of page.CommonPrefixes ?? [])
          found.push(day.slice(Prefix.length, -1));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      return found.filter(isPlainDate).toSorted();
    },
  };
}

/** @param place a folder, or `s3://` and the name of a bucket. */
export const openEvidence = async (place: string, config: S3ClientConfig = {}): Promise<EvidenceReader> =>
  place.startsWith('s3://') ? bucketReader(place.slice('s3://'.length), config) : diskReader(place);
