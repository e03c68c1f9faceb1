/** The list of pages is complete, and seen in every look. */
import { beforeAll, describe, expect, it } from 'vitest';
import { routesOf } from '#kernel/http/door.ts';
import { ALL_LOOKS, lookName, someLooks } from './looks.ts';
import { PAGES } from './pages.ts';
import { type Atelier, startAtelier } from './support.ts';

/** Addresses that show nothing by themselves, and pages that nobody finds by their address alone: why, or who looks at them. */
const FILE = 'a file';
const MOVES_ON = 'leads elsewhere at once';
const ONCE = 'only after something that was just done, or with a secret that was just sent: seen by the journeys';
const ELSEWHERE: Readonly<Record<string, string>> = {
  '/preferences': MOVES_ON,
  '/dashboard': MOVES_ON,
  '/auth/login/code': MOVES_ON,
  '/auth/logout': 'ends the session that looks at the other pages',
  '/docs/guides': MOVES_ON,
  '/publications/connect/:platform': MOVES_ON,
  '/publications/connect/:platform/callback': MOVES_ON,
  '/offline/fr': 'shown by the worker of the browser: journeys/offline.test.ts',
  '/offline/en': 'shown by the worker of the browser: journeys/offline.test.ts',
  '/offline/ar': 'shown by the worker of the browser: journeys/offline.test.ts',
  '/auth/register/done': ONCE,
  '/setup/:token': ONCE,
  '/cinema/register/done': ONCE,
  '/cinema/talents/new/done': ONCE,
  '/applications/:token': ONCE,
  '/consent/:token': ONCE,
  '/consent/:token/withdraw': ONCE,
  '/account/security/keys/:id/revoke': ONCE,
  '/admin/settings/email-notifications/:id/mark-sent': ONCE,
  '/presence/:project/stays/:stay': ONCE,
  '/admin/names/:id/merge': ONCE,
  '/publications/connections/:id/disconnect': ONCE,
  '/library/:id/ask': ONCE,
  '/library/:id/record': ONCE,
  '/library/consents/:id/withdraw': ONCE,
  '/library/consents/:id/document': FILE,
  '/auth/register/photo': FILE,
  '/profile/card/:file': FILE,
  '/admin/settings/email-notifications/:id/content': FILE,
  '/admin/settings/activity-logs/export/csv': FILE,
  '/admin/settings/activity-logs/export/excel': FILE,
  '/admin/backup/files/:name': FILE,
  '/admin/backup/files/:name/delete': ONCE,
  '/admin/export/excel': FILE,
  '/admin/export/csv': FILE,
  '/admin/export/pdf': FILE,
  '/cinema/register/photos/:file': FILE,
  '/cinema/register/done/card.pdf': FILE,
  '/cinema/talents/new/photos/:file': FILE,
  '/cinema/talents/new/done/card.pdf': FILE,
  '/cinema/profile/:code/card.png': FILE,
  '/cinema/profile/:code/pdf': FILE,
  '/cinema/profile/:code/card.pdf': FILE,
  '/castings/card.png': FILE,
  '/castings/:slug/card.png': FILE,
  '/productions/:slug/card.png': FILE,
  '/welcome/card.png': FILE,
  '/cinema/projects/talent/:pt_id/generate-badge': FILE,
  '/cinema/projects/:id/badges': FILE,
  '/studio/images/:id/download': FILE,
};

let atelier: Atelier;
beforeAll(async () => {
  atelier = await startAtelier();
}, 300_000);

describe('the list of pages', () => {
  it('holds every page of the site', () => {
    const paths = PAGES.map(({ path }) => (path.split('?')[0] ?? '').split('/'));
    const holds = (url: string): boolean => {
      const wanted = url.split('/');
      return paths.some((path) => path.length === wanted.length && wanted.every((part, at) => part.startsWith(':') || part === path[at]));
    };
    const all = routesOf(atelier.doors.site).filter(({ method, kind }) => method === 'GET' && kind === 'page');
    const missing = all.map(({ url }) => url).filter((url) => !holds(url) && !(url in ELSEWHERE));
    expect(missing).toEqual([]);
  });

  it('is seen in all twelve looks, each page in every language, both themes and both widths', () => {
    const each = PAGES.map((_, index) => someLooks(index));
    expect(new Set(each.flat().map(lookName)).size).toBe(ALL_LOOKS.length);
    for (const looks of each)
      for (const property of ['lang', 'theme', 'width'] as const)
        expect(new Set(looks.map((look) => look[property]))).toEqual(new Set(ALL_LOOKS.map((look) => look[property])));
  });
});
