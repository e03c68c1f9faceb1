/**
 * Pages: HTML rendered on the server and sent once, in the reader's language, direction and theme.
 *
 * Hides the document around a page, its frame, the scripts of its islands, the security headers, and what a failure looks
 * like. A page is a title and a body; its components ask `usePage()` and `useT()` (context.tsx) for the rest.
 * Words: a *frame* is what surrounds every page (navigation, footer); an *island* a part that a script improves.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Failure } from '../failure.ts';
import { csrfToken } from '../http/csrf.ts';
import { statusOf } from '../http/door.ts';
import { foreignOrigins, nameOf, PLAIN_FACE, type SiteFace, type SiteName } from '../site-face.ts';
import { type BuiltFiles, readBuiltFiles } from './assets.ts';
import { type Page, PageContext } from './context.tsx';
import { Head, SkipLink } from './document.tsx';
import { FailureBody, failureTitle, lastResort } from './failures.tsx';
import { takeFlashes } from './flash.ts';
import { Frame, type FrameName } from './frames.tsx';
import { type KeptPages, readerOf, tellWorker } from './kept.ts';
import { dataBlock, type Metadata } from './metadata.tsx';
import { currentOf, type Navigation, openTo } from './navigation.ts';
import { themeOf } from './preferences.ts';
import { protectPage } from './security.ts';

export type { Navigation } from './navigation.ts';

export interface PageToSend {
  readonly title: string;
  readonly body: ReactNode;
  readonly status?: number;
  /** Default: `app` for who is signed in, `public` for strangers. */
  readonly frame?: FrameName;
  /** Scripts the page needs beside those its components ask for. */
  readonly islands?: readonly string[];
  readonly head?: ReactNode;
  /** For search engines and shared links; a page without it is kept out of the former. */
  readonly metadata?: Metadata | undefined;
  /** The page compiles WebAssembly of ours. */
  readonly wasm?: boolean;
  /** The manifest of an application of its own, instead of the studio's. */
  readonly manifest?: string;
}

export interface Pages {
  send(request: FastifyRequest, reply: FastifyReply, page: PageToSend): FastifyReply;
  /** The HTML page of a failure; a reader who only has to sign in is sent there, and comes back. */
  sendFailure(failure: Failure, request: FastifyRequest, reply: FastifyReply): FastifyReply;
}

export interface PagesOptions {
  /** What the configuration calls the site. */
  readonly siteName: SiteName;
  /** Read for every page: a change of the settings counts at once. Without it the site is plain. */
  readonly face?: () => Promise<SiteFace>;
  /** Of the site as the world reaches it; addresses stay relative without it. */
  readonly origin?: string;
  /** What the build made; by default the last build. */
  readonly files?: BuiltFiles;
  readonly navigation: Navigation;
  /** What phones may keep; nothing by default. */
  readonly kept?: readonly KeptPages[];
  /** The address of the help for a page. */
  readonly help?: (path: string) => string | null;
}

/** Always on: closes menus on Escape, changes the theme in place, shows where the focus belongs. */
const SHELL = 'shell';

export function createPages(options: PagesOptions): Pages {
  const { files = readBuiltFiles(), navigation, origin = '' } = options;

  const roomOf = ({ viewer, url }: FastifyRequest) => currentOf(openTo(navigation.rooms, viewer), url.split('?')[0] ?? url);

  const render = (request: FastifyRequest, face: SiteFace, siteName: string, page: PageToSend): string => {
    const islands = new Set([SHELL, ...(page.islands ?? [])]);
    const facts = factsOf(
      request,
      { siteName, face, origin, room: roomOf(request), help: options.help?.(pathOf(request)) ?? null },
      files,
      islands,
    );
    const frame = page.frame ?? (request.viewer ? 'app' : 'public');
    // The body goes first: rendering it tells which islands the head must load.
    const body = renderToStaticMarkup(
      <PageContext value={facts}>
        <SkipLink />
        <Frame name={frame} navigation={navigation}>
          {page.body}
        </Frame>
      </PageContext>,
    );
    const head = renderToStaticMarkup(
      <PageContext value={facts}>
        <Head
          {...{ page: facts, title: page.title, files, head: page.head, metadata: page.metadata, manifest: page.manifest }}
          islands={[...islands]}
        />
      </PageContext>,
    );
    const theme = facts.theme === 'system' ? '' : ` data-theme="studio-${facts.theme}"`;
    return `<!doctype html><html lang="${facts.language}" dir="${facts.direction}" data-reader="${readerOf(facts.viewer)}"${theme}>${head}<body>${body}${dataBlock(page.metadata)}</body></html>`;
  };

  const write = async (request: FastifyRequest, reply: FastifyReply, page: PageToSend): Promise<void> => {
    const face = (await options.face?.()) ?? PLAIN_FACE;
    const html = render(request, face, face.name ?? (await nameOf(options.siteName)), page);
    protectPage(request, reply, { wasm: page.wasm, pictures: foreignOrigins(face) });
    tellWorker(request, reply, page.status ?? 200, options.kept ?? []);
    reply
      .code(page.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(html);
  };

  const send: Pages['send'] = (request, reply, page) => {
    write(request, reply, page).catch((error: unknown) => reply.send(error));
    return reply;
  };

  const sendFailure: Pages['sendFailure'] = (failure, request, reply) => {
    if (failure.kind === 'unauthenticated' && request.method === 'GET') {
      return reply.header('cache-control', 'no-store').redirect(`${navigation.signIn}?next=${encodeURIComponent(request.url)}`, 303);
    }
    const body = <FailureBody failure={failure} requestId={request.id} home="/" signIn={navigation.signIn} />;
    const page = { title: failureTitle(failure, request.language), body, status: statusOf(failure) };
    write(request, reply, page).catch((error: unknown) => {
      // The page of the failure failed too (the site name sits in a database that is gone): say it without any help.
      request.log.error({ err: error }, 'the failure page could not be rendered');
      protectPage(request, reply);
      reply.code(page.status).type('text/html; charset=utf-8').send(lastResort(failure, request));
    });
    return reply;
  };

  return { send, sendFailure };
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '/';

function factsOf(
  request: FastifyRequest,
  site: Pick<Page, 'siteName' | 'face' | 'origin' | 'room' | 'help'>,
  files: BuiltFiles,
  islands: Set<string>,
): Page {
  const [path = '/', search = ''] = request.url.split('?');
  return {
    language: request.language,
    direction: request.language === 'ar' ? 'rtl' : 'ltr',
    theme: themeOf(request),
    viewer: request.viewer,
    get csrf() {
      return csrfToken(request);
    },
    url: request.url,
    path,
    query: new URLSearchParams(search),
    flash: takeFlashes(request),
    ...site,
    asset: files.address,
    keys: [],
    need: (island) => islands.add(island),
  };
}
