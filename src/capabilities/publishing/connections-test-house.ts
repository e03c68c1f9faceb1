/** What tests of connections stand on: X next door, a clock of their own, and everything that was logged. */
import { sql } from 'kysely';
import { pino } from 'pino';
import { fixedClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { createVault } from '#kernel/vault.ts';
import { startXSimulator, type XSimulator } from '#simulators/x.ts';
import { type Atelier, afterFile, type Caller, startAtelier } from '#test/support.ts';
import type { ConnectionRow } from './connections-rows.ts';
import type { ConnectionTools } from './connections-store.ts';
import { NOWHERE } from './nowhere.ts';
import type { PlatformName } from './platform.ts';
import { createFacebook } from './platforms/facebook.ts';
import { createInstagram } from './platforms/instagram.ts';
import { createLinkedIn } from './platforms/linkedin.ts';
import { createTikTok } from './platforms/tiktok.ts';
import { createTwitter } from './platforms/twitter.ts';
import { createYouTube } from './platforms/youtube.ts';

export interface ConnectionHouse {
  readonly x: XSimulator;
  readonly atelier: Atelier;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly tools: ConnectionTools;
  readonly logged: readonly string[];
  /** As another process of the same installation has them. */
  toolsOn(database: Pick<Database, 'db'>): ConnectionTools;
  /** To the platform's consent and, with what `answer` adds to its address, back; not yet through our own door. */
  leave(caller: Caller, answer: string, returnTo?: string): Promise<URL>;
  /** Back at our door: where it leads, and what it says. */
  comeBack(caller: Caller, back: URL): Promise<{ readonly location: string; readonly said: string }>;
  /** Somebody with a connection. */
  connected(as?: string): Promise<{ readonly caller: Caller; readonly row: ConnectionRow }>;
  rowsOf(accountId: number): Promise<readonly ConnectionRow[]>;
  /** Requests that X got in this phase. */
  count(phase: string): number;
}

export async function openConnectionHouse(): Promise<ConnectionHouse> {
  const x = await startXSimulator();
  afterFile(() => x.close());
  const { clientId, clientSecret, apiUrl, authorizeUrl } = x.facts;
  const environment = { X_CLIENT_ID: clientId, X_CLIENT_SECRET: clientSecret, X_API_URL: apiUrl, X_AUTHORIZE_URL: authorizeUrl };
  const clock = fixedClock(new Date());
  const atelier = await startAtelier({ clock, environment });
  const logged: string[] = [];
  const toolsOn = (database: Pick<Database, 'db'>): ConnectionTools => ({
    ...{ config: atelier.config, database, clock, facts: { simulated: [] } },
    vault: createVault(atelier.config.encryptionKeys, atelier.config.secretKey),
    log: pino({ level: 'trace' }, { write: (line) => void logged.push(line) }),
    platforms: {
      ...{ instagram: createInstagram(NOWHERE.meta), facebook: createFacebook(NOWHERE.meta), twitter: createTwitter(x.facts) },
      ...{ youtube: createYouTube(NOWHERE.google), linkedin: createLinkedIn(NOWHERE.linkedin), tiktok: createTikTok(NOWHERE.tiktok) },
    },
  });
  const rowsOf = async (accountId: number): Promise<readonly ConnectionRow[]> => {
    const { db } = atelier.database;
    return (await sql<ConnectionRow>`select * from publishing.connections where account_id = ${accountId} order by id`.execute(db)).rows;
  };
  const leave: ConnectionHouse['leave'] = async (caller, answer, returnTo = '/publications/connections') => {
    const begun = await caller.inject({ method: 'GET', url: `/publications/connect/twitter?return_to=${encodeURIComponent(returnTo)}` });
    const allowed = await fetch(`${begun.headers.location}&${answer}`, { redirect: 'manual' });
    return new URL(allowed.headers.get('location') ?? '');
  };
  const comeBack: ConnectionHouse['comeBack'] = async (caller, back) => {
    const answer = await caller.inject({ method: 'GET', url: `${back.pathname}${back.search}` });
    return { location: String(answer.headers.location), said: saidIn(answer.cookies) };
  };
  const connected: ConnectionHouse['connected'] = async (as = 'studio') => {
    const caller = await atelier.as('user');
    await comeBack(caller, await leave(caller, `auto=1&as=${as}`));
    const [row] = await rowsOf(caller.accountId);
    if (!row) throw new Error('nothing was connected');
    return { caller, row };
  };
  const count = (phase: string): number => x.requests.filter((request) => request.phase === phase).length;
  return { x, atelier, clock, tools: toolsOn(atelier.database), logged, toolsOn, leave, comeBack, connected, rowsOf, count };
}

/** The words of the flash cookie. */
export function saidIn(cookies: readonly { readonly name: string; readonly value: string }[]): string {
  const value = cookies.find(({ name }) => name === 'flash')?.value ?? '';
  const flashes = value ? (JSON.parse(Buffer.from(value.split('.')[0] ?? '', 'base64url').toString('utf8')) as { text: string }[]) : [];
  return flashes.map(({ text }) => text).join(' ');
}

export const posting = (accountId: number, connectionId: number | null = null, platform: PlatformName = 'twitter') => ({
  ...{ accountId, connectionId, platform },
});
