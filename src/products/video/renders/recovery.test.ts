/** Renders that meet bad moments: workers that are killed, that stand still, that fail; two at once on the same pictures. */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeFilm } from '#capabilities/media/media.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { openStockRoom, openWorker, type StockRoom, type Worker } from '#test/render-house.ts';
import { type Atelier, afterFile, type Caller, startAtelier } from '#test/support.ts';
import type { Render } from './render.ts';

let atelier: Atelier;
let owner: Caller;
let stock: StockRoom;
let colours: string[] = [];
beforeAll(async () => {
  atelier = await startAtelier();
  owner = await atelier.as('user');
  stock = await openStockRoom(atelier.database, atelier.config, owner.accountId);
  colours = await Promise.all(['#b03020', '#2050a0', '#208040', '#a08020'].map((colour) => stock.picture(colour)));
});

async function timelineOf(seconds: number, shots = 4, size = '320x180'): Promise<string> {
  const clips = Array.from({ length: shots }, (_, n) => ({
    ...{ asset_id: colours[n % colours.length], start_time: (n * seconds) / shots, duration: seconds / shots },
  }));
  const payload = { project_id: stock.projectId, config: { resolution: size, fps: 24 }, tracks: [{ type: 'video', clips }] };
  const reply = await owner.inject({ method: 'POST', url: '/api/v1/videos/timeline', payload });
  expect(reply.statusCode).toBe(201);
  return reply.json<{ id: string }>().id;
}
async function order(timeline: string): Promise<string> {
  const payload = { timeline_id: timeline, config: { quality: 'draft' } };
  const reply = await owner.inject({ method: 'POST', url: '/api/v1/videos/render', payload });
  expect(reply.statusCode).toBe(202);
  return reply.json<{ render_id: string }>().render_id;
}
interface Status {
  readonly status: Render['status'];
  readonly video_id: string | null;
  readonly error: { code: string; message: string } | null;
  readonly frames: { encoded: number; reused: number; total: number } | null;
}
const statusOf = async (render: string): Promise<Status> =>
  (await owner.inject({ method: 'GET', url: `/api/v1/videos/render/${render}/status` })).json<Status>();
async function ended(render: string, status: Render['status'] = 'completed'): Promise<Status> {
  await expect.poll(async () => (await statusOf(render)).status, { timeout: 80_000, interval: 100 }).toBe(status);
  return statusOf(render);
}

async function startProcess(): Promise<ChildProcess> {
  const args = [atelier.database.url, atelier.config.dataFolder];
  const child = fork(new URL('../../../../test/drills/render-worker.ts', import.meta.url), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  afterFile(async () => void child.kill('SIGKILL'));
  await once(child, 'message');
  return child;
}
async function withWorker<T>(more: Parameters<typeof openWorker>[2], work: (worker: Worker) => Promise<T>): Promise<T> {
  const worker = await openWorker(atelier.database, atelier.config, more);
  try {
    return await work(worker);
  } finally {
    await worker.close();
  }
}

describe('a render', () => {
  it('pain 18: is given again when its worker is killed, finds what was encoded, and becomes one film', async () => {
    const render = await order(await timelineOf(40, 20, '640x360'));
    const first = await startProcess();
    // What was kept is looked at itself: the figures of a render are told once a second, and it may be over by then.
    const kept = async () => (await readdir(stretches).catch(() => [])).filter((file) => file.endsWith('.mp4')).length;
    const stretches = join(atelier.config.dataFolder, 'workshop', 'stretches');
    await expect.poll(kept, { timeout: 60_000, interval: 10 }).toBeGreaterThan(2);
    first.kill('SIGKILL');
    const done = await withWorker({}, () => ended(render));
    expect(done.frames?.reused).toBeGreaterThan(40);
    expect((done.frames?.encoded ?? 0) + (done.frames?.reused ?? 0)).toBe(40 * 24);
    const { rows } = await sql<{ id: string }>`select id from video.videos where render_id = ${render}`.execute(atelier.database.db);
    expect(rows.map(({ id }) => id)).toEqual([done.video_id]);
  }, 180_000);

  it('pain 6: that stands still is stopped, tried once more, and fails with its cause', async () => {
    let tries = 0;
    const standStill: typeof composeFilm = (_plan, { signal }) => {
      tries += 1;
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
    };
    const render = await order(await timelineOf(1));
    const { error } = await withWorker({ compose: standStill, patience: { stallMs: 300 } }, () => ended(render, 'failed'));
    expect(tries).toBe(2);
    expect(error).toMatchObject({ code: 'RENDER_STALLED' });
  }, 60_000);

  it('that fails for a moment only is made the second time', async () => {
    let tries = 0;
    const compose: typeof composeFilm = (plan, options) => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('the disk was full')) : composeFilm(plan, options);
    };
    const render = await order(await timelineOf(1));
    await withWorker({ compose }, () => ended(render));
    expect(tries).toBe(2);
  }, 90_000);

  it('that kills every worker is given up, and says so', async () => {
    const render = await order(await timelineOf(1));
    await sql`update video.renders set status = 'rendering', attempts = 4 where id = ${render}`.execute(atelier.database.db);
    const { error } = await withWorker({}, () => ended(render, 'failed'));
    expect(error).toMatchObject({ code: 'RENDER_GAVE_UP', message: expect.stringContaining('4') });
  }, 60_000);

  it('is told to those who follow it: in the transaction that begins it and ends it, and as it goes on', async () => {
    const heard: string[] = [];
    const timeline = await timelineOf(2);
    await withWorker({}, async ({ renders }) => {
      renders.follow(
        async (tx, { status, progress }) => void heard.push(`${tx ? 'in' : 'out'} ${status}${tx ? '' : ` ${progress !== null}`}`),
      );
      const { id } = await inTransaction(atelier.database.db, (tx) => renders.order(tx, owner.accountId, timeline, {}));
      await ended(id);
    });
    expect(heard[0]).toBe('in rendering');
    expect(heard.at(-1)).toBe('in completed');
    expect(new Set(heard.slice(1, -1)).size).toBeLessThanOrEqual(1);
  }, 90_000);

  it('pain 19: beside another one of the same pictures, on two workers, is as right as alone', async () => {
    const timeline = await timelineOf(4);
    const both = await Promise.all([order(timeline), order(timeline)]);
    const films = await withWorker({}, () => withWorker({}, () => Promise.all(both.map((render) => ended(render)))));
    const sums = await Promise.all(
      films.map(async ({ video_id: id }) => {
        const film = await owner.inject({ method: 'GET', url: `/api/v1/videos/${id}/download` });
        return film.rawPayload.length;
      }),
    );
    expect(sums[0]).toBeGreaterThan(1000);
    expect(sums[1]).toBe(sums[0]);
  }, 90_000);

  it('V-096 is estimated from what others took', async () => {
    await withWorker({}, async ({ renders }) => {
      const small = { width: 320, height: 180, fps: 24 };
      const [short, long] = [await renders.estimateSeconds(600, small), await renders.estimateSeconds(6000, small)];
      expect(long).toBeGreaterThan(short * 5);
      expect(await renders.estimateSeconds(0.1, small)).toBeGreaterThan(0);
    });
  });
});
