import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import { enterpriseTypes } from '../domain/registration/enterprise-type.ts';
import type { Licence } from '../domain/registration/licence.ts';
import { foldName, openingOf } from '../domain/subject/organisation-name.ts';
import { keys } from './keys.ts';
import { type PackedText, packedText, packText, unpackText } from './packed-text.ts';
import type { Write } from './transaction.ts';

const storedEnterprise = z.looseObject({
  code: z.string(),
  type: z.enum(enterpriseTypes),
  typeName: z.string(),
  status: z.enum(['registered', 'licence-revoked', 'ordered-to-close', 'establishment-revoked', 'cancelled']),
  address: z.string(),
  businessScope: z.array(z.string()),
  heads: z.array(z.looseObject({ subject: z.string(), name: z.string() })),
  members: z.array(z.looseObject({ subject: z.string(), name: z.string(), as: z.string() })),
  roles: z.array(z.looseObject({ subject: z.string(), role: z.string() })),
  registeredBy: z.string(),
  establishedOn: z.string(),
  licence: z.int(),
  version: z.int(),
});
const kept = z.looseObject({ code: z.string(), version: z.int(), content: packedText });
const storedLicence = z.looseObject({
  code: z.string(),
  number: z.int(),
  issuedOn: z.string(),
  token: z.string(),
});

/** Whole and, where it is long, deflated: an enterprise of many members is. Its code and version stay readable. */
const toFields = (enterprise: Enterprise): { code: string; version: number; content: PackedText } => ({
  code: enterprise.code,
  version: enterprise.version,
  content: packText(JSON.stringify(enterprise)),
});

/** Its place among names, where it has a trade name; of what it was before, the last version that had one it has no more. */
function namePlace({ code, tradeName }: Enterprise): object {
  const folded = foldName(tradeName ?? '');
  return folded === '' ? {} : keys.enterpriseName(openingOf(folded), folded, code);
}

/** An enterprise out of any item that holds one. */
export const enterpriseFrom = (item: Record<string, unknown>): Enterprise =>
  z.parse(storedEnterprise, JSON.parse(unpackText(z.parse(kept, item).content))) as unknown as Enterprise;

const withoutKeys = ({ pk: _pk, sk: _sk, ...fields }: Record<string, unknown>): unknown => fields;

/** Registered enterprises, what they were before, and their licences. */
export function createEnterpriseStore(client: DynamoDBDocumentClient, table: string) {
  const putNew = (condition: string, item: Record<string, unknown>): Write => ({
    condition,
    item: { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
  });
  const get = async (key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;
  return {
    create: (enterprise: Enterprise): Write =>
      putNew('code-is-free', {
        ...keys.enterprise(enterprise.code),
        ...namePlace(enterprise),
        ...toFields(enterprise),
      }),
    /** The next version, and what it was before, to be found again. */
    replace: (next: Enterprise, read: Enterprise): readonly Write[] => [
      {
        condition: 'enterprise-unchanged',
        item: {
          Put: {
            TableName: table,
            Item: { ...keys.enterprise(next.code), ...namePlace(next), ...toFields(next) },
            ConditionExpression: '#version = :read',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':read': read.version },
          },
        },
      },
      putNew('enterprise-unchanged', {
        ...keys.enterpriseVersion(read.code, read.version),
        /* By the name it leaves it is still found. */
        ...(foldName(read.tradeName ?? '') !== foldName(next.tradeName ?? '') && namePlace(read)),
        ...toFields(read),
      }),
    ],
    issue: (licence: Licence): Write =>
      putNew('licence-is-new', { ...keys.licence(licence.code, licence.number), ...licence }),
    async find(code: string): Promise<Enterprise | undefined> {
      const item = await get(keys.enterprise(code));
      return item && enterpriseFrom(item);
    },
    async findVersion(code: string, version: number): Promise<Enterprise | undefined> {
      const item = await get(keys.enterpriseVersion(code, version));
      return item && enterpriseFrom(item);
    },
    async findLicence(code: string, number: number): Promise<Licence | undefined> {
      const item = await get(keys.licence(code, number));
      return item && (withoutKeys(z.parse(storedLicence, item)) as Licence);
    },
    async findLatestLicence(code: string): Promise<Licence | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :licences)',
          ExpressionAttributeValues: { ':pk': keys.enterprise(code).pk, ':licences': 'LICENCE#' },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: 1,
        }),
      );
      return Items[0] && (withoutKeys(z.parse(storedLicence, Items[0])) as Licence);
    },
  };
}

export type EnterpriseStore = ReturnType<typeof createEnterpriseStore>;
