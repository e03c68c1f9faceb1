/** Posts, pictures and timelines of the simulated X, with what the real one refuses. */
import { createHash } from 'node:crypto';
import type { PlatformStore, SimulatedComment, SimulatedPost } from './platform-store.ts';
import type { Bearer } from './x-consent.ts';
import { figuresOf } from './x-figures.ts';
import { invalid, problem, type XAnswer } from './x-mishaps.ts';

export interface XPosts {
  upload(who: Bearer, form: FormData): Promise<XAnswer>;
  describe(who: Bearer, body: Json): XAnswer;
  create(who: Bearer, body: Json): XAnswer;
  timeline(userId: string, ask: URLSearchParams): XAnswer;
  lookup(id: string): XAnswer;
}
export type Json = Readonly<Record<string, unknown>>;
export const jsonOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});

interface Upload {
  readonly owner: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly until: number;
  readonly altText: string;
}
/** A post, or what was said below one. */
interface Line {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly post: SimulatedPost;
  readonly comment: SimulatedComment | null;
}

const DAY_MS = 86_400_000;
const MAX_BYTES = 5 * 1024 * 1024;
const LIMIT = 280;

interface World {
  readonly store: PlatformStore;
  readonly home: string;
  readonly lines: ReturnType<typeof linesOf>;
  nextId(): string;
}
const uploadOf = ({ store }: World, id: string): Upload | null => store.note<Upload | null>(`x.media.${id}`, null);
export const keepUpload = (store: PlatformStore, id: string, upload: Upload): void => store.setNote(`x.media.${id}`, upload);
const isFilm = (upload: Upload | null): boolean => upload?.mediaType.startsWith('video/') === true;

/** `home`: the address that posts are under, `https://x.com`. */
export function createXPosts(store: PlatformStore, home: string, nextId: () => string): XPosts {
  for (const key of store.noteKeys('x.media.'))
    if ((store.note<Upload | null>(key, null)?.until ?? 0) < Date.now()) store.setNote(key, null);
  const world: World = { store, home, lines: linesOf(store), nextId };
  return {
    create: (who, body) => create(world, who, body),
    upload: (who, form) => upload(world, who, form),
    describe: (who, body) => describe(world, who, body),
    timeline: (userId, ask) => timeline(world.lines.of(userId), ask, (id) => store.note<readonly string[]>(`x.keys.${id}`, [])),
    lookup: (id) => {
      const post = store.post('twitter', id);
      if (post) return { status: 200, body: { data: { id, text: post.text, public_metrics: figuresOf(post) } } };
      const detail = `Could not find tweet with id: [${id}].`;
      const type = 'https://api.twitter.com/2/problems/resource-not-found';
      return { status: 200, body: { errors: [{ value: id, detail, title: 'Not Found Error', resource_type: 'tweet', type }] } };
    },
  };
}

function create(world: World, who: Bearer, body: Json): XAnswer {
  const { store, lines } = world;
  const text = typeof body['text'] === 'string' ? body['text'] : '';
  const given = jsonOf(body['media'])['media_ids'];
  const ids = Array.isArray(given) ? given.map(String) : [];
  const parentId = jsonOf(body['reply'])['in_reply_to_tweet_id'];
  const parent = typeof parentId === 'string' ? store.post('twitter', parentId) : null;
  const uploads = ids.map((id) => uploadOf(world, id));
  const fault =
    faultOfText(text, ids) ??
    faultOfUploads(who, ids, uploads) ??
    (parentId !== undefined && !parent ? noParent() : faultOfRepeat(lines.of(who.account.id), text, parent));
  if (fault) return fault;
  const [id, at] = [world.nextId(), new Date().toISOString()];
  if (parent) {
    const comment = { id, text, at };
    parent.comments.push(comment);
    store.keep(parent);
    lines.add(who.account.id, { ...comment, post: parent, comment });
  } else {
    const media = uploads.flatMap((one) => (one ? [mediaOf(store, one)] : []));
    const url = `${world.home}/${who.account.username}/status/${id}`;
    const facts = { id, platform: 'twitter', accountId: who.account.id, text, media, at, url } as const;
    const keys = ids.map((one, place) => `${isFilm(uploads[place] ?? null) ? 7 : 3}_${one}`);
    if (keys.length > 0) store.setNote(`x.keys.${id}`, keys);
    store.addPost({ ...facts, madeWithAi: body['made_with_ai'] === true, comments: [], metrics: {} });
    const post = store.post('twitter', id);
    if (post) lines.add(who.account.id, { id, at, text, post, comment: null });
  }
  return { status: 201, body: { data: { id, text, edit_history_tweet_ids: [id] } } };
}

