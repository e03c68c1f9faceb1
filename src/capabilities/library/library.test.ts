import { sql } from 'kysely';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { openPromoHouse, type PromoHouse } from '#test/promo-house.ts';
import { browserOf, main } from '#test/studio-house.ts';
import { type Visitor, visit } from '#test/visitor.ts';

let house: PromoHouse;
let stranger: Visitor;
beforeAll(async () => {
  house = await openPromoHouse();
  stranger = house.stranger();
}, 300_000);

const db = () => house.atelier.database.db;
const [FIRST, SECOND, THIRD] = [0, 1, 2];
const person = (index: number) => {
  const found = house.team[index];
  if (!found) throw new Error('nobody there');
  return found;
};
const postsAt = () => `/cinema/projects/${house.projectId}/posts`;
const planFor = async (people: readonly number[], day = '2098-05-04') => {
  await house.browser.open(postsAt());
  return house.browser.send(postsAt(), {
    people: people.map((index) => String(person(index).id)),
    ...{ platforms: ['facebook'], caption: 'Voici {name}.', hashtags: '', day, time: '18:00' },
  });
};
const statesOf = async () =>
  (
    await sql<{ state: string; reason: string | null; code: string | null }>`
      select p.state, p.outcome->>'reason' as reason, p.outcome->>'code' as code from publishing.publications p order by p.id`.execute(db())
  ).rows;

describe('the shelf', () => {
  it('holds the photos of talents and the logos of productions, each with who appears', async () => {
    const page = await house.browser.open('/library?kind=portrait');
    expect(page.statusCode).toBe(200);
    const words = main(page.body);
    expect(words).toContain('Photo de talent');
    expect(words).toContain('Il manque un accord');
    const shown = await house.browser.open(`/library?search=${encodeURIComponent(person(FIRST).code)}`);
    expect(main(shown.body)).toContain(person(FIRST).name);
  });

  it('shows people their own media alone, and nobody the page of another', async () => {
    const someone = await house.atelier.as('user');
    const browser = browserOf(house.atelier, someone);
    expect(main((await browser.open('/library')).body)).toContain('Rien à publier pour l’instant');
    const { rows } = await sql<{ id: number }>`select id from library.media where kind = 'portrait' limit 1`.execute(db());
    expect((await browser.open(`/library/${rows[0]?.id}`)).statusCode).toBe(404);
    expect((await browser.open(`/library/${rows[0]?.id}/ask?person=1`)).statusCode).toBe(404);
  });
});

