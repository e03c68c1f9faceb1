import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { createSettings, type Settings } from '#kernel/settings.ts';
import { createVault } from '#kernel/vault.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { visit } from '#test/visitor.ts';
import { LEGAL_ENABLED, LEGAL_TEXTS } from './pages.ts';

const PAGE = '/admin/settings/customization';
const SWITCH = `${PAGE}/save-legal-pages`;
const editor = (page: string): string => `${PAGE}/legal/${page}`;

let atelier: Atelier;
let settings: Settings;
let admin: Registered;
beforeAll(async () => {
  atelier = await startAtelier();
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  const { database, config } = atelier;
  settings = createSettings({ db: database.db, vault: createVault(config.encryptionKeys, config.secretKey), clock: systemClock });
});

const main = (body: string): string => body.slice(body.indexOf('<main'), body.indexOf('</main>'));
const read = (url: string, language = 'fr') => visit(atelier.doors.site, language).open(url);
const statusOf = async (url: string): Promise<number> => (await read(url)).statusCode;
async function send(url: string, fields: Record<string, string>) {
  await admin.visitor.open(PAGE);
  return admin.visitor.send(url, fields);
}
const save = (page: string, text: string, more: Record<string, string> = {}) =>
  send(editor(page), { in: 'fr', format: 'markdown', text, ...more });
const ticked = (...pages: string[]): Record<string, string> => Object.fromEntries(pages.map((page) => [page, '1']));

describe('T-500 T-502 T-503 T-504 which pages are open', () => {
  it('as shipped: what registration asks people to read, and about us; the others are closed', async () => {
    const found = await Promise.all(['/legal/terms', '/legal/privacy', '/about', '/legal/cookies', '/legal/mentions'].map(statusOf));
    expect(found).toEqual([200, 200, 200, 404, 404]);
    const { body } = await read('/about');
    expect(body).toContain('href="/legal/terms"');
    expect(body).not.toMatch(/href="\/legal\/(cookies|mentions)"/);
  });

  it('T-504 boxes open and close each; what is closed answers 404, is linked from nowhere, and is in no map', async () => {
    expect((await send(SWITCH, ticked('privacy', 'cookies'))).headers['location']).toBe(`${PAGE}#legal`);
    expect((await admin.visitor.next()).body).toContain('✅ Pages légales mises à jour');
    expect(await settings.get(LEGAL_ENABLED)).toEqual({ terms: false, privacy: true, about: false, cookies: true, mentions: false });
    expect(await Promise.all(['/legal/terms', '/legal/privacy', '/about', '/legal/cookies'].map(statusOf))).toEqual([404, 200, 404, 200]);
    const { body } = await read('/auth/login');
    expect(body).toContain('href="/legal/cookies"');
    expect(body).not.toMatch(/href="(\/legal\/terms|\/about)"/);
    const map = (await read('/sitemaps/studio-0.xml')).body + (await read('/sitemap.xml')).body;
    expect(map).not.toContain('/legal/terms');
    expect((await read('/cinema/register')).body).not.toContain('href="/legal/terms"');
  });

  it.each([
    [{ terms: true }, 'terms', 200],
    [{ terms: true }, 'privacy', 404],
    [{ privacy_page: true }, 'privacy', 200],
    [{ privacy: false, privacy_page: true }, 'privacy', 404],
    [{}, 'terms', 404],
  ])('T-503 a key that is missing means closed, in both spellings: %j, %s', async (stored, page, status) => {
    await settings.set(atelier.database.db, LEGAL_ENABLED, stored as Record<string, boolean>, null);
    expect(await statusOf(`/legal/${page}`)).toBe(status);
    expect(await statusOf('/about')).toBe(200); // C-046
  });

  it('T-502 refuses to open a page that would say nothing, and changes nothing', async () => {
    await settings.forget(atelier.database.db, LEGAL_ENABLED, null);
    const reply = await send(SWITCH, ticked('terms', 'mentions'));
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('n’a pas encore de texte');
    expect(await statusOf('/legal/privacy')).toBe(200);
  });
});

