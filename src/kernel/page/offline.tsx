/**
 * What the browser needs to go on without a network: the service worker of the site and the page that stands in for the others.
 *
 * Hides how a worker is found, renewed and called back. Its address never changes and is looked at anew by each visit; the first line
 * names the build, so each build installs its own files. Switched off (`ATELIER_OFFLINE=0`), the same address answers with a worker that
 * deletes what the former one kept and goes away.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { LANGUAGES, say } from '../message.ts';
import { ASSETS_FOLDER, readBuiltFiles } from './assets.ts';
import { LinkButton } from './components.tsx';
import { useT } from './context.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Island } from './islands.tsx';
import { offlineMessages as m } from './offline-messages.ts';
import type { Pages } from './page.tsx';

export interface OfflineOptions {
  readonly pages: Pages;
  /** False calls every worker back. */
  readonly isOn: boolean;
  /** Whoever goes there leaves: what was kept for them goes first. */
  readonly signOut: string;
  readonly folder?: string;
}

const WORKER = 'site-worker.ts';
const file = { config: { access: access.public, internal: true, anonymous: true } } as const;
const page = { config: { access: access.public, kind: 'page', internal: true, anonymous: true } } as const;

export function registerOffline(door: Door, { pages, isOn, signOut, folder = ASSETS_FOLDER }: OfflineOptions): void {
  const worker = isOn ? workerIn(folder, signOut) : RECALL;
  door.get('/sw.js', file, async (_request, reply) => reply.headers(HEADERS).send(worker));
  door.get('/offline', page, (request, reply) => sendOfflinePage(pages, request, reply));
  // One for each language, whatever this browser was told: the worker keeps them all.
  for (const language of LANGUAGES) {
    door.get(`/offline/${language}`, page, async (request, reply) => {
      request.language = language;
      return sendOfflinePage(pages, request, reply);
    });
  }
}

const HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
} as const;

/** Deletes its own stores only: those of the scan pages belong to another worker. */
const RECALL = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(caches.keys()
  .then((names) => Promise.all(names.filter((name) => name.startsWith('atelier-')).map((name) => caches.delete(name))))
  .then(() => registration.unregister())));
`;

function workerIn(folder: string, signOut: string): string {
  const path = join(folder, basename(readBuiltFiles(folder).address(WORKER)));
  if (!existsSync(path)) return RECALL; // nothing was built: nothing can be kept
  const build = createHash('sha256')
    .update(readFileSync(join(folder, '.vite', 'manifest.json')))
    .digest('hex')
    .slice(0, 12);
  const facts = { build, signOut, pages: Object.fromEntries(LANGUAGES.map((language) => [language, `/offline/${language}`])) };
  return `self.STUDIO=${JSON.stringify(facts)};\n${readFileSync(path, 'utf8')}`;
}

const sendOfflinePage = (pages: Pages, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  pages.send(request, reply.header('cache-control', 'public, max-age=0, must-revalidate'), {
    title: say(m.title, request.language),
    frame: 'focus',
    body: <OfflinePage />,
  });

/** The island fills the list, and tells a form that did not arrive from a page that is not here. */
function OfflinePage(): ReactElement {
  const t = useT();
  return (
    <Island name="offline" className="offline-page">
      <header className="offline-head">
        <span className="empty-icon">
          <Icon name="offline" />
        </span>
        <h1 className="page-title">{t(m.title)}</h1>
        <p data-lead>{t(m.lead)}</p>
        <p data-lead-sent hidden>
          {t(m.leadSent)}
        </p>
        <div className="cluster justify-center">
          <LinkButton href="" icon="refresh">
            {t(m.again)}
          </LinkButton>
          <LinkButton href="/" kind="secondary" icon="home">
            {t(m.home)}
          </LinkButton>
        </div>
      </header>
      <section className="card-box offline-card">
        <h2>{t(m.stillTitle)}</h2>
        <ul className="offline-still">
          <Still icon="file" text={t(m.stillPages)} />
          <Still icon="edit" text={t(m.stillForms)} />
          <Still icon="scan" text={t(m.stillScan)} />
        </ul>
      </section>
      <section className="card-box offline-card">
        <h2>{t(m.keptTitle)}</h2>
        <ul className="offline-kept" data-kept-pages />
        <p className="text-muted" data-kept-none>
          {t(m.keptNone)}
        </p>
      </section>
    </Island>
  );
}

function Still({ icon, text }: { icon: IconName; text: string }): ReactElement {
  return (
    <li>
      <Icon name={icon} />
      {text}
    </li>
  );
}
