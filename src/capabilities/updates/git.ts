/** The checkout this program runs from, asked through git. Nothing is typed by anybody into these commands but names of tags that git itself gave. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { childEnvironment } from '#config';

export class GitError extends Error {}

const PATIENCE_MS = 60_000;
const MOST_BYTES = 16 * 1024 * 1024;

export type Git = (...words: readonly string[]) => Promise<string>;

/** Answers what git printed, trimmed; throws `GitError` with its last line. Never asks for a password. */
export const gitIn =
  (folder: string): Git =>
  async (...words) => {
    const env = childEnvironment({ GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' });
    const options = { cwd: folder, env, timeout: PATIENCE_MS, maxBuffer: MOST_BYTES };
    try {
      return (await promisify(execFile)('git', [...words], options)).stdout.trim();
    } catch (error) {
      const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
      throw new GitError((said.split('\n').at(-1) || String(error)).slice(0, 300), { cause: error });
    }
  };

const TAG = /^v?(\d+)\.(\d+)\.(\d+)$/;
const numbers = (version: string): readonly number[] => (TAG.exec(version) ?? []).slice(1).map(Number);

/** Negative, zero or positive, as a sort wants it. */
export function compareVersions(one: string, other: string): number {
  const [mine, theirs] = [numbers(one), numbers(other)];
  for (const place of [0, 1, 2]) {
    const difference = (mine[place] ?? 0) - (theirs[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
export const isVersion = (tag: string): boolean => TAG.test(tag);

/** The part of a changelog that tells of versions after `version`: all of it when that one is not in it. */
export function newsSince(changelog: string, version: string): string {
  const lines = changelog.split('\n');
  const from = lines.findIndex((line) => line.startsWith('## '));
  if (from < 0) return '';
  const known = lines.findIndex((line) => line.startsWith('## ') && line.includes(version.replace(/^v/, '')));
  return lines
    .slice(from, known < 0 ? undefined : known)
    .join('\n')
    .trim()
    .slice(0, 20_000);
}
