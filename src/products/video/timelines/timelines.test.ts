/** The wire of timelines, through the real door and a real database. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openStockRoom, type StockRoom } from '#test/render-house.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let owner: Caller;
let other: Caller;
let stock: StockRoom;
let [red, blue, voice, music, clip] = ['', '', '', '', ''];
beforeAll(async () => {
  atelier = await startAtelier();
  [owner, other] = [await atelier.as('user'), await atelier.as('user')];
  stock = await openStockRoom(atelier.database, atelier.config, owner.accountId);
  [red, blue] = [await stock.picture('#b03020'), await stock.picture('#2050a0')];
  [voice, music, clip] = [await stock.voice(['Le', 'phare', 'veille']), await stock.music(6), await stock.clip('#208040', 2)];
});

const ask = async (caller: Caller, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, more: object = {}) => {
  const { access_token: token } = await atelier.identity.issueTokens({ id: caller.accountId }, { door: 'video' });
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'fr', ...more };
  return atelier.doors.video.inject({ method, url: `/api/v1/videos${url}`, headers, ...(payload ? { payload } : {}) });
};
/** As the document prints it. */
const documented = (changes: object = {}) => ({
  project_id: stock.projectId,
  config: { resolution: '1920x1080', fps: 30, background_color: '#000000' },
  tracks: [
    { type: 'video', clips: [{ asset_id: red, start_time: 0, duration: 5, transition_in: 'fade', transition_out: 'dissolve' }] },
    { type: 'audio', clips: [{ asset_id: voice, start_time: 0, volume: 1.0 }] },
    { type: 'music', clips: [{ asset_id: music, start_time: 0, volume: 0.3, duck_under_voice: true }] },
  ],
  ...changes,
});
const shots = (...clips: object[]) => [{ type: 'video', clips }];
interface Wire {
  readonly id: string;
  readonly version: number;
  readonly duration: number;
  readonly config: Record<string, unknown>;
  readonly tracks: { type: string; clips: Record<string, unknown>[] }[];
  readonly warnings: { code: string; path: string; message: string }[];
}
const faultsOf = (reply: { json(): unknown }): Record<string, string> => {
  const { error } = reply.json() as { error: { code: string; details: { fields: { field: string; constraint: string }[] } } };
  expect(error.code).toBe('VALIDATION_ERROR');
  return Object.fromEntries(error.details.fields.map(({ field, constraint }) => [field, constraint]));
};

