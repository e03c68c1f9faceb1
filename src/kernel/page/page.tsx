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
import { type BuiltFiles, readBuiltFiles } from './assets.ts';
import { nameOf, type Page, PageContext, type SiteName } from './context.tsx';
import { Head, SkipLink } from './document.tsx';
import { FailureBody, failureTitle, lastResort } from './failures.tsx';
import { takeFlashes } from './flash.ts';
import { Frame, type FrameName } from './frames.tsx';
import type { Navigation } from './navigation.ts';
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
  readonly siteName: SiteName;
  /** What the build made; by default the last build. */
  readonly files?: BuiltFiles;
  readonly navigation: Navigation;
}

/** Always on: closes menus on Escape, changes the theme in place, shows where the focus belongs. */
const SHELL = 'shell';

export function createPages(options: PagesOptions): Pages {
  const { files = readBuiltFiles(), navigation } = options;

  const render = (request: FastifyRequest, siteName: string, page: PageToSend): string => {
    const islands = new Set([SHELL, ...(page.islands ?? [])]);
    const facts = factsOf(request, siteName, files, islands);
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
      <Head page={facts} title={page.title} files={files} islands={[...islands]} head={page.head} manifest={page.manifest} />,
    );
    const theme = facts.theme === 'system' ? '' : ` data-theme="studio-${facts.theme}"`;
    return `<!doctype html><html lang="${facts.language}" dir="${facts.direction}"${theme}>${head}<body>${body}</body></html>`;
  };

  const write = async (request: FastifyRequest, reply: FastifyReply, page: PageToSend): Promise<void> => {
    const html = render(request, await nameOf(options.siteName), page);
    protectPage(request, reply, page);
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

function factsOf(request: FastifyRequest, siteName: string, files: BuiltFiles, islands: Set<string>): Page {
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
    siteName,
    asset: files.address,
    need: (island) => islands.add(island),
  };
}
