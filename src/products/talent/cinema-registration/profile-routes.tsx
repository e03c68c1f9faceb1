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
import { Breadcrumbs } from '#kernel/page/trails.tsx';
import { nationalityName, placeName } from '../catalogue/catalogue.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { choiceOf } from '../options/options.ts';
import { cardRoute } from '../social-cards.ts';
import { sendCard } from './card.ts';
import type { CinemaRegistrationTools } from './cinema-registration.ts';
import { p } from './profile-messages.ts';
import { cardFacts, isShown, metadataOf } from './profile-metadata.ts';
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
    const nationality = nationalityName(snapshot, request.language, talent.nationality);
    const body = <ProfilePage talent={{ ...talent, nationality }} place={place} catalogue={snapshot} />;
    return pages.send(request, reply, { title: nameOf(talent), body, metadata: metadataOf(tools, request, talent, place) });
  });

  door.get<Coded>('/cinema/profile/:code/card.png', cardRoute, async (request, reply) => {
    const talent = await cinema.getByCode(request, request.params.code);
    if (!isShown(talent)) throw failure.notFound();
    return tools.cards.send(request, reply, cardFacts(talent, await catalogue.snapshot(), request.language));
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

/** Shown once, on the page that answers the act. */
function NumberPage({ talent, number, title }: { talent: CinemaTalent; number: string | null; title: string }): ReactElement {
  const t = useT();
  const { type } = talent.idDocument;
  return (
    <section className="confirm card-box">
      <Breadcrumbs trail={[{ label: nameOf(talent), href: `/cinema/profile/${talent.code}` }]} />
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
