/**
 * What the simulated platforms remember: accounts, tokens and posts, in memory and, in demo mode, in a file, so that what "was posted"
 * is still there after a restart. One store for all platforms of one studio.
 */
import {
  type Contents,
  createMemory,
  type Entry,
  type Journal,
  openJournal,
  readLater,
  replay,
  rewrite,
  withoutContent,
} from './platform-journal.ts';

export interface SimulatedMedia {
  /** Where it was fetched from, when the platform fetched it. */
  readonly url: string | null;
  readonly mediaType: string;
  readonly sha256: string;
  /** Kept for the page that shows the feed. */
  readonly base64: string | null;
  readonly altText: string;
}

export interface SimulatedComment {
  readonly id: string;
  readonly text: string;
  readonly at: string;
}

/** What a platform says of a film beside its text. */
export interface SimulatedFilm {
  /** Empty where the platform has none. */
  readonly title: string;
  /** In the platform's own words: `unlisted`, `CONNECTIONS`, `SELF_ONLY`. */
  readonly privacy: string;
  readonly seconds: number;
  readonly bytes: number;
}

export interface SimulatedPost {
  readonly id: string;
  readonly platform: 'instagram' | 'facebook' | 'twitter' | 'youtube' | 'linkedin' | 'tiktok';
  /** Of the account that posted, at the platform. */
  readonly accountId: string;
  readonly text: string;
  readonly media: readonly SimulatedMedia[];
  /** Of a post whose medium is a film. */
  readonly film?: SimulatedFilm;
  readonly madeWithAi: boolean;
  readonly at: string;
  readonly url: string;
  readonly comments: SimulatedComment[];
  /** What the platform's figures say; they grow with time. */
  readonly metrics: Record<string, number>;
}

export interface SimulatedAccount {
  readonly platform: SimulatedPost['platform'];
  readonly id: string;
  readonly name: string;
  readonly username: string;
}

export interface PlatformStore {
  readonly accounts: readonly SimulatedAccount[];
  /** Oldest first. */
  readonly posts: readonly SimulatedPost[];
  /** Without walking through all of them. */
  post(platform: SimulatedPost['platform'], id: string): SimulatedPost | null;
  account(platform: SimulatedPost['platform'], id: string): SimulatedAccount | null;
  /** Oldest first. */
  postsOf(platform: SimulatedPost['platform'], accountId: string): readonly SimulatedPost[];
  addAccount(account: SimulatedAccount): void;
  addPost(post: SimulatedPost): void;
  note<T>(key: string, fallback: T): T;
  /** Null forgets it. An object with collections inside may be changed in place afterwards, and kept with `keep`. */
  setNote(key: string, value: unknown): void;
  noteKeys(prefix: string): readonly string[];
  /** What was uploaded and is in no post yet. */
  keepContent(sha256: string, content: Buffer): void;
  contentOf(sha256: string): Buffer | null;
  /** After a post was changed in place: this one, or whichever it was. */
  keep(changed?: SimulatedPost): void;
  close(): void;
}

/** Lines of the journal that may be outdated before it is written anew. */
const SLACK = 2_000;

/** `file`: where it is kept; null forgets everything with the process. `readOnly`: another process writes. */
export function openPlatformStore(file: string | null, { readOnly = false } = {}): PlatformStore {
  const state = createState();
  if (file === null) return storeOver(state, createMemory(), false);
  const { lines, isWhole } = replay(file, (entry) => apply(state, entry));
  if (readOnly) return storeOver(state, createMemory(), false);
  const live = state.accounts.length + state.posts.length + state.notes.size;
  if (lines > 2 * live + SLACK || !isWhole) rewrite(file, entriesOf(state));
  return storeOver(state, openJournal(file), true);
}

interface State {
  readonly accounts: SimulatedAccount[];
  readonly posts: SimulatedPost[];
  readonly places: Map<string, number>;
  readonly accountsById: Map<string, SimulatedAccount>;
  readonly postsByAccount: Map<string, SimulatedPost[]>;
  readonly notes: Map<string, unknown>;
}

const createState = (): State => ({
  ...{ accounts: [], posts: [], places: new Map(), accountsById: new Map(), postsByAccount: new Map(), notes: new Map() },
});
const keyOf = (platform: string, id: string): string => `${platform}:${id}`;

const entriesOf = ({ accounts, posts, notes }: State): readonly Entry[] => [
  ...[...notes].map((note): Entry => ({ note })),
  ...accounts.map((account): Entry => ({ account })),
  ...posts.map((post): Entry => ({ post })),
];

function apply(state: State, entry: Entry): void {
  if ('note' in entry) {
    const [key, value] = entry.note;
    if (value === null) state.notes.delete(key);
    else state.notes.set(key, value);
  } else if ('part' in entry) applyPart(state, entry.part);
  else if ('account' in entry) {
    state.accounts.push(entry.account);
    state.accountsById.set(keyOf(entry.account.platform, entry.account.id), entry.account);
  } else applyPost(state, entry.post);
}

