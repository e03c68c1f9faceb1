import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type Visitor, visit, wordsOf } from '#test/visitor.ts';
import { type CinemaHouse, openCinemaHouse } from '../stats/test-house.ts';

let house: CinemaHouse;
let admin: Visitor;
let member: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  house = await openCinemaHouse(await freshDatabase());
  afterFile(house.close);
  admin = visit(house.doorOf(await house.account('admin')));
  member = visit(house.doorOf(await house.account('user')));
  stranger = visit(house.door);
});

const create = async (fields: Readonly<Record<string, string>>): Promise<number> =>
  (await house.productions.create(null, { is_active: '1', ...fields })).id;
const text = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));

describe('T-982 the seal', () => {
  it('is given and withdrawn by administrators, who and when are kept, and the public page tells', async () => {
    const id = await create({ name: 'Atlas Vérifiée', email: 'contact@atlas.ma', phone: '+212522112233', country_id: '1' });
    expect((await admin.open(`/cinema/productions/${id}/verify`)).body).toContain('Donner le sceau');
    await admin.send(`/cinema/productions/${id}/verify`, {});
    const sealed = await house.productions.require(house.db, id);
    expect(sealed).toMatchObject({
      isVerified: true,
      verified: { at: new Date('2025-10-26T15:30:00Z'), by: expect.stringContaining('Traoré') },
    });
    expect((await house.productions.list({ isVerified: true }, { page: 1, size: 20, offset: 0 })).total).toBe(1);

    const page = await stranger.open(`/verify/${sealed.sealToken}`);
    expect(page.statusCode).toBe(200);
    for (const word of [
      'Atlas Vérifiée\u2069 est vérifiée',
      'Taalentio',
      '26 octobre 2025',
      'contact@atlas.ma',
      '+212522112233',
      'ne vous demandent d’argent',
    ])
      expect(text(page.body)).toContain(word);
    expect((await visit(house.door, 'en').open(`/verify/${sealed.sealToken}`)).body).toContain('is verified');
    expect((await visit(house.door, 'ar').open(`/verify/${sealed.sealToken}`)).body).toContain('موثقة');
    expect((await stranger.open(`/verify/${sealed.sealToken}/qr.svg`)).headers['content-type']).toBe('image/svg+xml');
    expect(text((await member.open('/cinema/productions')).body)).toContain(`/verify/${sealed.sealToken}`);

    await admin.open(`/cinema/productions/${id}/unverify`);
    await admin.send(`/cinema/productions/${id}/unverify`, {});
    const withdrawn = await stranger.open(`/verify/${sealed.sealToken}`);
    expect([withdrawn.statusCode, text(withdrawn.body).includes('Pas vérifiée')]).toEqual([410, true]);
    expect(withdrawn.body).not.toContain('contact@atlas.ma');
    expect((await stranger.open(`/verify/${sealed.sealToken}/qr.svg`)).statusCode).toBe(404);
    expect(text((await member.open('/cinema/productions')).body)).not.toContain(`/verify/`);
    const { rows } = await sql<{ event: string }>`select event_type as event from kernel.security_logs
      where details::jsonb ->> 'production' = ${String(id)} order by id`.execute(house.db);
    expect(rows.map(({ event }) => event)).toEqual(['production_seal_given', 'production_seal_withdrawn']);

    await admin.open(`/cinema/productions/${id}/verify`);
    await admin.send(`/cinema/productions/${id}/verify`, {});
    expect((await stranger.open(`/verify/${sealed.sealToken}`)).statusCode).toBe(200);
  });

  it('says no to a token that nobody has, and to a company that is put away', async () => {
    const unknown = await stranger.open('/verify/abcdefghijklmnopqrstuv');
    expect([unknown.statusCode, text(unknown.body).includes('Pas vérifiée')]).toEqual([404, true]);
    const id = await create({ name: 'En sommeil', website: 'sommeil.ma' });
    const { sealToken } = await house.productions.verify(null, id);
    await house.productions.update(null, id, { is_active: '' });
    expect((await stranger.open(`/verify/${sealToken}`)).statusCode).toBe(410);
  });

  it('is not given without an official contact, nor kept without one', async () => {
    const id = await create({ name: 'Muette' });
    await admin.open(`/cinema/productions/${id}/verify`);
    const refused = await admin.send(`/cinema/productions/${id}/verify`, {});
    expect([refused.statusCode, refused.body.includes('gardez au moins un e-mail')]).toEqual([400, true]);
    await house.productions.update(null, id, { phone: '0522 99 88 77', country_id: '1' });
    await house.productions.verify(null, id);
    await expect(house.productions.update(null, id, { phone: '' })).rejects.toMatchObject({ kind: 'invalid' });
  });
});
