/**
 * The CINEMA demonstration: three hundred people, six productions, eight projects in every state, who is cast, ten days of presence,
 * and four calls with the people who applied.
 *
 * Everybody and everything comes in through the front doors, in the caller's transaction. Faces take longer than all the rest, so
 * only the cast of the documents and the newest people have theirs at once; the others are painted by jobs while the studio is open.
 */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Tx } from '#kernel/db/db.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Badges } from '../../badges/badges.ts';
import type { Castings } from '../../castings/castings.ts';
import type { Snapshot } from '../../catalogue/catalogue.ts';
import { type Cinema, type CinemaTalent, type CinemaTools, createCinema, YOUNGEST } from '../../cinema/cinema.ts';
import { createProductions } from '../../productions/productions.ts';
import type { Assignment, Projects } from '../../projects/projects.ts';
import { drawPeople } from '../../seed/seed.ts';
import { DEMO_CINEMA } from './accounts.ts';
import { announceCalls } from './announce.ts';
import { type CrowdMember, crowdMember } from './crowd.ts';
import { drawLogo } from './logos.ts';
import { paintFaces, paintLater } from './paint-job.ts';
import { type Pictures, paintAll } from './pictures.ts';
import { PRODUCTIONS } from './productions.ts';
import { type DemoProject, PROJECTS } from './projects.ts';
import { rehearseDays } from './rehearsal.ts';

export interface CinemaDemoTools extends CinemaTools {
  readonly badges: Badges;
  readonly castings: Castings;
  readonly identity: Identity;
  readonly projects: Projects;
  readonly queue: Pick<Queue, 'enqueue' | 'work'>;
}

const CROWD = 297;
const DAY = 86_400_000;
const DAYS_OF_PRESENCE = 10;

/** Somebody who may be cast. */
interface Candidate extends Pick<CrowdMember, 'home' | 'talentTypes'> {
  readonly id: number;
}

/** Numbers of accounts: who founded the projects, who scanned at their door. */
export interface DemoStaff {
  readonly administrator: number;
  readonly recorder: number;
}

export interface CinemaDemo {
  /** `passwordHash`: of the three documented accounts. */
  seed(tx: Tx, passwordHash: string, staff: DemoStaff): Promise<void>;
}

export function createCinemaDemo(tools: CinemaDemoTools & { readonly cinema: Cinema }): CinemaDemo {
  paintFaces(tools.queue, tools);
  return { seed: (tx, passwordHash, staff) => seedCinema(tools, tx, passwordHash, staff) };
}

async function seedCinema(tools: CinemaDemoTools, tx: Tx, passwordHash: string, staff: DemoStaff): Promise<void> {
  const catalogue = await tools.catalogue.snapshot(tx);
  const documented = await inviteDocumented(tools, tx, catalogue, passwordHash);
  const crowd = await inviteCrowd(tools, tx);
  const productions = await foundProductions(tools, tx, catalogue);
  const pool = [...crowd];
  const projects = new Map<string, number>();
  for (const project of PROJECTS) {
    const { id, team } = await castProject(tools, tx, project, { catalogue, productions, documented, pool, by: staff.administrator });
    projects.set(project.name, id);
    if (project.status === 'en_tournage' && project.from <= -DAYS_OF_PRESENCE)
      await rehearseDays(tools, tx, team, { days: DAYS_OF_PRESENCE, recorder: staff.recorder });
  }
  const day = (days: number): string => at(tools.clock.now(), days);
  await announceCalls(tx, { castings: tools.castings, catalogue, projects, candidates: pool, day });
}

const midnight = (now: Date): number => Math.floor(now.getTime() / DAY) * DAY;
const at = (now: Date, day: number): string => new Date(midnight(now) + day * DAY).toISOString().slice(0, 10);

/** Members read the time from their clock: moving it spreads the arrivals. */
function cinemaOf(tools: CinemaDemoTools, tx: Tx): { readonly cinema: Cinema; arrive(daysAgo: number): void } {
  let arrival = tools.clock.now();
  const cinema = createCinema({ ...tools, db: tx, clock: { now: () => arrival } });
  return {
    cinema,
    arrive: (daysAgo) => {
      arrival = new Date(tools.clock.now().getTime() - daysAgo * DAY);
    },
  };
}

/** The first of all, so that they have the documented codes. */
async function inviteDocumented(
  tools: CinemaDemoTools,
  tx: Tx,
  catalogue: Snapshot,
  passwordHash: string,
): Promise<ReadonlyMap<string, number>> {
  const { cinema, arrive } = cinemaOf(tools, tx);
  const ids = new Map<string, number>();
  for (const [index, { email, origin, home, portrait, form }] of DEMO_CINEMA.entries()) {
    arrive(200 - index);
    const [country = '', city = ''] = home.split('/');
    const place = catalogue.countryByCode(country);
    const name = `${form['first_name']} ${form['last_name']}`;
    const { id: accountId } = await tools.identity.createAccount(tx, {
      ...{ email, passwordHash, demo: true },
      firstName: String(form['first_name']),
      lastName: String(form['last_name']),
    });
    const seen = { ...appearanceOf(form), code: email, name };
    const input = {
      ...form,
      email,
      country_of_origin_id: catalogue.countryByCode(origin)?.id,
      country_id: place?.id,
      city_id: catalogue.citiesOf(place?.id ?? 0).find(({ code }) => code === city)?.id,
      terms: true,
      appearance_consent: true,
    };
    const talent = await cinema.register(null, input, { ...(await paintAll(seen, portrait)), accountId, letter: 'none', tx });
    ids.set(email, talent.id);
  }
  return ids;
}

