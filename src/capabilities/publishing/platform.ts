/**
 * What a platform must be able to do: one file each below `platforms/`. Rules of the game, for whoever writes one:
 * `prepare` may run again and again, whatever it made is found in its checkpoint; `publish` makes the one request that cannot be
 * taken back, once, and says honestly what it knows; `find` only reads. Nothing here decides when, or whether again.
 */

/** Where pictures go (images-api.md); films go there too. */
export const PICTURE_PLATFORMS = ['instagram', 'facebook', 'twitter'] as const;
export type PicturePlatform = (typeof PICTURE_PLATFORMS)[number];
export const PLATFORM_NAMES = [...PICTURE_PLATFORMS, 'youtube', 'linkedin', 'tiktok'] as const;
export type PlatformName = (typeof PLATFORM_NAMES)[number];

/** A file as it is sent: already in the size and format of the platform. */
export interface PostMedia {
  /** In `kernel/storage`. */
  readonly file: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly altText: string;
  /** Of a film. */
  readonly seconds?: number;
}

/** What is said of a film beside its text, on platforms that ask; every wish is the person's, nothing is left to a default of theirs. */
export interface FilmWords {
  readonly title: string;
  readonly tags: readonly string[];
  /** YouTube's number of a category; `22` is people and blogs. */
  readonly categoryId: string;
  readonly privacy: 'public' | 'unlisted' | 'private';
  /** A JPEG, in `kernel/storage`. */
  readonly thumbnail: PostMedia | null;
}

export interface PostContent {
  /** The whole text as it appears, hashtags included. */
  readonly text: string;
  readonly media: readonly PostMedia[];
  /** Said below the post by the same account, after it is live; empty for none. */
  readonly firstComment: string;
  /** Said to platforms that ask. */
  readonly madeWithAi: boolean;
  /** Of a post whose one medium is a film. */
  readonly film?: FilmWords;
}

export const isFilm = ({ mediaType }: Pick<PostMedia, 'mediaType'>): boolean => mediaType.startsWith('video/');

/** Why a platform does not want it. `token`: the connection must be made anew; `limit`: the account has posted enough for now. */
export type RefusalReason = 'content' | 'duplicate' | 'media' | 'token' | 'permission' | 'limit' | 'spam' | 'not_connected' | 'other';

export interface Refusal {
  readonly reason: RefusalReason;
  /** The platform's own: `190/463`, `duplicate-content`. */
  readonly code: string;
  /** The platform's words, at most 300 characters, without any secret. */
  readonly detail: string;
}

/** Of a film on its way, `sent` and `total` count bytes: what people are shown. */
export type Checkpoint = Readonly<Record<string, unknown>>;

