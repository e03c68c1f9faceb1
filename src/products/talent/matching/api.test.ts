import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { docx, pdf } from '#test/fixtures/documents.ts';
import { picture } from '#test/fixtures/pictures.ts';
import { type Atelier, type Caller, startAtelier } from '#test/support.ts';

type Person = Readonly<Record<string, unknown>>;
interface Answer {
  readonly success: boolean;
  readonly candidates: readonly {
    readonly user: Person;
    readonly talent: Person;
    readonly code: string;
    readonly score: number;
    readonly explication: string;
    readonly reason: string;
    readonly points_forts: readonly string[];
    readonly points_faibles: readonly string[];
    readonly factors: readonly { readonly weight: number; readonly value: number }[];
    readonly evidence: readonly { readonly criterion: string; readonly state: string }[];
    readonly met: readonly string[];
    readonly unmet: readonly string[];
    readonly unknown: readonly string[];
  }[];
  readonly total_analyzed: number;
  readonly total_matched: number;
  readonly brief: { readonly language: string; readonly criteria: readonly Wish[] };
  readonly lost: Readonly<Record<string, number>>;
  readonly analyzed_by: string;
  readonly notice?: string;
  readonly ignored?: readonly string[];
  readonly search_id: number;
  readonly search_url: string;
}
interface Wish {
  readonly id: string;
  readonly kind: string;
  readonly must: boolean;
  readonly values: readonly string[];
  readonly min?: number;
  readonly max?: number;
}
interface Refused {
  readonly success: false;
  readonly code: string;
  readonly details?: Readonly<Record<string, string>>;
}

const JOB = 'Recherche développeur web à Casablanca, français souhaité, 3 ans d’expérience.';
const ROLE = 'Recherche figurante ou actrice, 25-35 ans, parlant français si possible.';
let atelier: Atelier;
let casting: Caller;
beforeAll(async () => {
  atelier = await startAtelier({ demo: true });
  casting = await atelier.as('casting');
}, 240_000);

const post = (url: string, payload: object, headers: Readonly<Record<string, string>> = {}, caller = casting) =>
  caller.inject({ method: 'POST', url, payload, headers });
const ask = async (url: string, payload: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  const reply = await post(url, payload, headers);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Answer>();
};
/** As `FormData` of a browser or of a Python client. */
async function sendForm(url: string, fields: Readonly<Record<string, string | File>>, accept = '*/*') {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const encoded = new Response(form);
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '', accept };
  return casting.inject({ method: 'POST', url, payload: Buffer.from(await encoded.arrayBuffer()), headers });
}
const file = (content: Buffer | string, name: string, type: string): File =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type });
const found = async (fields: Readonly<Record<string, string | File>>, url = '/ai-search'): Promise<Answer> => {
  const reply = await sendForm(url, fields);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json<Answer>();
};

describe('T-634 T-635 T-768 T-771 people for a vacancy', () => {
  it('T-288 T-318 T-326 T-331 T-332 ranks them with the reasons, best first', async () => {
    const answer = await ask('/ai-search', { job_description: JOB, file: null });
    expect(answer).toMatchObject({ success: true, analyzed_by: 'embedded', brief: { language: 'fr' } });
    expect(answer).not.toHaveProperty('notice');
    const scores = answer.candidates.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(answer.total_analyzed).toBeGreaterThanOrEqual(scores.length);
    expect(answer.total_matched).toBeGreaterThanOrEqual(scores.filter((score) => score >= 50).length);
    expect(answer.brief.criteria.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['talent', 'city', 'experience']));
  });

  it('T-319 T-320 T-321 T-322 gives each candidate both key sets, what is met and the sum of the score', async () => {
    const { candidates, brief } = await ask('/ai-search', { job_description: JOB });
    for (const { user, talent, code, score, factors, evidence, met, unmet, unknown, ...said } of candidates) {
      expect(user).toEqual(talent);
      expect(user).toMatchObject({ unique_code: code, availability: expect.anything(), talents: expect.any(Array) });
      expect(user['email']).toContain('@');
      expect(said.explication).toBe(said.reason);
      expect(said.explication.length).toBeGreaterThan(10);
      expect(Math.abs(factors.reduce((sum, { weight, value }) => sum + weight * value * 100, 0) - score)).toBeLessThan(1);
      expect([...met, ...unmet, ...unknown].toSorted()).toEqual(evidence.map(({ criterion }) => criterion).toSorted());
      expect(brief.criteria.map(({ id }) => id)).toEqual(expect.arrayContaining([...met]));
    }
  });

  it('T-769 takes a form as it takes JSON', async () => {
    const [json, form] = [await ask('/ai-search', { job_description: JOB }), await found({ job_description: JOB })];
    expect(form.candidates.map(({ code }) => code)).toEqual(json.candidates.map(({ code }) => code));
    expect(form.search_id).toBe(json.search_id);
  });

  it('reads and changes criteria: what an answer holds can be sent back', async () => {
    const { brief, total_analyzed } = await ask('/ai-search', { job_description: JOB });
    const same = await ask('/ai-search', { job_description: JOB, criteria: brief.criteria });
    expect(same.brief.criteria).toEqual(brief.criteria);
    const hard = brief.criteria.map((wish) => ({ ...wish, must: wish.kind === 'city' || wish.must }));
    const narrow = await ask('/ai-search', { job_description: JOB, criteria: JSON.stringify(hard) });
    const [city] = narrow.brief.criteria.filter(({ kind }) => kind === 'city');
    expect(narrow.total_analyzed + (narrow.lost[city?.id ?? ''] ?? 0)).toBe(total_analyzed);
    expect(narrow.lost[city?.id ?? '']).toBeGreaterThan(0);
  });

  it('answers as many people as are asked for, at most a hundred', async () => {
    const [two, all] = [
      await ask('/ai-search', { job_description: JOB, limit: 2 }),
      await ask('/ai-search', { job_description: JOB, limit: '5000' }),
    ];
    expect(two.candidates).toHaveLength(2);
    expect(all.candidates.length).toBeLessThanOrEqual(100);
    expect(all.candidates.slice(0, 2).map(({ code }) => code)).toEqual(two.candidates.map(({ code }) => code));
  });

  it('speaks both dialects', async () => {
    const v3 = await ask('/ai-search', { job_description: JOB }, { 'api-version': '3', 'accept-language': 'en' });
    const v2 = await ask('/ai-search', { job_description: JOB }, { 'api-version': '2', 'accept-language': 'en' });
    expect(typeof v3.candidates[0]?.user['city']).toBe('string');
    expect(v2.candidates[0]?.user['city']).toHaveProperty('name');
    expect(v2.candidates[0]?.explication).not.toBe(v3.candidates[0]?.explication);
  });
});

