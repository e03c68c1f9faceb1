/**
 * Lists of people as files: Excel and CSV without a limit, PDF for what one prints.
 *
 * Hides columns, file names and the documented rate (ten exports an hour). An export takes the filters of the list it comes from,
 * is written while it is read from the database, and is audited: whose data left, by whom, under which filters.
 */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { CSV, csvStream, listPdf, XLSX, xlsxStream } from '#capabilities/printing/printing.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import { failure } from '#kernel/failure.ts';
import { type Access, access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { type Language, localeOf, say } from '#kernel/message.ts';
import { nameOf, type SiteName } from '#kernel/site-face.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { CinemaSearch } from '../cinema-search/cinema-search.ts';
import { dialectOf } from '../dialect.ts';
import { inDialect, type MemberFilters, type Members } from '../members/members.ts';
import { CINEMA_COLUMNS } from './cinema-columns.ts';
import { type ExportColumn, type Names, namesFor, STORED, sheetColumns, sheetRows } from './columns.ts';
import { m } from './messages.ts';
import { USER_COLUMNS } from './user-columns.ts';
import { printedUsers } from './user-list-print.ts';

export interface ExportTools {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly limits: Limits;
  readonly members: Members;
  readonly cinema: Pick<Cinema, 'each'>;
  readonly search: Pick<CinemaSearch, 'readFilters'>;
  readonly catalogue: Pick<Catalogue, 'snapshot'>;
  readonly siteName: SiteName;
  /** Multiplies the documented figure (`RATE_LIMIT_SCALE`). */
  readonly rateLimitScale: number;
}

type Format = 'excel' | 'csv';
type Query = Readonly<Record<string, unknown>>;
const MAX_PRINTED = 2000;

export function registerExports(door: Door, tools: ExportTools): void {
  const tags = ['Exports'];
  for (const format of ['excel', 'csv'] as const) {
    for (const root of ['/api/v1/export', '/api/v1/exports']) {
      const api = (needed: Access, summary: string) => ({ config: { access: needed }, schema: { tags, summary } });
      door.get<{ Querystring: Query }>(
        `${root}/users/${format}`,
        api(access.admin, `People as ${format}, with the filters of the list`),
        (request, reply) => sendUsers(tools, request, reply, format, readerOf(request)),
      );
      door.get<{ Querystring: Query }>(`${root}/cinema/${format}`, api(access.casting, `CINEMA people as ${format}`), (request, reply) =>
        sendCinema(tools, request, reply, format, readerOf(request)),
      );
    }
    const page = { config: { access: access.admin, kind: 'page' } } as const;
    door.get<{ Querystring: Query }>(`/admin/export/${format}`, page, (request, reply) =>
      sendUsers(tools, request, reply, format, { language: request.language, isPerson: true }),
    );
  }
  door.get<{ Querystring: Query }>('/admin/export/pdf', { config: { access: access.admin, kind: 'page' } }, (request, reply) =>
    sendPrintedUsers(tools, request, reply),
  );
}

interface Reader {
  readonly language: Language;
  /** Reads every name in that language; a program reads the stored ones. */
  readonly isPerson: boolean;
}

/** A link that a browser follows is read by a person. To programs v2 speaks French, v3 English, as everywhere on the API. */
function readerOf(request: FastifyRequest): Reader {
  const isPerson = request.viewer?.credential === 'session' && request.headers.accept?.includes('text/html') === true;
  if (isPerson) return { language: request.language, isPerson };
  return { language: dialectOf(request) === 2 ? 'fr' : 'en', isPerson };
}

const namesOf = async ({ catalogue }: ExportTools, { language, isPerson }: Reader): Promise<Names> =>
  isPerson ? namesFor(await catalogue.snapshot(), language) : STORED;

async function sendUsers(tools: ExportTools, request: FastifyRequest, reply: FastifyReply, format: Format, reader: Reader) {
  const filters = await readUserFilters(tools, request);
  await admit(tools, request, 'users', format);
  const table = { name: say(m.users, reader.language), of: USER_COLUMNS, people: tools.members.each(request, filters) };
  return send(reply, format, `users_export_${stamp(tools)}`, table, reader.language, await namesOf(tools, reader));
}

async function sendCinema(tools: ExportTools, request: FastifyRequest, reply: FastifyReply, format: Format, reader: Reader) {
  const filters = await tools.search.readFilters(request.query as Query);
  await admit(tools, request, 'cinema', format);
  const table = { name: say(m.cinema, reader.language), of: CINEMA_COLUMNS, people: tools.cinema.each(request, filters) };
  return send(reply, format, `cinema_export_${stamp(tools)}`, table, reader.language, await namesOf(tools, reader));
}

async function sendPrintedUsers(tools: ExportTools, request: FastifyRequest, reply: FastifyReply) {
  const { clock, members, siteName } = tools;
  const filters = await readUserFilters(tools, request);
  const { total } = await members.list(request, filters, { page: 1, size: 1, offset: 0 });
  if (total > MAX_PRINTED) throw failure.conflict('TOO_MANY_TO_PRINT', m.tooLong, undefined, { total, limit: MAX_PRINTED });
  await admit(tools, request, 'users', 'pdf');
  const { language } = request;
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(clock.now());
  const pdf = await listPdf({
    ...printedUsers(members.each(request, filters), language, await namesOf(tools, { language, isPerson: true })),
    title: say(m.users, language),
    subtitle: say(m.listOf, language, { total, date }),
    pageLabel: (page) => say(m.page, language, { page }),
    siteName: await nameOf(siteName),
    language,
    date: clock.now(),
  });
  return reply
    .type('application/pdf')
    .header('content-disposition', attachmentOf(`users_export_${stamp(tools)}.pdf`))
    .send(pdf);
}

/** v2 filters by the words it prints, on its API; pages speak v3. */
async function readUserFilters({ members }: ExportTools, request: FastifyRequest): Promise<MemberFilters> {
  return inDialect(await members.readFilters(request.query as Query), dialectOf(request));
}

/** Counts the export, then says in the log that it happens. */
async function admit({ audit, limits, rateLimitScale }: ExportTools, request: FastifyRequest, list: string, format: string): Promise<void> {
  const rule = { name: 'talent.exports', limit: 10 * rateLimitScale, windowSeconds: 3600 };
  await limits.admit(rule, `account:${request.viewer?.accountId}`);
  const query = new URLSearchParams(Object.entries(request.query as Query).map(([name, value]) => [name, String(value)])).toString();
  const description = `Export ${list} (${format})${query ? `, filtres : ${query.slice(0, 300)}` : ''}`;
  await audit.activity(request, { type: 'export', category: 'privacy', description, resourceType: list });
}

interface Table<Person> {
  readonly name: string;
  readonly of: readonly ExportColumn<Person>[];
  readonly people: AsyncIterable<readonly Person[]>;
}

function send<Person>(
  reply: FastifyReply,
  format: Format,
  file: string,
  { name, of, people }: Table<Person>,
  language: Language,
  names: Names,
): FastifyReply {
  const sheet = { name, columns: sheetColumns(of, language), rows: sheetRows(of, people, language, names) };
  const [type, extension, content] = format === 'excel' ? [XLSX, 'xlsx', xlsxStream(sheet)] : [CSV, 'csv', csvStream(sheet)];
  return reply
    .type(type)
    .headers({ 'content-disposition': attachmentOf(`${file}.${extension}`), 'cache-control': 'no-store' })
    .send(content);
}

/** As documented: `users_export_20251026.xlsx`. */
const stamp = ({ clock }: ExportTools): string => clock.now().toISOString().slice(0, 10).replaceAll('-', '');
const attachmentOf = (name: string): string => `attachment; filename=${name}`;