export type Prepared =
  | { readonly kind: 'ready'; readonly checkpoint: Checkpoint }
  /** The platform is at work on it: ask again. Also what is temporarily out of order or asks for patience; nothing was published. */
  | { readonly kind: 'wait'; readonly checkpoint: Checkpoint; readonly seconds: number; readonly why: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type Published =
  | { readonly kind: 'confirmed'; readonly postId: string; readonly url: string | null }
  /** The platform certainly made nothing and may be asked again: the connection was refused, 429 before the creation. */
  | { readonly kind: 'not_sent'; readonly seconds: number; readonly why: string }
  /** The platform certainly made nothing, and will not. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Silence, a cut connection, 5xx, an answer that cannot be read: it may be live. */
  | { readonly kind: 'unknown'; readonly why: string };

export type Found =
  | { readonly kind: 'there'; readonly postId: string; readonly url: string | null }
  /** Read to the end, and it is not there. */
  | { readonly kind: 'absent' }
  /** Read, and the platform says that it made nothing of what it was given, and will not: a film that it could not work through. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreadable'; readonly seconds: number; readonly why: string };

/** Of a post that is live; null is what the platform does not tell. */
export interface PostFigures {
  readonly likes: number | null;
  readonly comments: number | null;
  readonly shares: number | null;
  readonly views: number | null;
  readonly reach: number | null;
  readonly impressions: number | null;
  /** The platform's answer, without any secret. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Who posts, as the platform knows them. */
export interface Poster {
  readonly externalId: string;
  readonly username: string;
  readonly accessToken: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One answer of a platform. Nothing is thrown for a status; see `CallFault` for what never became an answer. */
export interface PlatformAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON, else null. */
  readonly json: unknown;
  readonly text: string;
}

/** `unsent`: not a byte of the request left (refused connection, unknown host, TLS); else nobody knows. */
export class CallFault extends Error {
  readonly unsent: boolean;
  constructor(message: string, unsent: boolean, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'CallFault';
    this.unsent = unsent;
  }
}

/** A body that is never in memory as a whole: its length is known, its pieces come one after the other. */
export interface StreamedBody {
  readonly bytes: number;
  pieces(): AsyncIterable<Uint8Array>;
}

export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData | URLSearchParams | Uint8Array<ArrayBuffer> | StreamedBody;
  /** What is done, for the list of attempts: `container`, `media_publish`. */
  readonly phase: string;
  /** Milliseconds until silence counts as no answer (30 000). */
  readonly timeoutMs?: number;
}

/** What a platform file is given for one publication. */
export interface PlatformCall {
  readonly poster: Poster;
  readonly post: PostContent;
  readonly checkpoint: Checkpoint;
  readonly signal: AbortSignal;
  /** The database's time: clocks of processes may be wrong. */
  now?(): Date;
  /** Sends, notes the attempt, reads the rate headers. Throws `CallFault`. */
  send(request: PlatformRequest): Promise<PlatformAnswer>;
  bytesOf(media: PostMedia): Promise<Buffer>;
  /** From byte `from` up to, and not with, byte `until`: films are never in memory as a whole. */
  rangeOf(media: PostMedia, from: number, until: number): Promise<Buffer>;
  /** An address that the platform can fetch the file from, signed and short-lived. Throws `CallFault` (unsent) when there is none. */
  publicUrlOf(media: PostMedia): string;
}

/** What an answer's headers say of the budget: nobody calls this scope before `until`. */
export interface Pause {
  /** `app` is everybody of this platform, `connection` the one that posts. */
  readonly scope: 'app' | 'connection';
  readonly until: Date;
  readonly reason: string;
}

/** The fault of one field of a post, before anything is stored. */
export interface PostFault {
  readonly field: 'text' | 'hashtags' | 'media' | 'first_comment' | 'title' | 'tags' | 'category' | 'privacy' | 'thumbnail';
  /** Of `media`: `too_long` and `too_short` count seconds, `too_heavy` bytes, `ratio` hundredths of width over height. */
  readonly constraint:
    | ('too_long' | 'too_many_hashtags' | 'too_many_mentions' | 'too_many_media' | 'media_required' | 'format')
    | ('required' | 'too_short' | 'too_heavy' | 'ratio');
  readonly limit: number;
  readonly found: number;
}

/** The frame that a picture is brought into: within the ratios it is left whole, outside it is cropped. */
export interface PictureFrame {
  /** Width over height. */
  readonly minRatio: number;
  readonly maxRatio: number;
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly minWidth: number;
  readonly maxBytes: number;
}

export interface Platform {
  readonly name: PlatformName;
  /** As people call it: `Instagram`, `X`. */
  readonly title: string;
  readonly frame: PictureFrame;
  /** In the platform's own way of counting. */
  countText(text: string): { readonly used: number; readonly limit: number };
  /** `media` and `film` of a post that is a film: what it is made of is judged as well. */
  check(
    post: Pick<PostContent, 'text' | 'firstComment' | 'film'> & { readonly mediaCount: number; readonly media?: PostContent['media'] },
  ): readonly PostFault[];
  prepare(call: PlatformCall): Promise<Prepared>;
  publish(call: PlatformCall): Promise<Published>;
  /** Whether a call that was made at `calledAt` left a post. */
  find(call: PlatformCall, calledAt: Date): Promise<Found>;
  /** The address of a live post, when `publish` did not know it; null when it cannot be learnt now. */
  addressOf(call: PlatformCall, postId: string): Promise<string | null>;
  /** Says the first comment; may be asked again and must look before it speaks. False: not now. */
  comment(call: PlatformCall, postId: string): Promise<boolean>;
  /** Gives a film that is live its thumbnail, where that is done afterwards; doing it twice changes nothing. False: not now. */
  dress?(call: PlatformCall, postId: string): Promise<boolean>;
  figures(call: PlatformCall, postId: string): Promise<PostFigures>;
  /** Of any answer. */
  pausesOf(answer: PlatformAnswer, now: Date): readonly Pause[];
  readonly oauth: PlatformOAuth;
}

/** What a handshake brought home. */
export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly accessExpiresAt: Date | null;
  readonly refreshExpiresAt: Date | null;
  readonly scopes: readonly string[];
}

export interface GrantedAccount {
  readonly externalId: string;
  readonly name: string;
  readonly username: string;
  /** Its own, where a page has one; else the grant's. */
  readonly grant: Grant;
  readonly details: Readonly<Record<string, unknown>>;
}

export type Health = { readonly ok: true; readonly missingScopes: readonly string[] } | { readonly ok: false; readonly refusal: Refusal };

/** `refused`: the person must connect anew; else it may be tried later. */
export class GrantFault extends Error {
  readonly refused: boolean;
  constructor(message: string, refused: boolean) {
    super(message);
    this.name = 'GrantFault';
    this.refused = refused;
  }
}

export interface PlatformOAuth {
  /** Whether this installation has an app at the platform. */
  readonly isConfigured: boolean;
  authorizeUrl(ask: { readonly state: string; readonly challenge: string; readonly redirectUri: string }): URL;
  /** Throws `GrantFault`. */
  exchange(back: { readonly code: string; readonly verifier: string; readonly redirectUri: string }): Promise<Grant>;
  /** Those that can be posted to. Throws `GrantFault`. */
  accounts(grant: Grant): Promise<readonly GrantedAccount[]>;
  /** The next tokens; the old ones are dead afterwards where they rotate. Null where nothing is refreshed. Throws `GrantFault`. */
  refresh(held: Grant & { readonly externalId: string; readonly details: Readonly<Record<string, unknown>> }): Promise<Grant | null>;
  /** When `refresh` is due: never early where tokens rotate. */
  refreshDue(held: Grant, now: Date): boolean;
  health(call: Pick<PlatformCall, 'poster' | 'send'>): Promise<Health>;
}
