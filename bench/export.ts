/**
 * 100 000 people as XLSX and CSV from a running studio: seconds, memory of the studio while it writes, and every row compared with
 * the database through openpyxl, which knows nothing of the writer. Its own writer makes a workbook of the same rows in the same run.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import pino from 'pino';
import { openDatabase } from '#kernel/db/connect.ts';
import { createVault } from '#kernel/vault.ts';
import { seedPeople } from '#products/talent/seed/seed.ts';
import { startStudio, writeResults } from './lib.ts';

const PEOPLE = 100_000;

/** Count and digest of five columns: code, names, address, score. */
const READ = `
import sys, hashlib, openpyxl
rows = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True)
head = next(rows)
at = [head.index(name) for name in ('Unique code', 'Last name', 'First name', 'E-mail address', 'Profile (%)')]
digest, count = hashlib.sha256(), 0
for row in rows:
    digest.update(('|'.join(str(row[i]) for i in at) + '\\n').encode())
    count += 1
print(count, digest.hexdigest())
`;
const WRITE = `
import sys, time, openpyxl
start = time.time()
rows = list(openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True))
open(sys.argv[2] + '.reading', 'w').write(str(time.time() - start))
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet()
for row in rows:
    sheet.append(row)
book.save(sys.argv[2])
`;

const [key, secret] = [Buffer.alloc(32, 7).toString('base64url'), 'the bench, which keeps no secret from anybody'];
const studio = await startStudio({ RATE_LIMIT_SCALE: '1000', ATELIER_ROLE: 'web', ENCRYPTION_KEY: key, SECRET_KEY: secret });
const log = pino({ level: 'error' });
const database = await openDatabase({ databaseUrl: null, dataFolder: studio.dataFolder, databasePoolSize: 2 }, log);
const vault = createVault([key], secret);
await seedPeople({ db: database.db, vault, log }, { users: PEOPLE, contacts: true });

await database.close();
await studio.restart();
const signedIn = await fetch(`${studio.url}/api/v1/auth/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ identifier: 'admin@talento.com', password: '@4dm1n' }),
});
const headers = { cookie: (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };

const before = megabytes('VmRSS');
const excel = await download('excel', 'people.xlsx');
const excelPeak = megabytes('VmHWM');
const csv = await download('csv', 'people.csv');
const peak = megabytes('VmHWM');

const again = await openDatabase({ databaseUrl: null, dataFolder: studio.dataFolder, databasePoolSize: 2 }, log);
const { rows } = await sql<{ line: string }>`
  select concat_ws('|', unique_code, last_name, first_name, email, profile_score) as line from talent.members order by account_id desc`.execute(
  again.db,
);
const expected = createHash('sha256');
for (const { line } of rows) expected.update(`${line}\n`);
const [count, digest] = python(READ, join(studio.dataFolder, 'people.xlsx')).trim().split(' ');
assert.equal(Number(count), rows.length);
assert.equal(digest, expected.digest('hex'), 'the workbook differs from the database');

const start = performance.now();
python(WRITE, join(studio.dataFolder, 'people.xlsx'), join(studio.dataFolder, 'peer.xlsx'));
const peer = (performance.now() - start) / 1000;
const reading = Number(readFileSync(join(studio.dataFolder, 'peer.xlsx.reading'), 'utf8'));

writeResults(`Export: ${PEOPLE} people`, [
  '| | seconds | file |',
  '|---|---|---|',
  `| \`/api/v1/export/users/excel\`, ${rows.length} people, read, phone numbers decrypted, and written | ${excel.seconds.toFixed(1)} | ${excel.size} |`,
  `| the same as CSV | ${csv.seconds.toFixed(1)} | ${csv.size} |`,
  `| openpyxl writing the same cells (write-only mode, reading not counted) | ${(peer - reading).toFixed(1)} | |`,
  '',
  `Memory of the studio (resident): ${before} MB before, ${excelPeak} MB at most during the workbook, **${excelPeak - before} MB more** (aim ≤ 200 MB); ${peak} MB at most with the CSV after it.`,
  'Every row of the workbook was read by openpyxl and has the code, names, address and score of the database, in its order.',
]);
console.log({ excel, csv, before, excelPeak, peak, peer: peer - reading });
await again.close();
await studio.stop();

async function download(kind: string, name: string): Promise<{ readonly seconds: number; readonly size: string }> {
  const began = performance.now();
  const answer = await fetch(`${studio.url}/api/v1/export/users/${kind}`, { headers });
  if (!answer.ok || !answer.body) throw new Error(`${kind}: ${answer.status}`);
  const file = join(studio.dataFolder, name);
  await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(file));
  return { seconds: (performance.now() - began) / 1000, size: `${(statSync(file).size / 1e6).toFixed(1)} MB` };
}

function megabytes(name: string): number {
  const [, kilobytes = '0'] = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${studio.pid()}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function python(script: string, ...words: readonly string[]): string {
  const file = join(studio.dataFolder, 'bench.py');
  writeFileSync(file, script);
  try {
    return execFileSync('/usr/bin/python3', [file, ...words], { encoding: 'utf8', maxBuffer: 1e8 });
  } finally {
    rmSync(file);
  }
}
