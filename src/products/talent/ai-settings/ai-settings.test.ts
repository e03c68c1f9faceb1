import { sql } from 'kysely';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGeneration, type TextAnswer } from '#capabilities/generation/generation.ts';
import { systemClock } from '#kernel/clock.ts';
import { createSettings } from '#kernel/settings.ts';
import { createVault } from '#kernel/vault.ts';
import { type ChatModelSimulator, startChatModelSimulator } from '#simulators/chat-model.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, log, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';

const PAGE = '/admin/settings/ai';
const OWN_KEY = 'sk-or-v1-typed-by-an-administrator-4242';
const SENSITIVE = /sk-(or|proj)-|typed-by/;

let models: ChatModelSimulator;
let atelier: Atelier;
let admin: Registered;
beforeAll(async () => {
  models = await startChatModelSimulator();
  const environment = { OPENROUTER_URL: models.openrouterUrl, OPENAI_URL: 'https://models.example/v1', OPENAI_API_KEY: models.openaiKey };
  atelier = await startAtelier({ environment });
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
});
afterAll(() => models.close());

/** As one reads it: a space that does not break is a space. */
const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>'))).replace(/[\u00a0\u202f]/g, ' ');
const open = async (url = PAGE): Promise<string> => main((await admin.visitor.open(url)).body);
/** Sends a form of the page and reads the page it leads to. */
async function act(url: string, fields: Record<string, string> = {}): Promise<string> {
  await admin.visitor.open(PAGE);
  expect((await admin.visitor.send(url, fields)).statusCode).toBe(303);
  return (await admin.visitor.next()).body.replace(/[\u00a0\u202f]/g, ' ');
}
const choices = (more: Record<string, string> = {}): Record<string, string> => ({ provider: 'auto', budget: '', ...more });

/** Another process of this installation asks a model. */
function ask(): Promise<TextAnswer<{ score: number }>> {
  const { config, database } = atelier;
  const vault = createVault(config.encryptionKeys, config.secretKey);
  const settings = createSettings({ db: database.db, vault, clock: systemClock });
  return createGeneration({ db: database.db, clock: systemClock, log, settings, config }).askText({
    ...{ purpose: 'matching', system: 'Rank.', prompt: 'A light technician.', maxTokens: 100, timeoutMs: 10_000, by: admin.id },
    schema: Type.Object({ score: Type.Integer() }, { additionalProperties: false }),
  });
}

describe('who may see and change it', () => {
  const gets = [PAGE, `${PAGE}/openrouter/remove`];
  const posts = ['', '/openrouter/models', '/openai/models', '/openrouter/key', '/openrouter/test', '/openrouter/remove'].map(
    (end) => PAGE + end,
  );

  it('nobody but administrators', async () => {
    for (const role of ['user', 'presence', 'casting'] as const) {
      const { visitor } = await registerPerson(atelier, {}, role);
      for (const url of gets) expect((await visitor.open(url)).statusCode, `${role} ${url}`).toBe(403);
      await visitor.open('/account/security');
      for (const url of posts) expect((await visitor.send(url, choices())).statusCode, `${role} ${url}`).toBe(403);
    }
    expect((await visit(atelier.doors.site).open(PAGE)).headers['location']).toContain('/auth/login');
  });

  it('a form without its token changes nothing', async () => {
    const stranger = visit(atelier.doors.site);
    for (const [name, value] of admin.visitor.cookies) stranger.cookies.set(name, value);
    expect((await stranger.send(PAGE, choices({ provider: 'embedded' }))).statusCode).toBe(403);
    expect(await open()).toContain('checked="" value="auto"');
  });

  it('an unknown provider is not there', async () => {
    await open();
    for (const act of ['key', 'test', 'remove']) expect((await admin.visitor.send(`${PAGE}/blackbox/${act}`, {})).statusCode).toBe(404);
  });
});

