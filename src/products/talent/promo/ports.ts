/** What the promo slice asks of the other products of the house: fulfilled in doors.ts, known by these interfaces alone. */
import type { Library, MediumName } from '#capabilities/library/library.ts';
import type { PlatformName, PublicationState } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Productions } from '../productions/productions.ts';
import type { Projects } from '../projects/projects.ts';

/** A picture that goes with an order; `shows` is what it is a copy of. */
export interface PictureOfOrder {
  readonly content: Buffer;
  readonly name: string;
  readonly shows: readonly MediumName[];
}

export interface FilmOrder {
  readonly accountId: number;
  readonly origin: string;
  readonly title: string;
  readonly prompt: string;
  readonly language: 'fr' | 'en' | 'ar';
  readonly seconds: number;
  readonly ratio: '16:9' | '9:16' | '1:1';
  readonly style: string;
  readonly hasVoice: boolean;
  readonly hasMusic: boolean;
  readonly scenes: readonly {
    readonly narration: string;
    readonly imagePrompt: string;
    readonly onScreen: string;
    readonly seconds: number;
    readonly picture: PictureOfOrder | null;
  }[];
  readonly brand: PictureOfOrder | null;
  /** Small and quick, to be looked at. */
  readonly isDraft: boolean;
  /** False: the script waits to be read. */
  readonly begins: boolean;
}

export interface FilmMade {
  readonly id: string;
  readonly accountId: number;
  readonly title: string;
  readonly status: 'draft' | 'scripting' | 'generating' | 'rendering' | 'completed' | 'failed' | 'cancelled';
  readonly ratio: string;
  readonly href: string;
  readonly thumbnail: string | null;
}

/** Something that is, or shall be, on a platform. */
export interface Said {
  readonly id: string | number;
  readonly accountId: number;
  readonly platform: PlatformName;
  readonly title: string;
  readonly at: Date;
  readonly state: PublicationState;
  readonly reason: string | null;
  readonly href: string;
  readonly platformUrl: string | null;
}

/** Fulfilled by the video product. */
export interface Films {
  /** Answers its id. */
  make(order: FilmOrder): Promise<string>;
  ofOrigin(db: Db, origin: string): Promise<readonly FilmMade[]>;
  /** Where they are published. */
  said(db: Db, origin: string): Promise<readonly Said[]>;
}

/** Fulfilled by the image studio. */
export interface Studio {
  order(accountId: number, origin: string, order: Readonly<Record<string, unknown>>): Promise<readonly number[]>;
  bring(
    accountId: number,
    picture: { readonly origin: string; readonly title: string; readonly content: Buffer; readonly from: MediumName },
  ): Promise<number>;
  /** All of them or none; throws `failure` invalid that names the fields. */
  plan(accountId: number, posts: readonly Readonly<Record<string, unknown>>[]): Promise<number>;
  ofOrigin(
    db: Db,
    origin: string,
  ): Promise<{
    readonly pictures: readonly {
      readonly id: number;
      readonly accountId: number;
      readonly title: string;
      readonly status: string;
      readonly thumbnail: string | null;
      readonly href: string;
    }[];
    readonly posts: readonly Said[];
  }>;
}

export interface PromoPorts {
  readonly films: Films;
  readonly studio: Studio;
}

export interface PromoTools extends PromoPorts {
  readonly db: Db;
  readonly clock: Clock;
  readonly files: Files;
  readonly pages: Pages;
  readonly projects: Projects;
  readonly productions: Pick<Productions, 'find'>;
  readonly library: Pick<Library, 'ask' | 'standingOf'>;
}

export const originOf = ({ id }: { readonly id: number }): string => `cinema.project:${id}`;
