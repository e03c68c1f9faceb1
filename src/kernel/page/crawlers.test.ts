import { beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../clock.ts';
import type { Door } from '../http/door.ts';
import { fixedPlaces, PART_SIZE, type PublicPlaces, registerCrawlers } from './crawlers.ts';
import { openTestSite } from './test-page.tsx';

const ORIGIN = 'https://studio.example';
const CHANGED = new Date('2025-10-01T08:00:00Z');
const clock = fixedClock('2025-10-26T15:30:00Z');
let asked = 0;
let door: Door;

/** A hundred thousand profiles, numbered from 1. */
const many: PublicPlaces = {
  name: 'profiles',
  parts: async () => {
    asked += 1;
    return Array.from({ length: 100_000 / PART_SIZE + 1 }, (_, part) => ({ part, changed: CHANGED }));
  },
  list: async (part) =>
    Array.from({ length: PART_SIZE }, (_, index) => part * PART_SIZE + index)
      .filter((id) => id >= 1 && id <= 100_000)
      .map((id) => ({ path: `/people/${id}?a=1&b="2"`, changed: CHANGED })),
};

beforeAll(() => {
  const places = [fixedPlaces('fixed', ['/welcome']), many];
  door = openTestSite((site) => registerCrawlers(site, { origin: ORIGIN, clock, places }));
});
const open = async (url: string) => door.inject({ url });
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('the list of public pages', () => {
  it('names every part once, and asks the rooms again after some minutes only', async () => {
    const first = await open('/sitemap.xml');
    expect(count(first.body, '<sitemap>')).toBe(1 + 21);
    expect(first.body).toContain(`<loc>${ORIGIN}/sitemaps/profiles-20.xml</loc><lastmod>2025-10-01T08:00:00.000Z</lastmod>`);
    await open('/sitemap.xml');
    expect(asked).toBe(1);
    clock.advance(601);
    await open('/sitemap.xml');
    expect(asked).toBe(2);
  });

  it('holds a hundred thousand addresses in parts, each in every language, none of them broken XML', async () => {
    const part = await open('/sitemaps/profiles-0.xml');
    expect(count(part.body, '<url>')).toBe(PART_SIZE - 1);
    expect(part.body).toContain(`<loc>${ORIGIN}/people/1?a=1&amp;b=&quot;2&quot;</loc>`);
    expect(part.body).toContain('hreflang="ar"');
    expect(part.body.endsWith('</urlset>\n')).toBe(true);
    expect(part.body).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
    expect(count((await open('/sitemaps/profiles-20.xml')).body, '<url>')).toBe(1);
    expect((await open('/sitemaps/profiles-21.xml')).statusCode).toBe(404);
  });

  it('is told by robots.txt', async () => {
    const { body } = await open('/robots.txt');
    expect(body).toContain('Disallow: /admin');
    expect(body).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  });
});
