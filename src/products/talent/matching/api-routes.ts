/**
 * `POST /ai-search` and `POST /cinema/ai-search`. The addresses belong to pages too: a browser that sends the form of the page
 * asks for HTML and proves the form with its token; everybody else speaks the API.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Language, say } from '#kernel/message.ts';
import type { Brief, BriefKind } from '../briefs/briefs.ts';
import { presentListedTalent } from '../cinema/cinema.ts';
import { type Dialect, dialectOf, sendJson, serialise } from '../dialect.ts';
import { presentListedMember } from '../members/members.ts';
import { explain } from '../ranking/ranking.ts';
import { createFromPage } from './ask-routes.tsx';
import { readAskedText, readWishes, understand } from './asking.ts';
import { ANSWER, BODY } from './contract.ts';
import { type Found, type FoundPerson, found } from './finding.ts';
import { noticeOf } from './notices.ts';
import { admit, runSearch } from './search.ts';
import { addressOf, type MatchingTools, ROOT } from './tools.ts';

const SUMMARY: Readonly<Record<BriefKind, string>> = {
  standard: 'People for a vacancy: the brief becomes criteria, people are ranked with the reasons',
  cinema: 'CINEMA people for a role: the brief and the filters become criteria, people are ranked with the reasons',
};

export function registerApi(door: Door, tools: MatchingTools): void {
  for (const kind of ['standard', 'cinema'] as const) {
    const response = { 200: { anyOf: [ANSWER[kind][3], ANSWER[kind][2]] } };
    const consumes = ['application/json', 'multipart/form-data'];
    const schema = { tags: ['Matching'], summary: SUMMARY[kind], consumes, body: BODY[kind], response };
    door.post(ROOT[kind], { config: { access: access.casting }, schema }, async (request, reply) => {
      if (!wantsPage(request)) return answer(tools, request, reply, kind);
      request.csrf.check();
      return createFromPage(tools, request, reply, kind);
    });
  }
}

const wantsPage = (request: FastifyRequest): boolean => /text\/html/.test(request.headers.accept ?? '');

async function answer(tools: MatchingTools, request: FastifyRequest, reply: FastifyReply, kind: BriefKind): Promise<FastifyReply> {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const wishes = readWishes(body);
  const text = await readAskedText(request, kind, tools);
  const { brief, ignored } = await understand(tools, kind, text, body);
  await admit(tools, request);
  const { id, ranking, opinion, written } = await runSearch(tools, request, brief, wishes);
  const result = found(ranking, opinion);
  const dialect = dialectOf(request);
  // v2 prints French, as everywhere; v3 speaks the reader's language.
  const language = dialect === 2 ? 'fr' : request.language;
  const notice = noticeOf(opinion);
  return sendJson(
    reply,
    serialise(reply, ANSWER[kind][dialect], {
      success: true,
      candidates: await candidatesOf(tools, request, brief, result, dialect, language),
      total_analyzed: result.analyzed,
      total_matched: result.matched,
      brief: { language: brief.language, criteria: brief.criteria },
      lost: result.lost,
      analyzed_by: opinion?.by === 'model' ? opinion.model : 'embedded',
      ...(notice ? { notice: say(notice.text, language, notice.params) } : {}),
      ...(ignored.length > 0 ? { ignored } : {}),
      ...{ search_id: id, search_url: addressOf({ kind, id }) },
      ...(written > 0 ? { letters_sent: written } : {}),
    }),
  );
}

async function candidatesOf(
  tools: MatchingTools,
  request: FastifyRequest,
  brief: Brief,
  { people }: Found,
  dialect: Dialect,
  language: Language,
): Promise<readonly object[]> {
  const [shown, catalogue] = await Promise.all([rowsOf(tools, request, brief.kind, people, dialect), tools.catalogue.snapshot()]);
  return people.flatMap((person) => {
    const row = shown.get(person.id);
    if (!row) return [];
    const { summary, strengths, weaknesses } = explain(person, brief, language, catalogue);
    const inState = (state: string): readonly string[] =>
      person.evidence.filter((evidence) => evidence.state === state).map(({ criterion }) => criterion);
    const { word } = person;
    return [
      {
        ...{ user: row, talent: row, code: row['unique_code'], score: person.score, explication: summary, reason: summary },
        ...{ points_forts: strengths, points_faibles: weaknesses, ...measuresOf(person) },
        ...{ met: inState('met'), unmet: inState('unmet'), unknown: inState('unknown') },
        ...(word
          ? { model: { score: word.score, reason: word.reason, points_forts: word.strengths, points_faibles: word.weaknesses } }
          : {}),
      },
    ];
  });
}

/** Thousandths are enough to add a score up. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const measuresOf = ({ factors, evidence }: FoundPerson) => ({
  factors: factors.map(({ name, weight, value }) => ({ name, weight: rounded(weight), value: rounded(value) })),
  evidence: evidence.map((one) => ({ ...one, value: rounded(one.value) })),
});

type Row = Readonly<Record<string, unknown>>;

/** As the lists show them; e-mails are read here, and leave their trace. */
async function rowsOf(
  { members, cinema }: MatchingTools,
  request: FastifyRequest,
  kind: BriefKind,
  people: readonly FoundPerson[],
  dialect: Dialect,
): Promise<ReadonlyMap<number, Row>> {
  const ids = people.map(({ id }) => id);
  if (kind === 'cinema')
    return new Map((await cinema.listByIds(request, ids)).map((talent) => [talent.id, presentListedTalent(talent, dialect)]));
  return new Map((await members.listByIds(request, ids)).map((member) => [member.id, presentListedMember(member, dialect)]));
}
