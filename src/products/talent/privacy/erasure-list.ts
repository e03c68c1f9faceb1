/**
 * Who was erased. Each line is written and synced beside the database (`ATELIER_DATA/erasures.list`) before the person goes, because a backup
 * that is restored knows nothing of what happened after it. A line says nobody's name: it is a Fernet token of a number and a keyed hash.
 */
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { FernetError } from '#kernel/fernet.ts';
import type { Vault } from '#kernel/vault.ts';
import type { PersonKind } from '../people-news.ts';

export type ErasedBy = 'person' | 'administrator' | 'restore';
export interface Erased {
  readonly kind: PersonKind;
  readonly id: number;
  /** Of kind, number and moment of joining: somebody who got the number later is somebody else. */
  readonly hash: string;
}
export interface ErasureListTools {
  readonly config: { readonly dataFolder: string };
  readonly vault: Pick<Vault, 'encrypt' | 'decrypt' | 'blindIndex'>;
}
/** What stays of somebody under a pseudonym, and until when. */
export interface Kept {
  readonly until: Date;
  readonly cinemaTalentId: number;
}

const fileOf = ({ config }: ErasureListTools): string => join(config.dataFolder, 'erasures.list');

export async function identify(db: Db, { vault }: ErasureListTools, kind: PersonKind, id: number): Promise<Erased | null> {
  const { rows } =
    kind === 'standard'
      ? await sql<{ joined: Date }>`select created_at as joined from identity.account_cards where id = ${id}`.execute(db)
      : await sql<{ joined: Date }>`select created_at as joined from talent.cinema_talents where id = ${id}`.execute(db);
  const [row] = rows;
  return row ? { kind, id, hash: vault.blindIndex('erased person', `${kind} ${id} ${row.joined.toISOString()}`) } : null;
}

/** Beside the database first: a line too many erases nobody who did not ask for it, one too few would bring somebody back. */
export async function writeErased(
  tools: ErasureListTools,
  tx: Tx,
  erased: Erased,
  by: ErasedBy,
  now: Date,
  kept: Kept | null,
): Promise<void> {
  const entry = tools.vault.encrypt(JSON.stringify(erased));
  if (by !== 'restore') await append(fileOf(tools), `${entry}\n`);
  await sql`
    insert into talent.erasures (kind, person_hash, entry_encrypted, by, erased_at, kept_until, cinema_talent_id)
    values (${erased.kind}, ${erased.hash}, ${entry}, ${by}, ${now}, ${kept?.until ?? null}, ${kept?.cinemaTalentId ?? null})
    on conflict (person_hash) do nothing`.execute(tx);
}

/** Lines of the file and rows of the database, each person once. A line that no key opens is passed over: it is told. */
export async function readErased(
  tools: ErasureListTools,
  db: Db,
): Promise<{ readonly erased: readonly Erased[]; readonly unreadable: number }> {
  const { rows } = await sql<{ entry: string }>`select entry_encrypted as entry from talent.erasures`.execute(db);
  const lines = await linesOf(tools);
  const people = new Map<string, Erased>();
  const entries = [...lines, ...rows.map((row) => row.entry)];
  const known = entries.flatMap((entry) => decipher(tools, entry) ?? []);
  for (const erased of known) people.set(erased.hash, erased);
  return { erased: [...people.values()], unreadable: entries.length - known.length };
}

/** Other machines of one studio write lists of their own: what the database knows and this list does not is added to it. */
export async function completeList(tools: ErasureListTools, db: Db): Promise<void> {
  const { rows } = await sql<{ entry: string }>`select entry_encrypted as entry from talent.erasures order by id`.execute(db);
  const listed = new Set((await linesOf(tools)).flatMap((line) => decipher(tools, line)?.hash ?? []));
  const missing = rows.filter(({ entry }) => {
    const erased = decipher(tools, entry);
    return erased !== null && !listed.has(erased.hash);
  });
  if (missing.length > 0) await append(fileOf(tools), missing.map(({ entry }) => `${entry}\n`).join(''));
}

async function linesOf(tools: ErasureListTools): Promise<readonly string[]> {
  const file = fileOf(tools);
  return existsSync(file) ? (await readFile(file, 'utf8')).split('\n').filter(Boolean) : [];
}

/** Null when no key opens it. */
function decipher({ vault }: ErasureListTools, entry: string): Erased | null {
  try {
    return JSON.parse(vault.decrypt(entry)) as Erased;
  } catch (error) {
    if (!(error instanceof FernetError)) throw error;
    return null;
  }
}

async function append(path: string, line: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(line);
    await file.sync();
  } finally {
    await file.close();
  }
}
