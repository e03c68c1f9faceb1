/** Applying: one page, one act. A stranger is led to registration and back; the same person never applies twice. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Failure, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { ownerOf } from '#kernel/http/guest.ts';
import type { Rule } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import { done, fieldOf, isId } from '#kernel/page/requests.ts';
import { forgetComeback, rememberComeback } from '../comeback.ts';
import { readText } from '../readers.ts';
import { applicantOf } from './applicant.ts';
import { type Applicant, applicationOf } from './applications.ts';
import { apply as words } from './apply-messages.ts';
import { ApplyPage, NoProfilePage, StrangerPage } from './apply-page.tsx';
import { type Call, pathOfCall, type Standing, spoken } from './call.ts';
import { applyTo, withdrawApplication } from './changes.ts';
import { m } from './messages.ts';
import { facesOf } from './people.ts';
import { type BySlug, callOf, openPage } from './public-routes.tsx';
import type { CastingsPageTools } from './tools.ts';

/** Nobody applies for more in an hour by hand. */
const APPLYING: Rule = { name: 'castings.apply', limit: 30, windowSeconds: 3600 };
const MOST_WORDS = 1000;

export function registerApplying(door: Door, tools: CastingsPageTools): void {
  door.get<BySlug>('/castings/:slug/apply', openPage, async (request, reply) => {
    const { call, standing } = await callOf(tools, request);
    return show(tools, request, reply, call, standing);
  });
  door.post<BySlug>('/castings/:slug/apply', openPage, async (request, reply) => {
    const { call, standing } = await callOf(tools, request);
    const applicant = await applicantOf(tools, request);
    if (!applicant) return show(tools, request, reply, call, standing);
    await tools.limits.admit(APPLYING, ownerOf(request));
    try {
      await applyTo(tools, call.id, applicant, candidacyOf(request));
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'conflict'].includes(error.kind)) throw error;
      return show(tools, request, reply, call, standing, error);
    }
    forgetComeback(reply);
    return done(request, reply, `${pathOfCall(call)}/apply`, words.sent);
  });
  door.post<BySlug>('/castings/:slug/withdraw', openPage, async (request, reply) => {
    const { call } = await callOf(tools, request);
    const applicant = await applicantOf(tools, request);
    const own = applicant && (await applicationOf(tools.db, call.id, applicant));
    if (!own) throw failure.notFound();
    await withdrawApplication(tools, own.id);
    return done(request, reply, `${pathOfCall(call)}/apply`, words.withdrawn);
  });
}

function candidacyOf(request: FastifyRequest): { partId: number | null; message: string | null } {
  const message = readText(fieldOf(request, 'message'), MOST_WORDS);
  if (!message.ok) throw failure.invalid({ message: message.error });
  const part = fieldOf(request, 'part');
  if (part !== '' && !isId(part)) throw failure.field('part', words.wrongPart, {}, 'choice');
  return { partId: part === '' ? null : Number(part), message: message.value };
}

async function show(
  tools: CastingsPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  call: Call,
  standing: Standing,
  refusal?: Failure,
): Promise<FastifyReply> {
  const applicant = await applicantOf(tools, request);
  const title = `${say(words.title, request.language)} · ${spoken(call.titles, request.language).text}`;
  const send = (body: ReactElement, status = 200) => tools.pages.send(request, reply, { title, body, status, frame: 'focus' });
  if (!applicant) {
    if (standing !== 'open') return reply.redirect(pathOfCall(call), 303);
    if (request.viewer) return send(<NoProfilePage call={call} />);
    rememberComeback(request, reply, `${pathOfCall(call)}/apply`);
    return send(<StrangerPage call={call} />);
  }
  return send(await formOf(tools, request, { call, standing, applicant, refusal }), refusal ? statusOf(refusal) : 200);
}

async function formOf(
  { db, cinema, members, catalogue }: CastingsPageTools,
  request: FastifyRequest,
  facts: { call: Call; standing: Standing; applicant: Applicant; refusal: Failure | undefined },
): Promise<ReactElement> {
  const { call, standing, applicant, refusal } = facts;
  const [own, faces] = await Promise.all([applicationOf(db, call.id, applicant), facesOf({ db, cinema, members, catalogue }, [applicant])]);
  const face = faces.get(applicant) ?? null;
  if (!face) throw failure.notFound(m.noCall);
  const typed = refusal ? { part: fieldOf(request, 'part'), message: fieldOf(request, 'message') } : {};
  return <ApplyPage {...{ call, standing, own, face, typed, refusal, withdrawTo: `${pathOfCall(call)}/withdraw` }} />;
}
