/** Posts of the simulated LinkedIn. Nothing keeps anybody from posting the same film twice; only the same words are refused. */
import { randomInt } from 'node:crypto';
import { type FilmAnswer, type Json, jsonOf } from './film-stage.ts';
import type { LinkedInFilms, LinkedInRules } from './linkedin-films.ts';
import { inputFault, linkedInFault } from './linkedin-words.ts';
import type { PlatformStore } from './platform-store.ts';

interface World {
  readonly store: PlatformStore;
  readonly films: LinkedInFilms;
  readonly rules: LinkedInRules;
  readonly url: string;
}

const LONGEST = 3000;
const DAY_MS = 86_400_000;

export function createPost({ store, films, rules, url }: World, body: Json): FilmAnswer {
  const author = String(body['author']);
  const text = plainOf(String(body['commentary'] ?? ''));
  if (text === null) return inputFault(422, 'INVALID_LITTLE_TEXT', 'Reserved characters must be escaped');
  if (text.length > LONGEST) return inputFault(422, 'FIELD_LENGTH_TOO_LONG', 'ERROR :: /commentary :: length is beyond maximum allowed');
  const visibility = String(body['visibility']);
  const isPage = author.startsWith('urn:li:organization:');
  if (!['PUBLIC', 'CONNECTIONS', 'LOGGED_IN'].includes(visibility) || (isPage && visibility === 'CONNECTIONS'))
    return inputFault(422, 'INVALID_VALUE', 'visibility');
  if (body['lifecycleState'] !== 'PUBLISHED' || jsonOf(body['distribution'])['feedDistribution'] !== 'MAIN_FEED')
    return inputFault(422, 'MISSING_FIELD', 'distribution');
  const media = jsonOf(jsonOf(body['content'])['media']);
  const urn = String(media['id']);
  const film = films.available(urn);
  if (film?.owner !== author) return inputFault(422, 'INVALID_CONTENT', 'The media is not available');
  const twin = store.postsOf('linkedin', author).findLast((post) => post.text === text && Date.parse(post.at) > Date.now() - DAY_MS);
  if (twin && rules.refusesTwins) return inputFault(422, 'DUPLICATE_POST', `Duplicate post is detected. Duplicate Post: ${twin.id}`);
  const id = `urn:li:ugcPost:7${Date.now()}${randomInt(10_000, 99_999)}`;
  store.addPost({
    ...{ id, platform: 'linkedin', accountId: author, text, media: [film.media], madeWithAi: false, at: new Date().toISOString() },
    film: { title: String(media['title'] ?? ''), privacy: visibility, seconds: film.seconds ?? 0, bytes: film.bytes },
    ...{ url: `${url}/feed/update/${id}`, comments: [], metrics: {} },
  });
  store.setNote(`linkedin.video.${id}`, urn);
  return { status: 201, body: null, headers: { 'x-restli-id': id, location: `/rest/posts/${encodeURIComponent(id)}` } };
}

export function listPosts(store: PlatformStore, ask: URLSearchParams): FilmAnswer {
  const [start, count] = [Number(ask.get('start') ?? 0), Number(ask.get('count') ?? 10)];
  if (!(count > 0 && count <= 100)) return linkedInFault(400, 'ILLEGAL_ARGUMENT', 'count');
  const author = ask.get('author') ?? '';
  const all = store.postsOf('linkedin', author).toReversed();
  const elements = all.slice(start, start + count).map(({ id, text, at, film }) => ({
    ...{
      id,
      author,
      commentary: text,
      visibility: film?.privacy,
      lifecycleState: 'PUBLISHED',
      createdAt: Date.parse(at),
      publishedAt: Date.parse(at),
    },
    content: { media: { id: store.note(`linkedin.video.${id}`, ''), title: film?.title } },
  }));
  return { status: 200, body: { elements, paging: { start, count, total: all.length, links: [] } } };
}

/** As people read it; null when something is not escaped that has to be. */
function plainOf(commentary: string): string | null {
  const tagged = commentary.replace(/\{hashtag\|\\#\|([\p{L}\p{M}\p{N}]+)\}/gu, '\\#$1');
  const rest = tagged.replace(/\\[\\|{}@[\]()<>#*_~]/g, '');
  return /[\\|{}@[\]()<>#*_~]/.test(rest) ? null : tagged.replace(/\\([\\|{}@[\]()<>#*_~])/g, '$1');
}
