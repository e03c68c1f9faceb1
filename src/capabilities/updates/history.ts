/** `logs/update_history.json` of the data folder: what was updated, when, by whom, and how it went. */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFileDurably } from '#kernel/storage/durable.ts';

export interface UpdateEntry {
  readonly from: string;
  readonly to: string;
  readonly started_at: string;
  readonly finished_at: string;
  readonly status: 'success' | 'failed';
  /** Where it stopped; null when it did not. */
  readonly failed_step: string | null;
  readonly error: string | null;
  /** The archive that was made before. */
  readonly backup: string | null;
  /** E-mail of the administrator, or `command line`. */
  readonly by: string;
}

const MOST = 200;
const fileIn = (dataFolder: string): string => join(dataFolder, 'logs', 'update_history.json');

/** Newest first. A file that cannot be read counts as empty. */
export async function readHistory(dataFolder: string): Promise<readonly UpdateEntry[]> {
  const text = await readFile(fileIn(dataFolder), 'utf8').catch(() => '[]');
  try {
    const entries: unknown = JSON.parse(text);
    return Array.isArray(entries) ? (entries as UpdateEntry[]) : [];
  } catch {
    return [];
  }
}

export async function addHistory(dataFolder: string, entry: UpdateEntry): Promise<void> {
  const file = fileIn(dataFolder);
  await mkdir(dirname(file), { recursive: true });
  const entries = [entry, ...(await readHistory(dataFolder))].slice(0, MOST);
  await writeFileDurably(file, Buffer.from(`${JSON.stringify(entries, null, 2)}\n`));
}
