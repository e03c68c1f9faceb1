/**
 * CINEMA drafts: what a person gave so far, kept a week for the browser that gave it.
 *
 * Answers are encrypted, photos are stored as files of the folder `drafts`. A draft that became a person stays for a day, emptied:
 * sending the last step twice finds that person instead of making another, and the page with the code opens for that browser alone.
 */
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Files, StoredFile } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import type { PreparedFile } from '../cinema/cinema.ts';
import type { Answers } from '../profile-form/profile-form.tsx';
import { orderOf, type StepName } from './steps.ts';
import * as store from './store.ts';

const KEPT_SECONDS = 7 * 86_400;
const SHOWN_SECONDS = 86_400;
/** How long a second sending of the last step is answered with the person that the first one made. */
const REPEAT_SECONDS = 600;
export const MAX_GALLERY = 8;

export interface Draft {
  readonly id: string;
  /** The furthest step the person may open. */
  readonly step: StepName;
  readonly answers: Answers;
  readonly photo: StoredFile | null;
  readonly idPhoto: StoredFile | null;
  readonly gallery: readonly StoredFile[];
}
export type PictureKind = 'photo' | 'id_photo';

export interface DraftPatch {
  readonly answers?: Answers;
  /** Opened from now on, unless a later one already was. */
  readonly step?: StepName;
}
export interface CompletedFiles {
  readonly photo?: PreparedFile;
  readonly idPhoto?: PreparedFile;
  readonly gallery: readonly PreparedFile[];
}
export type Make = (tx: Tx, draft: Draft, files: CompletedFiles) => Promise<number>;

export interface Drafts {
  find(owner: string): Promise<Draft | null>;
  /** Adds to the draft of a browser, making it when there is none. */
  add(owner: string, patch: DraftPatch): Promise<Draft>;
  /** Puts a photo in place of the one sent before; null takes it away. */
  attach(owner: string, kind: PictureKind, file: PreparedFile | null): Promise<Draft>;
  /** Adds photos to the gallery; answers how many found no place. */
  addToGallery(owner: string, files: readonly PreparedFile[]): Promise<number>;
  removeFromGallery(owner: string, name: string): Promise<void>;
  discard(owner: string): Promise<void>;
  /** Turns a draft into a person, once: `make` runs in the transaction that closes it. The person's id; null when the draft is gone. */
  complete(id: string, owner: string, make: Make): Promise<number | null>;
  /** The person this browser registered last, for a day. */
  completed(owner: string): Promise<number | null>;
  /** Deletes drafts whose time is over, with their files; answers how many. For an hourly job. */
  sweep(): Promise<number>;
}

export interface DraftTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'encrypt' | 'decrypt'>;
  readonly files: Pick<Files, 'save' | 'find' | 'open' | 'remove'>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COLUMN = { photo: 'photo_file', id_photo: 'id_photo_file' } as const;
const NO_FILES = { photo_file: null, id_photo_file: null, gallery_files: [] };

export function createDrafts(tools: DraftTools): Drafts {
  const { db, clock } = tools;
  const ago = (seconds: number): Date => new Date(clock.now().getTime() - seconds * 1000);
  return {
    async find(owner) {
      const row = await store.findOpen(db, owner, clock.now());
      return row ? read(tools, db, row) : null;
    },
    add: (owner, patch) =>
      inTransaction(db, async (tx) => {
        const row = await held(tools, tx, owner);
        const answers = { ...answersOf(tools, row), ...patch.answers };
        const step = patch.step && orderOf(patch.step) > orderOf(row.step) ? patch.step : row.step;
        return change(tools, tx, row, { data_encrypted: seal(tools, answers), step });
      }),
    attach: (owner, kind, file) =>
      inTransaction(db, async (tx) => {
        const row = await held(tools, tx, owner);
        const saved = file ? await tools.files.save(tx, { folder: 'drafts', ...file }) : null;
        await dropFiles(tools, tx, [row[COLUMN[kind]]]);
        return change(tools, tx, row, { [COLUMN[kind]]: saved?.name ?? null });
      }),
    addToGallery: (owner, files) => inTransaction(db, (tx) => addToGallery(tools, tx, owner, files)),
    removeFromGallery: (owner, name) =>
      inTransaction(db, async (tx) => {
        const row = await held(tools, tx, owner);
        if (!row.gallery_files.includes(name)) return;
        await dropFiles(tools, tx, [name]);
        await change(tools, tx, row, { gallery_files: row.gallery_files.filter((each) => each !== name) });
      }),
    discard: (owner) =>
      inTransaction(db, async (tx) => {
        const row = await store.lockOpen(tx, owner);
        if (row) await remove(tools, tx, row);
      }),
    complete: (id, owner, make) => inTransaction(db, (tx) => complete(tools, tx, id, owner, make)),
    completed: (owner) => store.findCompleted(db, owner, ago(SHOWN_SECONDS)),
    sweep: () =>
      inTransaction(db, async (tx) => {
        const gone = await store.deleteExpired(tx, clock.now());
        for (const row of gone) await dropFiles(tools, tx, filesOf(row));
        return gone.length;
      }),
  };
}

