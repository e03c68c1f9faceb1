/** `atelier import-flask`: an installation of the former application moves in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '#config';
import { ImportRefusal, type ImportReport, importFigures } from '#products/talent/door.ts';
import { buildApp } from './app.ts';

export interface ImportOptions {
  readonly from?: string;
  readonly uploads?: string;
  readonly 'encryption-key'?: string;
  readonly source?: string;
  readonly report?: string;
  readonly 'dry-run'?: boolean;
}

const ADVICE = `import-flask needs --from postgresql://USER:PASSWORD@HOST/DATABASE, and the ENCRYPTION_KEY of the old installation:
--encryption-key KEY, or the variable FLASK_ENCRYPTION_KEY, which does not stay in the history of the shell.`;

/** 0: everything came; 3: some rows were refused, and the report names them; 2: nothing was begun. */
export async function importFlask(config: Config, log: Logger, options: ImportOptions): Promise<number> {
  const encryptionKey = options['encryption-key'] ?? config.flaskEncryptionKey;
  if (!options.from || !/^postgres(ql)?:\/\//.test(options.from) || !encryptionKey) {
    console.error(ADVICE);
    return 2;
  }
  if (config.demo && !options['dry-run']) {
    console.error(
      'This installation is a demonstration: real people do not belong among invented ones. Set ATELIER_DEMO=0 and an empty ATELIER_DATA.',
    );
    return 2;
  }
  const app = await buildApp(config, log);
  try {
    const report = await app.talent.importFlask({
      ...{ from: options.from, encryptionKey, dryRun: options['dry-run'] ?? false },
      ...(options.uploads ? { uploads: resolve(options.uploads) } : {}),
      ...(options.source ? { source: options.source } : {}),
      onStep: (step) => console.log(`… ${step}`),
    });
    return tell(
      report,
      options.report ?? join(config.dataFolder, 'imports', `${report.source}-${report.startedAt.replace(/[:.]/g, '-')}.json`),
    );
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    console.error(error.message);
    return 2;
  } finally {
    await app.close();
  }
}

function tell(report: ImportReport, path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  console.log(`\n${importFigures(report)}\n`);
  if (report.dryRun) console.log('This was a rehearsal: nothing was kept.');
  console.log(`Every row that did not come, and why: ${path}`);
  return report.refused.length > 0 ? 3 : 0;
}
