/** Printing badges and replacing a lost one; for administrators. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { fieldOf } from '#kernel/page/requests.ts';
import { m } from './messages.ts';
import { type Bearer, bearerOf } from './store.ts';
import type { BadgePageTools } from './tools.ts';

const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
const MAX_REASON = 300;

export function registerBadges(door: Door, tools: BadgePageTools): void {
  const { badges, pages } = tools;
  type ByAssignment = { Params: { pt_id: string } };
  door.get<ByAssignment>('/cinema/projects/talent/:pt_id/generate-badge', adminPage, async (request, reply) => {
    const bearer = await requireBearer(tools, request.params.pt_id);
    return sendPdf(reply, `badge_${bearer.projectCode}.pdf`, await badges.printOne(bearer.assignmentId, request.language));
  });
  door.get<{ Params: { id: string } }>('/cinema/projects/:id/badges', adminPage, async (request, reply) => {
    const id = idOf(request.params.id);
    return sendPdf(reply, `badges_project_${id}.pdf`, await badges.printProject(id, request.language));
  });

  const ask = async (request: FastifyRequest, reply: FastifyReply, bearer: Bearer, refusal?: Failure): Promise<FastifyReply> =>
    pages.send(request, reply, {
      title: say(m.replaceTitle, request.language),
      body: <ConfirmReplacement bearer={bearer} reason={fieldOf(request, 'reason')} refusal={refusal} />,
      status: refusal ? statusOf(refusal) : 200,
    });
  door.get<ByAssignment>('/cinema/projects/talent/:pt_id/revoke-badge', adminPage, async (request, reply) =>
    ask(request, reply, await requireBearer(tools, request.params.pt_id)),
  );
  door.post<ByAssignment>('/cinema/projects/talent/:pt_id/revoke-badge', adminPage, async (request, reply) => {
    const bearer = await requireBearer(tools, request.params.pt_id);
    const reason = fieldOf(request, 'reason');
    const refusal = faultOf(reason);
    if (refusal) return ask(request, reply, bearer, refusal);
    await replaceBadge(tools, request, bearer, reason);
    setFlash(reply, { kind: 'success', text: say(m.replaced, request.language, { name: nameOf(bearer) }) });
    return reply.redirect(`/cinema/projects/${bearer.projectId}`, 303);
  });
}

/** The old badge ends and the new one begins together: nobody stands at the gate without any. */
function replaceBadge({ db, badges, audit }: BadgePageTools, request: FastifyRequest, bearer: Bearer, reason: string): Promise<void> {
  const { assignmentId, projectId, talentId } = bearer;
  return inTransaction(db, async (tx) => {
    await badges.revoke(tx, assignmentId, reason);
    await badges.issue(tx, { assignmentId, projectId, talentId });
    const description = `Replaced the badge ${bearer.projectCode}: ${reason}`;
    await audit.activity(request, { type: 'update', category: 'cinema', description, resourceType: 'badge', resourceId: assignmentId }, tx);
  });
}

const nameOf = ({ firstName, lastName }: Bearer): string => `${firstName} ${lastName}`;

function faultOf(reason: string): Failure | null {
  if (!reason) return failure.field('reason', fieldMessages.required, {}, 'required');
  if ([...reason].length > MAX_REASON) return failure.field('reason', fieldMessages.tooLong, { limit: MAX_REASON }, 'max_length');
  return null;
}

function idOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw failure.notFound(m.noProject);
  return Number(text);
}

async function requireBearer({ db }: BadgePageTools, text: string): Promise<Bearer> {
  const bearer = /^\d{1,9}$/.test(text) ? await bearerOf(db, Number(text)) : null;
  if (!bearer) throw failure.notFound(m.noAssignment);
  return bearer;
}

const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer): FastifyReply =>
  reply
    .type('application/pdf')
    .headers({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' })
    .send(pdf);

function ConfirmReplacement({ bearer, reason, refusal }: { bearer: Bearer; reason: string; refusal: Failure | undefined }): ReactElement {
  const t = useT();
  return (
    <Confirm
      title={m.replaceTitle}
      name={`${nameOf(bearer)} · ${bearer.projectCode}`}
      action={`/cinema/projects/talent/${bearer.assignmentId}/revoke-badge`}
      submit={m.replace}
      cancelHref={`/cinema/projects/${bearer.projectId}`}
      errors={refusal?.fields}
      values={{ reason }}
      fields={<TextInput name="reason" label={m.reason} hint={m.reasonHint} required maxLength={MAX_REASON} autoComplete="off" />}
    >
      <p>{t(m.replaceText)}</p>
    </Confirm>
  );
}
