/**
 * The way to a platform and back (OAuth 2.0 with PKCE): what we remember of somebody who went there. A *state* is told to the browser,
 * and stored as a hash; it is good for ten minutes, once, for the account that began. Of the verifier only its hash leaves.
 */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { messages } from '#kernel/message.ts';
import { type ConnectionRow, saveConnection } from './connections-rows.ts';
import type { ConnectionTools } from './connections-store.ts';
import { CallFault, type GrantedAccount, GrantFault, type PlatformName } from './platform.ts';

const MINUTES = 10;
const m = messages({
  notOffered: {
    fr: '{platform} n’est pas configuré sur cette installation : un administrateur doit y déclarer une application.',
    en: '{platform} is not set up on this installation: an administrator has to declare an app there.',
    ar: '{platform} غير مُعدّ على هذا التثبيت: يجب على مسؤول أن يسجّل تطبيقًا هناك.',
  },
});

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const random = (): string => randomBytes(32).toString('base64url');

export const callbackOf = ({ config }: Pick<ConnectionTools, 'config'>, platform: PlatformName): string =>
  `${config.publicUrl.site}/publications/connect/${platform}/callback`;

/** Where to send the browser. Throws a conflict when the installation has no app at the platform. */
export async function beginHandshake(tools: ConnectionTools, accountId: number, platform: PlatformName, returnTo: string): Promise<URL> {
  const { oauth, title } = tools.platforms[platform];
  if (!oauth.isConfigured) throw failure.conflict('PLATFORM_NOT_CONFIGURED', m.notOffered, undefined, { platform: title });
  const { db } = tools.database;
  const now = tools.clock.now();
  const [state, verifier] = [random(), random()];
  await sql`delete from publishing.handshakes where expires_at < ${now}`.execute(db);
  await sql`
    insert into publishing.handshakes (state_hash, account_id, platform, verifier_encrypted, return_to, expires_at)
    values (${hash(state)}, ${accountId}, ${platform}, ${tools.vault.encrypt(verifier)}, ${returnTo},
      ${new Date(now.getTime() + MINUTES * 60_000)})`.execute(db);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return oauth.authorizeUrl({ state, challenge, redirectUri: callbackOf(tools, platform) });
}

/** What the platform sent the browser back with. */
export interface CallbackAsk {
  readonly accountId: number;
  readonly platform: PlatformName;
  readonly state: string;
  readonly code: string | null;
  /** `access_denied`, when somebody said no. */
  readonly error: string | null;
}

export type Handshaken =
  | { readonly kind: 'connected'; readonly returnTo: string; readonly connections: readonly ConnectionRow[] }
  /** `stale`: no such state, over, used, or of somebody else; the way back is not known then. */
  | { readonly kind: 'stale'; readonly returnTo: null }
  | { readonly kind: 'denied' | 'refused' | 'later' | 'nobody'; readonly returnTo: string };

/** Ends a handshake: the state is used up whatever comes of it. Everything that can be posted to is stored. */
export async function finishHandshake(tools: ConnectionTools, ask: CallbackAsk): Promise<Handshaken> {
  const { clock, database, log, vault } = tools;
  const kept = await takeHandshake(database.db, ask, clock.now());
  if (!kept) return { kind: 'stale', returnTo: null };
  const returnTo = kept.return_to;
  if (ask.error !== null || ask.code === null) return { kind: ask.error === 'access_denied' ? 'denied' : 'refused', returnTo };
  const { oauth } = tools.platforms[ask.platform];
  let granted: readonly GrantedAccount[];
  try {
    const back = { code: ask.code, verifier: vault.decrypt(kept.verifier_encrypted), redirectUri: callbackOf(tools, ask.platform) };
    granted = (await oauth.accounts(await oauth.exchange(back))).filter(canPost);
  } catch (error) {
    if (!(error instanceof GrantFault) && !(error instanceof CallFault)) throw error;
    log.warn({ err: error, platform: ask.platform }, 'a platform did not grant a connection');
    return { kind: error instanceof GrantFault && error.refused ? 'refused' : 'later', returnTo };
  }
  if (granted.length === 0) return { kind: 'nobody', returnTo };
  return { kind: 'connected', returnTo, connections: await store(tools, ask, granted) };
}

/** A page without a token of its own, or without a number, was not granted. */
const canPost = ({ externalId, grant }: GrantedAccount): boolean => externalId !== '' && grant.accessToken !== '';

async function store(
  { clock, database, facts, vault }: ConnectionTools,
  { accountId, platform }: CallbackAsk,
  granted: readonly GrantedAccount[],
) {
  const saving = { vault, now: clock.now() };
  const isSimulated = facts.simulated.includes(platform);
  return database.db.transaction().execute(async (tx) => {
    const rows: ConnectionRow[] = [];
    // In one order, so that two tabs at once do not wait for each other's rows in a circle.
    for (const one of [...granted].sort((a, b) => a.externalId.localeCompare(b.externalId))) {
      rows.push(await saveConnection(tx, { accountId, platform, isSimulated, granted: one }, saving));
    }
    return rows;
  });
}

/** Whom a state belongs to, without using it up: for a browser that nobody is signed in with. Null when it is over, used, or never was. */
export async function ownerOfHandshake(
  { clock, database }: Pick<ConnectionTools, 'clock' | 'database'>,
  platform: PlatformName,
  state: string,
): Promise<{ readonly accountId: number; readonly email: string } | null> {
  const { rows } = await sql<{ readonly id: number; readonly email: string }>`
    select a.id, a.email from publishing.handshakes h join identity.account_cards a on a.id = h.account_id
    where h.state_hash = ${hash(state)} and h.platform = ${platform} and h.expires_at > ${clock.now()} and a.is_active`.execute(
    database.db,
  );
  return rows[0] ? { accountId: rows[0].id, email: rows[0].email } : null;
}

/** Somebody else's state is left alone: nobody can use up what is not theirs. */
async function takeHandshake(db: Db, { accountId, platform, state }: CallbackAsk, now: Date) {
  const { rows } = await sql<{ readonly verifier_encrypted: string; readonly return_to: string }>`
    delete from publishing.handshakes
    where state_hash = ${hash(state)} and account_id = ${accountId} and platform = ${platform} and expires_at > ${now}
    returning verifier_encrypted, return_to`.execute(db);
  return rows[0] ?? null;
}
