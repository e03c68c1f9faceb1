/**
 * Searching the whole studio at once: each room says what of it can be found and by whom; one address answers them all, as a page for
 * readers without a script and as JSON for the palette (src/islands/palette.ts).
 *
 * Hides that the rooms are asked side by side, that one which fails costs nobody the others, and the order of what they find: what
 * begins with the words comes first. Words: a *source* is a room that finds things; a *hit* one thing it found.
 */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Access, access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { type Message, say } from '../message.ts';
import { fold } from '../text.ts';
import { everywhereMessages as m } from './everywhere-messages.ts';
import { EverywherePage } from './everywhere-page.tsx';
import { ICON_SHAPES } from './icon-shapes.ts';
import type { IconName } from './icons.tsx';
import type { Navigation, Pages } from './page.tsx';

export interface Hit {
  readonly href: string;
  readonly label: string;
  /** A code, a place, a date. */
  readonly detail?: string;
}

export interface SearchSource {
  readonly key: string;
  readonly title: Message;
  readonly icon: IconName;
  readonly access: Access;
  /** At most so many of what this reader may see. `words` is trimmed and not empty. */
  find(request: FastifyRequest, words: string, most: number): Promise<readonly Hit[]>;
  /** The list that shows all of them. */
  all(words: string): string;
}

export interface FoundGroup {
  readonly source: SearchSource;
  readonly hits: readonly Hit[];
}

export interface Everywhere {
  /** In the order in which the studio is put together. */
  add(source: SearchSource): void;
  routes(site: Door, pages: Pages, navigation: Navigation): void;
}

export const SEARCH_PATH = '/search';
const LONGEST = 100;
/** In the palette; on the page. */
const FEW = 5;
const MANY = 12;

export function createEverywhere(): Everywhere {
  const sources: SearchSource[] = [];
  return {
    add: (source) => void sources.push(source),
    routes: (site, pages, navigation) => {
      const schema = { querystring: Type.Object({ q: Type.Optional(Type.String()) }) };
      site.get(SEARCH_PATH, { config: { access: access.signedIn, kind: 'page' }, schema }, async (request, reply) => {
        const words = wordsOf(request.query.q);
        const groups = await findIn(sources, request, words, MANY);
        const body = <EverywherePage {...{ words, groups, navigation }} />;
        return pages.send(request, reply, { title: say(m.title, request.language), body });
      });
      site.get(`${SEARCH_PATH}/hits`, { config: { access: access.signedIn, internal: true }, schema }, async (request, reply) => {
        const words = wordsOf(request.query.q);
        const groups = await findIn(sources, request, words, FEW);
        reply.header('cache-control', 'private, no-store');
        return groups.map(({ source, hits }) => ({ title: say(source.title, request.language), shape: ICON_SHAPES[source.icon], hits }));
      });
    },
  };
}

const wordsOf = (text = ''): string => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);

async function findIn(
  sources: readonly SearchSource[],
  request: FastifyRequest,
  words: string,
  most: number,
): Promise<readonly FoundGroup[]> {
  if ([...words].length < 2) return [];
  const open = sources.filter((source) => source.access.allows(request.viewer));
  const groups = await Promise.all(
    open.map(async (source) => {
      const hits = await source.find(request, words, most).catch((err: unknown) => {
        request.log.error({ err, source: source.key }, 'a room could not be searched');
        return [];
      });
      return { source, hits: nearestFirst(hits, words) };
    }),
  );
  return groups.filter(({ hits }) => hits.length > 0);
}

/** What begins with the words, then what has a word that does, then the others; each in the order of its room. */
export function nearestFirst(hits: readonly Hit[], words: string): readonly Hit[] {
  const wanted = fold(words);
  const rank = ({ label }: Hit): number => {
    const text = fold(label);
    return text.startsWith(wanted) ? 0 : ` ${text}`.includes(` ${wanted}`) ? 1 : 2;
  };
  return hits.toSorted((a, b) => rank(a) - rank(b));
}
