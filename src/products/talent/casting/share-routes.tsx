/** `/share/shortlist/:token`: what a client sees and answers, without an account. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createFileAnswers } from '#capabilities/media/media.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { guestOf } from '#kernel/http/guest.ts';
import type { Rule } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import { EmptyState } from '#kernel/page/components.tsx';
import { done, fieldOf, isId } from '#kernel/page/requests.ts';
import { answersOf, giveAnswer, openLink, type Visitor } from './answers.ts';
import { nameOf } from './describe.ts';
import { SHARE } from './link-routes.tsx';
import { findLink, type SharedList, stateOf } from './links.ts';
import { type Shared, SharePage, type ShareView } from './share-page.tsx';
import { shareWords as words } from './shortlist-messages.ts';
import { entriesOf } from './shortlists.ts';
import type { CastingTools } from './tools.ts';

type Token = { Params: { readonly token: string } };
type Photo = { Params: { readonly token: string; readonly talent: string }; Querystring: { readonly w?: string } };

const publicPage = { config: { access: access.public, kind: 'page', internal: true } } as const;
/** A client answers about dozens of people; a program that tries tokens is stopped long before it finds one. */
const ANSWERS: Rule = { name: 'casting-answers', limit: 120, windowSeconds: 3600 };
const OPENINGS: Rule = { name: 'casting-openings', limit: 300, windowSeconds: 3600 };

export function registerShare(door: Door, tools: CastingTools): void {
  const { db, clock } = tools;
  const files = createFileAnswers(tools);
  door.get<Token>(`${SHARE}/:token`, publicPage, async (request, reply) => {
    await limit(tools, OPENINGS, request);
    const list = await openList(tools, request.params.token);
    if (!list) return showOver(tools, request, reply);
    const visitor = isPreview(request) ? null : await openLink(db, list.id, guestOf(request), clock.now());
    return showList(tools, request, reply, list, visitor);
  });

  door.post<Token>(`${SHARE}/:token/answer`, publicPage, async (request, reply) => {
    await limit(tools, ANSWERS, request);
    const list = await openList(tools, request.params.token);
    if (!list) return showOver(tools, request, reply);
    return answer(tools, request, reply, list);
  });

  door.get<Photo>(`${SHARE}/:token/photo/:talent`, { config: { access: access.public, internal: true } }, async (request, reply) => {
    const { token, talent } = request.params;
    const list = await openList(tools, token);
    const person = list && isId(talent) ? (await peopleOf(tools, list)).find(({ person: { id } }) => id === Number(talent)) : null;
    if (!person?.person.photoFile) throw failure.notFound();
    return files.photo(request, reply, person.person.photoFile);
  });
}

async function limit({ limits }: CastingTools, rule: Rule, request: FastifyRequest): Promise<void> {
  await limits.admit(rule, request.ip);
}

/** The shortlist behind a token, null when it was there once and is over; 404 for a token that never was. */
async function openList({ db, clock }: CastingTools, token: string): Promise<SharedList | null> {
  const list = await findLink(db, token);
  if (!list) throw failure.notFound(words.unknownText);
  return stateOf(list, clock.now()) === 'open' ? list : null;
}

/** Cards without contacts, in the order of the shortlist; notes only where the link shows them. */
async function peopleOf({ db, cinema }: CastingTools, { shortlistId, showsNotes }: SharedList): Promise<readonly Shared[]> {
  const entries = await entriesOf(db, shortlistId);
  const cards = await cinema.cards(
    db,
    entries.map(({ talentId }) => talentId),
  );
  const notes = new Map(entries.map(({ talentId, note }) => [talentId, note]));
  return cards.filter(({ isActive }) => isActive).map((person) => ({ person, note: showsNotes ? (notes.get(person.id) ?? null) : null }));
}

async function answer(tools: CastingTools, request: FastifyRequest, reply: FastifyReply, list: SharedList): Promise<FastifyReply> {
  const { db, clock } = tools;
  const visitor = await openLink(db, list.id, guestOf(request), clock.now());
  const talent = (await peopleOf(tools, list)).find(({ person }) => String(person.id) === fieldOf(request, 'talent'));
  if (!talent) throw failure.notFound();
  const sent = { verdict: fieldOf(request, 'verdict'), comment: fieldOf(request, 'comment'), name: fieldOf(request, 'name') };
  try {
    const verdict = await inTransaction(db, async (tx) => {
      const given = await giveAnswer(tx, visitor, { talentId: talent.person.id, ...sent }, clock.now());
      const description = `Avis « ${given} » par le lien « ${list.label} » de la sélection « ${list.name} »`;
      await tools.audit.activity(
        request,
        { type: 'answer', category: 'casting', description, resourceType: 'cinema_talent', resourceId: talent.person.id },
        tx,
      );
      return given;
    });
    const said = { name: nameOf(talent.person), verdict: say(words[verdict], request.language) };
    return done(request, reply, `${SHARE}/${(request.params as Token['Params']).token}#person-${talent.person.id}`, words.thanks, said);
  } catch (error) {
    if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
    const refused = { talentId: talent.person.id, ...sent, errors: error.fields };
    return showList(tools, request, reply, list, visitor, { refused, status: statusOf(error) });
  }
}

interface Refused {
  readonly refused?: ShareView['refused'];
  readonly status?: number;
}

async function showList(
  tools: CastingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  list: SharedList,
  visitor: Visitor | null,
  { refused = null, status = 200 }: Refused = {},
): Promise<FastifyReply> {
  const { db, catalogue } = tools;
  const [people, answers, snapshot] = await Promise.all([
    peopleOf(tools, list),
    visitor ? answersOf(db, visitor.id) : new Map<number, never>(),
    catalogue.snapshot(),
  ]);
  const base = `${SHARE}/${(request.params as Token['Params']).token}`;
  const view = { list, base, people, answers, name: visitor?.name ?? null, refused, snapshot };
  return keepPrivate(tools, request, reply, list.name, <SharePage {...view} />, status);
}

function showOver(tools: CastingTools, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const title = say(words.overTitle, request.language);
  return keepPrivate(tools, request, reply, title, <EmptyState icon="clock" title={words.overTitle} text={words.overText} />, 410);
}

/** For nobody but who has the address: no search engine, no copy, no referrer that tells the token. */
function keepPrivate(
  { pages }: CastingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  body: React.ReactElement,
  status: number,
): FastifyReply {
  reply.headers({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' });
  return pages.send(request, reply, { title, body, status, frame: 'public', head: <meta name="robots" content="noindex, nofollow" /> });
}

/** Messengers that draw a small picture of a link are nobody who has seen it. */
const isPreview = ({ headers }: FastifyRequest): boolean =>
  /bot|crawl|spider|preview|facebookexternalhit|whatsapp|telegram|slack|discord|skype/i.test(headers['user-agent'] ?? '');
