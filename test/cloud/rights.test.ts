import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rightsOf } from '../../lib/cloud/rights.ts';
import { keys } from '../../lib/store/keys.ts';
import { deploy, ofType, only, type Resource, resourcesOf } from './synthesised.ts';

const { service } = deploy();
const resources = resourcesOf(service);

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly 'ForAllValues:StringLike'?: { readonly 'dynamodb:LeadingKeys': unknown } };
}

const KNOWN = {
  TablesFilings82312B59Arn: 'filings',
  TablesCredit2FE9F655Arn: 'credit',
  TablesLookupLogD1DCEA43Arn: 'lookup-log',
  TablesLookupLogD1DCEA43StreamArn: 'stream of lookup-log',
  KeysReceipt0583B4D5Arn: 'receipt key',
  KeysLicence2B45889AArn: 'licence key',
  KeysLog: 'log key',
  KeysSubjectHash65E26BFBArn: 'subject-hash key',
  KeysSeal44E72624Arn: 'seal key',
  KeysMaterials07906FB2Arn: 'materials key',
  SeenSetAside46E5AC45: 'set-aside queue',
  TablesFilings82312B59StreamArn: 'stream of filings',
  StepsSetAside: 'set-aside queue of steps',
  TablesCredit2FE9F655StreamArn: 'stream of credit',
  CreditSetAside: 'set-aside queue of credit',
  ChangesBus: 'bus of changes',
  ImportingSplitLambda: 'split',
  ImportingChunkLambda: 'chunk',
  ImportingFinishLambda: 'finish',
  ImportingMachine: 'machine of imports',
};

/** Every file of a material, in the same way every part of an export, and every copy of the log; the wildcards there are. */
const FILES = '{"Fn::Join":["",[{"Fn::ImportValue":"tongbiao-test-state:materials"},"/materials/*"]]}';

const COPIES = '{"Fn::Join":["",[{"Fn::ImportValue":"tongbiao-test-state:evidence"},"/log/*"]]}';
/** Every object of imports of one kind. */
const IMPORTS =
  /^\{"Fn::Join":\["",\[\{"Fn::ImportValue":"tongbiao-test-state:imports"\},"\/imports\/(\w+)\/\*"\]\]\}$/;

/** The short name of what a statement is about; what is not known is shown as it stands, and so fails the table. */
function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  if (/^\{"Fn::GetAtt":\["\w+Log[0-9A-F]{8}","Arn"\]\}$/.test(text)) return 'own log';
  if (text === FILES) return 'files';
  if (text === COPIES) return 'copies of the log';
  if (text === FILES.replace('materials/*', 'exports/*')) return 'files of exports';
  const objects = IMPORTS.exec(text)?.[1];
  if (objects !== undefined) return objects;
  const known = Object.entries(KNOWN).filter(([id]) => text.includes(id));
  const index = /"\/index\/(\w+)"/.exec(text)?.[1];
  if (known.length !== 1 || text.includes('*')) return text;
  return `${known[0]?.[1]}${index === undefined ? '' : `/${index}`}`;
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function linesOf({ Effect, Action, Resource, Condition }: Statement): readonly string[] {
  const under = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  const limit = under === undefined ? '' : ` [${listed(under).join(' ')}]`;
  const actions = listed(Action).map((action) =>
    String(action).replace(/^(dynamodb|events|kms|lambda|logs|sqs|s3|states):/, ''),
  );
  return listed(Resource).map(
    (resource) => `${Effect === 'Allow' ? '' : Effect}${actions.join(' ')} on ${nameOf(resource)}${limit}`,
  );
}

function rightsIn({ Properties }: Resource): readonly string[] {
  expect(Properties).not.toHaveProperty('ManagedPolicyArns');
  const policies = Properties.Policies as readonly {
    readonly PolicyDocument: { readonly Statement: readonly Statement[] };
  }[];
  return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(linesOf)).sort();
}

const ownLog = 'CreateLogStream PutLogEvents on own log';
const registering = [
  ownLog,
  'GetItem on filings [FILING#* NAME#* REQUEST#* ENTERPRISE#*]',
  'Query on filings [SUBJECT#*]',
  'PutItem on filings [FILING#* NAME#* CODE#* ENTERPRISE#* STATUS#* SUBJECT#* REQUEST#*]',
  'BatchGetItem GetItem Query on credit [STANDING#* SUBJECT#* SOURCES]',
  'PutItem on lookup-log [LOG#*]',
  'GenerateMac on seal key',
  'Sign on licence key',
  'Sign on receipt key',
];

