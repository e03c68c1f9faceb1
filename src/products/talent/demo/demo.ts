/**
 * The demonstration: the documented accounts and some fifty people around them, with portraits and CVs drawn by the program.
 *
 * Hides who they are and how they are painted. Everybody comes in through the front door of members, in one transaction:
 * a start that is cut short leaves nobody, and a second start finds the administrator and does nothing, so that a person
 * deleted from the demonstration stays deleted.
 */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { say } from '#kernel/message.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import {
  createMembers,
  type Members,
  type MemberTools,
  type PreparedFile,
  type RegistrationExtra,
  type RegistrationInput,
} from '../members/members.ts';
import type { CinemaDemo } from './cinema/cinema-demo.ts';
import { cvPdf } from './cvs.ts';
import { PEOPLE } from './people.ts';
import type { DemoPerson, Resume } from './person.ts';
import { drawPortrait } from './portraits/portraits.ts';

export { type CinemaDemo, createCinemaDemo } from './cinema/cinema-demo.ts';

const ADMINISTRATOR = 'admin@talento.com';
const RECORDER = 'presence@talento.com';
const PASSWORDS = { admin: '@4dm1n', demo: 'demo123' };
const DAY = 86_400_000;

/** What a person brings along. */
interface Papers {
  readonly photo?: PreparedFile;
  readonly cv?: PreparedFile;
}

/** Answers how many people of the standard platform came in; 0 when the demonstration is already there. Several processes may start at once. */
export async function seedDemo(tools: MemberTools, cinema: CinemaDemo | null = null): Promise<number> {
  if (await isSeeded(tools, tools.db)) return 0;
  const catalogue = await tools.catalogue.snapshot();
  const hashes = await hashPasswords(tools);
  const people = inOrderOfArrival(PEOPLE);
  return inTransaction(tools.db, async (tx) => {
    // A process that starts meanwhile waits for the first to finish, however slow the machine.
    await sql`set local lock_timeout = 0; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(hashtext('atelier.demo'))`.execute(tx);
    if (await isSeeded(tools, tx)) return 0;
    const today = tools.clock.now().getTime();
    let arrival = new Date(today);
    // Members read the time from their clock: moving it spreads the arrivals over the last three months.
    const members = createMembers({ ...tools, db: tx, clock: { now: () => arrival } });
    let next = people[0] && preparePapers(people[0], catalogue);
    for (const [index, person] of people.entries()) {
      const papers = await next;
      const following = people[index + 1];
      // The next portrait is painted while the database works on this person.
      next = following && preparePapers(following, catalogue);
      // What goes wrong with it is said when its turn comes, not as an unhandled rejection before.
      next?.catch(() => undefined);
      arrival = new Date(today - person.daysAgo * DAY);
      await welcome(members, person, inputOf(person, catalogue), { ...papers, ...extraOf(person, hashes), tx });
    }
    const [administrator, recorder] = [await tools.identity.findByEmail(tx, ADMINISTRATOR), await tools.identity.findByEmail(tx, RECORDER)];
    if (cinema && administrator && recorder) await cinema.seed(tx, hashes.demo, { administrator: administrator.id, recorder: recorder.id });
    return people.length;
  });
}

const isSeeded = async ({ identity }: MemberTools, db: Db): Promise<boolean> => (await identity.findByEmail(db, ADMINISTRATOR)) !== null;

async function hashPasswords({ identity }: MemberTools): Promise<{ admin: string; demo: string; nobody: string }> {
  const [admin, demo] = await Promise.all([identity.hashDemoPassword(PASSWORDS.admin), identity.hashDemoPassword(PASSWORDS.demo)]);
  // The others do not sign in: no password has this hash.
  return { admin, demo, nobody: '!' };
}

/** The administrator is Morocco's number one, as documented; then everybody from the first to register to the last. */
const inOrderOfArrival = (people: readonly DemoPerson[]): DemoPerson[] =>
  people.toSorted((a, b) => Number(b.email === ADMINISTRATOR) - Number(a.email === ADMINISTRATOR) || b.daysAgo - a.daysAgo);

async function welcome(members: Members, person: DemoPerson, input: RegistrationInput, extra: RegistrationExtra): Promise<void> {
  const { id } = await members.register(null, input, extra);
  if (person.resume) await members.recordCvAnalysis(id, analysisOf(person, person.resume));
}

const extraOf = (person: DemoPerson, hashes: Readonly<Record<string, string>>): Omit<RegistrationExtra, 'tx'> => ({
  passwordHash: hashes[person.password ?? 'nobody'] ?? '!',
  role: person.role ?? 'user',
  language: person.language,
  letter: 'none',
  demo: person.password !== undefined,
});

const analysisOf = (person: DemoPerson, { summary, skills, analysis }: Resume) => ({
  summary,
  skills,
  skills_detected: skills,
  experience_years: person.years,
  score: analysis.score,
  strengths: analysis.strengths ?? [],
  weaknesses: analysis.weaknesses ?? [],
  recommendations: analysis.recommendations ?? [],
});

async function preparePapers(person: DemoPerson, catalogue: Snapshot): Promise<Papers> {
  const portrait = person.portrait ? await drawPortrait({ seed: person.email, ...person.portrait }) : null;
  const { city, country } = homeOf(person, catalogue);
  const place = { city: city.name, country: say(country.name, person.language) };
  const cv = person.resume ? await cvPdf(person, person.resume, place, portrait) : null;
  const name = `CV ${person.firstName} ${person.lastName}.pdf`;
  return {
    ...(portrait ? { photo: { content: portrait, extension: 'jpg', mediaType: 'image/jpeg' } } : {}),
    ...(cv ? { cv: { content: cv, extension: 'pdf', mediaType: 'application/pdf', originalName: name } } : {}),
  };
}

function homeOf({ home, email }: DemoPerson, catalogue: Snapshot) {
  const [countryCode = '', cityCode = ''] = home.split('/');
  const country = catalogue.countryByCode(countryCode);
  const city = catalogue.cities.find(({ countryId, code }) => countryId === country?.id && code === cityCode);
  if (!country || !city) throw new Error(`the catalogue has no ${home}, where ${email} lives`);
  return { country, city };
}

/** The registration form as the person would have filled it in. */
function inputOf(person: DemoPerson, catalogue: Snapshot): RegistrationInput {
  const { country, city } = homeOf(person, catalogue);
  const origin = catalogue.countryByCode(person.origin);
  const feminine = person.gender === 'F';
  return {
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    date_of_birth: person.born,
    gender: person.gender,
    country_id: origin?.id,
    residence_country_id: country.id,
    residence_city_id: city.id,
    nationality: feminine ? origin?.nationality : origin?.nationalityMasculine,
    phone: person.phone,
    whatsapp: person.whatsapp ? person.phone : null,
    address: person.address ?? null,
    talents: person.talents,
    availability: person.availability,
    work_time: person.workTime ?? null,
    work_mode: person.workMode,
    years_experience: person.years,
    rate_range: person.rate ?? null,
    education: person.education ?? null,
    languages: person.spoken,
    bio: person.bio,
    portfolio_url: person.portfolio ?? null,
    website: person.website ?? null,
    is_public: person.isPublic ?? true,
    ...person.social,
  };
}
