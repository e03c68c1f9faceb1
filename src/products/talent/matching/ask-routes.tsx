/** The page where one asks, and the search that its form makes. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { fieldOf } from '#kernel/page/requests.ts';
import type { BriefKind } from '../briefs/briefs.ts';
import { castingPage } from '../page-requests.ts';
import { AskPage, type AskView, FIELD, titleOf } from './ask-page.tsx';
import { readAskedText, understand } from './asking.ts';
import { REACH } from './finding.ts';
import { asking, result } from './messages.ts';
import { admit, runSearch } from './search.ts';
import { listSearches } from './searches.ts';
import { AI_MATCH_AUTO_EMAIL, addressOf, type MatchingTools, ROOT } from './tools.ts';

const SIZE = 10;

export function registerAskPages(door: Door, tools: MatchingTools): void {
  for (const kind of ['standard', 'cinema'] as const)
    door.get<{ Querystring: Readonly<Record<string, string>> }>(ROOT[kind], castingPage, (request, reply) => {
      // People are read while the brief is being typed.
      tools.ranking.warm(kind).catch((err: unknown) => request.log.warn({ err }, 'people could not be read ahead'));
      return show(tools, request, reply, kind);
    });
}

/** What the form of the page sends to `POST /ai-search`. */
export async function createFromPage(
  tools: MatchingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: BriefKind,
): Promise<FastifyReply> {
  try {
    const text = await readAskedText(request, kind, tools);
    const { brief } = await understand(tools, kind, text, {});
    await admit(tools, request);
    const { id, written } = await runSearch(tools, request, brief, { limit: REACH, rerank: true });
    if (written > 0) setFlash(reply, { kind: 'success', text: say(result.autoWritten, request.language, { count: written }) });
    return reply.redirect(addressOf({ kind, id }), 303);
  } catch (error) {
    if (!(error instanceof Failure) || !['invalid', 'rate-limited', 'too-large'].includes(error.kind)) throw error;
    return show(tools, request, reply, kind, error);
  }
}

async function show(
  tools: MatchingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: BriefKind,
  refusal?: Failure,
): Promise<FastifyReply> {
  const asked = readPage(request.query as Readonly<Record<string, unknown>>, { sizeNames: [], defaultSize: SIZE });
  const [searches, writesByItself] = await Promise.all([
    listSearches(tools.db, requireViewer(request).accountId, kind, asked),
    tools.settings.get(AI_MATCH_AUTO_EMAIL),
  ]);
  if (refusal?.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
  const view = { kind, searches, asked, writesByItself, typed: fieldOf(request, FIELD[kind]), ...refusedWith(refusal, request) };
  const title = say(titleOf(kind), request.language);
  return tools.pages.send(request, reply, { title, body: <AskPage {...view} />, status: refusal ? statusOf(refusal) : 200 });
}

function refusedWith(refusal: Failure | undefined, request: FastifyRequest): Pick<AskView, 'errors' | 'refusal'> {
  const errors: FieldErrors = refusal?.fields ?? {};
  if (!refusal || Object.keys(errors).length > 0) return { errors, refusal: null };
  const isTooOften = refusal.retryAfter !== undefined;
  const minutes = Math.max(1, Math.ceil((refusal.retryAfter ?? 0) / 60));
  return { errors, refusal: isTooOften ? say(asking.tooOften, request.language, { minutes }) : say(refusal.text, request.language) };
}
