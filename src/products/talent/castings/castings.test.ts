import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { type Visitor, visit } from '#test/visitor.ts';

let atelier: Atelier;
let stranger: Visitor;
let casting: Visitor;
let admin: Visitor;
beforeAll(async () => {
  atelier = await startAtelier({ demo: true });
  stranger = visit(atelier.doors.site);
  casting = browserOf(await atelier.as('casting'));
  admin = browserOf(await atelier.as('admin'));
}, 600_000);

function browserOf({ cookie }: { readonly cookie: string }, language = 'fr'): Visitor {
  const visitor = visit(atelier.doors.site, language);
  visitor.cookies.set('atelier_session', cookie.slice(cookie.indexOf('=') + 1));
  return visitor;
}

/** The address of the demo call of that project. */
async function pathTo(project: string): Promise<string> {
  const { id } = await callOf(project);
  return (await stranger.open(`/castings/${id}`)).headers['location'] as string;
}
async function callOf(project: string): Promise<{ id: number; projectId: number }> {
  const { rows } = await sql<{ id: number; projectId: number }>`
    select c.id, c.project_id as "projectId" from talent.castings c join talent.projects j on j.id = c.project_id
    where j.name = ${project} order by c.id limit 1`.execute(atelier.database.db);
  const [call] = rows;
  if (!call) throw new Error(`no call for ${project}`);
  return call;
}
const projectId = async (name: string): Promise<number> => {
  const { rows } = await sql<{ id: number }>`select id from talent.projects where name = ${name}`.execute(atelier.database.db);
  return rows[0]?.id ?? 0;
};
const letters = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from kernel.email_logs`.execute(atelier.database.db);
  return rows[0]?.count ?? 0;
};
const titlesIn = (body: string): readonly string[] =>
  [...body.matchAll(/call-card-title"[^>]*><a[^>]*>([^<]+)/g)].map(([, title = '']) => title);
/** The things of the data block of a page. */
function thingsIn(body: string): readonly Record<string, unknown>[] {
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
  const block = JSON.parse(json) as { '@context': string; '@graph': Record<string, unknown>[] };
  expect(block['@context']).toBe('https://schema.org');
  return block['@graph'];
}
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const LEAST = {
  title_fr: 'Figurants pour un marché',
  text_fr: 'Une journée au marché.',
  closes_on: inDays(20),
  pay: 'paid',
  part_type_0: 'Figurant',
  part_name_0: 'Passants',
  part_people_0: '10',
};

describe('open castings, for everybody', () => {
  it('are listed, those that close first on top', async () => {
    const { body, statusCode } = await stranger.open('/castings');
    expect(statusCode).toBe(200);
    expect(titlesIn(body)[0]).toContain('Cour Commune');
    expect(titlesIn(body)).toHaveLength(4);
    expect(body).toContain('Frais remboursés, sans cachet');
  });

  it.each([
    ['q=desert+blanc', 'Le Désert Blanc'],
    ['q=%D8%A8%D9%8A%D8%B1%D9%88%D8%BA', 'Pirogues'],
    ['q=lagune', 'Cour Commune'],
    ['q=guembri', 'Le Désert Blanc'],
    ['kind=Voix+Off', 'Safran'],
    ['pay=expenses', 'Safran'],
  ])('are found by %s', async (query, title) => {
    const titles = titlesIn((await stranger.open(`/castings?${query}`)).body);
    expect(titles).toHaveLength(1);
    expect(titles[0]).toContain(title);
  });

  it('are filtered by country and city, and say what to do when nothing matches', async () => {
    const { rows } = await sql<{ country: number; city: number }>`
      select country_id as country, city_id as city from talent.castings where place = 'Quai de Hann'`.execute(atelier.database.db);
    const { country, city } = rows[0] ?? { country: 0, city: 0 };
    expect(titlesIn((await stranger.open(`/castings?country=${country}`)).body)).toHaveLength(1);
    expect(titlesIn((await stranger.open(`/castings?city=${city}`)).body)[0]).toContain('Pirogues');
    expect((await stranger.open('/castings?q=zzzzzz')).body).toContain('Aucun casting ne correspond');
    expect((await stranger.open('/castings?city=x')).body).toContain('ne veut rien dire');
  });

  it('speak the language of their address, for everybody alike', async () => {
    const other = visit(atelier.doors.site, 'fr');
    const { body } = await other.open('/castings?lang=ar');
    expect(body).toContain('<html lang="ar" dir="rtl"');
    expect(body).toContain('hrefLang="x-default"');
    expect(body).toContain(`rel="canonical" href="${atelier.config.publicUrl.site}/castings?lang=ar"`);
    expect((await other.open(`${await pathTo('Pirogues')}?lang=ar`)).body).toContain('بيروغ');
    // A filtered list is a view: it is not what engines should keep.
    expect((await stranger.open('/castings?q=pirogues')).body).toContain('name="robots" content="noindex"');
    expect((await stranger.open('/castings')).body).not.toContain('noindex');
  });
});

describe('one call', () => {
  it('says who is sought, who answers for it, and what one never does; never how to reach the company past the seal', async () => {
    const { body } = await stranger.open(await pathTo('Pirogues'));
    for (const word of ['Yacine, la cadette', '18 à 26 ans', '60 000', 'Production vérifiée', 'Ce qu’on ne fait jamais', '/verify/'])
      expect(body).toContain(word);
    const { rows } = await sql<{ email: string; phone: string }>`
      select email, phone from talent.productions where name = 'Teranga Pictures'`.execute(atelier.database.db);
    expect(rows[0]?.email).toBeTruthy();
    for (const secret of [rows[0]?.email ?? '', rows[0]?.phone ?? '']) expect(body).not.toContain(secret);
  });

  it('is a job posting for search engines, with nobody’s contact in it', async () => {
    const path = await pathTo('Pirogues');
    const { body } = await stranger.open(path);
    const posting = thingsIn(body).find((thing) => thing['@type'] === 'JobPosting');
    const site = atelier.config.publicUrl.site;
    expect(posting).toMatchObject({
      title: 'Pirogues : une famille de pêcheurs et tout un quai',
      url: site + path,
      employmentType: 'TEMPORARY',
      directApply: true,
      totalJobOpenings: 42,
      hiringOrganization: { '@type': 'Organization', name: 'Teranga Pictures' },
      jobLocation: { address: { addressLocality: 'Dakar', addressCountry: 'SN' } },
    });
    expect(String(posting?.['validThrough'])).toMatch(/^\d{4}-\d{2}-\d{2}T23:59:59Z$/);
    expect(Number.isNaN(Date.parse(String(posting?.['datePosted'])))).toBe(false);
    expect(thingsIn(body).find((thing) => thing['@type'] === 'BreadcrumbList')).toMatchObject({
      itemListElement: [{ position: 1, item: `${site}/castings` }, { position: 2 }],
    });
    expect(JSON.stringify(thingsIn(body))).not.toMatch(/[\w.]@[\w.]|\+\d{3}/);
    expect(body).toContain(`property="og:image" content="${site}${path}/card.png?lang=fr"`);
  });

  it('has a card for chats in the language that is asked for', async () => {
    const path = await pathTo('Pirogues');
    const reply = await stranger.open(`${path}/card.png?lang=fr`);
    expect(reply.headers['content-type']).toBe('image/png');
    const picture = await sharp(reply.rawPayload).metadata();
    expect(picture).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const arabic = await stranger.open(`${path}/card.png?lang=ar`);
    expect(arabic.rawPayload.equals(reply.rawPayload)).toBe(false);
    const headers = { 'if-none-match': String(reply.headers['etag']) };
    expect((await atelier.doors.site.inject({ url: `${path}/card.png?lang=fr`, headers })).statusCode).toBe(304);
  });

  it('keeps its number when its words change, and is nobody’s when it has none', async () => {
    const { id } = await callOf('Pirogues');
    const reply = await stranger.open(`/castings/old-words-${id}`);
    expect(reply.statusCode).toBe(301);
    expect(reply.headers['location']).toBe(await pathTo('Pirogues'));
    for (const path of ['/castings/none-999999', '/castings/words', '/castings/-0'])
      expect((await stranger.open(path)).statusCode).toBe(404);
  });
});

describe('who may publish', () => {
  it('a casting director, for a company with a seal; a draft is nobody else’s', async () => {
    await casting.open(`/cinema/castings/new?project_id=${await projectId('Le Dernier Voyage')}`);
    const made = await casting.send('/cinema/castings/new', { ...LEAST, project_id: String(await projectId('Le Dernier Voyage')) });
    expect(made.statusCode).toBe(303);
    const home = String(made.headers['location']);
    const id = home.split('/').at(-1);
    expect((await stranger.open(`/castings/${id}`)).statusCode).toBe(404);
    expect((await casting.open(`/castings/${id}`)).statusCode).toBe(301);
    await casting.open(`${home}/publish`);
    expect((await casting.send(`${home}/publish`, {})).headers['location']).toBe(home);
    expect((await stranger.open(`/castings/figurants-pour-un-marche-${id}`)).statusCode).toBe(200);
    await casting.open(home);
    expect((await casting.send(`${home}/close`, {})).statusCode).toBe(303);
    const over = await stranger.open(`/castings/figurants-pour-un-marche-${id}`);
    expect(over.body).toContain('Ce casting est clos');
    expect(over.body).toContain('noindex');
    expect(over.body).not.toContain('JobPosting');
  });

  it('without a seal only an administrator, who says why; and the call says so', async () => {
    const project = String(await projectId('Lumière du Nil'));
    await casting.open('/cinema/castings/new');
    const made = await casting.send('/cinema/castings/new', { ...LEAST, title_fr: 'Voix du Nil', project_id: project });
    const home = String(made.headers['location']);
    const page = await casting.open(`${home}/publish`);
    expect(page.body).toContain('n’a pas le sceau');
    expect((await casting.send(`${home}/publish`, { reason: 'Je les connais depuis dix ans' })).statusCode).toBe(409);
    await admin.open(`${home}/publish`);
    expect((await admin.send(`${home}/publish`, { reason: 'oui' })).statusCode).toBe(400);
    expect((await admin.send(`${home}/publish`, { reason: 'Dossier et contrat vus au bureau' })).statusCode).toBe(303);
    const { body, statusCode } = await stranger.open(`/castings/voix-du-nil-${home.split('/').at(-1)}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('Production sans sceau');
    expect(body).not.toContain('Dossier et contrat');
  });

  it('a seal that is withdrawn takes the company’s calls along', async () => {
    const path = await pathTo('Cour Commune, saison 2');
    const { rows } = await sql<{ id: number }>`select id from talent.productions where name = 'Lagune Studios'`.execute(
      atelier.database.db,
    );
    const company = `/cinema/productions/${rows[0]?.id}`;
    await admin.open(`${company}/unverify`);
    await admin.send(`${company}/unverify`, {});
    const gone = await stranger.open(path);
    expect(gone.statusCode).toBe(410);
    expect(gone.body).toContain('Annonce suspendue');
    expect(titlesIn((await stranger.open('/castings')).body).join()).not.toContain('Cour Commune');
    await stranger.open(`${path}/apply`);
    await admin.open(`${company}/verify`);
    await admin.send(`${company}/verify`, {});
    expect((await stranger.open(path)).statusCode).toBe(200);
  });

  it('nothing that is not ready, and no contact in a text', async () => {
    const project = String(await projectId('Le Dernier Voyage'));
    await casting.open('/cinema/castings/new');
    const { title_fr, closes_on, pay } = LEAST;
    const bare = await casting.send('/cinema/castings/new', { title_fr, closes_on, pay, project_id: project });
    const home = String(bare.headers['location']);
    await casting.open(`${home}/publish`);
    const refused = await casting.send(`${home}/publish`, {});
    expect(refused.statusCode).toBe(400);
    for (const word of ['Écrivez l’annonce', 'Ajoutez au moins un rôle']) expect(refused.body).toContain(word);
    for (const text of ['Appelez le 06 12 34 56 78 90', 'Écrivez à casting@faux.example', 'https://wa.me/212600000000']) {
      await casting.open('/cinema/castings/new');
      const reply = await casting.send('/cinema/castings/new', { ...LEAST, text_fr: text, project_id: project });
      expect(reply.statusCode, text).toBe(400);
      expect(reply.body).toContain('Pas de numéro ni d’e-mail');
      expect(reply.body).toContain('Figurants pour un marché');
    }
  });

  it('nobody else', async () => {
    const talent = browserOf(await atelier.as('user'));
    for (const path of [
      '/cinema/castings',
      '/cinema/castings/new',
      '/cinema/castings/1',
      '/cinema/castings/1/publish',
      '/cinema/applications/1/refuse',
    ])
      expect((await talent.open(path)).statusCode, path).toBe(403);
    expect((await stranger.open('/cinema/castings')).statusCode).toBe(303);
  });
});