test('every function may do exactly this', () => {
  const found = Object.fromEntries(
    ofType(resources, 'AWS::IAM::Role').map(([, role]) => [
      String(role.Properties.Description).replace('Runs functions/', ''),
      rightsIn(role),
    ]),
  );
  expect(found).toEqual({
    standards: [
      'BatchGetItem on credit [SOURCES]',
      'BatchGetItem on lookup-log [ROOT#* BEGIN#*]',
      ownLog,
      'GetPublicKey on licence key',
      'GetPublicKey on log key',
      'GetPublicKey on receipt key',
    ],
    filings: [
      ...registering,
      'BatchGetItem on filings [MATERIAL#*]',
      'GenerateMac on subject-hash key',
      'GetItem on filings [DRAFTS#*]',
      'PutItem on filings [MATERIAL#* DRAFTS#*]',
      'PutObjectVersionTagging on files',
      'Query on filings/applicant',
    ].sort(),
    decisions: [
      ...registering,
      'Query on filings/queue',
      'GetItem PutItem on filings [OFFICER#*]',
      'Query on credit/record',
      'PutItem on credit [STANDING#* SUBJECT#* LISTING#*]',
    ].sort(),
    licences: [
      ownLog,
      'GetItem on filings [ENTERPRISE#* FILING#*]',
      'GetPublicKey Sign on licence key',
      'GetPublicKey on receipt key',
      'Query on filings [ENTERPRISE#* STATUS#*]',
    ],
    'credit-records': [
      'BatchGetItem GetItem Query on credit [STANDING#* SUBJECT#* SOURCES REQUEST#*]',
      ownLog,
      'GenerateMac on subject-hash key',
      'PutItem on credit [STANDING#* SUBJECT#* SOURCES HEARTBEATS#* REQUEST#*]',
      'Query on credit/authority',
      'Query on credit/record',
    ],
    'listing-cases': [
      'BatchGetItem GetItem PutItem Query on credit [LISTING#* STANDING#* SUBJECT#* REQUEST#*]',
      ownLog,
      'GenerateMac on subject-hash key',
      'Query on credit/authority',
      'Query on credit/record',
    ],
    'credit-lookup': [
      'BatchGetItem GetItem Query on credit [STANDING#* SUBJECT#* SOURCES HEARTBEATS#*]',
      ownLog,
      'GenerateMac on subject-hash key',
      'PutItem on lookup-log [LOG#* ALARM#*]',
      'UpdateItem on credit [QUOTA#*]',
    ],
    'data-requests': [
      ownLog,
      'GenerateMac on seal key',
      'GetItem PutItem on filings [DATAREQUEST#* FILING#* REQUEST#*]',
      'PutItem on filings [ERASED#*]',
      'Query on credit [STANDING#*]',
      'Query on filings/queue',
    ],
    'own-file': [
      ownLog,
      'BatchGetItem on credit [TASK#*]',
      'BatchGetItem on filings [DRAFTS#*]',
      'GenerateMac on seal key',
      'GetItem on filings [FILING#* REQUEST#* ENTERPRISE#* DRAFTS#*]',
      'PutItem on filings [DATAREQUEST#* REQUEST#*]',
      'Query on credit/record',
      'Query on credit [SUBJECT#* STANDING#* TASKSOF#*]',
      'Query on filings [INBOX#*]',
      'Query on filings [SUBJECT#* NAMED#*]',
      'Sign on receipt key',
      'Query on filings/applicant',
      'Query on lookup-log [SEEN#*]',
    ].sort(),
    'lookup-log': [
      ownLog,
      'GetItem on lookup-log [LOG#* TREE#* ROOT#*]',
      'Query on credit [STANDING#*]',
      'Query on lookup-log [ROOT#* ALARM#*]',
    ],
    'schedules/seal-log': [
      ownLog,
      'GetItem PutItem on lookup-log [TREE#* ROOT#* BEGIN#*]',
      'Query on lookup-log [LOG#* ROOT#*]',
      'PutObject on copies of the log',
      'Sign on log key',
    ].sort(),
    'credit-public': [
      'BatchGetItem Query on credit [STANDING#*]',
      ownLog,
      'Query on credit [SUBJECT#*]',
      'Query on credit/list',
    ],
    'credit-names': [
      ownLog,
      'GetItem on filings [ENTERPRISE#*]',
      'PutItem on lookup-log [LOG#* ALARM#*]',
      'Query on filings/name',
      'UpdateItem on credit [QUOTA#*]',
    ],
    'credit-statements': [
      'BatchGetItem GetItem Query on credit [STANDING#* SUBJECT#* SOURCES HEARTBEATS#*]',
      ownLog,
      'GenerateMac on subject-hash key',
      'GetItem on filings [ENTERPRISE#*]',
      'PutItem on lookup-log [LOG#* ALARM#*]',
      'Sign on receipt key',
      'UpdateItem on credit [QUOTA#*]',
    ],
    'credit-watches': [
      ownLog,
      'GenerateMac on subject-hash key',
      'GetItem Query on credit [WATCHES#*]',
      'PutItem on credit [WATCHES#* WATCHED#* ISWATCHED#*]',
      'PutItem on lookup-log [LOG#* ALARM#*]',
      'Query on credit [HITS#*]',
      'UpdateItem on credit [QUOTA#*]',
    ],
    'credit-exports': [
      'BatchGetItem on credit [EXPORT#*]',
      ownLog,
      'Decrypt GenerateDataKey on materials key',
      'GetItem PutItem on credit [EXPORT#* EXPORTS#* REQUEST#*]',
      'GetItem Query on filings [CHANGES#*]',
      'GetObject PutObject on files of exports',
      'Query on credit [EXPORT#* EXPORTS#* SUBJECT#*]',
      'Query on credit/authority',
      'Sign on receipt key',
    ],
    fairness: [ownLog, 'Query on filings [FAIRNESS#*]'],
    materials: [
      ownLog,
      'Decrypt GenerateDataKey on materials key',
      'GetItem on filings [MATERIAL#* UPLOADS#* FILING#* REQUEST#*]',
      'GetObject GetObjectVersion PutObject PutObjectTagging on files',
      'PutItem on filings [MATERIAL#* UPLOADS#* REQUEST#*]',
    ],
    drafts: [
      'BatchGetItem GetItem on filings [DRAFTS#*]',
      'BatchGetItem on filings [MATERIAL#*]',
      ownLog,
      'GenerateMac on seal key',
      'GenerateMac on subject-hash key',
      'GetItem on filings [FILING#* NAME#* ENTERPRISE#* REQUEST#*]',
      'PutItem on filings [DRAFTS#* REQUEST#*]',
      'Query on credit [STANDING#*]',
      'Query on filings [SUBJECT#*]',
    ],
    changes: [ownLog, 'GetItem Query on filings [CHANGES#*]'],
    'measure-tasks': [
      'BatchGetItem GetItem Query on credit [TASK#*]',
      ownLog,
      'GetItem on credit [FEEDBACK#* REQUEST#*]',
      'PutItem on credit [TASK#* REQUEST#*]',
      'Query on credit [SUBJECT#* TASKSOF#* STANDING#*]',
      'Query on credit/tasks',
    ],
    authorizer: [ownLog],
    'schedules/apply-retention': [ownLog, 'PutItem on filings [FILING#* ERASED#*]', 'Query on filings/queue'],
    'schedules/redate-filings': [ownLog, 'PutItem on filings [FILING#*]', 'Query on filings/queue'],
    'schedules/remind-follow-ups': [
      ownLog,
      'GetItem PutItem on filings [FILING#*]',
      'Query on filings/queue',
    ],
    'schedules/remind-tasks': [
      ownLog,
      'PutItem on credit [TASK#*]',
      'Query on credit [SUBJECT#*]',
      'Query on credit/tasks',
    ],
    'schedules/tell-ends': [
      'BatchGetItem on credit [ENDED#*]',
      ownLog,
      'GetItem on credit [ENDWALK]',
      'PutItem on credit [ENDED#* ENDWALK]',
      'Query on credit [SUBJECT#*]',
      'Query on credit/ends',
    ],
    'schedules/watch-calendar': [ownLog],
    'schedules/watch-sources': [
      ownLog,
      'PutItem on credit [SOURCETURNS#*]',
      'Query on credit [SOURCES SOURCETURNS#*]',
    ],
    imports: [
      'BatchGetItem on credit [IMPORT#*]',
      ownLog,
      'Decrypt GenerateDataKey on materials key',
      'GetItem PutItem Query on credit [IMPORT#* IMPORTS#*]',
      'GetObject on receipts',
      'PutObject on uploads',
    ],
    'import-steps/split': [
      ownLog,
      'Decrypt GenerateDataKey on materials key',
      'GenerateMac on subject-hash key',
      'GetItem PutItem on credit [IMPORT#*]',
      'GetObject on uploads',
      'PutObject on chunks',
    ],
    'import-steps/chunk': [
      'BatchGetItem GetItem PutItem Query on credit [STANDING#* SUBJECT#* IMPORT#*]',
      ownLog,
      'Decrypt GenerateDataKey on materials key',
      'GetObject on chunks',
      'PutObject on results',
    ],
    'import-steps/finish': [
      ownLog,
      'Decrypt GenerateDataKey on materials key',
      'GetItem PutItem Query on credit [IMPORT#*]',
      'GetObject on results',
      'PutObject on receipts',
    ],
    'Runs the state machine of imports': [
      'CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery on "*"',
      'Decrypt on materials key',
      'GetObject on chunks',
      'InvokeFunction on chunk',
      'InvokeFunction on finish',
      'InvokeFunction on split',
    ],
    'Begins the import of a file that has arrived': ['StartExecution on machine of imports'],
    'streams/credit': [
      'BatchGetItem on credit [STANDING#* ISWATCHED#*]',
      'BatchGetItem on filings [SEQUENCED#*]',
      ownLog,
      'DeleteMessage GetQueueAttributes ReceiveMessage SendMessage on set-aside queue of credit',
      'DescribeStream GetRecords GetShardIterator ListStreams on stream of credit',
      'GetItem on credit [SUBJECT#* TASK#* ENDED#* SOURCETURNS#* SETASIDE#*]',
      'GetItem on credit [TASK#* FEEDBACK#* COUNTED#*]',
      'GetItem on filings [CHANGES#*]',
      'PutEvents on bus of changes',
      'PutItem on credit [LISTING#*]',
      'PutItem on credit [SETASIDE#*]',
      'PutItem on credit [TASK#* TASKSOF#* FEEDBACK#* COUNTED#* HITS#*]',
      'PutItem on filings [SEQUENCED#* CHANGES#*]',
      'Query on credit [SUBJECT#* WATCHED#*]',
    ],
    'streams/lookup-log': [
      ownLog,
      'DeleteMessage GetQueueAttributes ReceiveMessage SendMessage on set-aside queue',
      'DescribeStream GetRecords GetShardIterator ListStreams on stream of lookup-log',
      'GetItem on lookup-log [LOG#* SETASIDE#*]',
      'GetItem on lookup-log [TREE#*]',
      'PutItem on lookup-log [SEEN#* ALARM#*]',
      'PutItem on lookup-log [SETASIDE#*]',
    ],
    'streams/filings': [
      'BatchGetItem on filings [SEQUENCED#*]',
      ownLog,
      'DeleteMessage GetQueueAttributes ReceiveMessage SendMessage on set-aside queue of steps',
      'DescribeStream GetRecords GetShardIterator ListStreams on stream of filings',
      'GetItem on filings [CHANGES#*]',
      'GetItem on filings [CONTRIB#* FAIRNESS#* MATERIAL#*]',
      'GetItem on filings [FILING#* ERASED#* SETASIDE#*]',
      'PutEvents on bus of changes',
      'PutItem on filings [INBOX#* CONTRIB#* FAIRNESS#* NAMED#* MATERIAL#*]',
      'PutItem on filings [SEQUENCED#* CHANGES#*]',
      'PutItem on filings [SETASIDE#*]',
      'PutObjectVersionTagging on files',
    ],
  });
});

