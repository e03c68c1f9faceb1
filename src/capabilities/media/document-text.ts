/**
 * The words of a document, read in a thread of its own: these files come from strangers, and a twisted one may want to run for ever
 * or to take all memory. The thread is ended at its limits; nothing else notices.
 */
import { Worker } from 'node:worker_threads';
import type { PreparedDocument } from './document.ts';

export interface DocumentText {
  /** In the order of reading; column by column, cells of a row parted by tabs. Empty when there is none. */
  readonly text: string;
  readonly pages: number;
  /** `none`: pictures of words, or nothing; `poor`: words were found, and many are missing or broken. */
  readonly quality: 'good' | 'poor' | 'none';
  /** There is more than was read. */
  readonly truncated: boolean;
  /** Web addresses behind words. */
  readonly links: readonly string[];
  /** Why nothing was read, when the file is at fault. */
  readonly trouble?: 'damaged' | 'too_heavy';
}

/** What a reader of one format answers. */
export interface RawText {
  readonly text: string;
  readonly pages: number;
  readonly links: readonly string[];
  readonly isCut: boolean;
}

export interface ReadingTask {
  readonly content: Uint8Array;
  readonly extension: PreparedDocument['extension'];
  readonly mostCharacters: number;
}

const MOST_CHARACTERS = 60_000;
const MOST_SECONDS = 20;
const HEAP_MEGABYTES = 256;
/** Buffers lie outside the heap: a few kilobytes may unpack to gigabytes. */
const BUFFER_MEGABYTES = 400;
const LOOK_EVERY_MS = 100;
const MEGABYTE = 1024 * 1024;

/** From the sources in tests; beside the bundle otherwise (scripts/lib/build.mjs). */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./document-thread.ts', import.meta.url)
  : new URL('./document-thread.js', import.meta.url);

export async function readDocument(content: Buffer, extension: ReadingTask['extension']): Promise<DocumentText> {
  const raw = await askThread({ content: new Uint8Array(content), extension, mostCharacters: MOST_CHARACTERS });
  if (typeof raw === 'string') return { text: '', pages: 0, quality: 'none', truncated: false, links: [], trouble: raw };
  const { text, pages, links, isCut: truncated } = raw;
  const quality = qualityOf(text, pages, extension === 'pdf');
  return { text: quality === 'none' ? '' : text, pages, quality, truncated, links };
}

function askThread(task: ReadingTask): Promise<RawText | 'damaged' | 'too_heavy'> {
  const thread = new Worker(THREAD, {
    name: 'document',
    workerData: task,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: 32 },
    // What libraries remark about odd files is nobody's news.
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const end = (answer: RawText | 'damaged' | 'too_heavy'): void => {
      clearTimeout(patience);
      clearInterval(watch);
      resolve(answer);
      void thread.terminate();
    };
    const patience = setTimeout(end, MOST_SECONDS * 1000, 'too_heavy');
    const watch = setInterval(() => void refuseWaste(thread, end), LOOK_EVERY_MS);
    thread.once('message', end);
    thread.once('error', (error) => end('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_heavy' : 'damaged'));
    thread.once('exit', () => end('damaged'));
  });
}

/** Asked of the engine itself, which answers also while the thread is busy. */
async function refuseWaste(thread: Worker, end: (answer: 'too_heavy') => void): Promise<void> {
  const figures = await thread.getHeapStatistics().catch(() => null);
  if (figures && figures.external_memory > BUFFER_MEGABYTES * MEGABYTE) end('too_heavy');
}

const LEAST_LETTERS = 40;
const LETTERS_OF_A_PAGE = 150;

/** Scans have no letters, or a watermark; fonts without a table of letters give signs instead. Only pages hide what they show. */
function qualityOf(text: string, pages: number, hasPages: boolean): DocumentText['quality'] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < (hasPages ? LEAST_LETTERS : 1)) return 'none';
  const signs = text.replace(/\s/g, '').length;
  const broken = text.match(/[\ufffd\u25a0-\u25ff]/gu)?.length ?? 0;
  const words = text.split(/\s+/);
  const single = words.filter((word) => /^\p{L}$/u.test(word)).length;
  const isThin = hasPages && letters < LETTERS_OF_A_PAGE * Math.min(pages, 3);
  return isThin || letters < 0.5 * signs || broken > 0.05 * signs || single > 0.4 * words.length ? 'poor' : 'good';
}
