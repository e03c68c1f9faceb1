/**
 * Where the bytes are: content-addressed blobs, on disk or in an S3-compatible store.
 *
 * Hides the place, retries and half-written content. Words: a *blob* is named by the SHA-256 of its content, so the
 * same content twice is one blob; a *staged* content is received and hashed but visible to nobody until published;
 * `put` stages and publishes. Names, owners and rights are the business of `files.ts` and of the rooms.
 */
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { type Failure, failure } from '../failure.ts';
import { messages } from '../message.ts';
import type { Staged, Storage } from './blob.ts';
import { createCopies } from './copies.ts';
import { diskStorage } from './disk.ts';
import { s3Storage } from './s3.ts';
import { readS3Target } from './s3-client.ts';

export type { Storage } from './blob.ts';

const m = messages({
  full: {
    fr: 'Le stockage est plein : rien n’a été enregistré. Prévenez l’administrateur, puis réessayez.',
    en: 'The storage is full: nothing was saved. Tell the administrator, then try again.',
    ar: 'مساحة التخزين ممتلئة ولم يُحفظ شيء. أبلغ المسؤول ثم أعد المحاولة.',
  },
  unreachable: {
    fr: 'Le stockage ne répond pas. Réessayez dans un instant.',
    en: 'The storage does not answer. Try again in a moment.',
    ar: 'خدمة التخزين لا تستجيب. أعد المحاولة بعد لحظات.',
  },
});

export interface StorageConfig {
  /** `s3://KEY:SECRET@host[:port]/bucket[/prefix]?region=…&secure=1`; null keeps files on disk. */
  readonly storageUrl: string | null;
  readonly dataFolder: string;
}

export function createStorage(config: StorageConfig, log: Logger): Storage {
  const drafts = join(config.dataFolder, 'drafts');
  const backend = config.storageUrl
    ? s3Storage(readS3Target(config.storageUrl), drafts, log)
    : diskStorage(join(config.dataFolder, 'files'));
  const stage = async (content: Buffer | Readable): Promise<Staged> => {
    const staged = await inWords(log, () => backend.stage(content));
    return { ...staged, publish: () => inWords(log, () => staged.publish()) };
  };
  return { ...backend, stage, put: (content) => putInto(stage, content), copies: createCopies(join(config.dataFolder, 'copies')) };
}

async function putInto(stage: Storage['stage'], content: Buffer | Readable): Promise<{ sha256: string; bytes: number }> {
  const staged = await stage(content);
  try {
    await staged.publish();
    return { sha256: staged.sha256, bytes: staged.bytes };
  } finally {
    await staged.discard();
  }
}

/** Logged for the operator, told to the person as such. */
async function inWords<T>(log: Logger, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const trouble = storageTrouble(error);
    if (!trouble) throw error;
    log.error({ err: error }, trouble.why);
    throw trouble.failure;
  }
}

export interface StorageTrouble {
  readonly failure: Failure;
  readonly why: string;
}

/** A disk, a quota or a file system's largest file; PostgreSQL's `disk_full` (SQLSTATE 53100). */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);

/** A full disk, also that of the database, or a silent store is nobody's mistake; null: it is something else. */
export function storageTrouble(error: unknown): StorageTrouble | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return { failure: failure.unavailable(m.full), why: 'the storage is full' };
  return code === 'STORE_UNREACHABLE' ? { failure: failure.unavailable(m.unreachable), why: 'the storage does not answer' } : null;
}