describe('T-335 T-636 T-637 T-772 T-773 T-775 people for a role', () => {
  it('T-350 takes the filters of the CINEMA list as musts', async () => {
    const filters = { gender: 'F', age_min: 25, age_max: 35, skin_tone: ['Mat', 'Clair', 'Beige', 'Caramel', 'Brun', 'Medium'] };
    const answer = await ask('/cinema/ai-search', { role_description: 'Recherche une silhouette élégante', ...filters });
    const musts = answer.brief.criteria.filter(({ must }) => must).map(({ kind }) => kind);
    expect(musts).toEqual(expect.arrayContaining(['gender', 'age', 'skin_tone']));
    expect(answer.candidates.length).toBeGreaterThan(0);
    for (const { talent } of answer.candidates) {
      expect(talent['gender']).toBe('F');
      expect(Number(talent['age'])).toBeGreaterThanOrEqual(25);
      expect(Number(talent['age'])).toBeLessThanOrEqual(35);
    }
  });

  it('ranks by what the role asks, in the form of either dialect', async () => {
    const v3 = await ask('/cinema/ai-search', { role_description: ROLE }, { 'api-version': '3' });
    const v2 = await ask('/cinema/ai-search', { job_description: ROLE }, { 'api-version': '2' });
    expect(v3.candidates[0]?.talent).toMatchObject({ physical_characteristics: expect.any(Object), talent_types: expect.any(Array) });
    expect(v2.candidates[0]?.talent).toMatchObject({ languages_spoken: expect.any(Array) });
    expect(v2.candidates.map(({ code }) => code)).toEqual(v3.candidates.map(({ code }) => code));
  });

  it('names a filter that it cannot follow, and refuses one that is wrong', async () => {
    expect((await ask('/cinema/ai-search', { role_description: ROLE, has_photo: 'true' })).ignored).toEqual(['has_photo']);
    const wrong = await post('/cinema/ai-search', { role_description: ROLE, eye_color: 'Fluo', age_min: 'x' });
    expect([wrong.statusCode, Object.keys(wrong.json<Refused>().details ?? {}).toSorted()]).toEqual([400, ['age_min', 'eye_color']]);
  });

  it('counts people who are busy on the days of the role against them', async () => {
    const criteria = [{ kind: 'dates', must: true, from: '2027-03-01', to: '2027-03-05' }];
    const before = await ask('/cinema/ai-search', { role_description: ROLE, criteria });
    const [first] = before.candidates;
    await sql`insert into talent.unavailabilities (cinema_talent_id, days)
      values (${Number(first?.talent['id'])}, '[2027-03-05,2027-03-06)')`.execute(atelier.database.db);
    const after = await ask('/cinema/ai-search', { role_description: ROLE, criteria });
    expect(after.candidates.map(({ code }) => code)).not.toContain(first?.code);
    expect(after.total_analyzed).toBe(before.total_analyzed - 1);
  });
});

