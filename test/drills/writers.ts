/**
 * What people write while the studio is in trouble: registrations with their files, uploads, arrivals and departures, planned posts. Each
 * writer keeps what was acknowledged, sends again what was cut where the API promises that this is safe, and says afterwards what is
 * missing, there twice, or cannot be read.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { drawPhoto, writeCv } from '../papers.ts';

/** Origins of the doors as they are now: after each start they are others. */
export interface Origins {
  readonly site: string;
  readonly images: string;
  readonly video: string;
}
/** With what an administrator shows at each. */
export interface Doors extends Origins {
  readonly proofs: Readonly<Record<keyof Origins, Readonly<Record<string, string>>>>;
}

export interface Writer {
  readonly name: string;
  /** Writes once. Resolves when it was acknowledged, rejects when it was cut or refused. */
  write(doors: Doors): Promise<void>;
  /** Looks at what was acknowledged since the last look, or ever; a line for each fault. */
  faults(doors: Doors, since: 'last look' | 'the beginning'): Promise<readonly string[]>;
  acknowledged(): number;
}

const MONTH_MS = 30 * 86_400_000;
const PICTURE_MS = 60_000;
const ADMIN = { email: 'admin@talento.com', password: '@4dm1n' };

export async function signIn(origins: Origins): Promise<Doors> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ADMIN) };
  const answer = await fetch(`${origins.site}/api/v1/auth/login`, init);
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const { access_token: token } = await read<{ access_token: string }>(`${origins.video}/api/v1/auth/login`, init);
  const bearer = { authorization: `Bearer ${token}` };
  return { ...origins, proofs: { site: { cookie }, images: bearer, video: bearer } };
}

export async function openWriters(doors: Doors): Promise<readonly Writer[]> {
  return [registrations(), uploads(await makeFilm(doors)), await presences(doors), posts(await validatedPicture(doors))];
}

export const countOf = (writers: readonly Writer[]): Readonly<Record<string, number>> =>
  Object.fromEntries(writers.map((writer) => [writer.name, writer.acknowledged()]));

export const look = async (writers: readonly Writer[], doors: Doors, since: 'last look' | 'the beginning'): Promise<readonly string[]> =>
  (await Promise.all(writers.map((writer) => writer.faults(doors, since)))).flat();

/** A list of receipts with a mark where the last look ended. */
class Ledger<T> {
  readonly all: T[] = [];
  #seen = 0;

  of(since: 'last look' | 'the beginning'): readonly T[] {
    const from = since === 'last look' ? this.#seen : 0;
    this.#seen = this.all.length;
    return this.all.slice(from);
  }
}

async function gather<T>(receipts: readonly T[], faultsOf: (receipt: T) => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const receipt of receipts) found.push(...(await faultsOf(receipt)));
  return found;
}

interface Registered {
  readonly code: string;
  readonly email: string;
  readonly cvSha256: string;
}

function registrations(): Writer {
  const ledger = new Ledger<Registered>();
  const people = { first_name: 'Amina', last_name: 'Drill', gender: 'F', date_of_birth: '1994-05-06', phone: '+212612345678' };
  const places = { country_id: '1', residence_country_id: '1', residence_city_id: '1' };
  return {
    name: 'register',
    acknowledged: () => ledger.all.length,
    write: async ({ site }) => {
      const email = `drill-${randomUUID()}@example.com`;
      const cv = await writeCv(email);
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...people, ...places, email, password: 'solide-et-longue-42', terms: 'true' }))
        form.append(name, value);
      form.append('photo', photo(), 'photo.jpg');
      form.append('cv', new Blob([new Uint8Array(cv)], { type: 'application/pdf' }), 'cv.pdf');
      const { user } = await read<{ user: { unique_code: string } }>(`${site}/api/v1/auth/register`, { method: 'POST', body: form });
      ledger.all.push({ code: user.unique_code, email, cvSha256: sha256(cv) });
    },
    faults: ({ site, proofs }, since) =>
      gather(ledger.of(since), async ({ code, email, cvSha256 }) => {
        const answer = await fetch(`${site}/api/v1/users/code/${code}`, { headers: proofs.site });
        const { user } = (await answer.json()) as { user?: { email?: string; photo_url?: string; cv_url?: string } };
        if (user?.email !== email) return [`register ${code} ${email}: not there`];
        if (sha256(await download(site, user.cv_url, proofs.site)) !== cvSha256) return [`register ${code}: its CV differs`];
        return (await isPicture(await download(site, user.photo_url, proofs.site))) ? [] : [`register ${code}: its photo cannot be read`];
      }),
  };
}

