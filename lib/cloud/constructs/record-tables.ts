import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type IndexShape, type TableShape, tables } from '../../store/tables.ts';
import type { TableName } from '../right.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

const indexFrom = ({ name, hash, range }: IndexShape): GlobalSecondaryIndexPropsV2 => ({
  indexName: name,
  partitionKey: text(hash),
  sortKey: text(range),
  projectionType: ProjectionType.ALL,
});

/** Whatever could change or take away an entry once written; refused to everybody, whatever their role allows. */
const CHANGES = [
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
];

const appendOnly = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'EntriesStayAsWritten',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: CHANGES,
        resources: ['*'],
      }),
    ],
  });

interface Extras {
  /** @default the new image alone */
  readonly images?: StreamViewType;
  readonly resourcePolicy?: PolicyDocument;
}

/**
 * The three tables, as `lib/store/tables.ts` describes them. DynamoDB's own key encrypts them at rest: personal
 * identifiers in them are sealed one by one, by a key that no right to a table opens.
 */
export class RecordTables extends Construct implements Readonly<Record<TableName, TableV2>> {
  readonly filings: TableV2;
  readonly credit: TableV2;
  readonly lookupLog: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.filings = this.table('Filings', tables.filings);
    /* Both images are what replication asks of a stream, which cannot be changed in place (decision 0041). */
    this.credit = this.table('Credit', tables.credit, { images: StreamViewType.NEW_AND_OLD_IMAGES });
    this.lookupLog = this.table('LookupLog', tables.lookupLog, { resourcePolicy: appendOnly() });
  }

  streamArnOf(table: TableName): string {
    const arn = this[table].tableStreamArn;
    if (arn === undefined) throw new Error(`The table ${table} has no stream`);
    return arn;
  }

  private table(
    id: string,
    shape: TableShape,
    { images = StreamViewType.NEW_IMAGE, resourcePolicy }: Extras = {},
  ): TableV2 {
    return new TableV2(this, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: shape.indexes.map(indexFrom),
      ...(shape.timeToLive !== undefined && { timeToLiveAttribute: shape.timeToLive }),
      ...(shape.streamed && { dynamoStream: images }),
      ...(resourcePolicy !== undefined && { resourcePolicy }),
    });
  }
}