async function upload({ store, nextId }: World, who: Bearer, form: FormData): Promise<XAnswer> {
  const file = form.get('media');
  if (!(file instanceof Blob)) return invalid('media is required');
  if (file.size > MAX_BYTES) return problem(413, 'Payload Too Large', 'The media is too large');
  if (form.get('media_category') !== 'tweet_image') return invalid('media_category is not known');
  const content = Buffer.from(await file.arrayBuffer());
  const mediaType = sniffed(content);
  if (!mediaType) return invalid('The media type is not recognised');
  const [id, sha256] = [nextId(), createHash('sha256').update(content).digest('hex')];
  store.keepContent(sha256, content);
  const kept: Upload = { owner: who.account.id, mediaType, sha256, until: Date.now() + DAY_MS, altText: '' };
  keepUpload(store, id, kept);
  return { status: 200, body: { data: { id, media_key: `3_${id}`, size: content.length, expires_after_secs: DAY_MS / 1000 } } };
}

function describe(world: World, who: Bearer, body: Json): XAnswer {
  const id = String(body['id'] ?? '');
  const held = uploadOf(world, id);
  const text = jsonOf(jsonOf(body['metadata'])['alt_text'])['text'];
  if (!held || held.owner !== who.account.id) return invalid('Your media ID is invalid.');
  if (typeof text !== 'string' || text === '' || text.length > 1000) return invalid('alt_text.text must have 1 to 1000 characters.');
  world.store.setNote(`x.media.${id}`, { ...held, altText: text });
  return { status: 200, body: { data: { id, associated_metadata: { alt_text: { text } } } } };
}

/** Growing ids with the time in them, as X gives them; also when the clock stands still. */
export function snowflakes(): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(Date.now()) - 1_288_834_974_657n) << 22n;
    last = now > last ? now : last + 1n;
    return last.toString();
  };
}

/** What each account said, the oldest first, built when it is first asked for. */
function linesOf(store: PlatformStore) {
  const known = new Map<string, Line[]>();
  const of = (accountId: string): Line[] => {
    const held = known.get(accountId);
    if (held) return held;
    const lines = store
      .postsOf('twitter', accountId)
      .flatMap((post): Line[] => [
        { id: post.id, at: post.at, text: post.text, post, comment: null },
        ...post.comments.map((comment) => ({ ...comment, post, comment })),
      ]);
    lines.sort((a, b) => compareIds(a.id, b.id));
    known.set(accountId, lines);
    return lines;
  };
  // The line of what was just stored is in a list that is built now, and only once.
  const add = (accountId: string, line: Line): void => {
    const lines = of(accountId);
    if (lines.at(-1)?.id !== line.id) lines.push(line);
  };
  return { of, add };
}
const compareIds = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : 1);

function mediaOf(store: PlatformStore, { mediaType, sha256, altText }: Upload) {
  return { url: null, mediaType, sha256, base64: store.contentOf(sha256)?.toString('base64') ?? null, altText };
}

function faultOfText(text: string, media: readonly string[]): XAnswer | null {
  if (text.trim() === '' && media.length === 0) return invalid('One of text or media is required.');
  if (weigh(text) > LIMIT) return problem(403, 'Forbidden', 'Your Tweet text is too long.');
  if ((text.match(/(^|\s)\$[A-Za-z]{1,6}\b/g) ?? []).length > 1) return problem(403, 'Forbidden', 'Posts may hold one cashtag.');
  return null;
}