const appearanceOf = (form: Readonly<Record<string, unknown>>) => ({
  gender: form['gender'] === 'F' ? ('F' as const) : ('M' as const),
  age: 30,
  skinTone: textOf(form['skin_tone']),
  hairType: textOf(form['hair_type']),
  hairColor: textOf(form['hair_color']),
});
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

async function inviteCrowd(tools: CinemaDemoTools, tx: Tx): Promise<readonly Candidate[]> {
  const { cinema, arrive } = cinemaOf(tools, tx);
  const now = tools.clock.now();
  // Some who are drawn were too young when they would have registered.
  const drawn = (await drawPeople(tx, CROWD * 2, now))
    .filter(({ form }) => form.date_of_birth <= at(now, -(YOUNGEST + 1) * 366))
    .slice(0, CROWD);
  const people = drawn.map((person, position) => crowdMember(person, position, drawn.length));
  const candidates: Candidate[] = [];
  const faceless: number[] = [];
  for (const person of people) {
    arrive(person.daysAgo);
    const pictures = person.isRich ? await paintRich(person) : {};
    const talent = await cinema.register(null, person.form, { ...pictures, letter: 'none', tx });
    if (!person.isRich) faceless.push(talent.id);
    candidates.push({ id: talent.id, home: person.home, talentTypes: person.talentTypes });
  }
  await paintLater(tools.queue, tx, faceless);
  return candidates;
}

const paintRich = ({ form }: CrowdMember): Promise<Pictures> =>
  paintAll({ ...appearanceOf(form), code: String(form['email']), name: `${form['first_name']} ${form['last_name']}` });

async function foundProductions(tools: CinemaDemoTools, tx: Tx, catalogue: Snapshot): Promise<ReadonlyMap<string, number>> {
  const productions = createProductions({ ...tools, db: tx });
  const ids = new Map<string, number>();
  for (const { name, country, logo, form, isVerified, isActive = true } of PRODUCTIONS) {
    const content = await drawLogo(logo);
    const input = { ...form, name, country_id: catalogue.countryByCode(country)?.id, is_active: isActive };
    const { id } = await productions.create(null, input, async () => ({ content, extension: 'png', mediaType: 'image/png' }));
    if (isVerified) await productions.verify(null, id);
    ids.set(name, id);
  }
  return ids;
}

interface Casting {
  readonly catalogue: Snapshot;
  readonly productions: ReadonlyMap<string, number>;
  readonly documented: ReadonlyMap<string, number>;
  /** Who is not cast yet; whoever is taken leaves it. */
  readonly pool: Candidate[];
  /** The administrator. */
  readonly by: number;
}

async function castProject(
  { clock, projects }: CinemaDemoTools,
  tx: Tx,
  project: DemoProject,
  { catalogue, productions, documented, pool, by }: Casting,
): Promise<{ readonly id: number; readonly team: readonly Assignment[] }> {
  const input = {
    ...{ name: project.name, production_type: project.type, production_id: productions.get(project.production) },
    country_id: catalogue.countryByCode(project.country)?.id,
    ...{ shooting_locations: project.locations, description: project.description, status: project.status },
    ...{ start_date: at(clock.now(), project.from), end_date: at(clock.now(), project.until) },
    ...{ time_zone: project.timeZone, is_active: project.isActive ?? true },
  };
  const { id } = await projects.create(null, input, { tx, by });
  const team: Assignment[] = [];
  for (const { type, role, people } of project.cast) {
    const ids = typeof people === 'number' ? take(pool, people, project.country, type) : people.map((email) => documented.get(email));
    const state = project.isPencil ? 'pencil' : 'booked';
    for (const talentId of ids)
      team.push(await projects.assign(null, id, { talent_id: talentId, talent_type: type, role_description: role, state }, { tx }));
  }
  return { id, team };
}

/** People who live there and do this, else who live there, else anybody. */
function take(pool: Candidate[], count: number, home: string, type: string): readonly CinemaTalent['id'][] {
  const rank = (person: Candidate): number => (person.home === home ? 0 : 2) + (person.talentTypes.includes(type) ? 0 : 1);
  const chosen = pool.toSorted((a, b) => rank(a) - rank(b) || b.id - a.id).slice(0, count);
  for (const person of chosen) pool.splice(pool.indexOf(person), 1);
  return chosen.map(({ id }) => id);
}
