/** One child process from beginning to end: what goes in, what comes out, and its whole group killed when nobody wants it any more. */
import { spawn } from 'node:child_process';

export interface Ended {
  readonly stdout: Buffer;
  /** The end of what it complained about. */
  readonly stderr: string;
  /** Null when it was killed. */
  readonly status: number | null;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly input?: string;
  readonly cwd?: string;
}

const MOST_COMPLAINTS = 16_384;

/** Rejects with the signal's reason, after the child has gone; with the cause when the program cannot be started (`ENOENT`). */
export function run(program: string, args: readonly string[], { signal, input, cwd }: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // A group of its own: whatever it starts goes with it.
    const child = spawn(program, args, { cwd, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    const kill = (): void => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) killGroup(child.pid);
    };
    signal.addEventListener('abort', kill, { once: true });
    const heard: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (piece: Buffer) => heard.push(piece));
    child.stderr.on('data', (piece: Buffer) => {
      stderr = (stderr + piece.toString('utf8')).slice(-MOST_COMPLAINTS);
    });
    // It may end without having read everything: its status says why.
    child.stdin.on('error', () => child.stdin.destroy());
    child.stdin.end(input ?? '');
    child.on('error', (error) => {
      signal.removeEventListener('abort', kill);
      reject(error);
    });
    child.on('close', (status) => {
      signal.removeEventListener('abort', kill);
      if (signal.aborted) reject(signal.reason);
      else resolve({ stdout: Buffer.concat(heard), stderr, status });
    });
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself in this very moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
