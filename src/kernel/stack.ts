/**
 * Stacks in the places of the sources. The program is one bundle; its map is read when a fault is told, and let go again: kept in memory
 * by `--enable-source-maps` it weighs as much as the program itself.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface SourceMap {
  readonly sources: readonly string[];
  readonly mappings: string;
}
/** Of one place in the bundle: which source, line and column, counted from 0. */
interface Origin {
  readonly source: number;
  readonly line: number;
  readonly column: number;
}

const PLACE = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/g;
/** The same fault comes again: a place that was looked up is remembered. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

/** The stack with every place of a bundle that has a map beside it said as `file:line:column` of its source. */
export function inSources(stack: string): string {
  const unknown = [...stack.matchAll(PLACE)].filter(([place]) => !known.has(place));
  if (known.size + unknown.length > MOST_KNOWN) known.clear();
  const files = new Set(unknown.map(([, url = '']) => url));
  for (const url of files) {
    const places = unknown.filter((place) => place[1] === url).map(([, , line, column]) => [Number(line), Number(column)] as const);
    for (const [place, said] of lookUp(url, places)) known.set(place, said);
  }
  return stack.replaceAll(PLACE, (place) => known.get(place) ?? place);
}

function lookUp(url: string, places: readonly (readonly [line: number, column: number])[]): ReadonlyMap<string, string> {
  const file = fileURLToPath(url);
  const map = readMap(`${file}.map`);
  return new Map(
    places.map(([line, column]) => {
      const place = `${url}:${line}:${column}`;
      const origin = map && originOf(map.mappings, line - 1, column - 1);
      const source = origin && map.sources[origin.source];
      return [place, source ? `${join(dirname(file), source)}:${origin.line + 1}:${origin.column + 1}` : place] as const;
    }),
  );
}

/** A stack is told even where there is no map. */
function readMap(path: string): SourceMap | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as SourceMap;
  } catch {
    return null;
  }
}

const DIGITS = new Int8Array(128).fill(-1);
for (const [value, sign] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  DIGITS[sign.charCodeAt(0)] = value;
const [SEMICOLON, COMMA] = [';'.charCodeAt(0), ','.charCodeAt(0)];

/** The last segment at or before the place (https://tc39.es/ecma426: base-64 VLQ, each field counted from the one before). */
function originOf(mappings: string, line: number, column: number): Origin | null {
  const fields = [0, 0, 0, 0, 0];
  let [row, field, value, shift] = [0, 0, 0, 0];
  let found: Origin | null = null;
  for (let at = 0; at <= mappings.length; at += 1) {
    const code = at < mappings.length ? mappings.charCodeAt(at) : SEMICOLON;
    if (code === COMMA || code === SEMICOLON) {
      if (row === line && field > 0 && (fields[0] ?? 0) > column) return found;
      if (row === line && field >= 4) found = { source: fields[1] ?? 0, line: fields[2] ?? 0, column: fields[3] ?? 0 };
      field = 0;
      if (code === COMMA) continue;
      if (row === line) return found;
      row += 1;
      fields[0] = 0;
      continue;
    }
    const digit = DIGITS[code] ?? 0;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    fields[field] = (fields[field] ?? 0) + (value & 1 ? -(value >>> 1) : value >>> 1);
    field += 1;
    [value, shift] = [0, 0];
  }
  return found;
}
