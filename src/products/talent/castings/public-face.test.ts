import { brotliCompressSync } from 'node:zlib';
import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Atelier, startAtelier } from '#test/support.ts';
import { type Visitor, visit } from '#test/visitor.ts';

let atelier: Atelier;
let stranger: Visitor;
let site = '';
beforeAll(async () => {
  atelier = await startAtelier({ demo: true });
  stranger = visit(atelier.doors.site);
  site = atelier.config.publicUrl.site;
}, 600_000);

const KILOBYTE = 1024;
const linksOf = (xml: string): readonly string[] => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc);
const pathOf = (address: string): string => address.slice(site.length);

interface Person {
  readonly id: number;
  readonly code: string;
}
async function somebody(isPublic: boolean): Promise<Person> {
  const { rows } = await sql<Person>`
    select id, unique_code as code from talent.cinema_talents where is_public = ${isPublic} and is_active
    order by id limit 1`.execute(atelier.database.db);
  const [person] = rows;
  if (!person) throw new Error(`nobody is public=${isPublic}`);
  return person;
}
/** Everything a page could give away about somebody. */
async function secretsOf({ id, code }: Person): Promise<readonly string[]> {
  const admin = await atelier.as('admin');
  const reply = await admin.inject({ url: `/api/v1/cinema/talents/${id}` });
  const { rows } = await sql<{ born: string }>`select date_of_birth::text as born from talent.cinema_talents where id = ${id}`.execute(
    atelier.database.db,
  );
  const values = [...reply.body.matchAll(/"(?:email|phone|whatsapp|document_number)":"([^"]+)"/g)].map(([, value = '']) => value);
  const secrets = [...values, rows[0]?.born ?? ''];
  expect(secrets.filter(Boolean).length, code).toBeGreaterThanOrEqual(2);
  return secrets.filter((value) => value.length > 4);
}

