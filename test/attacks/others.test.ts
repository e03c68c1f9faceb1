/** What belongs to somebody else: every route that names a thing, asked for another person's things. */
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe } from 'vitest';
import { routesOf } from '#kernel/http/door.ts';
import { attack } from './attack.ts';
import { wav } from './containers.ts';
import { type Attacker, DOORS, type DoorName, type House, openHouse } from './house.ts';

let house: House;
let [owner, other]: Attacker[] = [];
/** Of the owner, by what an address calls them. */
let things: readonly Thing[] = [];

interface Thing {
  readonly kind: RegExp;
  readonly ids: readonly string[];
}

beforeAll(async () => {
  house = await openHouse({ demo: false });
  [owner, other] = [await house.attacker('user'), await house.attacker('user')];
  things = await ownThings();
}, 120_000);

/** Roots of what belongs to one account alone. */
const OWNED =
  /^\/(api\/(images|scheduler|webhooks)|api\/v1\/(projects|assets|videos|publish|webhooks|api-keys)|films|studio|publications|uploads|notifications|account)\b/;

describe('other people’s things', () => {
  attack('IDOR: every route with an id, asked by somebody whose it is not', async (attempt) => {
    const isReadable = new Set<string>();
    for (const door of DOORS)
      for (const { method, url } of routesOf(house.atelier.doors[door])) {
        if (!url.includes(':') || !OWNED.test(url) || method === 'OPTIONS') continue;
        for (const path of filled(url)) {
          const request = requestFor(method, path);
          if (method === 'GET' && (await owner?.ask(door, request))?.statusCode === 200) isReadable.add(`${door} ${url}`);
          await house.written();
          const answer = await other?.ask(door, request);
          const written = await house.written();
          const isRefused = answer !== undefined && REFUSED.has(answer.statusCode) && written.length === 0;
          attempt.demand(
            isRefused,
            () => `${door} ${method} ${path}: ${answer?.statusCode} ${answer?.body.slice(0, 80)} ${written.join(', ')}`,
          );
        }
      }
    // What nobody could read would be refused for another reason.
    if (isReadable.size < 12)
      attempt.found(`the owner themselves could read at ${isReadable.size} routes only: ${[...isReadable].join(', ')}`);
  });

  attack('IDOR: another person’s account, profile and contacts', async (attempt) => {
    const [mine, theirs] = [other?.accountId ?? 0, owner?.accountId ?? 0];
    const tries: readonly InjectOptions[] = [
      { method: 'PUT', url: `/api/v1/users/${theirs}`, payload: { first_name: 'Taken' } },
      { method: 'DELETE', url: `/api/v1/users/${theirs}` },
      { method: 'POST', url: `/api/v1/users/${theirs}/toggle-active` },
      { method: 'GET', url: '/api/v1/users' },
      { method: 'GET', url: '/admin/users' },
      { method: 'GET', url: `/admin/user/${theirs}/edit` },
      { method: 'PUT', url: `/api/v1/users/${mine}`, payload: { role: 'super_admin', is_admin: true, is_active: true } },
    ];
    for (const request of tries) {
      const answer = await other?.ask('site', request);
      attempt.demand(
        answer !== undefined && answer.statusCode >= 400,
        `${String(request.method)} ${String(request.url)} was answered ${answer?.statusCode}`,
      );
    }
    const { rows } = await sql<{ role: string }>`select role from identity.accounts where id = ${mine}`.execute(house.atelier.database.db);
    attempt.demand(rows[0]?.role === 'user', `somebody made themselves ${rows[0]?.role}`);
  });
});

/** 400: an id of another kind; 303: to where one signs in, or back to one's own list. */
const REFUSED = new Set([303, 400, 401, 403, 404, 405, 409, 412, 415, 422]);

function requestFor(method: string, url: string): InjectOptions {
  const headers = url.startsWith('/uploads') ? { 'tus-resumable': '1.0.0' } : {};
  return { method: method as 'GET', url, headers, ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }) };
}

/** The address with the owner's things of the kind that it names; nothing when they have none. */
function filled(url: string): readonly string[] {
  const found = things.filter(({ kind }) => kind.test(url)).flatMap(({ ids }) => ids);
  return [...new Set(found)].map((id) => url.replace(/:\w+/, id).replace(/:\w+/g, '1'));
}

async function ownThings(): Promise<readonly Thing[]> {
  const make = async (door: DoorName, url: string, payload: object): Promise<string> =>
    idIn(await owner?.ask(door, { method: 'POST', url, payload }), url);
  const project = await make('video', '/api/v1/projects', { title: 'Mine', prompt: 'Un tapis de l’Atlas' });
  const scenes = ['Le tapis naît.', 'La laine devient un fil.'].map((narration) => ({
    narration,
    image_prompt: 'a carpet',
    on_screen: '',
    seconds: 2,
  }));
  await owner?.ask('video', { method: 'PUT', url: `/api/v1/projects/${project}/script`, payload: { title: 'Mine', scenes } });
  const [image, set, schedule, hook, filmHook, key] = await Promise.all([
    make('images', '/api/images/generate', { prompt: 'Un marché de la médina', width: 512, height: 512 }),
    make('images', '/api/scheduler/hashtag-sets', { name: 'Mine', hashtags: '#maroc' }),
    make('images', '/api/scheduler/schedules', {
      name: 'Mine',
      frequency: 'weekly',
      time_of_day: '10:00:00',
      platforms: ['instagram'],
      days_of_week: [1],
    }),
    make('images', '/api/webhooks', { url: 'https://93.184.215.14/mine', events: ['analytics.updated'] }),
    make('video', '/api/v1/webhooks', { url: 'https://93.184.215.14/mine', events: ['publish.unknown'] }),
    make('video', '/api/v1/api-keys', { name: 'Mine' }),
  ]);
  const asset = idIn(await owner?.ask('video', { method: 'POST', url: '/api/v1/assets/upload', ...soundFor(project) }), 'an asset');
  const upload = await owner?.ask('site', {
    ...{ method: 'POST', url: '/uploads' },
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': `purpose ${Buffer.from('photo').toString('base64')}` },
  });
  return [
    { kind: /^\/(api\/v1\/projects|films\/(?!webhooks))/, ids: [project] },
    { kind: /^\/(api\/images|studio\/images)/, ids: [image] },
    { kind: /hashtag-sets/, ids: [set] },
    { kind: /schedules/, ids: [schedule] },
    { kind: /^\/(api\/webhooks|studio\/webhooks)/, ids: [hook] },
    { kind: /^\/(api\/v1\/webhooks|films\/webhooks)/, ids: [filmHook] },
    { kind: /api-keys|security\/keys/, ids: [key] },
    { kind: /^\/api\/v1\/assets/, ids: [asset] },
    { kind: /^\/uploads/, ids: [String(upload?.headers['location']).split('/').at(-1) ?? ''] },
    { kind: /posts|publish|connections|videos|notifications/, ids: ['1', project] },
  ];
}

function idIn(answer: LightMyRequestResponse | undefined, what: string): string {
  if (!answer || answer.statusCode >= 300) throw new Error(`${what} was answered ${answer?.statusCode}: ${answer?.body}`);
  return String(answer.json<{ id: string | number }>().id);
}

function soundFor(project: string): Pick<InjectOptions, 'headers' | 'payload'> {
  const head = (rest: string): string => `--x\r\ncontent-disposition: form-data; ${rest}\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(`${head('name="project_id"')}${project}\r\n${head('name="file"; filename="a.wav"')}`),
    wav(1),
    Buffer.from('\r\n--x--\r\n'),
  ]);
  return { headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload };
}
