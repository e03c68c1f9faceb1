/** What somebody asked: the brief they pasted or sent as a file, from either body, under every documented name. */
import type { FastifyRequest } from 'fastify';
import { readDocumentText } from '#capabilities/media/media.ts';
import { failure } from '#kernel/failure.ts';
import type { Brief, BriefKind, Criterion } from '../briefs/briefs.ts';
import { readBrief } from '../briefs/briefs.ts';
import { LIST_QUERY } from '../cinema/contract.ts';
import { readFlag, readInteger, readText } from '../readers.ts';
import { sentDocument } from '../sent-files.ts';
import { merged, overridden } from './criteria.ts';
import { checkCriteria } from './criteria-check.ts';
import { criteriaOf, NOT_FOLLOWED } from './filter-criteria.ts';
import { asking } from './messages.ts';
import type { MatchingTools } from './tools.ts';

/** Characters of a brief; more of a file is not read. */
export const MAX_BRIEF = 20_000;
const MAX_LIMIT = 100;

type Body = Readonly<Record<string, unknown>>;
type Tools = Pick<MatchingTools, 'db' | 'clock' | 'uploads' | 'catalogue' | 'search'>;

const TEXTS: Readonly<Record<BriefKind, readonly string[]>> = {
  standard: ['job_description', 'role_description'],
  cinema: ['role_description', 'job_description'],
};
const FILES: Readonly<Record<BriefKind, readonly string[]>> = {
  standard: ['file', 'job_file', 'role_file'],
  cinema: ['file', 'role_file', 'job_file'],
};

/** The text of the brief, of the file, or of both. Throws `failure.invalid` naming the field. */
export async function readAskedText(request: FastifyRequest, kind: BriefKind, tools: Tools): Promise<string> {
  const body = (request.body ?? {}) as Body;
  const [first = ''] = TEXTS[kind];
  const name = TEXTS[kind].find((field) => body[field] !== undefined && body[field] !== null && body[field] !== '') ?? first;
  const typed = readText(plain(body[name]), MAX_BRIEF);
  if (!typed.ok) throw failure.invalid({ [name]: typed.error });
  const text = [typed.value, await textOfFile(request, kind, tools)].filter(Boolean).join('\n\n');
  if (!/\p{L}{2}/u.test(text)) throw failure.field(first, asking.briefNeeded, {}, 'required');
  return [...text].slice(0, MAX_BRIEF).join('');
}

/** What word processors put between words is no reason to refuse a brief. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[^\P{Cc}\r\n\t]/gu, ' ') : value;

async function textOfFile(request: FastifyRequest, kind: BriefKind, tools: Tools): Promise<string | null> {
  for (const field of FILES[kind]) {
    const sent = await sentDocument(request, field, tools);
    if (!sent) continue;
    const { text } = await readDocumentText(sent.content, sent.extension);
    if (!/\p{L}{2}/u.test(text)) throw failure.field(field, asking.noTextInFile, {}, 'unreadable');
    return String(plain(text)).trim();
  }
  return null;
}

export interface Asked {
  readonly brief: Brief;
  /** Filters that a search by brief does not follow. */
  readonly ignored: readonly string[];
}

/** The brief as it is understood: what was said beside it goes before what it says. */
export async function understand(tools: Tools, kind: BriefKind, text: string, body: Body): Promise<Asked> {
  const catalogue = await tools.catalogue.snapshot();
  const read = readBrief(kind, text, { catalogue, today: tools.clock.now() });
  const given = body['criteria'] === undefined || body['criteria'] === '' ? null : body['criteria'];
  const filters = kind === 'cinema' ? await filtersOf(tools, body) : [];
  const base = given === null ? read.criteria : checkCriteria(given, { kind, catalogue });
  const ignored = kind === 'cinema' ? NOT_FOLLOWED.filter((name) => body[name] !== undefined && body[name] !== '') : [];
  return { brief: { ...read, criteria: overridden(merged(base), filters) }, ignored };
}

const FILTER_NAMES = Object.keys(LIST_QUERY.properties).filter((name) => !['sort', 'page', 'limit', 'per_page'].includes(name));

async function filtersOf({ search }: Tools, body: Body): Promise<readonly Criterion[]> {
  return criteriaOf(await search.readFilters(Object.fromEntries(FILTER_NAMES.map((name) => [name, body[name]]))));
}

export interface Wishes {
  readonly limit: number;
  readonly rerank: boolean;
}

export function readWishes(body: Body): Wishes {
  const [limit, rerank] = [readInteger(body['limit'], 1, Number.MAX_SAFE_INTEGER), readFlag(body['rerank'])];
  if (!limit.ok || !rerank.ok)
    throw failure.invalid({ ...(limit.ok ? {} : { limit: limit.error }), ...(rerank.ok ? {} : { rerank: rerank.error }) });
  return { limit: Math.min(limit.value ?? 20, MAX_LIMIT), rerank: rerank.value ?? true };
}
