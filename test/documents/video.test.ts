/** What the video document says of every request, and of starting a film: through the video door. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { filmOf, start, untilOver } from '#products/video/pipeline/test-house.ts';
import { type Answer, type Person, somebody } from '#products/video/projects/test-house.ts';
import { departuresFrom, documentedFields } from '#test/documented.ts';
import { type Atelier, PASSWORD, startAtelier } from '#test/support.ts';

let atelier: Atelier;
let person: Person;
const codeOf = ({ status, body }: Answer): readonly unknown[] => [status, (body as { error?: { code: string } }).error?.code];

beforeAll(async () => {
  atelier = await startAtelier({ work: true });
  person = await somebody(atelier);
});

describe('conventions', () => {
  it('V-002 has its base at port 8001 and /api/v1', async () => {
    const keys = { SECRET_KEY: 'x'.repeat(40), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'), ADMIN_EMAIL: 'a@b.example' };
    expect(loadConfig(keys)).toMatchObject({ ports: { video: 8001 }, publicUrl: { video: 'http://localhost:8001' } });
    const headers = { authorization: `Bearer ${person.token}` };
    expect((await atelier.doors.video.inject({ url: '/api/v1/projects', headers })).statusCode).toBe(200);
    for (const url of ['/projects', '/v1/projects']) expect((await atelier.doors.video.inject({ url, headers })).statusCode).toBe(404);
  });

  it('V-142 signs in with email and password, and with nothing less', async () => {
    const { rows } = await sql<{ email: string }>`select email from identity.accounts where id = ${person.accountId}`.execute(
      atelier.database.db,
    );
    const email = rows[0]?.email ?? '';
    const login = (payload: object) => atelier.doors.video.inject({ method: 'POST', url: '/api/v1/auth/login', payload });
    expect((await login({ email, password: PASSWORD })).statusCode).toBe(200);
    for (const body of [{ email }, { password: PASSWORD }, { email, password: 'not-it' }])
      expect((await login(body)).statusCode, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
  });

  it('V-011 answers 403 to what a key may not do', async () => {
    const made = await person.ask('POST', '/api-keys', { name: 'Montage' });
    const headers = { authorization: `Bearer ${String(made.body['key'])}` };
    expect((await person.ask('GET', '/projects', undefined, headers)).status).toBe(200);
    expect(codeOf(await person.ask('POST', '/api-keys', { name: 'Autre' }, headers))).toEqual([403, 'KEY_MAKES_NO_KEY']);
  });

  it('V-016 answers 500 with a code, and nothing of the cause', async () => {
    const { db } = atelier.database;
    await sql`alter table video.projects rename to elsewhere`.execute(db);
    const reply = await person.ask('GET', '/projects');
    await sql`alter table video.elsewhere rename to projects`.execute(db);
    expect(codeOf(reply)).toEqual([500, 'SERVER_ERROR']);
    expect(JSON.stringify(reply.body)).not.toMatch(/relation|elsewhere|video\.projects/);
    expect((await person.ask('GET', '/projects')).status).toBe(200);
  });
});

describe('limits', () => {
  let strict: Atelier;
  beforeAll(async () => {
    strict = await startAtelier({ environment: { RATE_LIMIT_SCALE: '1' } });
  });

  it.each([
    ['V-020', 20, '/assets/images/generate'],
    ['V-020', 20, '/assets/voice/generate'],
    ['V-021', 5, '/videos/render'],
  ])('%s V-015 lets %i requests a minute through to %s, then answers 429 and when to come back', async (_id, limit, url) => {
    const one = await somebody(strict);
    for (let n = 1; n <= limit; n += 1) {
      const reply = await one.ask('POST', url, {});
      expect([reply.headers['x-ratelimit-limit'], reply.headers['x-ratelimit-remaining']], String(n)).toEqual([
        String(limit),
        String(limit - n),
      ]);
      expect(reply.status).not.toBe(429);
    }
    const refused = await one.ask('POST', url, {});
    expect(codeOf(refused)).toEqual([429, 'RATE_LIMITED']);
    const [retry, reset] = [Number(refused.headers['retry-after']), Number(refused.headers['x-ratelimit-reset'])];
    expect([retry > 0, retry <= 60, reset > Date.now() / 1000 - 1]).toEqual([true, true, true]);
    expect((await one.ask('GET', '/projects')).status).toBe(200);
  });
});

describe('starting a film', () => {
  it('V-155 V-156 V-157 V-158 V-159 takes the printed body, and says where it is with every printed field', {
    timeout: 120_000,
  }, async () => {
    const path = await filmOf(person, { ratio: '1:1' });
    const providers = { llm: 'openai', image: 'dalle3', video: 'runway', voice: 'elevenlabs' };
    const started = await start(person, path, { skip_steps: ['montage'], providers });
    expect([started.status, documentedFields('video.projects.start').length]).toEqual([202, 5]);
    expect(departuresFrom('video.projects.start', started.body)).toEqual([]);
    const seen: unknown[] = [];
    const last = await untilOver(
      person,
      path,
      (now) =>
        void (
          now.current_step &&
          now.steps_completed.length > 0 &&
          now.steps_remaining.length > 0 &&
          now.logs.length > 0 &&
          seen.push(now)
        ),
    );
    expect(last.steps_skipped).toContain('montage');
    expect(documentedFields('video.projects.status')).toHaveLength(19);
    // Between two steps there is a moment in which a step has not begun.
    const whole = seen.find((now) => departuresFrom('video.projects.status', now).length === 0);
    expect(whole ?? departuresFrom('video.projects.status', seen[0])).toMatchObject({ status: 'generating' });
    for (const wrong of [{ skip_steps: ['cooking'] }, { providers: { image: 'crayon' } }])
      expect((await start(person, await filmOf(person), wrong)).status, JSON.stringify(wrong)).toBeGreaterThanOrEqual(400);
    const stranger = await atelier.doors.video.inject({ method: 'POST', url: `/api/v1${path}/start`, payload: {} });
    const other = await (await somebody(atelier)).ask('GET', `${path}/status`);
    expect([stranger.statusCode, other.status]).toEqual([401, 404]);
  });
});
