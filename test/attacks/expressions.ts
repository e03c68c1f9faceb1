/** Every regular expression of the program, and what makes one slow: the same signs again and again, then one that does not fit. */
import { globSync, readFileSync } from 'node:fs';
import { type Context, createContext, Script } from 'node:vm';
import { transform } from 'esbuild';
import { parseAst } from 'vite';

export interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Of the server and of the browser's files; not of tests. */
export async function expressionsOf(): Promise<readonly Expression[]> {
  const found = new Map<string, Expression>();
  for (const path of globSync('src/**/*.{ts,tsx}').filter((name) => !/\.test\.|test-|\.d\.ts$/.test(name))) {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('/')) continue;
    const { code } = await transform(text, {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      jsx: 'automatic',
      target: 'esnext',
      format: 'esm',
    });
    walk(parseAst(code), (source, flags) => found.set(`/${source}/${flags}`, { where: path, source, flags }));
  }
  return [...found.values()].filter(({ source }) => mayTakeLong(source));
}

/** One repetition from a fixed start is linear; without an endless repetition, or with one of that kind, nothing can take long. */
function mayTakeLong(source: string): boolean {
  const repetitions = source.match(/[^\\][+*]|\{\d+,\}/g)?.length ?? 0;
  return repetitions > (source.startsWith('^') && !source.includes('|') ? 1 : 0);
}

function walk(node: unknown, tell: (source: string, flags: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  const { regex } = node as { regex?: { pattern: string; flags: string } };
  if (regex && typeof regex.pattern === 'string') tell(regex.pattern, regex.flags);
  for (const inner of Object.values(node)) if (inner !== regex) walk(inner, tell);
}

const LENGTH = 10_000;
/** Of the processor, for all texts together: a linear expression takes a few milliseconds, whatever else the machine does. */
const LIMIT_MS = 2_000;
/** By the clock: who is stuck without end is stopped here. */
const STOP_MS = 30_000;
const PUMPS = [
  'a',
  'A',
  '0',
  ' ',
  '\n',
  '-',
  '_',
  '.',
  ',',
  '/',
  ':',
  '@',
  '"',
  '<',
  '(',
  'é',
  'ا',
  '\t',
  '=',
  '&',
  '%',
  '*',
  '#',
  '|',
  '\\',
];
const PAIRS = ['a ', '0.', 'a.', 'a-', '0,', ' \n', 'a@', '://', '--', '**', '&#', '<a', '[](', '{}', 'a,', '\r\n', '- ', '@a.'];
const ENDS = ['\0', 'a!'];

/** Null when it is quick on everything; else the text that took most. */
export function isQuick(source: string, flags: string): string | null {
  const literal = /[a-zA-Z0-9]{2,}[^a-zA-Z0-9\\]?/.exec(source)?.[0] ?? '';
  const pumps = [...PUMPS, ...PAIRS, ...(literal ? [literal] : [])];
  const [pattern, plain] = [JSON.stringify(source), JSON.stringify(flags.replace(/[gy]/g, ''))];
  const script = new Script(`new RegExp(${pattern}, ${plain}).test(text)`);
  const context = createContext({ text: '' });
  let [total, most, slowest] = [0, 0, ''];
  for (const pump of pumps)
    for (const end of ENDS) {
      const text = pump.repeat(Math.ceil(LENGTH / pump.length)) + end;
      context['text'] = text;
      const start = process.cpuUsage();
      const isStopped = !ends(script, context);
      const spent = isStopped ? LIMIT_MS : process.cpuUsage(start).user / 1000;
      total += spent;
      if (spent > most) [most, slowest] = [spent, text];
      if (total >= LIMIT_MS) return slowest;
    }
  return null;
}

function ends(script: Script, context: Context): boolean {
  try {
    script.runInContext(context, { timeout: STOP_MS });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return false;
  }
}
