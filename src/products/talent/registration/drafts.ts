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
  complete(id: string, owner: string, make: (tx: Tx, draft: Draft, files: CompletedFiles) => Promise<number>): Promise<number | null>;
  /** Deletes drafts whose time is over, with their files; answers how many. For an hourly job. */
  sweep(): Promise<number>;
}
export type CompletedFiles = Partial<Record<FileKind, PreparedFile>>;

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
const COLUMN = { photo: 'photo_file', cv: 'cv_file' } as const;

export function createDrafts({ db, clock, vault, files }: DraftTools): Drafts {
  const dates = () => ({ updated_at: clock.now(), expires_at: new Date(clock.now().getTime() + KEPT_SECONDS * 1000) });
  const seal = (data: DraftData): string => vault.encrypt(JSON.stringify(data));
  const dataOf = (row: store.DraftRow): DraftData => JSON.parse(vault.decrypt(row.data_encrypted)) as DraftData;
  const read = async (via: Db, row: store.DraftRow): Promise<Draft> => {
    const [photo, cv] = [row.photo_file ? await files.find(via, row.photo_file) : null, row.cv_file ? await files.find(via, row.cv_file) : null];
    return { id: row.id, step: row.step, ...dataOf(row), photo, cv };
  };

  /** The draft of this browser, held; a fresh one when there is none or its time is over. */
  const held = async (tx: Tx, owner: string): Promise<store.DraftRow> => {
    const old = await store.lockOpen(tx, owner);
    if (old && old.expires_at > clock.now()) return old;
    if (old) await remove(tx, old);
    const row = { id: randomUUID(), owner, step: 'account', data_encrypted: seal(EMPTY), photo_file: null, cv_file: null, account_id: null, completed_at: null, created_at: clock.now(), ...dates() } as const;
    await store.insertDraft(tx, row);
    return (await store.lockOpen(tx, owner)) ?? row;
  };
  const remove = async (tx: Tx, row: store.DraftRow): Promise<void> => {
    await store.deleteDraft(tx, row.id);
    await dropFiles(tx, row);
  };
  const dropFiles = async (tx: Tx, row: Pick<store.DraftRow, 'photo_file' | 'cv_file'>): Promise<void> => {
    for (const name of [row.photo_file, row.cv_file]) if (name) await files.remove(tx, name);
  };
  const load = async (file: StoredFile): Promise<PreparedFile> => ({
    content: await buffer(await files.open(file)),
    extension: file.name.slice(file.name.lastIndexOf('.') + 1),
    mediaType: file.mediaType,
    ...(file.originalName ? { originalName: file.originalName } : {}),
  });

  return {
    async find(owner) {
      const row = await store.findOpen(db, owner, clock.now());
      return row ? read(db, row) : null;
    },
    add: (owner, patch) =>
      inTransaction(db, async (tx) => {
        const row = await held(tx, owner);
        const before = dataOf(row);
        const data = { answers: { ...before.answers, ...patch.answers }, passwordHash: patch.passwordHash ?? before.passwordHash };
        const step = patch.step && orderOf(patch.step) > orderOf(row.step) ? patch.step : row.step;
        const change = { data_encrypted: seal(data), step, ...dates() };
        await store.updateDraft(tx, row.id, change);
        return read(tx, { ...row, ...change });
      }),
    attach: (owner, kind, file) =>
      inTransaction(db, async (tx) => {
        const row = await held(tx, owner);
        const old = row[COLUMN[kind]];
        const saved = file ? await files.save(tx, { folder: 'drafts', ...file }) : null;
        const change = { [COLUMN[kind]]: saved?.name ?? null, ...dates() };
        await store.updateDraft(tx, row.id, change);
        if (old) await files.remove(tx, old);
        return read(tx, { ...row, ...change });
      }),
    discard: (owner) =>
      inTransaction(db, async (tx) => {
        const row = await store.lockOpen(tx, owner);
        if (row) await remove(tx, row);
      }),
    complete: (id, owner, make) =>
      inTransaction(db, async (tx) => {
        const row = await store.lockDraft(tx, id, owner);
        if (!row || row.expires_at <= clock.now()) return null;
        if (row.completed_at) return isRepeat(row.completed_at, clock.now()) ? row.account_id : null;
        const draft = await read(tx, row);
        const [photo, cv] = [draft.photo ? await load(draft.photo) : null, draft.cv ? await load(draft.cv) : null];
        const accountId = await make(tx, draft, { ...(photo ? { photo } : {}), ...(cv ? { cv } : {}) });
        const emptied = { data_encrypted: seal(EMPTY), photo_file: null, cv_file: null };
        await store.updateDraft(tx, id, { ...emptied, account_id: accountId, completed_at: clock.now(), ...dates() });
        await dropFiles(tx, row);
        return accountId;
      }),
    sweep: () =>
      inTransaction(db, async (tx) => {
        const gone = await store.deleteExpired(tx, clock.now());
        for (const row of gone) await dropFiles(tx, row);
        return gone.length;
      }),
  };
}

const isRepeat = (completed: Date, now: Date): boolean => now.getTime() - completed.getTime() < REPEAT_SECONDS * 1000;