describe('T-269 T-276 T-280 T-529 keys', () => {
  it('says what the environment gives, and only how it ends', async () => {
    const page = await open();
    expect(page).toContain('donnée par l’environnement');
    expect(page).toContain('…c0de');
    expect(page).toContain('aucune clé');
    expect(page).not.toMatch(SENSITIVE);
  });

  it('takes a key, tries it at once, and never shows it again', async () => {
    const page = await act(`${PAGE}/openrouter/key`, { key: `  Bearer ${models.openrouterKey} ` });
    expect(page).toContain('Clé de OpenRouter enregistrée');
    expect(page).toContain('OpenRouter accepte la clé : 1,25 $ dépensés, il reste 8,75 $ sur 10,00 $.');
    expect(page).toContain('…7e57');
    expect(page).not.toMatch(SENSITIVE);
    expect(await ask()).toMatchObject({ by: 'model', provider: 'openrouter' });
  });

  it('says in the reader’s language that a key is refused', async () => {
    await act(`${PAGE}/openrouter/key`, { key: OWN_KEY });
    for (const [language, words] of [
      ['fr', 'OpenRouter refuse cette clé'],
      ['en', 'OpenRouter refuses this key'],
      ['ar', 'يرفض OpenRouter هذا المفتاح'],
    ] as const) {
      admin.visitor.cookies.set('lang', language);
      expect(await act(`${PAGE}/openrouter/test`), language).toContain(words);
    }
    admin.visitor.cookies.set('lang', 'fr');
    expect(await ask()).toEqual({ by: 'embedded', why: 'unauthorized' });
  });

  it.each(['', 'short', 'with a space inside it', 'clé-française-éàü', 'line\nbreak-in-the-key'])(
    'refuses what is no key: %j',
    async (key) => {
      await open();
      const reply = await admin.visitor.send(`${PAGE}/openrouter/key`, { key });
      expect(reply.statusCode).toBe(400);
      expect(reply.body).toContain('Une clé est faite de lettres');
      if (key) expect(main(reply.body)).not.toContain(key);
      expect(main(reply.body)).toContain('…4242');
    },
  );

  it('is removed after it was asked, and what the environment gives counts again', async () => {
    expect(await open(`${PAGE}/openrouter/remove`)).toContain('Retirer cette clé ?');
    expect((await admin.visitor.send(`${PAGE}/openrouter/remove`, {})).statusCode).toBe(303);
    expect((await admin.visitor.next()).body).toContain('Clé de OpenRouter retirée');
    expect((await admin.visitor.open(`${PAGE}/openrouter/remove`)).headers['location']).toBe(PAGE);
    expect((await admin.visitor.next()).body).toContain('rien à retirer');
    expect(await act(`${PAGE}/openrouter/test`)).toContain('n’a pas de clé à essayer');
  });

  it('is noted in both logs of the audit, and written nowhere', async () => {
    const { db } = atelier.database;
    const security = await sql<{ event_type: string; user_id: number; severity: string }>`
      select event_type, user_id, severity from kernel.security_logs where event_type like 'provider_key%' order by id`.execute(db);
    const what = (event_type: string): object => ({ event_type, user_id: admin.id, severity: 'high' });
    expect(security.rows).toEqual([what('provider_key_set'), what('provider_key_set'), what('provider_key_removed')]);
    const activity = await sql<{ action_description: string }>`
      select action_description from kernel.activity_logs where action_category = 'settings' order by id`.execute(db);
    expect(activity.rows.map((row) => row.action_description)).toEqual([
      ...['enregistrée', 'enregistrée', 'retirée'].map((done) => `Clé du fournisseur openrouter ${done}`),
    ]);
    const everything = await Promise.all(
      ['kernel.activity_logs', 'kernel.security_logs', 'kernel.settings', 'kernel.setting_changes', 'generation.calls'].map((table) =>
        sql`select * from ${sql.table(table)}`.execute(db),
      ),
    );
    expect(JSON.stringify(everything)).not.toMatch(SENSITIVE);
  });
});

