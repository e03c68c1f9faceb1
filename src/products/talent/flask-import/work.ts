/** Companies, projects, who was in them, and who was on the set. */
import type { Tx } from '#kernel/db/db.ts';
import { fold } from '#kernel/text.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import { type BroughtTime, bringStay } from '../presence/presence.ts';
import { bringProduction, type ProductionTools } from '../productions/productions.ts';
import { bringAssignment, bringProject, type ProjectTools } from '../projects/projects.ts';
import { dayOf, flagOf, idOf, listOf, momentOf, numberOf, parsedOf, Refused, textOf } from './old-values.ts';
import { bringTable, type Desk, type Written } from './tables.ts';

const LOGO = 'productions.logo_url';
const TEXTS = [
  ...['name', 'description', 'specialization', 'address', 'city', 'postal_code', 'phone', 'email', 'website', 'facebook', 'instagram'],
  ...['linkedin', 'twitter', 'ceo', 'equipment', 'studios'],
] as const;
const NUMBERS = ['founded_year', 'employees_count', 'productions_count'] as const;
const WORDS = ['services', 'certifications', 'memberships'] as const;
const WORKS = ['notable_productions', 'awards'] as const;

/** A country by its letters or by its name in any of our languages. */
function countryNamed(catalogue: Snapshot, value: unknown): number | null {
  const text = textOf(value);
  if (!text) return null;
  const known = catalogue.countries.find(({ name }) => Object.values(name).some((said) => fold(said) === fold(text)));
  return (catalogue.countryByCode(text.toUpperCase()) ?? known)?.id ?? null;
}

/** As the form takes them, one a line: words, or `{title, year}`. */
const linesOf = (value: unknown): string =>
  listOf(value)
    .map((item) => {
      const { title, name, year } =
        item !== null && typeof item === 'object' ? (item as Readonly<Record<string, unknown>>) : { title: item };
      const said = textOf(title) ?? textOf(name) ?? '';
      return numberOf(year) ? `${said} (${numberOf(year)})` : said;
    })
    .join('\n');

export async function bringProductions(
  desk: Desk,
  tools: Pick<ProductionTools, 'clock' | 'files'> & { readonly catalogue: Snapshot },
): Promise<void> {
  await bringTable(desk, {
    table: 'productions',
    files: (row) => {
      const logo = textOf(row['logo_url']);
      return logo ? [{ column: LOGO, kind: 'photo', name: logo }] : [];
    },
    read: (row) => {
      const name = textOf(row['name']);
      if (!name) throw new Refused('name: a company has a name');
      return { row, name };
    },
    write: async (tx, { row, name }, files): Promise<Written> => {
      const country = countryNamed(tools.catalogue, row['country']);
      const logo = files(LOGO);
      const brought = await bringProduction(tools, tx, tools.catalogue, {
        fields: {
          ...Object.fromEntries(TEXTS.map((field) => [field, textOf(row[field]) ?? undefined])),
          ...Object.fromEntries(NUMBERS.map((field) => [field, numberOf(row[field])])),
          ...Object.fromEntries([...WORDS, ...WORKS].map((field) => [field, linesOf(row[field])])),
          name,
          ...(country ? { country_id: country } : {}),
          is_active: flagOf(row['is_active'], true),
        },
        isVerified: flagOf(row['is_verified'], false),
        ...(logo ? { logo } : {}),
        createdAt: momentOf(row['created_at']) ?? desk.now(),
      });
      return { ...brought, left: [...brought.left, ...(textOf(row['country']) && !country ? ['country'] : [])] };
    },
  });
}

