import { DomainError } from '../domain/errors.ts';

const MAX_DEPTH = 32;
/** Putting marks into order takes time by the square of their number; no writing has 30 in a row (UAX 15 §13). */
const MAX_MARKS = 30;
const TOO_MANY_MARKS = /\p{M}{31}/u;
/** Nothing is to be said against printable ASCII, and long lists are of nothing else. */
const PLAIN = /^[\x20-\x7e]*$/;
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

interface Open {
  readonly keys: Set<string> | undefined;
  step: string;
  index: number;
}

const escapeStep = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');
const pointerOf = (open: readonly Open[]): string => open.map(({ step }) => `/${escapeStep(step)}`).join('');

const refuse = (code: string, path: string, values: Record<string, string | number> = {}): never => {
  throw new DomainError('malformed-body', { defects: [{ path, code, values }] });
};

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** `pathOf` is asked only when needed: joining long keys for every key would take time by the square. */
function keyOf(text: string, start: number, end: number, pathOf: () => string): string {
  try {
    return JSON.parse(text.slice(start, end + 1)) as string;
  } catch {
    return refuse('not-json', pathOf());
  }
}

/** Refuses what `JSON.parse` lets pass: nesting that is too deep, and a key given twice. */
function refuseDepthAndDuplicates(text: string): void {
  const open: Open[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const inner = open.at(-1);
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at);
        if (expectsKey && inner?.keys) {
          const key = keyOf(text, at, end, () => pointerOf(open.slice(0, -1)));
          inner.step = key;
          if (inner.keys.has(key)) refuse('duplicate-key', pointerOf(open));
          inner.keys.add(key);
          expectsKey = false;
        }
        at = end;
        break;
      }
      case '{':
      case '[':
        if (open.length >= MAX_DEPTH) refuse('too-deep', pointerOf(open), { maximum: MAX_DEPTH });
        expectsKey = text[at] === '{';
        open.push({ keys: expectsKey ? new Set() : undefined, step: '0', index: 0 });
        break;
      case '}':
      case ']':
        open.pop();
        expectsKey = false;
        break;
      case ',':
        if (inner?.keys) expectsKey = true;
        else if (inner) inner.step = String(++inner.index);
        break;
    }
  }
}

/** Every string in NFC; what no text holds is refused, with where it stands. */
function normalised(value: unknown, path: string): unknown {
  if (typeof value === 'string') {
    if (PLAIN.test(value)) return value;
    if (!value.isWellFormed()) refuse('lone-surrogate', path);
    if (CONTROL.test(value)) refuse('control-character', path);
    if (TOO_MANY_MARKS.test(value)) refuse('too-many-marks', path, { maximum: MAX_MARKS });
    return value.normalize('NFC');
  }
  if (Array.isArray(value)) return value.map((entry, index) => normalised(entry, `${path}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => {
    if (!key.isWellFormed()) refuse('lone-surrogate', path);
    return [key, normalised(entry, `${path}/${escapeStep(key)}`)] as const;
  });
  return Object.fromEntries(entries);
}

/** Whether a text is taken just as it stands; of one that is not, `normaliseTexts` says what it becomes, or where it is wrong. */
export const isStrictText = (text: string): boolean =>
  text.isWellFormed() && !CONTROL.test(text) && !TOO_MANY_MARKS.test(text) && text.normalize('NFC') === text;

/** The strings of a value as the service takes them, wherever it was read from. @throws DomainError `malformed-body`. */
export const normaliseTexts = (value: unknown): unknown => normalised(value, '');

/**
 * Parses JSON as this service accepts it: at most 32 levels, no key twice, no lone surrogates, no control
 * characters, at most 30 combining marks in a row, strings in NFC.
 *
 * @throws DomainError `malformed-body` with the JSON pointer of what is wrong.
 */
export function parseStrictJson(text: string): unknown {
  refuseDepthAndDuplicates(text);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('not-json', '');
  }
  return normalised(parsed, '');
}