interface Sent {
  readonly key: string;
  readonly name: string;
  readonly id: string;
}

/** What was cut is sent again under its key, as clients do: it must be there once. */
function uploads(project: string): Writer {
  const ledger = new Ledger<Sent>();
  const cut = new Set<string>();
  const send = async ({ video, proofs }: Doors, key: string): Promise<Sent> => {
    const name = `${key}.jpg`;
    const form = new FormData();
    form.append('project_id', project);
    form.append('type', 'image');
    form.append('file', photo(), name);
    const headers = { ...proofs.video, 'idempotency-key': key };
    const { id } = await read<{ id: string }>(`${video}/api/v1/assets/upload`, { method: 'POST', headers, body: form });
    return { key, name, id };
  };
  const faultsOf = async ({ video, proofs }: Doors, { name, id }: Sent): Promise<readonly string[]> => {
    const content = await download(video, `/api/v1/assets/${id}/download`, proofs.video);
    return (await isPicture(content)) ? [] : [`upload ${name}: cannot be read`];
  };
  const namesOf = async ({ video, proofs }: Doors): Promise<ReadonlyMap<string, number>> => {
    const counts = new Map<string, number>();
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const url = `${video}/api/v1/assets?project_id=${project}&limit=100&page=${page}`;
      const list = await read<{ pages: number; items: readonly { original_name: string }[] }>(url, { headers: proofs.video });
      pages = list.pages;
      for (const { original_name: name } of list.items) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  };
  return {
    name: 'upload',
    acknowledged: () => ledger.all.length,
    write: async (doors) => {
      const key = randomUUID();
      cut.add(key);
      ledger.all.push(await send(doors, key));
      cut.delete(key);
    },
    faults: async (doors, since) => {
      for (const key of cut) ledger.all.push(await send(doors, key));
      cut.clear();
      const counts = await namesOf(doors);
      const fresh = ledger.of(since);
      return [
        ...fresh.filter(({ name }) => !counts.has(name)).map(({ name }) => `upload ${name}: not there`),
        ...fresh.filter(({ name }) => (counts.get(name) ?? 0) > 1).map(({ name }) => `upload ${name}: there twice`),
        ...(await gather(fresh, (one) => faultsOf(doors, one))),
      ];
    },
  };
}

interface Scan {
  readonly id: string;
  readonly action: 'check_in' | 'check_out';
  readonly time: string;
  readonly source: 'list';
  readonly payload: null;
  readonly ref: string;
  readonly code: null;
  readonly verdict: 'ok';
}
interface Told {
  readonly scan: Scan;
  readonly outcome: string;
  readonly at: string | null;
}

/** Scans of a phone. Sent again, as a phone does that heard nothing, each answers what it answered before. */
async function presences(doors: Doors): Promise<Writer> {
  const { project, refs } = await fullestProject(doors);
  const ledger = new Ledger<Told>();
  const unheard = new Map<string, Scan>();
  let turn = 0;
  const tell = async ({ site, proofs }: Doors, scans: readonly Scan[]): Promise<readonly Told[]> => {
    const body = JSON.stringify({ device: 'the phone of the drill', sentAt: new Date().toISOString(), scans });
    const headers = { ...proofs.site, 'content-type': 'application/json' };
    const url = `${site}/presence/${project}/sync`;
    const { results } = await read<{ results: readonly { id: string; outcome: string; at: string | null }[] }>(url, {
      ...{ method: 'POST', headers, body },
    });
    return scans.map((scan) => {
      const result = results.find(({ id }) => id === scan.id);
      if (!result) throw new Error(`scan ${scan.id} was not answered`);
      return { scan, outcome: result.outcome, at: result.at };
    });
  };
  return {
    name: 'presence',
    acknowledged: () => ledger.all.length,
    write: async (doors_) => {
      turn += 1;
      const action = Math.floor(turn / refs.length) % 2 === 0 ? 'check_in' : 'check_out';
      const common = { source: 'list', payload: null, code: null, verdict: 'ok' } as const;
      const scan: Scan = { id: randomUUID(), action, time: new Date().toISOString(), ref: refs[turn % refs.length] ?? '', ...common };
      unheard.set(scan.id, scan);
      ledger.all.push(...(await tell(doors_, [scan])));
      unheard.delete(scan.id);
    },
    faults: async (doors_, since) => {
      // Whatever came after a scan may change what is made of it, not that it counts.
      const told = ledger.of(since);
      const found: string[] = [];
      for (let from = 0; from < told.length; from += 100) {
        const part = told.slice(from, from + 100);
        const again = await tell(
          doors_,
          part.map(({ scan }) => scan),
        );
        for (const [index, { scan, at }] of part.entries())
          if (again[index]?.at !== at) found.push(`presence ${scan.id}: was at ${at}, is at ${again[index]?.at}`);
      }
      if (unheard.size > 0) ledger.all.push(...(await tell(doors_, [...unheard.values()])));
      unheard.clear();
      return found;
    },
  };
}

