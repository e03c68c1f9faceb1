import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ChatModelSimulator, startChatModelSimulator } from '#simulators/chat-model.ts';
import { eventually } from '#test/eventually.ts';
import { picture } from '#test/fixtures/pictures.ts';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, afterFile, type Caller, startAtelier } from '#test/support.ts';
import { toldAbout } from '#test/told.ts';
import type { CvAnalysis } from './store.ts';
import { cvFile, FRENCH_CV, scannedCv } from './test-cvs.ts';

let atelier: Atelier;
let models: ChatModelSimulator;
let admin: Caller;
let nobodysModel: Atelier;
const PDF = 'application/pdf';

beforeAll(async () => {
  models = await startChatModelSimulator();
  afterFile(() => models.close());
  nobodysModel = await startAtelier({ work: true });
  atelier = await startAtelier({ work: true, environment: models.environment });
  admin = await atelier.as('admin');
});

async function send(person: Registered, content: Buffer, name = 'cv.pdf'): Promise<void> {
  await person.visitor.open('/profile/dashboard');
  const reply = await person.visitor.send('/profile/upload-cv', {}, { cv: { name, content, type: PDF } });
  expect([reply.statusCode, reply.headers['location']]).toEqual([303, '/profile/cv']);
}
const rowOf = async (house: Atelier, id: number): Promise<{ text: string; quality: string } | undefined> =>
  (
    await sql<{ text: string; quality: string }>`select text, quality from talent.cv_texts where account_id = ${id}`.execute(
      house.database.db,
    )
  ).rows[0];
const analysisOf = async (house: Atelier, id: number): Promise<CvAnalysis | null> =>
  (
    await sql<{ cv_analysis: CvAnalysis | null }>`select cv_analysis from talent.member_details where account_id = ${id}`.execute(
      house.database.db,
    )
  ).rows[0]?.cv_analysis ?? null;
const press = (caller: Caller, id: number | string, path = '/admin/analyze-cv/:id') =>
  caller.inject({ method: 'POST', url: path.replace(':id', String(id)) });

/** The value of the last box before these words. */
const boxBefore = (body: string, words: string): string => /.*value="(\d+)"/s.exec(body.slice(0, body.indexOf(words)))?.[1] ?? '';

describe('a CV that is sent (T-316)', () => {
  it('T-294 T-315 is read by a job, analysed by our rules where no model is configured, and feeds the matching', async () => {
    const person = await registerPerson(nobodysModel);
    await send(person, await cvFile(FRENCH_CV));
    await eventually(async () => (await analysisOf(nobodysModel, person.id))?.analyzed_by).toBe('embedded');
    const analysis = await analysisOf(nobodysModel, person.id);
    expect(analysis).toMatchObject({ success: true, experience_years: expect.any(Number), quality: 'good', provider: null });
    const row = await rowOf(nobodysModel, person.id);
    expect(row?.text).toContain('Refonte du service en React');
    expect(row?.text).not.toMatch(/mail\.example|77 000 00 12|linkedin/);
    const { rows } = await sql`select from talent.member_changes where ${person.id} = any(ids)`.execute(nobodysModel.database.db);
    expect(rows.length).toBeGreaterThan(0);
    expect(models.requests).toHaveLength(0);
    const finding = { fr: `${analysis?.score} points sur 100 : voyez ce qui le rendrait meilleur.` };
    expect(await toldAbout(nobodysModel.database.db, person.id, '/profile/dashboard')).toMatchObject([
      { kind: 'cv.analysed', values: { finding } },
    ]);
  });

  it('takes the text of the one before away at once, and is itself forgotten when it goes', async () => {
    const person = await registerPerson(nobodysModel);
    await send(person, await cvFile(FRENCH_CV));
    await eventually(async () => (await rowOf(nobodysModel, person.id))?.quality).toBe('good');
    await send(person, await cvFile(FRENCH_CV.replaceAll('React', 'Symfony')));
    await eventually(async () => (await rowOf(nobodysModel, person.id))?.text).toContain('Symfony');
    await person.visitor.send('/profile/upload-cv', { go: 'remove' }, {});
    expect(await rowOf(nobodysModel, person.id)).toBeUndefined();
    expect(await analysisOf(nobodysModel, person.id)).toBeNull();
  });

  it('keeps the analysis that came with it, and gets its text', async () => {
    const idle = await startAtelier();
    const person = await registerPerson(idle);
    await send(person, await cvFile(FRENCH_CV));
    await sql`update talent.member_details set cv_analysis = '{"score": 79}' where account_id = ${person.id}`.execute(idle.database.db);
    await idle.work();
    await eventually(async () => (await rowOf(idle, person.id))?.quality).toBe('good');
    expect(await analysisOf(idle, person.id)).toEqual({ score: 79 });
  });

  it('without text (a scan) says so, and what to do', async () => {
    const person = await registerPerson(nobodysModel);
    await send(person, await scannedCv(await picture({ width: 1200, height: 1600 })));
    await eventually(async () => (await rowOf(nobodysModel, person.id))?.quality).toBe('none');
    expect(await analysisOf(nobodysModel, person.id)).toMatchObject({ success: false, score: null, quality: 'none' });
    const { body } = await person.visitor.open('/profile/cv');
    expect(body).toContain('Ce fichier ne contient pas de texte');
    expect(body).toContain('exportez-le en PDF');
  });
});