test('there is no other policy than those of the roles, but for what names the machine that has the role', () => {
  const [, { Properties }] = only(resources, 'AWS::IAM::Policy');
  const { Statement } = Properties.PolicyDocument as { readonly Statement: readonly Statement[] };
  expect(Statement.map(({ Action }) => Action)).toEqual([
    'states:StartExecution',
    ['states:DescribeExecution', 'states:RedriveExecution', 'states:StopExecution'],
  ]);
  expect(JSON.stringify(Statement.map(({ Resource }) => Resource))).toMatch(
    /^\[\{"Ref":"ImportingMachine\w+"\},\{"Fn::Join":.*:execution:",\{"Fn::GetAtt":\["ImportingMachine\w+","Name"\]\},"\/\*"/,
  );
  expect(ofType(resources, 'AWS::IAM::ManagedPolicy')).toEqual([]);
});

test('nothing can be scanned, deleted, written in bulk or reached by PartiQL', () => {
  const text = JSON.stringify(ofType(resources, 'AWS::IAM::Role'));
  for (const action of [
    'Scan',
    'DeleteItem',
    'DeleteTable',
    'BatchWriteItem',
    'PartiQL',
    'dynamodb:*',
    'kms:*',
    's3:*',
    'DeleteObject',
    'ListBucket',
  ])
    expect(text).not.toContain(action);
});

test('every key of the stores is under a beginning that some function was given', () => {
  const given: readonly string[] = Object.values(rightsOf)
    .flat()
    .flatMap((right) => ('under' in right ? right.under : []));
  const person = 'p1.abc' as Parameters<typeof keys.standing>[0];
  const at = '2026-01-05T00:00:00Z' as Parameters<typeof keys.heartbeat>[1];
  const partitions = [
    keys.filing('f1'),
    keys.filingEvent('f1', 1),
    keys.statusPlace('2026-01-05' as Parameters<typeof keys.statusPlace>[0], 1),
    keys.statusEntry('2026-01-05' as Parameters<typeof keys.statusEntry>[0], 1),
    keys.nameClaims('a1', 'n1'),
    keys.organisationCode('b1'),
    keys.enterprise('e1'),
    keys.licence('e1', 1),
    keys.role(person, 'director', 'e1'),
    keys.standing(person, 'east'),
    keys.recordVersion(person, 'r1', 1),
    keys.dispute(person, 'r1', 1),
    keys.repair(person, 'r1', 1),
    keys.source('s1'),
    keys.sourceTurn('s1', 1),
    keys.ended('r1', '2026-01-05' as Parameters<typeof keys.ended>[1]),
    keys.endWalk(),
    keys.heartbeat('s1', at),
    keys.lookup('east', '2026-01-05', 0, at, 'l1'),
    keys.seen(person, at, 'l1'),
    keys.logRoot('east', '2026-01-05'),
    keys.logBegin('east'),
    keys.logDay('east', '2026-01-05'),
    keys.shardTree('east', '2026-01-05', 0),
    keys.shardLeaves('east', '2026-01-05', 0, 0),
    keys.alarm('2026-01', at, 'near-quota', 'c1'),
    keys.quota('c1', '2026-01-05'),
    keys.request('c1', 'k1'),
    keys.dataRequest('d1'),
    keys.officer('a1', 'o1'),
    keys.fairness('2026-01', 'i1', 'east', 'west', 'online'),
    keys.contribution('f1'),
    keys.inboxNotice('c1', at, 'f1', 1, 'accepted'),
    keys.lastChange('east'),
    keys.change('east', 1),
    keys.sequenced('filing:f1:1'),
    keys.setAside('1'),
    keys.material('m1'),
    keys.uploads('c1', '2026-01-05' as Parameters<typeof keys.uploads>[1]),
    keys.drafts('c1'),
    keys.draft('c1', 'd1'),
    keys.draftContent('c1', 'd1'),
    keys.import('i1'),
    keys.importChunk('i1', 1),
  ].map(({ pk }) => pk);
  for (const pk of partitions) expect(given.filter((beginning) => pk.startsWith(beginning))).not.toEqual([]);
});

test('the stores send nothing that no function may do; bulk writing would be a right to delete', () => {
  const folder = join(import.meta.dirname, '../../lib/store');
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const sent = sources.flatMap((source) =>
    [...source.matchAll(/new (\w+Command)\(/g)].map(([, name]) => name),
  );
  expect([...new Set(sent)].sort()).toEqual([
    'BatchGetCommand',
    'CompleteMultipartUploadCommand',
    'CreateMultipartUploadCommand',
    'GetCommand',
    'GetObjectCommand',
    'GetRecordsCommand',
    'GetShardIteratorCommand',
    'HeadObjectCommand',
    'PutCommand',
    'PutEventsCommand',
    'PutObjectCommand',
    'PutObjectTaggingCommand',
    'QueryCommand',
    'TransactWriteCommand',
    'UpdateCommand',
    'UploadPartCommand',
  ]);
});