function applyPart(state: State, [key, path, value]: Extract<Entry, { part: unknown }>['part']): void {
  let place = state.notes.get(key);
  for (const name of path.slice(0, -1)) place = jsonOf(place)[name];
  const last = path.at(-1) ?? '';
  if (value === null) delete jsonOf(place)[last];
  else jsonOf(place)[last] = value;
}

function applyPost(state: State, post: SimulatedPost): void {
  const place = state.places.get(keyOf(post.platform, post.id));
  const known = place === undefined ? undefined : state.posts[place];
  if (known) {
    known.comments.splice(0, known.comments.length, ...post.comments);
    return;
  }
  state.places.set(keyOf(post.platform, post.id), state.posts.length);
  state.posts.push(post);
  const owner = keyOf(post.platform, post.accountId);
  const theirs = state.postsByAccount.get(owner);
  if (theirs) theirs.push(post);
  else state.postsByAccount.set(owner, [post]);
}

function storeOver(state: State, journal: Journal, isKept: boolean): PlatformStore {
  // Of each post, in their order: comments are all that changes in place, figures are computed anew by whoever shows them.
  const comments = state.posts.map((post) => post.comments.length);
  const watched = watchNotes(state, journal);
  const add = (entry: Entry): void => {
    apply(state, entry);
    journal.write(entry);
  };
  return {
    ...{ accounts: state.accounts, posts: state.posts, keepContent: journal.keepContent, contentOf: journal.contentOf },
    post: (platform, id) => state.posts[state.places.get(keyOf(platform, id)) ?? -1] ?? null,
    account: (platform, id) => state.accountsById.get(keyOf(platform, id)) ?? null,
    postsOf: (platform, accountId) => state.postsByAccount.get(keyOf(platform, accountId)) ?? [],
    addAccount: (account) => add({ account }),
    addPost: (given) => {
      const post = isKept ? { ...given, media: given.media.map((media) => putAway(media, journal)) } : given;
      add({ post });
      comments[state.posts.length - 1] = post.comments.length;
    },
    note: <T>(key: string, fallback: T): T => (state.notes.get(key) as T | undefined) ?? fallback,
    setNote: (key, value) => {
      add({ note: [key, value ?? null] });
      watched.look(key);
    },
    noteKeys: (prefix) => [...state.notes.keys()].filter((key) => key.startsWith(prefix)),
    keep: (changed) => {
      if (!isKept) return;
      const first = changed ? (state.places.get(keyOf(changed.platform, changed.id)) ?? state.posts.length) : 0;
      for (const [place, post] of (changed ? state.posts.slice(first, first + 1) : state.posts).entries()) {
        if (comments[first + place] === post.comments.length) continue;
        comments[first + place] = post.comments.length;
        journal.write({ post });
      }
      if (!changed) watched.keep();
    },
    close: () => journal.close(),
  };
}

/** The same picture, in its file instead of in memory. */
function putAway(media: SimulatedMedia, contents: Contents): SimulatedMedia {
  if (media.base64 !== null) contents.keepContent(media.sha256, Buffer.from(media.base64, 'base64'));
  return readLater(media, contents.contentOf);
}

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const jsonOf = (value: unknown): Json => (isJson(value) ? value : {});

/** Notes with collections inside, which their platform changes in place: what changed since is written, thing by thing. */
function watchNotes(state: State, journal: Journal) {
  const written = new Map<string, Map<string, string>>();
  const partsOf = function* (note: unknown): Generator<readonly [readonly string[], string]> {
    for (const [name, value] of Object.entries(jsonOf(note))) {
      if (!isJson(value)) yield [[name], textOf(value)];
      else for (const [id, item] of Object.entries(value)) yield [[name, id], textOf(item)];
    }
  };
  const look = (key: string): void => {
    const note = state.notes.get(key);
    if (Object.values(jsonOf(note)).some(isJson))
      written.set(key, new Map([...partsOf(note)].map(([path, text]) => [path.join('\n'), text])));
    else written.delete(key);
  };
  const keep = (): void => {
    for (const [key, before] of written) {
      const gone = new Set(before.keys());
      for (const [path, text] of partsOf(state.notes.get(key))) {
        gone.delete(path.join('\n'));
        if (before.get(path.join('\n')) === text) continue;
        before.set(path.join('\n'), text);
        const value = path.reduce<unknown>((place, name) => jsonOf(place)[name], state.notes.get(key));
        journal.write({ part: [key, path, value] });
      }
      for (const path of gone) {
        before.delete(path);
        journal.write({ part: [key, path.split('\n'), null] });
      }
    }
  };
  return { look, keep };
}
const textOf = (value: unknown): string => JSON.stringify(withoutContent(value, null));
