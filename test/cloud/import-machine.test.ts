import { expect, test } from 'vitest';
import { deploy, ofType, only, resourcesOf } from './synthesised.ts';

const resources = resourcesOf(deploy().service);
const [machineId, machine] = only(resources, 'AWS::StepFunctions::StateMachine');

interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const definition = machine.Properties.Definition as Definition;

test('a file is looked at, published by chunks many at once, and its receipts put together; every step is tried again', () => {
  const { States, StartAt } = definition;
  expect([StartAt, States.Split?.Next, States.Chunks?.Next, States.Finish?.Next]).toEqual([
    'Split',
    'IsToBePublished',
    'Finish',
    'Done',
  ]);
  expect(States.IsToBePublished).toMatchObject({
    Choices: [{ Variable: '$.state', StringEquals: 'running', Next: 'Chunks' }],
    Default: 'Done',
  });
  expect(States.Chunks).toMatchObject({
    Type: 'Map',
    ItemReader: { ReaderConfig: { InputType: 'JSON' }, Parameters: { 'Key.$': '$.list' } },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED' },
      States: {
        Chunk: {
          Retry: [
            { ErrorEquals: ['FormerHashingKey'], MaxAttempts: 0 },
            { ErrorEquals: ['States.ALL'], MaxAttempts: 9 },
          ],
        },
      },
    },
    MaxConcurrency: 10,
    ResultPath: null,
  });
  for (const step of ['Split', 'Finish'])
    expect(States[step]).toMatchObject({ Retry: [{ ErrorEquals: ['States.ALL'] }] });
});

test('every step is logged, and nothing of what it was given', () => {
  expect(machine.Properties.LoggingConfiguration).toMatchObject({
    Level: 'ALL',
    IncludeExecutionData: false,
  });
});

test('it begins when a file has arrived, and where that could not be it is set aside', () => {
  const rules = ofType(resources, 'AWS::Events::Rule').filter(
    ([, { Properties }]) => 'EventPattern' in Properties,
  );
  expect(rules.length).toBe(1);
  expect(rules[0]?.[1].Properties).toMatchObject({
    EventPattern: {
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { object: { key: [{ prefix: 'imports/uploads/' }] } },
    },
    Targets: [{ Arn: { Ref: machineId }, DeadLetterConfig: {} }],
  });
});

test('an import that comes to no end raises an alarm', () => {
  const alarms = ofType(resources, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
    JSON.stringify(Properties),
  );
  const [alarm, ...others] = alarms.filter((text) => text.includes('ExecutionsFailed'));
  expect(others).toEqual([]);
  expect(alarm).toContain('ExecutionsTimedOut');
  expect(alarm).toContain(machineId);
});

test('an import that could not be begun is told of as that, and not as a change', () => {
  const said = ofType(resources, 'AWS::CloudWatch::Alarm').map(
    ([, { Properties }]) => (Properties as { readonly AlarmDescription: string }).AlarmDescription,
  );
  expect(said.filter((text) => text.startsWith('A file of records has arrived')).length).toBe(1);
});
