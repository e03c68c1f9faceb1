/** Reads the JSON in what a model said, however it was wrapped, and checks it. */
import type { Static, TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

export type ReadAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string };

/** Compiling costs milliseconds; schemas are few and live as long as the process. */
const checkers = new WeakMap<TSchema, Validator>();
function checkerOf(schema: TSchema): Validator {
  const known = checkers.get(schema);
  if (known) return known;
  const made: Validator = Compile(schema);
  checkers.set(schema, made);
  return made;
}

/** The first value in the text that is what the schema says; else what is wrong, in words a model understands. */
export function readAnswer<S extends TSchema>(schema: S, text: string): ReadAnswer<Static<S>> {
  const checker = checkerOf(schema);
  let fault: string | null = null;
  for (const candidate of candidatesIn(text)) {
    const parsed = parse(candidate);
    if (parsed === undefined) continue;
    // Models add remarks of their own beside what was asked: not worth another call.
    const value = checker.Clean(parsed);
    if (checker.Check(value)) return { ok: true, value: value as Static<S> };
    fault ??= faultsOf(checker.Errors(value));
  }
  return { ok: false, fault: fault ?? 'it holds no complete JSON value' };
}

function parse(text: string): unknown {
  for (const attempt of [text, withoutTrailingCommas(text)]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next form of it, or the next candidate.
    }
  }
  return undefined;
}

const FENCE = /```[\w-]*[ \t]*\r?\n?([\s\S]*?)```/g;
/** What reasoning models say aloud before they answer. */
const THINKING = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi;

function* candidatesIn(said: string): Generator<string> {
  const text = said.replaceAll('\ufeff', '').replace(THINKING, '').trim();
  yield text;
  for (const [, inside = ''] of text.matchAll(FENCE)) yield inside.trim();
  yield* balancedIn(text);
}

const MOST_OPENINGS = 20;

/** Every outermost `{…}` and `[…]`, quotes respected. Bounded: an answer may be a megabyte of brackets. */
function* balancedIn(text: string): Generator<string> {
  let from = 0;
  for (let tries = 0; tries < MOST_OPENINGS; tries++) {
    const start = from + text.slice(from).search(/[{[]/);
    if (start < from) return;
    const end = endOf(text, start);
    if (end !== null) yield text.slice(start, end);
    from = end ?? start + 1;
  }
}

function endOf(text: string, start: number): number | null {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const letter = text[at];
    if (isQuoted) {
      if (letter === '\\') at++;
      else if (letter === '"') isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === '{' || letter === '[') depth++;
    else if ((letter === '}' || letter === ']') && --depth === 0) return at + 1;
  }
  return null;
}

/** `{"a": [1, 2,],}` as it was meant; what stands in quotes is left alone. */
const withoutTrailingCommas = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\[\s\S])*"|,(?=\s*[}\]])/g, (found) => (found === ',' ? '' : found));

type Findings = ReturnType<Validator['Errors']>;
const MOST_FAULTS = 5;

const faultsOf = (findings: Findings): string =>
  findings
    .slice(0, MOST_FAULTS)
    .map(({ instancePath, message, params }) => `${instancePath || 'the value'} ${message}${detailOf(params)}`)
    .join('; ');

function detailOf(params: object): string {
  const { allowedValues, requiredProperties } = params as { allowedValues?: unknown[]; requiredProperties?: unknown[] };
  const named = allowedValues ?? requiredProperties;
  return named ? ` (${named.map(String).join(', ').slice(0, 200)})` : '';
}
