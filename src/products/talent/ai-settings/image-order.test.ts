import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { SIMULATED } from '#simulators/image-models.ts';
import { asRead, type Desk, openDesk, PAGE } from './test-house.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

/** What the button with this label would send. */
const orderOf = (page: string, label: string): string =>
  new RegExp(`<button(?=[^>]*aria-label="${label}")[^>]*value="([^"]*)"`).exec(page)?.[1] ?? `no button ${label}`;
const press = async (label: string): Promise<string> => desk.act('/order', { order: orderOf(await desk.open(), label) });
/** The names of the order, from the first to the last. */
const shownOrder = (page: string): readonly string[] =>
  [...page.slice(page.indexOf('<ol>', page.indexOf('id="order"')), page.lastIndexOf('</ol>')).matchAll(/font-semibold">([^<]+)/g)].map(
    ([, name = '']) => name,
  );
const wordsIn = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the order of asking', () => {
  const NAMES = ['Blackbox AI', 'OpenAI ou compatible', 'Stability AI', 'Replicate', 'Peintre du studio'];

  beforeAll(async () => {
    for (const name of SIMULATED) await desk.act(`/${name}/key`, { key: desk.providers.keys[name] });
    await desk.act('/openai/model', { model: 'gpt-image-2' });
  });

  it('is shown, with the painter at the end and the rules beside it', async () => {
    const page = await desk.open();
    expect(shownOrder(page)).toEqual(NAMES);
    for (const words of [
      'n’est jamais demandée au fournisseur suivant',
      'des illustrations, jamais des photographies',
      'Toujours le dernier',
    ])
      expect(page).toContain(words);
    expect(orderOf(page, 'Monter Blackbox AI')).toContain('no button');
    expect(orderOf(page, 'Descendre Replicate')).toContain('no button');
  });

  it('is changed by buttons, and is the order in which a picture is asked for', async () => {
    expect(shownOrder(await press('Monter Replicate'))).toEqual([
      'Blackbox AI',
      'OpenAI ou compatible',
      'Replicate',
      'Stability AI',
      NAMES[4],
    ]);
    expect(shownOrder(await press('Descendre Blackbox AI'))[0]).toBe('OpenAI ou compatible');
    const page = await press('Laisser de côté : OpenAI ou compatible');
    expect(shownOrder(page)).toEqual(['Blackbox AI', 'Replicate', 'Stability AI', NAMES[4]]);
    expect(page).toContain('Ordre choisi');
    desk.providers.misbehave('blackbox', { is: 'no_credit' });
    const bought = desk.providers.bought.openai;
    expect(await desk.paint()).toMatchObject({
      provider: 'replicate',
      fellBackFrom: [{ provider: 'blackbox', why: 'insufficient_credit' }],
    });
    expect(desk.providers.bought.openai).toBe(bought);
    expect(shownOrder(await press('Ajouter OpenAI ou compatible'))).toEqual([
      'Blackbox AI',
      'Replicate',
      'Stability AI',
      'OpenAI ou compatible',
      NAMES[4],
    ]);
  });

  it('a button pressed twice moves nothing twice', async () => {
    const order = orderOf(await desk.open(), 'Monter Stability AI');
    const after = shownOrder(await desk.act('/order', { order }));
    const count = async (): Promise<unknown> =>
      (await sql`select count(*) from kernel.setting_changes where key = 'image_provider_chain'`.execute(desk.atelier.database.db)).rows[0];
    const before = await count();
    expect(shownOrder(await desk.act('/order', { order }))).toEqual(after);
    expect(await count()).toEqual(before);
  });

  it('may be empty: then the painter of the studio draws everything', async () => {
    for (const name of NAMES.slice(0, 4)) await press(`Laisser de côté : ${name}`);
    expect(shownOrder(await desk.open())).toEqual(['Peintre du studio']);
    expect(await desk.paint()).toMatchObject({ provider: 'embedded', fellBackFrom: [] });
    expect(shownOrder(await desk.act('/order', { order: 'auto' }))).toEqual(NAMES);
  });

  it.each(['', 'dalle', 'blackbox blackbox', 'embedded blackbox', 'openrouter', 'constructor'])(
    'refuses %j, and changes nothing',
    async (order) => {
      await desk.act('/order', { order: 'replicate' });
      const reply = await desk.admin.visitor.send(`${PAGE}/order`, { order });
      expect(reply.statusCode).toBe(400);
      expect(reply.body).toContain('Cet ordre ne convient pas');
      expect(shownOrder(await desk.open())).toEqual(['Replicate', 'Peintre du studio']);
      await desk.act('/order', { order: 'auto' });
    },
  );

  it('names who is not ready, and who draws instead', async () => {
    await desk.act('/replicate/remove');
    const page = await desk.act('/order', { order: 'replicate' });
    expect(page).toContain('Passé : pas de clé');
    expect(page).toContain('Le peintre du studio dessine à leur place');
    await desk.act('/openai/model', { model: '' });
    expect(await desk.act('/order', { order: 'openai' })).toContain('Passé : aucun modèle nommé');
    await desk.act('/order', { order: 'auto' });
  });

  it('is noted in the audit by the name of the setting', async () => {
    const { rows } = await sql<{ text: string }>`
      select distinct action_description as text from kernel.activity_logs
      where action_description like 'Réglages%' order by 1`.execute(desk.atelier.database.db);
    expect(rows.map(({ text }) => text)).toEqual(
      ['image_models', 'image_provider_chain'].map((key) => `Réglages de l’intelligence artificielle modifiés : ${key}`),
    );
  });
});