async function addToGallery(tools: DraftTools, tx: Tx, owner: string, files: readonly PreparedFile[]): Promise<number> {
  const row = await held(tools, tx, owner);
  const fitting = files.slice(0, Math.max(0, MAX_GALLERY - row.gallery_files.length));
  const names: string[] = [];
  for (const file of fitting) names.push((await tools.files.save(tx, { folder: 'drafts', ...file })).name);
  await change(tools, tx, row, { gallery_files: [...row.gallery_files, ...names] });
  return files.length - fitting.length;
}

async function complete(tools: DraftTools, tx: Tx, id: string, owner: string, make: Make): Promise<number | null> {
  const now = tools.clock.now();
  const row = UUID.test(id) ? await store.lockDraft(tx, id, owner) : null;
  if (!row || row.expires_at <= now) return null;
  if (row.completed_at) return isRepeat(row.completed_at, now) ? row.talent_id : null;
  const draft = await read(tools, tx, row);
  const talentId = await make(tx, draft, await loadAll(tools, draft));
  const closed = { talent_id: talentId, completed_at: now, updated_at: now, expires_at: later(now, SHOWN_SECONDS) };
  await store.updateDraft(tx, id, { data_encrypted: seal(tools, {}), ...NO_FILES, ...closed });
  await dropFiles(tools, tx, filesOf(row));
  return talentId;
}

/** The draft of this browser, held; a fresh one when there is none or its time is over. */
async function held(tools: DraftTools, tx: Tx, owner: string): Promise<store.DraftRow> {
  const now = tools.clock.now();
  const old = await store.lockOpen(tx, owner);
  if (old && old.expires_at > now) return old;
  if (old) await remove(tools, tx, old);
  const empty = { ...NO_FILES, talent_id: null, completed_at: null, data_encrypted: seal(tools, {}) };
  await store.insertDraft(tx, { id: randomUUID(), owner, step: 'person', ...empty, created_at: now, ...datesFrom(now) });
  const row = await store.lockOpen(tx, owner);
  if (!row) throw new Error('a CINEMA draft was neither made nor found');
  return row;
}

type Changes = Omit<store.DraftChange, 'updated_at' | 'expires_at'>;
async function change(tools: DraftTools, tx: Tx, row: store.DraftRow, changes: Changes): Promise<Draft> {
  const dated = { ...changes, ...datesFrom(tools.clock.now()) };
  await store.updateDraft(tx, row.id, dated);
  return read(tools, tx, { ...row, ...dated });
}

async function remove(tools: DraftTools, tx: Tx, row: store.DraftRow): Promise<void> {
  await store.deleteDraft(tx, row.id);
  await dropFiles(tools, tx, filesOf(row));
}

const filesOf = (row: store.DraftFiles): readonly (string | null)[] => [row.photo_file, row.id_photo_file, ...row.gallery_files];
async function dropFiles({ files }: DraftTools, tx: Tx, names: readonly (string | null)[]): Promise<void> {
  for (const name of names) if (name) await files.remove(tx, name);
}

async function read(tools: DraftTools, via: Db, row: store.DraftRow): Promise<Draft> {
  const find = (name: string | null) => (name ? tools.files.find(via, name) : null);
  const gallery: StoredFile[] = [];
  for (const name of row.gallery_files) {
    const file = await find(name);
    if (file) gallery.push(file);
  }
  const pictures = { photo: await find(row.photo_file), idPhoto: await find(row.id_photo_file), gallery };
  return { id: row.id, step: row.step, answers: answersOf(tools, row), ...pictures };
}

async function loadAll(tools: DraftTools, { photo, idPhoto, gallery }: Draft): Promise<CompletedFiles> {
  const loaded: PreparedFile[] = [];
  for (const file of gallery) loaded.push(await load(tools, file));
  return {
    ...(photo ? { photo: await load(tools, photo) } : {}),
    ...(idPhoto ? { idPhoto: await load(tools, idPhoto) } : {}),
    gallery: loaded,
  };
}

const load = async ({ files }: DraftTools, file: StoredFile): Promise<PreparedFile> => ({
  content: await buffer(await files.open(file)),
  extension: file.name.slice(file.name.lastIndexOf('.') + 1),
  mediaType: file.mediaType,
});

const seal = ({ vault }: DraftTools, answers: Answers): string => vault.encrypt(JSON.stringify(answers));
const answersOf = ({ vault }: DraftTools, row: store.DraftRow): Answers => JSON.parse(vault.decrypt(row.data_encrypted)) as Answers;
const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const datesFrom = (now: Date) => ({ updated_at: now, expires_at: later(now, KEPT_SECONDS) });
const isRepeat = (completed: Date, now: Date): boolean => now.getTime() - completed.getTime() < REPEAT_SECONDS * 1000;
