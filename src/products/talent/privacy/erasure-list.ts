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
  const file = fileOf(tools);
  const lines = existsSync(file) ? (await readFile(file, 'utf8')).split('\n').filter(Boolean) : [];
  const people = new Map<string, Erased>();
  let unreadable = 0;
  for (const entry of [...lines, ...rows.map((row) => row.entry)]) {
    try {
      const erased = JSON.parse(tools.vault.decrypt(entry)) as Erased;
      people.set(erased.hash, erased);
    } catch (error) {
      if (!(error instanceof FernetError)) throw error;
      unreadable += 1;
    }
  }
  return { erased: [...people.values()], unreadable };
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
