import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Enterprise, EnterpriseRole, Licence } from '../domain/registration/enterprise.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

const storedEnterprise = z.looseObject({
  code: z.string(),
  name: z.string(),
  type: z.string(),
  legalRepresentative: z.string(),
  capitalFen: z.int(),
  address: z.string(),
  businessScope: z.array(z.string()),
  shareholders: z.array(z.looseObject({ name: z.string(), subscribedFen: z.int(), payBy: z.string() })),
  status: z.literal('registered'),
  registeredBy: z.string(),
  establishedOn: z.string(),
});
const storedLicence = z.looseObject({
  code: z.string(),
  number: z.int(),
  issuedOn: z.string(),
  token: z.string(),
});

const putNew = (table: string, condition: string, item: Record<string, unknown>): Write => ({
  condition,
  item: { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
});

const withoutKeys = ({ pk: _pk, sk: _sk, ...fields }: Record<string, unknown>): unknown => fields;

/** Registered enterprises, their licences, and who has which part in them. */
export function createEnterpriseStore(client: DynamoDBDocumentClient, table: string) {
  return {
    create: (
      enterprise: Enterprise,
      licence: Licence,
      roles: readonly EnterpriseRole[],
    ): readonly Write[] => [
      putNew(table, 'code-is-free', { ...keys.enterprise(enterprise.code), ...enterprise }),
      putNew(table, 'code-is-free', { ...keys.licence(licence.code, licence.number), ...licence }),
      ...roles.map(({ subject, role }) =>
        putNew(table, 'code-is-free', {
          ...keys.role(subject, role, enterprise.code),
          since: enterprise.establishedOn,
        }),
      ),
    ],
    async find(code: string): Promise<Enterprise | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.enterprise(code), ConsistentRead: true }),
      );
      return Item && (withoutKeys(z.parse(storedEnterprise, Item)) as Enterprise);
    },
    async findLicence(code: string, number: number): Promise<Licence | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.licence(code, number), ConsistentRead: true }),
      );
      return Item && (withoutKeys(z.parse(storedLicence, Item)) as Licence);
    },
  };
}

export type EnterpriseStore = ReturnType<typeof createEnterpriseStore>;
