import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerPerson } from '#test/members.ts';
import { visit } from '#test/visitor.ts';
import { asRead, type Desk, openDesk, PAGE, SENSITIVE } from './test-house.ts';

const WRONG_KEY = 'sk-typed-by-an-administrator-4242';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

describe('who may see and change it', () => {
  it('nobody but administrators', async () => {
    const posts = ['/order', '/blackbox/model', '/blackbox/key', '/blackbox/test', '/blackbox/remove'];
    for (const role of ['user', 'presence', 'casting'] as const) {
      const { visitor } = await registerPerson(desk.atelier, {}, role);
      for (const url of [PAGE, `${PAGE}/stability/remove`]) expect((await visitor.open(url)).statusCode, `${role} ${url}`).toBe(403);
      await visitor.open('/account/security');
      for (const url of posts) expect((await visitor.send(PAGE + url, { order: 'none' })).statusCode, `${role} ${url}`).toBe(403);
    }
    expect((await visit(desk.atelier.doors.site).open(PAGE)).headers['location']).toContain('/auth/login');
  });

  it('a form without its token changes nothing', async () => {
    const stranger = visit(desk.atelier.doors.site);
    for (const [name, value] of desk.admin.visitor.cookies) stranger.cookies.set(name, value);
    expect((await stranger.send(`${PAGE}/order`, { order: 'none' })).statusCode).toBe(403);
    expect(await desk.open()).toContain('Ordre automatique');
  });

  it('who paints no pictures is not there', async () => {
    await desk.open();
    for (const name of ['openrouter', 'embedded', 'constructor'])
      for (const what of ['key', 'test', 'remove', 'model'])
        expect((await desk.admin.visitor.send(`${PAGE}/${name}/${what}`, {})).statusCode, `${name} ${what}`).toBe(404);
  });
});

