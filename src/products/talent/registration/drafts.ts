/**
 * Registration drafts: what a person gave so far, kept a week for the browser that gave it.
 *
 * Answers are encrypted; of the password only the hash is kept. Photo and CV are stored as files of the folder `drafts`. A draft that
 * became a person stays a little while, emptied, so that sending the last step twice finds that person instead of making another.
 */
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Files, StoredFile } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { PreparedFile } from '../members/members.ts';
import type { Answers } from '../profile-form/profile-form.tsx';
import { orderOf, type StepName } from './steps.ts';
import * as store from './store.ts';

const KEPT_SECONDS = 7 * 86_400;
/** How long a second sending of the last step is answered with the person that the first one made. */
const REPEAT_SECONDS = 600;

export interface Draft {
  readonly id: string;
  /** The furthest step the person may open. */
  readonly step: StepName;
  readonly answers: Answers;
  readonly passwordHash: string | null;
  readonly photo: StoredFile | null;
  readonly cv: StoredFile | null;
}
export type FileKind = 'photo' | 'cv';

export interface DraftPatch {
  readonly answers?: Answers;
  readonly passwordHash?: string;
  /** Opened from now on, unless a later one already was. */
  readonly step?: StepName;
}

export interface Drafts {
  find(owner: string): Promise<Draft | null>;
  /** Adds to the draft of a browser, making it when there is none. */
  add(owner: string, patch: DraftPatch): Promise<Draft>;
  /** Puts a file in place of the one sent before; null takes it away. */
  attach(owner: string, kind: FileKind, file: PreparedFile | null): Promise<Draft>;
  discard(owner: string): Promise<void>;
  /**
   * Turns a draft into a person, once: `make` runs in the transaction that closes the draft. Answers the account, of this call or of
   * the one before it; null when the draft is gone.
   */
  complete(id: string, owner: string, make: Make): Promise<number | null>;
  /** Deletes drafts whose time is over, with their files; answers how many. For an hourly job. */
  sweep(): Promise<number>;
}
export type CompletedFiles = Partial<Record<FileKind, PreparedFile>>;
export type Make = (tx: Tx, draft: Draft, files: CompletedFiles) => Promise<number>;

export interface DraftTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'encrypt' | 'decrypt'>;
  readonly files: Pick<Files, 'save' | 'find' | 'open' | 'remove'>;
}

interface DraftData {
  readonly answers: Answers;
  readonly passwordHash: string | null;
}
const EMPTY: DraftData = { answers: {}, passwordHash: null };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COLUMN = { photo: 'photo_file', cv: 'cv_file' } as const;

export function createDrafts(tools: DraftTools): Drafts {
  const { db, clock } = tools;
  return {
    async find(owner) {
      const row = await store.findOpen(db, owner, clock.now());
      return row ? read(tools, db, row) : null;
    },
    add: (owner, patch) =>
      inTransaction(db, async (tx) => {
        const row = await held(tools, tx, owner);
        const before = dataOf(tools, row);
        const data = { answers: { ...before.answers, ...patch.answers }, passwordHash: patch.passwordHash ?? before.passwordHash };
        const step = patch.step && orderOf(patch.step) > orderOf(row.step) ? patch.step : row.step;
        return change(tools, tx, row, { data_encrypted: seal(tools, data), step });
      }),
    attach: (owner, kind, file) =>
      inTransaction(db, async (tx) => {
        const row = await held(tools, tx, owner);
        const saved = file ? await tools.files.save(tx, { folder: 'drafts', ...file }) : null;
        await dropFiles(tools, tx, [row[COLUMN[kind]]]);
        return change(tools, tx, row, { [COLUMN[kind]]: saved?.name ?? null });
      }),
    discard: (owner) =>
      inTransaction(db, async (tx) => {
        const row = await store.lockOpen(tx, owner);
        if (row) await remove(tools, tx, row);
      }),
    complete: (id, owner, make) => inTransaction(db, (tx) => complete(tools, tx, id, owner, make)),
    sweep: () =>
      inTransaction(db, async (tx) => {
        const gone = await store.deleteExpired(tx, clock.now());
        for (const row of gone) await dropFiles(tools, tx, [row.photo_file, row.cv_file]);
        return gone.length;
      }),
  };
}

