import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route, Surface } from '../../contract/route.ts';
import type { Settings } from '../environments.ts';
import { logDaysOf } from '../retention.ts';
import { THROTTLE, type Throttle, throttleOf, UNKNOWN } from '../throttling.ts';

/** What operations need and no more: neither who asked, nor from where, nor for what by name. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTimeEpoch(),
    routeKey: '$context.routeKey',
    status: AccessLogField.contextStatus(),
    latency: AccessLogField.contextResponseLatency(),
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
  }),
);

export interface FrontDoorProps {
  readonly routes: readonly Route[];
  readonly authorizer: IFunction;
  /** The Lambda of each surface that the routes name. */
  readonly surfaces: ReadonlyMap<Surface, IFunction>;
  readonly settings: Pick<Settings, 'retention' | 'domain'>;
}

/** The surface that answers what no route matches. */
const UNKNOWN_GOES_TO: Surface = 'standards';

/** The HTTP API: each route of the table goes to its surface, behind the authorizer unless it is public. */
export class FrontDoor extends Construct {
  readonly apiId: string;
  readonly url: string;

  constructor(scope: Construct, id: string, { routes, authorizer, surfaces, settings }: FrontDoorProps) {
    super(scope, id);
    const { domain } = settings;
    const api = new HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      createDefaultStage: false,
      ...(domain !== undefined && { disableExecuteApiEndpoint: true }),
    });
    this.apiId = api.apiId;
    this.url = domain === undefined ? api.apiEndpoint : `https://${domain.name}`;
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      throttle: { ...THROTTLE },
      ...(domain !== undefined && { domainMapping: { domainName: this.domainName(domain) } }),
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: logDaysOf(settings) }),
        ),
        format: ACCESS_LOG,
      },
    });
    const signedIn = new HttpLambdaAuthorizer('Token', authorizer, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization'],
      resultsCacheTtl: Duration.seconds(300),
    });
    const integrations = new Map(
      [...surfaces].map(([name, lambda]) => [name, new HttpLambdaIntegration(name, lambda)]),
    );
    for (const route of routes) {
      const integration = integrations.get(route.surface);
      if (integration === undefined) throw new Error(`No function serves ${route.id}`);
      const isPublic = route.access === 'public';
      const authorizer: IHttpRouteAuthorizer = isPublic ? new HttpNoneAuthorizer() : signedIn;
      const httpRoute = new HttpRoute(this, route.id, {
        httpApi: api,
        routeKey: HttpRouteKey.with(`/v1${route.path}`, HttpMethod[route.method]),
        integration,
        authorizer,
      });
      if (isPublic) Validations.of(httpRoute).acknowledge(publicBecause(route));
      limit(stage, httpRoute, `${route.method} /v1${route.path}`, throttleOf(route));
    }
    const unknown = integrations.get(UNKNOWN_GOES_TO);
    if (unknown !== undefined) this.answerUnknown(api, stage, unknown);
  }

  /** Without it the gateway answers an unknown path itself, and not by a problem document. */
  private answerUnknown(httpApi: HttpApi, stage: HttpStage, integration: HttpLambdaIntegration): void {
    const route = new HttpRoute(this, 'Unknown', {
      httpApi,
      routeKey: HttpRouteKey.DEFAULT,
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'It says that there is nothing at this path, to whoever asks.',
    });
    limit(stage, route, '$default', UNKNOWN);
  }

  private domainName({ name, certificate }: NonNullable<Settings['domain']>): DomainName {
    const domainName = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
    });
    new CfnOutput(Stack.of(this), 'DomainTarget', {
      description: `What a CNAME of ${name} has to name`,
      value: domainName.regionalDomainName,
    });
    return domainName;
  }
}

/** Limits of a route stand with the stage, which must not be made before the route. */
function limit(stage: HttpStage, route: HttpRoute, routeKey: string, throttle: Throttle): void {
  const resource = stage.node.defaultChild as CfnStage;
  resource.addPropertyOverride(`RouteSettings.${routeKey.replaceAll('.', '\\.')}`, {
    ThrottlingRateLimit: throttle.rateLimit,
    ThrottlingBurstLimit: throttle.burstLimit,
  });
  resource.node.addDependency(route);
}

const publicBecause = ({ id, method, path }: Route) => ({
  id: 'AwsSolutions-APIG4',
  reason: `${method} ${path} (${id}) is public by the route table: law lets anybody read it, without signing in.`,
});