describe('/sitemap.xml', () => {
  it('leads to every public page and to nothing else', async () => {
    const index = await stranger.open('/sitemap.xml');
    expect(index.headers['content-type']).toContain('application/xml');
    const parts = linksOf(index.body).map(pathOf);
    expect(parts).toEqual(
      expect.arrayContaining([
        '/sitemaps/studio-0.xml',
        '/sitemaps/castings-0.xml',
        '/sitemaps/productions-0.xml',
        '/sitemaps/profiles-0.xml',
      ]),
    );
    for (const part of parts) {
      const { body, statusCode } = await stranger.open(part);
      expect(statusCode, part).toBe(200);
      expect(body).toContain('hreflang="x-default"');
      for (const address of linksOf(body).slice(0, 12)) {
        const page = await stranger.open(pathOf(address));
        expect(page.statusCode, address).toBe(200);
        expect(page.body, address).not.toContain('noindex');
        expect(page.body, address).toContain(`rel="canonical" href="${address}"`);
      }
    }
  }, 120_000);

  it('knows those who agreed, and forgets who takes it back', async () => {
    const [shown, hidden] = [await somebody(true), await somebody(false)];
    const profiles = async (): Promise<string> => (await stranger.open('/sitemaps/profiles-0.xml')).body;
    expect(await profiles()).toContain(`/cinema/profile/${shown.code}`);
    expect(await profiles()).not.toContain(hidden.code);
    await sql`update talent.cinema_talents set is_public = false where id = ${shown.id}`.execute(atelier.database.db);
    expect(await profiles()).not.toContain(shown.code);
    await sql`update talent.cinema_talents set is_public = true where id = ${shown.id}`.execute(atelier.database.db);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from talent.cinema_talents where is_public and is_active`.execute(atelier.database.db);
    expect(linksOf(await profiles())).toHaveLength(rows[0]?.count ?? 0);
  });

  it('has no part that holds nothing', async () => {
    for (const path of ['/sitemaps/profiles-9.xml', '/sitemaps/nobody-0.xml', '/sitemaps/profiles-0', '/sitemaps/..%2Frobots.txt'])
      expect((await stranger.open(path)).statusCode, path).toBe(404);
  });

  it('is told by /robots.txt, which keeps engines out of work', async () => {
    const { body } = await stranger.open('/robots.txt');
    for (const line of ['Disallow: /admin', 'Disallow: /applications/', `Sitemap: ${site}/sitemap.xml`]) expect(body).toContain(line);
  });
});

describe('T-830 a CINEMA talent in the open', () => {
  it('is a person for search engines and a card for chats, without any way to reach them', async () => {
    const person = await somebody(true);
    const path = `/cinema/profile/${person.code}`;
    const secrets = await secretsOf(person);
    const { body } = await stranger.open(path);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
    const graph = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(graph.find((thing) => thing['@type'] === 'Person')).toMatchObject({ identifier: person.code, url: site + path });
    expect(JSON.stringify(graph)).not.toMatch(/birth|email|telephone/i);
    for (const secret of secrets) expect(body).not.toContain(secret);
    for (const language of ['fr', 'ar']) {
      const card = await stranger.open(`${path}/card.png?lang=${language}`);
      expect(await sharp(card.rawPayload).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    }
    // Whoever may see the contacts gets them on the page, not in what is said to programs.
    const admin = await atelier.as('admin');
    const seen = (await admin.inject({ url: path, headers: { accept: 'text/html' } })).body;
    const [, said = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(seen) ?? [];
    for (const secret of secrets) expect(said).not.toContain(secret);
  });

  it('who did not agree is nobody to strangers and engines, and has no card', async () => {
    const { code } = await somebody(false);
    expect((await stranger.open(`/cinema/profile/${code}`)).statusCode).toBe(404);
    expect((await stranger.open(`/cinema/profile/${code}/card.png`)).statusCode).toBe(404);
    const casting = await atelier.as('casting');
    const { body } = await casting.inject({ url: `/cinema/profile/${code}`, headers: { accept: 'text/html' } });
    expect(body).toContain('name="robots" content="noindex"');
    expect(body).not.toMatch(/ld\+json|og:image|rel="canonical"/);
    expect((await casting.inject({ url: `/cinema/profile/${code}/card.png` })).statusCode).toBe(404);
  });
});

describe('a company in the open', () => {
  it('has a page while it bears the seal, with its open castings and without its contacts', async () => {
    const { rows } = await sql<{ id: number; email: string; phone: string; ceo: string }>`
      select id, email, phone, ceo from talent.productions where name = 'Teranga Pictures'`.execute(atelier.database.db);
    const { id = 0, email = '', phone = '', ceo = '' } = rows[0] ?? {};
    const path = `/productions/teranga-pictures-${id}`;
    const { body, statusCode } = await stranger.open(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('Pirogues');
    expect(body).toContain('"@type":"Organization"');
    for (const secret of [email, phone, ceo]) expect(body).not.toContain(secret);
    expect((await stranger.open(`/productions/${id}`)).headers['location']).toBe(path);
    expect((await stranger.open(`${path}/card.png`)).headers['content-type']).toBe('image/png');
    expect((await stranger.open('/productions')).body).toContain(path);
  });

  it('without a seal has none', async () => {
    const { rows } = await sql<{ id: number }>`select id from talent.productions where not is_verified`.execute(atelier.database.db);
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows) {
      expect((await stranger.open(`/productions/x-${id}`)).statusCode).toBe(404);
      expect((await stranger.open(`/productions/x-${id}/card.png`)).statusCode).toBe(404);
    }
    expect((await stranger.open('/productions')).body).not.toContain('Nile Light Films');
  });
});

describe('/welcome', () => {
  it('says figures that are true, teases castings, and is light', async () => {
    const reply = await stranger.open('/welcome');
    const { rows } = await sql<{ people: number; sealed: number }>`
      select (select count(*) from talent.members)::int + (select count(*) from talent.cinema_talents)::int as people,
        (select count(*) from talent.productions where is_verified and is_active)::int as sealed`.execute(atelier.database.db);
    const { people = 0, sealed = 0 } = rows[0] ?? {};
    expect(reply.body).toMatch(new RegExp(`>${people}</span></strong><span>talents inscrits`));
    expect(reply.body).toMatch(new RegExp(`>${sealed}</span></strong><span>productions vérifiées`));
    expect(reply.body).toContain('call-card');
    expect(reply.body).toContain('"@type":"WebSite"');
    expect(reply.body).toContain('q={search_term_string}');
    expect(brotliCompressSync(reply.body).length).toBeLessThan(14 * KILOBYTE);
  });

  it('has a command for developers that answers', async () => {
    const [, command = ''] = /<code>curl ([^<]+)<\/code>/.exec((await stranger.open('/welcome')).body) ?? [];
    expect(command.startsWith(site)).toBe(true);
    const reply = await atelier.doors.site.inject({ url: pathOf(command) });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toContain('application/json');
  });
});