describe('T-501 T-505 T-506 T-507 their texts', () => {
  it('T-505 T-507 takes Markdown, shows it cleaned, and offers it again as it was typed', async () => {
    const reply = await save('terms', '## Article 1\n\nUn **engagement** et [un lien](https://example.com).\n\n<script>alert(1)</script>');
    expect(reply.headers['location']).toBe(editor('terms'));
    const after = (await admin.visitor.next()).body;
    expect(after).toContain('Texte enregistré.');
    expect(after).toContain('Retiré du texte : script.');
    expect(after).toContain('## Article 1');
    const page = main((await read('/legal/terms')).body);
    expect(page).toContain('<h2>Article 1</h2>');
    expect(page).toContain('<strong>engagement</strong>');
    expect(page).not.toContain('alert(1)');
    expect(page).not.toContain('Le service'); // the text of the studio
  });

  it('T-501 keeps clean HTML under the documented key, and reads the other spelling', async () => {
    expect((await settings.get(LEGAL_TEXTS))['terms']).toContain('<h2>Article 1</h2>');
    await settings.set(atelier.database.db, LEGAL_TEXTS, { terms_page: '<p>Ancien texte</p><img src=x onerror=alert(1)>' }, null);
    const page = main((await read('/legal/terms')).body);
    expect(page).toContain('<p>Ancien texte</p>');
    expect(page).not.toMatch(/onerror|<img/);
    expect((await admin.visitor.open(editor('terms'))).body).toContain('value="html"');
    await save('terms', '<p>Nouveau</p>', { format: 'html' });
    expect(await settings.get(LEGAL_TEXTS)).toEqual({ terms: '<p>Nouveau</p>' });
  });

  it('T-506 shows it before it is published, without a script and without keeping it', async () => {
    const reply = await save('privacy', '# Avant\n\n<b onclick="x()">gras</b>', { act: 'preview' });
    expect(reply.statusCode).toBe(200);
    const page = main(reply.body);
    expect(page).toContain('<h2>Avant</h2>');
    expect(page).toContain('<b>gras</b>');
    expect(page).toContain('Rien n’est encore enregistré');
    expect(page).toContain('onclick'); // named as taken out, and still in the field
    expect(page).not.toContain('<b onclick');
    expect(main((await read('/legal/privacy')).body)).not.toContain('Avant');
  });

  it('T-505 speaks the reader’s language where it was written, else French, in its own direction', async () => {
    await save('cookies', 'Texte français');
    await save('cookies', 'نص عربي', { in: 'ar' });
    await send(SWITCH, ticked('terms', 'privacy', 'about', 'cookies'));
    expect(main((await read('/legal/cookies', 'ar')).body)).toContain('نص عربي');
    const english = main((await read('/legal/cookies', 'en')).body);
    expect(english).toContain('Texte français');
    expect(english).toContain('lang="fr" dir="ltr"');
    expect((await settings.get(LEGAL_TEXTS))['cookies_ar']).toBe('<p>نص عربي</p>');
  });

  it('T-507 an empty text gives the page of the studio back; a page that would say nothing keeps its text', async () => {
    await save('cookies', '');
    await save('cookies', '', { in: 'ar' });
    expect(main((await read('/legal/cookies')).body)).toContain('Ni publicité');
    await save('mentions', 'Éditeur : Maison Atlas');
    await send(SWITCH, ticked('terms', 'privacy', 'about', 'mentions'));
    expect(await statusOf('/legal/mentions')).toBe(200);
    const refused = await save('mentions', '<script>alert(1)</script>');
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('fermez-la d’abord');
    expect((await read('/legal/mentions')).body).toContain('Maison Atlas');
  });

  it('T-505 about us takes a text too', async () => {
    await save('about', 'Nous sommes à **Dakar**.');
    expect(main((await read('/about')).body)).toContain('<strong>Dakar</strong>');
    await save('about', '');
    expect(main((await read('/about')).body)).toContain('chiffrés');
  });

  it.each([
    ['too long', 'a'.repeat(40_001)],
    ['of few signs that would become millions', `<p>${Array.from({ length: 1500 }, (_, n) => `<b a${n}>`).join('')}${'<p>x'.repeat(4000)}`],
    ['with signs that turn words round', 'a\u202eb'],
  ])('refuses a text %s beside its field, and keeps what was typed', async (_name, text) => {
    const reply = await save('terms', text, { format: 'html' });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('id="f-text-error"');
    expect(reply.body).toContain(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(main((await read('/legal/terms')).body)).toContain('Nouveau');
  });

  it('T-507 is told in the audit', async () => {
    const { rows } = await sql<{ resource_id: string; description: string }>`
      select resource_id, action_description as description from kernel.activity_logs where resource_type = 'legal_page' order by id limit 1`.execute(
      atelier.database.db,
    );
    expect(rows).toEqual([{ resource_id: 'terms', description: 'Page légale terms (fr) : texte enregistré' }]);
  });

  it('two administrators at once lose nothing', async () => {
    const other = await registerPerson(atelier, {}, 'admin');
    await Promise.all([admin.visitor.open(PAGE), other.visitor.open(PAGE)]);
    await Promise.all([
      admin.visitor.send(editor('terms'), { in: 'fr', format: 'markdown', text: 'Un' }),
      other.visitor.send(editor('privacy'), { in: 'fr', format: 'markdown', text: 'Deux' }),
    ]);
    expect(await settings.get(LEGAL_TEXTS)).toMatchObject({ terms: '<p>Un</p>', privacy: '<p>Deux</p>' });
  });

  it('an unknown page is not there', async () => {
    expect((await admin.visitor.open(editor('constructor'))).statusCode).toBe(404);
    expect((await save('imprint', 'x')).statusCode).toBe(404);
  });
});
