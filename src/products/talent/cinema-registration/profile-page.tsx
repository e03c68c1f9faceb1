/** A CINEMA talent as somebody sees them: the contact-free card for strangers, contacts and paper for those who may have them. */
import type { ReactElement } from 'react';
import { isAdmin, type Viewer } from '#kernel/http/access.ts';
import { Badge, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Avatar, hueOf } from '#kernel/page/people.tsx';
import { Picture } from '#kernel/page/picture.tsx';
import { Breadcrumbs, Menu } from '#kernel/page/trails.tsx';
import type { Snapshot } from '../catalogue/catalogue.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { choiceOf } from '../options/options.ts';
import { Contacts, ThroughAgency } from './contact-cards.tsx';
import { Gallery, photoAt } from './gallery-view.tsx';
import { About, Credits, Languages, Looks, Skills } from './profile-cards.tsx';
import { p } from './profile-messages.ts';

export interface ProfileView {
  readonly talent: CinemaTalent;
  /** « Dakar, Sénégal » */
  readonly place: string;
  readonly catalogue: Snapshot;
}

/** The person, casting directors and administrators get a file whole; others get the card. */
export const seesWhole = (viewer: Viewer | null, { accountId }: CinemaTalent): boolean =>
  viewer !== null && (viewer.accountId === accountId || viewer.role === 'casting' || isAdmin(viewer));
export const mayEdit = (viewer: Viewer | null, { accountId }: CinemaTalent): boolean =>
  viewer !== null && (viewer.accountId === accountId || isAdmin(viewer));

export const nameOf = ({ firstName, lastName }: CinemaTalent): string => `${firstName} ${lastName}`;

export function ProfilePage(view: ProfileView): ReactElement {
  const { viewer } = usePage();
  const { talent, catalogue } = view;
  const whole = seesWhole(viewer, talent);
  return (
    <article className="flex flex-col gap-5">
      <Breadcrumbs />
      <Head {...view} />
      <div className="split">
        <div className="stack">
          <About bio={talent.bio} />
          <Gallery files={talent.galleryFiles} name={nameOf(talent)} />
          <Credits talent={talent} />
          <Skills names={talent.otherTalents} catalogue={catalogue} />
        </div>
        <div className="stack">
          {whole ? <Contacts talent={talent} /> : <ThroughAgency code={talent.code} />}
          <Looks talent={talent} />
          <Languages talent={talent} />
        </div>
      </div>
    </article>
  );
}

function Head({ talent, place }: ProfileView): ReactElement {
  const t = useT();
  const name = nameOf(talent);
  return (
    <header className="card-box grid overflow-clip sm:grid-cols-[minmax(12rem,19rem)_1fr]">
      {talent.photoFile ? (
        <Picture
          className="aspect-square size-full bg-base-300 object-cover max-sm:max-h-96"
          src={photoAt(talent.photoFile, 640)}
          alt={name}
          width={640}
          height={640}
          sizes="(width < 40rem) 100vw, 19rem"
          first
        />
      ) : (
        <div className={`grid place-items-center bg-(--hue) p-8 hue-${hueOf(name)}`}>
          <Avatar name={name} size="xl" />
        </div>
      )}
      <div className="flex min-w-0 flex-col justify-center gap-4 p-5 sm:p-8">
        <div>
          <h1 className="text-3xl font-bold text-balance wrap-anywhere sm:text-4xl">{name}</h1>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-muted">
            <span>{t(p.age, { count: talent.age })}</span>
            <span aria-hidden="true">·</span>
            <span className="inline-flex items-center gap-1">
              <Icon name="place" />
              {place}
            </span>
          </p>
        </div>
        <div className="cluster">
          {talent.talentTypes.map((type) => (
            <Badge key={type} tone="accent">
              {t(choiceOf('talent_type', type).label)}
            </Badge>
          ))}
        </div>
        <Marks talent={talent} />
        <Actions talent={talent} />
      </div>
    </header>
  );
}

function Marks({ talent }: { talent: CinemaTalent }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  return (
    <div className="cluster text-lg">
      <CodeTag code={talent.code} copy />
      {seesWhole(viewer, talent) && (
        <Badge tone={talent.isPublic ? 'info' : 'neutral'}>{t(talent.isPublic ? p.publicOn : p.publicOff)}</Badge>
      )}
      {!talent.isActive && <Badge tone="danger">{t(p.inactive)}</Badge>}
    </div>
  );
}

function Actions({ talent }: { talent: CinemaTalent }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const works = viewer?.role === 'casting' || isAdmin(viewer);
  const base = `/cinema/profile/${talent.code}`;
  const more = [
    { label: p.card, href: `${base}/card.pdf`, icon: 'id' as const },
    ...(seesWhole(viewer, talent)
      ? [{ label: p.availability, href: `/cinema/talent/${talent.id}/availability`, icon: 'calendar' as const }]
      : []),
    ...(isAdmin(viewer)
      ? [{ label: p.remove, href: `/cinema/talent/${talent.id}/delete`, icon: 'trash' as const, tone: 'danger' as const }]
      : []),
  ];
  return (
    <div className="cluster">
      {works && (
        <LinkButton href={`/casting/shortlists/add?talent=${talent.id}`} icon="bookmark">
          {t(p.shortlist)}
        </LinkButton>
      )}
      {mayEdit(viewer, talent) && (
        <LinkButton href={`/cinema/talent/${talent.id}/edit`} kind={works ? 'secondary' : 'primary'} icon="edit">
          {t(p.edit)}
        </LinkButton>
      )}
      <LinkButton href={`${base}/pdf`} kind="secondary" icon="download">
        {t(p.sheet)}
      </LinkButton>
      <Menu label={p.moreActions} items={more} />
    </div>
  );
}
