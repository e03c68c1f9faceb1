/** A post as a chip of the calendar: platform, time, picture, and its truth. */

import type { ReactElement } from 'react';
import { PlatformMark } from '#capabilities/publishing/publishing.ts';
import { classes, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { localDay } from '#kernel/wall-time.ts';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import { type Entry, momentOf } from './board.ts';
import type { FilmEntry } from './films.ts';
import { board as m } from './messages.ts';
import { timeText } from './moments.tsx';
import { pictureSrc } from './picture-src.ts';
import { ROOT } from './requests.ts';
import type { Ghost } from './slots.ts';
import { causeOf, causeOfReason, isOpen, TRUTHS, truthOf } from './truth.ts';

export const hrefOf = ({ id }: Pick<ScheduledPost, 'id'>): string => `${ROOT}/posts/${id}`;
const beginning = (text: string, most: number): string => ([...text].length > most ? `${[...text].slice(0, most).join('')}…` : text);

export function PostChip({ post, zone }: { post: ScheduledPost; zone: string }): ReactElement {
  const t = useT();
  const truth = truthOf(post);
  const { label, icon, tone } = TRUTHS[truth];
  const at = momentOf(post);
  const time = timeText(at, zone);
  const cause = causeOf(post);
  const text = beginning(post.caption || post.prompt, 80);
  return (
    <a
      className={classes('post-chip', `platform-${post.platform}`, `truth-${truth}`)}
      href={hrefOf(post)}
      draggable={false}
      title={cause ? t(cause.words) : text}
      aria-describedby={isOpen(post) ? 'moving-help' : undefined}
      data-post={post.id}
      data-at={at.toISOString()}
      data-day={localDay(at, zone)}
      data-time={time}
      data-movable={isOpen(post) || undefined}
    >
      <PlatformMark platform={post.platform} named />
      <span className="post-chip-time">{time}</span>
      <span className={classes('post-chip-truth', `tone-${tone}`)}>
        <Icon name={icon} label={label} />
      </span>
      <span className="post-chip-text" dir="auto">
        {text}
      </span>
      <img src={pictureSrc(post.pictureFile, 'thumb')} alt="" loading="lazy" draggable={false} />
    </a>
  );
}

export const EntryChip = ({ entry, zone }: { entry: Entry; zone: string }): ReactElement =>
  'post' in entry ? <PostChip post={entry.post} zone={zone} /> : <FilmChip film={entry.film} zone={zone} />;

/** A film is moved and cancelled where it is published from. */
function FilmChip({ film, zone }: { film: FilmEntry; zone: string }): ReactElement {
  const t = useT();
  const truth = truthOf(film);
  const { label, icon, tone } = TRUTHS[truth];
  const cause = film.reason ? causeOfReason(film.reason) : null;
  return (
    <a
      className={classes('post-chip', 'film-chip', `platform-${film.platform}`, `truth-${truth}`)}
      href={film.href}
      title={cause ? t(cause) : film.title}
      draggable={false}
      data-film={film.id}
    >
      <PlatformMark platform={film.platform} named />
      <span className="post-chip-time">{timeText(film.at, zone)}</span>
      <span className={classes('post-chip-truth', `tone-${tone}`)}>
        <Icon name={icon} label={label} />
      </span>
      <span className="post-chip-text" dir="auto">
        <Icon name="film" label={m.film} /> {beginning(film.title, 80)}
      </span>
      {film.thumbnail && <img src={film.thumbnail} alt="" loading="lazy" draggable={false} />}
    </a>
  );
}

/** What a recurring schedule will make, before it has made it. */
export function GhostChip({ slot, zone }: { slot: Ghost; zone: string }): ReactElement {
  const t = useT();
  const name = t(m.slot, { name: slot.name });
  return (
    <a className={classes('post-chip', 'post-ghost', `platform-${slot.platform}`)} href={slot.href} title={name} draggable={false}>
      <PlatformMark platform={slot.platform} named />
      <span className="post-chip-time">{timeText(slot.at, zone)}</span>
      <span className="post-chip-truth">
        <Icon name="refresh" />
      </span>
      <span className="post-chip-text">{name}</span>
    </a>
  );
}
