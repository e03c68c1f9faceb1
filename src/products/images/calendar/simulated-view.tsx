/** `/publications/simulated`: what "was posted" on the platforms that are played here. */

import type { ReactElement } from 'react';
import { PLATFORM_TITLES, PlatformMark } from '#capabilities/publishing/publishing.ts';
import { Badge, EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Count } from '#kernel/page/facts.tsx';
import type { FeedPost } from './calendar.ts';
import { feed as m } from './figures-messages.ts';
import { Moment } from './moments.tsx';
import { isPlatform } from './platforms.ts';
import { ROOT } from './requests.ts';
import { Room } from './rooms-view.tsx';

export const SIMULATED = `${ROOT}/simulated`;

interface FeedView {
  readonly posts: readonly FeedPost[];
  /** Names of the accounts, by the number the platform gave them. */
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

export function SimulatedPage({ posts, names, zone }: FeedView): ReactElement {
  const t = useT();
  return (
    <Room title={m.title} lead={m.lead} isPlayed>
      {posts.length === 0 ? (
        <EmptyState icon="masks" title={m.none} text={m.noneText}>
          <LinkButton icon="plus" href={`${ROOT}/new`}>
            {t(m.compose)}
          </LinkButton>
        </EmptyState>
      ) : (
        <div className="feed">
          {posts.map((post) => (
            <FeedCard key={`${post.platform} ${post.id}`} post={post} name={names.get(post.account) ?? post.account} zone={zone} />
          ))}
        </div>
      )}
    </Room>
  );
}

function FeedCard({ post, name, zone }: { post: FeedPost; name: string; zone: string }): ReactElement {
  const t = useT();
  const { id, platform, text, at, pictures } = post;
  return (
    <article className="preview feed-card" id={`${platform}-${id}`}>
      <header className="preview-head">
        {isPlatform(platform) && <PlatformMark platform={platform} large />}
        <p>
          <strong>{name}</strong>
          <small>
            {isPlatform(platform) ? PLATFORM_TITLES[platform] : platform} · <Moment at={new Date(at)} zone={zone} />
          </small>
        </p>
        <Badge tone="info" icon="masks">
          {t(m.simulated)}
        </Badge>
      </header>
      {pictures.map(({ src, alt }, index) =>
        src ? (
          <img
            key={src.slice(-40)}
            className="feed-picture"
            src={`${SIMULATED}/${platform}/${encodeURIComponent(id)}/${index}`}
            alt={alt || t(m.pictureOf)}
            loading="lazy"
          />
        ) : null,
      )}
      <p className="preview-text" dir="auto">
        {text}
      </p>
      <Below post={post} />
    </article>
  );
}

/** What the platform says below a post. */
function Below({ post: { madeWithAi, comments, metrics } }: { post: FeedPost }): ReactElement {
  const t = useT();
  return (
    <>
      {madeWithAi && (
        <p className="feed-ai">
          <Badge icon="sparkles">{t(m.madeWithAi)}</Badge>
        </p>
      )}
      {comments.length > 0 && (
        <ul className="feed-comments" aria-label={t(m.comments)}>
          {comments.map((comment) => (
            <li key={comment} dir="auto">
              {comment}
            </li>
          ))}
        </ul>
      )}
      <dl className="feed-metrics">
        {Object.entries(metrics).map(([figure, value]) => (
          <div key={figure}>
            <dt dir="ltr">{figure.replaceAll('_', ' ')}</dt>
            <dd>
              <Count value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
