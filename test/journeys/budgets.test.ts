import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '../pages.ts';
import { type Atelier, startAtelier } from '../support.ts';

/**
 * What the first visit of a page costs a phone: its HTML, styles and scripts as they travel (brotli), pictures and letters apart. Public
 * pages stay within 60 KB, the rich screens of the studio within 150 KB. The table is printed, so that a page that grows is seen early.
 */
const KB = 1024;
const BUDGET = { public: 60 * KB, rich: 150 * KB } as const;

interface Weight {
  readonly page: string;
  readonly kind: keyof typeof BUDGET;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly total: number;
}

let atelier: Atelier;
const cookies: Record<string, string> = {};
const weights: Weight[] = [];

beforeAll(async () => {
  atelier = await startAtelier({ listen: true });
  cookies['admin'] = (await atelier.as('super_admin')).cookie;
  cookies['talent'] = (await atelier.as('user')).cookie;
}, 300_000);
afterAll(() => {
  const lines = [...weights].sort((one, other) => other.total - one.total).map(lineOf);
  process.stdout.write(['', 'KB by brotli      html    css     js  total', ...lines, ''].join('\n'));
});

const lineOf = ({ page, html, css, js, total }: Weight): string =>
  page.padEnd(40) + [html, css, js, total].map((bytes) => (bytes / KB).toFixed(1).padStart(7)).join('');

/** The body as it travelled: what `fetch` unpacks would not be what a phone pays for. */
async function weigh(path: string, headers: Readonly<Record<string, string>>): Promise<{ bytes: number; text: string; type: string }> {
  const answer = await atelier.doors.site.inject({ url: path, headers: { ...headers, 'accept-encoding': 'br' } });
  const isPacked = answer.headers['content-encoding'] === 'br';
  const text = (isPacked ? brotliDecompressSync(answer.rawPayload) : answer.rawPayload).toString();
  return { bytes: answer.rawPayload.length, text, type: String(answer.headers['content-type']) };
}

/** Written in the head, so asked for before anything is seen. */
const namedIn = (html: string, pattern: RegExp): readonly string[] => [
  ...new Set([...html.matchAll(pattern)].map(([, address = '']) => address)),
];

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('first visits', () => {
  // Pages of one person, picture or film need a demonstration; these lead elsewhere without one.
  const elsewhere = new Set([
    ...['publications-simulated', 'profile-cv', 'two-step', 'sign-out', 'account-password', 'admin-ai-remove', 'admin-ai-images-remove'],
  ]);
  const pages = PAGES.filter(({ name, path }) => !elsewhere.has(name) && !/\/\d|MA[A-Z]+\d|\{|[?](?:image|ids)=/.test(path));

  it('has pages to weigh, and files that were built', async () => {
    expect(pages.length).toBeGreaterThan(40);
    expect((await weigh('/about', {})).text).toMatch(/\/assets\/studio-[\w-]+\.css/);
  });

  it.each(pages)('$name ($path)', async ({ name, path, as }) => {
    const page = await weigh(path, { accept: 'text/html', ...(as ? { cookie: cookies[as] ?? '' } : {}) });
    expect(page.type).toContain('text/html');
    const css = await Promise.all(namedIn(page.text, /rel="stylesheet"[^>]*? href="([^"]+)"/g).map((file) => weigh(file, {})));
    const js = await Promise.all(
      [...namedIn(page.text, /<script[^>]*? src="([^"]+)"/g), ...namedIn(page.text, /rel="modulepreload"[^>]*? href="([^"]+)"/g)].map(
        (file) => weigh(file, {}),
      ),
    );
    expect(css.length).toBeGreaterThan(0);
    const parts = { html: page.bytes, css: sum(css.map(({ bytes }) => bytes)), js: sum(js.map(({ bytes }) => bytes)) };
    const weight = { page: name, kind: as ? 'rich' : 'public', ...parts, total: parts.html + parts.css + parts.js } as const;
    weights.push(weight);
    expect(weight.total, lineOf(weight)).toBeLessThanOrEqual(BUDGET[weight.kind]);
  });

  it('costs nothing more for what comes later: the rest of a page about the network is loaded after it stands', async () => {
    const { text } = await weigh('/about', {});
    expect(text).not.toMatch(/<script[^>]*offline-/);
  });
});
