/** Who applied, with what the casting team does about it. */
import type { ReactElement } from 'react';
import { isAdmin } from '#kernel/http/access.ts';
import { Badge, Button, EmptyState, LinkButton, PageHeader, type Tone } from '#kernel/page/components.tsx';
import { useHref, usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { PersonLine } from '#kernel/page/people.tsx';
import { Menu, Pagination, Tabs } from '#kernel/page/trails.tsx';
import { choiceOf } from '../options/options.ts';
import { type Application, STATES, type State } from './applications.ts';
import type { Call } from './call.ts';
import { m } from './messages.ts';
import type { Face } from './people.ts';
import { inbox as words } from './team-messages.ts';

export interface InboxView {
  readonly rows: readonly { readonly application: Application; readonly face: Face; readonly place: string }[];
  readonly counts: Readonly<Record<State, number>>;
  readonly state: State | null;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export const APPLICATIONS = '/cinema/applications';
const ONE = { new: words.oneNew, seen: words.oneSeen, kept: words.oneKept, refused: words.oneRefused } as const;
const TONES: Readonly<Record<State, Tone>> = { new: 'accent', seen: 'neutral', kept: 'success', refused: 'danger' };

export function Inbox({ rows, counts, state, total, page, pages, size }: InboxView): ReactElement {
  const t = useT();
  const href = useHref();
  const tabs = [
    { label: words.all, href: href({ state: null }), current: state === null },
    ...STATES.map((each) => ({ label: words[each], href: href({ state: each }), count: counts[each], current: state === each })),
  ];
  return (
    <section className="stack" id="applications" aria-labelledby="applications-title">
      <h2 id="applications-title" className="card-title-text">
        {t(words.title)}
      </h2>
      <Tabs items={tabs} label={words.title} />
      {rows.length === 0 ? (
        <EmptyState icon="users" title={words.none} text={words.noneText} />
      ) : (
        <ul className="card-box divide-y divide-line">
          {rows.map((row) => (
            <Row key={row.application.id} {...row} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} total={total} size={size} />
    </section>
  );
}

function Row({ application, face, place }: InboxView['rows'][number]): ReactElement {
  const t = useT();
  const kinds = [...face.kinds.map((kind) => t(choiceOf('talent_type', kind).label)), ...face.skills.map((skill) => t(skill))].slice(0, 3);
  const { message, partName, appliedAt, withdrawnAt } = application;
  return (
    <li className="application" id={`application-${application.id}`}>
      <div className="flex min-w-0 flex-col gap-2">
        <PersonLine
          name={face.name}
          photo={face.photo}
          href={face.href}
          code={face.code}
          detail={[...kinds, place].filter(Boolean).join(' · ')}
        />
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <bdi>{partName ?? t(words.anyPart)}</bdi>
          <When at={appliedAt} as="moment" />
          <StateBadges application={application} />
        </p>
        {message && (
          <p className="whitespace-pre-line" dir="auto">
            {message}
          </p>
        )}
      </div>
      {withdrawnAt === null && <Acts application={application} />}
    </li>
  );
}

function StateBadges({ application: { state, withdrawnAt, isWritten } }: { application: Application }): ReactElement {
  const t = useT();
  if (withdrawnAt) return <Badge icon="undo">{t(words.withdrawn)}</Badge>;
  return (
    <>
      <Badge tone={TONES[state]} dot>
        {t(ONE[state])}
      </Badge>
      {isWritten && <Badge icon="mail">{t(words.letterSent)}</Badge>}
    </>
  );
}

function Acts({ application }: { application: Application }): ReactElement {
  const t = useT();
  const { viewer, url } = usePage();
  const { id, state, talentId, projectId } = application;
  const more =
    talentId === null
      ? []
      : [
          { label: words.shortlist, href: `/casting/shortlists/add?talent=${talentId}`, icon: 'bookmark' as const },
          ...(isAdmin(viewer)
            ? [
                {
                  label: words.assign,
                  href: `/cinema/projects/${projectId}/assign-talent?talent_id=${talentId}`,
                  icon: 'user-plus' as const,
                },
              ]
            : []),
        ];
  return (
    <div className="application-acts">
      <Form action={`${APPLICATIONS}/${id}`} id={`state-${id}`} className="contents">
        <input type="hidden" name="back" value={url} />
        {state === 'new' && (
          <Button kind="quiet" size="sm" name="state" value="seen" icon="eye">
            {t(words.markSeen)}
          </Button>
        )}
        {state !== 'kept' && (
          <Button kind="secondary" size="sm" name="state" value="kept" icon="check">
            {t(words.keep)}
          </Button>
        )}
      </Form>
      {state !== 'refused' && (
        <LinkButton href={`${APPLICATIONS}/${id}/refuse`} kind="quiet" size="sm" icon="close">
          {t(words.refuse)}
        </LinkButton>
      )}
      {more.length > 0 && <Menu label={words.more} items={more} />}
    </div>
  );
}

export function ProjectInboxPage({
  project,
  calls,
  inbox,
}: {
  project: Call['project'];
  calls: ReactElement | null;
  inbox: InboxView;
}): ReactElement {
  const t = useT();
  const base = `/cinema/projects/${project.id}`;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={t(words.lead, { project: `\u2068${project.name}\u2069` })}
        crumbs={[{ label: { data: project.name }, href: base }]}
      >
        <LinkButton href={`/cinema/castings/new?project_id=${project.id}`} icon="plus">
          {t(m.castings)}
        </LinkButton>
      </PageHeader>
      <div className="flex flex-col gap-6">
        {calls}
        <Inbox {...inbox} />
      </div>
    </>
  );
}
