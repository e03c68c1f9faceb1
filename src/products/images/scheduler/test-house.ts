/** A studio with one person who has validated pictures, on platforms that are played; for tests of posts. */

import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { vi } from 'vitest';
import { type Atelier, type StartOptions, startAtelier } from '#test/support.ts';

export interface Person {
  readonly accountId: number;
  ask(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object | string,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** Ordered, made, and validated unless told otherwise. */
  picture(order?: object, verdict?: 'validate' | null): Promise<number>;
  /** A post two days from now. */
  plan(changes?: object): Promise<LightMyRequestResponse>;
}

export interface House {
  readonly atelier: Atelier;
  join(name: string): Promise<Person>;
  /** The next requests to the played Facebook and Instagram go wrong like this; something must be live already. */
  misbehave(mishap: object): Promise<void>;
}

/** Also before the first test of a file, where `eventually` may not be asked. */
const WAIT = { timeout: 10_000, interval: 10 };

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');

export async function openHouse(options: StartOptions = {}): Promise<House> {
  const atelier = await startAtelier({ demo: true, work: true, ...options });
  return {
    atelier,
    join: (name) => newcomer(atelier, name),
    async misbehave(mishap) {
      // Where the played platforms are is in the address of any post that is live.
      const { rows } = await sql<{ url: string }>`select platform_post_url as url from publishing.publications
        where platform_post_url is not null limit 1`.execute(atelier.database.db);
      await fetch(new URL('/meta/_control', rows[0]?.url), { method: 'POST', body: JSON.stringify({ mishap }) });
    },
  };
}

async function newcomer(atelier: Atelier, name: string): Promise<Person> {
  const door = atelier.doors.images;
  const account = { username: name, email: `${name}@example.com`, password: 'Secure-Pass-123!', password2: 'Secure-Pass-123!' };
  const joined = await door.inject({ method: 'POST', url: '/api/auth/register/', payload: account });
  const { user, tokens } = joined.json<{ user: { id: number }; tokens: { access: string } }>();
  const ask: Person['ask'] = (method, url, payload, headers) =>
    door.inject({
      method,
      url,
      ...(payload === undefined ? {} : { payload }),
      headers: { authorization: `Bearer ${tokens.access}`, ...headers },
    });
  let first: Promise<number> | null = null;
  const picture: Person['picture'] = async (order = {}, verdict = 'validate') => {
    const asked = await ask('POST', '/api/images/generate/', { prompt: 'Un phare dans la brume', width: 256, height: 256, ...order });
    const { id } = asked.json<{ id: number }>();
    await vi.waitUntil(async () => (await ask('GET', `/api/images/${id}/`)).json<{ status: string }>().status === 'generated', WAIT);
    if (verdict) await ask('PATCH', `/api/images/${id}/validate/`, { action: verdict });
    return id;
  };
  return {
    accountId: user.id,
    ask,
    picture,
    async plan(changes = {}) {
      first ??= picture();
      const post = { image: await first, scheduled_time: inDays(2), platform: 'facebook', caption: 'Joyeux Noël! 🎄✨' };
      return ask('POST', '/api/scheduler/schedule/', { ...post, ...changes });
    },
  };
}

export const sizeOf = async (content: Buffer) => {
  const { format, width, height } = await sharp(content).metadata();
  return { format, width, height };
};
