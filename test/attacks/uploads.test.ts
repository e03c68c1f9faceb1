/** Every file of the corpus through the doors that take files: no fault of ours, nothing kept of what is refused, nothing but pixels of pictures. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe } from 'vitest';
import { attack } from './attack.ts';
import { ESCAPED, MARK, makeCorpus, type Sample } from './corpus.ts';
import { type Attacker, type House, openHouse } from './house.ts';
import { type UploadDoor, uploadDoors } from './upload-doors.ts';
import { faultOf, formAt } from './wire-errors.ts';

/** In the short form each third file goes to one door, another each time; in the long one all go to all. */
const EACH_OF_SHORT = 3;

let house: House;
let admin: Attacker;
beforeAll(async () => {
  house = await openHouse({ demo: false });
  admin = await house.attacker('super_admin');
}, 120_000);

describe('files', () => {
  attack('uploads: polyglots, bombs, scripts, places and paths through every door that takes files', async (attempt) => {
    const [corpus, doors] = [await makeCorpus(attempt.seed), await uploadDoors(house)];
    if (corpus.length < 300) attempt.found(`the corpus holds ${corpus.length} files only`);
    const known = new Set((await stored()).map(({ name }) => name));
    for (const [index, file] of corpus.entries()) {
      for (const [place, door] of doors.entries()) {
        const isTurn = (index + attempt.seed) % EACH_OF_SHORT === 0 && (index * 5 + place) % doors.length === 0;
        if (attempt.depth === 1 && !isTurn) continue;
        attempt.tried();
        for (const fault of await faultsWith(door, file, known)) attempt.found(`${file.what} at ${door.name}: ${fault}`);
      }
    }
    const escaped = [join('/tmp', ESCAPED), ...globSync(join(house.atelier.config.dataFolder, '**', `*${ESCAPED}*`))];
    for (const path of escaped) attempt.demand(!existsSync(path), `a file name became the path ${path}`);
    attempt.demand((await house.stranger.ask('site', { url: '/readyz' })).statusCode === 200, 'the studio is not ready afterwards');
  });
});

async function faultsWith(door: UploadDoor, file: Sample, known: Set<string>): Promise<readonly string[]> {
  await house.written();
  const answer = await door.send(file);
  const wrong = door.isPage ? pageFault(answer) : faultOf(formAt(siteOrDoor(door.path), door.path), answer);
  if (wrong) return [wrong];
  const isRefused = answer.statusCode >= 400;
  // An upload in pieces is kept for a day, refused or not: it belongs to its sender until it is claimed.
  const written = (await house.written()).filter((table) => !table.startsWith('kernel.upload'));
  const faults = isRefused && written.length > 0 ? [`answered ${answer.statusCode}, and wrote ${written.join(', ')}`] : [];
  for (const kept of await stored()) {
    if (known.has(kept.name)) continue;
    known.add(kept.name);
    faults.push(...(await faultsOfKept(kept)));
  }
  return faults;
}

const siteOrDoor = (path: string): 'site' | 'images' | 'video' =>
  /^\/api\/v1\/assets/.test(path) ? 'video' : /^\/api\/(auth|scheduler)/.test(path) ? 'images' : 'site';

function pageFault({ statusCode, headers }: LightMyRequestResponse): string | null {
  if (statusCode >= 500) return `answered ${statusCode}`;
  return headers['x-content-type-options'] === 'nosniff' ? null : 'lets browsers guess what it is';
}

interface Kept {
  readonly name: string;
  readonly sha256: string;
  readonly media_type: string;
  readonly original_name: string | null;
}
const stored = async (): Promise<readonly Kept[]> =>
  (await sql<Kept>`select name, sha256, media_type, original_name from kernel.files`.execute(house.atelier.database.db)).rows;

const KEPT =
  /^(image\/(jpeg|png|webp|avif)|application\/(pdf|msword|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|text\/plain|audio\/|video\/)/;

async function faultsOfKept({ name, sha256, media_type: type, original_name: original }: Kept): Promise<readonly string[]> {
  const faults: string[] = [];
  if (!KEPT.test(type)) faults.push(`kept as ${type}`);
  if (!/^[\w-]+(\/[\w-]+)*\.\w{2,5}$/.test(name)) faults.push(`kept under the name ${name}`);
  if (original && /[/\\\p{Cc}\u202a-\u202e]/u.test(original)) faults.push(`shown under the name ${JSON.stringify(original)}`);
  if (type.startsWith('image/')) faults.push(...(await leftIn(sha256)));
  const answer = await admin.ask('site', { url: `/static/uploads/${name}` });
  if (answer.statusCode === 200) faults.push(...servedBadly(type, answer));
  return faults;
}

/** What a picture says beside its pixels. */
async function leftIn(sha256: string): Promise<readonly string[]> {
  const { dataFolder } = house.atelier.config;
  const [path = ''] = globSync(join(dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256));
  const content = readFileSync(path);
  const { exif, xmp, iptc, comments } = await sharp(content).metadata();
  const words = [MARK, 'GPSLatitude', 'Phone of Awa', '<script', '<?php'].filter((word) => content.includes(word));
  const notes = Object.entries({ exif, xmp, iptc, comments }).filter(([, value]) => value !== undefined && value.length > 0);
  return [...words.map((word) => `its picture still says ${word}`), ...notes.map(([kind]) => `its picture still has ${kind}`)];
}

function servedBadly(type: string, { headers }: LightMyRequestResponse): readonly string[] {
  const faults: string[] = [];
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('is served to be guessed');
  if (!String(headers['content-security-policy']).includes('sandbox')) faults.push('is served without a sandbox');
  const isShown = /^image\/(jpeg|png|webp|avif)$/.test(type);
  if (!isShown && !String(headers['content-disposition']).startsWith('attachment')) faults.push('is served to be opened');
  return faults;
}
