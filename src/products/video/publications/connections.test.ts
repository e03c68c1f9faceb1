import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, type Person } from './test-house.ts';

interface Line {
  readonly platform: string;
  readonly connected: boolean;
  readonly id?: number;
  readonly account_name?: string;
}

let house: House;
let ana: Person;
beforeAll(async () => {
  house = await openHouse();
  ana = await house.join();
});
const lines = async (person = ana): Promise<readonly Line[]> =>
  (await person.ask('GET', '/connections')).json<{ connections: readonly Line[] }>().connections;
const open = (url: string, cookie = '') => house.atelier.doors.site.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} });
const without = async (person: Person, platform: string): Promise<void> => {
  for (const { platform: name, id } of await lines(person))
    if (name === platform) expect((await person.ask('DELETE', `/connections/${id}`)).statusCode).toBe(204);
};
/** At the platform, saying yes; the address that it sends the browser back to, without our origin. */
async function allowed(location: string): Promise<string> {
  const answer = await fetch(`${location}&auto=1&as=camille&hint=camille`, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '');
  return `${back.pathname}${back.search}`;
}

describe('connections', () => {
  it('V-110 V-111 V-191 V-192 are listed for every platform, with account and end', async () => {
    const all = await lines();
    expect(all.map(({ platform }) => platform).sort()).toEqual(['facebook', 'instagram', 'linkedin', 'tiktok', 'twitter', 'youtube']);
    expect(all).toContainEqual(
      expect.objectContaining({
        platform: 'twitter',
        connected: true,
        account_name: expect.any(String),
        expires_at: expect.stringMatching(/Z$/),
      }),
    );
    expect(JSON.stringify(all)).not.toMatch(/token/i);
  });

  it('are let go by their owner alone', async () => {
    const paul = await house.join();
    const [held] = await lines();
    expect((await paul.ask('DELETE', `/connections/${held?.id}`)).statusCode).toBe(404);
    expect((await paul.ask('DELETE', '/connections/x')).statusCode).toBe(404);
    await without(paul, 'twitter');
    const { rows } = await sql<{ state: string; token: string | null }>`select state, access_token_encrypted as token
      from publishing.connections where account_id = ${paul.accountId} and platform = 'twitter'`.execute(house.atelier.database.db);
    expect(rows).toEqual([{ state: 'disconnected', token: null }]);
  });
});

describe('connecting', () => {
  it('V-112 V-193 leads to the consent of the platform, with state and PKCE', async () => {
    const reply = await ana.ask('GET', '/connect/youtube');
    expect(reply.statusCode).toBe(302);
    const { searchParams } = new URL(String(reply.headers.location));
    expect([searchParams.get('state'), searchParams.get('code_challenge')]).toEqual([expect.any(String), expect.any(String)]);
    expect(searchParams.get('redirect_uri')).toContain('/publications/connect/youtube/callback');
    expect(String(reply.headers.location)).not.toContain(ana.token);
    expect((await ana.ask('GET', '/connect/myspace')).statusCode).toBe(404);
    expect((await open('/api/v1/publish/connect/youtube')).statusCode).toBe(401);
    const member = await house.atelier.as('user');
    expect((await member.inject({ method: 'GET', url: '/api/v1/publish/connect/youtube' })).statusCode).toBe(302);
  });

  it('a ticket is good once, for a minute, for its platform, and is stored as a hash', async () => {
    const give = async () => {
      const reply = await ana.ask('POST', '/connect/twitter/ticket');
      expect(reply.statusCode).toBe(201);
      return reply.json<{ ticket: string; url: string; expires_in: number }>();
    };
    const one = await give();
    expect(one).toMatchObject({ expires_in: 60, url: expect.stringContaining(`/api/v1/publish/connect/twitter?ticket=${one.ticket}`) });
    const { db } = house.atelier.database;
    const { rows } = await sql<{ all: string }>`select json_agg(t)::text as all from video.connect_tickets t`.execute(db);
    expect(rows[0]?.all).not.toContain(one.ticket);
    expect((await open(`/api/v1/publish/connect/facebook?ticket=${one.ticket}`)).statusCode).toBe(401);
    expect((await open(`/api/v1/publish/connect/twitter?ticket=${one.ticket}`)).statusCode).toBe(302);
    expect((await open(`/api/v1/publish/connect/twitter?ticket=${one.ticket}`)).statusCode).toBe(401);
    const late = await give();
    await sql`update video.connect_tickets set expires_at = now() - interval '1 second'`.execute(db);
    expect((await open(`/api/v1/publish/connect/twitter?ticket=${late.ticket}`)).statusCode).toBe(401);
    expect((await open('/api/v1/publish/connect/twitter/ticket')).statusCode).toBe(404);
    expect((await house.atelier.doors.video.inject({ method: 'POST', url: '/api/v1/publish/connect/twitter/ticket' })).statusCode).toBe(
      401,
    );
  });

  it('a browser that nobody is signed in with comes back, reads whom it lets in, says yes, and only then is connected', async () => {
    const mia = await house.join();
    await without(mia, 'twitter');
    const { ticket } = (await mia.ask('POST', '/connect/twitter/ticket')).json<{ ticket: string }>();
    const left = await open(`/api/v1/publish/connect/twitter?ticket=${ticket}`);
    const back = await allowed(String(left.headers.location));
    const asked = await open(back);
    expect(asked.statusCode).toBe(200);
    expect(asked.headers['cache-control']).toBe('no-store');
    // Whoever was sent a link by somebody else reads whose account it is.
    expect(asked.body).toMatch(/u…[^<]*@test\.example/);
    expect((await lines(mia)).find(({ platform }) => platform === 'twitter')?.account_name).not.toBe('camille');
    const cookie = asked.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const field = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(asked.body)?.[1] ?? '';
    const send = (form: Record<string, string>) =>
      house.atelier.doors.site.inject({
        ...{ method: 'POST', url: '/publications/connect/twitter/callback' },
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form).toString(),
      });
    const form = { state: field('state'), code: field('code'), _csrf: field('_csrf') };
    expect((await send({ ...form, _csrf: 'wrong' })).statusCode).toBe(403);
    expect((await send(form)).body).toContain('camille');
    const { rows } = await sql<{ username: string }>`select username from publishing.connections
      where account_id = ${mia.accountId} and platform = 'twitter' and state = 'connected' order by connected_at desc`.execute(
      house.atelier.database.db,
    );
    expect(rows[0]?.username).toBe('camille');
    expect((await send(form)).body).toContain('a expiré ou a déjà servi');
  });

  it('whoever is signed in as somebody else connects nothing', async () => {
    const back = await allowed(String((await ana.ask('GET', '/connect/twitter')).headers.location));
    const other = await house.atelier.as('user');
    await other.inject({ method: 'GET', url: back });
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from publishing.connections
      where account_id = ${other.accountId}`.execute(house.atelier.database.db);
    expect(rows[0]?.count).toBe(0);
    const stale = await open('/publications/connect/twitter/callback?state=made-up&code=1');
    expect(stale.body).toContain('a expiré ou a déjà servi');
  });
});
