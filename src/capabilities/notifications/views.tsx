/** The page of a person's notices, and the choice of what they are told. */
import type { ReactElement } from 'react';
import { Switch } from '#kernel/page/choices.tsx';
import { Badge, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { Form, FormActions } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Pagination, Tabs } from '#kernel/page/trails.tsx';
import { relativeTime } from '#kernel/relative-time.ts';
import { m } from './messages.ts';
import type { Notice, Preference } from './notifications.ts';
import { NOTICES_PAGE, PREFERENCES_PAGE } from './places.ts';

export interface ListView {
  readonly notices: readonly Notice[];
  readonly total: number;
  readonly unread: number;
  readonly onlyUnread: boolean;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  /** When it was read: what comes later is not marked with the others. */
  readonly now: Date;
}

export function NoticesPage({ notices, total, unread, onlyUnread, page, pages, size, now }: ListView): ReactElement {
  const t = useT();
  const tabs = [
    { label: m.all, href: NOTICES_PAGE, current: !onlyUnread },
    { label: m.unread, href: `${NOTICES_PAGE}?show=unread`, current: onlyUnread, count: unread },
  ];
  return (
    <>
      <PageHeader title={m.title} lead={m.lead}>
        {unread > 0 && <MarkAll now={now} />}
        <LinkButton href={PREFERENCES_PAGE} kind="quiet" icon="sliders">
          {t(m.preferences)}
        </LinkButton>
      </PageHeader>
      <Tabs label={m.shown} items={tabs} />
      {notices.length === 0 ? <Nothing onlyUnread={onlyUnread} /> : <Lines notices={notices} now={now} />}
      <Pagination page={page} pages={pages} total={total} size={size} />
    </>
  );
}

function MarkAll({ now }: { now: Date }): ReactElement {
  const t = useT();
  return (
    <Form action={`${NOTICES_PAGE}/read`}>
      <input type="hidden" name="until" value={now.toISOString()} />
      <Button kind="secondary" icon="check">
        {t(m.markAll)}
      </Button>
    </Form>
  );
}

function Nothing({ onlyUnread }: { onlyUnread: boolean }): ReactElement {
  const t = useT();
  if (onlyUnread)
    return (
      <EmptyState icon="success" title={m.allRead} text={m.allReadText}>
        <LinkButton href={NOTICES_PAGE} kind="secondary">
          {t(m.showAll)}
        </LinkButton>
      </EmptyState>
    );
  return (
    <EmptyState icon="bell" title={m.none} text={m.noneText}>
      <LinkButton href="/" kind="secondary">
        {t(m.goHome)}
      </LinkButton>
    </EmptyState>
  );
}

function Lines({ notices, now }: { notices: readonly Notice[]; now: Date }): ReactElement {
  const t = useT();
  return (
    <ol className="notices" aria-label={t(m.list)}>
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} now={now} />
      ))}
    </ol>
  );
}

function Line({ notice, now }: { notice: Notice; now: Date }): ReactElement {
  const t = useT();
  const { language, url } = usePage();
  const { id, href, text, at, icon, tone, isRead } = notice;
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return (
    <li id={`notice-${id}`} className={classes('notices-line', !isRead && 'notices-unread')}>
      <span className={`notices-mark tone-${tone}`}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 grow">
        <a href={href} data-notice={isRead ? undefined : id}>
          {text}
        </a>
        <p className="notices-facts">
          <time dateTime={at.toISOString()}>{relativeTime(at, now, language)}</time>
          {!isRead && (
            <Badge tone="accent" dot>
              {t(m.isUnread)}
            </Badge>
          )}
        </p>
      </div>
      <Form action={`${NOTICES_PAGE}/${id}/${isRead ? 'unread' : 'read'}${query}`}>
        <Button kind="quiet" size="sm" icon={isRead ? 'undo' : 'check'} label={`${t(isRead ? m.markUnread : m.markRead)} · ${text}`} />
      </Form>
    </li>
  );
}

export function PreferencesPage({ preferences }: { preferences: readonly Preference[] }): ReactElement {
  const t = useT();
  const crumbs = [{ label: m.title, href: NOTICES_PAGE }];
  return (
    <>
      <PageHeader title={m.preferencesTitle} lead={m.preferencesLead} crumbs={crumbs} />
      <Form action={PREFERENCES_PAGE} className="max-w-2xl">
        <Card title={m.announce} icon="bell">
          <div className="stack">
            {preferences.map(({ kind, isWanted }) => (
              <Switch key={kind.name} name={kind.name} label={kind.label} value={isWanted} />
            ))}
          </div>
        </Card>
        <FormActions>
          <Button icon="save">{t(m.save)}</Button>
        </FormActions>
      </Form>
    </>
  );
}