interface Planned {
  readonly id: number;
  readonly caption: string;
  readonly time: string;
}

function posts(image: number): Writer {
  const ledger = new Ledger<Planned>();
  return {
    name: 'schedule',
    acknowledged: () => ledger.all.length,
    write: async ({ images, proofs }) => {
      const headers = { ...proofs.images, 'content-type': 'application/json' };
      const caption = `Essai ${randomUUID()}`;
      const time = new Date(Math.floor(Date.now() / 1000) * 1000 + MONTH_MS + ledger.all.length * 60_000).toISOString();
      const body = JSON.stringify({ image, scheduled_time: time, platform: 'facebook', caption });
      const { id } = await read<{ id: number }>(`${images}/api/scheduler/schedule`, { method: 'POST', headers, body });
      ledger.all.push({ id, caption, time });
    },
    faults: ({ images, proofs }, since) =>
      gather(ledger.of(since), async ({ id, caption, time }) => {
        const answer = await fetch(`${images}/api/scheduler/posts/${id}`, { headers: proofs.images });
        const post = (await answer.json()) as { caption?: string; scheduled_time?: string; media_url?: string };
        if (post.caption !== caption) return [`schedule ${id} ${caption}: not there`];
        return Date.parse(post.scheduled_time ?? '') === Date.parse(time) ? [] : [`schedule ${id}: at ${post.scheduled_time}, not ${time}`];
      }),
  };
}

async function makeFilm({ video, proofs }: Doors): Promise<string> {
  const headers = { ...proofs.video, 'content-type': 'application/json' };
  const body = JSON.stringify({ title: 'Kill drill', prompt: 'Un matin au port' });
  return (await read<{ id: string }>(`${video}/api/v1/projects`, { method: 'POST', headers, body })).id;
}

async function fullestProject({ site, proofs }: Doors): Promise<{ project: number; refs: readonly string[] }> {
  const { projects } = await read<{ projects: readonly { id: number }[] }>(`${site}/api/v1/cinema/projects?per_page=100`, {
    headers: proofs.site,
  });
  let fullest = { project: 0, refs: [] as readonly string[] };
  for (const { id } of projects) {
    const { people } = await read<{ people: readonly { ref: string }[] }>(`${site}/presence/${id}/roster`, { headers: proofs.site });
    if (people.length > fullest.refs.length) fullest = { project: id, refs: people.map(({ ref }) => ref) };
  }
  if (fullest.refs.length === 0) throw new Error('no project of the demonstration has people');
  return fullest;
}

async function validatedPicture({ images, proofs }: Doors): Promise<number> {
  const headers = { ...proofs.images, 'content-type': 'application/json' };
  const order = { prompt: 'Un phare au petit matin', width: 256, height: 256 };
  const { id } = await read<{ id: number }>(`${images}/api/images/generate`, { method: 'POST', headers, body: JSON.stringify(order) });
  const limit = Date.now() + PICTURE_MS;
  const url = `${images}/api/images/${id}`;
  while ((await read<{ status: string }>(url, { headers: proofs.images })).status !== 'generated') {
    if (Date.now() > limit) throw new Error('the picture of the posts is not made');
    await sleep(100);
  }
  await read(`${url}/validate`, { method: 'PATCH', headers, body: JSON.stringify({ action: 'validate' }) });
  return id;
}

/** What a JSON API answers; anything but success is an error. */
export async function read<T>(url: string, init: RequestInit): Promise<T> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok)
    throw new Refused(answer.status, `${init.method ?? 'GET'} ${new URL(url).pathname}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

/** The studio answered, and said no: that is a fault of the drill or of the studio, never of the axe. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function download(origin: string, path: string | undefined, headers: Readonly<Record<string, string>>): Promise<Buffer> {
  const answer = path ? await fetch(new URL(path, origin), { headers }) : null;
  return answer?.ok ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0);
}

const isPicture = (content: Buffer): Promise<boolean> =>
  sharp(content)
    .stats()
    .then(
      () => true,
      () => false,
    );

const PHOTO = drawPhoto(300, 400);
const photo = (): Blob => new Blob([new Uint8Array(PHOTO)], { type: 'image/jpeg' });
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
