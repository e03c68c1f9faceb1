// Programs of the operating system: found, or installed through apt when that is allowed.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const find = (...names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

const canInstall = () => process.getuid?.() === 0 && Boolean(find('apt-get'));
const APT = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };

/** Makes sure of ffmpeg beside the start, never in its way; says one clear sentence when it cannot. */
export function ensureFfmpeg() {
  if (find('ffmpeg')) return;
  const advice = 'ffmpeg is not installed: films cannot be rendered until it is (Debian: apt install ffmpeg).';
  if (!canInstall()) return void process.stderr.write(`${advice}\n`);
  const command = 'apt-get install -y -q ffmpeg || (apt-get update -q && apt-get install -y -q ffmpeg)';
  const child = spawn('sh', ['-c', command], { ...APT, stdio: 'ignore', detached: true });
  child.on('exit', (code) => code && process.stderr.write(`${advice}\n`));
  child.unref();
}

/** The browser of the tests; installed when root, else named in an error. */
export function ensureChromium() {
  const known = () => process.env.CHROMIUM_PATH || find('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  if (!known() && canInstall()) {
    process.stderr.write('Installing Chromium for the browser tests…\n');
    const install = () =>
      execFileSync('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-core', 'fonts-noto-color-emoji'], {
        ...APT,
        stdio: 'ignore',
      });
    try {
      install();
    } catch {
      execFileSync('apt-get', ['update', '-q'], { ...APT, stdio: 'ignore' });
      install();
    }
  }
  const path = known();
  if (!path) throw new Error('The browser tests need Chromium: install it (Debian: apt install chromium) or set CHROMIUM_PATH.');
  return path;
}
