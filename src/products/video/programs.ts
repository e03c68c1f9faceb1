/** ffmpeg and ffprobe, once from beginning to end; ended with all they started when nobody waits any more. */
import { spawn } from 'node:child_process';

/** What a program complained about last. */
export class ProgramFault extends Error {
  readonly program: string;
  constructor(program: string, complaint: string) {
    super(`${program}: ${complaint}`);
    this.name = 'ProgramFault';
    this.program = program;
  }
}

const QUIET = { ffmpeg: ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'], ffprobe: ['-v', 'error'] } as const;
const MOST_WORDS = 8000;
const MOST_BYTES = 4_000_000;

/** What it wrote to its standard output. Rejects with `ProgramFault`, or the reason of the signal. */
export function runProgram(program: 'ffmpeg' | 'ffprobe', args: readonly string[], signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = spawn(program, [...QUIET[program], ...args], { stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGKILL' });
    const parts: Buffer[] = [];
    let bytes = 0;
    let words = '';
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= MOST_BYTES) parts.push(part);
      else child.kill('SIGKILL');
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      words = (words + part).slice(-MOST_WORDS);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined) reject(new ProgramFault(program, error.code ?? 'cannot be started'));
    });
    child.on('close', (status) => {
      if (child.pid === undefined) return;
      if (signal.aborted) reject(signal.reason);
      else if (status === 0) resolve(Buffer.concat(parts));
      else reject(new ProgramFault(program, words.trim().split('\n').at(-1)?.slice(0, 200) || `status ${status}`));
    });
  });
}

/** A voice as an MP3, beside the file it is made from. */
export async function mp3Of(wav: string, signal: AbortSignal): Promise<string> {
  const mp3 = `${wav.replace(/\.\w+$/, '')}.mp3`;
  await runProgram('ffmpeg', ['-i', wav, '-map', '0:a:0', '-c:a', 'libmp3lame', '-b:a', '128k', '-map_metadata', '-1', mp3], signal);
  return mp3;
}
