import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { KeptClaim } from '../domain/registration/claim-name.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** All claims on one trade name (字号) within one authority, and the version they were read at; 0 is none yet. */
export interface NameClaims {
  readonly authority: string;
  readonly tradeName: string;
  readonly claims: readonly KeptClaim[];
  readonly version: number;
}

const stored = z.looseObject({
  version: z.int(),
  claims: z.array(
    z.looseObject({
      name: z.string(),
      state: z.enum(['registered', 'reserved', 'given-up', 'revoked']),
      holder: z.string(),
      since: z.string(),
    }),
  ),
});

/** Who holds which name. One item holds a trade name's claims, so that two filings for it cannot both pass. */
export function createNameClaimStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async get(authority: string, tradeName: string): Promise<NameClaims> {
      const { Item } = await client.send(
        new GetCommand({
          TableName: table,
          Key: keys.nameClaims(authority, tradeName),
          ConsistentRead: true,
        }),
      );
      if (Item === undefined) return { authority, tradeName, claims: [], version: 0 };
      const { claims, version } = z.parse(stored, Item);
      return { authority, tradeName, claims: claims as unknown as readonly KeptClaim[], version };
    },
    replace: (read: NameClaims, claims: readonly KeptClaim[]): Write => ({
      condition: 'name-claims-unchanged',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.nameClaims(read.authority, read.tradeName), claims, version: read.version + 1 },
          ConditionExpression: 'attribute_not_exists(pk) OR #version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': read.version },
        },
      },
    }),
  };
}

export type NameClaimStore = ReturnType<typeof createNameClaimStore>;