describe('with a model', () => {
  it('its opinion is kept beside our score, made of a text that names nobody', async () => {
    const person = await registerPerson(atelier, { last_name: 'Ndiaye', first_name: 'Fatou' });
    models.says({
      criteria: { structure: 18, experience: 20, skills: 20, education: 12, achievements: 12 },
      ...{ summary: 'Développeuse confirmée.', skills_detected: ['React'], experience_years: 8 },
      ...{ strengths: ['Services de paiement'], weaknesses: [], recommendations: ['Détailler les tests'] },
    });
    const asked = models.requests.length;
    await send(person, await cvFile(FRENCH_CV));
    await eventually(async () => (await analysisOf(atelier, person.id))?.analyzed_by).toBe('model');
    expect(await analysisOf(atelier, person.id)).toMatchObject({ score: 82, provider: 'openrouter', strengths: ['Services de paiement'] });
    const sent = JSON.stringify(models.requests.slice(asked).map(({ body }) => body));
    expect(sent).toContain('Refonte du service');
    for (const secret of ['Ndiaye', 'Fatou', 'mail.example', '77 000', 'linkedin', 'Jardins', person.email])
      expect(sent).not.toContain(secret);
    const { body } = await person.visitor.open('/profile/cv');
    expect(body).toContain('openrouter');
    expect(body).toMatch(/Nos règles donnent \d+\/100/);
  });

  it.each([
    ['talks nonsense', { is: 'not_json', times: 9 }],
    ['is down', { is: 'status', status: 503, times: 9, headers: { 'retry-after-ms': '1' } }],
  ] as const)('that %s, our own analysis counts and says so', async (_what, trouble) => {
    const person = await registerPerson(atelier);
    models.misbehave(trouble);
    await send(person, await cvFile(FRENCH_CV));
    await eventually(async () => (await analysisOf(atelier, person.id))?.analyzed_by).toBe('embedded');
    const analysis = await analysisOf(atelier, person.id);
    expect(analysis).toMatchObject({ success: true, score: expect.any(Number) });
    expect((await person.visitor.open('/profile/cv')).body).toContain('n’a pas donné de réponse utilisable');
  });
});

