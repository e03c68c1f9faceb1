/** What was tried, for ever: every answer of a platform and every turn of ours, without any secret. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { hideSecretsInLine } from '#kernel/secrets.ts';
import { gather } from './gather.ts';
import type { PlatformAnswer } from './platform.ts';
import type { Attempt } from './publication.ts';

type Note = Pick<Attempt, 'phase'> & Partial<Omit<Attempt, 'at' | 'phase'>>;

export interface Attempts {
  /** Written with others', once it is answered. */
  note(publicationId: number, note: Note): Promise<void>;
}

export function createAttempts(db: Db): Attempts {
  const write = gather(async (notes: readonly (Note & { readonly publicationId: number })[]) => {
    await sql`
      insert into publishing.attempts (publication_id, at, phase, http_status, code, trace_id, detail)
      select "publicationId", clock_timestamp(), phase, "httpStatus", code, "traceId", detail
      from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb)
        as n("publicationId" bigint, phase text, "httpStatus" int, code text, "traceId" text, detail text)
      where exists (select from publishing.publications p where p.id = n."publicationId")`.execute(db);
    return notes.map(() => undefined);
  });
  return {
    note: async (publicationId, { detail, ...note }) => {
      await write({ publicationId, ...note, detail: detail ? redacted(detail) : null });
    },
  };
}

/** What an answer says of itself: the code of Graph (`190/463`) or of X (`duplicate-content`), and where the platform finds it again. */
export function noteOf(phase: string, { status, headers, json, text }: PlatformAnswer): Note {
  const isFine = status >= 200 && status < 300;
  return { phase, httpStatus: status, code: codeOf(json), traceId: traceOf(headers, json), detail: isFine ? null : text };
}

const TRACES = ['x-fb-trace-id', 'x-transaction-id', 'x-request-id'] as const;

function traceOf(headers: Headers, json: unknown): string | null {
  const own = field(field(json, 'error'), 'fbtrace_id');
  const named = TRACES.map((name) => headers.get(name)).find((value) => value !== null);
  return (typeof own === 'string' ? own : (named ?? null))?.slice(0, 100) ?? null;
}

function codeOf(json: unknown): string | null {
  const error = field(json, 'error') ?? json;
  const parts = [field(error, 'code'), field(error, 'error_subcode')].filter(
    (part) => typeof part === 'number' || typeof part === 'string',
  );
  const kind = field(error, 'type');
  return (
    (parts.length > 0 ? parts.join('/') : typeof kind === 'string' ? kind.slice(kind.lastIndexOf('/') + 1) : null)?.slice(0, 100) ?? null
  );
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

const LONGEST = 300;

/** NUL is no text for PostgreSQL. */
export const redacted = (text: string): string =>
  hideSecretsInLine(text.slice(0, 4000))
    .replaceAll('\0', '')
    .replace(/\b((?:access|refresh)_token|appsecret_proof|client_secret|input_token|code)=[^&\s"]+/gi, '$1=•••')
    .slice(0, LONGEST)
    .toWellFormed();
