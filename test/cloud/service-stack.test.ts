import { expect, test } from 'vitest';
import { routes } from '../../lib/contract/routes.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { deploy, ofType, only, resourcesOf, someSettings } from './synthesised.ts';

const { service } = deploy();
const resources = resourcesOf(service);
const functions = ofType(resources, 'AWS::Lambda::Function');
const folderOf = (id: string): string => String(resources[id]?.Properties.Description);

/** The logical id a value refers to, through whatever function of CloudFormation. */
const referred = (value: unknown): string =>
  /"(?:Ref|Fn::GetAtt)":\[?"(\w+)"/.exec(JSON.stringify(value))?.[1] ?? '';

test('each route of the table goes to its surface, behind the authorizer unless it is public', () => {
  const ofTable = ofType(resources, 'AWS::ApiGatewayV2::Route').filter(
    ([, { Properties }]) => Properties.RouteKey !== '$default',
  );
  const found = ofTable.map(([, { Properties }]) => {
    const integration = resources[referred(Properties.Target)]?.Properties;
    return {
      routeKey: Properties.RouteKey,
      folder: folderOf(referred(integration?.IntegrationUri)),
      authorization: Properties.AuthorizationType,
      authorizer: referred(Properties.AuthorizerId),
    };
  });
  const [authorizer] = only(resources, 'AWS::ApiGatewayV2::Authorizer');
  const wanted = routes.map(({ method, path, surface, access }) => ({
    routeKey: `${method} /v1${path}`,
    folder: `functions/${surface}`,
    authorization: access === 'public' ? 'NONE' : 'CUSTOM',
    authorizer: access === 'public' ? '' : authorizer,
  }));
  expect(found.length).toBeGreaterThan(15);
  expect(found).toEqual(wanted);
});

test('the authorizer gives simple answers, kept five minutes per token', () => {
  const [, authorizer] = only(resources, 'AWS::ApiGatewayV2::Authorizer');
  expect(authorizer.Properties).toMatchObject({
    AuthorizerType: 'REQUEST',
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: true,
    AuthorizerResultTtlInSeconds: 300,
    IdentitySource: ['$request.header.Authorization'],
  });
  expect(folderOf(referred(authorizer.Properties.AuthorizerUri))).toBe('functions/authorizer');
});

test('one stage throttles, and logs neither who asked, nor from where, nor which path', () => {
  const [, stage] = only(resources, 'AWS::ApiGatewayV2::Stage');
  expect(stage.Properties.DefaultRouteSettings).toEqual({
    ThrottlingRateLimit: 2000,
    ThrottlingBurstLimit: 1000,
  });
  const { Format } = stage.Properties.AccessLogSettings as { readonly Format: string };
  expect(JSON.parse(Format)).toEqual({
    requestId: '$context.requestId',
    time: '$context.requestTimeEpoch',
    routeKey: '$context.routeKey',
    status: '$context.status',
    latency: '$context.responseLatency',
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
  });
});

test('one function per surface, the authorizer, and one per stream that is read or schedule', () => {
  expect(functions.map(([, { Properties }]) => Properties.Description).sort()).toEqual([
    'functions/authorizer',
    'functions/changes',
    'functions/credit-exports',
    'functions/credit-lookup',
    'functions/credit-names',
    'functions/credit-public',
    'functions/credit-records',
    'functions/credit-statements',
    'functions/credit-watches',
    'functions/data-requests',
    'functions/decisions',
    'functions/drafts',
    'functions/fairness',
    'functions/filings',
    'functions/import-steps/chunk',
    'functions/import-steps/finish',
    'functions/import-steps/split',
    'functions/imports',
    'functions/licences',
    'functions/listing-cases',
    'functions/lookup-log',
    'functions/materials',
    'functions/measure-tasks',
    'functions/own-file',
    'functions/schedules/apply-retention',
    'functions/schedules/redate-filings',
    'functions/schedules/remind-follow-ups',
    'functions/schedules/remind-tasks',
    'functions/schedules/seal-log',
    'functions/schedules/tell-ends',
    'functions/schedules/watch-calendar',
    'functions/schedules/watch-sources',
    'functions/standards',
    'functions/streams/credit',
    'functions/streams/filings',
    'functions/streams/lookup-log',
  ]);
});

test.each(functions)('%s runs on arm64 and Node 24 with a log of its own that is kept a year', (_, found) => {
  expect(found.Properties).toMatchObject({
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
  });
  expect(found.Properties).not.toHaveProperty('TracingConfig');
  expect(found.Properties).not.toHaveProperty('FunctionName');
  const { LogGroup } = found.Properties.LoggingConfig as { readonly LogGroup: unknown };
  expect(resources[referred(LogGroup)]?.Properties.RetentionInDays).toBe(365);
});

const IMPORTS = /^functions\/import(s|-steps\/\w+)$/;
const TELLS_CHANGES = /^functions\/streams\/(filings|credit)$/;

test.each(functions)('%s finds every setting it reads at its start', (_, { Properties }) => {
  const { Description } = Properties;
  const { Variables } = Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> };
  const variables = Object.fromEntries(
    Object.entries(Variables).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : `set:${name}`,
    ]),
  );
  expect(readEnvironment(variables)).toEqual({
    tables: { filings: 'set:TABLE_FILINGS', credit: 'set:TABLE_CREDIT', lookupLog: 'set:TABLE_LOOKUP_LOG' },
    stage: 'test',
    build: '0.0.0-test',
    engine: 'aws',
    keys: {
      kind: 'kms',
      receiptKey: 'set:RECEIPT_KEY',
      licenceKey: 'set:LICENCE_KEY',
      logKey: 'set:LOG_KEY',
      subjectHashKey: 'set:SUBJECT_HASH_KEY',
      sealKey: 'set:SEAL_KEY',
      former: [],
    },
    publicUrl: 'https://tongbiao.example',
    materials: { kind: 'bucket', bucket: 'set:MATERIALS_BUCKET' },
    exportSettlesSeconds: 30,
    /* Only what imports is told of its files, and what tells of changes of the bus. */
    ...(IMPORTS.test(String(Description)) && { imports: { kind: 'bucket', bucket: 'set:IMPORTS_BUCKET' } }),
    ...(TELLS_CHANGES.test(String(Description)) && { eventBus: 'set:EVENT_BUS' }),
    ...(Description === 'functions/schedules/seal-log' && {
      evidence: { kind: 'bucket', bucket: 'set:EVIDENCE_BUCKET' },
    }),
    issuers: someSettings.issuers,
    identityProviders: someSettings.identityProviders,
  });
});

