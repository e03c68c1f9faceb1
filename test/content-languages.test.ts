/** What is not a page speaks the person's language too: letters, files, answers of the APIs. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#kernel/message.ts';
import { wearMarks } from './languages/marks.ts';
import { wordsOf } from './readers.ts';
import { SAMPLES } from './sample-letters.ts';
import { type Atelier, type Caller, startAtelier } from './support.ts';

const ARABIC = /\p{Script=Arabic}/u;

describe('letters', () => {
  const templates = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];
  const CASES = templates.flatMap((template) => LANGUAGES.map((language) => [template, language] as const));

  /** Names, codes, addresses and what people wrote, which stay as they are. */
  const DATA =
    /https?:\/\/\S+|\S+@\S+|[A-Z]{2,5}\d+[A-Z]*|[A-Z]{3}-\d+|taalentio\.com|Taalentio|Aïcha|N’Diaye|Aisha|O'Brien-Smith|de la Fontaine|Désert Blanc|Atlas Productions|Ouarzazate, Errachidia|Passante au foulard rouge|1 rue des Studios, 20000 Casablanca|Contentieux en cours : prévenir la direction\.|Zèbre-&-lune<7>|عائشة|بن علي|CINEMA|Comédienne de 25[^.]*\.|Parle arabe et français|Actress of 25[^.]*\.|Speaks Arabic and French|ممثلة بين 25[^.]*\.|تتحدث العربية والفرنسية/g;

  it.each(CASES)('%s says everything in %s', async (template, language) => {
    const plain = wearMarks();
    try {
      const letter = await SAMPLES[template]({ email: 'aicha@example.sn', language, look: { siteName: 'Taalentio' } });
      for (const text of [letter.subject, letter.text]) expect(unsaid(text).replace(DATA, ''), text).not.toMatch(/\p{L}{2}/u);
    } finally {
      plain();
    }
  });

  function unsaid(text: string): string {
    let rest = text;
    for (let before = ''; before !== rest; ) {
      before = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/gu, ' ');
    }
    return rest;
  }
});

describe('the language of an account', () => {
  let atelier: Atelier;
  let person: Caller;
  beforeAll(async () => {
    atelier = await startAtelier();
    person = await atelier.as('user');
  });
  const languageOf = async ({ accountId }: Caller): Promise<string | null | undefined> =>
    (await sql<{ language: string | null }>`select language from identity.accounts where id = ${accountId}`.execute(atelier.database.db))
      .rows[0]?.language;
  const choose = (lang: Language, site: string) =>
    person.inject({ url: `/preferences?lang=${lang}&back=/`, headers: { 'sec-fetch-site': site } });

  it('is chosen in the menu of the corner, and is the one letters speak', async () => {
    expect(await languageOf(person)).toBeNull();
    expect((await choose('ar', 'same-origin')).statusCode).toBe(303);
    expect(await languageOf(person)).toBe('ar');
    // Wherever the account signs in next, its pages speak it too.
    const page = await atelier.doors.site.inject({ url: '/account/security', headers: { cookie: person.cookie, 'accept-language': 'en' } });
    expect(page.body).toContain('<html lang="ar" dir="rtl"');
  });

  it('is not changed by a link of another site, nor by a stranger', async () => {
    expect((await choose('en', 'cross-site')).statusCode).toBe(303);
    expect(await languageOf(person)).toBe('ar');
    const stranger = await atelier.doors.site.inject({ url: '/preferences?lang=en', headers: { 'sec-fetch-site': 'same-origin' } });
    expect([stranger.statusCode, stranger.cookies[0]?.value]).toEqual([303, 'en']);
  });
});

describe('answers and files', () => {
  let atelier: Atelier;
  let admin: Caller;
  beforeAll(async () => {
    atelier = await startAtelier({ demo: true });
    admin = await atelier.signIn('admin@talento.com', '@4dm1n');
  }, 600_000);

  it.each([
    ['fr', /introuvable/],
    ['en', /not found/i],
    ['ar', ARABIC],
  ])('the video API says its errors in the language that is asked for (%s), where the account has chosen none', async (language, words) => {
    const person = await atelier.as('user');
    const url = '/api/v1/projects/00000000-0000-4000-8000-000000000000';
    const answer = await person.inject({ url, headers: { 'accept-language': language } });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toMatch(words);
  });

  it('the talent API says them as documented: English in version 3, French in version 2', async () => {
    const ask = async (version: string) =>
      (await admin.inject({ url: '/api/v1/users/999999', headers: { 'accept-language': 'ar', 'api-version': version } })).body;
    expect([await ask('3'), await ask('2')]).toEqual([
      expect.stringContaining('not found'),
      expect.stringMatching(/non trouvé|introuvable/),
    ]);
  });

  it('the images API says them in French, as documented, whoever asks', async () => {
    const answer = await admin.inject({ url: '/api/images/999999/', headers: { 'accept-language': 'ar' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toMatch(ARABIC);
  });

  it('a file that a person follows a link to has headings and names in their language; programs get the documented ones', async () => {
    const ask = (lang: string, accept: string) =>
      admin.inject({ url: '/api/v1/exports/cinema/csv', headers: { cookie: `${admin.cookie}; lang=${lang}`, accept, 'api-version': '3' } });
    const arabic = (await ask('ar', 'text/html,*/*')).body.replace(/^\ufeff/, '').split('\r\n');
    expect(arabic[0]).toMatch(ARABIC);
    expect(arabic[0]?.replace(/TikTok|Telegram|Facebook|Instagram|UTC/g, '')).not.toMatch(/[a-z]{3}/i);
    expect(arabic.join('\n')).toContain('المغرب');
    expect(arabic.join('\n')).not.toContain('Acteur Principal');
    const program = (await ask('ar', 'text/csv')).body;
    expect(program.split('\r\n')[0]).not.toMatch(ARABIC);
    expect(program).toContain('Acteur Principal');
  });

  it('the card of a person prints places, talents and words in the language of who opens it', async () => {
    const ask = (lang: string) =>
      admin.inject({ url: '/profile/card/MAM0002RAB.pdf', headers: { cookie: `${admin.cookie}; lang=${lang}` } });
    const [french, arabic] = [await ask('fr'), await ask('ar')];
    expect([french.statusCode, arabic.statusCode]).toEqual([200, 200]);
    expect(wordsOf(french.rawPayload)).not.toMatch(ARABIC);
    expect(wordsOf(arabic.rawPayload)).toMatch(ARABIC);
  });

  it('the catalogue is shown in the reader’s language, and printed in French by the API', async () => {
    const page = async (lang: string) =>
      (await admin.inject({ url: '/talents', headers: { cookie: `${admin.cookie}; lang=${lang}` } })).body;
    expect(await page('fr')).toContain('Développement Web');
    expect(await page('en')).toContain('Web development');
    const arabic = await page('ar');
    expect(arabic).toContain('تطوير الويب');
    expect(arabic).not.toContain('Développement Web');
    for (const language of LANGUAGES) {
      const { talents } = (await admin.inject({ url: '/api/v1/talents', headers: { 'accept-language': language } })).json();
      expect(talents[0].name).toBe('Développement Web');
    }
  });

  it('every listed city and every talent has a name in the three languages', async () => {
    const { rows } = await sql<{ name: string }>`
      select name from talent.cities where is_listed and name_ar is null
      union all select name from talent.talents where name_en is null or name_ar is null`.execute(atelier.database.db);
    expect(rows).toEqual([]);
  });
});
