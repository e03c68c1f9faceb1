/** The steps of a post, and every call to its platform. */
import type { ReactElement } from 'react';
import type { Attempt, Publication } from '#capabilities/publishing/publishing.ts';
import { Badge, Card, EmptyState } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { CodeTag, Ltr } from '#kernel/page/facts.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import { Moment } from './moments.tsx';
import { post as m } from './post-messages.ts';
import { type Step, storyOf } from './story.ts';

const ICONS: Readonly<Record<Step['look'], IconName>> = { done: 'check', now: 'clock', ahead: 'more', bad: 'warning' };

interface StoryProps {
  readonly post: ScheduledPost;
  readonly publication: Publication | null;
  readonly attempts: readonly Attempt[];
  readonly zone: string;
}

export function StoryCard({ post, publication, attempts, zone }: StoryProps): ReactElement {
  const t = useT();
  const late = post.metadata.late_seconds;
  return (
    <Card title={m.story}>
      <ol className="story">
        {storyOf(post, publication, attempts).map(({ key, label, at, look }) => (
          <li key={key} className={`story-${look}`} aria-current={look === 'now' ? 'step' : undefined}>
            <span className="story-mark">
              <Icon name={ICONS[look]} />
            </span>
            <span>
              <strong>{t(label)}</strong>
              <small>{at ? <Moment at={at} zone={zone} /> : t(m.ahead)}</small>
            </span>
          </li>
        ))}
      </ol>
      {late !== undefined && late >= 60 && <p className="field-hint mt-3">{t(m.late, { count: Math.round(late / 60) })}</p>}
    </Card>
  );
}

export function AttemptsCard({ attempts, zone }: { attempts: readonly Attempt[]; zone: string }): ReactElement {
  const columns: readonly Column<Attempt>[] = [
    { key: 'at', header: m.at, role: 'title', cell: ({ at }) => <Moment at={at} zone={zone} precise /> },
    { key: 'phase', header: m.phase, cell: ({ phase }) => <Ltr>{phase}</Ltr> },
    { key: 'status', header: m.answer, cell: ({ httpStatus }) => <Answer status={httpStatus} /> },
    { key: 'code', header: m.code, cell: ({ code }) => (code ? <CodeTag code={code} /> : '—') },
    {
      key: 'words',
      header: m.words,
      cell: ({ detail }) =>
        detail ? (
          <span className="attempt-words" dir="auto">
            {detail}
          </span>
        ) : (
          '—'
        ),
    },
  ];
  return (
    <Card title={m.attempts} lead={m.attemptsLead} id="attempts">
      <DataTable
        caption={m.attempts}
        columns={columns}
        rows={attempts}
        rowKey={({ at, phase }) => `${at.getTime()} ${phase}`}
        empty={<EmptyState icon="history" title={m.noAttempts} text={m.attemptsLead} />}
      />
    </Card>
  );
}

function Answer({ status }: { status: number | null }): ReactElement {
  if (status === null) return <>—</>;
  return <Badge tone={status < 300 ? 'success' : status < 500 ? 'danger' : 'warning'}>{status}</Badge>;
}
