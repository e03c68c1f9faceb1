/**
 * Tokens for whoever is about to call a platform: decrypted, and refreshed when it is time. Where tokens rotate, using an old one
 * twice kills the whole family: a refresh happens under the lock of its row, whoever comes second finds the first one's tokens, and
 * both new tokens are stored before either is used.
 */
import type { Logger } from 'pino';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Vault } from '#kernel/vault.ts';
import { type ConnectionRow, connectionOf, findPosting, lockConnection, markExpired, saveGrant } from './connections-rows.ts';
import { CallFault, type Grant, GrantFault, type Platform, type PlatformName, type Poster } from './platform.ts';
import type { ConnectionFollower, PlatformFacts } from './publishing.ts';

export interface ConnectionTools {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly database: Pick<Database, 'db'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly vault: Vault;
  readonly facts: Pick<PlatformFacts, 'simulated'>;
  readonly platforms: Readonly<Record<PlatformName, Platform>>;
  /** Told of a connection that its owner must make anew. */
  readonly lost?: ConnectionFollower;
}

/** The person must connect anew, and whoever follows hears of it; both or nothing. */
export const expire = ({ lost }: ConnectionTools, db: Db, id: number, problem: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    const row = await markExpired(tx, id, problem);
    if (row) await lost?.(tx, row.account_id, connectionOf(row));
  });

/**
 * Who posts: the connection asked for, else the account's latest at this platform. Null when there is none that is connected, also
 * when it has just expired. Throws `CallFault` (unsent) when its tokens cannot be had for the moment.
 */
export async function posterOf(
  tools: ConnectionTools,
  ask: { readonly connectionId: number | null; readonly accountId: number; readonly platform: PlatformName },
): Promise<{ poster: Poster; connectionId: number } | null> {
  const row = await findPosting(tools.database.db, tools.facts.simulated, ask);
  return row ? posterFrom(tools, row) : null;
}

/** As `posterOf`, of a connection that was read already. */
export async function posterFrom(tools: ConnectionTools, row: ConnectionRow): Promise<{ poster: Poster; connectionId: number } | null> {
  const current = (await readable(tools, row)) && isDue(tools, row) ? await renew(tools, row.id, (held) => isDue(tools, held)) : row;
  if (current?.access_token_encrypted == null || !(await readable(tools, current))) return null;
  const { external_id: externalId, username, details, scopes } = current;
  const accessToken = tools.vault.decrypt(current.access_token_encrypted);
  return { poster: { externalId, username, accessToken, details: { ...details, scopes } }, connectionId: current.id };
}

/**
 * After the platform refused a token: true when other tokens are at hand (somebody else's refresh, or one made now), so that the call
 * may be made again; false when the person must connect anew, which is then stored. Throws `CallFault` (unsent) as `posterOf`.
 */
export async function tokenRefused(tools: ConnectionTools, connectionId: number, refused: Poster, problem: string): Promise<boolean> {
  const uses = (row: ConnectionRow): boolean => {
    const held = row.access_token_encrypted;
    return held !== null && tools.vault.decrypt(held) === refused.accessToken;
  };
  const row = await renew(tools, connectionId, uses);
  if (!row) return false;
  if (!uses(row)) return true;
  await expire(tools, tools.database.db, connectionId, problem);
  return false;
}

const isDue = (tools: ConnectionTools, row: ConnectionRow): boolean =>
  row.access_token_encrypted !== null && tools.platforms[row.platform].oauth.refreshDue(heldOf(tools.vault, row), tools.clock.now());

const heldOf = (vault: Vault, row: ConnectionRow): Grant & Pick<Poster, 'externalId' | 'details'> => ({
  accessToken: row.access_token_encrypted === null ? '' : vault.decrypt(row.access_token_encrypted),
  refreshToken: row.refresh_token_encrypted === null ? null : vault.decrypt(row.refresh_token_encrypted),
  ...{ accessExpiresAt: row.access_expires_at, refreshExpiresAt: row.refresh_expires_at },
  ...{ scopes: row.scopes, externalId: row.external_id, details: row.details },
});

/** False, and expired, when the tokens were encrypted with a key that is gone. */
async function readable(tools: ConnectionTools, row: ConnectionRow): Promise<boolean> {
  const { database, vault, log } = tools;
  try {
    heldOf(vault, row);
    return true;
  } catch (error) {
    log.warn({ err: error, connection: row.id }, 'the tokens of a connection cannot be decrypted');
    await expire(tools, database.db, row.id, 'the stored tokens cannot be read any more');
    return false;
  }
}

/** Refreshes under the row's lock when it is still needed; the row as it stands then, null when it is not connected any more. */
async function renew(tools: ConnectionTools, id: number, isNeeded: (row: ConnectionRow) => boolean): Promise<ConnectionRow | null> {
  const { database, vault } = tools;
  let rotated: Grant | null = null;
  let row: ConnectionRow | null;
  try {
    row = await database.db.transaction().execute(async (tx) => {
      const row = await lockConnection(tx, id);
      if (row?.state !== 'connected' || !isNeeded(row)) return row;
      rotated = await askForTokens(tools, row, (problem) => expire(tools, tx, id, problem));
      if (rotated) return saveGrant(tx, id, rotated, { vault, now: tools.clock.now() });
      return lockConnection(tx, id);
    });
  } catch (error) {
    // The old tokens are dead already: these are the only ones, whatever became of the transaction.
    if (!rotated) throw error;
    row = await saveGrant(database.db, id, rotated, { vault, now: tools.clock.now() });
  }
  return row?.state === 'connected' ? row : null;
}

/** The next tokens; null to go on with what there is, whatever `expire` made of it. */
async function askForTokens(tools: ConnectionTools, row: ConnectionRow, expire: (problem: string) => Promise<void>): Promise<Grant | null> {
  try {
    return await tools.platforms[row.platform].oauth.refresh(heldOf(tools.vault, row));
  } catch (error) {
    if (!(error instanceof GrantFault) && !(error instanceof CallFault)) throw error;
    if (error instanceof GrantFault && error.refused) {
      await expire(error.message);
      return null;
    }
    tools.log.warn({ err: error, connection: row.id }, 'the tokens of a connection could not be refreshed for now');
    if (row.access_expires_at === null || row.access_expires_at > tools.clock.now()) return null;
    throw new CallFault('the access token is over and could not be refreshed for now', true, error);
  }
}
