/** What the page of a project shows of its media, to the casting side: films with their state, pictures, and what is said where. */
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { NamedPlatform, PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import { access } from '#kernel/http/access.ts';
import { Badge, Card, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { Project } from '../projects/projects.ts';
import { pathOf } from './film-page.tsx';
import { FILM_LOOKS, lookOfSaid, m } from './messages.ts';
import { type FilmMade, originOf, type PromoTools, type Said } from './ports.ts';

/** Null for those who make no promotion. */
export async function mediaPanel(tools: PromoTools, request: FastifyRequest, project: Project): Promise<ReactElement | null> {
  if (!access.casting.allows(request.viewer)) return null;
  const origin = originOf(project);
  const [films, filmsSaid, made] = await Promise.all([
    tools.films.ofOrigin(tools.db, origin),
    tools.films.said(tools.db, origin),
    tools.studio.ofOrigin(tools.db, origin),
  ]);
  const said = [...filmsSaid, ...made.posts].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return <Panel key="media" {...{ project, films, said, pictures: made.pictures }} />;
}

interface PanelView {
  readonly project: Project;
  readonly films: readonly FilmMade[];
  readonly pictures: Awaited<ReturnType<PromoTools['studio']['ofOrigin']>>['pictures'];
  readonly said: readonly Said[];
}

const MOVING: ReadonlySet<string> = new Set(['scripting', 'generating', 'rendering', 'pending']);

function Panel({ project, films, pictures, said }: PanelView): ReactElement {
  const t = useT();
  const base = pathOf(project);
  const isMoving = [...films, ...pictures].some(({ status }) => MOVING.has(status));
  const isEmpty = films.length + pictures.length + said.length === 0;
  return (
    <Card
      id="media"
      title={m.media}
      lead={m.mediaLead}
      actions={
        <>
          <LinkButton icon="film" href={`${base}/promo`}>
            {t(m.promo)}
          </LinkButton>
          <LinkButton kind="secondary" icon="image" href={`${base}/posts`}>
            {t(m.posts)}
          </LinkButton>
        </>
      }
      footer={
        isEmpty ? undefined : (
          <div className="cluster">
            <LinkButton kind="quiet" icon="calendar" href={`/publications?for=${originOf(project)}`}>
              {t(m.calendar)}
            </LinkButton>
            <LinkButton kind="quiet" icon="users" href="/library">
              {t(m.library)}
            </LinkButton>
          </div>
        )
      }
    >
      <Island name="promo-media" props={{ moving: isMoving }}>
        <div id="project-media" className="stack">
          {isEmpty && <p className="text-muted">{t(m.nothing)}</p>}
          {films.length > 0 && <Films films={films} />}
          {pictures.length > 0 && <Pictures pictures={pictures} />}
          {said.length > 0 && <SaidList said={said} zone={project.timeZone} />}
        </div>
      </Island>
    </Card>
  );
}

/** Whoever ordered it has its page; the others see how it stands. */
function useIsMine(): (thing: { readonly accountId: number }) => boolean {
  const { viewer } = usePage();
  return ({ accountId }) => accountId === viewer?.accountId;
}

function Films({ films }: { films: readonly FilmMade[] }): ReactElement {
  const t = useT();
  const isMine = useIsMine();
  return (
    <section aria-label={t(m.films)}>
      <h3 className="promo-heading">{t(m.films)}</h3>
      <ul className="promo-media">
        {films.map((film) => {
          const { label, tone, icon } = FILM_LOOKS[film.status];
          return (
            <li key={film.id}>
              {film.thumbnail && isMine(film) ? <img src={film.thumbnail} alt="" loading="lazy" /> : <Icon name="film" />}
              <span className="min-w-0 grow" dir="auto">
                {isMine(film) ? <a href={film.href}>{film.title}</a> : film.title} <small className="text-muted">{film.ratio}</small>
              </span>
              <Badge tone={tone} icon={icon}>
                {t(label)}
              </Badge>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Pictures({ pictures }: Pick<PanelView, 'pictures'>): ReactElement {
  const t = useT();
  const isMine = useIsMine();
  return (
    <section aria-label={t(m.pictures)}>
      <h3 className="promo-heading">{t(m.pictures)}</h3>
      <ul className="promo-pictures">
        {pictures.map((picture) => (
          <li key={picture.id}>
            {isMine(picture) ? (
              <a href={picture.href}>
                {picture.thumbnail ? (
                  <img src={picture.thumbnail} alt={picture.title} loading="lazy" />
                ) : (
                  <Icon name="clock" label={picture.title} />
                )}
              </a>
            ) : (
              <Icon name="image" label={picture.title} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SaidList({ said, zone }: { said: readonly Said[]; zone: string }): ReactElement {
  const t = useT();
  const isMine = useIsMine();
  return (
    <section aria-label={t(m.said)}>
      <h3 className="promo-heading">{t(m.said)}</h3>
      <ul className="promo-media">
        {said.map((one) => {
          const { label, tone, icon } = lookOfSaid(one);
          return (
            <li key={`${one.platform} ${one.id}`}>
              <NamedPlatform platform={one.platform} />
              <span className="min-w-0 grow" dir="auto">
                {isMine(one) ? <a href={one.href}>{one.title}</a> : one.title}{' '}
                <small className="text-muted">
                  <When at={one.at} as="moment" zone={zone} />
                </small>
              </span>
              <Badge tone={tone} icon={icon}>
                {t(label)}
              </Badge>
              {one.platformUrl && (
                <LinkButton size="sm" kind="quiet" icon="external" href={one.platformUrl} external>
                  {t(m.see, { platform: PLATFORM_TITLES[one.platform] })}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