async function complete(tools: DraftTools, tx: Tx, id: string, owner: string, make: Make): Promise<number | null> {
  const now = tools.clock.now();
  const row = UUID.test(id) ? await store.lockDraft(tx, id, owner) : null;
  if (!row || row.expires_at <= now) return null;
  if (row.completed_at) return isRepeat(row.completed_at, now) ? row.account_id : null;
  const draft = await read(tools, tx, row);
  const [photo, cv] = [draft.photo ? await load(tools, draft.photo) : null, draft.cv ? await load(tools, draft.cv) : null];
  const accountId = await make(tx, draft, { ...(photo ? { photo } : {}), ...(cv ? { cv } : {}) });
  const emptied = { data_encrypted: seal(tools, EMPTY), photo_file: null, cv_file: null };
  await store.updateDraft(tx, id, { ...emptied, account_id: accountId, completed_at: now, ...datesFrom(now) });
  await dropFiles(tools, tx, [row.photo_file, row.cv_file]);
  return accountId;
}

/** The draft of this browser, held; a fresh one when there is none or its time is over. */
async function held(tools: DraftTools, tx: Tx, owner: string): Promise<store.DraftRow> {
  const now = tools.clock.now();
  const old = await store.lockOpen(tx, owner);
  if (old && old.expires_at > now) return old;
  if (old) await remove(tools, tx, old);
  const empty = { photo_file: null, cv_file: null, account_id: null, completed_at: null };
  await store.insertDraft(tx, {
    id: randomUUID(),
    owner,
    step: 'account',
    data_encrypted: seal(tools, EMPTY),
    ...empty,
    created_at: now,
    ...datesFrom(now),
  });
  const row = await store.lockOpen(tx, owner);
  if (!row) throw new Error('a registration draft was neither made nor found');
  return row;
}

async function change(
  tools: DraftTools,
  tx: Tx,
  row: store.DraftRow,
  changes: Omit<store.DraftChange, 'updated_at' | 'expires_at'>,
): Promise<Draft> {
  const dated = { ...changes, ...datesFrom(tools.clock.now()) };
  await store.updateDraft(tx, row.id, dated);
  return read(tools, tx, { ...row, ...dated });
}

async function remove(tools: DraftTools, tx: Tx, row: store.DraftRow): Promise<void> {
  await store.deleteDraft(tx, row.id);
  await dropFiles(tools, tx, [row.photo_file, row.cv_file]);
}

async function dropFiles({ files }: DraftTools, tx: Tx, names: readonly (string | null)[]): Promise<void> {
  for (const name of names) if (name) await files.remove(tx, name);
}

async function read(tools: DraftTools, via: Db, row: store.DraftRow): Promise<Draft> {
  const find = (name: string | null) => (name ? tools.files.find(via, name) : null);
  return { id: row.id, step: row.step, ...dataOf(tools, row), photo: await find(row.photo_file), cv: await find(row.cv_file) };
}

const load = async ({ files }: DraftTools, file: StoredFile): Promise<PreparedFile> => ({
  content: await buffer(await files.open(file)),
  extension: file.name.slice(file.name.lastIndexOf('.') + 1),
  mediaType: file.mediaType,
  ...(file.originalName ? { originalName: file.originalName } : {}),
});

const seal = ({ vault }: DraftTools, data: DraftData): string => vault.encrypt(JSON.stringify(data));
const dataOf = ({ vault }: DraftTools, row: store.DraftRow): DraftData => JSON.parse(vault.decrypt(row.data_encrypted)) as DraftData;
const datesFrom = (now: Date) => ({ updated_at: now, expires_at: new Date(now.getTime() + KEPT_SECONDS * 1000) });
const isRepeat = (completed: Date, now: Date): boolean => now.getTime() - completed.getTime() < REPEAT_SECONDS * 1000;
