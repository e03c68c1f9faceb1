import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { textSettings } from '#capabilities/generation/generation.ts';
import { systemClock } from '#kernel/clock.ts';
import { mailSettings } from '#kernel/mail/mail-settings.ts';
import { createSettings, type Settings } from '#kernel/settings.ts';
import { siteSettings } from '#kernel/site-face.ts';
import { createVault } from '#kernel/vault.ts';
import { eventually } from '#test/eventually.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { type SentFile, visit, wordsOf } from '#test/visitor.ts';
import { VERSION } from '../../../version.ts';
import { OMDB_API_KEY } from '../movies/movies.ts';
import { APP_VERSION } from './version-setting.ts';

const SETTINGS = '/admin/settings';
const PAGE = `${SETTINGS}/customization`;

let atelier: Atelier;
let settings: Settings;
let admin: Registered;
beforeAll(async () => {
  atelier = await startAtelier({ work: true });
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  const { database, config } = atelier;
  settings = createSettings({ db: database.db, vault: createVault(config.encryptionKeys, config.secretKey), clock: systemClock });
});

const part = (body: string, tag: string): string => body.slice(body.indexOf(`<${tag}`), body.lastIndexOf(`</${tag}>`));
const welcome = async (language = 'fr'): Promise<string> => (await visit(atelier.doors.site, language).open('/welcome')).body;
const foot = async (language = 'fr'): Promise<string> => wordsOf(part(await welcome(language), 'footer'));
async function send(url: string, fields: Record<string, string>, files?: Record<string, SentFile>) {
  await admin.visitor.open(PAGE);
  return admin.visitor.send(url, fields, files);
}
const db = () => atelier.database.db;
const stored = async (key: string) =>
  (
    await sql<{
      value: unknown;
      value_encrypted: string | null;
    }>`select value, value_encrypted from kernel.settings where key = ${key}`.execute(db())
  ).rows[0];

describe('who may come', () => {
  it('administrators, and nobody else', async () => {
    for (const role of ['user', 'casting', 'presence'] as const) {
      const { visitor } = await registerPerson(atelier, {}, role);
      await visitor.open('/account/security');
      for (const url of [SETTINGS, PAGE, `${SETTINGS}/history`, `${PAGE}/legal/terms`])
        expect((await visitor.open(url)).statusCode, `${role} ${url}`).toBe(403);
      expect((await visitor.send(`${PAGE}/save-footer`, { footer_text: 'Pris' })).statusCode).toBe(403);
    }
    expect(await foot()).not.toContain('Pris');
  });
});

describe('T-508 T-509 T-510 T-523 T-524 the footer', () => {
  it('T-523 T-524 T-855 strips what was typed, says so, and leads back', async () => {
    const reply = await send(`${PAGE}/save-footer`, {
      footer_text: '  Maison Atlas\r\nCasablanca  ',
      footer_contact_email: ' Contact@Atlas.example ',
      footer_contact_phone: '  +212  522 00 00 00 ',
    });
    expect([reply.statusCode, reply.headers['location']]).toEqual([303, PAGE]);
    expect((await admin.visitor.next()).body).toContain('✅ Pied de page mis à jour');
    expect(
      await settings.read({ text: siteSettings.footerText, email: siteSettings.footerEmail, phone: siteSettings.footerPhone }),
    ).toEqual({
      text: 'Maison Atlas\nCasablanca',
      email: 'contact@atlas.example',
      phone: '+212 522 00 00 00',
    });
    expect((await stored('footer_text'))?.value).toBe('Maison Atlas\nCasablanca');
  });

  it.each(['fr', 'ar'])('T-508 T-509 T-510 stands on public pages, %s', async (language) => {
    const shown = await foot(language);
    expect(shown).toContain('Maison Atlas');
    expect(shown).toContain('href="mailto:contact@atlas.example"');
    expect(shown).toContain('href="tel:+212522000000"');
  });

  it('shows what was typed as words', async () => {
    await send(`${PAGE}/save-footer`, { footer_text: '<script>alert(1)</script>', footer_contact_email: '', footer_contact_phone: '' });
    expect(await foot()).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(await foot()).not.toContain('mailto:');
  });

  it.each([
    ['footer_text', 'a'.repeat(501)],
    ['footer_contact_email', 'pas une adresse'],
    ['footer_contact_email', 'a@b.example" onclick="x'],
    ['footer_contact_phone', 'zéro six'],
    ['footer_contact_phone', '12'],
  ])('refuses a wrong %s beside its field, and stores nothing', async (field, value) => {
    const fields = { footer_text: 'Autre', footer_contact_email: '', footer_contact_phone: '', [field]: value };
    const reply = await send(`${PAGE}/save-footer`, fields);
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain(`id="footer-form-${field}-error"`);
    expect(await foot()).not.toContain('Autre');
  });
});

