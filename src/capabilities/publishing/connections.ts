/** Accounts of platforms that people lent us: list, connect, look after, let go. The way there and back is in `handshake.ts`. */
import type { Db } from '#kernel/db/db.ts';
import { Failure, failure } from '#kernel/failure.ts';
import { messages } from '#kernel/message.ts';
import {
  type ConnectionRow,
  connectionOf,
  findConnection,
  listConnections,
  listUpcoming,
  markChecked,
  wipeConnection,
} from './connections-rows.ts';
import { type ConnectionTools, expire, posterFrom, tokenRefused } from './connections-store.ts';
import { beginHandshake, callbackOf, finishHandshake, type Handshaken } from './handshake.ts';
import { callPlatform } from './http.ts';
import { CallFault, type Health, type PlatformName, type Poster } from './platform.ts';
import type { Connections } from './publishing.ts';

const m = messages({
  none: { fr: 'Ce compte connecté n’existe pas.', en: 'There is no such connected account.', ar: 'لا يوجد حساب متصل كهذا.' },
  silent: {
    fr: '{platform} ne répond pas pour le moment. Réessayez dans quelques minutes.',
    en: '{platform} does not answer at the moment. Try again in a few minutes.',
    ar: 'لا يستجيب {platform} في الوقت الحالي. حاول مجددًا بعد بضع دقائق.',
  },
});

const HOUR_MS = 3_600_000;
const AHEAD_MS = 24 * HOUR_MS;
const FRESH_MS = 6 * HOUR_MS;

export function createConnections(tools: ConnectionTools): Omit<Connections, 'followLost'> {
  const { clock, database, facts, log, platforms } = tools;
  const played = facts.simulated;
  const need = async (db: Db, accountId: number, id: number): Promise<ConnectionRow> => {
    const row = await findConnection(db, played, accountId, id);
    if (!row) throw failure.notFound(m.none);
    return row;
  };
  return {
    list: async (db, accountId) => (await listConnections(db, played, accountId)).map(connectionOf),
    isOffered: (platform) => platforms[platform].oauth.isConfigured,
    begin: (accountId, platform, returnTo) => beginHandshake(tools, accountId, platform, returnTo),
    check: async (accountId, id) => {
      const row = await need(database.db, accountId, id);
      if (row.state === 'connected' && !(await ask(tools, row))) {
        throw new Failure('unavailable', { message: m.silent, params: { platform: platforms[row.platform].title } });
      }
      return connectionOf(await need(database.db, accountId, id));
    },
    disconnect: async (accountId, id) => {
      if (!(await wipeConnection(database.db, played, accountId, id, clock.now()))) throw failure.notFound(m.none);
    },
    ensureSimulated: (accountId) => ensureSimulated(tools, accountId),
    checkUpcoming: async () => {
      const now = clock.now().getTime();
      const due = { until: new Date(now + AHEAD_MS), checkedBefore: new Date(now - FRESH_MS) };
      let lost = 0;
      for (const row of await listUpcoming(database.db, played, due)) {
        await ask(tools, row);
        const after = await findConnection(database.db, played, row.account_id, row.id);
        if (after?.state !== 'expired') continue;
        lost += 1;
        log.warn({ connection: row.id, platform: row.platform }, 'a connection that a post is planned with must be made anew');
      }
      return lost;
    },
  };
}

/** Asks the platform and stores what it says; false when it said nothing that can be used. */
async function ask(tools: ConnectionTools, row: ConnectionRow): Promise<boolean> {
  const { clock, database, log } = tools;
  try {
    const posting = await posterFrom(tools, row);
    if (!posting) return true;
    const health = await healthOf(tools, row.platform, posting.poster);
    if (health.ok) {
      const { missingScopes: missing } = health;
      await markChecked(database.db, row.id, missing.length > 0 ? `missing: ${missing.join(', ')}` : null, clock.now());
    } else await heed(tools, row, posting.poster, health);
    return true;
  } catch (error) {
    if (!(error instanceof CallFault)) throw error;
    log.info({ err: error, connection: row.id }, 'a platform could not be asked after a connection');
    return false;
  }
}

const healthOf = (tools: ConnectionTools, platform: PlatformName, poster: Poster): Promise<Health> =>
  tools.platforms[platform].oauth.health({ poster, send: (request) => callPlatform(request) });

/** A refused token is given one refresh before its owner is asked. */
async function heed(
  tools: ConnectionTools,
  row: ConnectionRow,
  poster: Poster,
  { refusal }: Extract<Health, { ok: false }>,
): Promise<void> {
  const problem = `${refusal.code} ${refusal.detail}`.trim();
  if (refusal.reason !== 'token') return markChecked(tools.database.db, row.id, problem, tools.clock.now());
  if (!(await tokenRefused(tools, row.id, poster, problem))) return;
  const posting = await posterFrom(tools, (await findConnection(tools.database.db, tools.facts.simulated, row.account_id, row.id)) ?? row);
  if (!posting) return;
  const again = await healthOf(tools, row.platform, posting.poster);
  if (again.ok) return markChecked(tools.database.db, row.id, null, tools.clock.now());
  if (again.refusal.reason === 'token') await expire(tools, tools.database.db, row.id, problem);
}

async function ensureSimulated(tools: ConnectionTools, accountId: number): Promise<void> {
  const { database, facts, log } = tools;
  if (facts.simulated.length === 0) return;
  const held = new Set((await listConnections(database.db, facts.simulated, accountId)).map(({ platform }) => platform));
  for (const platform of facts.simulated) {
    if (held.has(platform)) continue;
    try {
      const { kind } = await consentTo(tools, accountId, platform);
      if (kind !== 'connected') log.warn({ platform, outcome: kind }, 'a simulated account could not be connected');
    } catch (error) {
      if (!(error instanceof CallFault)) throw error;
      log.warn({ err: error, platform }, 'a simulated platform does not answer');
    }
  }
}

/** Through the simulator's own consent, as a person would who says yes; one account each, under a name that is always the same. */
async function consentTo(tools: ConnectionTools, accountId: number, platform: PlatformName): Promise<Handshaken> {
  const url = await beginHandshake(tools, accountId, platform, '/');
  const who = `studio_${accountId}`;
  for (const [name, value] of Object.entries({ auto: '1', as: who, hint: who })) url.searchParams.set(name, value);
  const answer = await callPlatform({ method: 'GET', url, phase: 'consent' });
  const { searchParams: said } = new URL(answer.headers.get('location') ?? '', callbackOf(tools, platform));
  return finishHandshake(tools, { accountId, platform, state: said.get('state') ?? '', code: said.get('code'), error: said.get('error') });
}
