import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPhoto } from '#test/papers.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { type House, openHouse } from './test-house.ts';
import { faultsOf } from './test-steps.ts';

let house: House<Visitor>;
const photo = () => ({ content: drawPhoto(600, 800), extension: 'jpg', mediaType: 'image/jpeg' });
const sent = (name = 'a.jpg') => ({ name, content: drawPhoto(600, 800), type: 'image/jpeg' });
beforeAll(async () => {
  house = await openHouse((await freshDatabase()).db, visit);
  afterFile(house.close);
});

const LEAST = {
  ...{ first_name: 'Sophia', last_name: 'Martinez', gender: 'F', date_of_birth: '1996-03-15', terms: true },
  ...{ country_of_origin_id: 1, country_id: 1, other_city: 'Casablanca', talent_types: ['Acteur Principal'] },
  ...{ languages: ['ary', 'fr'], language_levels: { ary: 'maternelle' }, other_talents: ['Équitation'], id_document_type: 'CIN' },
  ...{
    previous_productions: [{ title: 'Casablanca Nights', type: 'Film', year: '2022' }],
    height: 170,
    is_public: true,
    whatsapp: '+212600111222',
  },
};
let made = 0;
function talentOf(change: Readonly<Record<string, unknown>> = {}, accountId?: number): Promise<CinemaTalent> {
  made += 1;
  const own = {
    email: `sophia${made}@demo.cinema`,
    phone: `+2126001112${String(made).padStart(2, '0')}`,
    id_document_number: `AB12345${made}`,
  };
  const files = { photo: photo(), idPhoto: photo(), gallery: [photo(), photo()] };
  return house.cinema.register(null, { ...LEAST, ...own, ...change }, { ...files, letter: 'none', ...(accountId ? { accountId } : {}) });
}
const acts = async (type: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from kernel.activity_logs where action_type = ${type}`.execute(house.db)).rows[0]
    ?.n ?? -1;

describe('T-830 the page of a person', () => {
  it('shows strangers the card of who agreed, without any way to reach them', async () => {
    const { code, email, phone } = await talentOf();
    const stranger = await house.visitor();
    const page = wordsOf((await stranger.open(`/cinema/profile/${code}`)).body);
    for (const word of ['Sophia Martinez', 'Équitation', 'Casablanca Nights', 'Darija', '170 cm', 'Contacter par l’agence'])
      expect(page.includes(word), word).toBe(true);
    for (const secret of [email ?? '', phone ?? '', 'AB***', 'wa.me', 'mailto:', '15/03/1996', '/edit', '/delete', '/document']) {
      expect(page.includes(secret), secret).toBe(false);
    }
    expect(page).toMatch(new RegExp(`property="og:image" content="[^"]*/cinema/profile/${code}/card.png`));
  });

  it('hides who did not agree from strangers, and keeps them out of search engines for the others', async () => {
    const { code } = await talentOf({ is_public: false });
    for (const url of ['', '/pdf', '/card.pdf']) {
      expect((await (await house.visitor()).open(`/cinema/profile/${code}${url}`)).statusCode, url).toBe(404);
      expect((await (await house.visitor('user')).open(`/cinema/profile/${code}${url}`)).statusCode, url).toBe(404);
    }
    const page = (await (await house.visitor('casting')).open(`/cinema/profile/${code}`)).body;
    expect(page.includes('content="noindex"')).toBe(true);
    expect(page.includes('og:title')).toBe(false);
  });

  it('gives casting directors contacts and a masked paper, and takes older spellings of the code', async () => {
    const { code, email } = await talentOf();
    const casting = await house.visitor('casting');
    const page = wordsOf((await casting.open(`/cinema/profile/${code}`)).body);
    for (const word of [email ?? '', 'https://wa.me/212600111222', 'AB***', '/casting/shortlists/add?talent='])
      expect(page.includes(word), word).toBe(true);
    expect(page.includes('/document')).toBe(false);
    const padded = code.replace(/(\d{4})/, '00$1');
    expect((await casting.open(`/cinema/profile/${padded}`)).headers['location']).toBe(`/cinema/profile/${code}`);
  });

  it('shows administrators the number of the paper once, and records each reading', async () => {
    const { id, code } = await talentOf();
    const admin = await house.visitor('admin');
    const number = `AB12345${made}`;
    expect((await admin.open(`/cinema/profile/${code}`)).body.includes(number)).toBe(false);
    const before = await acts('identity_document_read');
    const shown = await admin.send(`/cinema/talent/${id}/document`, {});
    expect(shown.body.includes(number)).toBe(true);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(await acts('identity_document_read')).toBe(before + 1);
    const casting = await house.visitor('casting');
    await casting.open(`/cinema/profile/${code}`);
    expect((await casting.send(`/cinema/talent/${id}/document`, {})).statusCode).toBe(403);
  });

  it('T-831 gives the sheet and the card as PDF', async () => {
    const { code } = await talentOf();
    const stranger = await house.visitor();
    for (const [url, name] of [
      ['pdf', `talent_${code}.pdf`],
      ['card.pdf', `carte-${code}.pdf`],
    ] as const) {
      const pdf = await stranger.open(`/cinema/profile/${code}/${url}`);
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.headers['content-disposition']).toContain(name);
    }
  });
});

describe('changing a file', () => {
  it('lets administrators change everything, and keeps the paper when its field stays empty', async () => {
    const { id, code } = await talentOf();
    const admin = await house.visitor('admin');
    const form = (await admin.open(`/cinema/talent/${id}/edit`)).body;
    for (const value of ['value="Sophia"', 'value="Casablanca Nights"', 'value="2022"']) expect(form.includes(value), value).toBe(true);
    expect(form.includes(`AB12345${made}`)).toBe(false);
    const saved = await admin.send(`/cinema/talent/${id}/edit`, { ...changed(form), last_name: 'Alaoui', bio: 'Nouvelle présentation.' });
    expect(saved.headers['location'], faultsOf(saved.body)).toBe(`/cinema/profile/${code}`);
    const page = wordsOf((await admin.next()).body);
    for (const word of [
      'Sophia Alaoui',
      'Nouvelle présentation.',
      'Fiche enregistrée',
      'AB***',
      'Casablanca Nights',
      'Équitation',
      'Langue maternelle',
    ]) {
      expect(page.includes(word), word).toBe(true);
    }
  });

  it('names every field at fault and keeps what was typed', async () => {
    const { id } = await talentOf();
    const admin = await house.visitor('admin');
    const form = (await admin.open(`/cinema/talent/${id}/edit`)).body;
    const refused = await admin.send(`/cinema/talent/${id}/edit`, { ...changed(form), first_name: '', height: '12', bio: 'Gardée.' });
    expect(refused.statusCode).toBe(400);
    for (const word of ['href="#f-first_name"', 'href="#f-height"', 'Gardée.']) expect(refused.body.includes(word), word).toBe(true);
    const more = await admin.send(`/cinema/talent/${id}/edit`, { ...changed(form), go: 'more-credits', bio: 'Pas encore.' });
    expect(more.body.match(/name="credit_\d+_title"/g)).toHaveLength(4);
    expect(more.body.includes('Pas encore.')).toBe(true);
  });

  it('opens to the person and to nobody else, and never says whether they are active', async () => {
    const owner = await house.visitor('user');
    const { id } = await talentOf({}, owner.accountId ?? 0);
    const form = (await owner.open(`/cinema/talent/${id}/edit`)).body;
    expect(form.includes('name="is_active"')).toBe(false);
    expect((await owner.send(`/cinema/talent/${id}/edit`, { ...changed(form), is_active: '', is_public: '1' })).statusCode).toBe(303);
    const { rows } = await sql<{ is_active: boolean }>`select is_active from talent.cinema_talents where id = ${id}`.execute(house.db);
    expect(rows[0]?.is_active).toBe(true);
    for (const role of ['user', 'casting', 'presence'] as const) {
      expect((await (await house.visitor(role)).open(`/cinema/talent/${id}/edit`)).statusCode, role).toBe(403);
    }
    expect((await (await house.visitor()).open(`/cinema/talent/${id}/edit`)).statusCode).toBe(303);
  });

  it('T-191 adds and removes photos one by one', async () => {
    const { id } = await talentOf();
    const admin = await house.visitor('admin');
    const form = await admin.open(`/cinema/talent/${id}/edit`);
    const [, key = ''] = /value="remove:(gallery_[^"]+)"/.exec(form.body) ?? [];
    await admin.send(`/cinema/talent/${id}/photos`, { go: 'save' }, { gallery_1: sent(), gallery_2: sent() });
    expect((await admin.next()).body.includes('4 sur 12')).toBe(true);
    await admin.send(`/cinema/talent/${id}/photos`, { go: `remove:${key}` }, {});
    const after = (await admin.next()).body;
    expect(after.includes('3 sur 12')).toBe(true);
    expect(after.includes(key)).toBe(false);
    await admin.send(`/cinema/talent/${id}/photos`, { go: 'remove:photo' }, {});
    expect((await admin.next()).body.includes('remove:photo')).toBe(false);
    const broken = { name: 'x.jpg', content: Buffer.from('not a photo'), type: 'image/jpeg' };
    const refused = await admin.send(`/cinema/talent/${id}/photos`, { go: 'save' }, { photo: broken, gallery_1: sent() });
    expect(refused.statusCode).toBe(400);
    expect(refused.body.includes('href="#photo-form-photo"')).toBe(true);
    expect(refused.body.includes('4 sur 12')).toBe(true);
  });
});

describe('taking a file away', () => {
  it('asks for the code first, then removes the person', async () => {
    const { id, code } = await talentOf();
    const admin = await house.visitor('admin');
    expect((await admin.open(`/cinema/talent/${id}/delete`)).body.includes(code)).toBe(true);
    const refused = await admin.send(`/cinema/talent/${id}/delete`, { confirm: 'MACAS9999F' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body.includes('href="#f-confirm"') || refused.body.includes('field-error')).toBe(true);
    expect((await admin.send(`/cinema/talent/${id}/delete`, { confirm: code.toLowerCase() })).headers['location']).toBe('/cinema/talents');
    expect((await admin.open(`/cinema/profile/${code}`)).statusCode).toBe(404);
    for (const role of ['casting', 'user'] as const) {
      expect((await (await house.visitor(role)).open(`/cinema/talent/${id}/delete`)).statusCode, role).toBe(403);
    }
  });
});

/** The fields of the edit form as a browser would send them back. */
function changed(page: string): Record<string, string | string[]> {
  const form = /<form[^>]* action="\/cinema\/talent\/\d+\/edit".*?<\/form>/s.exec(page)?.[0] ?? '';
  const fields: Record<string, string[]> = {};
  const add = (name: string, value: string): void => {
    fields[name] = [...(fields[name] ?? []), value.replaceAll('&#x27;', "'").replaceAll('&amp;', '&')];
  };
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1] ?? '';
    const ticks = /type="(checkbox|radio)"/.test(tag);
    if (name && name !== '_csrf' && (!ticks || / checked=""/.test(tag))) add(name, / value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', inside = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen = [...inside.matchAll(/<option[^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes('selected=""'));
    add(name, / value="([^"]*)"/.exec(chosen ?? '')?.[1] ?? '');
  }
  for (const [, name = '', inside = ''] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs)) add(name, inside);
  return fields;
}
