/** What the program and the thread of the ranking say to each other. */
import type { Brief, BriefKind } from '../briefs/briefs.ts';
import type { Share } from './people-rows.ts';
import type { Ranking, RankOptions } from './ranking.ts';

/** What a thread is started with. */
export interface ThreadGiven {
  readonly url: string;
  readonly share: Share;
}

export type ToThread =
  | { readonly id: number; readonly kind: 'rank'; readonly brief: Brief; readonly options: RankOptions; readonly today: Date }
  | { readonly id: number; readonly kind: 'warm'; readonly people: BriefKind };

export type FromThread =
  | { readonly kind: 'answer'; readonly id: number; readonly ranking: Ranking | null }
  | { readonly kind: 'refused'; readonly id: number; readonly reason: string }
  | {
      readonly kind: 'loaded';
      readonly whose: BriefKind;
      readonly people: number;
      readonly words: number;
      readonly seconds: number;
      readonly megabytes: number;
    };
