/**
 * Writes the examples of the references: `docs/api/examples/<api>.json`. Starts the built studio in demo mode, makes every call of
 * reference-calls.ts, keeps what was asked and answered.
 *
 *   npm run docs:record        STUDIO=http://localhost:5004,http://localhost:8000,http://localhost:8001 uses a demo that runs already
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type DemoStudio, openDemoStudio } from './demo-studio.ts';
import { FAILING_CALLS, REFERENCE_CALLS, type ReferenceCall } from './reference-calls.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'docs/api/examples');
const ITEMS = 2;
const LONGEST = 160;
const PATIENCE_MS = 900_000;

type Api = keyof typeof REFERENCE_CALLS;
type Values = Record<string, unknown>;
interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly file?: string;
}
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly token: string | null;
  readonly version?: string;
}

const running = process.env['STUDIO']?.split(',');
const studio: DemoStudio = running
  ? { site: running[0] ?? '', images: running[1] ?? '', video: running[2] ?? '', close: async () => undefined }
  : await openDemoStudio();
const receiver = createServer((_request, response) => response.end('ok'));
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const heard = receiver.address();
async function record(api: Api): Promise<void> {
  const origin = api === 'talent' ? studio.site : studio[api];
  const operations = operationsOf(api);
  const values: Values = { receiver: `http://localhost:${typeof heard === 'object' ? heard?.port : 0}/atelier` };
  const failures: Record<string, unknown> = {};
  const olderFailures: Record<string, unknown> = {};
  for (const [status, call] of Object.entries(FAILING_CALLS[api])) {
    const { as, ...rest } = call as { method: string; url: string; body?: unknown; as?: 'talent' | 'stranger' };
    const asked = { ...rest, url: origin + rest.url, token: tokenOf(as, values) };
    failures[status] = shortened(await ask(asked));
    if (api === 'talent') {
      const answer = await ask({ ...asked, version: '2' });
      olderFailures[String(answer.status)] = shortened(answer);
    }
  }
  const calls: Record<string, unknown> = {};
  for (const call of REFERENCE_CALLS[api]) {
    const operation = operations.get(call.id);
    if (!operation) throw new Error(`${api} has no ${call.id}`);
    const filled = fill(call, values) as ReferenceCall;
    const asked = { ...operation, url: origin + addressOf(operation.path, filled), body: filled.body, token: tokenOf(call.as, values) };
    const older = call.older ? await ask({ ...asked, version: '2' }) : null;
    const answer = await askUntil(asked, call.until);
    for (const [name, place] of Object.entries(call.keep ?? {})) values[name] = at(answer.body, place);
    process.stdout.write(`${api} ${answer.status} ${call.id}\n`);
    if (answer.status >= 300 && answer.status !== 302 && answer.status !== 303)
      process.stderr.write(`  ${JSON.stringify(answer.body).slice(0, 300)}\n`);
    calls[call.id] ??= told(filled, answer, older);
  }
  writeFileSync(
    join(FOLDER, `${api}.json`),
    `${JSON.stringify({ calls, failures, ...(api === 'talent' ? { olderFailures } : {}) }, null, 1)}\n`,
  );
}

function told(call: ReferenceCall, answer: Answer, older: Answer | null): object {
  const { path, query, body } = shortTexts(call) as ReferenceCall;
  const isSame = older === null || JSON.stringify(shapeOf(older.body)) === JSON.stringify(shapeOf(answer.body));
  return {
    ...{ ...(path ? { path } : {}), ...(query ? { query } : {}), ...(body === undefined ? {} : { body }) },
    answers: { [answer.status]: shortened(answer) },
    ...(isSame ? {} : { older: { [older.status]: shortened(older) } }),
  };
}

const shapeOf = (value: unknown): unknown =>
  typeof value !== 'object' || value === null
    ? typeof value
    : Array.isArray(value)
      ? value.slice(0, 1).map(shapeOf)
      : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shapeOf(part)]));

const shortened = ({ body, file }: Answer): object => (file ? { file } : { body: shortTexts(body) });

function shortTexts(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (/^ey[\w-]+\.ey/.test(value)) return 'eyJhbGciOiJIUzI1NiJ9…';
    if (value.startsWith('atl_')) return `${value.slice(0, 8)}…`;
    if (value.startsWith('whsec_')) return 'whsec_…';
    if (/^(refresh|refresh_token|ticket|task_id)$/.test(name) && value.length > 24) return `${value.slice(0, 12)}…`;
    const local = value.replaceAll(/http:\/\/localhost:\d+/g, (found) => HOMES[found] ?? 'https://example.com');
    return local.length > LONGEST ? `${local.slice(0, LONGEST)}…` : local;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, ITEMS).map((item) => shortTexts(item));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortTexts(part, key)]));
}

/** What people see at home. */
const HOMES: Readonly<Record<string, string>> = {
  [studio.site]: 'http://localhost:5004',
  [studio.images]: 'http://localhost:8000',
  [studio.video]: 'http://localhost:8001',
};

