import { beforeAll, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { wordsOf } from '#test/visitor.ts';

let atelier: Atelier;
let boss: Registered;
let admin: Registered;
let people: readonly Registered[];
beforeAll(async () => {
  atelier = await startAtelier();
  boss = await registerPerson(atelier, { first_name: 'Salma', last_name: 'Alaoui' }, 'super_admin');
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  const made = [];
  for (const [first_name, last_name] of [
    ['Awa', 'Diop'],
    ['Élise', 'Étienne'],
    ['Bintou', 'Camara'],
  ])
    made.push(await registerPerson(atelier, { first_name, last_name }));
  people = made;
});

const USERS = '/admin/users';
const text = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const idsOf = (...chosen: readonly Registered[]): string => chosen.map(({ id }) => id).join();
const act = async (fields: Record<string, string>) => {
  await admin.visitor.open(USERS);
  return admin.visitor.send('/lists/users/acts', { back: USERS, ...fields });
};
const stateOf = async (search: string): Promise<string> => text((await admin.visitor.open(`${USERS}?search=${search}`)).body);

describe('T-809 the administrators’ list, ordered', () => {
  it('knows no accents, goes both ways, and says which column orders it', async () => {
    const order = async (sort: string): Promise<readonly string[]> => {
      const { body } = await admin.visitor.open(`${USERS}?sort=${sort}`);
      return [...body.matchAll(/aria-label="Choisir ([^"]+)"/g)].map(([, name = '']) => name).filter((name) => name !== 'toute la page');
    };
    const forward = await order('name');
    expect(forward).toEqual(['Salma Alaoui', 'Bintou Camara', 'Awa Diop', 'Élise Étienne', 'Adama Traoré']);
    expect(await order('-name')).toEqual([...forward].reverse());
    expect((await admin.visitor.open(`${USERS}?sort=-name`)).body).toContain('aria-sort="descending"');
  });
});

describe('T-810 many accounts at once', () => {
  it('asks with the names, closes them, spares who may not be closed with the reason, and takes it back', async () => {
    const [awa, elise] = people;
    if (!awa || !elise) throw new Error('nobody is there');
    const asked = await act({ act: 'close', ids: idsOf(awa, elise, boss) });
    expect(asked.statusCode).toBe(200);
    for (const name of ['Awa Diop', 'Élise Étienne', 'Salma Alaoui']) expect(text(asked.body)).toContain(name);
    expect(await stateOf('awa')).toContain('Actif');

    const finished = await act({ act: 'close', ids: idsOf(awa, elise, boss), sure: '1' });
    expect(finished.statusCode).toBe(303);
    const report = text((await admin.visitor.open(USERS)).body);
    expect(report).toContain('2 comptes désactivés');
    expect(report).toContain('Un élément n’a pas été changé');
    expect(report).toMatch(/>Salma Alaoui<\/bdi>\s?: \S/);
    expect((await awa.visitor.open('/profile/dashboard')).headers['location']).toContain('/auth/login');
    // Said once.
    expect(text((await admin.visitor.open(USERS)).body)).not.toContain('2 comptes désactivés');

    const again = await act({ act: 'close', ids: idsOf(awa, elise), sure: '1' });
    expect(again.statusCode).toBe(303);
    const { body } = await admin.visitor.open(USERS);
    expect(text(body)).toContain('déjà désactivé');
    expect(body).not.toContain('/undo');
  });

  it('takes an act back once, and only one’s own', async () => {
    const [, , bintou] = people;
    if (!bintou) throw new Error('nobody is there');
    await act({ act: 'close', ids: idsOf(bintou), sure: '1' });
    const { body } = await admin.visitor.open(USERS);
    const undo = /action="(\/lists\/acts\/\d+\/undo)"/.exec(body)?.[1] ?? '';
    expect(undo).not.toBe('');
    await boss.visitor.open(USERS);
    await boss.visitor.send(undo, {});
    expect(await stateOf('bintou')).toContain('Désactivé');
    await admin.visitor.send(undo, { back: `${USERS}?search=bintou` });
    expect(text((await admin.visitor.next()).body)).toContain('Un compte réactivé');
    expect(await stateOf('bintou')).toContain('Actif');
    await admin.visitor.send(undo, {});
    expect(text((await admin.visitor.next()).body)).toContain('déjà annulé');
  });

  it('means everybody of the filter, on every page, when that box is ticked', async () => {
    const asked = await act({ act: 'reopen', all: '1', query: 'status=closed&sort=name' });
    expect(asked.statusCode).toBe(303);
    expect(text((await admin.visitor.open(USERS)).body)).toContain('2 comptes réactivés');
    expect(text((await admin.visitor.open(`${USERS}?status=closed`)).body)).toContain('Personne ne correspond');
  });

  it('deletes only when their number is typed, and never an administrator', async () => {
    const gone = await registerPerson(atelier, { first_name: 'Partie', last_name: 'Bientôt' });
    const ids = idsOf(gone, boss);
    const refused = await act({ act: 'delete', ids, sure: '1', confirm: 'oui' });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('Ce n’est pas le bon nombre');
    await act({ act: 'delete', ids, sure: '1', confirm: '2' });
    const { body } = await admin.visitor.open(USERS);
    expect(text(body)).toContain('Une personne supprimée');
    expect(text(body)).toMatch(/>Salma Alaoui<\/bdi>\s?: \S/);
    expect(body).not.toContain('/undo');
    expect(text((await admin.visitor.open(`${USERS}?search=partie`)).body)).toContain('Personne ne correspond');
  });

  it('wants something ticked, a known act, and an administrator', async () => {
    await act({ act: 'close', ids: '' });
    expect(text((await admin.visitor.next()).body)).toContain('Cochez d’abord des lignes');
    expect((await act({ act: 'crown', ids: idsOf(boss) })).statusCode).toBe(404);
    const { visitor } = await registerPerson(atelier, { first_name: 'Curieuse', last_name: 'Passante' });
    await visitor.open('/talents');
    expect((await visitor.send('/lists/users/acts', { act: 'close', ids: idsOf(boss), sure: '1' })).statusCode).toBe(403);
  });
});

describe('columns, density and views', () => {
  it('are remembered for the person and the list, and stand in the address', async () => {
    await admin.visitor.open(USERS);
    const standard = 'email,place,role,score,status,created';
    const columns = { standard, columns: ['email', 'code'], density: 'compact', back: `${USERS}?role=user` };
    const chosen = await admin.visitor.send('/lists/users/table', columns);
    expect(decodeURIComponent(String(chosen.headers['location']))).toBe(`${USERS}?role=user&cols=email,code`);
    const { body } = await admin.visitor.open(USERS);
    expect(body).toContain('table-compact');
    expect(body).toContain('class="code-tag"');
    expect(body).not.toContain('>Inscription</a>');
    const others = await boss.visitor.open(`${USERS}?cols=email,code`);
    expect(others.body).not.toContain('table-compact');
    expect(others.body).not.toContain('Trier par ordre croissant">Compte');
    await admin.visitor.send('/lists/users/table', { standard, reset: '1', back: `${USERS}?cols=email` });
    expect((await admin.visitor.open(USERS)).body).toContain('Inscription');
  });

  it('open a list with one’s first view until it is taken away, and let one past it', async () => {
    await admin.visitor.open(USERS);
    const { headers } = await admin.visitor.send('/lists/users/views', { name: 'Fermés', query: 'status=closed', shared: '1' });
    const id = /saved=(\d+)/.exec(String(headers['location']))?.[1] ?? '';
    await admin.visitor.send(`/views/${id}/first`, {});
    expect((await admin.visitor.open(USERS)).headers['location']).toBe(`${USERS}?status=closed&saved=${id}`);
    expect((await admin.visitor.open(`${USERS}?saved=0`)).statusCode).toBe(200);
    // Shared, yet each opens the list as they like; the directory has views of its own.
    expect((await boss.visitor.open(USERS)).body).toContain('Fermés');
    expect((await admin.visitor.open('/talents')).body).not.toContain('Fermés');
    await admin.visitor.send(`/views/${id}/first`, {});
    expect((await admin.visitor.open(USERS)).statusCode).toBe(200);
  });
});
