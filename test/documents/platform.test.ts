/** What the technical document says of the platform itself: its addresses, what it needs, how it starts, who is in its lists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { openDatabase } from '#kernel/db/connect.ts';
import { migrate, migrationFiles, pendingMigrations } from '#kernel/db/migrate.ts';
import { SENDGRID_URL } from '#kernel/mail/sendgrid.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { createVault } from '#kernel/vault.ts';
import { registerCinemaPerson } from '#test/cinema-people.ts';
import { columnOf } from '#test/columns.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { emptyDatabaseUrl } from '#test/old-database.ts';
import { type Atelier, afterFile, type Caller, log, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';

const KEYS = { SECRET_KEY: 'x'.repeat(40), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'), ADMIN_EMAIL: 'a@b.example' };
const OWN_KEY = Buffer.alloc(32, 9).toString('base64url');
let atelier: Atelier;
let admin: Caller;
let person: Registered;
let editor: Registered;
const open = async (url: string, caller: Caller | null = admin) => {
  const request = { method: 'GET', url, headers: { accept: 'text/html' } } as const;
  return caller ? caller.inject(request) : atelier.doors.site.inject(request);
};

beforeAll(async () => {
  atelier = await startAtelier({ environment: { ENCRYPTION_KEY: OWN_KEY } });
  admin = await atelier.as('admin');
  person = await registerPerson(atelier, { phone: '+212611223344', is_public: true });
  editor = await registerPerson(atelier, {}, 'admin');
});

describe('addresses', () => {
  it.each([
    ['T-014 main at /', ['/', '/talents', '/about']],
    ['T-015 auth at /auth', ['/auth/login', '/auth/register']],
    ['T-016 profile at /profile', ['/profile/dashboard', '/profile/edit']],
    ['T-017 admin at /admin', ['/admin/users', '/admin/settings']],
    ['T-018 cinema at /cinema', ['/cinema/talents', '/cinema/register', '/cinema/projects']],
  ])('%s opens %j as pages', async (_name, urls) => {
    for (const url of urls) {
      const reply = url.startsWith('/auth') ? await open(url, null) : await editor.visitor.open(url);
      expect([reply.statusCode, String(reply.headers['content-type'])], url).toEqual([200, expect.stringContaining('text/html')]);
    }
  });

  it.each([
    ['T-019 the older API at /api', ['/api/countries', '/api/cities/1', '/api/talents']],
    [
      'T-020 the API at /api/v1',
      ['/api/v1/countries', '/api/v1/talents', '/api/v1/users', '/api/v1/cinema/talents', '/api/v1/stats/overview'],
    ],
  ])('%s answers %j in JSON', async (_name, urls) => {
    for (const url of urls) {
      const reply = await admin.inject({ method: 'GET', url });
      expect([reply.statusCode, String(reply.headers['content-type'])], url).toEqual([200, expect.stringContaining('application/json')]);
    }
  });

  it.each([
    ['T-495 T-858', '/legal/terms', 'Conditions'],
    ['T-496 T-859', '/legal/privacy', 'Protection de vos données'],
    ['T-497', '/about', 'À propos'],
    ['T-498 T-860', '/legal/cookies', 'Cookies'],
    ['T-499 T-861', '/legal/mentions', 'Mentions légales'],
  ])('%s %s is a page for everybody, once an administrator has opened it', async (_id, url, title) => {
    await editor.visitor.open('/admin/settings/customization');
    const every = Object.fromEntries(['terms', 'privacy', 'about', 'cookies', 'mentions'].map((name) => [name, '1']));
    const editorOf = (name: string) => `/admin/settings/customization/legal/${name}`;
    for (const name of ['cookies', 'mentions']) {
      await editor.visitor.open(editorOf(name));
      await editor.visitor.send(editorOf(name), { in: 'fr', format: 'markdown', text: 'Le texte de la maison.' });
    }
    await editor.visitor.open('/admin/settings/customization');
    expect((await editor.visitor.send('/admin/settings/customization/save-legal-pages', every)).statusCode).toBe(303);
    const reply = await visit(atelier.doors.site).open(url);
    expect(reply.statusCode).toBe(200);
    expect(/<h1[^>]*>(.*?)<\/h1>/s.exec(wordsOf(reply.body))?.[1]).toMatch(new RegExp(title, 'i'));
  });

  it('T-854 offers administrators every part of the site’s own face on one page', async () => {
    const { body } = await editor.visitor.open('/admin/settings/customization');
    for (const form of ['save-footer', 'save-social-links', 'save-logo-images', 'save-legal-pages'])
      expect(body).toContain(`action="/admin/settings/customization/${form}"`);
    for (const name of ['terms', 'privacy', 'about', 'cookies', 'mentions'])
      expect(body).toContain(`href="/admin/settings/customization/legal/${name}"`);
    const text = (await editor.visitor.open('/admin/settings/customization/legal/terms')).body;
    for (const word of ['value="markdown"', 'value="html"', 'preview']) expect(text).toContain(word);
    expect((await person.visitor.open('/admin/settings/customization')).statusCode).toBe(403);
  });

  it('T-820 shows the settings to administrators alone, T-821 keeps what they send', async () => {
    expect((await open('/admin/settings')).statusCode).toBe(200);
    expect((await person.visitor.open('/admin/settings')).statusCode).toBe(403);
    await editor.visitor.open('/admin/settings');
    const saved = await editor.visitor.send('/admin/settings', { site_name: 'Maison Teranga', omdb_api_key: '' });
    expect([saved.statusCode, saved.headers['location']]).toEqual([303, '/admin/settings']);
    expect((await visit(atelier.doors.site).open('/auth/login')).body).toContain('Maison Teranga');
    await person.visitor.open('/profile/edit');
    expect((await person.visitor.send('/admin/settings', { site_name: 'Pris' })).statusCode).toBe(403);
  });
});

describe('two kinds of people', () => {
  it('T-087 T-088 keeps CINEMA people out of the list of the site and of /admin/users, and members in them', async () => {
    const code = await registerCinemaPerson(editor.visitor, { person: { first_name: 'Zeynabou', last_name: 'Introuvable' } });
    expect((await open('/cinema/talents?search=Introuvable')).body).toContain(code);
    for (const url of ['/talents?search=Introuvable', '/admin/users?search=Introuvable', '/?search=Introuvable'])
      expect((await open(url)).body, url).not.toContain(code);
    for (const url of ['/talents', '/admin/users']) expect((await open(`${url}?search=${person.code}`)).body, url).toContain(person.code);
    expect((await admin.inject({ method: 'GET', url: '/api/v1/users?search=Introuvable' })).json().total).toBe(0);
  });
});

describe('the environment', () => {
  it('T-036 T-037 production needs SECRET_KEY and a DATABASE_URL of PostgreSQL', () => {
    const whole = { ...KEYS, NODE_ENV: 'production', DATABASE_URL: 'postgresql://user:password@localhost:5432/talentsmaroc' };
    expect(loadConfig(whole)).toMatchObject({ production: true, databaseUrl: whole.DATABASE_URL, secretKey: KEYS.SECRET_KEY });
    for (const name of ['SECRET_KEY', 'DATABASE_URL'] as const) expect(() => loadConfig({ ...whole, [name]: '' }), name).toThrow(name);
    expect(() => loadConfig({ ...whole, DATABASE_URL: 'sqlite:///app.db' })).toThrow('DATABASE_URL');
  });

  it('T-039 T-040 T-041 T-043 does without keys of services, takes them when they are given, and knows the address of Replit', () => {
    const none = loadConfig(KEYS);
    expect([none.mail.sendgridApiKey, none.mail.sender, none.generation.openrouterApiKey]).toEqual([null, 'noreply@taalentio.com', null]);
    const given = loadConfig({
      ...KEYS,
      ...{ SENDGRID_API_KEY: 'SG.x', SENDGRID_FROM_EMAIL: 'casting@atlas.example', OPENROUTER_API_KEY: 'sk-or-1' },
      REPLIT_DEV_DOMAIN: 'atlas.replit.dev',
    });
    expect([given.mail.sendgridApiKey, given.mail.sender, given.generation.openrouterApiKey]).toEqual([
      'SG.x',
      'casting@atlas.example',
      'sk-or-1',
    ]);
    expect(given.publicUrl.site).toBe('https://atlas.replit.dev');
  });

  it('T-378 speaks to SendGrid over HTTPS', () => expect(new URL(SENDGRID_URL).protocol).toBe('https:'));

  it('T-106 encrypts with the key of ENCRYPTION_KEY, and only that key opens it', async () => {
    const { rows } = await sql<{ token: string }>`
      select phone_encrypted as token from talent.member_details where account_id = ${person.id}`.execute(atelier.database.db);
    const token = rows[0]?.token ?? '';
    expect(createVault([OWN_KEY], 'another secret of the tests, long enough').decrypt(token)).toBe('+212611223344');
    expect(() => createVault([Buffer.alloc(32, 1).toString('base64url')], atelier.config.secretKey).decrypt(token)).toThrow();
  });

  it('T-124 asks browsers for HTTPS alone, and gives cookies over nothing else, where the address is https', async () => {
    const secure = await startAtelier({ environment: { PUBLIC_URL: 'https://studio.example', TRUSTED_PROXIES: '1' } });
    const { email } = await registerPerson(secure);
    const reply = await secure.doors.site.inject({
      ...{ method: 'POST', url: '/api/v1/auth/login', payload: { identifier: email, password: 'longue-et-solide-7' } },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(reply.cookies.find(({ name }) => name === 'atelier_session')).toMatchObject({ secure: true, httpOnly: true });
    const page = await secure.doors.site.inject({ url: '/auth/login', headers: { 'x-forwarded-proto': 'https', accept: 'text/html' } });
    expect(page.headers['strict-transport-security']).toMatch(/^max-age=\d{7,}/);
  });
});

describe('starting', () => {
  it('T-060 T-061 T-063 finds that an older database lacks columns, and adds them when the program starts, with what is in it kept', async () => {
    const [{ buildApp }, databaseUrl] = [await import('../../src/app.ts'), await emptyDatabaseUrl()];
    const older = await openDatabase({ databaseUrl, dataFolder: '', databasePoolSize: 2 }, log);
    afterFile(() => older.close());
    // The program as it was before films and pictures knew what they were made for.
    await migrate(
      older.db,
      migrationFiles().filter(({ name }) => name < '0063'),
    );
    await sql`insert into kernel.settings (key, value, updated_at) values ('kept', '1', now())`.execute(older.db);
    await expect(columnOf(older.db, 'video.projects.origin')).rejects.toThrow('there is no column');
    expect((await pendingMigrations(older.db)).length).toBeGreaterThan(0);
    const app = await buildApp({ ...atelier.config, databaseUrl }, log);
    await app.close();
    expect(await columnOf(older.db, 'video.projects.origin')).toMatchObject({ type: 'text' });
    expect(await pendingMigrations(older.db)).toEqual([]);
    expect((await sql`select value from kernel.settings where key = 'kept'`.execute(older.db)).rows).toEqual([{ value: 1 }]);
  });

  it('T-028 ships README.md, README.fr.md and CHANGELOG.md', () => {
    for (const name of ['README.md', 'README.fr.md', 'CHANGELOG.md']) {
      expect(existsSync(join(packageRoot, name)), name).toBe(true);
      expect(readFileSync(join(packageRoot, name), 'utf8').length, name).toBeGreaterThan(500);
    }
  });

  it.each([
    ['T-067 version 2.0.0: the CINEMA module', '/api/v1/cinema/talents', 'talents'],
    ['T-069 version 2.17.0: the Productions module', '/api/v1/cinema/productions', 'productions'],
    ['T-070 version 2.18.0: the Projects module', '/api/v1/cinema/projects', 'projects'],
  ])('has what %s introduced', async (_name, url, list) => {
    const reply = await admin.inject({ method: 'GET', url });
    expect([reply.statusCode, Array.isArray(reply.json()[list])]).toEqual([200, true]);
  });

  it('T-068 has what version 2.16.0 added: website, IMDb and Threads of a person', async () => {
    const added = { website: 'https://moi.example/', imdb_url: 'https://imdb.com/name/nm2', threads: 'https://threads.net/@moi' };
    await admin.inject({ method: 'PUT', url: `/api/v1/users/${person.id}`, payload: added });
    const { user } = (await admin.inject({ method: 'GET', url: `/api/v1/users/${person.id}` })).json();
    expect([user.website, user.social_media.imdb, user.social_media.threads]).toEqual(Object.values(added));
  });
});
