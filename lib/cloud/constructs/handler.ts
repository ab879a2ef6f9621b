import { join } from 'node:path';
import { AssetHashType, DockerImage, Duration, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundleInto, entryOf, project } from '../bundling.ts';
import type { Settings } from '../environments.ts';
import { reservedFor } from '../reserved-concurrency.ts';
import { logDaysOf } from '../retention.ts';
import { type FunctionName, rightsOf } from '../rights.ts';
import { filesOf, type State, statementFor } from '../statements.ts';

interface Size {
  readonly memoryMiB: number;
  readonly seconds: number;
}

/** Memory buys processor time: more where rules run or a thousand subjects are read. */
const sizeOf = {
  standards: { memoryMiB: 512, seconds: 10 },
  filings: { memoryMiB: 1024, seconds: 20 },
  decisions: { memoryMiB: 1024, seconds: 20 },
  licences: { memoryMiB: 512, seconds: 10 },
  'credit-records': { memoryMiB: 1024, seconds: 20 },
  'credit-lookup': { memoryMiB: 1024, seconds: 20 },
  'credit-public': { memoryMiB: 512, seconds: 10 },
  'credit-names': { memoryMiB: 512, seconds: 10 },
  'credit-statements': { memoryMiB: 512, seconds: 10 },
  'credit-watches': { memoryMiB: 512, seconds: 10 },
  /* Two thousand records a part, each with all its versions. */
  'credit-exports': { memoryMiB: 1024, seconds: 25 },
  'own-file': { memoryMiB: 512, seconds: 10 },
  'data-requests': { memoryMiB: 512, seconds: 10 },
  'lookup-log': { memoryMiB: 512, seconds: 10 },
  fairness: { memoryMiB: 512, seconds: 10 },
  materials: { memoryMiB: 512, seconds: 20 },
  drafts: { memoryMiB: 1024, seconds: 20 },
  /* It waits up to twenty seconds for something to tell. */
  changes: { memoryMiB: 512, seconds: 25 },
  'measure-tasks': { memoryMiB: 512, seconds: 20 },
  'listing-cases': { memoryMiB: 512, seconds: 20 },
  imports: { memoryMiB: 512, seconds: 20 },
  /* A gigabyte is read through once, parsed and keyed. */
  'import-steps/split': { memoryMiB: 1769, seconds: 900 },
  'import-steps/chunk': { memoryMiB: 1024, seconds: 300 },
  'import-steps/finish': { memoryMiB: 1024, seconds: 300 },
  authorizer: { memoryMiB: 512, seconds: 10 },
  /* A user pool waits five seconds for it. */
  'pre-token': { memoryMiB: 256, seconds: 5 },
  'schedules/apply-retention': { memoryMiB: 512, seconds: 300 },
  'schedules/redate-filings': { memoryMiB: 512, seconds: 300 },
  'schedules/remind-follow-ups': { memoryMiB: 512, seconds: 300 },
  'schedules/remind-tasks': { memoryMiB: 512, seconds: 300 },
  /* Reads and hashes a whole day's log, a page at a time; the next run goes on within the shard where this one was cut off. */
  'schedules/seal-log': { memoryMiB: 1769, seconds: 900 },
  'schedules/tell-ends': { memoryMiB: 512, seconds: 900 },
  'schedules/watch-calendar': { memoryMiB: 256, seconds: 10 },
  'schedules/watch-sources': { memoryMiB: 256, seconds: 60 },
  'streams/credit': { memoryMiB: 512, seconds: 60 },
  'streams/lookup-log': { memoryMiB: 512, seconds: 60 },
  'streams/filings': { memoryMiB: 512, seconds: 60 },
} as const satisfies Record<FunctionName, Size>;

/** What the serverless checks ask of every function, and why it is not wanted of ours. */
const ANSWERED_OTHERWISE = [
  {
    id: 'Serverless-LambdaTracing',
    reason:
      'Lambda is not joined to X-Ray in China regions, and this template is the same in both partitions. Logs carry the request id from the gateway on.',
  },
  {
    id: 'Serverless-LambdaDLQ',
    reason:
      'The gateway, the user pool and streams wait for the answer, so nothing is queued that could be lost; a schedule is sent again by its rule, and what one run misses the next one does.',
  },
  {
    id: 'Serverless-LambdaAsyncFailureDestination',
    reason: 'The same: no event is taken without somebody waiting for what became of it.',
  },
];

export interface HandlerProps {
  /** The folder under `functions/` whose code this runs, and whose rights it has. */
  readonly folder: FunctionName;
  readonly state: State;
  readonly settings: Pick<Settings, 'retention' | 'reserve'>;
  readonly environment: Readonly<Record<string, string>>;
  /** Rights over what is no state, such as a queue. @default none */
  readonly also?: readonly PolicyStatement[];
}

/** Bundled here, by this process; the image is what the framework asks for where that could not be, and is never used. */
const codeOf = (folder: FunctionName): Code =>
  Code.fromAsset(join(project.root, 'functions', folder), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('scratch'),
      local: {
        tryBundle: (outputDir) => {
          bundleInto(outputDir, entryOf(folder));
          return true;
        },
      },
    },
  });

/** One Lambda with a role and a log of its own. */
export class Handler extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: HandlerProps) {
    super(scope, id);
    const { folder, environment, settings } = props;
    const { memoryMiB, seconds } = sizeOf[folder];
    const reserved = reservedFor(folder, settings);
    const logGroup = new LogGroup(this, 'Log', { retention: logDaysOf(settings) });
    this.lambda = new LambdaFunction(this, 'Lambda', {
      description: `functions/${folder}`,
      code: codeOf(folder),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMiB,
      timeout: Duration.seconds(seconds),
      environment: { ...environment },
      role: this.roleFor(props, logGroup),
      logGroup,
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
    });
    Validations.of(this.lambda).acknowledge(...ANSWERED_OTHERWISE);
  }

  private roleFor({ folder, state, also = [] }: HandlerProps, log: LogGroup): Role {
    const writesLog = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [log.logGroupArn],
    });
    const rights = rightsOf[folder].map((right) => statementFor(right, state));
    const role = new Role(this, 'Role', {
      description: `Runs functions/${folder}`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { rights: new PolicyDocument({ statements: [writesLog, ...rights, ...also] }) },
    });
    const kinds = new Set(rightsOf[folder].flatMap((right) => ('files' in right ? [right.files] : [])));
    for (const kind of kinds)
      Validations.of(role).acknowledge({
        id: filesOf(kind, state).findingOfAll,
        reason:
          'A file is named by an id drawn at random, or by the day it is of, so that a right can name none of them singly. It stays under one prefix of one bucket, and neither lists nor deletes.',
      });
    for (const right of rightsOf[folder])
      if ('objects' in right)
        Validations.of(role).acknowledge({
          id: state.imports.findingOf(right.objects),
          reason:
            'An object is named by the id of its import, so that a right can name none of them singly. It stays under one prefix of one bucket, and neither lists nor deletes.',
        });
    return role;
  }
}
