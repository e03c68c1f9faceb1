import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import { STATUS } from '#kernel/failure.ts';
import { createDoor, type Door } from '#kernel/http/door.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { eventually } from '#test/eventually.ts';
import { freshDatabase, log } from '#test/support.ts';
import { createMediaLinks, NoPublicAddress } from './media-links.ts';
import type { PlatformCall, PostMedia, Prepared } from './platform.ts';
import { openPublishingHouse, type PublishingHouse } from './test-house.ts';

const vault = createVault([Buffer.alloc(32, 3).toString('base64url')], 'a secret of the tests, which is long enough');
let database: Database;
let house: PublishingHouse;
let door: Door;
let folder: string;
let media: PostMedia;
const links = (publicUrl: string, simulated: readonly 'facebook'[] = []) => {
  const files = createFiles(createStorage({ storageUrl: null, dataFolder: folder }, log), database.db, systemClock);
  return createMediaLinks({ db: database.db, files, signer: vault, publicUrl, simulated });
};

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-links-'));
  house = await openPublishingHouse(database, log);
  const files = createFiles(createStorage({ storageUrl: null, dataFolder: folder }, log), database.db, systemClock);
  const content = Buffer.from('the bytes of a picture');
  const { name, bytes } = await files.save(database.db, { folder: 'posts', extension: 'jpg', content, mediaType: 'image/jpeg' });
  media = { file: name, bytes, mediaType: 'image/jpeg', width: 1, height: 1, altText: '' };
  door = createDoor({
    ...{ name: 'site', log, trustedProxies: 0, signer: vault, secureCookies: false, authenticate: async () => null },
    renderFailure: (failure, _request, reply) => reply.code(STATUS[failure.kind]).send(failure.code),
  });
  links('https://studio.example').routes(door);
  return async () => {
    await house.stop();
    await door.close();
    await sql`truncate publishing.publications, publishing.budgets, publishing.connections cascade`.execute(database.db);
    rmSync(folder, { recursive: true, force: true });
  };
});

const pathOf = (address: string): string => address.replace('https://studio.example', '');

describe('the address of a file of a post', () => {
  it('answers its bytes to whoever has it, for a day, and for this post only', async () => {
    const [one, other] = [await planned(), await planned()];
    const address = pathOf(links('https://studio.example').linkTo(one, media, new Date()));
    const answer = await door.inject({ url: address });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe('the bytes of a picture');
    expect(answer.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-robots-tag': 'noindex' });
    const forged = [
      address.replace(`/${one.id}/`, `/${other.id}/`),
      address.replace(/until=\d+/, 'until=99999999999'),
      address.replace(/signature=.{4}/, 'signature=aaaa'),
      address.split('?')[0] ?? '',
    ];
    for (const url of forged) expect((await door.inject({ url })).statusCode, url).toBe(404);
    const yesterday = new Date(Date.now() - 2 * 86_400_000);
    const old = pathOf(links('https://studio.example').linkTo(one, media, yesterday));
    expect((await door.inject({ url: old })).statusCode).toBe(404);
  });

  it('names the setting where no platform could fetch it, unless the platform is played on this machine', async () => {
    const one = await planned();
    expect(() => links('http://localhost:5004').linkTo(one, media, new Date())).toThrow(NoPublicAddress);
    expect(() => links('http://127.0.0.1:5004').linkTo(one, media, new Date())).toThrow(/set PUBLIC_URL/);
    expect(links('http://localhost:5004', ['facebook']).linkTo(one, media, new Date())).toMatch(/^http:\/\/localhost:5004\/media\/posts\//);
  });

  it('a post that nobody could fetch is rejected, and says what to set', async () => {
    house.platform.next.prepare.push((call): Prepared => ({ kind: 'ready', checkpoint: { url: call.publicUrlOf(media) } }));
    house.worker();
    const { id } = await planned();
    await eventually(async () => (await house.get(id)).outcome).toMatchObject({ reason: 'media', code: 'PUBLIC_URL' });
  });
});

const planned = () => house.plan({ post: { text: 'With a picture', media: [media], firstComment: '', madeWithAi: true } });

describe('attempts', () => {
  it('keep what the platform said, its code and its trace, and no secret', async () => {
    const token = 'secret-access-token';
    const said = {
      error: { message: `Bad ${token} ${'x'.repeat(2000)}`, code: 190, error_subcode: 463, fbtrace_id: 'AbC', access_token: token },
    };
    const server = createServer((_request, response) => response.writeHead(400).end(JSON.stringify(said)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/feed?access_token=${token}`);
    house.platform.next.prepare.push(async ({ send, checkpoint }: PlatformCall): Promise<Prepared> => {
      const { status } = await send({ method: 'POST', url, phase: 'feed', headers: { authorization: `Bearer ${token}` } });
      return { kind: 'ready', checkpoint: { ...checkpoint, status } };
    });
    const worker = house.worker();
    const { id } = await planned();
    await eventually(async () => (await house.get(id)).state).toBe('confirmed');
    server.close();
    const [first] = await worker.attempts(database.db, id);
    expect(first).toMatchObject({ phase: 'feed', httpStatus: 400, code: '190/463', traceId: 'AbC' });
    expect(first?.detail?.length).toBeLessThanOrEqual(300);
    expect(JSON.stringify(await worker.attempts(database.db, id))).not.toContain(token);
  });
});
