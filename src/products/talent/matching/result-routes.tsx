/** The page of one search, its criteria as they are changed, the model asked once more, and its end. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import { type BriefKind, describeCriterion, readBrief } from '../briefs/briefs.ts';
import { castingPage } from '../page-requests.ts';
import { afterForm } from './criteria-form.ts';
import type { PanelProps } from './criterion-form.tsx';
import { found, REACH, rank } from './finding.ts';
import { result } from './messages.ts';
import { noticeOf } from './notices.ts';
import { JUDGED } from './opinion.ts';
import { matchesOf } from './people-shown.ts';
import { ResultPage } from './result-page.tsx';
import { admit, opinionFor } from './search.ts';
import { changeCriteria, removeSearch, requireSearch, type Search } from './searches.ts';
import { AI_RERANK, addressOf, type MatchingTools, ROOT } from './tools.ts';

const SIZE = 20;

export function registerResultPages(door: Door, tools: MatchingTools): void {
  for (const kind of ['standard', 'cinema'] as const) {
    const at = `${ROOT[kind]}/:id`;
    door.get<ById>(at, castingPage, async (request, reply) => show(tools, request, reply, await searchOf(tools, request, kind)));
    door.post<ById>(`${at}/criteria`, castingPage, async (request, reply) => {
      const search = await searchOf(tools, request, kind);
      try {
        await changeCriteria(tools.db, search.id, await changedBy(tools, request, search), tools.clock.now());
        return reply.redirect(addressOf(search), 303);
      } catch (error) {
        if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
        return show(tools, request, reply, search, error);
      }
    });
    door.post<ById>(`${at}/rerank`, castingPage, async (request, reply) => {
      const search = await searchOf(tools, request, kind);
      await admit(tools, request);
      await opinionFor(tools, request, search, await rank(tools, search, JUDGED));
      return reply.redirect(addressOf(search), 303);
    });
    registerDeletion(door, tools, kind);
  }
}

export const searchOf = ({ db }: MatchingTools, request: FastifyRequest, kind: BriefKind): Promise<Search> =>
  requireSearch(db, requireViewer(request), kind, idOf(request));

async function changedBy({ catalogue, clock }: MatchingTools, request: FastifyRequest, search: Search): Promise<Search['criteria']> {
  const snapshot = await catalogue.snapshot();
  if (fieldOf(request, 'act') === 'reset') return readBrief(search.kind, search.text, { catalogue: snapshot, today: clock.now() }).criteria;
  return afterForm(search.criteria, request.body as Parameters<typeof afterForm>[1], { kind: search.kind, catalogue: snapshot });
}

async function show(
  tools: MatchingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  search: Search,
  refusal?: Failure,
): Promise<FastifyReply> {
  const { language } = request;
  const [ranking, catalogue, hasModel, wantsModel] = await Promise.all([
    rank(tools, search, REACH),
    tools.catalogue.snapshot(),
    tools.generation.hasTextModel(),
    tools.settings.get(AI_RERANK),
  ]);
  const { people, analyzed, matched, lost } = found(ranking, search.opinion);
  const pages = Math.max(1, pageCount(people.length, SIZE));
  const asked = readPage(request.query as Readonly<Record<string, unknown>>, { sizeNames: [], defaultSize: SIZE });
  const page = Math.min(asked.page, pages);
  const first = (page - 1) * SIZE;
  const matches = await matchesOf(tools, request, search, people.slice(first, first + SIZE), first + 1);
  const action = `${addressOf(search)}/criteria`;
  const panel = { kind: search.kind, criteria: search.criteria, lost, action, catalogue, ...refusedIn(request, refusal) };
  const criteria = search.criteria.map((criterion) => ({ criterion, text: describeCriterion(criterion, language, catalogue) }));
  const notice = noticeOf(search.opinion);
  const counts = { analyzed, matched, total: people.length, page, pages, size: SIZE };
  const body = <ResultPage {...{ search, panel, criteria, matches, notice, mayAskModel: hasModel && wantsModel, ...counts }} />;
  return tools.pages.send(request, reply, { title: say(result.title, language), body, status: refusal ? statusOf(refusal) : 200 });
}

/** Fields of both forms that somebody fills. */
const TYPED = [
  ...['pick', 'text', 'more', 'level', 'from', 'to', 'min', 'max'],
  ...['experience', 'age_min', 'age_max', 'height_min', 'height_max'],
] as const;

/** Which of the forms was refused: it stays open, with what is wrong and what was typed. */
function refusedIn(request: FastifyRequest, refusal: Failure | undefined): Pick<PanelProps, 'open' | 'errors' | 'typed'> {
  if (!refusal) return { open: null, errors: {}, typed: {} };
  const [act, ...id] = fieldOf(request, 'act').split(' ');
  const typed = Object.fromEntries(TYPED.map((name) => [name, fieldOf(request, name)]));
  if (act !== 'change') return { open: 'add', errors: refusal.fields, typed };
  // A value that was added to a criterion is one of its values; the form has a field for it.
  const errors = Object.fromEntries(
    Object.entries(refusal.fields).map(([name, fault]) => [name.startsWith('values') ? 'more' : name, fault]),
  );
  return { open: id.join(' '), errors, typed };
}

function registerDeletion(door: Door, tools: MatchingTools, kind: BriefKind): void {
  const at = `${ROOT[kind]}/:id/delete`;
  door.get<ById>(at, castingPage, async (request, reply) => {
    const search = await searchOf(tools, request, kind);
    const [title, base] = [say(result.deleteTitle, request.language), addressOf(search)];
    const body = (
      <Confirm title={title} name={beginningOf(search)} action={`${base}/delete`} submit={result.delete} cancelHref={base} danger>
        <p>{say(result.deleteText, request.language)}</p>
      </Confirm>
    );
    return tools.pages.send(request, reply, { title, body });
  });
  door.post<ById>(at, castingPage, async (request, reply) => {
    const search = await searchOf(tools, request, kind);
    await removeSearch(tools.db, search.id, tools.clock.now());
    return done(request, reply, ROOT[kind], result.deleted);
  });
}

const beginningOf = ({ text }: Search): string => {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > 100 ? `${letters.slice(0, 99).join('')}…` : letters.join('');
};
