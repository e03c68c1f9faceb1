/**
 * Who is on the simulated Meta, and what their tokens open. One person has two pages with a professional account each; a person is
 * made the first time that somebody comes with a new `hint`. Tokens are families: what kills a person's token kills their pages' too.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { PlatformStore } from './platform-store.ts';

export interface MetaPage {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly instagram: { readonly id: string; readonly username: string; readonly name: string };
}
export interface MetaPerson {
  readonly id: string;
  readonly name: string;
  readonly pages: readonly MetaPage[];
}

export interface MetaToken {
  readonly kind: 'user' | 'page';
  readonly personId: string;
  /** Of a page's token: which. */
  readonly pageId: string | null;
  /** Those that the person let the app have. */
  readonly pageIds: readonly string[];
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
  /** Why it opens nothing any more: the subcode of 190. */
  readonly dead: number | null;
}

export interface Consent {
  readonly personId: string;
  readonly pageIds: readonly string[];
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly expiresAt: number;
  readonly isUsed: boolean;
}

export interface StoredPicture {
  readonly url: string | null;
  readonly sha256: string;
  readonly base64: string;
  readonly altText: string;
  /** Says so in its metadata, which is where Meta gets its label from. */
  readonly isAiMade: boolean;
  /** `image/jpeg` when not given. */
  readonly mediaType?: string;
}

/** A film on its way; under the number of its container when it is for Instagram. */
export interface MetaFilm {
  /** Of the page, or the professional account. */
  readonly ownerId: string;
  readonly kind: 'reel' | 'video' | 'container';
  readonly session: string;
  /** Null until it is told. */
  readonly size: number | null;
  /** Hashes of what arrived, in order; how many bytes it is together. */
  readonly parts: readonly string[];
  readonly sent: number;
  readonly text: string;
  readonly title: string;
  readonly at: number;
  readonly isFinished: boolean;
  readonly isBroken?: boolean;
  readonly looksLeft: number;
}

export interface Container {
  readonly igId: string;
  readonly caption: string;
  readonly pictures: readonly StoredPicture[];
  readonly isChild: boolean;
  readonly madeAt: number;
  /** How often it is still at work when asked. */
  readonly pollsLeft: number;
  readonly fate: 'FINISHED' | 'ERROR' | 'EXPIRED';
  readonly isPublished: boolean;
}

/** Things of one kind, by their number: each kept in the store for itself, so that a restart finds them again. */
export interface Shelf<T> {
  get(id: string): T | null;
  put(id: string, thing: T): void;
  drop(id: string): void;
  all(): readonly (readonly [id: string, thing: T])[];
}

function shelf<T>(store: PlatformStore, kind: string): Shelf<T> {
  const prefix = `meta.${kind}.`;
  const get = (id: string): T | null => store.note<T | null>(`${prefix}${id}`, null);
  return {
    get,
    put: (id, thing) => store.setNote(`${prefix}${id}`, thing),
    drop: (id) => store.setNote(`${prefix}${id}`, null),
    all: () =>
      store.noteKeys(prefix).flatMap((key) => {
        const thing = get(key.slice(prefix.length));
        return thing === null ? [] : [[key.slice(prefix.length), thing] as const];
      }),
  };
}

export interface MetaState {
  readonly people: Shelf<MetaPerson>;
  readonly tokens: Shelf<MetaToken>;
  readonly codes: Shelf<Consent>;
  readonly containers: Shelf<Container>;
  /** Uploaded and not published yet. */
  readonly photos: Shelf<StoredPicture & { readonly pageId: string; readonly at: number }>;
  readonly films: Shelf<MetaFilm>;
  /** The photos of the posts of pages, by post. */
  readonly attached: Shelf<readonly string[]>;
  /** Rising. */
  serial(): number;
}

export const openState = (store: PlatformStore): MetaState => ({
  ...{ people: shelf(store, 'person'), tokens: shelf(store, 'token'), codes: shelf(store, 'code') },
  ...{ containers: shelf(store, 'container'), photos: shelf(store, 'photo'), attached: shelf(store, 'attached') },
  films: shelf(store, 'film'),
  serial: () => {
    const serial = store.note('meta.serial', 0) + 1;
    store.setNote('meta.serial', serial);
    return serial;
  },
});

const digits = (seed: string, length: number): string =>
  BigInt(`0x${createHash('sha256').update(seed).digest('hex')}`)
    .toString()
    .slice(0, length);

const HOUSES = [
  ['Atelier Lumière', 'atelier.lumiere'],
  ['Les Coulisses', 'les.coulisses'],
] as const;

/** `hint` is whatever tells two people of the studio apart. */
export function personFor(store: PlatformStore, state: MetaState, hint: string): MetaPerson {
  const id = `10${digits(`person ${hint}`, 13)}`;
  const known = state.people.get(id);
  if (known) return known;
  const suffix =
    hint === 'demo'
      ? ''
      : `.${hint
          .toLowerCase()
          .replace(/[^a-z0-9]/g, '')
          .slice(0, 12)}`;
  const pages = HOUSES.map(([name, handle]): MetaPage => {
    const username = `${handle}${suffix}`;
    const instagram = { id: `17841${digits(`instagram ${handle} ${hint}`, 12)}`, username, name };
    return { id: `1${digits(`page ${handle} ${hint}`, 14)}`, name, username, instagram };
  });
  for (const page of pages) {
    store.addAccount({ platform: 'facebook', id: page.id, name: page.name, username: page.username });
    store.addAccount({ platform: 'instagram', ...page.instagram });
  }
  const person: MetaPerson = { id, name: 'Camille Martin', pages };
  state.people.put(id, person);
  return person;
}

export function addToken(state: MetaState, token: MetaToken): string {
  const value = `EAA${token.kind === 'page' ? 'P' : 'U'}${randomBytes(60).toString('base64url').replace(/[-_]/g, 'x')}`;
  state.tokens.put(value, token);
  return value;
}

/** The same page token as long as the person's own lives. */
export function pageToken(state: MetaState, owner: MetaToken, pageId: string): string {
  const known = state.tokens
    .all()
    .find(
      ([, token]) =>
        token.pageId === pageId &&
        token.personId === owner.personId &&
        token.dead === null &&
        `${token.scopes} ${token.pageIds}` === `${owner.scopes} ${owner.pageIds}`,
    );
  // A page token of a token that lives for hours lives as long.
  const expiresAt = owner.expiresAt !== null && owner.expiresAt - Date.now() < 86_400_000 ? owner.expiresAt : null;
  return known?.[0] ?? addToken(state, { ...owner, kind: 'page', pageId, expiresAt, dead: null });
}
