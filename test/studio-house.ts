/** What tests of the studio share: a person with a browser that runs no scripts, and pictures that are made. */
import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { type Atelier, type Caller, startAtelier } from './support.ts';
import { type Visitor, visit, wordsOf } from './visitor.ts';

export interface House {
  readonly atelier: Atelier;
  readonly person: Caller;
  readonly browser: Visitor;
  /** Ordered through the API and made, the oldest first. */
  pictures(order: Readonly<Record<string, unknown>>): Promise<readonly number[]>;
  statusOf(id: number): Promise<string>;
}

const PATIENCE = { timeout: 20_000, interval: 20 };

/** `work`: pictures are made; without it orders wait for ever. */
export async function openHouse(options: { readonly work: boolean }): Promise<House> {
  const atelier = await startAtelier(options);
  const person = await atelier.as('user');
  const statusOf = async (id: number): Promise<string> =>
    (await person.inject({ url: `/api/images/${id}/` })).json<{ status: string }>().status;
  return {
    ...{ atelier, person, statusOf },
    browser: browserOf(atelier, person),
    async pictures(order) {
      const payload = { prompt: 'Un phare', width: 256, height: 256, ...order };
      const reply = await person.inject({ method: 'POST', url: '/api/images/generate/', payload });
      const { variations } = reply.json<{ variations: number[] }>();
      for (const id of variations) await vi.waitFor(async () => expect(await statusOf(id)).toBe('generated'), PATIENCE);
      return variations;
    },
  };
}

export function browserOf(atelier: Atelier, caller: Caller, language = 'fr'): Visitor {
  const browser = visit(atelier.doors.site, language);
  browser.cookies.set('atelier_session', caller.cookie.split('=')[1] ?? '');
  return browser;
}

/** The page without its frame, as one reads it. */
export const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
export const countIn = (body: string, pattern: RegExp): number => [...body.matchAll(new RegExp(pattern, 'g'))].length;

/** As if the account had used up so many of its orders of the hour. */
export const useOrders = ({ atelier, person }: House, used: number) =>
  sql`insert into kernel.rate_limits (rule, key, used, granted, resets_at)
    values ('images.orders', ${`account:${person.accountId}`}, ${used}, 1, now() + interval '20 minutes')
    on conflict (rule, key) do update set used = excluded.used, resets_at = excluded.resets_at`.execute(atelier.database.db);