describe('T-511 T-515 T-516 T-517 T-518 T-519 T-520 T-521 T-522 social networks', () => {
  const EIGHT = {
    facebook: 'https://facebook.com/atlas',
    instagram: 'https://instagram.com/atlas',
    twitter: 'https://twitter.com/atlas',
    linkedin: 'https://linkedin.com/company/atlas',
    tiktok: 'https://tiktok.com/@atlas',
    youtube: 'https://youtube.com/@atlas',
    whatsapp: '+212600000000',
    telegram: 'https://t.me/atlas',
  };

  it('T-856 are kept as documented, and shown with names that can be read aloud', async () => {
    expect((await send(`${PAGE}/save-social-links`, { ...EIGHT, twitter: 'x.com/atlas', tiktok: '@atlas' })).headers['location']).toBe(
      `${PAGE}#social`,
    );
    expect((await stored('social_links'))?.value).toEqual(EIGHT);
    const shown = await foot();
    for (const name of ['Facebook', 'Instagram', 'X (Twitter)', 'LinkedIn', 'TikTok', 'YouTube', 'WhatsApp', 'Telegram'])
      expect(shown).toContain(`aria-label="Taalentio sur ${name}"`);
    expect(shown).toContain('href="https://wa.me/212600000000"');
    expect(shown).toContain('href="https://t.me/atlas"');
  });

  it('one that is wrong refuses all', async () => {
    const reply = await send(`${PAGE}/save-social-links`, { facebook: '', telegram: 'https://elsewhere.example/atlas' });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('Ce n’est pas l’adresse d’une page Telegram');
    expect((await stored('social_links'))?.value).toEqual(EIGHT);
  });

  it('of an older installation lead nowhere bad', async () => {
    await settings.set(
      db(),
      siteSettings.social,
      { facebook: 'javascript:alert(1)', instagram: 'https://instagram.com/a', whatsapp: '"><b>' },
      null,
    );
    const shown = await foot();
    expect(shown).toContain('https://instagram.com/a');
    expect(shown).not.toMatch(/javascript|wa\.me|Facebook/);
  });
});

