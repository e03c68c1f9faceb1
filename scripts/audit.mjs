// npm run audit: known vulnerabilities of what the lock file names. Ends with 1 when a package of the running studio has one that is
// high or critical, with 2 when the registry did not answer the question: an audit that was not made has not passed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/project.mjs';

const GRAVE = new Set(['high', 'critical']);

const audit = (...more) => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout, error } = spawnSync(npm, ['audit', '--json', ...more], {
    cwd: join(root),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return JSON.parse(stdout || '{}');
};

const running = audit('--omit=dev');
if (!running.metadata?.vulnerabilities) {
  const why = running.statusCode ? `answered ${running.statusCode}` : (running.error?.summary ?? running.message ?? 'gave no answer');
  console.error(`NOT AUDITED: the registry ${why} when asked for known vulnerabilities. Nothing is known, good or bad:`);
  console.error('run it again where the registry takes the question (POST /-/npm/v1/security/advisories/bulk).');
  process.exit(2);
}
const everything = audit();
const found = Object.values(everything.vulnerabilities ?? {});
for (const { name, severity, range, via, fixAvailable } of found) {
  const isRunning = Boolean(running.vulnerabilities?.[name]);
  const titles = via.map((cause) => (typeof cause === 'string' ? `through ${cause}` : cause.title));
  console.log(
    `${severity} ${name} ${range}${isRunning ? '' : ' (builds and tests only)'}: ${titles.join('; ')}${fixAvailable ? ', mended in a newer one' : ''}`,
  );
}
const grave = Object.values(running.vulnerabilities ?? {}).filter(({ severity }) => GRAVE.has(severity));
const { dependencies } = everything.metadata;
console.log(
  `${dependencies?.total ?? 0} packages, ${found.length} with known vulnerabilities, ${grave.length} grave ones in the running studio`,
);
process.exit(grave.length > 0 ? 1 : 0);
