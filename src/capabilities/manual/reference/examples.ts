/**
 * What was really asked and answered: `docs/api/examples/<api>.json`, recorded from a running studio in demo mode by
 * `npm run docs:record`. Lists are cut to their first lines there, long texts too; tokens are not told.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '#kernel/package-root.ts';
import { type Entry, isPublic, isUnsafe, schemaOf } from './document.ts';
import { sampleOf } from './sample.ts';

export interface RecordedAnswer {
  /** Parsed, when it is JSON. */
  readonly body?: unknown;
  /** Name of the file, when it is none. */
  readonly file?: string;
}

export interface RecordedCall {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly answers: Readonly<Record<string, RecordedAnswer>>;
  /** The same in version 2 of the talent API, where it says something else. */
  readonly older?: Readonly<Record<string, RecordedAnswer>>;
}

export interface Recordings {
  readonly calls: Readonly<Record<string, RecordedCall>>;
  /** How the door says each kind of failure, by status. */
  readonly failures: Readonly<Record<string, RecordedAnswer>>;
  readonly olderFailures?: Readonly<Record<string, RecordedAnswer>>;
}

const kept = new Map<string, Recordings>();

export function recordingsOf(api: string): Recordings {
  const known = kept.get(api);
  if (known) return known;
  const read = JSON.parse(readFileSync(join(packageRoot, 'docs', 'api', 'examples', `${api}.json`), 'utf8')) as Recordings;
  kept.set(api, read);
  return read;
}

export interface ShownAnswer extends RecordedAnswer {
  readonly status: string;
  readonly source: 'recorded' | 'made-up' | 'failure';
  readonly older?: RecordedAnswer | undefined;
}

/** Successes first, then what can go wrong with this operation. */
export function answersOf(entry: Entry, recordings: Recordings): readonly ShownAnswer[] {
  const { operation } = entry;
  const call = recordings.calls[operation.operationId];
  const recorded = Object.entries(call?.answers ?? {}).map(
    ([status, answer]): ShownAnswer => ({ status, source: 'recorded', older: call?.older?.[status], ...answer }),
  );
  const said = new Set(recorded.map(({ status }) => status));
  const madeUp = Object.entries(operation.responses ?? {})
    .filter(([status]) => !said.has(status) && !(isWell(status) && [...said].some(isWell)))
    .map(([status, content]): ShownAnswer => {
      const schema = schemaOf(content);
      return { status, source: 'made-up', ...(schema ? { body: sampleOf(schema) } : {}) };
    });
  const failures = failuresOf(entry)
    .filter((status) => !said.has(status) && recordings.failures[status])
    .map(
      (status): ShownAnswer => ({ status, source: 'failure', older: recordings.olderFailures?.[status], ...recordings.failures[status] }),
    );
  return [...recorded, ...madeUp, ...failures].sort((one, other) => Number(one.status) - Number(other.status));
}

const isWell = (status: string): boolean => status.startsWith('2');

/** By what the operation takes and demands. */
function failuresOf({ method, path, operation }: Entry): readonly string[] {
  const takes = operation.requestBody !== undefined || (operation.parameters ?? []).some((parameter) => parameter.in === 'query');
  const isNarrow = !isPublic(operation) && operation['x-access'] !== 'signed-in';
  return [
    ...(takes ? ['400'] : []),
    ...(isPublic(operation) ? [] : ['401']),
    ...(isNarrow || (isUnsafe(method) && path.includes('{user_id}')) ? ['403'] : []),
    ...(path.includes('{') ? ['404'] : []),
    '429',
  ];
}

/** The address of a recorded call, without its origin; places nobody has filled keep their name. */
export function addressOf({ path }: Pick<Entry, 'path'>, call: RecordedCall | undefined): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    encodeURIComponent(String(call?.path?.[name] ?? whole)).replace(/%7B|%7D/g, (sign) => decodeURIComponent(sign)),
  );
  const query = new URLSearchParams(Object.entries(call?.query ?? {}).map(([name, value]) => [name, String(value)])).toString();
  return query ? `${filled}?${query}` : filled;
}
