import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { visit } from '#test/visitor.ts';
import { type Member, openPresenceHouse, type PresenceHouse } from '../presence/test-house.ts';
import { type BadgeClaims, encodeClaims, formatPayload, parsePayload, SEED_ALPHABET } from './claims.ts';

let house: PresenceHouse;
beforeAll(async () => {
  house = await openPresenceHouse((await freshDatabase()).db);
});

/** What a program of the machine says; a machine without it cannot prove that badges are read. */
function run(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${program} is missing: install zbar-tools and poppler-utils`);
    throw error;
  }
}

/** The texts of the QR codes on each page of a printed document, seen at the resolution of a cheap camera. */
function codesOn(pdf: Buffer, dotsPerInch: number): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-badge-'));
  try {
    writeFileSync(join(folder, 'badge.pdf'), pdf);
    run('pdftoppm', '-r', String(dotsPerInch), '-gray', join(folder, 'badge.pdf'), join(folder, 'page'));
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort();
    return pages.map((page) => run('zbarimg', '-q', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, page)).trim().split('\n').sort());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const CLAIMS: BadgeClaims = { keyId: 1, projectId: 42, assignmentId: 1042, talentId: 7, seed: 'abcdefghj' };

describe('the claims of a badge', () => {
  it('are 118 characters after a mark, and come back as they were', () => {
    const payload = formatPayload(encodeClaims(CLAIMS), new Uint8Array(64).fill(255));
    expect(payload).toMatch(/^ATB1\.[\w-]{118}$/);
    expect(parsePayload(payload)?.claims).toEqual(CLAIMS);
    expect(parsePayload(` ${payload}\n`)?.signature).toEqual(new Uint8Array(64).fill(255));
    const largest = { keyId: 65_535, projectId: 4_294_967_295, assignmentId: 4_294_967_295, talentId: 4_294_967_295, seed: '999999999' };
    expect(parsePayload(formatPayload(encodeClaims(largest), new Uint8Array(64)))?.claims).toEqual(largest);
  });

  it('are null for every other text', () => {
    const payload = formatPayload(encodeClaims(CLAIMS), new Uint8Array(64));
    for (const other of [
      '',
      'ATB1.',
      'https://example.com',
      payload.slice(0, -1),
      `${payload}AA`,
      payload.replace('ATB1', 'ATB2'),
      payload.replace('.', '.*'),
    ])
      expect(parsePayload(other), other).toBeNull();
  });

  it('never name somebody else for want of room', () => {
    for (const wrong of [{ keyId: 65_536 }, { talentId: 4_294_967_296 }, { projectId: 0 }, { assignmentId: 1.5 }, { seed: 'abcdefgh0' }])
      expect(() => encodeClaims({ ...CLAIMS, ...wrong }), JSON.stringify(wrong)).toThrow(RangeError);
  });
});

describe('badges', () => {
  it('T-198 come with the assignment, signed, with a seed that nobody misreads', async () => {
    const { project, members } = await house.set(2);
    const [one, two] = members as [Member, Member];
    const claims = await house.badges.read(house.db, await house.payload(one));
    expect(claims).toMatchObject({ projectId: project.id, assignmentId: one.assignmentId, talentId: one.talentId });
    expect([...(claims?.seed ?? '')].every((letter) => SEED_ALPHABET.includes(letter))).toBe(true);
    expect([...'o01il'].some((letter) => SEED_ALPHABET.includes(letter))).toBe(false);
    expect((await house.badges.current(house.db, two.assignmentId))?.seed).not.toBe(claims?.seed);
  });

  it('that were changed by one bit are nobody’s', async () => {
    const {
      members: [one],
    } = await house.set(1);
    const parsed = parsePayload(await house.payload(one as Member));
    if (!parsed) throw new Error('the badge of the test cannot be read');
    const bytes = Buffer.concat([parsed.signed, parsed.signature]);
    for (let index = 1; index < 88; index += 3) {
      const forged = Buffer.from(bytes);
      forged[index] = (forged[index] ?? 0) ^ 1;
      expect(await house.badges.read(house.db, `ATB1.${forged.toString('base64url')}`), String(index)).toBeNull();
    }
  });

  it('are given once, however many ask, with one key pair whose private half cannot be read', async () => {
    const fresh = await openPresenceHouse((await freshDatabase()).db);
    const { members } = await fresh.set(3);
    await sql`delete from talent.badges`.execute(fresh.db);
    await sql`delete from talent.badge_keys`.execute(fresh.db);
    const ask = (member: Member) =>
      fresh.db
        .transaction()
        .execute((tx) => fresh.badges.issue(tx, { assignmentId: member.assignmentId, projectId: 1, talentId: member.talentId }));
    const made = await Promise.all([...members, ...members].map(ask));
    expect(new Set(made.map(({ seed }) => seed)).size).toBe(3);
    expect(await fresh.badges.publicKeys(fresh.db)).toHaveLength(1);
    const { rows } = await sql<{ sealed: string }>`select private_key_encrypted as sealed from talent.badge_keys`.execute(fresh.db);
    expect(rows[0]?.sealed).toMatch(/^gAAAA/);
    await fresh.door.close();
  });

  it('stay good when the key is changed; new ones are signed with the new key', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    const old = await house.payload(one as Member);
    const keyId = await house.db.transaction().execute((tx) => house.badges.rotateKey(tx));
    const later = await house.assign(project, await house.person());
    expect((await house.badges.read(house.db, old))?.assignmentId).toBe(one?.assignmentId);
    expect(await house.badges.read(house.db, await house.payload(later))).toMatchObject({ keyId, assignmentId: later.assignmentId });
    expect(await house.payload(one as Member)).toBe(old);
  });
});

describe('the printed badge', () => {
  const portrait = async (): Promise<string> => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const content = await sharp({ create: { width: 1400, height: 2000, channels: 3, background: '#a52', noise } })
      .jpeg({ quality: 95 })
      .toBuffer();
    return (await house.files.save(house.db, { folder: 'photos', extension: 'jpg', content, mediaType: 'image/jpeg' })).name;
  };

  it('T-474 T-848 is an A6 page under 200 KB whose code a camera reads, the same each time', async () => {
    const project = await house.project({ name: 'Le Dernier Voyage à Ouarzazate' });
    const person = await house.person({ firstName: 'سلمى', lastName: 'Éloïse-Ñuñez', photoFile: await portrait() });
    const member = await house.assign(project, person);
    const url = `/cinema/projects/talent/${member.assignmentId}/generate-badge`;
    const reply = await house.call('admin', 'GET', url);
    expect([reply.status, reply.headers['content-type'], reply.headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      `attachment; filename="badge_${member.projectCode}.pdf"`,
    ]);
    expect(reply.raw.length).toBeLessThan(200_000);
    expect(codesOn(reply.raw, 72)).toEqual([[await house.payload(member)]]);
    expect((await house.call('admin', 'GET', url)).raw.equals(reply.raw)).toBe(true);
    for (const role of ['user', 'presence', 'casting'] as const) expect((await house.call(role, 'GET', url)).status, role).toBe(403);
    expect((await house.call('admin', 'GET', '/cinema/projects/talent/987654/generate-badge')).status).toBe(404);
  });

  it.each(['fr', 'ar'] as const)('comes four on a page for a whole project, each to be read (%s)', async (language) => {
    const { project, members } = await house.set(6);
    const pdf = await house.badges.printProject(project.id, language);
    const wanted = await Promise.all(members.map((member) => house.payload(member)));
    const pages = codesOn(pdf, 110);
    expect(pages.map(({ length }) => length)).toEqual([4, 2]);
    expect(pages.flat().sort()).toEqual([...wanted].sort());
  });

  it('says so when there is nobody to print, or no such project', async () => {
    const project = await house.project();
    expect((await house.call('admin', 'GET', `/cinema/projects/${project.id}/badges`)).status).toBe(409);
    expect((await house.call('admin', 'GET', '/cinema/projects/987654/badges')).status).toBe(404);
  });
});

describe('a lost badge', () => {
  it('is asked about, revoked with a reason and replaced at once', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    const member = one as Member;
    const before = await house.badges.current(house.db, member.assignmentId);
    const url = `/cinema/projects/talent/${member.assignmentId}/revoke-badge`;
    const admin = visit(house.door);
    admin.cookies.set('who', 'admin');
    expect((await admin.open(url)).body).toContain(member.projectCode);
    const refused = await admin.send(url, { reason: '  ' });
    expect(refused.statusCode).toBe(400);
    expect((await house.badges.current(house.db, member.assignmentId))?.seed).toBe(before?.seed);
    const done = await admin.send(url, { reason: 'Perdu le matin' });
    expect([done.statusCode, done.headers['location']]).toEqual([303, `/cinema/projects/${project.id}`]);
    expect(await house.badges.revoked(house.db, project.id)).toEqual([{ seed: before?.seed, reason: 'Perdu le matin' }]);
    expect((await house.badges.current(house.db, member.assignmentId))?.seed).not.toBe(before?.seed);
    const presence = visit(house.door);
    presence.cookies.set('who', 'presence');
    expect((await presence.open(url)).statusCode).toBe(403);
  });

  it('is revoked when its bearer leaves the project, and prints no more', async () => {
    const {
      project,
      members: [one],
    } = await house.set(1);
    await house.projects.unassign(null, one?.assignmentId ?? 0);
    expect(await house.badges.revoked(house.db, project.id)).toHaveLength(1);
    expect((await house.call('admin', 'GET', `/cinema/projects/talent/${one?.assignmentId}/generate-badge`)).status).toBe(404);
  });
});