test('every schedule runs as often as its table says: days once a day or within the hour, sources each quarter', () => {
  const scheduled = ofType(resources, 'AWS::Events::Rule').filter(
    ([, { Properties }]) => 'ScheduleExpression' in Properties,
  );
  const rules = scheduled.map(([, { Properties }]) => {
    const [target] = Properties.Targets as readonly { readonly Arn: unknown }[];
    return [folderOf(referred(target?.Arn)), Properties.ScheduleExpression];
  });
  expect(rules.sort()).toEqual([
    ['functions/schedules/apply-retention', 'rate(1 day)'],
    ['functions/schedules/redate-filings', 'rate(1 day)'],
    ['functions/schedules/remind-follow-ups', 'rate(1 day)'],
    ['functions/schedules/remind-tasks', 'rate(1 day)'],
    ['functions/schedules/seal-log', 'rate(1 hour)'],
    ['functions/schedules/tell-ends', 'rate(1 hour)'],
    ['functions/schedules/watch-calendar', 'rate(1 day)'],
    ['functions/schedules/watch-sources', 'rate(15 minutes)'],
  ]);
});

const taken = (pk: string, sk?: string | readonly string[], events: readonly string[] = ['INSERT']) => ({
  Pattern: JSON.stringify({
    eventName: events,
    dynamodb: {
      Keys: {
        pk: { S: [{ prefix: pk }] },
        ...(sk !== undefined && { sk: { S: [sk].flat().map((prefix) => ({ prefix })) } }),
      },
    },
  }),
});

const mappings = ofType(resources, 'AWS::Lambda::EventSourceMapping');
const ofStreams = mappings.filter(([, { Properties }]) => 'StartingPosition' in Properties);