describe('a consent', () => {
  let letter = '';

  it('is asked for by letter; until it is given nothing can be planned, and the reason names the person', async () => {
    letter = await house.ask(person(FIRST));
    const refused = await planFor([FIRST]);
    expect(refused.statusCode).toBe(400);
    expect(main(refused.body)).toContain(`${person(FIRST).name} n’a pas donné son accord pour ce projet.`);
    expect(await statesOf()).toEqual([]);
  });

  it('is asked for once as long as nobody answered', async () => {
    await house.browser.open(`/cinema/projects/${house.projectId}/promo`);
    const again = await house.browser.send(`/cinema/projects/${house.projectId}/promo/ask`, {
      talent: String(person(FIRST).id),
      until: '',
    });
    expect(again.statusCode).toBe(303);
    const back = (await house.browser.next()).body;
    expect(back).toContain('n’a pas encore répondu');
    expect(back).not.toContain('La demande est partie');
    expect(await house.links()).toHaveLength(1);
  });

  it.each([
    ['fr', 'Ce que vous acceptez', 'J’accepte'],
    ['en', 'What you agree to', 'I agree'],
    ['ar', 'ما توافق عليه', 'أوافق'],
  ])('is answered on a page in %s with the exact words, their version and the picture', async (language, title, button) => {
    const page = await visit(house.atelier.doors.site, language).open(letter);
    expect(page.statusCode).toBe(200);
    for (const words of [title, button, '2026-11', '2099']) expect(page.body).toContain(words);
    const picture = await stranger.open(`${letter}/picture?w=320`);
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, expect.stringMatching(/^image\//)]);
  });

  it('is not to be had without the whole link', async () => {
    for (const address of [letter.slice(0, -2), '/consent/1.abc', letter.replace(/\d+\./, '999.')])
      expect((await stranger.open(address)).statusCode).toBe(404);
  });

  it('is given once, with the words that were read kept encrypted, and a receipt', async () => {
    await stranger.open(letter);
    expect((await stranger.send(letter, { answer: 'given' })).statusCode).toBe(303);
    expect((await stranger.next()).body).toContain('Vous avez dit oui le');
    const { rows } = await sql<{ state: string; evidence: string; sealed: string; version: string }>`
      select state, evidence, evidence_encrypted as sealed, text_version as version from library.consents`.execute(db());
    expect(rows).toMatchObject([{ state: 'given', evidence: 'click', version: '2026-11' }]);
    expect(rows[0]?.sealed).not.toContain('consent');
    await eventually(async () => (await house.links()).length).toBe(2);
    await stranger.open(letter);
    expect((await stranger.send(letter, { answer: 'refused' })).statusCode).toBe(409);
  });

  it('opens the way for this project, until its end and not for a day longer', async () => {
    expect((await planFor([FIRST])).statusCode).toBe(303);
    expect(await statesOf()).toEqual([{ state: 'due', reason: null, code: null }]);
    const late = await planFor([FIRST], '2100-01-05');
    expect(late.statusCode).toBe(400);
    expect(main(late.body)).toContain(`L’accord de ${person(FIRST).name} s’arrête le 2100-01-01`);
  });

  it('covers nobody else', async () => {
    const both = await planFor([FIRST, SECOND]);
    expect(both.statusCode).toBe(400);
    expect(main(both.body)).toContain(person(SECOND).name);
    expect(await statesOf()).toHaveLength(1);
  });

  it('is withdrawn by the same link: what is planned stops at once, for a reason, and its owner is told', async () => {
    await stranger.open(`${letter}/withdraw`);
    const gone = await stranger.send(`${letter}/withdraw`, { why: 'Je ne souhaite plus.' });
    expect(gone.statusCode).toBe(303);
    const after = await stranger.next();
    expect(after.body).toContain('1 publication prévue est arrêtée');
    expect(after.body).toContain('Vous avez retiré votre accord le');
    expect(await statesOf()).toEqual([{ state: 'rejected', reason: 'rights', code: 'RIGHTS_WITHDRAWN' }]);
    const { rows } = await sql<{ status: string; outcome: { reason: string } }>`
      select status, metadata->'outcome' as outcome from images.posts`.execute(db());
    expect(rows).toMatchObject([{ status: 'failed', outcome: { reason: 'rights' } }]);
    const letters = await sql<{ subject: string }>`select subject from kernel.email_logs order by id`.execute(db());
    expect(letters.rows.map(({ subject }) => subject)).toContain('Une publication a été arrêtée');
    const events = await sql<{ what: string; author: string }>`select what, author from library.events order by id`.execute(db());
    expect(events.rows).toEqual([
      { what: 'asked', author: 'account' },
      { what: 'given', author: 'person' },
      { what: 'withdrawn', author: 'person' },
      { what: 'stopped', author: 'machine' },
    ]);
  });

  it('that was withdrawn opens nothing any more, and nobody can say otherwise', async () => {
    const refused = await planFor([FIRST]);
    expect(refused.statusCode).toBe(400);
    const { rows } = await sql<{ id: number }>`select id from library.media where kind = 'picture'`.execute(db());
    const id = rows[0]?.id ?? 0;
    const page = main((await house.browser.open(`/library/${id}`)).body);
    expect(page).toContain(`${person(FIRST).name} a retiré son accord le`);
    expect(page).toContain('Publication arrêtée');
  });
});

describe('right before it is said', () => {
  it('what expired since it was planned is not said, and nothing is called', async () => {
    await house.agree(person(SECOND));
    expect((await planFor([SECOND])).statusCode).toBe(303);
    const { rows } = await sql<{ id: number }>`select max(id)::int as id from publishing.publications`.execute(db());
    const id = rows[0]?.id ?? 0;
    await sql`update library.consents set starts_at = now() - interval '2 days', ends_at = now() - interval '1 minute' where state = 'given' and withdrawn_at is null`.execute(
      db(),
    );
    await sql`update publishing.publications set due_at = now(), next_attempt_at = now() where id = ${id}`.execute(db());
    await eventually(async () => (await statesOf()).at(-1)).toEqual({ state: 'rejected', reason: 'rights', code: 'RIGHTS_EXPIRED' });
    const calls = await sql<{
      phase: string;
    }>`select phase from publishing.attempts where publication_id = ${id} and http_status is not null`.execute(db());
    expect(calls.rows).toEqual([]);
  });

  it('a publication that no product knows is not said', async () => {
    const { rows } = await sql<{ id: number }>`
      insert into publishing.publications (account_id, platform, key, post, due_at, next_attempt_at, grace_seconds, created_at, updated_at)
      values (${house.admin.accountId}, 'facebook', 'stray', '{"text":"x","media":[],"firstComment":"","madeWithAi":false}', now(), now(), 7200, now(), now())
      returning id`.execute(db());
    expect(rows).toHaveLength(1);
    await eventually(async () => (await statesOf()).at(-1)).toMatchObject({ state: 'rejected', code: 'RIGHTS_UNDECLARED' });
  });
});

describe('own media', () => {
  it('must be declared; names may be declared for many at once, and a signed paper is kept encrypted', async () => {
    const owner = await house.atelier.as('user');
    const browser = browserOf(house.atelier, owner);
    const project = await owner.inject({ method: 'POST', url: '/api/v1/projects', payload: { title: 'Ma rue', prompt: 'Une rue' } });
    const { id } = project.json<{ id: string }>();
    const content = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8899aa' } })
      .png()
      .toBuffer();
    await browser.open('/library');
    const boundary = 'x123';
    const part = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="rue.png"\r\nContent-Type: image/png\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(part('project_id', id) + head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' };
    const sent = await owner.inject({ method: 'POST', url: '/api/v1/assets/upload', payload, headers });
    expect(sent.statusCode, sent.body).toBe(201);
    const shelf = await browser.open('/library');
    expect(main(shelf.body)).toContain('rue.png');
    const { rows } = await sql<{
      id: number;
    }>`select id from library.media where kind = 'upload' and account_id = ${owner.accountId}`.execute(db());
    const medium = rows[0]?.id ?? 0;

    const nobody = await browser.send('/library/declare', { ids: String(medium), said: 'people', people: '' });
    expect(nobody.statusCode).toBe(400);
    expect(main(nobody.body)).toContain('Nommez au moins une personne');
    // Codes are for those who may look people up.
    expect((await browser.send('/library/declare', { ids: String(medium), said: 'people', people: person(THIRD).code })).statusCode).toBe(
      400,
    );
    expect(
      (await browser.send('/library/declare', { ids: String(medium), said: 'people', people: 'Karim Bennani', credit: 'Studio K' }))
        .statusCode,
    ).toBe(303);
    const entry = await browser.open(`/library/${medium}`);
    expect(main(entry.body)).toContain('Karim Bennani n’a pas donné son accord');
    expect(main(entry.body)).toContain('Studio K');

    const named = await sql<{ id: number }>`select id from library.people where name = 'Karim Bennani'`.execute(db());
    const at = `/library/${medium}/record?person=${named.rows[0]?.id}`;
    await browser.open(at);
    const terms = { scope: 'medium', purposes: ['social'], until: '2099-01-01' };
    expect((await browser.send(at, terms)).statusCode).toBe(400);
    const paper = { document: { name: 'accord.png', content, type: 'image/png' } };
    const recorded = await browser.send(at, terms, paper);
    expect(recorded.statusCode, main(recorded.body)).toBe(303);
    expect(main((await browser.open(`/library/${medium}`)).body)).toContain('Publiable');
    const consent = await sql<{
      id: number;
      file: string;
    }>`select id, document_file as file from library.consents where evidence = 'document'`.execute(db());
    const { id: consentId = 0, file = '' } = consent.rows[0] ?? {};
    expect(file).toMatch(/^consents\/\w+\.sealed$/);
    const document = await owner.inject({ url: `/library/consents/${consentId}/document` });
    expect([document.statusCode, document.headers['content-type']]).toEqual([200, 'image/jpeg']);
    const other = await house.atelier.as('user');
    expect((await other.inject({ url: `/library/consents/${consentId}/document` })).statusCode).toBe(404);
  });

  it('what a machine made here needs nobody', async () => {
    const { rows } = await sql<{ id: number }>`select id from library.media where kind = 'logo' limit 1`.execute(db());
    const logo = rows[0];
    if (!logo) return;
    const page = main((await house.browser.open(`/library/${logo.id}`)).body);
    expect(page).toContain('Publiable');
    expect(page).not.toContain('Qui apparaît ?');
    await house.browser.open(`/cinema/projects/${house.projectId}/promo`);
    expect((await house.browser.send('/library/declare', { ids: String(logo.id), said: 'nobody' })).statusCode).toBe(409);
  });
});

describe('my image', () => {
  it('is a page of one’s own account, with the same answers as the letter', async () => {
    const owner = await house.atelier.as('user');
    await sql`update talent.cinema_talents set account_id = ${owner.accountId} where id = ${person(SECOND).id}`.execute(db());
    const page = await browserOf(house.atelier, owner).open('/library/mine');
    expect(page.statusCode).toBe(200);
    expect(main(page.body)).toContain('Accord terminé');
    expect(page.body).toMatch(/href="\/consent\/\d+\./);
  });
});