describe('applying', () => {
  it('is one act for a CINEMA talent, once a call, and can be taken back', async () => {
    const path = await pathTo('Safran');
    const { id } = await callOf('Safran');
    const sophia = browserOf(await atelier.signIn('sophia@demo.cinema', 'demo123'));
    const before = await letters();
    expect((await sophia.open(`${path}/apply`)).body).toContain('Vous postulez avec ce profil');
    const [, part = ''] = /name="part" value="(\d+)"/.exec((await sophia.open(`${path}/apply`)).body) ?? [];
    for (const _ of [1, 2]) expect((await sophia.send(`${path}/apply`, { part, message: 'Libre en novembre' })).statusCode).toBe(303);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from talent.casting_applications where casting_id = ${id} and message = 'Libre en novembre'`.execute(
      atelier.database.db,
    );
    expect(rows[0]?.count).toBe(1);
    expect((await letters()) - before).toBe(1);
    expect((await sophia.open(path)).body).toContain('Vous avez postulé le');
    await sophia.open(`${path}/apply`);
    await sophia.send(`${path}/withdraw`, {});
    expect((await sophia.open(`${path}/apply`)).body).toContain('Vous avez retiré votre candidature');
    await sophia.send(`${path}/apply`, { part, message: 'Je reviens' });
    expect((await sophia.open(path)).body).toContain('Vous avez postulé le');
  });

  it('is read, kept and refused by the casting team; a letter leaves only when asked for', async () => {
    const { id, projectId: project } = await callOf('Safran');
    const inbox = await casting.open(`/cinema/projects/${project}/applications`);
    expect(inbox.body).toContain('Sophia Martinez');
    expect(inbox.body).not.toContain('sophia@demo.cinema');
    const [, application = ''] = /id="application-(\d+)"/.exec(inbox.body) ?? [];
    await casting.send(`/cinema/applications/${application}`, { state: 'kept', back: `/cinema/castings/${id}` });
    expect((await casting.open(`/cinema/castings/${id}?state=kept`)).body).toContain(`id="application-${application}"`);
    const before = await letters();
    await casting.open(`/cinema/applications/${application}/refuse`);
    await casting.send(`/cinema/applications/${application}/refuse`, {});
    expect(await letters()).toBe(before);
    await casting.open(`/cinema/applications/${application}/refuse`);
    await casting.send(`/cinema/applications/${application}/refuse`, { letter: '1' });
    await casting.send(`/cinema/applications/${application}/refuse`, { letter: '1' });
    expect(await letters()).toBe(before + 1);
  });

  it('leads a stranger to register, and remembers where they were', async () => {
    const path = await pathTo('Pirogues');
    const newcomer = visit(atelier.doors.site);
    const { body } = await newcomer.open(`${path}/apply`);
    expect(body).toContain('href="/cinema/register"');
    expect(body).toContain(`/auth/login?next=${encodeURIComponent(`${path}/apply`)}`);
    expect(decodeURIComponent(newcomer.cookies.get('comeback') ?? '')).toBe(`${path}/apply`);
    const { rows: before } = await sql`select id from talent.casting_applications`.execute(atelier.database.db);
    await newcomer.open(`${path}/report`);
    await newcomer.send(`${path}/apply`, {});
    const { rows: after } = await sql`select id from talent.casting_applications`.execute(atelier.database.db);
    expect(after).toHaveLength(before.length);
  });

  it('takes a member without a CINEMA file with their profile, and no account without one', async () => {
    const path = await pathTo('Pirogues');
    const member = await registerPerson(atelier, { first_name: 'Ndèye' });
    await member.visitor.open(`${path}/apply`);
    expect((await member.visitor.send(`${path}/apply`, { part: '' })).statusCode).toBe(303);
    const { projectId: project } = await callOf('Pirogues');
    const { body } = await casting.open(`/cinema/projects/${project}/applications?state=new`);
    expect(body).toContain(`/profile/view/${member.code}`);
    expect((await casting.open(`${path}/apply`)).body).toContain('Ce compte n’a pas de profil');
  });

  it('is over when its last day is, where the film is shot', async () => {
    const { id } = await callOf('Le Désert Blanc');
    const path = await pathTo('Le Désert Blanc');
    await sql`update talent.castings set closes_on = current_date - 2 where id = ${id}`.execute(atelier.database.db);
    expect((await stranger.open(path)).body).toContain('Ce casting est clos');
    const youssef = browserOf(await atelier.signIn('youssef@demo.cinema', 'demo123'));
    await youssef.open(`${path}/report`);
    expect((await youssef.send(`${path}/apply`, {})).statusCode).toBe(409);
    await sql`update talent.castings set closes_on = current_date + 12 where id = ${id}`.execute(atelier.database.db);
  });

  it('can be followed and taken back by the letter alone', async () => {
    const { rows } = await sql<{ html: string; id: number }>`
      select l.html_content as html, a.id from kernel.email_logs l join talent.casting_applications a on a.cinema_talent_id = l.related_cinema_talent_id
      where l.html_content like '%/applications/%' order by l.id limit 1`.execute(atelier.database.db);
    const [, path = ''] = /(\/applications\/[\w.-]+)/.exec(rows[0]?.html ?? '') ?? [];
    const anybody = visit(atelier.doors.site);
    const { body, statusCode } = await anybody.open(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('noindex');
    expect((await anybody.open(path.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')))).statusCode).toBe(404);
    expect((await anybody.open('/applications/1')).statusCode).toBe(404);
  });
});

describe('reporting a call', () => {
  it('reaches the administrators, and is limited', async () => {
    const path = await pathTo('Pirogues');
    const { id } = await callOf('Pirogues');
    const reader = visit(atelier.doors.site);
    await reader.open(`${path}/report`);
    expect((await reader.send(`${path}/report`, { reason: '' })).statusCode).toBe(400);
    const before = await letters();
    const report = { reason: 'money', words: 'On me demande 15 000 francs', contact: 'moi@exemple.sn' };
    expect((await reader.send(`${path}/report`, report)).statusCode).toBe(303);
    expect((await letters()) - before).toBe(1);
    const { rows } = await sql<{ contact: string }>`select contact_encrypted as contact from talent.casting_reports`.execute(
      atelier.database.db,
    );
    expect(rows[0]?.contact).not.toContain('moi@exemple.sn');
    const { body } = await casting.open(`/cinema/castings/${id}`);
    for (const word of ['On me demande 15 000 francs', 'moi@exemple.sn']) expect(body).toContain(word);
    expect((await stranger.open(path)).body).not.toContain('15 000 francs');
    const answers: number[] = [];
    for (const _ of [1, 2, 3, 4, 5]) answers.push((await reader.send(`${path}/report`, report)).statusCode);
    expect(answers).toContain(429);
  });
});
