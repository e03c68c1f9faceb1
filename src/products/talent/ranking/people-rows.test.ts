import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { standardPerson, standardQuery } from './people-rows.ts';
import { standardRow } from './test-people.ts';

const FORBIDDEN =
  /gender|birth|first_name|last_name|search_text|nationality|photo|qr_|profile_score|m\.country_id|email|phone|address|_encrypted/;

describe('what is read of standard people', () => {
  it('has neither gender, age, origin, nationality, photo nor name in it', async () => {
    const { db } = await freshDatabase();
    const compiled = standardQuery(sql`> 0`, 10, { index: 0, of: 1 }).compile(db);
    expect(compiled.sql).toContain('talent.members');
    expect(compiled.sql).not.toMatch(FORBIDDEN);
    expect(compiled.sql).not.toMatch(/\*/);
    await expect(standardQuery(sql`> 0`, 10, { index: 0, of: 1 }).execute(db)).resolves.toBeDefined();
  });

  it('is all that reaches the index', () => {
    const person = standardPerson(standardRow({ talents: [3], bio: 'Bonjour.', languages: 'Wolof', years: 4 }));
    expect(person).toEqual({
      id: 1,
      ...{ cityId: null, countryId: null, years: 4 },
      profile: 50,
      said: expect.any(Number),
      facts: [
        ['talent:3', 1],
        ['language:wo', 0],
      ],
      texts: { bio: { text: 'Bonjour.', head: 7 }, cv: { text: '', head: 0 } },
    });
  });
});
