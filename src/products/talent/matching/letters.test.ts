import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { MAX_OPPORTUNITY, matchLetter, shortened } from './match-letter.ts';
import { AI_MATCH_AUTO_EMAIL, movePerson } from './matching.ts';

interface Letter {
  readonly id: number;
  readonly to: string;
  readonly template: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly code: string;
  readonly by: number;
}
interface Answer {
  readonly candidates: readonly {
    readonly code: string;
    readonly score: number;
    readonly user: { readonly id: number; readonly email: string };
  }[];
  readonly search_id: number;
  readonly search_url: string;
  readonly letters_sent?: number;
}

let atelier: Atelier;
let casting: Caller;
let browser: Visitor;
beforeAll(async () => {
  atelier = await startAtelier({ demo: true });
  casting = await atelier.as('casting');
  browser = visit(atelier.doors.site);
  browser.cookies.set('atelier_session', casting.cookie.split('=')[1] ?? '');
}, 240_000);

const ask = async (url: string, text: string): Promise<Answer> => {
  const reply = await casting.inject({ method: 'POST', url, payload: { job_description: text, role_description: text } });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Answer>();
};
const lettersOf = async (search: Answer): Promise<readonly Letter[]> =>
  (
    await sql<Letter>`
      select e.id, e.recipient_email as to, e.template_type as template, e.subject, e.html_content as html, e.text_content as text,
        e.related_talent_code as code, e.sent_by_user_id as by
      from talent.match_letters l join kernel.email_logs e on e.id = l.letter_id where l.search_id = ${search.search_id} order by e.id`.execute(
      atelier.database.db,
    )
  ).rows;
const write = async (search: Answer, ids: readonly number[], opportunity = 'Un poste à Casablanca') => {
  await browser.open(`${search.search_url}/letters?ids=${ids.join(',')}`);
  return browser.send(`${search.search_url}/letters`, { ids: ids.map(String), opportunity });
};
const JOB = 'Recherche développeur web, français, 3 ans d’expérience';
const ROLE = 'Recherche figurant ou figurante, 20-50 ans, parlant français';

describe('T-334 T-385 T-394 T-395 T-396 T-397 T-398 the letter to talents', () => {
  it('is sent when the recruiter has seen who gets it, and not before', async () => {
    const search = await ask('/ai-search', JOB);
    expect(await lettersOf(search)).toEqual([]);
    const [first, second] = search.candidates.map(({ user }) => user);
    const page = await browser.open(`${search.search_url}/letters?ids=${first?.id}&ids=${second?.id}`);
    expect(wordsOf(page.body)).toContain(search.candidates[0]?.code);
    expect(page.body).toContain('Envoyer les 2 e-mails');
    expect(page.body).toContain(`${JOB}</textarea>`);
    expect(await lettersOf(search)).toEqual([]);
    const sent = await write(search, [first?.id ?? 0, second?.id ?? 0], `Un poste <b>gras</b> ${'très '.repeat(90)}`);
    expect([sent.statusCode, sent.headers['location']]).toEqual([303, search.search_url]);
    const letters = await lettersOf(search);
    expect(letters.map(({ to }) => to).toSorted()).toEqual([first?.email, second?.email].toSorted());
    const [letter] = letters;
    const { score } = search.candidates.find(({ code }) => code === letter?.code) ?? {};
    expect(letter).toMatchObject({ template: 'ai_talent_match', by: casting.accountId });
    for (const said of [`${score} / 100`, `/profile/view/${letter?.code}`, 'Un poste <b>gras</b>']) expect(letter?.text).toContain(said);
    expect(letter?.html).not.toContain('<b>gras</b>');
    expect(letter?.html).toContain('#1d4ed8');
    expect(letter?.html).toMatch(/<img[^>]*src="data:image\/png;base64,[\w+/=]{100,}"/);
  });

  it('goes to nobody twice for the same search, whatever is pressed', async () => {
    const search = await ask('/ai-search', `${JOB} bis`);
    const ids = search.candidates.slice(0, 3).map(({ user }) => user.id);
    await write(search, ids.slice(0, 1));
    await browser.open(`${search.search_url}/letters?ids=${ids.join(',')}`);
    const twice = await Promise.all(
      [1, 2].map(() => browser.send(`${search.search_url}/letters`, { ids: ids.map(String), opportunity: 'Un poste' })),
    );
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await lettersOf(search)).toHaveLength(3);
    const page = await browser.open(`${search.search_url}/letters?ids=${ids.join(',')}`);
    expect(page.body).toContain('Personne à qui écrire');
    const again = await ask('/ai-search', `${JOB} bis`);
    expect(again.search_id).toBe(search.search_id);
    await write(again, ids);
    expect(await lettersOf(search)).toHaveLength(3);
  });

  it('goes to nobody who was not found, or was not chosen', async () => {
    const search = await ask('/ai-search', `${JOB} ter`);
    await write(search, [casting.accountId, 999_999]);
    expect(await lettersOf(search)).toEqual([]);
    expect((await browser.open(`${search.search_url}/letters`)).body).toContain('Cochez d’abord');
  });

  it('needs something to say, of at most five hundred characters', async () => {
    const search = await ask('/ai-search', `${JOB} quater`);
    const ids = search.candidates.slice(0, 1).map(({ user }) => user.id);
    for (const wrong of ['', 'x'.repeat(501)]) expect((await write(search, ids, wrong)).statusCode).toBe(400);
    expect(await lettersOf(search)).toEqual([]);
  });

  it('shows where it stands beside the person', async () => {
    const search = await ask('/ai-search', `${JOB} quinquies`);
    await write(
      search,
      search.candidates.slice(0, 1).map(({ user }) => user.id),
    );
    expect((await browser.open(search.search_url)).body).toContain('E-mail en attente');
    const [letter] = await lettersOf(search);
    await sql`update kernel.email_logs set status = 'sent' where id = ${letter?.id ?? 0}`.execute(atelier.database.db);
    expect((await browser.open(search.search_url)).body).toContain('E-mail envoyé');
  });
});

