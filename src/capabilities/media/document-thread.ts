/** The thread that reads one document and ends. Its only input is the file. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDoc } from './doc-text.ts';
import type { RawText, ReadingTask } from './document-text.ts';
import { readDocx } from './docx-text.ts';
import { readPdf } from './pdf-text.ts';
import { readPlainText } from './plain-text.ts';
import { tidy } from './tidy.ts';

async function read({ content, extension, mostCharacters }: ReadingTask): Promise<RawText> {
  if (extension === 'pdf') return readPdf(content, mostCharacters);
  if (extension === 'docx') return readDocx(content);
  if (extension === 'doc') return readDoc(Buffer.from(content));
  return { text: readPlainText(Buffer.from(content)) ?? '', pages: 1, links: [], isCut: false };
}

const task = workerData as ReadingTask;
const { text, ...raw } = await read(task);
// Spaces and invisible signs go: some more is taken than is wanted.
const start = tidy(text.slice(0, 2 * task.mostCharacters));
const isCut = raw.isCut || text.length > 2 * task.mostCharacters || start.length > task.mostCharacters;
parentPort?.postMessage({ ...raw, text: start.slice(0, task.mostCharacters).toWellFormed(), isCut } satisfies RawText);