describe('T-280 keys of pictures', () => {
  it('says where each comes from, and only how it ends', async () => {
    const page = await desk.open();
    expect(page).toContain('donnée par l’environnement, se termine par …57ab');
    expect(page.match(/aucune clé</g)).toHaveLength(2);
    expect(page).toContain('aucune clé, aucune n’est nécessaire');
    expect(page).not.toMatch(SENSITIVE);
  });

  it('takes a key, tries it at once without buying anything, and never shows it again', async () => {
    const page = await desk.act('/blackbox/key', { key: ` Bearer ${desk.providers.keys.blackbox} ` });
    expect(page).toContain('Clé de Blackbox AI enregistrée');
    expect(page).toContain('Blackbox AI accepte la clé. Le modèle blackboxai/black-forest-labs/flux-pro y est connu.');
    expect(page).toContain('enregistrée ici, se termine par …b1ac');
    expect(page).not.toMatch(SENSITIVE);
    expect(await desk.act('/replicate/key', { key: desk.providers.keys.replicate })).toContain('Replicate accepte la clé.');
    expect(await desk.act('/stability/test')).toContain(
      'Stability AI accepte la clé. Crédits restants : 41,5. Le modèle demandé sera core.',
    );
    expect(Object.values(desk.providers.bought)).toEqual([0, 0, 0, 0]);
    expect(await desk.paint()).toMatchObject({ provider: 'blackbox' });
  });

  it('says in the reader’s language that a key is refused', async () => {
    await desk.act('/blackbox/key', { key: WRONG_KEY });
    for (const [language, words] of [
      ['fr', 'Blackbox AI refuse cette clé'],
      ['en', 'Blackbox AI refuses this key'],
      ['ar', 'يرفض Blackbox AI هذا المفتاح'],
    ] as const) {
      desk.admin.visitor.cookies.set('lang', language);
      expect(await desk.act('/blackbox/test'), language).toContain(words);
    }
    desk.admin.visitor.cookies.set('lang', 'fr');
    expect((await desk.paint()).fellBackFrom).toContainEqual({ provider: 'blackbox', why: 'unauthorized' });
  });

  it('says what else stands in the way', async () => {
    desk.providers.misbehave('stability', { is: 'cut' });
    expect(await desk.act('/stability/test')).toContain('Stability AI est injoignable d’ici');
    desk.providers.misbehave('blackbox', { is: 'html' });
    expect(await desk.act('/blackbox/test')).toContain('Blackbox AI répond, sans dire s’il accepte la clé');
    expect(await desk.act('/openai/test')).toContain('n’a pas de modèle à interroger');
  });

  it.each(['', 'short', 'with a space inside it', 'clé-française-éàü'])('refuses what is no key: %j', async (key) => {
    await desk.open();
    const reply = await desk.admin.visitor.send(`${PAGE}/blackbox/key`, { key });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('Une clé est faite de lettres');
    expect(reply.body).toContain('href="#blackbox-key-key"');
    if (key) expect(reply.body).not.toContain(key);
    expect(asRead(reply.body)).toContain('se termine par …4242');
  });

  it('shares the one of OpenAI with texts, and says so', async () => {
    const page = await desk.act('/openai/key', { key: desk.providers.keys.openai });
    expect(page).toContain('La même clé sert aussi aux textes');
    const texts = await desk.open('/admin/settings/ai');
    expect(texts).toContain('…0a1e');
    expect(texts).toContain('La même clé sert aussi aux images');
    expect(await desk.open(`${PAGE}/openai/remove`)).toContain('La même clé sert aussi aux textes');
  });

  it('is removed after it was asked, and what the environment gives counts again', async () => {
    await desk.act('/stability/key', { key: WRONG_KEY });
    const question = await desk.open(`${PAGE}/stability/remove`);
    for (const words of ['Retirer cette clé ?', 'au fournisseur suivant, sinon au peintre', 'La clé de l’environnement reste'])
      expect(question).toContain(words);
    for (const name of ['stability', 'blackbox', 'openai', 'replicate'])
      expect(await desk.act(`/${name}/remove`), name).toMatch(/Clé de [\w ]+ retirée/);
    expect(await desk.open()).toContain('donnée par l’environnement, se termine par …57ab');
    expect((await desk.admin.visitor.open(`${PAGE}/stability/remove`)).headers['location']).toBe(PAGE);
    expect(await desk.act('/stability/remove')).toContain('rien à retirer');
    expect(await desk.act('/replicate/test')).toContain('Replicate n’a pas de clé à essayer');
  });

  it('is noted in both logs of the audit, and written nowhere', async () => {
    const { db } = desk.atelier.database;
    const security = await sql<{ event: string; severity: string; times: number }>`
      select event_type as event, severity, count(*) as times from kernel.security_logs
      where event_type like 'provider_key%' and user_id = ${desk.admin.id} group by 1, 2 order by 1`.execute(db);
    expect(security.rows).toEqual([
      { event: 'provider_key_removed', severity: 'high', times: 4 },
      { event: 'provider_key_set', severity: 'high', times: 5 },
    ]);
    const activity = await sql<{ action_description: string }>`
      select action_description from kernel.activity_logs where action_description like 'Clé du%' order by id`.execute(db);
    expect(activity.rows.map((row) => row.action_description)).toEqual([
      ...['blackbox', 'replicate', 'blackbox', 'openai', 'stability'].map((name) => `Clé du fournisseur ${name} enregistrée`),
      ...['stability', 'blackbox', 'openai', 'replicate'].map((name) => `Clé du fournisseur ${name} retirée`),
    ]);
    const everything = await Promise.all(
      ['kernel.activity_logs', 'kernel.security_logs', 'kernel.settings', 'kernel.setting_changes', 'generation.calls'].map((table) =>
        sql`select * from ${sql.table(table)}`.execute(db),
      ),
    );
    expect(JSON.stringify(everything)).not.toMatch(SENSITIVE);
  });
});
