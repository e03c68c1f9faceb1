/**
 * OMDb (www.omdbapi.com) as it answers on the wire: `GET /?apikey=&s=&type=&y=&page=`, JSON, ten titles a page.
 * Errors carry `Response: "False"`: no or a wrong key and a used-up day with 401, what is not found with 200.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OmdbTitle {
  readonly Title: string;
  readonly Year: string;
  readonly imdbID: string;
  readonly Type: 'movie' | 'series' | 'episode' | 'game';
  readonly Poster: string;
}

export interface OmdbMishap {
  readonly status?: number;
  /** Say nothing, send something that is no JSON, send far too much, or lead elsewhere. */
  readonly silent?: true;
  readonly garbage?: true;
  readonly flood?: true;
  readonly redirect?: string;
  readonly times?: number;
}

export interface OmdbSimulator {
  readonly url: string;
  readonly apiKey: string;
  /** What was searched, in order. */
  readonly searches: string[];
  misbehave(mishap: OmdbMishap): void;
  /** From now on the day of the key is used up. */
  exhaust(): void;
  close(): Promise<void>;
}

const API_KEY = '5imulat3d';
const PAGE = 10;

const CATALOGUE: readonly OmdbTitle[] = [
  title('Casablanca', '1942', 'tt0034583'),
  title('Casablanca Beats', '2021', 'tt12771570'),
  title('Casanegra', '2008', 'tt1284028'),
  title('Babel', '2006', 'tt0449467'),
  title('Atlantics', '2019', 'tt8991668'),
  { ...title('The Last Dance', '2020', 'tt8420184'), Type: 'series' },
  { ...title('Game of Thrones', '2011–2019', 'tt0944947'), Type: 'series' },
  { ...title('Queen Sono', '2020–', 'tt9692156'), Type: 'series', Poster: 'N/A' },
];

function title(Title: string, Year: string, imdbID: string): OmdbTitle {
  return { Title, Year, imdbID, Type: 'movie', Poster: `https://m.media-amazon.com/images/M/${imdbID}.jpg` };
}

export async function startOmdbSimulator(): Promise<OmdbSimulator> {
  const searches: string[] = [];
  const mishaps: { mishap: OmdbMishap; left: number }[] = [];
  let exhausted = false;
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://omdb').searchParams;
    if (query.has('s')) searches.push(query.get('s') ?? '');
    const hit = mishaps.find(({ left }) => left > 0);
    if (hit) hit.left--;
    if (hit) stumble(response, hit.mishap);
    else {
      const [status, body] = replyTo(query, exhausted);
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    apiKey: API_KEY,
    searches,
    misbehave: (mishap) => mishaps.push({ mishap, left: mishap.times ?? 1 }),
    exhaust: () => {
      exhausted = true;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function stumble(response: ServerResponse, { status, silent, garbage, flood, redirect }: OmdbMishap): void {
  if (silent) return;
  if (redirect) response.writeHead(302, { location: redirect }).end();
  else if (flood) response.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(1024 * 1024)}"`);
  else if (garbage) response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Service Unavailable</html>');
  else response.writeHead(status ?? 503).end();
}

type Reply = readonly [status: number, body: object];
const refused = (status: number, sentence: string): Reply => [status, { Response: 'False', Error: sentence }];

function replyTo(query: URLSearchParams, exhausted: boolean): Reply {
  if (!query.get('apikey')) return refused(401, 'No API key provided.');
  if (query.get('apikey') !== API_KEY) return refused(401, 'Invalid API key!');
  if (exhausted) return refused(401, 'Request limit reached!');
  const words = (query.get('s') ?? '').trim().toLowerCase();
  if (!words) return refused(200, 'Incorrect IMDb ID.');
  if (words.length < 3) return refused(200, 'Too many results.');
  const type = query.get('type');
  const found = CATALOGUE.filter((each) => each.Title.toLowerCase().includes(words) && (!type || each.Type === type));
  if (found.length === 0) return refused(200, type === 'series' ? 'Series not found!' : 'Movie not found!');
  const first = (Number(query.get('page') ?? 1) - 1) * PAGE;
  return [200, { Search: found.slice(first, first + PAGE), totalResults: String(found.length), Response: 'True' }];
}
