/** The programs of the system that read and write films: started, watched, ended. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { lastWords, Trouble } from '../trouble.ts';

export interface Tools {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  /** Ends every child at once. */
  readonly signal: AbortSignal;
  /** Told of each child, so that somebody else can end it when this thread cannot. */
  readonly onChild: (pid: number, isAlive: boolean) => void;
}

const QUIET = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'];
const MOST_WORDS = 20_000;

export interface Running {
  readonly child: ChildProcess;
  /** Resolves with what it said to stderr when it ended well; rejects with `Trouble` or the signal's reason otherwise. */
  readonly ended: Promise<string>;
}

export function start(tools: Tools, program: 'ffmpeg' | 'ffprobe', args: readonly string[], options: SpawnOptions = {}): Running {
  tools.signal.throwIfAborted();
  const named = tools[program];
  const all = program === 'ffmpeg' ? [...QUIET, ...args] : [...args];
  const child = spawn(named, all, { stdio: ['ignore', 'pipe', 'pipe'], ...options, signal: tools.signal, killSignal: 'SIGKILL' });
  const { pid } = child;
  if (pid !== undefined) tools.onChild(pid, true);
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    words = (words + part).slice(-MOST_WORDS);
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (pid === undefined) reject(error.code === 'ENOENT' ? new Trouble('noFfmpeg', { program: named }) : error);
    });
    child.on('close', (code, killed) => {
      if (pid === undefined) return;
      tools.onChild(pid, false);
      if (tools.signal.aborted) reject(tools.signal.reason);
      else if (code === 0) resolve(words);
      else reject(new Trouble('encoder', { reason: killed ? `${program} was ended by ${killed}` : lastWords(words) }));
    });
  });
  // Whoever waits hears of it; who has stopped waiting does not have to.
  ended.catch(() => undefined);
  return { child, ended };
}

/** What it writes to its standard output. */
export async function ask(tools: Tools, program: 'ffmpeg' | 'ffprobe', args: readonly string[]): Promise<Buffer> {
  const { child, ended } = start(tools, program, args);
  const parts: Buffer[] = [];
  child.stdout?.on('data', (part: Buffer) => parts.push(part));
  await ended;
  return Buffer.concat(parts);
}

/** What it says while it works, for filters that report there. */
export const listen = (tools: Tools, args: readonly string[]): Promise<string> => start(tools, 'ffmpeg', args).ended;

/** Asked before anything is done, as ffmpeg is for its encoders: a film must not fail at its end for want of a program. */
export async function requireProbe(tools: Tools): Promise<void> {
  await ask(tools, 'ffprobe', ['-version']);
}
