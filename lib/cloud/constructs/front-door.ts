import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
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
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route, Surface } from '../../contract/route.ts';

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

/** Requests a second for all routes together: three times the look-ups of a working day's eight hours. */
const THROTTLE = { rateLimit: 2_000, burstLimit: 1_000 };

export interface FrontDoorProps {
  readonly routes: readonly Route[];
  readonly authorizer: IFunction;
  /** The Lambda of each surface that the routes name. */
  readonly surfaces: ReadonlyMap<Surface, IFunction>;
}

/** The HTTP API: each route of the table goes to its surface, behind the authorizer unless it is public. */
export class FrontDoor extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { routes, authorizer, surfaces }: FrontDoorProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Api', { apiName: Stack.of(this).stackName, createDefaultStage: false });
    this.url = api.apiEndpoint;
    new HttpStage(this, 'Stage', {
      httpApi: api,
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.SIX_MONTHS }),
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
    }
  }
}

const publicBecause = ({ id, method, path }: Route) => ({
  id: 'AwsSolutions-APIG4',
  reason: `${method} ${path} (${id}) is public by the route table: law lets anybody read it, without signing in.`,
});
