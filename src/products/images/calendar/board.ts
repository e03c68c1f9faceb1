/** What a calendar shows: posts and ghosts by the day of the zone's clocks. */
import { localDay } from '#kernel/wall-time.ts';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import type { FilmEntry } from './films.ts';
import type { Ghost } from './slots.ts';
import type { Span } from './span.ts';

export interface BoardView {
  readonly span: Span;
  readonly zone: string;
  readonly today: string;
  readonly posts: ReadonlyMap<string, readonly Entry[]>;
  readonly ghosts: ReadonlyMap<string, readonly Ghost[]>;
}

export const byDay = <T>(things: readonly T[], atOf: (thing: T) => Date, zone: string): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(
    things.toSorted((a, b) => atOf(a).getTime() - atOf(b).getTime()),
    (thing) => localDay(atOf(thing), zone),
  );

/** A post of a picture, or a film. */
export type Entry = { readonly at: Date; readonly post: ScheduledPost } | { readonly at: Date; readonly film: FilmEntry };

export const entriesOf = (posts: readonly ScheduledPost[], films: readonly FilmEntry[]): readonly Entry[] => [
  ...posts.map((post) => ({ at: momentOf(post), post })),
  ...films.map((film) => ({ at: film.at, film })),
];
export const keyOf = (entry: Entry): string => ('post' in entry ? `post ${entry.post.id}` : `film ${entry.film.id}`);

/** Where a post stands in the calendar: when it appeared, else when it shall. */
export const momentOf = ({ postedAt, scheduledTime }: ScheduledPost): Date => postedAt ?? scheduledTime;
