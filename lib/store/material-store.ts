import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { intakeLimits } from '../domain/registration/intake-limits.ts';
import {
  isGone,
  type Material,
  materialTypes,
  type StoredMaterial,
} from '../domain/registration/material.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { getAll } from './batch-get.ts';
import { epochSecondOf } from './expiry.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** What a caller has uploaded on a day, or said that they will. */
export interface Uploads {
  readonly caller: string;
  readonly day: PlainDate;
  readonly files: number;
  readonly bytes: number;
}

const envelope = {
  id: z.string(),
  version: z.int(),
  owner: z.string(),
  mediaType: z.enum(materialTypes),
  bytes: z.int(),
  sha256: z.string(),
  createdAt: z.string(),
  keptUntil: z.string(),
};
const stored = z.discriminatedUnion('state', [
  z.looseObject({ state: z.literal('awaited'), ...envelope }),
  z.looseObject({ state: z.literal('refused'), refusal: z.string(), refusedAt: z.string(), ...envelope }),
  z.looseObject({ state: z.literal('stored'), storedAt: z.string(), ...envelope }),
]);
const uploads = z.object({ files: z.int(), bytes: z.int() });

/** What a filing names is kept with it; everything else ends. */
function toItem(material: Material): Record<string, unknown> {
  const bound = material.state === 'stored' && material.filing !== undefined;
  return {
    ...keys.material(material.id),
    ...material,
    ...(!bound && { expiresAt: epochSecondOf(material.keptUntil) }),
  };
}

function fromItem(item: Record<string, unknown>): Material {
  const { pk: _pk, sk: _sk, expiresAt: _end, ...material } = z.parse(stored, item);
  return material as unknown as Material;
}

/** What is known of uploaded materials; their bytes are elsewhere (`material-files.ts`). */
export function createMaterialStore(client: DynamoDBDocumentClient, table: string) {
  const put = (
    material: Material,
    condition: 'material-unchanged' | 'material-unbound',
  ): Write<typeof condition> => ({
    condition,
    item: {
      Put: {
        TableName: table,
        Item: toItem(material),
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': material.version - 1 },
      },
    },
  });
  return {
    create: (material: Material): Write => ({
      condition: 'material-is-new',
      item: {
        Put: { TableName: table, Item: toItem(material), ConditionExpression: 'attribute_not_exists(pk)' },
      },
    }),
    /** Replaces the version before this one. */
    replace: (material: Material): Write => put(material, 'material-unchanged'),
    /** The same for a filing: no other has taken it since it was read. */
    bind: (material: Material, filing: string): Write =>
      put({ ...material, filing, version: material.version + 1 } as Material, 'material-unbound'),
    /** No filing holds it any more: it is gone from this instant on, and dropped by the table. */
    release: ({ filing: _, ...material }: StoredMaterial, at: Instant): Write =>
      put({ ...material, version: material.version + 1, keptUntil: at }, 'material-unchanged'),
    async find(id: string, at: Instant): Promise<Material | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.material(id), ConsistentRead: true }),
      );
      const material = Item && fromItem(Item);
      return material === undefined || isGone(material, at) ? undefined : material;
    },
    /** By id; those that there are not, or no longer, are missing. */
    async findMany(ids: readonly string[], at: Instant): Promise<ReadonlyMap<string, Material>> {
      const items = await getAll(client, table, [...new Set(ids)].map(keys.material));
      const standing = items.map(fromItem).filter((material) => !isGone(material, at));
      return new Map(standing.map((material) => [material.id, material]));
    },
    async uploadsOf(caller: string, day: PlainDate): Promise<Uploads> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.uploads(caller, day), ConsistentRead: true }),
      );
      const { files, bytes } = Item === undefined ? { files: 0, bytes: 0 } : z.parse(uploads, Item);
      return { caller, day, files, bytes };
    },
    /** One more file; fails while somebody counts another one of the same caller. */
    count: ({ caller, day, files, bytes }: Uploads, more: number, at: Instant): Write => ({
      condition: 'uploads-unchanged',
      item: {
        Put: {
          TableName: table,
          Item: {
            ...keys.uploads(caller, day),
            files: files + 1,
            bytes: bytes + more,
            expiresAt: epochSecondOf(at) + intakeLimits.material.keptDays * 86_400,
          },
          ConditionExpression: 'attribute_not_exists(pk) OR #files = :read',
          ExpressionAttributeNames: { '#files': 'files' },
          ExpressionAttributeValues: { ':read': files },
        },
      },
    }),
  };
}

export type MaterialStore = ReturnType<typeof createMaterialStore>;
