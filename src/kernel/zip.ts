/** A ZIP that is written while it is sent: nothing of it waits in memory but the piece on its way. */
import { Readable } from 'node:stream';
import { configure, TextReader, ZipWriter } from '@zip.js/zip.js';

export interface ZipEntry {
  /** With folders: `files/cv.pdf`. */
  readonly name: string;
  readonly content: string | Readable;
}

configure({ useWebWorkers: false });

/** Entries in their order. A fault of theirs ends the stream with it, so that no reader takes half for the whole. */
export function zipStream(entries: AsyncIterable<ZipEntry>): Readable {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const write = async (): Promise<void> => {
    const zip = new ZipWriter(writable, { level: 6 });
    for await (const { name, content } of entries)
      await zip.add(name, typeof content === 'string' ? new TextReader(content) : (Readable.toWeb(content) as ReadableStream<Uint8Array>));
    await zip.close();
  };
  write().catch((error: unknown) => writable.abort(error).catch(() => undefined));
  return Readable.fromWeb(readable as Parameters<typeof Readable.fromWeb>[0]);
}
