/** Whoever stands below the door of a room sees where, and every step of the way back is open to them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { PAGES, type PageToVisit, PEOPLE, preparePages } from './pages.ts';
import { addressOf, type Prepared } from './prepared.ts';
import { type Atelier, type Caller, startAtelier } from './support.ts';

/** Doors of rooms, of the account, and screens that are held in one hand: there is nothing above them. */
const DOORS = new Set([
  ...['/', '/talents', '/cinema/dashboard', '/ai-search', '/presence', '/studio', '/publications', '/films', '/admin/users'],
  ...[
    '/profile/dashboard',
    '/account/security',
    '/account/privacy',
    '/notifications',
    '/docs',
    '/help',
    '/casting/shortlists',
    '/castings',
  ],
  ...['/library', '/search', '/account/password', '/auth/logout', '/presence/1/scan'],
]);
const pathOf = ({ path }: PageToVisit): string => path.split('?')[0] ?? path;
const deep = PAGES.filter((page): page is PageToVisit & { as: 'admin' | 'talent' } => page.as !== null && !DOORS.has(pathOf(page)));
const CRUMBS = /<nav aria-label="Fil d’Ariane" class="crumbs"><ol>(.*?)<\/ol><\/nav>/g;

let atelier: Atelier;
let people: Readonly<Record<'admin' | 'talent', Caller>>;
let prepared: Prepared;
beforeAll(async () => {
  atelier = await startAtelier({ demo: true, listen: true, work: true });
  const [admin, talent] = await Promise.all([PEOPLE.admin, PEOPLE.talent].map(({ login, password }) => atelier.signIn(login, password)));
  if (!admin || !talent) throw new Error('nobody signed in');
  people = { admin, talent };
  prepared = await preparePages(atelier.url, admin.cookie);
  // A film and a picture are made first.
}, 600_000);

const open = (as: 'admin' | 'talent', url: string) => people[as].inject({ url, headers: { accept: 'text/html', 'accept-language': 'fr' } });

describe('the way back', () => {
  it.each(deep)('$name shows it, and it leads somewhere', async (page) => {
    const first = await open(page.as, addressOf(page.path, prepared));
    const led = first.statusCode === 303 || first.statusCode === 301 ? String(first.headers['location']) : null;
    if (led !== null && DOORS.has(new URL(led, atelier.url).pathname)) return;
    const reply = led === null ? first : await open(page.as, led);
    // A page that is closed or gone says so, and leads home.
    if (reply.statusCode >= 400) return expect(reply.body).toContain('failure-page');
    const trails = [...reply.body.matchAll(CRUMBS)];
    expect(trails, 'one trail').toHaveLength(1);
    const steps = [...(trails[0]?.[1] ?? '').matchAll(/<a href="([^"]+)">.+?<\/a>/g)];
    expect(steps.length).toBeGreaterThan(0);
    expect(new Set(steps.map(([, href]) => href)).size, 'no step twice').toBe(steps.length);
    for (const [, href = ''] of steps) {
      expect(href, 'not the page itself').not.toBe(pathOf(page));
      expect((await open(page.as, href.replaceAll('&amp;', '&'))).statusCode, href).toBe(200);
    }
  });
});
