/** What a process and all that it started use: processor seconds, and memory as the kernel counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** Empty for a process that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Children are those of each thread. */
function familyOf(pid: number): readonly number[] {
  const children = threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));
  return [pid, ...children.flatMap(familyOf)];
}

/** Memory of a process with its descendants, in megabytes: pages that several hold are shared out among them (PSS), so none counts twice. */
export const memoryOf = (pid: number): number =>
  familyOf(pid).reduce((sum, each) => sum + Number(/^Pss:\s*(\d+)/m.exec(read(`/proc/${each}/smaps_rollup`))?.[1] ?? 0) / 1024, 0);

/** Of a process and of its children that have ended, in seconds. */
export function processorOf(pid: number): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0) / 100;
}

/** The kernel walks all pages to answer: often enough to see the most, rarely enough not to slow what is measured. */
const EVERY_MS = 1000;

/** The most while the work is done. */
export async function mostMemory<T>(pid: number, work: () => Promise<T>): Promise<{ readonly megabytes: number; readonly result: T }> {
  let most = memoryOf(pid);
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, EVERY_MS);
  try {
    return { result: await work(), megabytes: Math.max(most, memoryOf(pid)) };
  } finally {
    clearInterval(timer);
  }
}