async function askUntil(asked: Asked, until: ReferenceCall['until']): Promise<Answer> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask(asked);
    const [place, ...values] = until ?? [];
    if (!place || answer.status >= 400 || values.includes(at(answer.body, place)) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function ask({ method, url, body, token, version }: Asked): Promise<Answer> {
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(version ? { 'api-version': version } : {}),
    'accept-language': 'fr',
  };
  const response = await fetch(url, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (/json/.test(response.headers.get('content-type') ?? '')) return { status: response.status, body: await response.json() };
  await response.arrayBuffer();
  const named = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { status: response.status, file: named ?? fileNameOf(response.headers.get('content-type') ?? '') };
}

const fileNameOf = (type: string): string =>
  `answer.${{ 'application/pdf': 'pdf', 'text/csv': 'csv', 'video/mp4': 'mp4', 'image/jpeg': 'jpg', 'image/png': 'png', 'text/vtt': 'vtt' }[type.split(';')[0] ?? ''] ?? 'bin'}`;

function operationsOf(api: Api): Map<string, { method: string; path: string }> {
  const file = join(ROOT, 'docs/api', `${api === 'talent' ? 'site' : api}.json`);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, { operationId: string }>> };
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [operationId, { method: method.toUpperCase(), path }] as const),
    ),
  );
}

function addressOf(path: string, { path: places = {}, query = {} }: ReferenceCall): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => encodeURIComponent(String(places[name] ?? whole)));
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return asked ? `${filled}?${asked}` : filled;
}

/** A text that is only `$name` becomes the value itself; inside a longer one, its text. */
function fill(value: unknown, values: Values): unknown {
  if (typeof value === 'string') {
    const whole = /^\$(\w+)$/.exec(value)?.[1];
    return whole ? values[whole] : value.replaceAll(/\$(\w+)/g, (found, name: string) => String(values[name] ?? found));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => fill(item, values));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fill(part, values)]));
}

const at = (value: unknown, place: string): unknown =>
  place
    .split('.')
    .reduce<unknown>((found, name) => (typeof found === 'object' && found !== null ? (found as Values)[name] : undefined), value);

function tokenOf(who: ReferenceCall['as'], values: Values): string | null {
  if (who === 'stranger') return null;
  return who === 'painter' ? String(values['painter']) : tokens[who ?? 'admin'];
}

async function signIn(identifier: string, password: string): Promise<string> {
  const answer = await ask({ method: 'POST', url: `${studio.site}/api/v1/auth/login`, body: { identifier, password }, token: null });
  return String(at(answer.body, 'access_token'));
}

const tokens = { admin: await signIn('admin@talento.com', '@4dm1n'), talent: await signIn('demo2@talento.com', 'demo123') };
mkdirSync(FOLDER, { recursive: true });
try {
  for (const api of ['talent', 'images', 'video'] as const) await record(api);
} finally {
  receiver.close();
  await studio.close();
}
