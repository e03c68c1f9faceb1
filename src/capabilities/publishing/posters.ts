/** Who posts a publication. What was read of a connection is good for a few seconds: many posts of one minute ask once. */
import type { Poster } from './platform.ts';
import type { Held } from './records.ts';

export interface Posting {
  readonly connectionId: number;
  readonly poster: Poster;
}

type Ask = Pick<Held, 'accountId' | 'platform' | 'connectionId' | 'connectionChosen' | 'state' | 'doubts'>;

export interface Posters {
  /** Null when nobody is connected. Throws `CallFault` when the tokens cannot be had for the moment. */
  find(ask: Ask): Promise<Posting | null>;
  /** True when other tokens are at hand; else the connection is marked as expired. */
  refused(posting: Posting, problem: string): Promise<boolean>;
}

/** As `connections-store.ts` knows them. */
export interface PosterSource {
  posterOf(ask: { readonly connectionId: number | null } & Pick<Held, 'accountId' | 'platform'>): Promise<Posting | null>;
  tokenRefused(connectionId: number, refused: Poster, problem: string): Promise<boolean>;
}

const FRESH_MS = 3_000;
const MOST = 5_000;

export function createPosters(source: PosterSource): Posters {
  const known = new Map<string, { readonly at: number; readonly posting: Promise<Posting | null> }>();
  return {
    async find({ accountId, platform, connectionId, connectionChosen, state, doubts }) {
      // What may have been said is looked for, and said again, where it was said and nowhere else.
      const isBound = connectionChosen || state === 'called' || state === 'confirmed' || doubts > 0;
      if (isBound && connectionId === null) return null;
      const ask = { accountId, platform, connectionId: isBound ? connectionId : null };
      const key = `${accountId} ${platform} ${ask.connectionId ?? ''}`;
      const found = known.get(key);
      if (found && performance.now() - found.at < FRESH_MS) return found.posting;
      if (known.size >= MOST) known.clear();
      const posting = source.posterOf(ask);
      known.set(key, { at: performance.now(), posting });
      posting.then(
        (read) => read ?? known.delete(key),
        () => known.delete(key),
      );
      return posting;
    },
    async refused({ connectionId, poster }, problem) {
      known.clear();
      return source.tokenRefused(connectionId, poster, problem);
    },
  };
}
