/** `/publications/posts/:id`: what is said where and when, and everything that became of it. */
import type { ReactElement } from 'react';
import {
  type Attempt,
  type Connection,
  NamedPlatform,
  PLATFORM_TITLES,
  PlatformMark,
  type Publication,
} from '#capabilities/publishing/publishing.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import type { AnalyticsSnapshot, ScheduledPost } from '../scheduler/scheduler.ts';
import { hrefOf } from './chip-view.tsx';
import { FiguresCard } from './figures-view.tsx';
import { TruthBadge } from './list-view.tsx';
import { board } from './messages.ts';
import { Moment, ZoneLink } from './moments.tsx';
import { pictureSrc } from './picture-src.ts';
import { MoveForm, SettleForms } from './post-forms.tsx';
import { post as m } from './post-messages.ts';
import { ROOT } from './requests.ts';
import { AttemptsCard, StoryCard } from './story-view.tsx';
import { causeOf, isOpen, truthOf } from './truth.ts';

interface PostView {
  readonly post: ScheduledPost;
  readonly publication: Publication | null;
  readonly attempts: readonly Attempt[];
  readonly readings: readonly AnalyticsSnapshot[];
  readonly connection: Connection | null;
  readonly zone: string;
  readonly now: Date;
  readonly errors: FieldErrors;
  /** Day and time that were refused. */
  readonly typed: { readonly day: string; readonly time: string } | null;
}

export function PostPage(view: PostView): ReactElement {
  const { post, zone, now } = view;
  const t = useT();
  return (
    <>
      <PageHeader
        title={t(m.title, { platform: PLATFORM_TITLES[post.platform] })}
        crumbs={[{ label: board.title, href: ROOT }]}
        badge={<TruthBadge post={post} />}
      >
        <ZoneLink zone={zone} at={now} />
      </PageHeader>
      <div className="stack">
        {truthOf(post) === 'unknown' && <UnknownAlert {...view} />}
        <CauseAlert post={post} />
        <div className="split">
          <div className="stack">
            <SaidCard post={post} />
            {truthOf(post) === 'posted' && <FiguresCard post={post} readings={view.readings} zone={zone} />}
            <AttemptsCard attempts={view.attempts} zone={zone} />
          </div>
          <div className="stack">
            <StoryCard {...view} />
            <FactsCard {...view} />
            {isOpen(post) && <MoveForm {...view} />}
          </div>
        </div>
      </div>
    </>
  );
}

function UnknownAlert({ post, errors }: PostView): ReactElement {
  return (
    <Alert tone="warning" title={m.unknownTitle}>
      <SettleForms post={post} errors={errors} />
    </Alert>
  );
}

function CauseAlert({ post }: { post: ScheduledPost }): ReactElement | null {
  const t = useT();
  const cause = causeOf(post);
  if (!cause || truthOf(post) !== 'failed') return null;
  const again = new URLSearchParams({
    image: String(post.pictureId ?? ''),
    platform: post.platform,
    caption: post.caption,
    hashtags: post.hashtags,
  });
  return (
    <Alert tone="danger" title={cause.words}>
      {cause.detail && (
        <p dir="auto">
          {cause.isRights ? cause.detail : t(m.platformSaid, { detail: cause.detail })}
          {cause.code && !cause.isRights && <> ({cause.code})</>}
        </p>
      )}
      <p className="cluster mt-2">
        <LinkButton kind="secondary" size="sm" icon="refresh" href={`${ROOT}/new?${again}`}>
          {t(m.again)}
        </LinkButton>
        {cause.isRights ? (
          <LinkButton kind="quiet" size="sm" icon="users" href="/library">
            {t(m.library)}
          </LinkButton>
        ) : (
          <LinkButton kind="quiet" size="sm" icon="link" href={`${ROOT}/connections`}>
            {t(m.reconnect)}
          </LinkButton>
        )}
      </p>
    </Alert>
  );
}

function SaidCard({ post }: { post: ScheduledPost }): ReactElement {
  const t = useT();
  return (
    <Card className="told-card">
      <div className="told">
        <img src={pictureSrc(post.mediaFile, 'card')} alt={t(m.pictureAlt, { prompt: post.prompt })} />
        <div className="told-words">
          <p className="platform-name">
            <PlatformMark platform={post.platform} />
            {PLATFORM_TITLES[post.platform]}
          </p>
          <p className="told-text" dir="auto">
            {post.caption}
          </p>
          {post.hashtags && (
            <p className="told-hashtags" dir="auto">
              {post.hashtags}
            </p>
          )}
          {post.firstComment && (
            <blockquote className="told-comment" dir="auto">
              {post.firstComment}
            </blockquote>
          )}
          <Acts post={post} />
        </div>
      </div>
    </Card>
  );
}

function Acts({ post }: { post: ScheduledPost }): ReactElement {
  const t = useT();
  const at = hrefOf(post);
  return (
    <div className="cluster">
      {post.platformPostUrl && (
        <LinkButton href={post.platformPostUrl} external icon="external" kind={truthOf(post) === 'posted' ? 'primary' : 'secondary'}>
          {t(m.see, { platform: PLATFORM_TITLES[post.platform] })}
        </LinkButton>
      )}
      {isOpen(post) && (
        <>
          <Form action={`${at}/publish`} id="publish">
            <Button icon="send">{t(m.now)}</Button>
          </Form>
          <LinkButton kind="secondary" icon="edit" href={`${at}/edit`}>
            {t(m.edit)}
          </LinkButton>
          <LinkButton kind="quiet" icon="ban" href={`${at}/cancel`}>
            {t(m.cancel)}
          </LinkButton>
        </>
      )}
    </div>
  );
}

function FactsCard({ post, connection, zone }: PostView): ReactElement {
  const t = useT();
  const { utm, schedule_id: schedule } = post.metadata;
  return (
    <Card title={m.facts}>
      <Definitions
        items={[
          { term: m.scheduledFor, value: <Moment at={post.scheduledTime} zone={zone} />, icon: 'clock' },
          ...(post.postedAt ? [{ term: m.postedAt, value: <Moment at={post.postedAt} zone={zone} />, icon: 'success' as const }] : []),
          { term: board.platform, value: <NamedPlatform platform={post.platform} /> },
          { term: m.account, value: connection ? connection.name : t(m.anyAccount), icon: 'user' },
          ...(utm ? [{ term: m.utm, value: Object.values(utm).join(' · '), icon: 'link' as const }] : []),
          ...(schedule ? [{ term: m.schedule, value: <a href={`${ROOT}/schedules/${schedule}`}>{t(m.seeSchedule)}</a> }] : []),
        ]}
      />
    </Card>
  );
}
