/** The pages of a CINEMA registration. Each step is a plain form sent to the same address; the draft lives on the server. */
import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { photoVariant } from '#capabilities/media/media.ts';
import { failure } from '#kernel/failure.ts';
import { type Access, access, isAdmin } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { comebackOf } from '../comeback.ts';
import { choicesOf } from '../profile-form/profile-form.tsx';
import { sendCard } from './card.ts';
import type { CinemaRegistrationTools } from './cinema-registration.ts';
import { done } from './done-messages.ts';
import { DonePage } from './done-page.tsx';
import type { Drafts } from './drafts.ts';
import type { Flow, Outcome } from './flow.ts';
import { m } from './messages.ts';
import { StepPage } from './step-page.tsx';
import { keyOf, latestBirthday } from './step-view.ts';
import { isStep, orderOf, type StepName } from './steps.ts';
import { findOwnCode } from './store.ts';
import { summaryOf } from './summary.ts';

/** The same flow behind two doors: anybody registers at the first, administrators register others at the second. */
const ENTRANCES = [
  { address: '/cinema/register', access: access.public },
  { address: '/cinema/talents/new', access: access.admin },
] as const;

interface Room {
  readonly tools: CinemaRegistrationTools;
  readonly drafts: Drafts;
  readonly flow: Flow;
  readonly address: string;
}

export function registerSteps(door: Door, tools: CinemaRegistrationTools, drafts: Drafts, flow: Flow): void {
  for (const { address, access: needed } of ENTRANCES) {
    const room = { tools, drafts, flow, address };
    registerForm(door, room, needed);
    registerFiles(door, room, needed);
  }
}

function registerForm(door: Door, room: Room, needed: Access): void {
  const { tools, drafts, flow, address } = room;
  const page = { config: { access: needed, kind: 'page' } } as const;
  const query = Type.Object({ step: Type.Optional(Type.String()), more: Type.Optional(Type.String()) });
  door.get(address, { ...page, schema: { querystring: query } }, async (request, reply) => {
    const own = await ownFile(tools, request);
    if (own) return reply.redirect(`/cinema/profile/${own}`, 303);
    const reached = (await drafts.find(ownerOf(request)))?.step ?? 'person';
    const { step, more } = request.query;
    if (step === undefined) return show(room, request, reply, reached);
    if (!isStep(step) || orderOf(step) > orderOf(reached)) return reply.redirect(address, 303);
    return show(room, request, reply, step, undefined, more);
  });

  door.post(address, page, async (request, reply) => {
    const own = await ownFile(tools, request);
    if (own) return reply.redirect(`/cinema/profile/${own}`, 303);
    const outcome = await flow.answer(request);
    switch (outcome.kind) {
      case 'go':
        return reply.redirect(
          `${address}?step=${outcome.step}${outcome.more ? `&more=${outcome.more}#f-${ANCHORS[outcome.more] ?? ''}` : ''}`,
          303,
        );
      case 'refused':
        return show(room, request, reply, outcome.step, outcome);
      case 'gone':
        setFlash(reply, { kind: 'warning', text: say(m.gone, request.language) });
        return reply.redirect(address, 303);
      case 'done':
        return reply.redirect(`${address}/done`, 303);
    }
  });

  door.get(`${address}/done`, page, async (request, reply) => {
    const talent = await registered(room, request);
    if (!talent) return reply.redirect(address, 303);
    const forOther = registersOthers(request);
    const title = say(forOther ? done.titleFor : done.title, request.language, { name: talent.firstName });
    const mayOpen = request.viewer !== null;
    reply.header('cache-control', 'private, no-store');
    const comeback = forOther ? null : comebackOf(request);
    return tools.pages.send(request, reply, {
      title,
      frame: 'focus',
      body: <DonePage {...{ talent, address, forOther, mayOpen, comeback }} />,
    });
  });
}

/** Where asked-for rows are on the page of their step. */
const ANCHORS: Readonly<Record<string, string>> = { languages: 'languages', credits: 'previous_productions' };

/** What only this browser may open: the photos of its draft, the card of the person it registered. */
function registerFiles(door: Door, room: Room, needed: Access): void {
  const { tools, drafts, address } = room;
  const file = { config: { access: needed, kind: 'page', internal: true } } as const;
  door.get<{ Params: { file: string } }>(`${address}/photos/:file`, file, async (request, reply) => {
    const draft = await drafts.find(ownerOf(request));
    const photo = [draft?.photo, draft?.idPhoto, ...(draft?.gallery ?? [])].find((each) => each && keyOf(each) === request.params.file);
    if (!photo) throw failure.notFound();
    const small = await photoVariant(await buffer(await tools.files.open(photo)), 320, 'webp');
    return reply.type('image/webp').header('cache-control', 'private, max-age=3600').send(small);
  });

  door.get(`${address}/done/card.pdf`, file, async (request, reply) => {
    const talent = await registered(room, request);
    if (!talent) throw failure.notFound();
    return sendCard(tools, reply, talent);
  });
}

async function registered({ tools, drafts }: Room, request: FastifyRequest): Promise<ListedCinemaTalent | null> {
  const id = await drafts.completed(ownerOf(request));
  return id === null ? null : ((await tools.cinema.cards(tools.db, [id]))[0] ?? null);
}

/** People who work here register others. */
const registersOthers = ({ viewer }: FastifyRequest): boolean => viewer?.role === 'casting' || isAdmin(viewer);

/** A talent has one file: the code of the one they have already. */
const ownFile = async ({ db }: CinemaRegistrationTools, { viewer }: FastifyRequest): Promise<string | null> =>
  viewer?.role === 'user' ? findOwnCode(db, viewer.accountId) : null;

type Refusal = Extract<Outcome, { kind: 'refused' }>;

async function show(
  { tools, drafts, address }: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  step: StepName,
  refusal?: Refusal,
  more?: string,
): Promise<FastifyReply> {
  const { language } = request;
  const [draft, catalogue] = [await drafts.find(ownerOf(request)), await tools.catalogue.snapshot()];
  const answers = { ...draft?.answers, ...refusal?.typed };
  const forOther = registersOthers(request);
  const view = { address, forOther, step, draft, answers, failure: refusal?.failure ?? null, more };
  const body = (
    <StepPage
      {...view}
      choices={choicesOf(catalogue, language)}
      latestBirthday={latestBirthday(tools.clock.now())}
      summary={step === 'review' ? summaryOf(answers, catalogue, language) : []}
    />
  );
  const title = `${say(m[step], language)} · ${say(forOther ? m.newTitle : m.title, language)}`;
  const metadata = forOther ? undefined : { description: say(m.description, language), path: '/cinema/register' };
  return tools.pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal.failure) : 200, frame: 'focus', metadata });
}
