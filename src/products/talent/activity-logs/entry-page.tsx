/** `/admin/settings/activity-logs/:id`: everything known of one entry. */
import type { ReactElement } from 'react';
import type { Activity } from '#kernel/audit-reading.ts';
import { Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { CodeTag, Data, Definitions, Ltr } from '#kernel/page/facts.tsx';
import { m, entry as words } from './messages.ts';
import { LOGS, Moment, StatusBadge } from './page-kit.tsx';

export function EntryPage({ entry }: { entry: Activity }): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader
        title={t(words.title, { id: entry.id })}
        crumbs={[{ label: m.title, href: LOGS }]}
        badge={<StatusBadge status={entry.status} />}
      />
      <div className="stack gap-5">
        <What entry={entry} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Who entry={entry} />
          <Where entry={entry} />
        </div>
      </div>
    </>
  );
}

const plain = (text: string | null): ReactElement | null => (text ? <Data>{text}</Data> : null);
const technical = (text: string | null): ReactElement | null =>
  text ? (
    <span className="break-all">
      <Ltr>{text}</Ltr>
    </span>
  ) : null;
const versioned = (name: string | null, version: string | null): string | null => name && [name, version].filter(Boolean).join(' ');

function What({ entry }: { entry: Activity }): ReactElement {
  const { description, type, category, resourceType, resourceId, createdAt } = entry;
  return (
    <Card title={words.what} icon="activity">
      <Definitions
        items={[
          { term: m.description, value: plain(description), wide: true },
          { term: m.date, value: <Moment at={createdAt} /> },
          { term: m.category, value: plain(category) },
          { term: m.type, value: plain(type) },
          { term: words.resource, value: technical([resourceType, resourceId].filter(Boolean).join(' ') || null) },
        ]}
      />
    </Card>
  );
}

function Who({ entry: { username, userEmail, userCode, userId } }: { entry: Activity }): ReactElement {
  const t = useT();
  const href = userId === null ? null : `/admin/user/${userId}/edit`;
  return (
    <Card title={words.who} icon="user">
      {username || userEmail ? (
        <div className="stack">
          <Definitions
            items={[
              { term: words.name, value: username && (href ? <a href={href}>{plain(username)}</a> : plain(username)) },
              { term: words.email, value: technical(userEmail), wide: true },
              { term: words.code, value: userCode && <CodeTag code={userCode} /> },
              { term: words.account, value: userId },
            ]}
          />
          <p>
            <LinkButton href={`${LOGS}?user=${encodeURIComponent(userCode ?? userEmail ?? '')}`} kind="secondary" size="sm" icon="search">
              {t(words.others)}
            </LinkButton>
          </p>
        </div>
      ) : (
        <p className="text-muted">{t(m.stranger)}</p>
      )}
    </Card>
  );
}

function Where({ entry }: { entry: Activity }): ReactElement {
  const { ip, browser, browserVersion, system, systemVersion, deviceType, deviceBrand, deviceModel, userAgent, method, url, referrer } =
    entry;
  const device = [deviceType, deviceBrand, deviceModel].filter(Boolean).join(' · ');
  return (
    <Card title={words.where} icon="globe">
      <Definitions
        items={[
          { term: m.ip, value: technical(ip) },
          { term: m.device, value: plain(device || null) },
          { term: words.browser, value: plain(versioned(browser, browserVersion)) },
          { term: words.system, value: plain(versioned(system, systemVersion)) },
          { term: words.method, value: technical(method) },
          { term: words.url, value: technical(url), wide: true },
          { term: words.referrer, value: technical(referrer), wide: true },
          { term: words.agent, value: technical(userAgent), wide: true },
        ]}
      />
    </Card>
  );
}
