/** The studio with two people who order pictures. */
import type { LightMyRequestResponse } from 'fastify';
import { vi } from 'vitest';
import { type Atelier, startAtelier } from './support.ts';

/** Also before the first test of a file, where `eventually` may not be asked. */
const WAIT = { timeout: 10_000, interval: 10 };

export interface WirePicture {
  readonly id: number;
  readonly status: string;
  readonly prompt: string;
  readonly tags: readonly string[];
  readonly image_file: string | null;
  readonly batch_id: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface Person {
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, headers?: object): Promise<LightMyRequestResponse>;
  one(id: number): Promise<WirePicture>;
  /** Ordered and made: 256 pixels wide and high when nothing else is said. */
  picture(order: object): Promise<number>;
}

export interface PictureHouse {
  readonly atelier: Atelier;
  readonly john: Person;
  readonly jane: Person;
}

export async function openPictureHouse(environment: Readonly<Record<string, string>> = {}): Promise<PictureHouse> {
  const atelier = await startAtelier({ work: true, environment });
  return { atelier, john: await join(atelier, 'john'), jane: await join(atelier, 'jane') };
}

async function join({ doors }: Atelier, name: string): Promise<Person> {
  const account = { username: name, email: `${name}@example.com`, password: 'Secure-Pass-123!', password2: 'Secure-Pass-123!' };
  const joined = await doors.images.inject({ method: 'POST', url: '/api/auth/register/', payload: account });
  const authorization = `Bearer ${joined.json<{ tokens: { access: string } }>().tokens.access}`;
  const ask: Person['ask'] = (method, url, payload, headers = {}) =>
    doors.images.inject({ method, url, ...(payload ? { payload } : {}), headers: { authorization, ...headers } });
  const one: Person['one'] = async (id) => (await ask('GET', `/api/images/${id}/`)).json<WirePicture>();
  return {
    ask,
    one,
    async picture(order) {
      const { id } = (await ask('POST', '/api/images/generate/', { width: 256, height: 256, ...order })).json<{ id: number }>();
      await vi.waitUntil(async () => (await one(id)).status === 'generated', WAIT);
      return id;
    },
  };
}