describe('the button of administrators (T-314, T-776, T-777, T-814)', () => {
  let person: Registered;
  beforeAll(async () => {
    person = await registerPerson(nobodysModel);
    await send(person, await cvFile(FRENCH_CV));
    admin = await nobodysModel.as('admin');
  });

  it.each(['/admin/analyze-cv/:id', '/admin/user/:id/analyze-cv'])('answers programs on %s in JSON, without a form token', async (path) => {
    const reply = await press(admin, person.id, path);
    expect(reply.statusCode).toBe(200);
    const body = reply.json<Record<string, unknown>>();
    expect(Object.keys(body)).toEqual(['success', 'message', 'profile_score', 'analysis']);
    expect(body).toMatchObject({
      success: true,
      profile_score: expect.any(Number),
      analysis: { success: true, score: expect.any(Number) },
    });
    expect(body['analysis']).not.toHaveProperty('remarks');
    const french = await admin.inject({ method: 'POST', url: path.replace(':id', String(person.id)), headers: { 'api-version': '2' } });
    expect(french.json()).toMatchObject({ message: 'CV analysé avec succès' });
  });

  it('refuses whoever may not, has nothing to read, or comes from another site', async () => {
    const without = await registerPerson(nobodysModel);
    expect((await press(admin, without.id)).json()).toMatchObject({ success: false, code: 'VALIDATION_ERROR' });
    expect((await press(admin, without.id)).statusCode).toBe(400);
    for (const id of [999_999, 'abc']) expect((await press(admin, id)).statusCode).toBe(404);
    const site = nobodysModel.doors.site;
    expect((await site.inject({ method: 'POST', url: `/admin/analyze-cv/${person.id}` })).statusCode).toBe(401);
    expect((await press(await nobodysModel.as('casting'), person.id)).statusCode).toBe(403);
    const foreign = { method: 'POST', url: `/admin/analyze-cv/${person.id}`, headers: { 'sec-fetch-site': 'cross-site' } } as const;
    expect((await admin.inject(foreign)).statusCode).toBe(403);
  });

  it('brings people back to the form, with a word; a page without its token is refused', async () => {
    const boss = await registerPerson(nobodysModel, {}, 'admin');
    const page = await boss.visitor.open(`/admin/user/${person.id}/edit`);
    expect(page.body).toContain('Analyser le CV');
    const reply = await boss.visitor.send(`/admin/user/${person.id}/analyze-cv`, {}, {});
    expect([reply.statusCode, reply.headers['location']]).toEqual([303, `/admin/user/${person.id}/edit`]);
    expect((await boss.visitor.next()).body).toContain('CV analysé avec succès');
    expect((await boss.visitor.send(`/admin/user/${person.id}/analyze-cv`, { _csrf: 'x' }, {})).statusCode).toBe(403);
  });

  it('is pressed thirty times an hour at most', async () => {
    const strict = await startAtelier({ environment: { RATE_LIMIT_SCALE: '1' } });
    const boss = await strict.as('admin');
    const statuses: number[] = [];
    for (let press_ = 0; press_ < 31; press_++) statuses.push((await press(boss, 999_999)).statusCode);
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(404));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the page that confirms', () => {
  it('shows what was read beside the profile, and takes only what is ticked', async () => {
    const person = await registerPerson(nobodysModel, { bio: 'Déjà écrit.' });
    await person.visitor.open('/profile/cv');
    expect((await person.visitor.open('/profile/cv')).body).toContain('Aucun CV à lire');
    await send(person, await cvFile(FRENCH_CV));
    await eventually(async () => (await rowOf(nobodysModel, person.id))?.quality).toBe('good');
    const { body } = await person.visitor.open('/profile/cv');
    for (const words of [
      'Développement Web',
      '+221770000012',
      'linkedin.com/in/fatou-demo',
      'Dans votre profil : Déjà écrit.',
      'Clarté et structure',
    ])
      expect(body).toContain(words);
    const web = boxBefore(body, 'Développement Web');
    const reply = await person.visitor.send('/profile/cv', { talents: web, apply_years_experience: '1', apply_linkedin: '1' });
    expect([reply.statusCode, reply.headers['location']]).toEqual([303, '/profile/dashboard']);
    const caller = await nobodysModel.signIn(person.email, 'longue-et-solide-7');
    const { user } = (await caller.inject({ url: `/api/v1/users/${person.id}` })).json<{ user: Record<string, unknown> }>();
    expect(user).toMatchObject({
      ...{ bio: 'Déjà écrit.', phone: null, years_experience: expect.any(Number) },
      ...{ talents: [{ name: 'Développement Web' }], social_media: { linkedin: 'https://www.linkedin.com/in/fatou-demo', github: null } },
    });
  });

  it('changes nothing when nothing is ticked, and takes no value from the form', async () => {
    const person = await registerPerson(nobodysModel);
    await send(person, await cvFile(FRENCH_CV));
    await eventually(async () => (await rowOf(nobodysModel, person.id))?.quality).toBe('good');
    await person.visitor.open('/profile/cv');
    const reply = await person.visitor.send('/profile/cv', { bio: 'Injected', apply_role: '1', role: 'admin', talents: '1000' });
    expect(reply.headers['location']).toBe('/profile/cv');
    expect((await person.visitor.next()).body).toContain('Rien n’était coché');
  });

  it('speaks three languages', async () => {
    const person = await registerPerson(nobodysModel);
    await send(person, await cvFile(FRENCH_CV));
    await eventually(async () => (await rowOf(nobodysModel, person.id))?.quality).toBe('good');
    for (const [language, words] of [
      ['en', 'years of experience'],
      ['ar', 'الوضوح والتنظيم'],
    ] as const) {
      person.visitor.cookies.set('lang', language);
      expect((await person.visitor.open('/profile/cv')).body).toContain(words);
    }
  });

  it('reads again on demand', async () => {
    const person = await registerPerson(nobodysModel);
    await send(person, await cvFile(FRENCH_CV));
    await eventually(async () => (await rowOf(nobodysModel, person.id))?.quality).toBe('good');
    await person.visitor.open('/profile/cv');
    const reply = await person.visitor.send('/profile/cv/read', {});
    expect([reply.statusCode, reply.headers['location']]).toEqual([303, '/profile/cv']);
    expect((await person.visitor.next()).body).toContain('CV relu.');
  });
});
