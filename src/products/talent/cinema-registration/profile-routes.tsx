/** The page of a CINEMA talent, its two PDFs, and the number of the paper for administrators. */
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { placeName } from '../catalogue/catalogue.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { choiceOf } from '../options/options.ts';
import { sendCard } from './card.ts';
import type { CinemaRegistrationTools } from './cinema-registration.ts';
import { p } from './profile-messages.ts';
import { nameOf, ProfilePage } from './profile-page.tsx';

type Coded = { Params: { code: string } };
export type ById = { Params: { id: string } };

export function registerProfile(door: Door, tools: CinemaRegistrationTools): void {
  const { cinema, catalogue, pages } = tools;
  const open = { config: { access: access.public, kind: 'page' } } as const;
  const file = { config: { access: access.public, kind: 'page', internal: true } } as const;
  door.get<Coded>('/cinema/profile/:code', open, async (request, reply) => {
    const talent = await cinema.getByCode(request, request.params.code);
    // Older spellings lead to the one that is printed today.
    if (talent.code !== request.params.code) return reply.redirect(`/cinema/profile/${talent.code}`, 303);
    const snapshot = await catalogue.snapshot();
    const place = placeName(snapshot, request.language, { cityId: talent.city?.id, countryId: talent.country?.id });
    const body = <ProfilePage talent={talent} place={place} catalogue={snapshot} />;
    return pages.send(request, reply, { title: nameOf(talent), body, head: <HeadLines {...{ tools, request, talent, place }} /> });
  });

  door.get<Coded>('/cinema/profile/:code/pdf', file, async (request, reply) => {
    const talent = await cinema.getByCode(request, request.params.code);
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="talent_${talent.code}.pdf"`)
      .header('cache-control', 'private, no-store')
      .send(await cinema.pdf(request, talent));
  });

  door.get<Coded>('/cinema/profile/:code/card.pdf', file, async (request, reply) =>
    sendCard(tools, reply, await cinema.getByCode(request, request.params.code)),
  );

  const admin = { config: { access: access.admin, kind: 'page' } } as const;
  door.post<ById>('/cinema/talent/:id/document', admin, async (request, reply) => {
    const talent = await cinema.get(request, idOf(request));
    const number = await cinema.revealDocument(request, talent.id);
    const title = say(p.documentTitle, request.language, { name: nameOf(talent) });
    reply.header('cache-control', 'no-store');
    return pages.send(request, reply, { title, body: <NumberPage talent={talent} number={number} title={title} /> });
  });
}

export function idOf({ params }: FastifyRequest<ById>): number {
  if (!/^\d{1,9}$/.test(params.id)) throw failure.notFound();
  return Number(params.id);
}

/** What links shared in a chat show. People who did not agree to a public profile are kept out of search engines. */
function HeadLines(props: { tools: CinemaRegistrationTools; request: FastifyRequest; talent: CinemaTalent; place: string }): ReactElement {
  const { tools, request, talent, place } = props;
  if (!talent.isPublic || !talent.isActive) return <meta name="robots" content="noindex" />;
  const name = nameOf(talent);
  const types = talent.talentTypes.map((type) => say(choiceOf('talent_type', type).label, request.language)).join(', ');
  const text = say(p.description, request.language, { name, age: talent.age, place, types, code: talent.code });
  return (
    <>
      <meta name="description" content={text} />
      <link rel="canonical" href={`${tools.publicUrl}/cinema/profile/${talent.code}`} />
      <meta property="og:type" content="profile" />
      <meta property="og:site_name" content={tools.siteName} />
      <meta property="og:title" content={name} />
      <meta property="og:description" content={text} />
      <meta property="og:url" content={`${tools.publicUrl}/cinema/profile/${talent.code}`} />
      {talent.photoFile && <meta property="og:image" content={`${tools.publicUrl}/static/uploads/${talent.photoFile}`} />}
    </>
  );
}

/** Shown once, on the page that answers the act. */
function NumberPage({ talent, number, title }: { talent: CinemaTalent; number: string | null; title: string }): ReactElement {
  const t = useT();
  const { type } = talent.idDocument;
  return (
    <section className="confirm card-box">
      <h1 className="page-title">{title}</h1>
      {type && <p className="text-muted">{t(choiceOf('id_document_type', type).label)}</p>}
      {number ? (
        <p className="text-2xl [&_.code-tag]:text-2xl sm:[&_.code-tag]:text-3xl">
          <CodeTag code={number} copy />
        </p>
      ) : (
        <p>{t(p.documentNone)}</p>
      )}
      <p className="field-hint">{t(p.documentLogged)}</p>
      <LinkButton href={`/cinema/profile/${talent.code}`} kind="secondary">
        {t(p.back)}
      </LinkButton>
    </section>
  );
}
