import type { Route } from '../lib/contract/route.ts';

export interface RouteMatch {
  readonly route: Route;
  /** As API Gateway names the route: `GET /v1/filings/{id}`. */
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type Matched =
  | { readonly found: RouteMatch }
  /** The path is known by other methods; none where the path is not known at all. */
  | { readonly allow: readonly string[] };

/** A path that percent-encodes something that is not UTF-8, or leaves an encoding unfinished. */
export class MalformedTarget extends Error {
  override readonly name = 'MalformedTarget';
}

export function decodeTarget(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new MalformedTarget(undefined, { cause });
  }
}

interface Compiled {
  readonly route: Route;
  readonly path: string;
  readonly steps: readonly string[];
}

const isParameter = (step: string): boolean => step.startsWith('{');

/** Fixed steps before parameters, from the left: API Gateway takes the most specific route. */
function bySpecificity(a: Compiled, b: Compiled): number {
  const at = a.steps.findIndex((step, index) => isParameter(step) !== isParameter(b.steps[index] ?? ''));
  if (at < 0) return 0;
  return isParameter(a.steps[at] ?? '') ? 1 : -1;
}

function parametersOf(
  compiled: Compiled,
  given: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (compiled.steps.length !== given.length) return undefined;
  const parameters: [string, string][] = [];
  for (const [index, step] of compiled.steps.entries()) {
    const text = given[index] ?? '';
    if (isParameter(step)) {
      if (text === '') return undefined;
      parameters.push([step.slice(1, -1), text]);
    } else if (text !== step) return undefined;
  }
  return Object.fromEntries(parameters.map(([name, text]) => [name, decodeTarget(text)]));
}

/** `HEAD` is `GET` without the body. */
const methodOf = (method: string): string => (method === 'HEAD' ? 'GET' : method);

const withHead = (methods: readonly string[]): readonly string[] =>
  [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();

/**
 * Finds the route of a request among the routes of the contract, which stand below `/v1`. The most specific path
 * that fits decides which methods there are.
 *
 * @throws MalformedTarget
 */
export function routeMatcher(routes: readonly Route[]): (method: string, path: string) => Matched {
  const compiled = routes
    .map((route) => ({ route, path: `/v1${route.path}`, steps: `/v1${route.path}`.split('/') }))
    .sort(bySpecificity);
  return (method, path) => {
    const given = path.split('/');
    const matching = compiled.flatMap((candidate) => {
      const pathParameters = parametersOf(candidate, given);
      return pathParameters === undefined ? [] : [{ ...candidate, pathParameters }];
    });
    const candidates = matching.filter((candidate) => candidate.path === matching[0]?.path);
    const match = candidates.find(({ route }) => route.method === methodOf(method));
    if (match === undefined) return { allow: withHead(candidates.map(({ route }) => route.method)) };
    const { route, pathParameters } = match;
    return { found: { route, routeKey: `${route.method} ${match.path}`, pathParameters } };
  };
}
