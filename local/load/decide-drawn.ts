import type { LoadClient, OfficerAction, ToldFiling } from './load-client.ts';
import type { Random } from './random.ts';
import type { LoadTokens } from './tokens.ts';

const REASON = '经核实';

/** Any outcome that is admissible, a refusal on every ground there is. */
function draw({ admissible, findings }: ToldFiling, random: Random): OfficerAction {
  const outcome =
    admissible.includes('register') && random.chance(0.6) ? 'register' : random.pick(admissible);
  if (outcome === 'register') return { action: 'register' };
  if (outcome === 'return') return { action: 'return', reason: REASON };
  const grounds = new Set(findings.filter(({ admits }) => admits.includes('refuse')).map(({ rule }) => rule));
  return { action: 'refuse', reason: REASON, grounds: [...grounds] };
}

/** What was asked for, what came of it, and the filing where it was done. */
type DecidedStep = readonly [action: string, outcome: string, told: ToldFiling | undefined];

/** Has a filing in review decided by an officer of its authority, now and then after an extension. */
export async function decideDrawn(
  filing: ToldFiling,
  random: Random,
  { client, tokens }: { readonly client: LoadClient; readonly tokens: LoadTokens },
): Promise<readonly DecidedStep[]> {
  const [officer, head] = [
    await tokens.officer(filing.decidedBy, 'another'),
    await tokens.head(filing.decidedBy),
  ];
  /* Some may not be decided before others had their days to object. */
  if (officer === undefined || filing.admissible.length === 0) return [];
  const steps: [string, OfficerAction][] = [];
  if (head !== undefined && random.chance(0.1))
    steps.push(
      [officer, { action: 'propose-extension', reason: REASON }],
      [head, { action: random.chance(0.7) ? 'approve-extension' : 'decline-extension' }],
    );
  steps.push([officer, draw(filing, random)]);
  const told: DecidedStep[] = [];
  for (const [token, action] of steps) {
    const { status, body } = await client.decide(token, filing.id, action);
    const done = status === 200 ? (body as ToldFiling) : undefined;
    told.push([action.action, done?.state ?? `${status} ${body.code ?? ''}`, done]);
  }
  return told;
}