describe('T-512 T-513 T-514 logo, favicon, hero image', () => {
  const draw = async (width: number, height: number, format: 'png' | 'webp' | 'jpeg' = 'png'): Promise<SentFile> => ({
    name: `image.${format}`,
    content: await sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha: 0.5 } } })
      .withExif({ IFD0: { Copyright: 'nobody' } })
      .toFormat(format)
      .toBuffer(),
    type: `image/${format}`,
  });
  const NONE = { logo_url: '', favicon_url: '', hero_image_url: '' };
  const at = (url: string) => atelier.doors.site.inject({ url });

  it('T-857 are written anew, served to everybody, and shown', async () => {
    const files = {
      logo_file: await draw(1200, 300),
      favicon_file: await draw(32, 20, 'webp'),
      hero_image_file: await draw(1600, 900, 'jpeg'),
    };
    expect((await send(`${PAGE}/save-logo-images`, NONE, files)).statusCode).toBe(303);
    const { logo, favicon, hero } = await settings.read(siteSettings);
    expect(logo).toMatch(/^\/static\/uploads\/site\/[0-9a-f]{32}\.png$/);
    const served = await at(logo);
    expect(served.headers['content-type']).toBe('image/png');
    expect(await sharp(served.rawPayload).metadata()).toMatchObject({ width: 640, height: 160 });
    expect(await sharp(served.rawPayload).metadata()).not.toHaveProperty('exif');
    expect(await sharp((await at(favicon)).rawPayload).metadata()).toMatchObject({ width: 192, height: 192 });
    const page = await welcome();
    expect(page).toContain(`<link rel="icon" href="${favicon}"/>`);
    expect(page).toContain(`<img class="mark-own" src="${logo}" alt=""`);
    expect(page).toContain(`${hero}?w=1280`);
  });

  it('replaced ones go, and a box takes one away', async () => {
    const before = await settings.read(siteSettings);
    await send(`${PAGE}/save-logo-images`, { ...NONE, remove_hero_image_url: '1' }, { logo_file: await draw(200, 200) });
    const after = await settings.read(siteSettings);
    expect(after).toMatchObject({ favicon: before.favicon, hero: '' });
    expect(after.logo).not.toBe(before.logo);
    for (const gone of [before.logo, before.hero]) expect((await at(gone)).statusCode).toBe(404);
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from kernel.files where name like 'site/%'`.execute(db());
    expect(rows[0]?.count).toBe(3); // favicon, logo, and the logo of letters
  });

  it('from another site: browsers are told where pictures come from', async () => {
    await send(`${PAGE}/save-logo-images`, { ...NONE, hero_image_url: 'https://images.example/salle.jpg' }, {});
    const reply = await visit(atelier.doors.site).open('/welcome');
    expect(reply.body).toContain('src="https://images.example/salle.jpg"');
    expect(reply.headers['content-security-policy']).toContain("img-src 'self' https://images.example data:");
    await send(`${PAGE}/save-logo-images`, NONE, {});
    expect(await settings.get(siteSettings.hero)).toBe('');
  });

  it.each([
    ['logo_url', 'http://images.example/logo.png'],
    ['logo_url', 'javascript:alert(1)'],
    ['favicon_url', 'data:image/png;base64,AAAA'],
    ['hero_image_url', "https://images.example/a';script-src *"],
    ['hero_image_url', 'https://user:secret@images.example/a.png'],
  ])('refuses %s %s', async (field, value) => {
    const before = await settings.read(siteSettings);
    const reply = await send(`${PAGE}/save-logo-images`, { ...NONE, [field]: value }, {});
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain(`id="pictures-form-${field}-error"`);
    expect(await settings.read(siteSettings)).toEqual(before);
  });

  it.each([
    ['an SVG with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['half a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('refuses %s, keeps nothing, and names its field', async (_name, content) => {
    const before = await settings.read(siteSettings);
    const reply = await send(`${PAGE}/save-logo-images`, NONE, { logo_file: { name: 'logo.png', content, type: 'image/png' } });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('id="pictures-form-logo_file-error"');
    expect(await settings.read(siteSettings)).toEqual(before);
  });
});

describe('the name of the site and the foot of e-mails', () => {
  it('T-508 are in every e-mail: name, logo, footer, contact, networks', async () => {
    await settings.set(db(), mailSettings.footer, 'Maison Atlas SARL\nCasablanca', null);
    await send(`${PAGE}/save-footer`, { footer_text: '', footer_contact_email: 'contact@atlas.example', footer_contact_phone: '' });
    expect((await send(SETTINGS, { site_name: '  Maison   Atlas ', omdb_api_key: '' })).statusCode).toBe(303);
    await registerPerson(atelier, { email: 'nouvelle@atlas.example' });
    const outbox = join(atelier.config.dataFolder, 'outbox');
    const letters = async (): Promise<string> =>
      (await Promise.all((await readdir(outbox).catch(() => [])).map((file) => readFile(join(outbox, file), 'utf8')))).join('');
    await eventually(async () => (await letters()).includes('nouvelle@atlas.example')).toBe(true);
    const { rows } = await sql<{ html_content: string; text_content: string }>`
      select html_content, text_content from kernel.email_logs where recipient_email = 'nouvelle@atlas.example'`.execute(db());
    const { html_content: html = '', text_content: text = '' } = rows[0] ?? {};
    expect(html).toContain('Maison Atlas SARL<br/>Casablanca');
    expect(html).toContain('href="mailto:contact@atlas.example"');
    expect(html).toContain('href="https://instagram.com/a"');
    expect(html).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="" width="44" height="44"/);
    expect(html).toContain('>Maison Atlas<');
    expect(text).toContain('--\nMaison Atlas SARL\nCasablanca\ncontact@atlas.example\nInstagram: https://instagram.com/a');
  });

  it('the name counts at once on pages, in the manifest, and on cards', async () => {
    expect(await foot()).toContain('<strong>Maison Atlas</strong>');
    expect((await atelier.doors.site.inject({ url: '/manifest.webmanifest' })).json<{ name: string }>().name).toBe('Maison Atlas');
    expect(await welcome()).toContain('"name":"Maison Atlas"');
    await send(SETTINGS, { site_name: '', omdb_api_key: '' });
    expect(await foot()).toContain('<strong>Taalentio</strong>');
  });

  it('T-526 refuses a name that is too long, and a key that is none', async () => {
    const reply = await send(SETTINGS, { site_name: 'a'.repeat(61), omdb_api_key: 'with space' });
    expect(reply.statusCode).toBe(400);
    for (const field of ['site_name', 'omdb_api_key']) expect(reply.body).toContain(`id="general-form-${field}-error"`);
    expect(reply.body).not.toContain('with space');
  });
});

describe('T-525 T-526 T-527 T-528 T-529 T-530 T-531 stored settings', () => {
  const overview = async (): Promise<string> =>
    part(wordsOf((await admin.visitor.open(SETTINGS)).body), 'main').replaceAll(/[\u2066-\u2069]/g, '');

  it('T-525 T-526 T-527 are read with a default, set, and deleted', async () => {
    expect(await settings.get(siteSettings.footerText)).toBe('');
    await settings.set(db(), siteSettings.footerText, 'Bonjour', admin.id);
    expect([await settings.get(siteSettings.footerText), (await stored('footer_text'))?.value]).toEqual(['Bonjour', 'Bonjour']);
    expect(await foot()).toContain('Bonjour');
    await settings.forget(db(), siteSettings.footerText, admin.id);
    expect(await stored('footer_text')).toBeUndefined();
    expect(await foot()).not.toContain('Bonjour');
  });

  it('T-528 T-529 T-530 keys are encrypted where they are stored, and masked where they are shown', async () => {
    await settings.set(db(), mailSettings.sendgridApiKey, 'SG.very-secret-sendgrid-9876', admin.id);
    await settings.set(db(), mailSettings.sender, 'casting@atlas.example', admin.id);
    await settings.set(db(), textSettings.openrouterKey, 'sk-or-v1-very-secret-router-5432', admin.id);
    await send(SETTINGS, { site_name: '', omdb_api_key: ' very-secret-omdb-1357 ' });
    expect(await settings.get(OMDB_API_KEY)).toBe('very-secret-omdb-1357');
    for (const key of ['sendgrid_api_key', 'openrouter_api_key', 'omdb_api_key']) {
      const row = await stored(key);
      expect(row?.value, key).toBeNull();
      expect(row?.value_encrypted, key).toMatch(/^gAAAA/);
    }
    const page = await overview();
    for (const ending of ['••••9876', '••••5432', '••••1357', 'casting@atlas.example']) expect(page).toContain(ending);
    const everywhere = page + part((await admin.visitor.open(`${SETTINGS}/history`)).body, 'main');
    expect(everywhere).not.toContain('very-secret');
    const dump =
      await sql`select row_to_json(c)::text || row_to_json(l)::text as text from kernel.setting_changes c, kernel.activity_logs l`.execute(
        db(),
      );
    expect(JSON.stringify(dump.rows)).not.toContain('very-secret');
  });

  it('T-530 the OMDb key is taken away by its box, and stays when its field is empty', async () => {
    await send(SETTINGS, { site_name: '', omdb_api_key: '' });
    expect(await settings.get(OMDB_API_KEY)).toBe('very-secret-omdb-1357');
    await send(SETTINGS, { site_name: '', omdb_api_key: '', forget_omdb_api_key: '1' });
    expect(await stored('omdb_api_key')).toBeUndefined();
    expect(await overview()).not.toContain('1357');
  });

  it('T-528 T-529 T-530 are read in the other documented spelling', async () => {
    const vault = createVault(atelier.config.encryptionKeys, atelier.config.secretKey);
    const token = vault.encrypt(JSON.stringify('omdb-of-long-ago-2468'));
    await sql`insert into kernel.settings (key, value_encrypted, updated_at) values ('OMDB_API_KEY', ${token}, now())`.execute(db());
    expect(await overview()).toContain('••••2468');
  });

  it('T-531 the version is stored at start, once, and shown', async () => {
    const changes = async () => (await settings.changes(500)).filter(({ key }) => key === 'app_version');
    await settings.set(db(), APP_VERSION, '0.0.1', null);
    await atelier.prepare();
    await atelier.prepare();
    expect((await stored('app_version'))?.value).toBe(VERSION);
    expect(await changes()).toMatchObject([{ before: '0.0.1', after: VERSION, changedBy: null }, { after: '0.0.1' }]);
    expect(await overview()).toContain(VERSION);
  });
});

describe('the history of settings', () => {
  it('says who changed what and when, on a page and in the audit, once', async () => {
    await send(`${PAGE}/save-footer`, { footer_text: 'Une fois', footer_contact_email: '', footer_contact_phone: '' });
    const count = await settings.countChanges();
    await send(`${PAGE}/save-footer`, { footer_text: 'Une fois', footer_contact_email: '', footer_contact_phone: '' });
    expect(await settings.countChanges()).toBe(count);
    const page = part((await admin.visitor.open(`${SETTINGS}/history`)).body, 'main');
    expect(page).toContain('footer_text');
    expect(page).toContain('Une fois');
    expect(page).toContain('Adama Traoré');
    const { rows } = await sql<{ user_id: number; action_description: string }>`
      select user_id, action_description from kernel.activity_logs where resource_id = 'site' order by id desc limit 1`.execute(db());
    expect(rows).toEqual([{ user_id: admin.id, action_description: 'Réglages du site modifiés : footer_text, footer_contact_email' }]);
  });

  it('is read page by page', async () => {
    for (let n = 0; n < 60; n++) await settings.set(db(), siteSettings.footerText, `Texte ${n}.`, admin.id);
    const first = (await admin.visitor.open(`${SETTINGS}/history`)).body;
    expect(first).toContain('Texte 59.');
    expect(first).not.toContain('<bdi translate="no">Texte 2.</bdi>');
    expect((await admin.visitor.open(`${SETTINGS}/history?page=2`)).body).toContain('Texte 2.');
  });
});