export async function bringProjects(desk: Desk, catalogue: Snapshot): Promise<void> {
  await bringTable(desk, {
    table: 'projects',
    read: (row) => {
      const name = textOf(row['production_name']) ?? textOf(row['name']);
      if (!name) throw new Refused('production_name: a project has a name');
      return { row, name };
    },
    write: async (tx, { row, name }): Promise<Written> => {
      const company = idOf(row['production_id']);
      const productionId = await desk.ledger.newId(tx, 'productions', company);
      if (company && !productionId) throw new Refused('production_id: its company did not come');
      const country = countryNamed(catalogue, row['origin_country']);
      const brought = await bringProject(tx, {
        fields: {
          name,
          production_type: textOf(row['production_type']) ?? 'Film',
          production_id: productionId ?? undefined,
          ...(country ? { country_id: country } : {}),
          shooting_locations: listOf(parsedOf(row['shooting_locations'])).map(textOf).filter(Boolean).join(', ') || undefined,
          start_date: dayOf(row['estimated_start_date'] ?? row['start_date']) ?? undefined,
          end_date: dayOf(row['estimated_end_date'] ?? row['end_date']) ?? undefined,
          status: textOf(row['project_status'] ?? row['status']) ?? undefined,
          description: textOf(row['description']) ?? undefined,
          is_active: flagOf(row['is_active'], true),
        },
        createdBy: await desk.ledger.newId(tx, 'users', idOf(row['created_by'])),
        createdAt: momentOf(row['created_at']) ?? desk.now(),
      });
      return { ...brought, left: [...brought.left, ...(textOf(row['origin_country']) && !country ? ['origin_country'] : [])] };
    },
  });
}

export async function bringAssignments(desk: Desk, tools: Pick<ProjectTools, 'badges'>): Promise<void> {
  await bringTable(desk, {
    table: 'project_talents',
    read: (row) => {
      const projectCode = textOf(row['project_code']);
      if (!projectCode) throw new Refused('project_code: an assignment has a code');
      return { row, projectCode };
    },
    write: async (tx, { row, projectCode }): Promise<Written> => {
      const projectId = await desk.ledger.newId(tx, 'projects', idOf(row['project_id']));
      const talentId = await desk.ledger.newId(tx, 'cinema_talents', idOf(row['cinema_talent_id']));
      if (!projectId) throw new Refused('project_id: its project did not come');
      if (!talentId) throw new Refused('cinema_talent_id: its person did not come');
      return bringAssignment(tools, tx, {
        ...{ projectId, talentId, projectCode },
        talentType: textOf(row['role_type']) ?? textOf(row['talent_type']) ?? 'Figurant',
        role: textOf(row['role_description']),
        assignedAt: momentOf(row['assigned_at']) ?? desk.now(),
      });
    },
  });
}

/** The documents name no table of presence, only what its API shows; these are the names it may have. */
export const PRESENCE_TABLES = ['attendance', 'attendances', 'presences', 'presence_records'] as const;

export async function bringAttendance(desk: Desk, name: string, cinema: Pick<Cinema, 'idOfCode'>): Promise<void> {
  const personOf = async (tx: Tx, id: unknown, code: unknown): Promise<number | null> =>
    (await desk.ledger.newId(tx, 'cinema_talents', idOf(id))) ?? cinema.idOfCode(tx, textOf(code) ?? '');
  const accountOf = async (tx: Tx, by: unknown): Promise<number | null> => desk.ledger.newId(tx, 'users', idOf(by));
  await bringTable(desk, {
    table: 'attendance',
    name,
    read: (row) => {
      const from = timeOf(row['check_in_time']);
      if (!from) throw new Refused('check_in_time: a stay begins with an arrival');
      return { row, from, until: timeOf(row['check_out_time']) };
    },
    write: async (tx, { row, from, until }): Promise<Written> => {
      const projectId = await desk.ledger.newId(tx, 'projects', idOf(row['project_id']));
      const talentId = await personOf(tx, row['cinema_talent_id'], row['cinema_talent_code']);
      if (!projectId) throw new Refused('project_id: its project did not come');
      if (!talentId) throw new Refused('cinema_talent_code: its person did not come');
      const recordedBy = await accountOf(tx, row['recorded_by_id'] ?? row['recorded_by']);
      const id = await bringStay(tx, { projectId, talentId, day: dayOf(row['date']), from, until, recordedBy }, desk.now());
      if (id === null) throw new Refused('check_in_time, check_out_time: they make no stay');
      return { id };
    },
  });
}

const timeOf = (value: unknown): BroughtTime | null => {
  const text = textOf(value);
  return momentOf(value) ?? (text && /^\d{2}:\d{2}/.test(text) ? text : null);
};
