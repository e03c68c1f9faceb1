/** What a blob is: the shapes that disk and S3 share, and where a blob lies by its hash. */
import type { Readable } from 'node:stream';
import type { Copies } from './copies.ts';

export interface Staged {
  readonly sha256: string;
  readonly bytes: number;
  /** Makes the blob visible and durable, and renews its date even when the same content is there already. May be repeated. */
  publish(): Promise<void>;
  /** Forgets what was staged; does nothing after `publish`. */
  discard(): Promise<void>;
}

export interface StoredBlob {
  readonly sha256: string;
  readonly bytes: number;
  readonly storedAt: Date;
}

/** First and last byte wanted, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface Storage {
  put(content: Buffer | Readable): Promise<{ sha256: string; bytes: number }>;
  stage(content: Buffer | Readable): Promise<Staged>;
  /** Throws `MissingBlob`. */
  open(sha256: string, range?: ByteRange): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  remove(sha256: string): Promise<void>;
  list(): AsyncIterable<StoredBlob>;
  /** Removes what interrupted writes left behind before `olderThan`; returns how many. */
  tidy(olderThan: Date): Promise<number>;
  /** What can be made again, on this machine. */
  readonly copies: Copies;
}

/** What disk and S3 each implement; `put`, the copies and the words for people are the same for both. */
export type StorageBackend = Omit<Storage, 'put' | 'copies'>;

export class MissingBlob extends Error {
  constructor(sha256: string) {
    super(`No blob ${sha256} in the storage`);
    this.name = 'MissingBlob';
  }
}

const SHA256 = /^[0-9a-f]{64}$/;

/** `aa/bb/<sha256>`: two levels keep every folder small. Throws for anything but a hash, so no path can be smuggled in. */
export function placeOf(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('A blob is named by 64 hexadecimal digits');
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** The hash at the end of a place; null for a foreign file. */
export function blobAt(place: string): string | null {
  const sha256 = place.slice(place.lastIndexOf('/') + 1);
  return SHA256.test(sha256) && place.endsWith(placeOf(sha256)) ? sha256 : null;
}
