/** What tests of the whole product share: a casting whose people can be asked for consent, and the letters that ask them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { expect } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { createFiles } from '#kernel/storage/files.ts';
import { createStorage } from '#kernel/storage/storage.ts';
import { createVault } from '#kernel/vault.ts';
import { readMime } from './mime.ts';
import { browserOf } from './studio-house.ts';
import { type Atelier, type Caller, log, startAtelier } from './support.ts';
import { type Visitor, visit } from './visitor.ts';

export interface TeamPerson {
  readonly id: number;
  readonly name: string;
  readonly code: string;
}

export interface PromoHouse {
  readonly atelier: Atelier;
  readonly admin: Caller;
  readonly browser: Visitor;
  readonly projectId: number;
  /** People of the project with a photo and an address. */
  readonly team: readonly TeamPerson[];
  /** Somebody without an account. */
  stranger(): Visitor;
  /** Asked on the page of the promo film; answers the address of the page of the letter. */
  ask(person: TeamPerson): Promise<string>;
  /** Asked, and agreed by the person. */
  agree(person: TeamPerson): Promise<string>;
  /** Addresses of the pages of letters, the latest last. */
  links(): Promise<readonly string[]>;
}

const PATIENCE = { timeout: 30_000, interval: 50 };

/** Without the people of the demonstration, who take long to come; the platforms are played all the same. */
export async function openPromoHouse(options: { readonly listen?: boolean } = {}): Promise<PromoHouse> {
  const atelier = await startAtelier({ work: true, environment: { ATELIER_DEMO: '1' }, ...options });
  const admin = await atelier.as('admin');
  const browser = browserOf(atelier, admin);
  const { projectId, team } = await makeCasting(atelier, admin.accountId);
  const links = (): Promise<readonly string[]> => linksIn(join(atelier.config.dataFolder, 'outbox'));
  const ask = async ({ id }: TeamPerson): Promise<string> => {
    const before = (await links()).length;
    await browser.open(`/cinema/projects/${projectId}/promo`);
    const sent = await browser.send(`/cinema/projects/${projectId}/promo/ask`, { talent: String(id), until: '2099-12-31' });
    expect(sent.statusCode).toBe(303);
    await expect.poll(async () => (await links()).length, PATIENCE).toBeGreaterThan(before);
    return (await links()).at(-1) ?? '';
  };
  return {
    ...{ atelier, admin, browser, projectId, team, links, ask, stranger: () => visit(atelier.doors.site) },
    async agree(person) {
      const address = await ask(person);
      const stranger = visit(atelier.doors.site);
      await stranger.open(address);
      expect((await stranger.send(address, { answer: 'given' })).statusCode).toBe(303);
      return address;
    },
  };
}

const NAMES = [
  ['Awa', 'Diop'],
  ['Sami', 'Alaoui'],
  ['Nour', 'Bennani'],
] as const;

/** A project of a production with a logo, and three people with a photo and an address each. */
async function makeCasting({ config, database: { db } }: Atelier, by: number): Promise<{ projectId: number; team: readonly TeamPerson[] }> {
  const vault = createVault(config.encryptionKeys, config.secretKey);
  const files = createFiles(createStorage(config, log), db, systemClock);
  const keep = async (folder: string, background: string): Promise<string> => {
    const content = await sharp({ create: { width: 480, height: 640, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const name = folder === 'cinema' ? `cinema/profile_${background.slice(1)}.jpg` : undefined;
    return (await files.save(db, { folder, extension: 'jpg', mediaType: 'image/jpeg', content, ...(name ? { name } : {}) })).name;
  };
  const one = async (rows: Promise<{ rows: readonly { id: number }[] }>): Promise<number> => (await rows).rows[0]?.id ?? 0;
  const production = await one(
    sql<{ id: number }>`insert into talent.productions (name, country_id, logo_file)
      values ('Atlas Productions', 1, ${await keep('logos', '#b3541e')}) returning id`.execute(db),
  );
  const projectId = await one(
    sql<{
      id: number;
    }>`insert into talent.projects (name, production_type, production_id, country_id, shooting_locations, start_date, end_date, created_by)
      values ('Le Dernier Voyage', 'Film', ${production}, 1, 'Essaouira', '2098-03-02', '2098-03-27', ${by}) returning id`.execute(db),
  );
  const team: TeamPerson[] = [];
  for (const [index, [firstName, lastName]] of NAMES.entries()) {
    const code = `MACAS000${index + 1}F`;
    const photo = await keep('cinema', ['#445566', '#665544', '#446655'][index] ?? '#000000');
    const id = await one(
      sql<{
        id: number;
      }>`insert into talent.cinema_talents (unique_code, first_name, last_name, gender, date_of_birth, country_of_origin_id, photo_file)
        values (${code}, ${firstName}, ${lastName}, 'F', '1995-01-01', 1, ${photo}) returning id`.execute(db),
    );
    await sql`insert into talent.cinema_details (talent_id, email_encrypted) values (${id}, ${vault.encrypt(`${code.toLowerCase()}@people.example`)})`.execute(
      db,
    );
    await sql`insert into talent.project_talents (project_id, cinema_talent_id, project_code, ordinal, talent_type, role_description, assigned_by, assigned_at)
      values (${projectId}, ${id}, ${`MAATL00100${index + 1}`}, ${index + 1}, 'Acteur/Actrice', ${index === 0 ? 'la capitaine' : null}, ${by}, now())`.execute(
      db,
    );
    team.push({ id, code, name: `${firstName} ${lastName}` });
  }
  return { projectId, team };
}

async function linksIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).toSorted();
  const letters = await Promise.all(names.map(async (name) => readMime(await readFile(join(folder, name), 'latin1')).text('text/plain')));
  return letters.flatMap((text) => (text.includes('/consent/') ? [/\/consent\/\S+/.exec(text)?.[0] ?? ''] : []));
}
