/** Taking a CINEMA file away: a page that names the person and wants the code typed, then the act. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { type Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Confirm, isConfirmed } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { fieldOf } from '#kernel/page/requests.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import type { CinemaRegistrationTools } from './cinema-registration.ts';
import { p } from './profile-messages.ts';
import { nameOf } from './profile-page.tsx';
import { type ById, idOf } from './profile-routes.tsx';

const page = { config: { access: access.admin, kind: 'page' } } as const;

export function registerDeletion(door: Door, tools: CinemaRegistrationTools): void {
  const { cinema } = tools;
  door.get<ById>('/cinema/talent/:id/delete', page, async (request, reply) =>
    ask(tools, request, reply, await cinema.get(request, idOf(request))),
  );
  door.post<ById>('/cinema/talent/:id/delete', page, async (request, reply) => {
    const talent = await cinema.get(request, idOf(request));
    const typed = fieldOf(request, 'confirm');
    if (!isConfirmed(typed, talent.code)) {
      return ask(tools, request, reply, talent, failure.field('confirm', p.wrongCode, {}, 'mismatch'));
    }
    await cinema.remove(request, talent.id);
    setFlash(reply, { kind: 'success', text: say(p.removed, request.language, { name: nameOf(talent) }) });
    return reply.redirect('/cinema/talents', 303);
  });
}

function ask(
  { pages }: CinemaRegistrationTools,
  request: FastifyRequest,
  reply: FastifyReply,
  talent: CinemaTalent,
  refusal?: Failure,
): FastifyReply {
  const title = say(p.removeTitle, request.language, { name: nameOf(talent) });
  const body = <ConfirmRemoval talent={talent} title={title} typed={fieldOf(request, 'confirm')} refusal={refusal} />;
  return pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}

interface Removal {
  readonly talent: CinemaTalent;
  readonly title: string;
  readonly typed: string;
  readonly refusal: Failure | undefined;
}

function ConfirmRemoval({ talent, title, typed, refusal }: Removal): ReactElement {
  const t = useT();
  return (
    <Confirm
      title={title}
      name={talent.code}
      action={`/cinema/talent/${talent.id}/delete`}
      submit={p.remove}
      cancelHref={`/cinema/profile/${talent.code}`}
      danger
      typed={p.typeCode}
      errors={refusal?.fields}
      values={{ confirm: typed }}
    >
      <p>{t(p.removeText, { code: talent.code })}</p>
    </Confirm>
  );
}
