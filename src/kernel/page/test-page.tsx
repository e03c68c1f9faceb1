/** For tests: a component as a reader would get it, and a door that sends pages, without a database. */
import pino from 'pino';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { access, type Role, type Viewer } from '../http/access.ts';
import { createDoor, type Door } from '../http/door.ts';
import type { Language } from '../message.ts';
import { PLAIN_FACE } from '../site-face.ts';
import { createVault } from '../vault.ts';
import { builtFiles } from './assets.ts';
import { type Page, PageContext } from './context.tsx';
import { watchFlashes } from './flash.ts';
import { createPages, type Navigation, type Pages } from './page.tsx';
import { registerPreferences } from './preferences.ts';

export const testViewer = (role: Role = 'user'): Viewer => ({
  accountId: 7,
  role,
  email: 'awa@example.com',
  name: 'Awa Diop',
  code: 'SNF0042DAK',
  language: null,
  credential: 'session',
  sessionId: 'session-7',
  mustChangePassword: false,
  memory: {},
});

/** The HTML of a component on a page; `need` collects the islands it asks for. */
export function renderInPage(node: ReactNode, facts: Partial<Page> & { language?: Language } = {}): string {
  const url = facts.url ?? '/';
  const [path = '/', search = ''] = url.split('?');
  const page: Page = {
    language: 'fr',
    direction: facts.language === 'ar' ? 'rtl' : 'ltr',
    theme: 'system',
    viewer: null,
    csrf: 'token-1',
    url,
    path,
    query: new URLSearchParams(search),
    flash: [],
    siteName: 'Taalentio',
    face: PLAIN_FACE,
    origin: 'https://studio.example',
    asset: (name) => `/assets/${name}`,
    keys: [],
    need: () => undefined,
    ...facts,
  };
  return renderToStaticMarkup(<PageContext value={page}>{node}</PageContext>);
}

const rooms: Navigation['rooms'] = [
  { key: 'home', href: '/', label: { fr: 'Accueil', en: 'Home', ar: 'الرئيسية' }, icon: 'home', access: access.signedIn },
  {
    key: 'admin',
    href: '/admin/users',
    label: { fr: 'Administration', en: 'Administration', ar: 'الإدارة' },
    icon: 'shield',
    access: access.admin,
  },
];
export const testNavigation: Navigation = {
  rooms,
  account: [],
  footer: [],
  search: null,
  signIn: '/auth/login',
  signOut: '/auth/logout',
  register: '/auth/register',
};

const MANIFEST = {
  'src/kernel/page/assets/studio.css': { file: 'studio-a1.css', isEntry: true },
  'src/islands/shell.ts': { file: 'shell-b2.js', isEntry: true, imports: ['_place-c3.js'] },
  'src/islands/copy.ts': { file: 'copy-d4.js', isEntry: true, imports: ['_place-c3.js'] },
  '_place-c3.js': { file: 'place-c3.js' },
};

/** A site of pages; the header `x-role` signs in as that role. */
export function openTestSite(addPages: (door: Door, pages: Pages) => void, options: { siteName?: () => string } = {}): Door {
  const signer = createVault([Buffer.alloc(32, 7).toString('base64url')], 'a secret of at least 32 characters');
  const pages = createPages({
    siteName: options.siteName ?? 'Taalentio',
    origin: 'https://studio.example',
    files: builtFiles(MANIFEST),
    navigation: testNavigation,
  });
  const door = createDoor({
    name: 'site',
    log: pino({ level: 'silent' }),
    trustedProxies: 0,
    signer,
    secureCookies: false,
    authenticate: async ({ headers }) => (headers['x-role'] ? testViewer(headers['x-role'] as Role) : null),
    renderFailure: (failure, request, reply) => pages.sendFailure(failure, request, reply),
  });
  watchFlashes(door, signer, false);
  registerPreferences(door);
  addPages(door, pages);
  return door;
}
