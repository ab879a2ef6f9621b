import { ArnFormat, Aws, Stack, Token, Validations } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { Policy, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ImportStepName } from '../import-rights.ts';
import { logDaysOf } from '../retention.ts';
import { Handler, type HandlerProps } from './handler.ts';
import { SetAside } from './set-aside.ts';

export type ImportMachineProps = Omit<HandlerProps, 'folder' | 'also'>;

/** Chunks under way at once, each with a few transactions: what a table that nobody warmed takes. */
const CHUNKS_AT_ONCE = 10;

/** For an hour or so; then the execution has failed, somebody is told, and it can be redriven: every step can be done again. */
const RETRIES = [
  {
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 5,
    BackoffRate: 2,
    MaxAttempts: 9,
    MaxDelaySeconds: 600,
    JitterStrategy: 'FULL',
  },
];

/** No other attempt makes rows fit that were keyed by a key that is given up: the file has to be sent again. */
const NEVER_AGAIN = { ErrorEquals: ['FormerHashingKey'], MaxAttempts: 0 };

interface Steps {
  readonly split: string;
  readonly chunk: string;
  readonly finish: string;
}

const definitionOf = ({ split, chunk, finish }: Steps, bucket: string) => ({
  Comment:
    'Imports a file of credit records: looks at it, publishes it by chunks, puts the receipts together',
  StartAt: 'Split',
  States: {
    Split: {
      Type: 'Task',
      Resource: split,
      Parameters: { 'import.$': "States.ArrayGetItem(States.StringSplit($.detail.object.key, '/'), 2)" },
      Retry: RETRIES,
      Next: 'IsToBePublished',
    },
    IsToBePublished: {
      Type: 'Choice',
      Choices: [{ Variable: '$.state', StringEquals: 'running', Next: 'Chunks' }],
      Default: 'Done',
    },
    Chunks: {
      Type: 'Map',
      ItemReader: {
        Resource: `arn:${Aws.PARTITION}:states:::s3:getObject`,
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { Bucket: bucket, 'Key.$': '$.list' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Chunk',
        States: { Chunk: { Type: 'Task', Resource: chunk, Retry: [NEVER_AGAIN, ...RETRIES], End: true } },
      },
      MaxConcurrency: CHUNKS_AT_ONCE,
      ResultPath: null,
      Next: 'Finish',
    },
    Finish: {
      Type: 'Task',
      Resource: finish,
      Parameters: { 'import.$': '$.import' },
      Retry: RETRIES,
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
});

/**
 * Imports a file that has arrived in the bucket: three functions, each with the rights of its step alone, in a state machine
 * that goes over the chunks many at once. A file that arrives twice, or a machine that runs twice, changes nothing.
 */
export class ImportMachine extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: ImportMachineProps) {
    super(scope, id);
    const { state, settings } = props;
    const step = (name: string, folder: ImportStepName): string =>
      new Handler(this, name, { ...props, folder }).lambda.functionArn;
    const steps = {
      split: step('Split', 'import-steps/split'),
      chunk: step('Chunk', 'import-steps/chunk'),
      finish: step('Finish', 'import-steps/finish'),
    };
    const log = new LogGroup(this, 'Log', { retention: logDaysOf(settings) });
    const role = this.roleFor(props, steps);
    const machine = new CfnStateMachine(this, 'Machine', {
      roleArn: role.roleArn,
      definition: definitionOf(steps, state.imports.bucketName),
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: log.logGroupArn } }],
      },
    });
    this.arn = machine.ref;
    machine.node.addDependency(role);
    const reason =
      'The functions are not joined to X-Ray, as it is not to be had for them in China regions; a trace would end where the work begins. The log has every step.';
    Validations.of(machine).acknowledge(
      { id: 'AwsSolutions-SF2', reason },
      { id: 'Serverless-StepFunctionStateMachineXray', reason },
    );
    this.mayRunItself(machine, role);
    this.beginWith(machine, props);
  }

  private roleFor({ state }: ImportMachineProps, steps: Steps): Role {
    const role = new Role(this, 'Role', {
      description: 'Runs the state machine of imports',
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      inlinePolicies: {
        rights: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: Object.values(steps) }),
            new PolicyStatement({ actions: ['s3:GetObject'], resources: [state.imports.arnOf('chunks')] }),
            new PolicyStatement({ actions: ['kms:Decrypt'], resources: [state.keys.materials.keyArn] }),
            /* Deliveries of logs have no ARN that a right could name. */
            new PolicyStatement({
              actions: [
                'logs:CreateLogDelivery',
                'logs:GetLogDelivery',
                'logs:UpdateLogDelivery',
                'logs:DeleteLogDelivery',
                'logs:ListLogDeliveries',
                'logs:PutResourcePolicy',
                'logs:DescribeResourcePolicies',
                'logs:DescribeLogGroups',
              ],
              resources: ['*'],
            }),
          ],
        }),
      },
    });
    Validations.of(role).acknowledge(
      {
        id: state.imports.findingOf('chunks'),
        reason: 'A list of chunks is named by the id of its import; one prefix of one bucket, read alone.',
      },
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'Deliveries of logs have no ARN that a right could name.',
      },
    );
    return role;
  }

  /** Each chunk is an execution of its own that the machine begins, watches and ends. */
  private mayRunItself(machine: CfnStateMachine, role: Role): void {
    const executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${machine.attrName}/*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const policy = new Policy(this, 'Itself', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [machine.ref] }),
        new PolicyStatement({
          actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
          resources: [executions],
        }),
      ],
    });
    const { account, region } = Stack.of(this);
    const shown = (value: string, name: string): string =>
      Token.isUnresolved(value) ? `<AWS::${name}>` : value;
    const at = `${shown(region, 'Region')}:${shown(account, 'AccountId')}`;
    const named = Stack.of(this).getLogicalId(machine);
    Validations.of(policy).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:${at}:execution:<${named}.Name>/*]`,
      reason: 'Executions have names of their own; these are of this machine alone.',
    });
  }

  private beginWith(machine: CfnStateMachine, { state }: ImportMachineProps): void {
    const setAside = new SetAside(
      this,
      'SetAside',
      'A file of records has arrived, and its import could not be begun: it has to be begun by hand, or the file sent again (docs/operations.md)',
    );
    const begins = new Role(this, 'Begins', {
      description: 'Begins the import of a file that has arrived',
      assumedBy: new ServicePrincipal('events.amazonaws.com'),
      inlinePolicies: {
        rights: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['states:StartExecution'], resources: [machine.ref] })],
        }),
      },
    });
    const rule = new Rule(this, 'Arrived', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [state.imports.bucketName] },
          object: { key: [{ prefix: 'imports/uploads/' }] },
        },
      },
    });
    setAside.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [setAside.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
      }),
    );
    rule.addTarget({
      bind: () => ({ arn: machine.ref, role: begins, deadLetterConfig: { arn: setAside.queueArn } }),
    });
  }
}
