/** Where the demo's service answers, and how its people get their tokens. */
export interface Stage {
  readonly url: string;
  readonly tokenOf: (persona: string) => Promise<string>;
  readonly tell: (line?: string) => void;
}

export interface Told {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the demo reads answers as a curl user would, without types.
  readonly body: any;
}

/** What the demo says must be so; it ends with an error where it is not, instead of telling a story. */
export function must(is: boolean, what: string): void {
  if (!is) throw new Error(`The demo did not go as told: ${what}`);
}

/** Of a request the beginning is enough; of an answer nearly everything is shown. */
const LONGEST = { request: 900, answer: 8_000 };

/** Tokens and signatures are cut; what is long is cut; everything else is shown as it was sent. */
function shown(value: unknown, longest: number): string {
  const text = JSON.stringify(
    value,
    (_, entry: unknown) =>
      typeof entry === 'string' && /^[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}$/.test(entry)
        ? `${entry.slice(0, 24)}…`
        : entry,
    2,
  );
  return text.length <= longest ? text : `${text.slice(0, longest)}\n  … (${text.length} characters)`;
}

const indented = (text: string): string => text.replace(/^/gm, '    ');

/** Makes one request as a persona (or as anyone) and shows it with its answer, as `pick` cuts it. */
export async function ask(
  { url, tokenOf, tell }: Stage,
  request: {
    readonly as?: string;
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly body?: unknown;
  },
  pick: (body: Told['body']) => unknown = (body) => body,
): Promise<Told> {
  const { as, method, path, body } = request;
  const response = await fetch(`${url}/v1${path}`, {
    method,
    headers: {
      'accept-language': 'zh-CN',
      ...(as !== undefined && { authorization: `Bearer ${await tokenOf(as)}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answered = (await response.json()) as Told['body'];
  tell(`  > ${method} /v1${path}${as === undefined ? '' : `    (as ${as})`}`);
  if (body !== undefined) tell(indented(shown(body, LONGEST.request)));
  tell(`  < ${response.status}`);
  tell(indented(shown(response.ok ? pick(answered) : answered, LONGEST.answer)));
  tell();
  return { status: response.status, body: answered };
}
