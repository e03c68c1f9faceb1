import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CastingHouse, openCastingHouse } from '#test/casting-house.ts';
import { freshDatabase } from '#test/support.ts';
import { wordsOf } from '#test/visitor.ts';

let house: CastingHouse;
let casting: Awaited<ReturnType<CastingHouse['browser']>>;
let member: typeof casting;
const ids: Record<string, number> = {};

beforeAll(async () => {
  house = await openCastingHouse(await freshDatabase());
  [casting, member] = [await house.browser('casting'), await house.browser('user')];
  const people = [
    { first_name: 'Awa', last_name: 'Diop', eye_color: 'Vert', height: '170', talent_types: ['Mannequin'], languages: ['fr', 'wo'] },
    { first_name: 'Binta', last_name: 'Sow', eye_color: 'Marron', height: '182', date_of_birth: '1980-01-01', languages: ['fr'] },
    {
      first_name: 'Karim',
      last_name: 'Alami',
      gender: 'M',
      eye_color: 'Marron',
      height: '178',
      country_id: '2',
      city_id: '',
      other_city: 'Dakar',
    },
    { first_name: 'Cachée', last_name: 'Discrète', is_public: '', ethnicities: ['Berbère'] },
  ];
  for (const person of people) ids[person.first_name] = (await house.person(person)).id;
});
afterAll(() => house.close());

const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const names = (body: string): string[] => [...main(body).matchAll(/data-pick="\d+" data-name="([^"]+)"/g)].map(([, name = '']) => name);
const figure = (body: string, value: string): string | undefined =>
  new RegExp(`data-figure="${value.replaceAll('+', '\\+')}"(?: hidden="")?>.*?facet-count"><span class="tabular">([^<]*)<`).exec(body)?.[1];
const open = async (url: string, who = casting): Promise<string> => {
  const reply = await who.open(url);
  expect(reply.statusCode, url).toBe(200);
  return reply.body;
};

