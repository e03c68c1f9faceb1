/** A release while people work: the version of before serves on beside the new one, which migrates when it starts, and is ended afterwards. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../bench/lib.ts';
import { startStudio } from '../studio.ts';
import { openWriters } from '../writers.ts';
import { endure } from './endure.ts';
import type { TrialOptions, TrialReport } from './trials.ts';

export async function sideBySide({ from, seconds, say }: TrialOptions): Promise<TrialReport> {
  if (!from) throw new Error('two versions: --from COMMIT');
  const folder = mkdtempSync(join(tmpdir(), 'atelier-chaos-'));
  const dataFolder = join(folder, 'data');
  try {
    const before = buildOf(from, join(folder, 'before'));
    say(`the version of ${from} is built`);
    const old = await startStudio({ dataFolder, program: before });
    let newer: Awaited<ReturnType<typeof startStudio>> | null = null;
    try {
      const endured = await endure(old, await openWriters(old.doors), {
        ...{ tolerated: [], seconds },
        begin: async () => {
          newer = await startStudio({ dataFolder });
          return old;
        },
        end: async () => {
          await old.end();
          if (!newer) throw new Error('the new version did not start');
          return newer;
        },
      });
      return { ...endured, faults: [...endured.faults, ...(await endured.studio.wrongs())] };
    } finally {
      await old.end();
      await (newer as Awaited<ReturnType<typeof startStudio>> | null)?.end();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program as it was: checked out, installed and built beside this one. Answers its path. */
function buildOf(commit: string, folder: string): string {
  const run = (program: string, args: readonly string[], cwd = folder): void =>
    void execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  run('git', ['clone', '--quiet', '--no-checkout', root, folder], root);
  run('git', ['checkout', '--quiet', '--detach', commit]);
  const lockOf = (where: string): string => readFileSync(join(where, 'package-lock.json'), 'utf8');
  if (lockOf(folder) === lockOf(root))
    cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  else run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  run(process.execPath, ['scripts/build.mjs']);
  return join(folder, 'dist/main.js');
}
