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

/** Programs the tests read papers and films with, and clients that they stand in for: none of them is ours. */
const READERS = [
  { name: 'zbarimg', package: 'zbar-tools', there: () => find('zbarimg') },
  { name: 'pdftoppm', package: 'poppler-utils', there: () => find('pdftoppm') },
  { name: 'openpyxl', package: 'python3-openpyxl', there: () => existsSync('/usr/lib/python3/dist-packages/openpyxl') },
  { name: 'requests', package: 'python3-requests', there: () => existsSync('/usr/lib/python3/dist-packages/requests') },
  { name: 'ffmpeg', package: 'ffmpeg', there: () => find('ffmpeg') },
  { name: 'python3', package: 'python3', there: () => find('python3') },
  { name: 'curl', package: 'curl', there: () => find('curl') },
];
const knownBrowser = () => process.env.CHROMIUM_PATH || find('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');

/** The path of the browser for the tests, beside the readers of papers; installed when root may, else asked for in one sentence. */
export function ensureTestPrograms() {
  const browser = knownBrowser() ? [] : ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji'];
  const missing = [...browser, ...READERS.filter((reader) => !reader.there()).map((reader) => reader.package)];
  if (missing.length && canInstall()) {
    process.stderr.write(`Installing what the tests need: ${missing.join(', ')}…\n`);
    const { command, env } = aptInstall(missing);
    try {
      execFileSync('sh', ['-c', command], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
      process.stderr.write(`${error.stderr ?? error.message}\n`);
    }
  }
  const path = knownBrowser();
  const absent = [...(path ? [] : ['chromium']), ...READERS.filter((reader) => !reader.there()).map((reader) => reader.package)];
  if (absent.length) throw new Error(`The tests need ${absent.join(', ')} (Debian: apt install ${absent.join(' ')}).`);
  return path;
}