describe('T-333 T-770 T-774 a brief in a file', () => {
  const words = 'Nous cherchons une personne pour le développement web à Casablanca, avec le goût du travail bien fait.';
  it.each([
    ['a PDF', async () => file(await pdf({ text: words }), 'fiche.pdf', 'application/pdf')],
    [
      'a Word file',
      async () =>
        file(await docx({ text: words }), 'fiche.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
    ],
    ['a text', async () => file(words, 'fiche.txt', 'text/plain')],
  ])('reads %s', async (_kind, make) => {
    for (const field of ['file', 'job_file']) {
      const { brief } = await found({ [field]: await make() });
      expect(
        brief.criteria.map(({ kind }) => kind),
        field,
      ).toContain('city');
    }
    const { brief } = await found({ role_file: await make() }, '/cinema/ai-search');
    expect(brief.criteria.map(({ kind }) => kind)).toContain('city');
  });

  it('joins the file and the text', async () => {
    const { brief } = await found({ job_description: 'Anglais courant', file: file(words, 'fiche.txt', 'text/plain') });
    expect(brief.criteria.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['language', 'city']));
  });

  it.each([
    ['a picture in place of words', async () => file(await scan(), 'scan.pdf', 'application/pdf'), 'file'],
    ['something that is no document', async () => file(Buffer.from('MZ\0\0\0'), 'fiche.pdf', 'application/pdf'), 'file'],
    ['an empty text', async () => file('  \n ', 'fiche.txt', 'text/plain'), 'file'],
  ])('refuses %s, naming the field', async (_what, make, field) => {
    const reply = await sendForm('/ai-search', { file: await make() });
    expect([reply.statusCode, Object.keys(reply.json<Refused>().details ?? {})]).toEqual([400, [field]]);
  });

  async function scan(): Promise<Buffer> {
    const page = new PDFDocument({ size: 'A4' });
    const bytes = buffer(page as unknown as NodeJS.ReadableStream);
    page.image(await picture(), 40, 40).end();
    return bytes;
  }
});

describe('what is refused', () => {
  it.each([
    ['/ai-search', {}, 'job_description'],
    ['/ai-search', { job_description: ' ?! ', file: null }, 'job_description'],
    ['/ai-search', { job_description: 'x'.repeat(20_001) }, 'job_description'],
    ['/ai-search', { job_description: 7e9 }, 'job_description'],
    ['/ai-search', { job_description: JOB, limit: 0 }, 'limit'],
    ['/ai-search', { job_description: JOB, rerank: 'peut-être' }, 'rerank'],
    ['/ai-search', { job_description: JOB, criteria: [{ kind: 'gender', values: ['F'] }] }, 'criteria.0.kind'],
    ['/cinema/ai-search', { role_description: '' }, 'role_description'],
  ])('T-281 %s %j names %s', async (url, payload, field) => {
    const [v3, v2] = [await post(url, payload, { 'api-version': '3' }), await post(url, payload, { 'api-version': '2' })];
    expect([v3.statusCode, Object.keys(v3.json<Refused>().details ?? {})]).toEqual([400, [field]]);
    expect([v2.statusCode, v2.json<Refused>().code]).toEqual([422, 'VALIDATION_ERROR']);
  });

  it('a stranger, a member, a scanner of badges, another site', async () => {
    const stranger = await atelier.doors.site.inject({ method: 'POST', url: '/ai-search', payload: { job_description: JOB } });
    expect([stranger.statusCode, stranger.json<Refused>().code]).toEqual([401, 'AUTH_REQUIRED']);
    for (const role of ['user', 'presence'] as const) {
      const caller = await atelier.as(role);
      for (const url of ['/ai-search', '/cinema/ai-search'])
        expect((await post(url, { job_description: JOB }, {}, caller)).statusCode).toBe(403);
    }
    expect((await post('/ai-search', { job_description: JOB }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    const admin = await atelier.as('admin');
    expect((await post('/ai-search', { job_description: JOB }, {}, admin)).statusCode).toBe(200);
  });

  it('is told to the audit without the brief', async () => {
    await ask('/ai-search', { job_description: 'Cherche MotTrèsSecret à Dakar' });
    const { rows } = await sql<{ description: string }>`
      select action_description as description from kernel.activity_logs where action_type = 'ai_search' order by id desc limit 1`.execute(
      atelier.database.db,
    );
    expect(rows[0]?.description).toMatch(/standard.*29 caractères/);
    expect(rows[0]?.description).not.toContain('MotTrèsSecret');
  });
});

describe('thirty searches an hour', () => {
  it('T-283 are counted for each account, by form and by API', async () => {
    const small = await startAtelier({ environment: { RATE_LIMIT_SCALE: '1' } });
    const [one, other] = [await small.as('casting'), await small.as('casting')];
    const search = (caller: Caller) =>
      caller.inject({ method: 'POST', url: '/ai-search', payload: { job_description: 'Comptable à Dakar' } });
    for (let time = 0; time < 30; time += 1) expect((await search(one)).statusCode).toBe(200);
    const refused = await search(one);
    expect([refused.statusCode, refused.json<Refused>().code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3000);
    expect((await search(other)).statusCode).toBe(200);
  });
});
