/**
 * OMDb on the wire (www.omdbapi.com): `?apikey=&s=`, always JSON. An error is `Response: "False"` with a sentence in `Error`; a wrong key
 * and a used-up day both come with 401. Searches of less than three letters have "Too many results.". No redirect is followed: it would
 * carry the key away.
 */
import { request } from 'undici';
import type { Title } from './contract.ts';

export type OmdbAnswer =
  | { readonly kind: 'found'; readonly titles: readonly Title[] }
  /** OMDb knows no such title, or too many. */
  | { readonly kind: 'nothing' }
  /** The key is wrong or used up for today: not worth asking again soon. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

const PATIENCE_MS = 5000;
const MOST_BYTES = 256 * 1024;
const MOST_TITLES = 10;

export async function askOmdb({ url, apiKey }: { readonly url: string; readonly apiKey: string }, words: string): Promise<OmdbAnswer> {
  const address = new URL(url);
  address.search = new URLSearchParams({ apikey: apiKey, s: words, r: 'json' }).toString();
  try {
    const reply = await request(address, { signal: AbortSignal.timeout(PATIENCE_MS), headers: { accept: 'application/json' } });
    let text = '';
    // Leaving the loop early destroys the connection.
    for await (const piece of reply.body.setEncoding('utf8')) {
      text += String(piece);
      if (text.length > MOST_BYTES) return { kind: 'failed', why: 'the answer is too long' };
    }
    return read(reply.statusCode, JSON.parse(text) as unknown);
  } catch (error) {
    // The address holds the key, and some errors repeat it.
    return { kind: 'failed', why: error instanceof Error ? error.name : 'unknown' };
  }
}

interface Reply {
  readonly Response?: unknown;
  readonly Error?: unknown;
  readonly Search?: unknown;
}

function read(status: number, body: unknown): OmdbAnswer {
  const { Response, Error: sentence, Search } = (typeof body === 'object' && body !== null ? body : {}) as Reply;
  const why = typeof sentence === 'string' ? sentence.slice(0, 100) : `status ${status}`;
  if (status === 401 || status === 403 || /limit reached|api key/i.test(why)) return { kind: 'refused', why };
  if (status !== 200) return { kind: 'failed', why };
  if (Response !== 'True' || !Array.isArray(Search)) return /not found|too many/i.test(why) ? { kind: 'nothing' } : { kind: 'failed', why };
  const titles = Search.flatMap(readTitle).slice(0, MOST_TITLES);
  return titles.length ? { kind: 'found', titles } : { kind: 'nothing' };
}

const FORM_TYPES: Readonly<Record<string, string>> = { movie: 'Film', series: 'Série TV', episode: 'Série TV' };

function readTitle(entry: unknown): readonly Title[] {
  const { Title: title, Year: year, Type: type, imdbID, Poster: poster } = entry as Readonly<Record<string, unknown>>;
  if (typeof title !== 'string' || title === '') return [];
  const kind = typeof type === 'string' ? type : null;
  return [
    {
      title: title.slice(0, 200),
      // A series says `2011–2019`: its first year.
      year: /^\d{4}/.exec(String(year))?.[0] ?? null,
      type: kind,
      production_type: FORM_TYPES[kind ?? ''] ?? null,
      ...(typeof imdbID === 'string' && /^tt\d+$/.test(imdbID) ? { imdb_id: imdbID } : {}),
      ...(typeof poster === 'string' && /^https:\/\//.test(poster) ? { poster } : {}),
    },
  ];
}