test.each([
  ['streams/lookup-log', [taken('LOG#')]],
  [
    'streams/credit',
    [
      taken('SUBJECT#', ['RECORD#', 'SUCCESSION#']),
      taken('SUBJECT#', 'DISPUTE#', ['INSERT', 'MODIFY']),
      taken('TASK#', 'TASK', ['INSERT', 'MODIFY']),
      taken('ENDED#'),
      taken('SOURCETURNS#'),
    ],
  ],
  [
    'streams/filings',
    [
      taken('FILING#', 'EVENT#'),
      taken('FILING#', 'FILING', ['MODIFY']),
      taken('FILING#', ['FOLLOWUP', 'PROMISED#'], ['INSERT', 'MODIFY']),
      taken('ERASED#'),
    ],
  ],
])('%s is called for these changes alone; one that keeps failing is set aside', (folder, Filters) => {
  const mapping = ofStreams.find(
    ([, { Properties }]) => folderOf(referred(Properties.FunctionName)) === `functions/${folder}`,
  )?.[1];
  expect(ofStreams).toHaveLength(3);
  expect(mapping?.Properties).toMatchObject({
    StartingPosition: 'TRIM_HORIZON',
    BatchSize: 100,
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 10,
    MaximumRecordAgeInSeconds: 21_600,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    FilterCriteria: { Filters },
  });
  const destination = mapping?.Properties.DestinationConfig as
    | { readonly OnFailure: { readonly Destination: unknown } }
    | undefined;
  const queue = resources[referred(destination?.OnFailure.Destination)];
  expect(queue?.Type).toBe('AWS::SQS::Queue');
  expect(queue?.Properties.SqsManagedSseEnabled).toBe(true);
  expect(JSON.stringify(ofType(resources, 'AWS::SQS::QueuePolicy'))).toContain('aws:SecureTransport');
});

test.each(['streams/lookup-log', 'streams/credit', 'streams/filings'])(
  '%s takes up what it set aside, again and again, and an alarm stands until it is done',
  (folder) => {
    const again = mappings.filter(
      ([, { Properties }]) =>
        !('StartingPosition' in Properties) &&
        folderOf(referred(Properties.FunctionName)) === `functions/${folder}`,
    );
    expect(again).toHaveLength(1);
    const [, { Properties }] = again[0] ?? only(resources, 'none');
    expect(Properties).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
    const queue = referred(Properties.EventSourceArn);
    expect(resources[queue]?.Properties).toMatchObject({
      VisibilityTimeout: 3_600,
      MessageRetentionPeriod: 1_209_600,
    });
    const alarms = ofType(resources, 'AWS::CloudWatch::Alarm').filter(([, alarm]) =>
      JSON.stringify(alarm.Properties).includes(queue),
    );
    expect(alarms.map(([, alarm]) => alarm.Properties)).toMatchObject([
      { Threshold: 1, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold' },
    ]);
  },
);

test('without an address of its own the service names that of its gateway', () => {
  const own = resourcesOf(deploy({ publicUrl: undefined }).service);
  const [, { Properties }] = ofType(own, 'AWS::Lambda::Function')[0] ?? only(own, 'AWS::Lambda::Function');
  const { Variables } = Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> };
  expect(JSON.stringify(Variables.PUBLIC_URL)).toMatch(
    /^\{"Fn::GetAtt":\["FrontDoorApi\w+","ApiEndpoint"\]\}$/,
  );
});

test('while one hashing key takes the place of another, whoever keys persons may use both, and is told which one writes', () => {
  const next = 'arn:aws:kms:us-east-1:123456789012:key/1b0c6f6e-5a5e-4d0b-9a43-0d2f7f1c9b10';
  const changing = resourcesOf(deploy({ subjectHashKeys: [next, 'own'] }).service);
  const told = ofType(changing, 'AWS::Lambda::Function').map(([, { Properties }]) => {
    const { Variables } = Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> };
    return [Variables.SUBJECT_HASH_KEY, Variables.OTHER_SUBJECT_HASH_KEY !== undefined];
  });
  expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify([next, true])]));
  const using = ofType(changing, 'AWS::IAM::Role').filter(([, role]) => JSON.stringify(role).includes(next));
  /* credit-lookup, credit-records, credit-statements, credit-watches, drafts, filings, import-steps/split, listing-cases. */
  expect(using).toHaveLength(8);
});