describe('I-053 models', () => {
  it('one of one’s own is shown, kept beside those of others, asked, and forgotten', async () => {
    const page = await desk.act('/stability/model', { model: 'ultra' });
    expect(page).toContain('value="ultra"');
    await desk.act('/openai/model', { model: 'dalle3' });
    await desk.act('/blackbox/model', { model: 'blackbox-ai' });
    const models = await desk.open();
    for (const live of ['gpt-image-2', 'blackboxai/black-forest-labs/flux-pro']) expect(models).toContain(`>${live}<`);
    await desk.act('/order', { order: 'stability' });
    expect(await desk.paint()).toMatchObject({ provider: 'stability', model: 'ultra' });
    expect(await desk.act('/stability/model', { model: '' })).toContain('>core<');
    expect(await desk.open()).toContain('value="dalle3"');
    await desk.act('/order', { order: 'auto' });
  });

  it('one that is not known there is said to be so when the key is tried', async () => {
    await desk.act('/blackbox/model', { model: 'blackboxai/gone' });
    expect(await desk.act('/blackbox/test')).toContain('Le modèle blackboxai/gone n’y est pas connu : choisissez-en un autre.');
    await desk.act('/blackbox/model', { model: '' });
  });

  it('a name that is none is refused, and what was typed stays', async () => {
    await desk.open();
    const reply = await desk.admin.visitor.send(`${PAGE}/replicate/model`, { model: 'un modèle' });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).toContain('Ce n’est pas un nom de modèle');
    expect(reply.body).toContain('href="#replicate-model-model"');
    expect(reply.body).toContain('value="un modèle"');
    expect(await desk.open()).not.toContain('un modèle"');
  });

  it('the one that is asked for captions has a field of its own', async () => {
    await desk.open('/admin/settings/ai');
    await desk.admin.visitor.send('/admin/settings/ai/openrouter/models', { model_caption: 'mistral/large' });
    const page = asRead((await desk.admin.visitor.next()).body);
    expect(page).toContain('Légendes des publications');
    expect(page).toContain('value="mistral/large"');
  });
});

describe('what it costs', () => {
  const draws = (page: string): string => page.slice(page.indexOf('class="figures"'), page.indexOf('id="order"'));

  it('pictures are counted, and named in the log of calls', async () => {
    const { rows } = await sql<{ bought: number }>`
      select count(*) filter (where outcome = 'answered') as bought from generation.calls where purpose = 'image'`.execute(
      desk.atelier.database.db,
    );
    expect(rows[0]?.bought).toBe(2);
    expect(wordsIn(draws(await desk.open()))).toContain('Images achetées ce mois-ci 2');
    const log = await desk.open('/admin/settings/ai');
    expect(log.slice(log.indexOf('id="calls"'))).toContain('>Images<');
  });

  it('says that the budget of the month is reached', async () => {
    expect(await desk.open()).not.toContain('budget du mois, commun');
    await desk.admin.visitor.open('/admin/settings/ai');
    await desk.admin.visitor.send('/admin/settings/ai', { provider: 'auto', budget: '0' });
    expect(await desk.open()).toContain('Le budget du mois, commun aux textes et aux images, est atteint');
    expect((await desk.paint()).fellBackFrom).toContainEqual({ provider: 'blackbox', why: 'over_budget' });
  });

  it('speaks English and Arabic', async () => {
    const page = async (language: string): Promise<string> => {
      desk.admin.visitor.cookies.set('lang', language);
      return (await desk.admin.visitor.open(PAGE)).body;
    };
    expect(await page('en')).toContain('is never asked of the next provider');
    const arabic = await page('ar');
    expect(arabic).toContain('dir="rtl"');
    expect(arabic).toContain('ترتيب الطلب');
    desk.admin.visitor.cookies.set('lang', 'fr');
  });
});
