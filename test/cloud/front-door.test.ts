import { expect, test } from 'vitest';
import { readOperations } from '../../bin/cost.ts';
import { routes } from '../../lib/contract/routes.ts';
import { deploy, ofType, only, resourcesOf } from './synthesised.ts';

const resources = resourcesOf(deploy().service);
const own = resourcesOf(
  deploy({
    region: 'us-east-1',
    publicUrl: undefined,
    domain: {
      name: 'tongbiao.example.org',
      certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1111-2222',
    },
    alarmTarget: 'arn:aws:sns:us-east-1:123456789012:on-call',
    retention: { logDays: 731 },
    reserve: { 'credit-lookup': 0, filings: 20 },
  }).service,
);

interface Limits {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

test('every route has a limit of its own; a burst on one leaves the look-ups theirs', () => {
  const [, stage] = only(resources, 'AWS::ApiGatewayV2::Stage');
  const limits = stage.Properties.RouteSettings as Readonly<Record<string, Limits>>;
  expect(Object.keys(limits).sort()).toEqual(
    [...routes.map(({ method, path }) => `${method} /v1${path}`), '$default'].sort(),
  );
  const of = (rate: number, burst: number) => ({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst });
  expect(limits['POST /v1/credit/lookups']).toEqual(of(2000, 1000));
  expect(limits['GET /v1/enterprises/{code}']).toEqual(of(500, 250));
  expect(limits['POST /v1/filings']).toEqual(of(200, 100));
  expect(limits.$default).toEqual(of(50, 25));
});

test('the stage is made after the routes whose limits it holds', () => {
  const [, stage] = only(resources, 'AWS::ApiGatewayV2::Stage');
  const { DependsOn } = stage as unknown as { readonly DependsOn: readonly string[] };
  const ids = ofType(resources, 'AWS::ApiGatewayV2::Route').map(([id]) => id);
  expect(ids.filter((id) => !DependsOn.includes(id))).toEqual([]);
});

test('what no route matches is answered by a function, and so by a problem document', () => {
  const unknown = ofType(resources, 'AWS::ApiGatewayV2::Route').filter(
    ([, { Properties }]) => Properties.RouteKey === '$default',
  );
  expect(unknown.map(([, { Properties }]) => Properties.AuthorizationType)).toEqual(['NONE']);
});

const reservedIn = (found: typeof resources) =>
  Object.fromEntries(
    ofType(found, 'AWS::Lambda::Function').flatMap(([, { Properties }]) =>
      Properties.ReservedConcurrentExecutions === undefined
        ? []
        : [[Properties.Description, Properties.ReservedConcurrentExecutions]],
    ),
  );

test('look-ups and the authorizer before them have room of their own', () => {
  expect(reservedIn(resources)).toEqual({ 'functions/credit-lookup': 200, 'functions/authorizer': 100 });
  expect(reservedIn(own)).toEqual({ 'functions/authorizer': 100, 'functions/filings': 20 });
});

test('a name of one’s own is the only one that answers, and the one that licences name', () => {
  expect(only(own, 'AWS::ApiGatewayV2::DomainName')[1].Properties).toMatchObject({
    DomainName: 'tongbiao.example.org',
    DomainNameConfigurations: [{ EndpointType: 'REGIONAL' }],
  });
  expect(only(own, 'AWS::ApiGatewayV2::Api')[1].Properties.DisableExecuteApiEndpoint).toBe(true);
  const addresses = ofType(own, 'AWS::Lambda::Function').map(
    ([, { Properties }]) =>
      (Properties.Environment as { readonly Variables: Readonly<Record<string, unknown>> }).Variables
        .PUBLIC_URL,
  );
  expect(new Set(addresses)).toEqual(new Set(['https://tongbiao.example.org']));
});

test('logs are kept as long as is set', () => {
  const days = ofType(own, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.RetentionInDays);
  expect(new Set(days)).toEqual(new Set([731]));
});

test('an alarm for every function and queue, which tells the topic that is set', () => {
  const alarms = ofType(own, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  const described = alarms.map(({ AlarmDescription }) => String(AlarmDescription));
  for (const [, { Properties }] of ofType(own, 'AWS::Lambda::Function'))
    expect(described).toContain(`${Properties.Description} failed`);
  const queues = ofType(own, 'AWS::SQS::Queue').length;
  const waiting = described.filter((text) =>
    /^A (change was set aside|file of records has arrived)/.test(text),
  );
  expect(waiting).toHaveLength(queues);
  expect(described).toContain('functions/authorizer was asked for more than is reserved for it');
  expect(described).toContain('Requests were answered 5xx');
  for (const { AlarmActions } of alarms)
    expect(AlarmActions).toEqual(['arn:aws:sns:us-east-1:123456789012:on-call']);
});

test('without a topic the alarms are there and tell nobody', () => {
  for (const [, { Properties }] of ofType(resources, 'AWS::CloudWatch::Alarm'))
    expect(Properties).not.toHaveProperty('AlarmActions');
});

test('the memory that docs/cost.md counts with is what functions have', () => {
  const { memoryMiB } = readOperations().assumed;
  const deployed = Object.fromEntries(
    ofType(resources, 'AWS::Lambda::Function').map(([, { Properties }]) => [
      String(Properties.Description).replace('functions/', ''),
      Properties.MemorySize,
    ]),
  );
  expect(deployed).toMatchObject(memoryMiB);
});
