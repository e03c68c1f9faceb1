/**
 * Drill: people register while every process of the studio is killed with SIGKILL, again and again. After each restart every
 * registration that was acknowledged must be there, with its photo and its CV.
 *
 *   node scripts/with-node.mjs test/drills/kill.ts 50      (rounds; the tests run 3)
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawPhoto, writeCv } from '../papers.ts';

const root = new URL('../..', import.meta.url).pathname;
/** Whatever this machine has configured, the program under test starts as a demo of its own. */
const UNCONFIGURED = { DATABASE_URL: '', SECRET_KEY: '', ENCRYPTION_KEY: '', ADMIN_EMAIL: '', NODE_ENV: '', ATELIER_DEMO: '1' };
const REGISTRARS = 4;

interface Acknowledged {
  readonly code: string;
  readonly email: string;
  readonly cvSha256: string;
}
export interface DrillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly slowestRestartSeconds: number;
}

/** Runs the drill on an empty data folder; `lost` names everything that was acknowledged and is not there. */
export async function killDrill(rounds: number, log: (line: string) => void = () => undefined): Promise<DrillReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-drill-'));
  const everyone: Acknowledged[] = [];
  const lost: string[] = [];
  let slowest = 0;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const studio = await startStudio(dataFolder);
      slowest = Math.max(slowest, studio.seconds);
      const fresh = await registerUntilKilled(studio, round);
      everyone.push(...fresh);
      const after = await startStudio(dataFolder);
      slowest = Math.max(slowest, after.seconds);
      const missing = await findMissing(after.url, round === rounds ? everyone : fresh);
      lost.push(...missing);
      log(`round ${round}: ${fresh.length} acknowledged, ${missing.length} lost, restarted in ${after.seconds.toFixed(1)} s`);
      await killEverything(after.child, dataFolder);
    }
    return { rounds, acknowledged: everyone.length, lost, slowestRestartSeconds: slowest };
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface RunningStudio {
  readonly url: string;
  readonly child: ChildProcess;
  readonly dataFolder: string;
  readonly seconds: number;
}

async function startStudio(dataFolder: string): Promise<RunningStudio> {
  const started = performance.now();
  const port = await freePort();
  const env = {
    ...process.env,
    ...UNCONFIGURED,
    ATELIER_DATA: dataFolder,
    PORT: String(port),
    IMAGES_PORT: '0',
    VIDEO_PORT: '0',
    RATE_LIMIT_SCALE: '1000000',
    ATELIER_FETCH_VOICES: '0',
    LOG_LEVEL: 'fatal',
  };
  const child = spawn(process.execPath, [join(root, 'dist/main.js'), 'start'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  const limit = Date.now() + 60_000;
  while (
    !(await fetch(`${url}/readyz`)
      .then((answer) => answer.ok)
      .catch(() => false))
  ) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error(`the studio did not start (exit ${child.exitCode})`);
    await sleep(30);
  }
  return { url, child, dataFolder, seconds: (performance.now() - started) / 1000 };
}

/** Registrars work in parallel; the axe falls at a moment nobody chose. Returns what was answered with 201. */
async function registerUntilKilled(studio: RunningStudio, round: number): Promise<readonly Acknowledged[]> {
  const done: Acknowledged[] = [];
  let alive = true;
  const registrar = async (which: number): Promise<void> => {
    for (let n = 0; alive; n += 1) {
      const person = await register(studio.url, `drill-${round}-${which}-${n}@example.com`).catch(() => null);
      if (person) done.push(person);
    }
  };
  const registrars = Array.from({ length: REGISTRARS }, (_, which) => registrar(which));
  const limit = Date.now() + 30_000;
  while (done.length < 2 && Date.now() < limit) await sleep(20);
  await sleep(Math.random() * 800);
  await killEverything(studio.child, studio.dataFolder);
  alive = false;
  await Promise.all(registrars);
  return done;
}

async function register(url: string, email: string): Promise<Acknowledged | null> {
  const cv = await writeCv(email);
  const form = new FormData();
  const fields = {
    first_name: 'Amina',
    last_name: 'Drill',
    email,
    password: 'solide-et-longue-42',
    gender: 'F',
    date_of_birth: '1994-05-06',
    country_id: '1',
    residence_country_id: '1',
    residence_city_id: '1',
    phone: '+212612345678',
    terms: 'true',
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('photo', new Blob([new Uint8Array(drawPhoto(300, 400))], { type: 'image/jpeg' }), 'photo.jpg');
  form.append('cv', new Blob([new Uint8Array(cv)], { type: 'application/pdf' }), 'cv.pdf');
  const answer = await fetch(`${url}/api/v1/auth/register`, { method: 'POST', body: form });
  const body = (await answer.json()) as { user?: { unique_code?: string } };
  if (answer.status !== 201) throw new Error(`registration answered ${answer.status}: ${JSON.stringify(body)}`);
  return body.user?.unique_code ? { code: body.user.unique_code, email, cvSha256: sha256(cv) } : null;
}

async function findMissing(url: string, people: readonly Acknowledged[]): Promise<readonly string[]> {
  const headers = await adminSession(url);
  const missing: string[] = [];
  for (const { code, email, cvSha256 } of people) {
    const answer = await fetch(`${url}/api/v1/users/code/${code}`, { headers });
    const user = ((await answer.json()) as { user?: { email?: string; photo_url?: string; cv_url?: string } }).user;
    if (user?.email !== email) missing.push(`${code} ${email}: not there`);
    else if (sha256(await download(url, user.cv_url, headers)) !== cvSha256) missing.push(`${code}: CV differs`);
    else if ((await download(url, user.photo_url, headers)).length < 1000) missing.push(`${code}: no photo`);
  }
  return missing;
}

async function adminSession(url: string): Promise<{ cookie: string }> {
  const body = JSON.stringify({ identifier: 'admin@talento.com', password: '@4dm1n' });
  const answer = await fetch(`${url}/api/v1/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { cookie: (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
}

const download = async (url: string, path: string | undefined, headers: { cookie: string }): Promise<Buffer> => {
  const answer = path ? await fetch(`${url}${path}`, { headers }) : null;
  return answer?.ok ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0);
};

/** SIGKILL to the program and to its database server, as a power cut would. */
async function killEverything(child: ChildProcess, dataFolder: string): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const pidFile = ['postgres', 'postgresql', 'database', 'db']
    .map((name) => join(dataFolder, name, 'postmaster.pid'))
    .find((file) => existsSync(file));
  if (!pidFile) throw new Error('no postmaster.pid under the data folder');
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  child.kill('SIGKILL');
  process.kill(postmaster, 'SIGKILL');
  await exited;
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = await killDrill(Number(process.argv[2] ?? 3), (line) => console.log(line));
  console.log(
    `${report.rounds} rounds, ${report.acknowledged} registrations acknowledged, ${report.lost.length} lost, slowest restart ${report.slowestRestartSeconds.toFixed(1)} s`,
  );
  for (const line of report.lost) console.error(line);
  process.exit(report.lost.length ? 1 : 0);
}
