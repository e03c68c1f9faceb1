import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openTestDoor, testViewer } from '#test/door.ts';
import { freshDatabase } from '#test/support.ts';
import { createAudit } from './audit.ts';
import { fixedClock } from './clock.ts';
import type { Db } from './db/db.ts';
import { access, type Viewer } from './http/access.ts';
import type { Door } from './http/door.ts';

const MACINTOSH =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.5993.88 Safari/537.36';
const NOW = new Date('2025-10-15T10:30:00Z');
const silent = pino({ level: 'silent' });

const rowsOf = async (db: Db, table: 'activity_logs' | 'security_logs'): Promise<Record<string, unknown>[]> =>
  (await sql<Record<string, unknown>>`select * from kernel.${sql.raw(table)} order by id`.execute(db)).rows;

async function makeAccount(db: Db, email: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into identity.accounts (email, username) values (${email}, ${email.split('@')[0]}) returning id`.execute(db);
  return Number(rows[0]?.id);
}

const viewerOf = (accountId: number): Viewer =>
  testViewer(accountId, { email: 'aicha@example.test', name: 'Aïcha Bennani', code: 'MAF0002RAB' });
const openDoor = (viewer: Viewer | null): Door => openTestDoor(async () => viewer);

const html = async (_request: unknown, reply: FastifyReply): Promise<FastifyReply> => reply.type('text/html; charset=utf-8').send('<p>');

describe('activity', () => {
  it('fills every column of the documented example (T-476, T-488, T-494, T-1027 to T-1049)', async () => {
    const { db } = await freshDatabase();
    const accountId = await makeAccount(db, 'aicha@example.test');
    const audit = createAudit(db, fixedClock(NOW), silent);
    const door = openDoor(viewerOf(accountId));
    door.post('/cinema/talents/new', { config: { access: access.public } }, async (request) => {
      const description = 'Création du talent 42';
      await audit.activity(request, { type: 'create', category: 'cinema', description, resourceType: 'CinemaTalent', resourceId: 42 });
      return {};
    });
    await door.inject({
      method: 'POST',
      url: '/cinema/talents/new?token=hidden&page=1',
      headers: { host: 'taalentio.com', 'user-agent': MACINTOSH, referer: 'https://taalentio.com/dashboard?secret=hidden' },
      remoteAddress: '::ffff:192.168.1.100',
    });
    const [row] = await rowsOf(db, 'activity_logs');
    expect(row).toMatchObject({
      user_id: accountId,
      username: 'Aïcha Bennani',
      user_email: 'aicha@example.test',
      user_code: 'MAF0002RAB',
      action_type: 'create',
      action_category: 'cinema',
      action_description: 'Création du talent 42',
      resource_type: 'CinemaTalent',
      resource_id: '42',
      status: 'success',
      ip_address: '192.168.1.100',
      user_agent: MACINTOSH,
      browser: 'Chrome',
      browser_version: '118.0.5993.88',
      device_type: 'desktop',
      device_brand: 'Apple',
      device_model: 'Macintosh',
      operating_system: 'Mac OS X',
      os_version: '10.15.7',
      request_method: 'POST',
      request_url: 'http://taalentio.com/cinema/talents/new?token=•••&page=1',
      request_referrer: 'https://taalentio.com/dashboard?secret=•••',
      created_at: NOW,
    });
    await door.close();
  });

  it('stands or falls with the transaction it is given, and is cut to its columns', async () => {
    const { db } = await freshDatabase();
    const audit = createAudit(db, fixedClock(NOW), silent);
    const door = openDoor(null);
    const long = `${'é\u0000'.repeat(300)}😀`;
    const entry = { type: long, category: long, description: long, resourceType: long, resourceId: long };
    door.post('/kept', { config: { access: access.public } }, async (request) => {
      await db.transaction().execute((tx) => audit.activity(request, entry, tx));
      return {};
    });
    door.post('/undone', { config: { access: access.public } }, async (request) => {
      await db.transaction().execute(async (tx) => {
        await audit.activity(request, entry, tx);
        throw new Error('undone');
      });
    });
    await door.inject({ method: 'POST', url: '/kept' });
    await door.inject({ method: 'POST', url: '/undone' });
    const rows = await rowsOf(db, 'activity_logs');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ user_id: null, action_type: 'é'.repeat(50), resource_id: 'é'.repeat(100) });
    await door.close();
  });

  it('names whoever just signed in, before the request knows (T-1027)', async () => {
    const { db } = await freshDatabase();
    const actor = viewerOf(await makeAccount(db, 'aicha@example.test'));
    const audit = createAudit(db, fixedClock(NOW), silent);
    const door = openDoor(null);
    door.post('/auth/login', { config: { access: access.public } }, async (request) => {
      await audit.activity(request, { type: 'login', category: 'auth', description: 'Connexion', actor });
      return {};
    });
    await door.inject({ method: 'POST', url: '/auth/login' });
    expect(await rowsOf(db, 'activity_logs')).toMatchObject([{ user_id: actor.accountId, user_code: 'MAF0002RAB' }]);
    await door.close();
  });
});

describe('security', () => {
  it('keeps the event with its details, without secrets (T-539, T-540)', async () => {
    const { db } = await freshDatabase();
    const audit = createAudit(db, fixedClock(NOW), silent);
    const request = { ip: '203.0.113.9', headers: { 'user-agent': 'curl/8.5.0' } };
    const details = { identifier: 'a\u0000b', password: 'hunter2', attempts: 3 };
    await audit.security(request, { event: 'login_failed', severity: 'low', details });
    await audit.security(request, { event: 'account_locked', severity: 'critical', accountId: 7 });
    expect(await rowsOf(db, 'security_logs')).toMatchObject([
      {
        user_id: null,
        event_type: 'login_failed',
        ip_address: '203.0.113.9',
        user_agent: 'curl/8.5.0',
        details: '{"identifier":"ab","password":"•••","attempts":3}',
        severity: 'low',
        created_at: NOW,
      },
      { user_id: 7, event_type: 'account_locked', details: null, severity: 'critical' },
    ]);
  });

  it('records by itself what was refused to somebody signed in (T-539)', async () => {
    const { db } = await freshDatabase();
    const accountId = await makeAccount(db, 'aicha@example.test');
    const audit = createAudit(db, fixedClock(NOW), silent);
    const door = openDoor(viewerOf(accountId));
    audit.watchPages(door);
    door.get('/admin/users', { config: { access: access.admin } }, html);
    await door.inject('/admin/users?token=abc');
    await audit.flush();
    expect(await rowsOf(db, 'security_logs')).toMatchObject([
      {
        event_type: 'unauthorized_access',
        severity: 'medium',
        user_id: accountId,
        details: '{"method":"GET","url":"/admin/users?token=•••"}',
      },
    ]);
    await door.close();
  });
});

describe('page views', () => {
  async function watched(viewer: Viewer | null) {
    const { db } = await freshDatabase();
    const audit = createAudit(db, fixedClock(NOW), silent);
    const door = openDoor(viewer);
    audit.watchPages(door);
    const route = { config: { access: access.public } };
    door.get('/talents', route, html);
    door.get('/broken', route, async (_request, reply) => reply.code(500).type('text/html').send('<p>'));
    door.get('/api/v1/users', route, async () => ({ users: [] }));
    door.get('/static/app.css', route, async (_request, reply) => reply.type('text/css').send(''));
    door.get('/healthz', { config: { access: access.public, internal: true } }, html);
    return { db, audit, door };
  }

  it('are recorded with nobody for a stranger, and pages only (T-487, T-490, T-491, T-492, T-493)', async () => {
    const { db, audit, door } = await watched(null);
    await door.inject({ url: '/talents?q=x&token=abc', headers: { host: 'taalentio.com' } });
    for (const url of ['/api/v1/users', '/static/app.css', '/healthz', '/nowhere']) await door.inject(url);
    await door.inject({ url: '/talents', headers: { 'hx-request': 'true' } });
    await door.inject({ url: '/talents', headers: { 'sec-purpose': 'prefetch' } });
    await door.inject({ url: '/talents', method: 'HEAD' });
    await door.inject('/broken');
    await audit.flush();
    expect(await rowsOf(db, 'activity_logs')).toMatchObject([
      {
        user_id: null,
        username: null,
        action_type: 'view',
        action_category: 'page_view',
        action_description: 'Consultation de /talents',
        status: 'success',
        request_url: 'http://taalentio.com/talents?q=x&token=•••',
      },
      { action_description: 'Consultation de /broken', status: 'error' },
    ]);
    await door.close();
  });

  it('are flushed when the door closes, and keep the others when one account has gone', async () => {
    const { db, door } = await watched(viewerOf(987654));
    await Promise.all(Array.from({ length: 5 }, () => door.inject('/talents')));
    await door.close();
    const rows = await rowsOf(db, 'activity_logs');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ user_id: null, user_code: 'MAF0002RAB' });
  });

  it('never hold up an answer: the database may be away, and what it missed is written when it is back (T-490)', async () => {
    const { db, audit, door } = await watched(null);
    await sql`alter table kernel.activity_logs rename to elsewhere`.execute(db);
    const answer = await door.inject('/talents');
    expect(answer.statusCode).toBe(200);
    await audit.flush();
    await sql`alter table kernel.elsewhere rename to activity_logs`.execute(db);
    await audit.flush();
    expect(await rowsOf(db, 'activity_logs')).toHaveLength(1);
    await door.close();
  });

  it('are bounded while the database is away', async () => {
    const { db, audit, door } = await watched(null);
    await sql`alter table kernel.activity_logs rename to elsewhere`.execute(db);
    for (let i = 0; i < 5300; i++) await door.inject('/talents');
    await sql`alter table kernel.elsewhere rename to activity_logs`.execute(db);
    await audit.flush();
    const rows = await rowsOf(db, 'activity_logs');
    expect(rows.length).toBeLessThanOrEqual(5200);
    expect(rows.length).toBeGreaterThanOrEqual(5000);
    await door.close();
  });
});