function faultOfUploads({ account }: Bearer, ids: readonly string[], uploads: readonly (Upload | null)[]): XAnswer | null {
  if (ids.length > 1 && uploads.some(isFilm)) return invalid('media_ids may hold one video alone', { 'media.media_ids': ids });
  if (ids.length > 4) return invalid('media_ids may hold 4 items', { 'media.media_ids': ids });
  const isWrong = uploads.some((upload) => upload?.owner !== account.id || upload.until < Date.now());
  return isWrong ? invalid('Your media IDs are invalid.', { 'media.media_ids': ids }) : null;
}

const noParent = (): XAnswer => problem(403, 'Forbidden', 'You attempted to reply to a Tweet that is deleted or not visible to you.');

/** The same words at the same place, said in the last day. */
function faultOfRepeat(said: readonly Line[], text: string, parent: SimulatedPost | null): XAnswer | null {
  if (text.trim() === '') return null;
  for (const line of said.toReversed()) {
    if (Date.parse(line.at) < Date.now() - DAY_MS) return null;
    if (line.text === text && (line.comment ? line.post : null) === parent)
      return problem(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.');
  }
  return null;
}

/** As X counts, roughly: enough to refuse what is far too long. */
function weigh(text: string): number {
  const shortened = text.normalize('NFC').replace(/https?:\/\/\S+/g, 'x'.repeat(23));
  let weight = 0;
  for (const { segment } of new Intl.Segmenter().segment(shortened)) {
    if (/\p{Emoji_Presentation}|\ufe0f/u.test(segment)) weight += 2;
    else for (const letter of segment) weight += letter <= '\u10ff' || /[\u2000-\u200d\u2010-\u201f\u2032-\u2037]/.test(letter) ? 1 : 2;
  }
  return weight;
}

function timeline(lines: readonly Line[], ask: URLSearchParams, keysOf: (id: string) => readonly string[]): XAnswer {
  const size = Number(ask.get('max_results') ?? 10);
  if (!(size >= 5 && size <= 100)) return invalid('max_results must be between 5 and 100', { max_results: [ask.get('max_results')] });
  const [from, since, before] = [ask.get('start_time'), ask.get('since_id'), ask.get('pagination_token')];
  if (from && Number.isNaN(Date.parse(from))) return invalid('start_time is not a date', { start_time: [from] });
  const page: Line[] = [];
  let isMore = false;
  for (const line of lines.toReversed()) {
    if (before && BigInt(line.id) >= BigInt(before)) continue;
    // Their dates have whole seconds.
    if ((from && Date.parse(line.at) < Date.parse(from)) || (since && BigInt(line.id) <= BigInt(since))) break;
    if (page.length === size) {
      isMore = true;
      break;
    }
    page.push(line);
  }
  const last = page.at(-1);
  const meta = { result_count: page.length, ...(last ? { newest_id: page[0]?.id, oldest_id: last.id } : {}) };
  const data = page.map((line) => tweetOf(line, keysOf(line.id)));
  return { status: 200, body: { ...(last ? { data } : {}), meta: { ...meta, ...(isMore && last ? { next_token: last.id } : {}) } } };
}

/** As it comes back: three characters escaped, addresses shortened, the picture's own address behind. */
function tweetOf({ id, at, text, comment, post }: Line, mediaKeys: readonly string[]): Json {
  const shown = text.replace(
    /https?:\/\/\S*[^\s.,;:!?)]/g,
    (address) => `https://t.co/${createHash('sha256').update(address).digest('base64url').slice(0, 10)}`,
  );
  const escaped = shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return {
    ...{ id, created_at: at, edit_history_tweet_ids: [id] },
    text: mediaKeys.length > 0 ? `${escaped} https://t.co/${id.slice(-10)}`.trim() : escaped,
    ...(mediaKeys.length > 0 ? { attachments: { media_keys: mediaKeys } } : {}),
    ...(comment ? { referenced_tweets: [{ type: 'replied_to', id: post.id }] } : {}),
  };
}

function sniffed(content: Buffer): string | null {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (content.subarray(1, 4).toString('latin1') === 'PNG') return 'image/png';
  return content.subarray(8, 12).toString('latin1') === 'WEBP' ? 'image/webp' : null;
}