describe('T-349 T-386 T-399 T-400 T-401 the letter to CINEMA talents', () => {
  it('is red, says the casting score, leads to the CINEMA profile, in the language of the person', async () => {
    const search = await ask('/cinema/ai-search', ROLE);
    const ids = search.candidates.slice(0, 2).map(({ user }) => user.id);
    await sql`update talent.cinema_details set language = 'ar' where talent_id = ${ids[1] ?? 0}`.execute(atelier.database.db);
    await write(search, ids, 'Un rôle');
    const letters = await lettersOf(search);
    expect(letters).toHaveLength(2);
    for (const { template, html, text, code } of letters) {
      expect(template).toBe('ai_cinema_match');
      expect(html).toContain('#b91c3c');
      expect(text).toContain(`/cinema/profile/${code}`);
    }
    const texts = letters.map(({ text }) => text).join('\n');
    expect(texts).toContain('Score de casting');
    expect(texts).toContain('درجة اختيار الممثلين');
  });

  it('follows the person into the file that they became', async () => {
    const search = await ask('/cinema/ai-search', `${ROLE} bis`);
    const [from = 0, into = 0] = search.candidates.map(({ user }) => user.id);
    await write(search, [from]);
    await atelier.database.db.transaction().execute((tx) => movePerson(tx, from, into));
    await write(search, [into]);
    expect(await lettersOf(search)).toHaveLength(1);
  });
});

describe('the documented automatic letter', () => {
  it('is off, and writes once to everybody with 50 or more when it is switched on', async () => {
    const text = 'Recherche développeur web, vite';
    expect(await ask('/ai-search', text)).not.toHaveProperty('letters_sent');
    const { db } = atelier.database;
    await sql`insert into kernel.settings (key, value, updated_at) values (${AI_MATCH_AUTO_EMAIL.key}, 'true', now())`.execute(db);
    const search = await ask('/ai-search', text);
    const due = search.candidates.filter(({ score }) => score >= 50);
    expect(due.length).toBeGreaterThan(0);
    expect(search.letters_sent).toBe(due.length);
    expect((await lettersOf(search)).map(({ code }) => code).toSorted()).toEqual(due.map(({ code }) => code).toSorted());
    expect(await ask('/ai-search', text)).not.toHaveProperty('letters_sent');
    expect((await browser.open('/ai-search')).body).toContain('envoi automatique est activé');
    await sql`delete from kernel.settings where key = ${AI_MATCH_AUTO_EMAIL.key}`.execute(db);
  });
});

describe('what a letter tells', () => {
  it('is cut at the end of a word', () => {
    const text = shortened('mot '.repeat(300));
    expect([...text].length).toBeLessThanOrEqual(MAX_OPPORTUNITY);
    expect(text).toMatch(/mot…$/);
    expect(shortened('😀'.repeat(600)).length).toBeLessThanOrEqual(2 * MAX_OPPORTUNITY);
    expect(shortened(' court ')).toBe('court');
  });

  it.each([
    ['fr', 82, 'Score de correspondance', '#e3f6e8'],
    ['en', 60, 'Match score', '#e8effd'],
    ['ar', 30, 'درجة التطابق', '#fdf3d7'],
  ] as const)('speaks %s, and colours the badge of %i', (language, score, words, ground) => {
    const letter = matchLetter({
      ...{ kind: 'standard', score, opportunity: 'Un poste', reasons: ['Web'], site: 'https://studio.example', sentBy: 1 },
      to: { email: 'a@example.com', name: 'A B', language },
      person: { id: 1, code: 'MAF0001CAS', firstName: 'A' },
      look: { siteName: 'Taalentio' },
    });
    expect(letter.text).toContain(words);
    expect(letter.html).toContain(ground);
    expect(letter.html).toContain(language === 'ar' ? 'dir="rtl"' : 'dir="ltr"');
  });
});
