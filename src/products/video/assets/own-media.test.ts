import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, type Person, type WireAsset } from './test-house.ts';

let house: House;
let person: Person;
const folder = mkdtempSync(join(tmpdir(), 'own-media-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file that ffmpeg makes from its own sources. */
function made(name: string, ...args: readonly string[]): Buffer {
  const path = join(folder, name);
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args, path]);
  return readFileSync(path);
}
const colours = ['-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=15:duration=1'];
const tone = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=2'];

beforeAll(async () => {
  house = await openHouse();
  person = await house.person();
});

async function send(name: string, content: Buffer, fields: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ project_id: person.projectId, ...fields })) form.append(field, value);
  form.append('file', new File([new Uint8Array(content)], name));
  const body = new Response(form);
  const payload = Buffer.from(await body.arrayBuffer());
  return person.ask('POST', '/assets/upload', payload, { headers: { 'content-type': body.headers.get('content-type') ?? '' } });
}
const faultOf = (reply: Awaited<ReturnType<typeof send>>): unknown => {
  const { details } = reply.json<{ error: { details: { field: string; constraint: string } } }>().error;
  return [details.field, details.constraint];
};

describe('pain 13: own pictures, clips and sound', () => {
  it.each([
    [
      'a.png',
      () =>
        sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } })
          .png()
          .toBuffer(),
      'image',
      'image/jpeg',
    ],
    [
      'b.webp',
      () =>
        sharp({ create: { width: 300, height: 200, channels: 3, background: 'teal' } })
          .webp()
          .toBuffer(),
      'image',
      'image/jpeg',
    ],
    ['c.mp4', () => made('c.mp4', ...colours, '-pix_fmt', 'yuv420p', '-c:v', 'libx264'), 'video', 'video/mp4'],
    ['d.mov', () => made('d.mov', ...colours, '-pix_fmt', 'yuv420p', '-c:v', 'libx264'), 'video', 'video/quicktime'],
    ['e.webm', () => made('e.webm', ...colours, '-c:v', 'libvpx-vp9', '-deadline', 'realtime'), 'video', 'video/webm'],
    ['f.mp3', () => made('f.mp3', ...tone), 'music', 'audio/mpeg'],
    ['g.wav', () => made('g.wav', ...tone), 'music', 'audio/wav'],
    ['h.m4a', () => made('h.m4a', ...tone), 'music', 'audio/mp4'],
  ] as const)('%s is taken for what it contains', async (name, content, type, mediaType) => {
    const reply = await send(name, await content());
    expect([reply.statusCode, reply.body.slice(0, 300)]).toEqual([201, expect.any(String)]);
    const own = reply.json<WireAsset>();
    expect(own).toMatchObject({ type, status: 'completed', origin: 'upload', media_type: mediaType, original_name: name, provider: null });
    if (type === 'video') expect(own).toMatchObject({ width: 320, height: 240, duration: 1 });
    if (type === 'music') expect(own.duration).toBeCloseTo(2, 0);
    const file = await person.ask('GET', `/assets/${own.id}/download`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, mediaType]);
    const thumbnail = await person.ask('GET', `/assets/${own.id}/thumbnail`);
    expect(thumbnail.statusCode).toBe(type === 'music' ? 404 : 200);
    expect((await person.ask('POST', `/assets/${own.id}/regenerate`)).statusCode).toBe(409);
  });

  it('sound is a voice when its owner says so, and nothing is what it is not', async () => {
    const sound = made('voice.mp3', ...tone);
    expect((await send('v.mp3', sound, { type: 'voice', scene_id: '2' })).json()).toMatchObject({ type: 'voice', scene_id: 2 });
    expect(faultOf(await send('v.mp3', sound, { type: 'image' }))).toEqual(['type', 'choice']);
  });

  it('what is damaged, disguised, empty or something else is refused with its cause', async () => {
    const clip = made('whole.mp4', ...colours, '-pix_fmt', 'yuv420p', '-c:v', 'libx264');
    expect(faultOf(await send('half.mp4', clip.subarray(0, 3000)))).toEqual(['file', 'damaged']);
    // A list of other files, by the name of a film: it is never opened as one.
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'x');
    const list = Buffer.from(`#EXTM3U\n#EXTINF:1,\nfile://${secret}\n#EXT-X-ENDLIST\n`);
    expect(faultOf(await send('list.mp4', list))).toEqual(['file', 'format']);
    expect(faultOf(await send('ID3.mp3', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(400)])))).toEqual(['file', 'damaged']);
    expect(faultOf(await person.ask('POST', '/assets/upload', { project_id: person.projectId }))).toEqual(['file', 'required']);
    const wrong = await person.ask('POST', '/assets/upload', { project_id: 'x', type: 'film', scene_id: -1 });
    const { fields } = wrong.json<{ error: { details: { fields: { field: string }[] } } }>().error.details;
    expect(fields.map(({ field }) => field).sort()).toEqual(['project_id', 'scene_id', 'type']);
  });

  it('larger ones come piece by piece, are taken once, and survive a refusal', async () => {
    const content = made('long.mp4', ...colours, '-pix_fmt', 'yuv420p', '-c:v', 'libx264');
    const metadata = `purpose ${Buffer.from('media').toString('base64')},filename ${Buffer.from('long.mp4').toString('base64')}`;
    const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
    const uploads = (method: 'POST' | 'PATCH', path: string, headers: object, payload?: Buffer) =>
      person.ask('GET', '', undefined, {
        method,
        url: `/uploads${path}`,
        headers: { ...tus, ...headers },
        ...(payload ? { payload } : {}),
      });
    const begun = await uploads('POST', '', { 'upload-length': String(content.length), 'upload-metadata': metadata });
    expect(begun.statusCode).toBe(201);
    const id = String(begun.headers.location).split('/').at(-1) ?? '';
    const half = Math.floor(content.length / 2);
    await uploads('PATCH', `/${id}`, { 'upload-offset': '0' }, content.subarray(0, half));
    const body = { project_id: person.projectId, upload_id: id };
    expect(faultOf(await person.ask('POST', '/assets/upload', body))).toEqual(['upload_id', 'missing']);
    await uploads('PATCH', `/${id}`, { 'upload-offset': String(half) }, content.subarray(half));
    expect(faultOf(await person.ask('POST', '/assets/upload', { ...body, type: 'music' }))).toEqual(['type', 'choice']);
    const key = { headers: { 'idempotency-key': 'brought-once' } };
    const reply = await person.ask('POST', '/assets/upload', body, key);
    expect([reply.statusCode, reply.json()]).toMatchObject([201, { type: 'video', original_name: 'long.mp4', size_bytes: content.length }]);
    expect((await person.ask('POST', '/assets/upload', body, key)).json()).toEqual(reply.json());
    expect(faultOf(await person.ask('POST', '/assets/upload', body))).toEqual(['upload_id', 'missing']);
  });
});
