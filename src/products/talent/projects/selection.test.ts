import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse, type Person, type PersonFacts } from '#test/projects-house.ts';
import type { LetterState, Project } from './projects.ts';

const JOB = 'projects.selection-letter';
let house: House;
let project: Project;
beforeEach(async () => {
  house ??= await openHouse();
  const contact = { phone: '+212522000000', email: 'casting@atlas.ma', address: '1 rue des Studios', city: 'Casablanca' };
  project = await house.project({ name: 'Désert Blanc', production_id: await house.production(contact), status: 'en_tournage' });
});

const join = async (facts: PersonFacts, more: object = {}): Promise<Person & { assignment: number; seed: string }> => {
  const person = await house.person(facts);
  const input = { talent_id: person.id, talent_type: 'Figurant', state: 'pencil', ...more };
  const { id, badge } = await house.projects.assign(null, project.id, input);
  return { ...person, assignment: id, seed: badge?.seed ?? '' };
};
const send = (again = false) => house.projects.sendSelectionLetters(house.request('admin'), project.id, { again });
const stateOf = async (assignment: number): Promise<LetterState | undefined> =>
  (await house.projects.assignment(house.db, assignment))?.letter;
interface Row {
  readonly id: number;
  readonly subject: string;
  readonly text_content: string;
  readonly template_type: string;
  readonly related_project_id: number;
  readonly related_cinema_talent_id: number;
}
const lettersOf = async (): Promise<readonly Row[]> =>
  (await sql<Row>`select * from kernel.email_logs where related_project_id = ${project.id} order by id`.execute(house.db)).rows;

describe('T-402 T-403 T-404 T-405 T-406 the letter', () => {
  it('says the project, the role, the days, the contacts and the links, in the language of the person', async () => {
    const awa = await join({ firstName: 'Awa', language: 'en' }, { role_description: 'Passer-by with a red scarf' });
    const account = house.request('user').viewer?.accountId ?? 0;
    await sql`update talent.cinema_talents set account_id = ${account} where id = ${awa.id}`.execute(house.db);
    await send();
    expect(house.told).toEqual([]);
    await house.work(JOB);
    const [letter] = await lettersOf();
    expect(letter).toMatchObject({ template_type: 'project_selection', related_cinema_talent_id: awa.id });
    expect(letter?.subject).toBe('You have been selected for “Désert Blanc”');
    const facts = [
      'Congratulations Awa',
      'Atlas Productions',
      'Shooting',
      'Extra',
      'Passer-by with a red scarf',
      '3 – 28 November 2025 (to be confirmed)',
    ];
    const contacts = ['+212522000000', 'casting@atlas.ma', '1 rue des Studios, Casablanca'];
    const links = [`https://studio.example/cinema/profile/${awa.code}`, `https://studio.example/cinema/badge/${awa.seed}`];
    // Dates hold thin spaces.
    const words = letter?.text_content.replaceAll('\u2009', ' ');
    for (const word of [...facts, ...contacts, ...links]) expect(words).toContain(word);
    const values = { project: 'Désert Blanc', code: expect.any(String) };
    expect(house.told).toEqual([{ kind: 'project.selected', to: account, href: `/cinema/profile/${awa.code}`, values }]);
  });

  it('leads to the badge without signing in, until it is revoked', async () => {
    const { assignment, seed } = await join({});
    const open = async (of: string) => house.door.inject({ url: `/cinema/badge/${of}` });
    const badge = await open(seed);
    expect([badge.statusCode, badge.headers['content-type'], badge.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    await house.projects.unassign(null, assignment);
    for (const wrong of [seed, 'aaaaaaaaa', '%00']) expect((await open(wrong)).statusCode, wrong).toBe(404);
  });

  it.each([
    ['fr', 'Félicitations'],
    ['ar', 'تهانينا'],
  ] as const)('speaks %s', async (language, word) => {
    await join({ language });
    await send();
    await house.work(JOB);
    expect((await lettersOf())[0]?.text_content).toContain(word);
  });
});

describe('T-407 T-850 one letter a person', () => {
  it('shows where each letter stands, and names who has no address', async () => {
    const written = await join({});
    await join({ firstName: 'Sans', lastName: 'Adresse', email: null });
    expect(await send()).toEqual({ asked: 1, skipped: 0, withoutAddress: ['Sans Adresse'] });
    expect(await stateOf(written.assignment)).toBe('queued');
    await house.work(JOB);
    expect(await lettersOf()).toHaveLength(1);
    await sql`update kernel.email_logs set status = 'sent' where related_project_id = ${project.id}`.execute(house.db);
    expect(await stateOf(written.assignment)).toBe('sent');
  });

  it('does not write twice by itself, and does when asked to', async () => {
    await join({});
    await Promise.all([send(), send()]);
    await house.work(JOB);
    await sql`update kernel.email_logs set status = 'sent' where related_project_id = ${project.id}`.execute(house.db);
    expect(await send()).toMatchObject({ asked: 0, skipped: 1 });
    expect(await lettersOf()).toHaveLength(1);
    expect(await send(true)).toMatchObject({ asked: 1, skipped: 0 });
    await house.work(JOB);
    expect(await lettersOf()).toHaveLength(2);
  });

  it('T-372 writes to everybody of a large project from one press: a job for each, so that one that fails holds up no other', async () => {
    const people: Person[] = [];
    for (let n = 0; n < 25; n += 1) people.push(await join({}));
    expect(await send()).toMatchObject({ asked: 25, skipped: 0 });
    expect(await lettersOf()).toEqual([]);
    await sql`update talent.cinema_details set email_encrypted = null where talent_id = ${people[3]?.id ?? 0}`.execute(house.db);
    await house.work(JOB);
    const written = (await lettersOf()).map((letter) => letter.related_cinema_talent_id).sort((a, b) => a - b);
    expect(written).toEqual(people.map(({ id }) => id).filter((id) => id !== people[3]?.id));
  });

  it('a job that runs twice writes once; one for somebody who left writes nothing', async () => {
    const stays = await join({});
    const leaves = await join({});
    await send();
    await house.projects.unassign(null, leaves.assignment);
    const again = house.tools.queue.enqueue;
    await house.work(JOB);
    await again(house.db, (await import('./selection.ts')).WRITE_SELECTION, { assignmentId: stays.assignment, sentBy: null });
    await house.work(JOB);
    expect((await lettersOf()).map((letter) => letter.related_cinema_talent_id)).toEqual([stays.id]);
  });

  it('a letter that could not be written is said, and tried again with the next sending', async () => {
    const awa = await join({});
    await send();
    await sql`update talent.cinema_details set email_encrypted = null where talent_id = ${awa.id}`.execute(house.db);
    await house.work(JOB);
    expect(await stateOf(awa.assignment)).toBe('failed');
    await sql`update talent.cinema_details set email_encrypted = 'not a token' where talent_id = ${awa.id}`.execute(house.db);
    expect(await send()).toMatchObject({ asked: 1 });
    await expect(house.work(JOB)).rejects.toThrow();
    expect(await stateOf(awa.assignment)).toBe('queued');
    expect(await send()).toMatchObject({ asked: 0, skipped: 1 });
    await house.tools.queue.enqueue(house.db, (await import('./selection.ts')).WRITE_SELECTION, {
      assignmentId: awa.assignment,
      sentBy: null,
    });
    await expect(house.work(JOB, { isLast: true })).rejects.toThrow();
    expect(await stateOf(awa.assignment)).toBe('failed');
  });
});
