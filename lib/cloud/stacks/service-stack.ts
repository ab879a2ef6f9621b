import { CfnOutput, Lazy, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import type { CfnFunction, IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Route, Surface } from '../../contract/route.ts';
import { Alarms } from '../constructs/alarms.ts';
import { ChangesBus } from '../constructs/changes-bus.ts';
import { Dashboard } from '../constructs/dashboard.ts';
import { FrontDoor } from '../constructs/front-door.ts';
import { Handler } from '../constructs/handler.ts';
import { ImportMachine } from '../constructs/import-machine.ts';
import { Projection } from '../constructs/projection.ts';
import { Schedule } from '../constructs/schedule.ts';
import type { Settings } from '../environments.ts';
import type { FunctionName } from '../rights.ts';
import type { ScheduleFunctionName } from '../schedule-rights.ts';
import { schedules } from '../schedules.ts';
import type { State } from '../statements.ts';
import { readUnitPrices } from '../watching/foretold-cost.ts';
import { serviceNameOf } from '../watching/own-metric.ts';
import type { Measured } from '../watching/watched-metrics.ts';
import type { PoolIssuer } from './identity-stack.ts';

export interface ServiceStackProps extends StackProps {
  readonly settings: Settings;
  /** What `GET /health` tells as its build. */
  readonly build: string;
  readonly routes: readonly Route[];
  readonly state: State;
  /** Of the deployment's own user pool. @default none */
  readonly poolIssuer?: PoolIssuer | undefined;
}

type ScheduleEntries = readonly [ScheduleFunctionName, (typeof schedules)[ScheduleFunctionName]][];

/** What every Lambda is told; read by `lib/edge/environment.ts`. */
const environmentFrom = (
  stack: Stack,
  { settings, build, poolIssuer, state: { tables, keys, files, hashingKeys } }: ServiceStackProps,
) => ({
  TABLE_FILINGS: tables.filings.tableName,
  TABLE_CREDIT: tables.credit.tableName,
  TABLE_LOOKUP_LOG: tables.lookupLog.tableName,
  STAGE: settings.stage,
  BUILD: build,
  /* Read by the metrics themselves: stages of one account are apart by it. */
  POWERTOOLS_SERVICE_NAME: serviceNameOf(settings),
  KEYS: 'kms',
  RECEIPT_KEY: keys.receipt.keyId,
  LICENCE_KEY: keys.licence.keyId,
  LOG_KEY: keys.log.keyId,
  SUBJECT_HASH_KEY: settings.subjectHashKeys === undefined ? keys.subjectHash.keyId : hashingKeys[0],
  ...(hashingKeys[1] !== undefined && { OTHER_SUBJECT_HASH_KEY: hashingKeys[1] }),
  SEAL_KEY: keys.seal.keyId,
  FORMER_KEYS: JSON.stringify(settings.formerKeys ?? []),
  MATERIALS_BUCKET: files.bucketName,
  ISSUERS: stack.toJsonString([...settings.issuers, ...(poolIssuer === undefined ? [] : [poolIssuer])]),
  IDENTITY_PROVIDERS: JSON.stringify(settings.identityProviders),
});

const NO_ISSUERS = `No issuers are set, so nobody can sign in and only the public routes answer. Give them: -c issuers='[{"issuer":"https://…","audience":"tongbiao","authorities":["reg-…"]}]'`;
const NO_IDENTITY_PROVIDERS = `No identity providers are set, so no real-name proof is accepted and nothing can be filed. Give them: -c identityProviders='[{"issuer":"https://…","audience":"tongbiao"}]'`;

const NO_PUBLIC_URL = `No public address is set, so licences and their printed codes name the gateway's own address, which is gone with the gateway. Give one: -c publicUrl=https://…`;

/** Everything that is made anew from the code: functions, streams' readers and the API. It holds nothing. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { routes, settings, state } = props;
    /* Licences name the address for good, so that it should be a domain of one's own and not the gateway's. */
    const publicUrl = Lazy.string({ produce: () => settings.publicUrl ?? door.url });
    const environment = { ...environmentFrom(this, props), PUBLIC_URL: publicUrl };
    const importing = { ...environment, IMPORTS_BUCKET: state.imports.bucketName };
    const handle = (folder: FunctionName): IFunction =>
      new Handler(this, folder, {
        ...{ folder, state, settings },
        environment: folder === 'imports' ? importing : environment,
      }).lambda;

    const surfaces = [...new Set(routes.map(({ surface }) => surface))];
    const lambdas = new Map(surfaces.map((surface): [Surface, IFunction] => [surface, handle(surface)]));
    const door = new FrontDoor(this, 'FrontDoor', {
      routes,
      settings,
      authorizer: handle('authorizer'),
      surfaces: lambdas,
    });
    new Projection(this, 'Seen', {
      folder: 'streams/lookup-log',
      table: 'lookupLog',
      takes: [{ under: 'LOG#' }],
      state,
      settings,
      environment,
    });
    const bus = new ChangesBus(this, 'Changes');
    const telling = { environment: { ...environment, EVENT_BUS: bus.name }, also: [bus.mayPut] };
    new Projection(this, 'Steps', {
      folder: 'streams/filings',
      table: 'filings',
      takes: [
        { under: 'FILING#', sort: 'EVENT#' },
        /* A file that is handed over changes a filing without a step of it. */
        { under: 'FILING#', sort: 'FILING', events: ['MODIFY'] },
        /* What was promised with a filing, as it changes, and that somebody was reminded of it. */
        { under: 'FILING#', sort: ['FOLLOWUP', 'PROMISED#'], events: ['INSERT', 'MODIFY'] },
        { under: 'ERASED#' },
      ],
      state,
      settings,
      ...telling,
    });
    new Projection(this, 'Credit', {
      folder: 'streams/credit',
      table: 'credit',
      takes: [
        { under: 'SUBJECT#', sort: ['RECORD#', 'SUCCESSION#'] },
        { under: 'SUBJECT#', sort: 'DISPUTE#', events: ['INSERT', 'MODIFY'] },
        { under: 'TASK#', sort: 'TASK', events: ['INSERT', 'MODIFY'] },
        { under: 'ENDED#' },
        { under: 'SOURCETURNS#' },
      ],
      state,
      settings,
      ...telling,
    });
    for (const [folder, { id, minutes }] of Object.entries(schedules) as ScheduleEntries)
      new Schedule(this, id, {
        folder,
        minutes,
        state,
        settings,
        environment:
          folder === 'schedules/seal-log'
            ? { ...environment, EVIDENCE_BUCKET: state.evidence.bucketName }
            : environment,
      });
    const { arn: importMachine } = new ImportMachine(this, 'Importing', {
      state,
      settings,
      environment: importing,
    });
    this.watch(settings, state, { apiId: door.apiId, importMachine }, lambdas);
    new CfnOutput(this, 'Url', { value: door.url });
    this.warnOfClosedDoors(settings);
  }

  /** Last, as it watches all that is there. */
  private watch(
    settings: Settings,
    { tables }: State,
    named: Pick<Measured, 'apiId' | 'importMachine'>,
    lambdas: ReadonlyMap<Surface, IFunction>,
  ): void {
    const prices = readUnitPrices();
    const lookup = lambdas.get('credit-lookup');
    if (lookup === undefined) throw new Error('No function looks up');
    const { memorySize = 128 } = lookup.node.defaultChild as CfnFunction;
    const streams = this.node.findAll().filter((found) => found instanceof Projection);
    const measured: Measured = {
      service: serviceNameOf(settings),
      ...named,
      tables,
      lookup: { lambda: lookup, memoryMiB: memorySize },
      streams: streams.map(({ lambda }) => lambda),
    };
    const watching = { over: this, measured, prices };
    const { all: alarms } = new Alarms(this, 'Alarms', { ...watching, target: settings.alarmTarget });
    new Dashboard(this, 'Watched', { ...watching, alarms });
  }

  private warnOfClosedDoors({ issuers, identityProviders, identity, publicUrl, domain }: Settings): void {
    if (publicUrl === undefined && domain === undefined)
      Validations.of(this).addWarning('tongbiao:no-public-url', NO_PUBLIC_URL);
    if (issuers.length === 0 && identity === undefined)
      Validations.of(this).addWarning('tongbiao:no-issuers', NO_ISSUERS);
    if (identityProviders.length === 0)
      Validations.of(this).addWarning('tongbiao:no-identity-providers', NO_IDENTITY_PROVIDERS);
  }
}
