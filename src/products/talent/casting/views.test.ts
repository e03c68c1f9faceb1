import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalQuery } from '#capabilities/lists/lists.ts';
import { type CastingHouse, openCastingHouse } from '#test/casting-house.ts';
import { freshDatabase } from '#test/support.ts';
import type { Visitor } from '#test/visitor.ts';
import { CINEMA_LIST } from './list-query.ts';

let house: CastingHouse;
let owner: Visitor;
let colleague: Visitor;
let admin: Visitor;
beforeAll(async () => {
  house = await openCastingHouse(await freshDatabase());
  [owner, colleague, admin] = [await house.browser('casting'), await house.browser('casting', 'Driss'), await house.browser('admin')];
  for (const visitor of [owner, colleague, admin]) await visitor.open('/cinema/talents');
});
afterAll(() => house.close());

const tabs = async (visitor: Visitor, url = '/cinema/talents'): Promise<string[]> => {
  const { body } = await visitor.open(url);
  const line = /<nav class="tabs-line".*?<\/nav>/s.exec(body)?.[0] ?? '';
  return [...line.matchAll(/<a [^>]*>(.*?)<\/a>/gs)].map(([, inner = '']) => inner.replaceAll(/<[^>]+>/g, ''));
};
const save = async (visitor: Visitor, name: string, query: string, shared = ''): Promise<number> => {
  const { headers } = await visitor.send('/lists/cinema-talents/views', { name, query, shared });
  return Number(/saved=(\d+)/.exec(String(headers['location']))?.[1]);
};

describe('saved views', () => {
  it('write one list in one way', () => {
    const text = 'view=cards&page=4&gender=F&eye_color=Vert&eye_color=Bleu&age_min=&nonsense=1&gender=F';
    expect(canonicalQuery(CINEMA_LIST, new URLSearchParams(text))).toBe('gender=F&eye_color=Bleu&eye_color=Vert');
  });

  it('are private unless shared', async () => {
    await save(owner, 'Yeux clairs', 'eye_color=Vert&page=3');
    await save(owner, 'Premiers rôles', 'talent_type=Acteur Principal', '1');
    expect(await tabs(owner)).toEqual(['Tout le monde', 'Premiers rôles', 'Yeux clairs']);
    expect(await tabs(colleague)).toEqual(['Tout le monde', 'Premiers rôles']);
  });

  it('can be filtered from by others and changed by the owner and administrators only', async () => {
    const id = await save(owner, 'Cascadeurs', 'talent_type=Cascadeur', '1');
    const changed = `/cinema/talents?talent_type=Cascadeur&gender=F&saved=${id}`;
    const over = `action="/views/${id}"`;
    expect((await owner.open(changed)).body).toContain(over);
    expect((await admin.open(changed)).body).toContain(over);
    const seen = (await colleague.open(changed)).body;
    expect(seen).not.toContain(over);
    expect(seen).toContain('Enregistrer comme nouvelle vue');
    for (const url of [`/views/${id}`, `/views/${id}/delete`])
      expect((await colleague.send(url, { query: 'gender=F', name: 'x' })).statusCode, url).toBe(403);
    await owner.send(`/views/${id}`, { query: 'talent_type=Cascadeur&gender=F' });
    expect((await colleague.open('/cinema/talents')).body).toContain(`talent_type=Cascadeur&amp;gender=F&amp;saved=${id}`);
  });

  it('are renamed without losing their filters', async () => {
    const id = await save(owner, 'Ancien nom', 'gender=M');
    await owner.send(`/views/${id}`, { rename: '1', name: 'Nouveau nom', shared: '1' });
    expect(await tabs(colleague)).toContain('Nouveau nom');
    expect((await owner.open(`/views/${id}`)).body).toContain('value="gender=M"');
  });

  it('come back after they were deleted', async () => {
    const id = await save(owner, 'Passagère', 'gender=F');
    const { headers } = await owner.send(`/views/${id}/delete`, {});
    expect(await tabs(owner)).not.toContain('Passagère');
    expect((await owner.open(String(headers['location']))).body).toContain(`/views/${id}/restore`);
    expect((await colleague.send(`/views/${id}/restore`, {})).statusCode).toBe(404);
    await owner.send(`/views/${id}/restore`, {});
    expect(await tabs(owner)).toContain('Passagère');
  });

  it('need a name and something to keep', async () => {
    const unnamed = await owner.send('/lists/cinema-talents/views', { name: ' ', query: 'gender=F' });
    expect(unnamed.statusCode).toBe(400);
    expect(unnamed.body).toContain('value="gender=F"');
    const empty = await owner.send('/lists/cinema-talents/views', { name: 'Rien', query: 'page=2&nonsense=1' });
    expect(empty.body).toContain('Choisissez d’abord un filtre');
    const shared = await save(owner, 'Pour tous', 'gender=F', '1');
    const own = await save(owner, 'Pour moi', 'gender=F');
    const talent = await house.browser('user');
    expect((await talent.open(`/views/${shared}`)).statusCode).toBe(403);
    expect((await talent.open(`/views/${own}`)).statusCode).toBe(404);
  });
});
