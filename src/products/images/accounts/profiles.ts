/** The row behind `/auth/profile/`, with the picture of the person (`avatars/…` among the stored files). */
import { sql } from 'kysely';
import { type PreparedPhoto, preparePhoto } from '#capabilities/media/media.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { gathered } from './faults.ts';
import { m } from './messages.ts';
import { type ProfileChanges, readChanges } from './profile-fields.ts';

export interface ProfileTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: Files;
}

export interface StudioProfile {
  readonly accountId: number;
  readonly username: string;
  readonly email: string;
  readonly bio: string;
  /** `avatars/ab12….jpg` */
  readonly avatarFile: string | null;
  readonly phone: string;
  readonly instagramUsername: string;
  readonly facebookPageId: string;
  readonly twitterUsername: string;
  /** IANA, of recurring schedules and calendars; empty when it was not told. */
  readonly timezone: string;
  readonly createdAt: Date;
}

type ProfileRow = {
  id: number;
  username: string;
  email: string;
  bio: string | null;
  avatar_file: string | null;
  phone_encrypted: string | null;
  instagram_username: string | null;
  facebook_page_id: string | null;
  twitter_username: string | null;
  timezone: string | null;
  created_at: Date;
};

export async function readProfile({ db, vault }: Pick<ProfileTools, 'db' | 'vault'>, accountId: number): Promise<StudioProfile> {
  const { rows } = await sql<ProfileRow>`
    select a.id, a.username, a.email, p.bio, p.avatar_file, p.phone_encrypted, p.instagram_username, p.facebook_page_id,
      p.twitter_username, p.timezone, coalesce(p.created_at, a.created_at) as created_at
    from identity.account_cards a left join images.profiles p on p.account_id = a.id where a.id = ${accountId}`.execute(db);
  const [row] = rows;
  if (!row) throw failure.unauthenticated();
  return {
    accountId: row.id,
    username: row.username,
    email: row.email,
    bio: row.bio ?? '',
    avatarFile: row.avatar_file,
    phone: row.phone_encrypted ? vault.decrypt(row.phone_encrypted) : '',
    instagramUsername: row.instagram_username ?? '',
    facebookPageId: row.facebook_page_id ?? '',
    twitterUsername: row.twitter_username ?? '',
    timezone: row.timezone ?? '',
    createdAt: row.created_at,
  };
}

/** Of calendars and schedules: the person's own, else UTC. */
export async function zoneOf(db: Db, accountId: number): Promise<string> {
  const { rows } = await sql<{ timezone: string }>`select timezone from images.profiles where account_id = ${accountId}`.execute(db);
  return rows[0]?.timezone || 'UTC';
}

type Body = Readonly<Record<string, unknown>>;

/** Texts and picture together or not at all: every fault of both is named, and the old picture goes when the new one stays. */
export async function updateProfile(tools: ProfileTools, accountId: number, body: Body, sent: Buffer | null): Promise<StudioProfile> {
  const faults: Record<string, FieldError> = {};
  const changes = await gathered(faults, async () => readChanges(body));
  const { avatarFile } = await readProfile(tools, accountId);
  const avatar = await gathered(faults, () => readAvatar(body['avatar'], sent, avatarFile));
  if (!changes || !avatar) throw failure.invalid(faults);
  return inTransaction(tools.db, async (tx) => {
    const before = await lockProfile(tx, accountId, tools.clock.now());
    if (avatar !== 'kept') {
      const file = avatar === 'none' ? null : (await tools.files.save(tx, { folder: 'avatars', ...avatar })).name;
      await writeProfile(tx, tools, accountId, { ...changes, avatar_file: file });
      if (before) await tools.files.remove(tx, before);
    } else await writeProfile(tx, tools, accountId, changes);
    return readProfile({ ...tools, db: tx }, accountId);
  });
}

async function readAvatar(said: unknown, sent: Buffer | null, present: string | null): Promise<PreparedPhoto | 'kept' | 'none'> {
  if (sent) return preparePhoto(sent, 'avatar');
  if (said === null || said === '') return 'none';
  // A client that sends the whole profile back names the picture that is there.
  if (said === undefined || (present && String(said).endsWith(`/media/${present}`))) return 'kept';
  throw failure.field('avatar', m.avatarFile, {}, 'type');
}

/** The row held until the end of the transaction, made when there was none; its picture. */
async function lockProfile(tx: Tx, accountId: number, now: Date): Promise<string | null> {
  await sql`insert into images.profiles (account_id, created_at, updated_at) values (${accountId}, ${now}, ${now})
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ avatar_file: string | null }>`
    select avatar_file from images.profiles where account_id = ${accountId} for update`.execute(tx);
  return rows[0]?.avatar_file ?? null;
}

type Changes = ProfileChanges & { readonly avatar_file?: string | null };

async function writeProfile(tx: Tx, { vault, clock }: ProfileTools, accountId: number, given: Changes): Promise<void> {
  const { phone, ...columns } = given;
  const changes = { ...columns, ...(phone === undefined ? {} : { phone_encrypted: phone ? vault.encrypt(phone) : null }) };
  await tx
    .withTables<{ 'images.profiles': Partial<ProfileRow> & { account_id: number; updated_at: Date } }>()
    .updateTable('images.profiles')
    .set({ ...changes, updated_at: clock.now() })
    .where('account_id', '=', accountId)
    .execute();
}
