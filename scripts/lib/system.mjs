// Programs of the operating system: found, or installed through apt when that is allowed.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const find = (...names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

const canInstall = () => process.getuid?.() === 0 && Boolean(find('apt-get'));
/** Its lists may be missing or old: they are fetched when the first attempt fails. Another apt at work is waited for. */
const aptInstall = (packages) => {
  const apt = 'apt-get -q -y -o DPkg::Lock::Timeout=300';
  const install = `${apt} install --no-install-recommends ${packages.join(' ')}`;
  return { command: `${install} || (${apt} update && ${install})`, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
};

/** Makes sure of ffmpeg beside the start, never in its way; says one clear sentence when it cannot. */
export function ensureFfmpeg() {
  if (find('ffmpeg')) return;
  const advice = 'ffmpeg is not installed: films cannot be rendered until it is (Debian: apt install ffmpeg).\n';
  if (!canInstall()) {
    process.stderr.write(advice);
    return;
  }
  const { command, env } = aptInstall(['ffmpeg']);
  // On its own: an installation that is interrupted leaves the system's package manager in disorder.
  const child = spawn('sh', ['-c', command], { env, stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(advice));
  child.on('exit', (code) => process.stderr.write(code === 0 ? 'ffmpeg was installed.\n' : advice));
  child.unref();
}

/** The path of the browser for the tests; installed when root may, else asked for in one sentence. */
export function ensureChromium() {
  const known = () => process.env.CHROMIUM_PATH || find('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  if (!known() && canInstall()) {
    process.stderr.write('Installing Chromium for the browser tests…\n');
    const { command, env } = aptInstall(['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji']);
    try {
      execFileSync('sh', ['-c', command], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
      process.stderr.write(`${error.stderr ?? error.message}\n`);
    }
  }
  const path = known();
  if (!path) throw new Error('The browser tests need Chromium: install it (Debian: apt install chromium) or set CHROMIUM_PATH.');
  return path;
}
