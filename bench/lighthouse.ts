/**
 * Lighthouse (https://github.com/GoogleChrome/lighthouse) on ten pages of a demonstration, as a mid-range phone on a slow 4G line sees them
 * (its mobile preset), each three times; the medians go into RESULTS.md. Lighthouse is installed by npm for this run, outside of this
 * repository, and drives Debian's Chromium. Signed-in pages carry an administrator's session.
 *
 *   npm run bench -- lighthouse [part of a page's name]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, startStudio, writeResults } from './lib.ts';
import { chromiumHere } from './render/peers.ts';

const VERSION = '13.5.0';
const ROUNDS = 3;
const INSTALL_MS = 5 * 60_000;
const VISIT_MS = 3 * 60_000;
const MOST_TRIES = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];
/** Out of 100. Search engines are for public pages alone. */
const AIMS: Readonly<Record<Category, number>> = { performance: 95, accessibility: 100, 'best-practices': 95, seo: 95 };

const PAGES = [
  { name: 'welcome', path: '/welcome', isPublic: true },
  { name: 'castings', path: '/castings', isPublic: true },
  { name: 'about', path: '/about', isPublic: true },
  { name: 'sign-in', path: '/auth/login', isPublic: true },
  { name: 'register', path: '/auth/register', isPublic: true },
  { name: 'cinema-register', path: '/cinema/register', isPublic: true },
  { name: 'talents', path: '/talents', isPublic: false },
  { name: 'cinema-talents', path: '/cinema/talents', isPublic: false },
  { name: 'studio', path: '/studio', isPublic: false },
  { name: 'films', path: '/films', isPublic: false },
] as const;

/** What of a report this bench reads. */
interface Report {
  readonly categories: Readonly<
    Record<Category, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>
  >;
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string; readonly numericValue?: number }>>;
}

const [part = ''] = process.argv.slice(2);
const chromium = chromiumHere();
if (!chromium) throw new Error('Lighthouse needs Chromium: install it (Debian: apt install chromium) or set CHROMIUM_PATH.');
const home = mkdtempSync(join(tmpdir(), 'atelier-lighthouse-'));
const studio = await startStudio({ RATE_LIMIT_SCALE: '1000' });
try {
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'bench-lighthouse', private: true }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `lighthouse@${VERSION}`], INSTALL_MS);
  const headers = join(home, 'headers.json');
  writeFileSync(headers, JSON.stringify({ cookie: await signIn() }));
  const lines: string[] = [];
  const findings = new Set<string>();
  for (const page of PAGES.filter(({ name }) => name.includes(part))) {
    const reports: Report[] = [];
    for (let round = 0; round < ROUNDS; round += 1) reports.push(await visit(page.path, page.isPublic ? null : headers));
    lines.push(lineOf(page, reports));
    for (const finding of reports.flatMap((report) => findingsOf(page, report))) findings.add(finding);
    console.log(lines.at(-1));
  }
  console.log([...findings].join('\n'));
  if (!part) {
    writeResults('Lighthouse: ten pages on a phone', [
      '| page | performance | accessibility | best practices | SEO | first paint s | largest paint s | blocked ms | shift |',
      '|---|---|---|---|---|---|---|---|---|',
      ...lines,
      '',
      `Lighthouse ${VERSION}, mobile preset, medians of ${ROUNDS}. Aims: performance ≥ 95, accessibility 100, best practices ≥ 95, SEO ≥ 95 on public pages;`,
      'bold is below its aim. The demonstration runs on the same machine as the browser that is measured.',
    ]);
  }
} finally {
  await studio.stop();
  rmSync(home, { recursive: true, force: true });
}

async function signIn(): Promise<string> {
  const answer = await fetch(`${studio.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: 'admin@talento.com', password: '@4dm1n' }),
  });
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

async function visit(path: string, headers: string | null): Promise<Report> {
  const output = join(home, 'report.json');
  const program = join(home, 'node_modules/lighthouse/cli/index.js');
  const flags = [
    ...['--output=json', `--output-path=${output}`, '--quiet', `--only-categories=${CATEGORIES.join(',')}`],
    ...['--chrome-flags=--headless=new --no-sandbox --disable-gpu', ...(headers ? [`--extra-headers=${headers}`] : [])],
  ];
  // Now and then it records nothing and asks to be run again.
  for (let tries = 1; ; tries += 1) {
    try {
      await run(process.execPath, [program, studio.url + path, ...flags], VISIT_MS);
      return JSON.parse(readFileSync(output, 'utf8')) as Report;
    } catch (error) {
      if (tries === MOST_TRIES || !String(error).includes('run Lighthouse again')) throw error;
    }
  }
}

type Page = (typeof PAGES)[number];

function isAimed(page: Page, category: Category): boolean {
  return category !== 'seo' || page.isPublic;
}

function lineOf(page: Page, reports: readonly Report[]): string {
  const scores = CATEGORIES.map((category) => {
    const score = Math.round(median(reports.map((report) => report.categories[category].score ?? 0)) * 100);
    if (!isAimed(page, category)) return '–';
    return score < AIMS[category] ? `**${score}**` : String(score);
  });
  const figure = (audit: string): number => median(reports.map((report) => report.audits[audit]?.numericValue ?? Number.NaN));
  const paints = ['first-contentful-paint', 'largest-contentful-paint'].map((audit) => (figure(audit) / 1000).toFixed(1));
  const rest = [figure('total-blocking-time').toFixed(0), figure('cumulative-layout-shift').toFixed(3)];
  return `| \`${page.path}\` | ${[...scores, ...paints, ...rest].join(' | ')} |`;
}

/** What cost a page points, to be mended; figures of speed are in the table. */
function findingsOf(page: Page, { categories, audits }: Report): readonly string[] {
  return CATEGORIES.filter((category) => category !== 'performance' && isAimed(page, category)).flatMap((category) =>
    categories[category].auditRefs.flatMap(({ id }) => {
      const audit = audits[id];
      return audit && audit.score !== null && audit.score < 1 ? [`${page.path}: ${category}: ${audit.title} (${id})`] : [];
    }),
  );
}

async function run(program: string, args: readonly string[], milliseconds: number): Promise<void> {
  const env = { ...process.env, CHROME_PATH: chromium ?? '' };
  const child = spawn(program, args, { cwd: home, env, stdio: ['ignore', 'ignore', 'pipe'], timeout: milliseconds });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ${args[0]}: ${text.trim().slice(-600) || `ended with ${code}`}`);
}
