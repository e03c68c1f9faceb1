/**
 * Blobs in an S3-compatible store, under `<prefix>aa/bb/<sha256>`. A key is the hash of its content, so writing twice
 * is harmless and a download cut half-way goes on where it stopped. Streams are received on the local disk first:
 * the key is only known at their end, and a body that must be sent again has to be somewhere.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { type ByteRange, blobAt, MissingBlob, placeOf, type Staged, type StorageBackend, type StoredBlob } from './blob.ts';
import { tidyFolder } from './disk.ts';
import { writeDraft } from './durable.ts';
import { createS3Client, PATIENCE, type S3Patience, type S3Reply, type S3Target, type SendToStore, StoreUnreachable } from './s3-client.ts';

const PART_BYTES = 16 * 1024 * 1024;

export function s3Storage(target: S3Target, drafts: string, log: Logger, patience: S3Patience = PATIENCE): StorageBackend {
  const send = createS3Client(target, log, patience);
  const keyOf = (sha256: string): string => `${target.prefix}${placeOf(sha256)}`;
  return {
    async stage(content) {
      if (Buffer.isBuffer(content) && content.length <= PART_BYTES) return stageBuffer(send, keyOf, content);
      return stageFile(send, keyOf, drafts, content);
    },
    open: async (sha256, range) => {
      const read = readBlob(send, keyOf(sha256), sha256, range, patience.tries);
      const first = await read.next(); // a missing blob is told now, not in the middle of an answer
      return Readable.from(prepend(first, read), { objectMode: false });
    },
    has: async (sha256) => {
      const reply = await send({ method: 'HEAD', key: keyOf(sha256) });
      await reply.body.dump();
      return reply.statusCode !== 404;
    },
    remove: async (sha256) => {
      const reply = await send({ method: 'DELETE', key: keyOf(sha256) });
      await reply.body.dump();
    },
    list: () => listBlobs(send, target.prefix),
    tidy: async (olderThan) => (await tidyFolder(drafts, olderThan)) + (await abortUploads(send, target.prefix, olderThan)),
  };
}

type KeyOf = (sha256: string) => string;

function stageBuffer(send: SendToStore, keyOf: KeyOf, content: Buffer): Staged {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const publish = (): Promise<void> => putObject(send, keyOf(sha256), content);
  return { sha256, bytes: content.length, publish, discard: async () => undefined };
}

async function stageFile(send: SendToStore, keyOf: KeyOf, drafts: string, content: Buffer | Readable): Promise<Staged> {
  const draft = await writeDraft(drafts, content);
  const publish = async (): Promise<void> => {
    const file = await open(draft.path, 'r');
    try {
      if (draft.bytes <= PART_BYTES) await putObject(send, keyOf(draft.sha256), await readPart(file, 0, draft.bytes));
      else await putInParts(send, keyOf(draft.sha256), file, draft.bytes);
    } finally {
      await file.close();
    }
  };
  return { sha256: draft.sha256, bytes: draft.bytes, publish, discard: () => rm(draft.path, { force: true }) };
}

async function putObject(send: SendToStore, key: string, body: Buffer): Promise<void> {
  await found(await send({ method: 'PUT', key, body }), key);
}

async function readPart(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const part = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(part, done, length - done, position + done);
    if (bytesRead === 0) throw new Error('a draft became shorter while it was sent');
    done += bytesRead;
  }
  return part;
}

/** Multipart upload: each part is verified by the store through its hash, the whole through its length. */
async function putInParts(send: SendToStore, key: string, file: FileHandle, bytes: number): Promise<void> {
  const started = await found(await send({ method: 'POST', key, query: { uploads: '' } }), key);
  const uploadId = tagIn(started, 'UploadId');
  try {
    const tags: string[] = [];
    for (let position = 0; position < bytes; position += PART_BYTES) {
      const body = await readPart(file, position, Math.min(PART_BYTES, bytes - position));
      const reply = await send({ method: 'PUT', key, query: { partNumber: String(tags.length + 1), uploadId }, body });
      await found(reply, key);
      tags.push(String(reply.headers['etag']));
    }
    const parts = tags.map((tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join('');
    const body = Buffer.from(`<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>`);
    const done = await found(await send({ method: 'POST', key, query: { uploadId }, body }), key);
    // The store may find out that it cannot, after it has said 200.
    if (done.includes('<Error>')) throw new StoreUnreachable({ method: 'POST', key }, tagIn(done, 'Code'));
    await requireLength(send, key, bytes);
  } catch (error) {
    // A best effort: what stays is aborted by `tidy`.
    await send({ method: 'DELETE', key, query: { uploadId } }).then(
      (reply) => reply.body.dump(),
      () => undefined,
    );
    throw error;
  }
}

async function requireLength(send: SendToStore, key: string, bytes: number): Promise<void> {
  const reply = await send({ method: 'HEAD', key });
  await reply.body.dump();
  const length = Number(reply.headers['content-length']);
  if (reply.statusCode !== 404 && length === bytes) return;
  throw new StoreUnreachable({ method: 'HEAD', key }, `${length} bytes stored, ${bytes} sent`);
}

async function found(reply: S3Reply, key: string): Promise<string> {
  const text = await reply.body.text();
  if (reply.statusCode === 404) throw new StoreUnreachable({ method: 'PUT', key }, tagIn(text, 'Code') || 'not found');
  return text;
}

/** The bytes of a blob; a cut download goes on at the byte where it stopped, and a whole one is checked against its name. */
async function* readBlob(
  send: SendToStore,
  key: string,
  sha256: string,
  range: ByteRange | undefined,
  tries: number,
): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256');
  let position = range?.start ?? 0;
  for (let attempt = 1; ; attempt++) {
    const wanted = range ? `bytes=${position}-${range.end}` : position > 0 ? `bytes=${position}-` : null;
    const reply = await send({ method: 'GET', key, ...(wanted ? { headers: { range: wanted } } : {}) });
    if (reply.statusCode === 404) {
      await reply.body.dump();
      throw new MissingBlob(sha256);
    }
    try {
      for await (const piece of reply.body) {
        const chunk = piece as Buffer;
        position += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
      break;
    } catch (error) {
      if (attempt >= tries) throw new StoreUnreachable({ method: 'GET', key }, error);
    }
  }
  if (!range && hash.digest('hex') !== sha256) throw new Error(`The storage returned other bytes than blob ${sha256}`);
}

async function* prepend(first: IteratorResult<Buffer, void>, rest: AsyncGenerator<Buffer, void, undefined>): AsyncGenerator<Buffer> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

async function* listBlobs(send: SendToStore, prefix: string): AsyncGenerator<StoredBlob> {
  for (let token: string | null = ''; token !== null; ) {
    const query: Record<string, string> = { 'list-type': '2', prefix, ...(token ? { 'continuation-token': token } : {}) };
    const page = await found(await send({ method: 'GET', key: '', query }), '');
    for (const [, item = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const sha256 = blobAt(tagIn(item, 'Key'));
      if (sha256) yield { sha256, bytes: Number(tagIn(item, 'Size')), storedAt: new Date(tagIn(item, 'LastModified')) };
    }
    token = tagIn(page, 'IsTruncated') === 'true' ? tagIn(page, 'NextContinuationToken') : null;
  }
}

/** Aborts multipart uploads that nobody finished; their parts are paid for but not seen. */
async function abortUploads(send: SendToStore, prefix: string, olderThan: Date): Promise<number> {
  const page = await found(await send({ method: 'GET', key: '', query: { prefix, uploads: '' } }), '');
  let aborted = 0;
  for (const [, item = ''] of page.matchAll(/<Upload>(.*?)<\/Upload>/gs)) {
    if (new Date(tagIn(item, 'Initiated')) >= olderThan) continue;
    const reply = await send({ method: 'DELETE', key: tagIn(item, 'Key'), query: { uploadId: tagIn(item, 'UploadId') } });
    await reply.body.dump();
    aborted++;
  }
  return aborted;
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

/** The text of the first element of that name; empty when there is none. The store's answers are flat and small. */
function tagIn(xml: string, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
}
