/**
 * Badges: the card that says, without a network, that somebody belongs to a project.
 *
 * Hides the keys, the signature and the paper. Words: a *badge* is signed for one assignment and lives until it is revoked (lost, or
 * the person left the project); its *seed* is the random part that a revocation names; its *payload* is the text of the QR code;
 * the *bearer* is the person it was made for. Reading a payload proves that we made it, not that it still holds: ask `revoked`.
 */
import { randomInt } from 'node:crypto';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Language } from '#kernel/message.ts';
import { type BadgeClaims, encodeClaims, formatPayload, parsePayload, SEED_ALPHABET, SEED_LENGTH } from './claims.ts';
import { createKeyRing, type KeyRing, type PublicKey } from './keys.ts';
import { createPrinter } from './printer.ts';
import {
  type Badge,
  findCurrent,
  type Holder,
  holdersOf,
  insertBadge,
  moveBadges,
  type RevokedSeed,
  revokeCurrent,
  revokedSeeds,
} from './store.ts';
import type { BadgeTools } from './tools.ts';

export { type BadgeClaims, parsePayload } from './claims.ts';
export type { PublicKey } from './keys.ts';
export { registerBadges } from './routes.tsx';
export type { Badge, Holder, RevokedSeed } from './store.ts';
export type { BadgeTools } from './tools.ts';

export interface Badges {
  /** The badge of this assignment; answers the one it has when it has one. */
  issue(tx: Tx, of: { readonly assignmentId: number; readonly projectId: number; readonly talentId: number }): Promise<Badge>;
  /** Scanners refuse the current badge from now on. */
  revoke(tx: Tx, assignmentId: number, reason: string): Promise<void>;
  /** The file `from` became `into`: badges stay as they were printed, and lead to the survivor. */
  absorb(tx: Tx, from: number, into: number): Promise<void>;
  current(db: Db, assignmentId: number): Promise<Badge | null>;
  payload(db: Db, badge: Badge): Promise<string>;
  /** What a QR code claims; null when it is none of ours or was tampered with. */
  read(db: Db, text: string): Promise<BadgeClaims | null>;
  /** Retired ones too: what they signed stays good. */
  publicKeys(db: Db): Promise<readonly PublicKey[]>;
  /** Seeds of the project's badges that were taken back. */
  revoked(db: Db, projectId: number): Promise<readonly RevokedSeed[]>;
  /** Whose badge each seed of the project is or was. */
  holders(db: Db, projectId: number): Promise<readonly Holder[]>;
  /** New badges are signed with a new key; the old ones stay good. */
  rotateKey(tx: Tx): Promise<number>;
  /** One A6 page. 404 when the assignment is no longer one. */
  printOne(assignmentId: number, language: Language): Promise<Buffer>;
  /** Every badge of a project, four on an A4 page with cut marks. */
  printProject(projectId: number, language: Language): Promise<Buffer>;
}

export function createBadges(tools: BadgeTools): Badges {
  const keys = createKeyRing(tools);
  const { clock } = tools;
  const issue: Badges['issue'] = async (tx, of) => {
    const found = await findCurrent(tx, of.assignmentId);
    if (found) return found;
    const badge = { ...of, keyId: await keys.current(tx), seed: randomSeed(), issuedAt: clock.now() };
    const made = (await insertBadge(tx, badge)) ?? (await findCurrent(tx, of.assignmentId));
    if (!made) throw new Error(`assignment ${of.assignmentId} got no badge`);
    return made;
  };
  const payload: Badges['payload'] = async (db, { keyId, projectId, assignmentId, talentId, seed }) => {
    const bytes = encodeClaims({ keyId, projectId, assignmentId, talentId, seed });
    return formatPayload(bytes, await keys.sign(db, keyId, bytes));
  };
  return {
    issue,
    revoke: (tx, assignmentId, reason) => revokeCurrent(tx, assignmentId, reason, clock.now()),
    absorb: moveBadges,
    current: findCurrent,
    payload,
    read: (db, text) => readPayload(db, keys, text),
    publicKeys: keys.publicKeys,
    revoked: revokedSeeds,
    holders: holdersOf,
    rotateKey: keys.rotate,
    ...createPrinter({ ...tools, issue, payload }),
  };
}

async function readPayload(db: Db, keys: KeyRing, text: string): Promise<BadgeClaims | null> {
  const parsed = parsePayload(text);
  if (!parsed) return null;
  const { claims, signed, signature } = parsed;
  return (await keys.verify(db, claims.keyId, signed, signature)) ? claims : null;
}

const randomSeed = (): string => Array.from({ length: SEED_LENGTH }, () => SEED_ALPHABET[randomInt(SEED_ALPHABET.length)]).join('');
