/** A studio with people who have finished films, on platforms that are played; for tests of publications. */
import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { systemClock } from '#kernel/clock.ts';
import { createFiles, type Files } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { type FilmKind, smallFilm } from '#test/small-film.ts';
import { type Atelier, log, type StartOptions, startAtelier } from '#test/support.ts';
import { newId } from '../ids.ts';

export interface Person {
  readonly accountId: number;
  readonly token: string;
  ask(
    method: 'GET' | 'POST' | 'DELETE',
    /** Below `/api/v1/publish`. */
    path: string,
    payload?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse>;
  /** A finished film of a project with that title. */
  film(kind?: Partial<FilmKind>, title?: string): Promise<Film>;
  /** A finished picture of that project. */
  picture(projectId: string): Promise<string>;
}
export interface Film {
  readonly id: string;
  readonly projectId: string;
}

export interface House {
  readonly atelier: Atelier;
  readonly files: Files;
  join(): Promise<Person>;
  /** The next requests to a played platform go wrong like this (`/meta/_control`, `/x/_control`). */
  control(person: Person, platform: 'meta' | 'x', body: object): Promise<void>;
}

const UPRIGHT: FilmKind = { width: 540, height: 960, seconds: 4 };

/** The platforms are played, as in demo mode; the demo people are not needed, and take long to come. */
export async function openHouse(environment: StartOptions['environment'] = {}): Promise<House> {
  const atelier = await startAtelier({ work: true, listen: true, environment: { ATELIER_DEMO: '1', ...environment } });
  const { db } = atelier.database;
  const files = createFiles(createStorage(atelier.config, log), db, systemClock);
  return {
    ...{ atelier, files },
    join: () => newcomer(atelier, files),
    async control(person, platform, body) {
      const reply = await person.ask('GET', `/connect/${platform === 'x' ? 'twitter' : 'facebook'}`);
      const { origin } = new URL(String(reply.headers.location));
      const answer = await fetch(`${origin}/${platform}/_control`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (answer.status !== 200) throw new Error(`${platform} does not take ${JSON.stringify(body)}: ${answer.status}`);
    },
  };
}

async function newcomer(atelier: Atelier, files: Files): Promise<Person> {
  const { accountId } = await atelier.as('user');
  const token = (await atelier.identity.issueTokens({ id: accountId }, { door: 'video' })).access_token;
  const { db } = atelier.database;
  return {
    ...{ accountId, token },
    ask: (method, path, payload, headers) =>
      atelier.doors.video.inject({
        ...{ method, url: `/api/v1/publish${path}`, headers: { authorization: `Bearer ${token}`, ...headers } },
        ...(payload ? { payload } : {}),
      }),
    async film(kind = {}, title = 'Le phare') {
      const whole = { ...UPRIGHT, ...kind };
      const [projectId, renderId, id] = [randomUUID(), newId('render'), newId('video')];
      const { name, bytes } = await files.save(db, {
        ...{ folder: 'films', extension: 'mp4', mediaType: 'video/mp4', content: await smallFilm(whole) },
      });
      await sql`insert into video.projects (id, account_id, title, prompt, search_text, config, created_at, updated_at)
        values (${projectId}, ${accountId}, ${title}, 'Un phare', '', '{}', now(), now())`.execute(db);
      await sql`insert into video.renders (id, timeline_id, project_id, account_id, tracks, timeline_config, options, seconds, status, video_id, created_at)
        values (${renderId}, 'timeline-1', ${projectId}, ${accountId}, '[]', '{}', '{}', ${whole.seconds}, 'completed', ${id}, now())`.execute(
        db,
      );
      await sql`insert into video.videos (id, render_id, project_id, account_id, file, media_type, bytes, seconds, width, height, made_with_ai, created_at)
        values (${id}, ${renderId}, ${projectId}, ${accountId}, ${name}, 'video/mp4', ${bytes}, ${whole.seconds}, ${whole.width}, ${whole.height}, true, now())`.execute(
        db,
      );
      return { id, projectId };
    },
    async picture(projectId) {
      const id = newId('img');
      const content = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#375' } })
        .png()
        .toBuffer();
      const { name, bytes } = await files.save(db, { folder: 'assets', extension: 'png', mediaType: 'image/png', content });
      await sql`insert into video.assets (id, project_id, account_id, type, status, origin, request, file, media_type, bytes, width, height, created_at, updated_at)
        values (${id}, ${projectId}, ${accountId}, 'image', 'completed', 'upload', '{}', ${name}, 'image/png', ${bytes}, 800, 600, now(), now())`.execute(
        db,
      );
      // Its owner has said in the library that nobody is seen in it.
      await sql`insert into library.media (kind, ref, account_id, title, search_text, said, said_by, said_at, standing, made_at, registered_at)
        values ('upload', ${id}, ${accountId}, ${id}, '', 'nobody', ${accountId}, now(), 'clear', now(), now())`.execute(db);
      return id;
    },
  };
}

// What tests say and read over the wire.

export interface Batch {
  readonly publish_batch_id: string;
  readonly status: string;
  readonly publications: readonly {
    readonly id: string;
    readonly platform: string;
    readonly status: string;
    readonly progress: number | null;
  }[];
}
export interface Wire {
  readonly publish_id: string;
  readonly status: string;
  readonly platform_url: string | null;
  readonly platform_id: string | null;
  readonly error: { readonly code: string; readonly message: string; readonly detail: string } | null;
}
export interface Refusal {
  readonly error: {
    readonly code: string;
    readonly details: { readonly fields: readonly { field: string; constraint: string; message: string }[] };
  };
}
export const idOf = (batch: Batch): string => batch.publications[0]?.id ?? '';
export const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');

let texts = 0;
/** A platform with words that nobody said before. */
export const on = (platform: string, config: object = {}) => ({ platform, config: { text: `Un film, le ${++texts}e`, ...config } });

export interface Desk {
  /** 202, or it throws. */
  publish(platforms: readonly object[], more?: object, path?: string): Promise<Batch>;
  status(id: string): Promise<Wire>;
  /** As `status`; what waits for its next look at the platform is looked at now. */
  looked(id: string): Promise<Wire>;
  /** 400, or it throws: the constraint by field. */
  faultsOf(body: object, path?: string, person?: Person): Promise<Record<string, string>>;
  count(): Promise<number>;
}

export function deskOf({ atelier }: House, person: Person, film: Film): Desk {
  const status: Desk['status'] = async (id) => (await person.ask('GET', `/${id}/status`)).json<Wire>();
  return {
    status,
    async publish(platforms, more = {}, path = '') {
      const reply = await person.ask('POST', path, { video_id: film.id, platforms, ...more });
      if (reply.statusCode !== 202) throw new Error(`${reply.statusCode} ${reply.body}`);
      return reply.json<Batch>();
    },
    async looked(id) {
      await sql`update publishing.publications p set next_attempt_at = now() from video.publications v
        where v.publication_id = p.id and v.id = ${id} and p.state in ('called', 'prepared') and p.lease_token is null`.execute(
        atelier.database.db,
      );
      return status(id);
    },
    async faultsOf(body, path = '', asking = person) {
      const reply = await asking.ask('POST', path, body);
      if (reply.statusCode !== 400) throw new Error(`${reply.statusCode} ${reply.body}`);
      return Object.fromEntries(reply.json<Refusal>().error.details.fields.map(({ field, constraint }) => [field, constraint]));
    },
    count: async () => (await person.ask('GET', '')).json<{ total: number }>().total,
  };
}
