/**
 * Files sent piece by piece over connections that break, at `/uploads` (tus 1.0.0, see `uploads-routes.ts`).
 *
 * Hides pieces, offsets and expiry. Words: the *purpose* of an upload (`photo`, `cv`) sets its limit and names the form
 * field in refusals; its *owner* is the account, or the browser of somebody who has not signed in yet; to *claim* is to
 * take the finished content, once, inside the transaction that uses it. What it contains is judged then, not here.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { Failure, failure } from '../failure.ts';
import type { Door } from './door.ts';
import { tooLarge } from './forms.ts';
import { ownerOf } from './guest.ts';
import type { Limits, Rule } from './rate-limit.ts';
import { MEGABYTE, uploadMessages as m, readCreation, registerUploadRoutes, type UploadDesk, wrongOffset } from './uploads-routes.ts';
import {
  type AppendProblem,
  appendPiece,
  findUpload,
  insertUpload,
  readPieces,
  removeExpired,
  removeUpload,
  takeUpload,
  type UploadRow,
} from './uploads-store.ts';

export interface ClaimedUpload {
  readonly content: Buffer;
  readonly originalName: string;
  /** What the browser said it is; prove it by the content. */
  readonly declaredType: string;
  readonly purpose: string;
}

export interface Uploads {
  routes(door: Door): void;
  /** The finished content, once; null when there is none of that owner. Gone when the caller's transaction commits. */
  claim(db: Db, id: string, owner: string): Promise<ClaimedUpload | null>;
  /** The finished content written to a file of this machine, never in memory as a whole; null when there is none. It stays until `drop`. */
  copyTo(db: Db, id: string, owner: string, path: string): Promise<Omit<ClaimedUpload, 'content'> | null>;
  /** Gone when the caller's transaction commits; false when it was gone already. */
  drop(db: Db, id: string, owner: string): Promise<boolean>;
  /** Removes what expired; returns how many uploads. */
  sweep(): Promise<number>;
}

export interface UploadTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly limits: Limits;
  /** Largest size in megabytes by purpose. */
  readonly purposes?: Readonly<Record<string, number>>;
}

const PURPOSES = { photo: 5, cv: 10, media: 500 };
/** Too large to be taken from anybody. */
const SIGNED_IN = new Set(['media']);
const LIFE_MS = 24 * 3600 * 1000;
/** Written to the database at once; what a dying process had received beyond the last piece is sent again. */
const PIECE_BYTES = 256 * 1024;
const SILENCE_MS = 60_000;

// A casting session behind one address sends two files a person: the address gets room for three hundred an hour.
const PER_OWNER: Rule = { name: 'uploads', limit: 60, windowSeconds: 3600 };
const PER_ADDRESS: Rule = { name: 'uploads-address', limit: 600, windowSeconds: 3600 };
const MEGABYTES_PER_ADDRESS: Rule = { name: 'uploads-megabytes', limit: 4096, windowSeconds: 86_400 };

export function createUploads(tools: UploadTools): Uploads {
  const desk = uploadDesk({ purposes: PURPOSES, ...tools });
  return {
    routes: (door) => registerUploadRoutes(door, desk),
    async claim(db, id, owner) {
      const taken = await takeUpload(db, { id, owner, now: tools.clock.now() });
      if (!taken) return null;
      return { content: taken.content, originalName: taken.original_name, declaredType: taken.declared_type, purpose: taken.purpose };
    },
    async copyTo(db, id, owner, path) {
      const found = await findUpload(db, { id, owner, now: tools.clock.now() });
      if (!found || found.received < found.length) return null;
      await pipeline(readPieces(db, id), createWriteStream(path));
      return { originalName: found.original_name, declaredType: found.declared_type, purpose: found.purpose };
    },
    drop: (db, id, owner) => removeUpload(db, { id, owner }),
    sweep: () => removeExpired(tools.db, tools.clock.now()),
  };
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

function uploadDesk({ db, clock, limits, purposes }: UploadTools & Required<Pick<UploadTools, 'purposes'>>): UploadDesk {
  const expiry = (): Date => new Date(clock.now().getTime() + LIFE_MS);
  return {
    maxBytes: Math.max(...Object.values(purposes)) * MEGABYTE,
    async create(request) {
      const asked = readCreation(request, purposes);
      if (SIGNED_IN.has(asked.purpose) && !request.viewer) throw failure.unauthenticated();
      const owner = ownerOf(request);
      const megabytes = Math.ceil(asked.length / MEGABYTE);
      await take(limits, [
        [PER_OWNER, owner, 1],
        [PER_ADDRESS, request.ip, 1],
        [MEGABYTES_PER_ADDRESS, request.ip, megabytes],
      ]);
      const times = { created_at: clock.now(), expires_at: expiry() };
      const row = { id: randomBytes(16).toString('hex'), owner, received: 0, pieces: 0, ...asked, ...times };
      await insertUpload(db, row);
      return row;
    },
    async find(request) {
      const found = await findUpload(db, { id: idOf(request), owner: ownerOf(request), now: clock.now() });
      if (!found) throw failure.notFound(m.gone);
      return found;
    },
    async receive(upload, body) {
      let received = upload.received;
      let expiresAt = upload.expires_at;
      for await (const piece of piecesOf(body)) {
        expiresAt = expiry();
        const whose = { id: upload.id, owner: upload.owner, now: clock.now() };
        const problem = await appendPiece(db, whose, received, piece, expiresAt);
        if (problem) throw failureOf(problem, upload);
        received += piece.length;
      }
      return { received, expiresAt };
    },
    async remove(request) {
      if (!(await removeUpload(db, { id: idOf(request), owner: ownerOf(request) }))) throw failure.notFound(m.gone);
    },
  };
}

async function take(limits: Limits, takes: readonly (readonly [Rule, string, number])[]): Promise<void> {
  for (const [rule, key, cost] of takes) {
    await limits.admit(rule, key, cost);
  }
}

/** The body in pieces of a fair size. A connection that breaks or falls silent ends it: what came before counts. */
async function* piecesOf(body: Readable): AsyncGenerator<Buffer> {
  const silence = setTimeout(() => body.destroy(), SILENCE_MS);
  const reader = body.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  try {
    let waiting: Buffer[] = [];
    let bytes = 0;
    for (let open = true; open; ) {
      const next = await reader.next().catch(() => null);
      silence.refresh();
      open = next !== null && !next.done;
      if (next && !next.done) {
        waiting.push(next.value);
        bytes += next.value.length;
      }
      if (bytes === 0 || (open && bytes < PIECE_BYTES)) continue;
      yield Buffer.concat(waiting);
      [waiting, bytes] = [[], 0];
    }
  } finally {
    clearTimeout(silence);
  }
}

function failureOf(problem: AppendProblem, upload: UploadRow): Failure {
  if (problem === 'gone') return failure.notFound(m.gone);
  if (problem === 'wrong-offset') return wrongOffset();
  if (problem === 'too-many-pieces') return failure.field(upload.purpose, m.tooManyPieces);
  return new Failure('too-large', { fields: tooLarge(upload.purpose, Math.ceil(upload.length / MEGABYTE)).fields });
}
