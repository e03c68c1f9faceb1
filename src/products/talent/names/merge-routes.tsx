/** The page of a merge, and the merge. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { isConfirmed } from '#kernel/page/confirm.tsx';
import { type ById, done, fieldOf, idOf } from '#kernel/page/requests.ts';
import type { Dossier, Field } from './dossier.ts';
import { merge as words } from './merge-messages.ts';
import { choiceName, MergePage } from './merge-page.tsx';
import { type Choice, choicesBetween, mergeFiles, obstaclesTo } from './merging.ts';
import { keyOf } from './person.ts';
import { QUEUE } from './queue-page.tsx';
import { adminPage, openPair } from './queue-routes.tsx';
import type { NameTools } from './tools.ts';

type MergeRequest = ById & { readonly Querystring: { readonly into?: string } };

export function registerMerging(door: Door, tools: NameTools): void {
  door.get<MergeRequest>(`${QUEUE}/:id/merge`, adminPage, async (request, reply) => {
    const sides = await openSides(tools, request);
    return show(tools, request, reply, { ...sides, take: filledOf(sides.choices) });
  });
  door.post<MergeRequest>(`${QUEUE}/:id/merge`, adminPage, async (request, reply) => {
    const sides = await openSides(tools, request);
    const { from, into, choices } = sides;
    const take = new Set(choices.filter(({ field }) => fieldOf(request, choiceName(field)) === 'from').map(({ field }) => field));
    if (!isConfirmed(fieldOf(request, 'confirm'), from.person.code))
      return show(tools, request, reply, { ...sides, take }, failure.field('confirm', words.wrongCode, {}, 'mismatch'));
    try {
      await mergeFiles(tools, request, { matchId: idOf(request), from, into, take: [...take] });
    } catch (error) {
      // Somebody was booked, or scanned, since the page was shown: it says so now.
      if (error instanceof Failure && error.code === 'MERGE_BLOCKED') return show(tools, request, reply, { ...sides, take }, error);
      throw error;
    }
    return done(request, reply, QUEUE, words.done, { absorbed: from.person.code, survivor: into.person.code });
  });
}

interface Sides {
  readonly from: Dossier;
  readonly into: Dossier;
  readonly choices: readonly Choice[];
}

/** `into` names who stays; the one who came first when it names neither. */
async function openSides(tools: NameTools, request: FastifyRequest): Promise<Sides> {
  const { one, other } = await openPair(tools, request, idOf(request));
  if (one.person.kind !== other.person.kind) throw failure.field('into', words.differentKinds, {}, 'choice');
  const { into: wanted } = request.query as MergeRequest['Querystring'];
  const older = one.person.createdAt <= other.person.createdAt ? one : other;
  const into = [one, other].find(({ person }) => keyOf(person) === wanted) ?? older;
  const from = into === one ? other : one;
  return { from, into, choices: choicesBetween(from, into) };
}

/** What the survivor lacks is taken unless somebody says otherwise. */
const filledOf = (choices: readonly Choice[]): ReadonlySet<Field> =>
  new Set(choices.filter(({ isFilled }) => isFilled).map(({ field }) => field));

async function show(
  tools: NameTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { from, into, choices, take }: Sides & { readonly take: ReadonlySet<Field> },
  refusal?: Failure,
): Promise<FastifyReply> {
  const obstacles = await obstaclesTo(tools, tools.db, from, into);
  const errors: FieldErrors = refusal?.fields ?? {};
  const typed = fieldOf(request, 'confirm');
  const view = { matchId: idOf(request), from, into, choices, take, obstacles, errors, ...(typed ? { typed } : {}) };
  const title = say(words.title, request.language, { absorbed: from.person.code, survivor: into.person.code });
  return tools.pages.send(request, reply, { title, body: <MergePage {...view} />, status: refusal ? statusOf(refusal) : 200 });
}