describe('choices', () => {
  it('are saved, shown again, and noted once', async () => {
    const page = await act(PAGE, choices({ provider: 'embedded', budget: '12,50', may_be_kept: '1' }));
    expect(page).toContain('Réglages enregistrés');
    expect(page).toContain('checked="" value="embedded"');
    expect(page).toContain('value="12.5"');
    expect(page).toContain('sur 12,50 $ de budget');
    await act(PAGE, choices({ provider: 'embedded', budget: '12.5', may_be_kept: '1' }));
    const { rows } = await sql`select 1 from kernel.setting_changes where key = 'text_monthly_budget_usd'`.execute(atelier.database.db);
    expect(rows).toHaveLength(1);
    expect(await act(PAGE, choices())).toContain('sans plafond');
  });

  it('every wrong field is named, what was typed stays, nothing is stored', async () => {
    await open();
    const reply = await admin.visitor.send(PAGE, choices({ provider: 'blackbox', budget: 'beaucoup' }));
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('Un montant en dollars');
    expect(reply.body).toContain('value="beaucoup"');
    for (const id of ['choices-provider', 'choices-budget']) expect(reply.body).toContain(`href="#${id}"`);
    expect(await open()).toContain('sans plafond');
  });

  it('a model of one’s own goes before the documented one; a name that is none is refused', async () => {
    const page = await act(`${PAGE}/openrouter/models`, { model_matching: 'mistral/large', model_cv_analysis: '' });
    expect(page).toContain('value="mistral/large"');
    expect(page).toContain('google/gemini-2.5-flash → google/gemini-3.5-flash-lite');
    await act(`${PAGE}/openrouter/key`, { key: models.openrouterKey });
    models.models.add('mistral/large');
    expect(await ask()).toMatchObject({ by: 'model', model: 'mistral/large' });
    await open();
    const reply = await admin.visitor.send(`${PAGE}/openai/models`, { model: 'un modèle' });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('Ce n’est pas un nom de modèle');
    expect(await act(`${PAGE}/openai/models`, { model: 'gpt-6-sol' })).toContain('value="gpt-6-sol"');
  });

  it('says when the provider that was chosen cannot answer', async () => {
    expect(await act(`${PAGE}/openai/models`, { model: '' })).not.toContain('lui manque');
    expect(await act(PAGE, choices({ provider: 'openai' }))).toContain('OpenAI ou compatible est choisi, mais il lui manque');
    await act(PAGE, choices());
  });
});

describe('T-284 T-290 what was asked', () => {
  it('shows calls, their outcome, cost and who asked, in pages of fifty', async () => {
    models.misbehave({ is: 'insufficient_quota' });
    expect(await ask()).toEqual({ by: 'embedded', why: 'quota' });
    const page = await open();
    for (const words of [
      'Recherche de candidats',
      'Réponse utilisée',
      'Crédit épuisé',
      'HTTP 429 · insufficient_quota',
      'Adama Traoré',
      '0,0004 $',
    ]) {
      expect(page).toContain(words);
    }
    await sql`insert into generation.calls (question_id, try_number, is_repair, purpose, provider, model, created_at)
      select gen_random_uuid(), 1, false, 'cv_analysis', 'openrouter', 'm', now() - interval '1 day' from generate_series(1, 50)`.execute(
      atelier.database.db,
    );
    expect(await open()).toContain('href="/admin/settings/ai?page=2"');
    expect(await open(`${PAGE}?page=2`)).toContain('En cours ou interrompue');
    expect((await admin.visitor.open(`${PAGE}?page=0`)).statusCode).toBe(400);
  });

  it('says that the budget of the month is reached', async () => {
    models.cost = 3;
    await act(PAGE, choices({ budget: '2' }));
    expect(await ask()).toMatchObject({ by: 'model' });
    expect(await ask()).toEqual({ by: 'embedded', why: 'quota' });
    expect(await open()).toContain('Le budget du mois est atteint');
  });

  it('speaks English and Arabic', async () => {
    const page = async (language: string): Promise<string> => {
      admin.visitor.cookies.set('lang', language);
      return (await admin.visitor.open(PAGE)).body;
    };
    expect(main(await page('en'))).toContain('Spent this month');
    const arabic = await page('ar');
    expect(arabic).toContain('dir="rtl"');
    expect(main(arabic)).toContain('المصروف هذا الشهر');
    admin.visitor.cookies.set('lang', 'fr');
  });
});
