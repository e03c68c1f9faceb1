/** The page where a person sees what was read in their CV, and takes into the profile what is right. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { type Message, say } from '#kernel/message.ts';
import { type Flash, setFlash } from '#kernel/page/flash.ts';
import type { Member } from '../members/members.ts';
import { type Answers, answersOf, isTicked, listOf } from '../profile-form/profile-form.tsx';
import { ConfirmPage } from './confirm-page.tsx';
import { admit } from './limit.ts';
import { m, outcomes } from './messages.ts';
import { type Proposals, proposalsOf } from './proposals.ts';
import { readCv } from './reading.ts';
import { findReading } from './store.ts';
import type { CvTools } from './tools.ts';

const signedIn = { config: { access: access.signedIn, kind: 'page' } } as const;
const HERE = '/profile/cv';

export function registerConfirmation(door: Door, tools: CvTools): void {
  door.get(HERE, signedIn, async (request, reply) => {
    const member = await ownProfile(tools, request);
    return member ? show(tools, request, reply, member) : reply.redirect('/profile/dashboard', 303);
  });

  door.post(HERE, signedIn, async (request, reply) => {
    const member = await ownProfile(tools, request);
    return member ? apply(tools, request, reply, member) : reply.redirect('/profile/dashboard', 303);
  });

  door.post('/profile/cv/read', signedIn, async (request, reply) => {
    await admit(tools, request);
    const id = request.viewer?.accountId ?? 0;
    const { state } = await readCv(tools, id, { isAsked: true, by: id });
    return done(request, reply, state === 'analysed' ? 'success' : 'warning', state === 'analysed' ? m.read : outcomes.noCv, HERE);
  });
}

/** Null for an account without a talent profile. */
async function ownProfile({ members }: CvTools, request: FastifyRequest): Promise<Member | null> {
  try {
    return await members.get(request, request.viewer?.accountId ?? 0);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'not-found') return null;
    throw error;
  }
}

interface Refused {
  readonly typed: Answers;
  readonly errors: FieldErrors;
  readonly status: number;
}

async function show(
  tools: CvTools,
  request: FastifyRequest,
  reply: FastifyReply,
  member: Member,
  refused?: Refused,
): Promise<FastifyReply> {
  const reading = await findReading(tools.db, tools.vault, member.id);
  const proposals = reading && proposalsOf(reading, member, await tools.catalogue.snapshot(), request.language);
  const view = { member, reading, proposals, typed: refused?.typed ?? null, errors: refused?.errors ?? {} };
  const title = say(m.title, request.language);
  return tools.pages.send(request, reply, { title, body: <ConfirmPage {...view} />, status: refused?.status ?? 200 });
}

/** Only what is ticked, with the values that were read: a form cannot bring others. */
async function apply(tools: CvTools, request: FastifyRequest, reply: FastifyReply, member: Member): Promise<FastifyReply> {
  const reading = await findReading(tools.db, tools.vault, member.id);
  if (!reading) return reply.redirect(HERE, 303);
  const proposals = proposalsOf(reading, member, await tools.catalogue.snapshot(), request.language);
  const typed = answersOf(request.body, ['talents', ...proposals.fields.map(({ field }) => `apply_${field}`)]);
  const input = inputOf(proposals, typed, member);
  if (Object.keys(input).length === 0) return done(request, reply, 'info', m.nothingTicked, HERE);
  try {
    await tools.members.update(request, member.id, input);
  } catch (error) {
    if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
    const errors = Object.fromEntries(
      Object.entries(error.fields).map(([name, fault]) => [name === 'talents' ? name : `apply_${name}`, fault]),
    );
    return show(tools, request, reply, member, { typed, errors, status: statusOf(error) });
  }
  return done(request, reply, 'success', m.applied, '/profile/dashboard');
}

function inputOf({ talents, fields }: Proposals, typed: Answers, member: Member): Record<string, unknown> {
  const ticked = new Set(listOf(typed, 'talents'));
  const added = talents.map(({ talent }) => talent.id).filter((id) => ticked.has(String(id)));
  const values = fields.filter(({ field }) => isTicked(typed, `apply_${field}`)).map(({ field, value }) => [field, value] as const);
  return { ...Object.fromEntries(values), ...(added.length ? { talents: [...member.talents.map(({ id }) => id), ...added] } : {}) };
}

function done(request: FastifyRequest, reply: FastifyReply, kind: Flash['kind'], message: Message, to: string): FastifyReply {
  setFlash(reply, { kind, text: say(message, request.language) });
  return reply.redirect(to, 303);
}