describe('T-829 the list of CINEMA talents', () => {
  it('is for who is signed in', async () => {
    expect((await house.stranger().open('/cinema/talents')).headers['location']).toContain('/auth/login');
  });

  it('shows everybody with a phone to casting, public cards to members', async () => {
    const all = await open('/cinema/talents');
    expect(names(all).toSorted()).toEqual(['Awa Diop', 'Binta Sow', 'Cachée Discrète', 'Karim Alami']);
    expect(all).toContain('href="tel:+212');
    const cards = await open('/cinema/talents', member);
    expect(names(cards)).not.toContain('Cachée Discrète');
    for (const hidden of ['tel:', 'mark-menu', 'name="ethnicity"', 'exports/cinema', 'casting/shortlists'])
      expect(cards).not.toContain(hidden);
  });

  it('filters by several values of a facet, and says how many each other value would leave', async () => {
    const both = await open('/cinema/talents?eye_color=Vert&eye_color=Marron&gender=F');
    expect(names(both).toSorted()).toEqual(['Awa Diop', 'Binta Sow']);
    expect(figure(both, 'eye_color=Marron')).toBe('1');
    const green = await open('/cinema/talents?eye_color=Vert');
    expect(names(green)).toEqual(['Awa Diop']);
    expect(figure(green, 'eye_color=Marron')).toBe('2');
    expect(figure(green, 'gender=M')).toBe('0');
    expect(green).toMatch(/data-figure="gender=M" hidden=""/);
  });

  it.each([
    ['search=awa', ['Awa Diop']],
    ['talent_type=Mannequin', ['Awa Diop']],
    ['age_range=36-50', ['Binta Sow']],
    ['age_min=40&age_max=60', ['Binta Sow']],
    ['height_min=175&height_max=180', ['Karim Alami']],
    ['country=SN', ['Karim Alami']],
    ['language=wo', ['Awa Diop']],
    ['ethnicity=Berbère', ['Cachée Discrète']],
    ['hair_color=Noir', []],
  ])('answers %s', async (query, found) => {
    expect(names(await open(`/cinema/talents?${query}`))).toEqual(found);
  });

  it('shows the beginning of a long list and what is chosen, and all of it when asked', async () => {
    const skills = (body: string): number => [...body.matchAll(/data-figure="skill=/g)].length;
    const short = await open('/cinema/talents?gender=F');
    expect(skills(short)).toBe(12);
    const [, whole = ''] = /href="([^"]+)" data-whole="skill"/.exec(short) ?? [];
    const long = await open(whole.replaceAll('&amp;', '&'));
    expect(names(long)).toEqual(names(short));
    expect(skills(long)).toBeGreaterThan(100);
    expect(long).toContain('<input type="hidden" name="more" value="skill"/>');
    const last = [...long.matchAll(/data-figure="skill=([^"]+)"/g)].at(-1)?.[1] ?? '';
    const chosen = await open(`/cinema/talents?skill=${encodeURIComponent(last.replaceAll('&#x27;', "'"))}`);
    expect(skills(chosen)).toBe(13);
  });

  it('lets every person be marked from their own menu', async () => {
    const body = await open('/cinema/talents');
    for (const id of Object.values(ids)) for (const mark of [1, 6]) expect(body).toContain(`value="${id}:${mark}"`);
    expect(body).not.toContain('0000000:');
  });

  it('takes one value away with its chip and keeps the others', async () => {
    const body = await open('/cinema/talents?eye_color=Vert&eye_color=Marron&height_min=170&view=table&page=1');
    const chips = [...body.matchAll(/<a class="chip" href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(chips).toEqual([
      '/cinema/talents?eye_color=Vert&eye_color=Marron&view=table',
      '/cinema/talents?eye_color=Marron&height_min=170&view=table',
      '/cinema/talents?eye_color=Vert&height_min=170&view=table',
    ]);
  });

  it('ignores a value that means nothing, names it, and keeps the rest', async () => {
    const body = await open('/cinema/talents?eye_color=Mauve&gender=M&age_min=&sort=sideways');
    expect(names(body)).toEqual(['Karim Alami']);
    expect(main(body)).toContain('elle est ignorée : eye_color');
    expect(names(await open('/cinema/talents?ethnicity=Berb%C3%A8re', member))).toHaveLength(3);
  });

  it('sorts, and shows the same people as a table', async () => {
    const body = await open('/cinema/talents?view=table&sort=-height');
    expect(names(body).slice(0, 3)).toEqual(['Binta Sow', 'Karim Alami', 'Awa Diop']);
    expect(body).toContain('aria-sort="descending"');
  });

  it('goes to the last page when there is none so far', async () => {
    const reply = await casting.open('/cinema/talents?gender=F&page=7');
    expect(reply.headers['location']).toBe('/cinema/talents?gender=F&page=1');
  });

  it('gives the exports the same filters', async () => {
    const body = await open('/cinema/talents?eye_color=Vert&sort=name&page=1&mark=');
    expect(body).toContain('href="/api/v1/exports/cinema/excel?eye_color=Vert"');
    expect(body).toContain('href="/api/v1/exports/cinema/csv?eye_color=Vert"');
  });

  it('says until when somebody is taken, to casting only', async () => {
    await sql`insert into talent.unavailabilities (cinema_talent_id, days) values (${ids['Awa']}, '[2025-10-20,2025-11-03)')`.execute(
      house.db,
    );
    expect(main(await open('/cinema/talents?search=awa'))).toContain('Indisponible jusqu’au');
    expect(main(await open('/cinema/talents?search=awa'))).toContain('2 nov. 2025');
    expect(main(await open('/cinema/talents?search=awa', member))).not.toContain('Indisponible');
  });
});

describe('marks', () => {
  const mark = (value: string, more: Record<string, string> = {}, who = casting) => who.send('/casting/marks', { mark: value, ...more });

  it('are given by a button, come back to the list, and filter it', async () => {
    await open('/cinema/talents');
    const reply = await mark(`${ids['Awa']}:1`, { back: '/cinema/talents?gender=F' });
    expect(reply.headers['location']).toBe('/cinema/talents?gender=F');
    expect((await casting.next()).body).toContain('Marque 1');
    await mark(`${ids['Karim']}:2`);
    expect(names(await open('/cinema/talents?mark=1&mark=2'))).toEqual(['Awa Diop', 'Karim Alami']);
    expect(names(await open('/cinema/talents?mark=1&mark=2&gender=M'))).toEqual(['Karim Alami']);
    const body = await open('/cinema/talents?gender=M');
    expect([figure(body, 'mark=1'), figure(body, 'mark=2')]).toEqual(['0', '1']);
  });

  it('are taken away again', async () => {
    await open('/cinema/talents');
    await mark(`${ids['Karim']}:0`);
    expect(names(await open('/cinema/talents?mark=2'))).toEqual([]);
  });

  it('belong to who gave them, and the team sees them side by side', async () => {
    const other = await house.browser('admin', 'Adama');
    await open('/cinema/talents', other);
    await mark(`${ids['Awa']}:5`, {}, other);
    expect(names(await open('/cinema/talents?mark=5'))).toEqual([]);
    const side = main(await open(`/cinema/talents/compare?ids=${ids['Awa']},${ids['Binta']}`));
    expect(side).toMatch(/mark-dot mark-1.*Salma.*mark-dot mark-5.*Adama/s);
  });

  it('refuse what is no mark, nobody, and who may not', async () => {
    await open('/cinema/talents');
    expect((await mark('12:7')).statusCode).toBe(400);
    expect((await mark('99999:3')).statusCode).toBe(404);
    await member.open('/cinema/talents');
    expect((await mark(`${ids['Awa']}:1`, {}, member)).statusCode).toBe(403);
    expect((await casting.send('/casting/marks', { mark: `${ids['Awa']}:1`, _csrf: 'x' })).statusCode).toBe(403);
  });

  it('lead nobody to another site', async () => {
    await open('/cinema/talents');
    for (const back of ['https://evil.example/', '//evil.example', '/cinema/\\evil'])
      expect((await mark(`${ids['Awa']}:1`, { back })).headers['location']).toBe('/cinema/talents');
  });

  it('leave a line in the activity log', async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from kernel.activity_logs where action_category = 'casting' and resource_type = 'cinema_talent'
        and resource_id = ${String(ids['Awa'])}`.execute(house.db);
    expect(rows[0]?.n).toBeGreaterThan(1);
  });
});

describe('people side by side', () => {
  it('shows where they differ and where not', async () => {
    const body = main(await open(`/cinema/talents/compare?ids=${ids['Awa']}&ids=${ids['Binta']}&act=compare`));
    const row = (label: string): string =>
      new RegExp(`<tr[^>]*><th scope="row">(?:(?!</tr>).)*${label}.*?</tr>`, 's').exec(body)?.[0] ?? '';
    expect(row('Taille')).toContain('class="differs"');
    expect(row('Taille')).toContain('(différent)');
    expect(row('Lieu')).not.toContain('differs');
  });

  it('asks for two, takes four', async () => {
    expect(main(await open(`/cinema/talents/compare?ids=${ids['Awa']}`))).toContain('deux personnes');
    const five = [...Object.values(ids), (await house.person({ first_name: 'Zoé' })).id];
    const body = main(await open(`/cinema/talents/compare?ids=${five}`));
    expect(body.match(/<th scope="col"/g)).toHaveLength(4);
    expect(body).toContain('Quatre personnes');
  });

  it('shows members nobody who is not public', async () => {
    expect(main(await open(`/cinema/talents/compare?ids=${ids['Awa']},${ids['Cachée']}`, member))).toContain('deux personnes');
  });
});
