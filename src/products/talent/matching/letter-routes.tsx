/** Writing to people who were found: a page that shows who gets what, and the press that sends it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { say } from '#kernel/message.ts';
import { type ById, done, fieldOf, idsOf } from '#kernel/page/requests.ts';
import type { BriefKind } from '../briefs/briefs.ts';
import { castingPage } from '../page-requests.ts';
import { explain, type RankedPerson } from '../ranking/ranking.ts';
import { readText } from '../readers.ts';
import { REACH, rank } from './finding.ts';
import { LettersPage } from './letters-page.tsx';
import { MAX_OPPORTUNITY, shortened } from './match-letter.ts';
import { writing } from './messages.ts';
import { searchOf } from './result-routes.tsx';
import type { Search } from './searches.ts';
import { recipientsOf, writeTo } from './sending.ts';
import { addressOf, type MatchingTools, ROOT } from './tools.ts';

export function registerLetterPages(door: Door, tools: MatchingTools): void {
  for (const kind of ['standard', 'cinema'] as const) {
    const at = `${ROOT[kind]}/:id/letters`;
    door.get<ById & { Querystring: FormBody }>(at, castingPage, async (request, reply) => {
      const search = await searchOf(tools, request, kind);
      return show(tools, request, reply, search, idsOf(request.query['ids']));
    });
    door.post<ById>(at, castingPage, (request, reply) => send(tools, request, reply, kind));
  }
}

async function send(tools: MatchingTools, request: FastifyRequest, reply: FastifyReply, kind: BriefKind): Promise<FastifyReply> {
  const search = await searchOf(tools, request, kind);
  const ids = idsOf(((request.body ?? {}) as FormBody)['ids']);
  try {
    const opportunity = readText(fieldOf(request, 'opportunity'), MAX_OPPORTUNITY);
    if (!opportunity.ok) throw failure.invalid({ opportunity: opportunity.error });
    if (opportunity.value === null) throw failure.field('opportunity', fieldMessages.required, {}, 'required');
    const { written } = await writeTo(tools, request, search, await chosen(tools, search, ids), opportunity.value);
    return done(request, reply, addressOf(search), writing.sent, { count: written });
  } catch (error) {
    if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
    return show(tools, request, reply, search, ids, error);
  }
}

/** Those of these people whom the search finds, best first: nobody is written to by a number in an address. */
async function chosen(tools: MatchingTools, search: Search, ids: readonly number[]): Promise<readonly RankedPerson[]> {
  const { people } = await rank(tools, search, REACH);
  return people.filter(({ id }) => ids.includes(id));
}

async function show(
  tools: MatchingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  search: Search,
  ids: readonly number[],
  refusal?: Failure,
): Promise<FastifyReply> {
  const people = await chosen(tools, search, ids);
  const [recipients, catalogue] = await Promise.all([recipientsOf(tools, tools.db, search, people), tools.catalogue.snapshot()]);
  const lines = recipients.map((recipient) => ({
    recipient,
    reasons: explain(recipient.person, search, recipient.mailbox?.language ?? 'fr', catalogue).strengths,
  }));
  const opportunity = refusal ? fieldOf(request, 'opportunity') : shortened(search.text);
  const body = <LettersPage search={search} lines={lines} opportunity={opportunity} errors={refusal?.fields ?? {}} />;
  const title = say(writing.title, request.language);
  return tools.pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}
