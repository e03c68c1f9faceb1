/** For tests: people as rows, with what statistics look at and nothing else. */
import { sql } from 'kysely';
import type { CinemaHouse } from './test-house.ts';

/** What the statistics look at. */
export interface MemberFacts {
  readonly gender?: string;
  readonly country?: number;
  readonly score?: number;
  readonly cv?: boolean;
  readonly photo?: boolean;
  readonly availability?: string;
  readonly years?: number;
  readonly daysAgo?: number;
  readonly talents?: readonly number[];
  readonly closed?: boolean;
}
/** A member hangs on an account. */
export async function insertMember(house: CinemaHouse, change: MemberFacts): Promise<void> {
  const id = await house.account('user');
  const created = new Date(house.clock.now().getTime() - (change.daysAgo ?? 100) * 86_400_000);
  await sql`insert into talent.members (account_id, unique_code, gender, country_id, city_id, profile_score, cv_file, photo_file, availability,
      years_experience, created_at)
    values (${id}, ${`MAM${id}RAB`}, ${change.gender ?? 'M'}, ${change.country ?? 1}, 1, ${change.score ?? 50},
      ${change.cv ? `cvs/${id}.pdf` : null}, ${change.photo ? `photos/${id}.jpg` : null}, ${change.availability ?? null},
      ${change.years ?? null}, ${created})`.execute(house.db);
  for (const talent of change.talents ?? [])
    await sql`insert into talent.member_talents (account_id, talent_id) values (${id}, ${talent})`.execute(house.db);
  if (change.closed) await sql`update identity.accounts set is_active = false where id = ${id}`.execute(house.db);
}

let made = 0;
export interface TalentFacts {
  readonly gender?: 'M' | 'F';
  readonly born?: string;
  readonly types?: readonly string[];
  readonly languages?: readonly string[];
  readonly height?: number;
  readonly years?: number;
  readonly photo?: boolean;
  readonly country?: number;
  readonly isPublic?: boolean;
  readonly daysAgo?: number;
}
export async function insertTalent(house: CinemaHouse, change: TalentFacts = {}): Promise<number> {
  made += 1;
  const created = new Date(house.clock.now().getTime() - (change.daysAgo ?? 40) * 86_400_000);
  const { rows } = await sql<{ id: number }>`
    insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, country_id,
      talent_types, languages, height, years_of_experience, photo_file, is_public, created_at)
    values (${`MACAS000${made}F`}, 'Sophia', ${`Martinez ${made}`}, ${change.gender ?? 'F'}, ${change.born ?? '1995-01-01'}, 1,
      ${change.country ?? 1}, ${change.types ?? ['Figurant']}::text[], ${change.languages ?? ['fr']}::text[], ${change.height ?? null},
      ${change.years ?? null}, ${change.photo ? `cinema/${made}.jpg` : null}, ${change.isPublic ?? true}, ${created}) returning id`.execute(
    house.db,
  );
  return rows[0]?.id ?? 0;
}
