import { beforeAll, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';
import { nearestFirst } from './everywhere.tsx';

interface Group {
  readonly title: string;
  readonly hits: readonly { readonly href: string; readonly label: string; readonly detail?: string }[];
}

let atelier: Atelier;
let admin: Registered;
let elise: Registered;
let talent: Registered;
beforeAll(async () => {
  atelier = await startAtelier();
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  elise = await registerPerson(atelier, { first_name: 'Élise', last_name: 'Étienne', is_public: true });
  talent = await registerPerson(atelier, { first_name: 'مريم', last_name: 'العلوي' });
  await registerPerson(atelier, { first_name: 'Elisée', last_name: 'Cachée' });
});

const hits = async (who: Registered, q: string): Promise<readonly Group[]> => {
  const { statusCode, body } = await who.visitor.open(`/search/hits?${new URLSearchParams({ q })}`);
  expect(statusCode).toBe(200);
  return JSON.parse(body) as Group[];
};
const labels = (groups: readonly Group[]): readonly string[] => groups.flatMap((group) => group.hits.map(({ label }) => label));

describe('T-796 the search over the whole studio', () => {
  it('finds the beginning of a name without its accents, in Arabic too, and what begins with the words first', async () => {
    expect(labels(await hits(admin, 'eli'))).toEqual(['Élise Étienne', 'Elisée Cachée']);
    expect(labels(await hits(admin, 'ÉTI'))).toEqual(['Élise Étienne']);
    expect(labels(await hits(admin, 'مري'))).toEqual(['مريم العلوي']);
    expect(labels(await hits(admin, elise.code))).toEqual(['Élise Étienne']);
    expect(
      nearestFirst(
        [
          { href: 'a', label: 'Grande Awa' },
          { href: 'b', label: 'Awa' },
          { href: 'c', label: 'Gnawa' },
        ],
        'awa',
      ).map(({ href }) => href),
    ).toEqual(['b', 'a', 'c']);
  });

  it('shows each reader what is open to them: public people only, and nobody by an address', async () => {
    expect(labels(await hits(talent, 'eli'))).toEqual(['Élise Étienne']);
    expect(labels(await hits(talent, elise.email))).toEqual([]);
    expect((await visit(atelier.doors.site).open('/search/hits?q=eli')).statusCode).not.toBe(200);
  });

  it('asks nothing for a single letter, and takes any text as text', async () => {
    expect(await hits(admin, 'e')).toEqual([]);
    for (const odd of ['100% _', "'; drop", '\\', '  ']) expect(await hits(admin, odd), odd).toEqual([]);
  });

  it('is a page without a script, with acts and pages of the reader beside what was found', async () => {
    const { body } = await admin.visitor.open('/search?q=eli');
    expect(wordsOf(body)).toContain('Élise Étienne');
    expect(body).toContain('href="/talents?search=eli"');
    const acts = wordsOf((await admin.visitor.open('/search?q=nouveau')).body);
    for (const words of ['Nouveau film', 'Nouveau projet']) expect(acts).toContain(words);
    const own = await talent.visitor.open('/search?q=nouveau');
    expect(own.body.slice(own.body.indexOf('<main'))).not.toContain('Nouveau projet');
    expect(wordsOf((await admin.visitor.open('/search?q=zzzz')).body)).toContain('Aucun résultat');
  });
});
