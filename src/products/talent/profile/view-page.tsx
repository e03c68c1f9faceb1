/** A profile as somebody sees it: the card for members, with contacts and CV for those who may have them. */
import type { ReactElement } from 'react';
import { isAdmin } from '#kernel/http/access.ts';
import { Badge, Card, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag, Data, type Definition, Definitions, Ltr, When } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Avatar } from '#kernel/page/people.tsx';
import { Breadcrumbs } from '#kernel/page/trails.tsx';
import { analysisInWords } from '../cv/cv.ts';
import type { Member } from '../members/members.ts';
import { SOCIAL_FIELDS, words } from '../profile-form/profile-form.tsx';
import { m } from './messages.ts';

/** `seesContacts`: the member came whole, not as a card. */
export function ProfilePage({ member, place, seesContacts }: { member: Member; place: string; seesContacts: boolean }): ReactElement {
  return (
    <article className="flex flex-col gap-5">
      <Breadcrumbs trail={[{ label: m.talents, href: '/talents' }]} />
      <ProfileHead member={member} place={place} />
      <div className="split">
        <div className="stack">
          <About member={member} />
          <Talents member={member} />
          {seesContacts ? <Contacts member={member} /> : <ContactsHidden />}
          {seesContacts && member.cvAnalysis && <Analysis member={member} />}
        </div>
        <Facts member={member} />
      </div>
    </article>
  );
}

function ProfileHead({ member, place }: { member: Member; place: string }): ReactElement {
  const name = `${member.firstName} ${member.lastName}`;
  return (
    <header className="card-box flex flex-wrap items-center gap-5 p-5">
      <Avatar name={name} photo={photoOf(member, 320)} size="xl" spoken />
      <div className="flex min-w-0 grow flex-col gap-2">
        <h1 className="page-title">
          <Data>{name}</Data>
        </h1>
        <p className="flex items-center gap-1.5 text-muted">
          <Icon name="place" />
          {place}
        </p>
        <Marks member={member} />
      </div>
      <Actions member={member} />
    </header>
  );
}

function Marks({ member }: { member: Member }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const availability = words.availabilityLabel(member.availability);
  return (
    <div className="cluster">
      <CodeTag code={member.code} copy />
      {availability && (
        <Badge tone={member.availability === 'disponible_maintenant' ? 'success' : 'neutral'} dot>
          {t(availability)}
        </Badge>
      )}
      {viewer?.accountId === member.id && (
        <Badge tone={member.isPublic ? 'info' : 'neutral'}>{t(member.isPublic ? m.publicOn : m.publicOff)}</Badge>
      )}
      {!member.active && <Badge tone="danger">{t(m.closed)}</Badge>}
    </div>
  );
}

function Actions({ member }: { member: Member }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const isOwn = viewer?.accountId === member.id;
  return (
    <div className="cluster">
      {isOwn && (
        <LinkButton href="/profile/edit" icon="edit">
          {t(m.edit)}
        </LinkButton>
      )}
      {!isOwn && isAdmin(viewer) && (
        <LinkButton href={`/admin/user/${member.id}/edit`} kind="secondary" icon="edit">
          {t(m.adminEdit)}
        </LinkButton>
      )}
      <LinkButton href={`/profile/card/${member.code}.pdf`} kind="secondary" icon="download">
        {t(m.card)}
      </LinkButton>
    </div>
  );
}

/** The address of a photo at a width the file route gives. */
export const photoOf = ({ photoFile }: Pick<Member, 'photoFile'>, width: 64 | 96 | 160 | 320 | 640): string | null =>
  photoFile === null ? null : `/static/uploads/${photoFile}?w=${width}`;

function About({ member }: { member: Member }): ReactElement | null {
  return member.bio ? (
    <Card title={m.about} icon="user">
      <p className="leading-relaxed whitespace-pre-line" dir="auto">
        {member.bio}
      </p>
    </Card>
  ) : null;
}