describe('V-076 V-077 V-078 V-079 V-080 V-081 V-082 V-083 V-084 V-085 V-086 V-087 V-174 V-175 V-176 a timeline', () => {
  it('is created from the documented request, with what its assets say', async () => {
    const reply = await ask(owner, 'POST', '/timeline', documented());
    expect(reply.statusCode).toBe(201);
    const made = reply.json<Wire>();
    expect(made).toMatchObject({ project_id: stock.projectId, status: 'draft', duration: 5, version: 1, origin: 'person' });
    expect(made.id).toMatch(/^timeline-/);
    expect(made.config).toMatchObject({ resolution: '1920x1080', fps: 30, background_color: '#000000' });
    const [[shot], [said], [played]] = made.tracks.map(({ clips }) => clips) as [Wire['tracks'][0]['clips'], never[], never[]];
    expect(shot).toMatchObject({ asset_id: red, duration: 5, transition_in: 'fade', transition_out: 'dissolve', fit: 'cover' });
    expect(shot?.['motion']).not.toBeNull();
    // The voice lasts as long as its file; the music ends with the film, and fades.
    expect(said).toMatchObject({ duration: expect.closeTo(1.2, 3), volume: 1 });
    expect(played).toMatchObject({ duration: 5, volume: 0.3, duck_under_voice: true, fade_out: 1.5 });
    expect(made.warnings).toEqual([]);
    expect((await ask(owner, 'GET', `/timeline/${made.id}`)).json()).toEqual(made);
    const list = await ask(owner, 'GET', `/timelines?project_id=${stock.projectId}`);
    expect(list.json()).toMatchObject({ total: 1, items: [{ id: made.id, clips: 3, resolution: '1920x1080' }] });
  });

  it('does not exist for others, who cannot use its project or its assets', async () => {
    const { id } = (await ask(owner, 'POST', '/timeline', documented())).json<Wire>();
    for (const method of ['GET', 'PUT', 'DELETE'] as const)
      expect((await ask(other, method, `/timeline/${id}`, method === 'PUT' ? {} : undefined)).statusCode).toBe(404);
    expect(faultsOf(await ask(other, 'POST', '/timeline', documented()))).toMatchObject({ project_id: 'exists' });
    const foreign = await openStockRoom(atelier.database, atelier.config, other.accountId);
    const theirs = await ask(other, 'POST', '/timeline', { ...documented(), project_id: foreign.projectId });
    expect(faultsOf(theirs)).toMatchObject({ 'tracks[0].clips[0].asset_id': 'exists', 'tracks[1].clips[0].asset_id': 'exists' });
    expect((await ask(owner, 'DELETE', `/timeline/${id}`)).statusCode).toBe(204);
    expect((await ask(owner, 'GET', `/timeline/${id}`)).statusCode).toBe(404);
  });

  it('names every fault at once by its path, and stores nothing', async () => {
    const waiting = await stock.picture('#808080');
    await stock.set(waiting, { status: 'processing' });
    const before = (await ask(owner, 'GET', `/timelines?project_id=${stock.projectId}`)).json<{ total: number }>().total;
    const reply = await ask(owner, 'POST', '/timeline', {
      project_id: stock.projectId,
      config: { resolution: '1921x40', fps: 90, background_color: 'black', captions: { look: 'neon' }, brand: { asset_id: voice } },
      tracks: [
        {
          type: 'video',
          clips: [
            { asset_id: red, start_time: 0, duration: 4 },
            { asset_id: blue, start_time: 2, duration: 4, transition_in: 'explode', transition_seconds: 5 },
            { asset_id: 'img-none', start_time: -1 },
            { asset_id: waiting, start_time: 20 },
            { start_time: 30, duration: 'long', volume: 9, motion: { from: 1 } },
          ],
        },
        { type: 'audio', clips: [{ asset_id: red, start_time: 0 }] },
        { type: 'music', clips: [{ asset_id: music, start_time: 0, trim_start: 60 }] },
        { type: 'video', clips: [] },
        { type: 'smell', clips: 3 },
      ],
    });
    expect(reply.statusCode).toBe(400);
    expect(faultsOf(reply)).toMatchObject({
      ...{ 'config.resolution': 'format', 'config.fps': 'range', 'config.background_color': 'format' },
      ...{ 'config.captions.look': 'choice', 'config.brand.asset_id': 'exists' },
      ...{ 'tracks[0].clips[1].start_time': 'overlap', 'tracks[0].clips[1].transition_in': 'choice' },
      ...{ 'tracks[0].clips[1].transition_seconds': 'maximum', 'tracks[0].clips[2].asset_id': 'exists' },
      ...{ 'tracks[0].clips[2].start_time': 'minimum', 'tracks[0].clips[3].asset_id': 'status', 'tracks[0].clips[3].duration': 'required' },
      ...{ 'tracks[0].clips[4].asset_id': 'required', 'tracks[0].clips[4].duration': 'type', 'tracks[0].clips[4].volume': 'maximum' },
      ...{ 'tracks[0].clips[4].motion': 'format', 'tracks[1].clips[0].asset_id': 'type', 'tracks[2].clips[0].trim_start': 'maximum' },
      ...{ 'tracks[3].type': 'unique', 'tracks[4].type': 'choice', 'tracks[4].clips': 'type' },
    });
    expect((await ask(owner, 'GET', `/timelines?project_id=${stock.projectId}`)).json()).toMatchObject({ total: before });
  });

  it('shows something, soon, and has at most 500 clips', async () => {
    expect(faultsOf(await ask(owner, 'POST', '/timeline', documented({ tracks: [] })))).toEqual({ tracks: 'required' });
    expect(faultsOf(await ask(owner, 'POST', '/timeline', {}))).toEqual({ project_id: 'required', tracks: 'required' });
    const late = shots({ asset_id: red, start_time: 6, duration: 2 });
    expect(faultsOf(await ask(owner, 'POST', '/timeline', documented({ tracks: late })))).toEqual({
      'tracks[0].clips[0].start_time': 'maximum',
    });
    const many = shots(...Array.from({ length: 501 }, (_, n) => ({ asset_id: red, start_time: n, duration: 1 })));
    expect(faultsOf(await ask(owner, 'POST', '/timeline', documented({ tracks: many })))).toEqual({ tracks: 'max_items' });
  });

  it('warns of gaps, of clips that end early and of sounds that do, in the reader’s language', async () => {
    const tracks = [
      {
        type: 'video',
        clips: [
          { asset_id: red, start_time: 1, duration: 2 },
          { asset_id: clip, start_time: 4, duration: 3 },
        ],
      },
      { type: 'audio', clips: [{ asset_id: voice, start_time: 0, duration: 9 }] },
    ];
    const { warnings, duration } = (await ask(owner, 'POST', '/timeline', documented({ tracks }))).json<Wire>();
    expect(duration).toBe(9);
    expect(warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'gap tracks[0].clips[0].start_time',
      'gap tracks[0].clips[1].start_time',
      'gap tracks[0].clips[1].duration',
      'held tracks[0].clips[1].duration',
      'quiet tracks[1].clips[0].duration',
    ]);
    expect(warnings[1]?.message).toContain('de 3 s à 4 s');
  });

  it('is tried without being stored', async () => {
    const before = (await ask(owner, 'GET', `/timelines?project_id=${stock.projectId}`)).json<{ total: number }>().total;
    const reply = await ask(owner, 'POST', '/timeline', documented({ dry_run: true }));
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ dry_run: true, duration: 5, warnings: [] });
    expect((await ask(owner, 'GET', `/timelines?project_id=${stock.projectId}`)).json()).toMatchObject({ total: before });
  });

  it('is started once under one key', async () => {
    const key = { 'idempotency-key': 'timeline-once' };
    const [one, again] = [
      await ask(owner, 'POST', '/timeline', documented(), key),
      await ask(owner, 'POST', '/timeline', documented(), key),
    ];
    expect(again.json<Wire>().id).toBe(one.json<Wire>().id);
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('is changed as a whole, never over a change that was not seen', async () => {
    const made = (await ask(owner, 'POST', '/timeline', documented())).json<Wire>();
    const tracks = shots({ asset_id: red, start_time: 0, duration: 2 }, { asset_id: blue, start_time: 2, duration: 2 });
    const changed = await ask(owner, 'PUT', `/timeline/${made.id}`, { tracks, version: 1 });
    expect(changed.json()).toMatchObject({ version: 2, duration: 4, config: made.config });
    const late = await ask(owner, 'PUT', `/timeline/${made.id}`, { tracks: made.tracks, version: 1 });
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ error: { code: 'VERSION_CONFLICT', message: expect.stringContaining('version 2') } });
    const config = { ...made.config, fps: 25, captions: false };
    expect((await ask(owner, 'PUT', `/timeline/${made.id}`, { config })).json()).toMatchObject({
      ...{ version: 3, duration: 4 },
      config: { fps: 25, captions: false },
    });
    expect(faultsOf(await ask(owner, 'PUT', `/timeline/${made.id}`, { config: { fps: 5 } }))).toEqual({ 'config.fps': 'range' });
    // What was answered can be sent back as it is.
    const same = (await ask(owner, 'GET', `/timeline/${made.id}`)).json<Wire>();
    const {
      version: _,
      updated_at: __,
      ...rest
    } = (await ask(owner, 'PUT', `/timeline/${made.id}`, { config: same.config, tracks: same.tracks })).json<
      Wire & { updated_at: string }
    >();
    expect(same).toMatchObject(rest);
  });

  it('never moves two neighbours alike, and takes another form with its motions cut anew', async () => {
    const pan = { from: { left: 0, top: 0, width: 0.8, height: 0.8 }, to: { left: 0.2, top: 0, width: 0.8, height: 0.8 }, ease: 'smooth' };
    const clips = [
      { asset_id: red, start_time: 0, duration: 1, motion: pan },
      ...Array.from({ length: 7 }, (_, n) => ({ asset_id: n % 2 ? red : blue, start_time: n + 1, duration: 1, motion: 'auto' })),
      { asset_id: red, start_time: 8, duration: 1, motion: null },
    ];
    const made = (await ask(owner, 'POST', '/timeline', documented({ tracks: shots(...clips) }))).json<Wire>();
    const motionsOf = ({ tracks }: Wire) => (tracks[0]?.clips ?? []).map(({ motion }) => JSON.stringify(motion));
    const motions = motionsOf(made);
    expect(motions.every((motion, n) => motion !== motions[n - 1])).toBe(true);
    expect(motions.at(-1)).toBe('null');
    const reply = await ask(owner, 'POST', `/timeline/${made.id}/reframe`, { ratio: '9:16' });
    expect(reply.statusCode).toBe(201);
    const tall = reply.json<Wire>();
    expect(tall).toMatchObject({ config: { resolution: '1080x1920' }, duration: 9, version: 1 });
    expect(tall.id).not.toBe(made.id);
    const cut = motionsOf(tall);
    expect(cut.every((motion, n) => n === 8 || motion !== cut[n - 1])).toBe(true);
    for (const { motion } of tall.tracks[0]?.clips ?? []) {
      const views = motion
        ? Object.values(motion as Record<string, Record<string, number>>).filter((view) => typeof view === 'object')
        : [];
      for (const { left = 0, top = 0, width = 0, height = 0 } of views) {
        for (const start of [left, top]) expect(start).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(1 + 1e-9);
        expect(top + height).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
    expect(faultsOf(await ask(owner, 'POST', `/timeline/${made.id}/reframe`, { ratio: '21:9' }))).toEqual({ ratio: 'choice' });
  });
});