function Talents({ member }: { member: Member }): ReactElement {
  const t = useT();
  return (
    <Card title={m.talents} icon="sparkles">
      {member.talents.length === 0 ? (
        <p className="text-muted">{t(m.noTalents)}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {member.talents.map(({ id, name, emoji }) => (
            <li key={id}>
              <a className="chip" href={`/talents?talent_id=${id}`}>
                <span aria-hidden="true">{emoji}</span> {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Facts({ member }: { member: Member }): ReactElement {
  const t = useT();
  const { labels } = words;
  const say = (label: ReturnType<typeof words.genderLabel>): string | null => (label ? t(label) : null);
  const { age, yearsExperience: years } = member;
  const items: readonly Definition[] = [
    { term: labels.gender, value: say(words.genderLabel(member.gender)) },
    { term: labels.age, value: age === null ? null : t(m.years, { count: age }) },
    { term: labels.nationality, value: member.nationality },
    { term: labels.work_mode, value: say(words.workModeLabel(member.workMode)) },
    { term: labels.work_time, value: say(words.workTimeLabel(member.workTime)) },
    { term: labels.years_experience, value: years === null ? null : t(m.years, { count: years }) },
    { term: labels.languages, value: member.languages },
    { term: labels.education, value: member.education },
    { term: labels.rate_range, value: member.rateRange },
    { term: labels.portfolio_url, value: member.portfolioUrl ? <Link href={member.portfolioUrl} /> : null },
    { term: m.memberSince, value: <When at={member.createdAt} /> },
  ];
  return (
    <Card title={m.facts} icon="info">
      <Definitions items={items.filter(({ value }) => value)} />
    </Card>
  );
}

function Contacts({ member }: { member: Member }): ReactElement {
  const t = useT();
  const { labels } = words;
  const networks = SOCIAL_FIELDS.filter((name) => member.social[name]);
  const items: readonly Definition[] = [
    { term: labels.email, icon: 'mail', value: member.email && <a href={`mailto:${member.email}`}>{member.email}</a>, ltr: true },
    { term: labels.phone, icon: 'phone', value: member.phone && <a href={`tel:${member.phone}`}>{member.phone}</a>, ltr: true },
    {
      term: labels.whatsapp,
      icon: 'message',
      value: member.whatsapp && <Link href={`https://wa.me/${member.whatsapp.replace(/\D/g, '')}`} text={member.whatsapp} />,
      ltr: true,
    },
    { term: labels.address, icon: 'place', value: member.address && <Data>{member.address}</Data> },
    { term: labels.website, icon: 'globe', value: member.website && <Link href={member.website} /> },
    ...networks.map((name) => ({ term: labels[name], value: <Link href={member.social[name] ?? ''} /> })),
  ];
  const cv = member.cvFile && (
    <LinkButton href={`/static/uploads/${member.cvFile}`} kind="secondary" size="sm" icon="file">
      {t(m.cvOpen)}
    </LinkButton>
  );
  return (
    <Card title={m.contacts} icon="phone" actions={cv}>
      <Definitions items={items.filter(({ value }) => value)} />
    </Card>
  );
}

function ContactsHidden(): ReactElement {
  const t = useT();
  return (
    <p className="flex items-center gap-3 text-muted">
      <Icon name="lock" />
      {t(m.contactsHidden)}
    </p>
  );
}

const Link = ({ href, text }: { href: string; text?: string }): ReactElement => (
  <a href={href} target="_blank" rel="noopener noreferrer nofollow">
    <Ltr>{text ?? href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</Ltr>
  </a>
);

function Analysis({ member }: { member: Member }): ReactElement {
  const t = useT();
  const { language, viewer } = usePage();
  const { summary, score, skills = [] } = member.cvAnalysis ?? {};
  const { strengths, weaknesses } = analysisInWords(member.cvAnalysis ?? {}, language);
  const own = viewer?.accountId === member.id && (
    <LinkButton href="/profile/cv" kind="secondary" size="sm">
      {t(m.analysisFull)}
    </LinkButton>
  );
  return (
    <Card title={m.analysis} icon="chart" actions={own}>
      <div className="stack">
        {typeof score === 'number' && <p className="font-medium">{t(m.cvScore, { score })}</p>}
        {summary && <p dir="auto">{summary}</p>}
        <div className="cluster">
          {skills.map((skill) => (
            <Badge key={skill}>{skill}</Badge>
          ))}
        </div>
        <Definitions
          items={[
            { term: m.strengths, value: strengths.join(' · '), wide: true },
            { term: m.weaknesses, value: weaknesses.join(' · '), wide: true },
          ].filter(({ value }) => value)}
        />
      </div>
    </Card>
  );
}
