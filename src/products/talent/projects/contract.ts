/** The wire of projects in both dialects: what may be asked, what goes out, in the order the documents print. */
import { type Static, type TSchema, Type } from 'typebox';
import { type Dialect, PAGE_COUNTERS, wireDate, wordsOf } from '../dialect.ts';
import { PROJECT_STATUSES } from '../options/options.ts';
import { isStaff } from './policies.ts';
import type { Assignment, Project } from './project.ts';
import { SORTS } from './search.ts';

// A list of types instead of a union: the serializer then needs no validation to choose a branch.
const orNull = <T extends TSchema>(schema: T) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [(schema as unknown as { type: string }).type, 'null'] });
const text = Type.String();
const id = Type.Integer();
const count = Type.Integer();
const yes = Type.Boolean();
const maybeText = orNull(text);

const optional = (description: string) => Type.Optional(Type.String({ description }));
export const LIST_QUERY = Type.Object({
  production_id: optional('Id of a production'),
  status: optional(
    Object.keys(PROJECT_STATUSES)
      .map((status) => `\`${status}\``)
      .join(', '),
  ),
  production_type: optional('`Film`, `Série TV`… in any language of the studio'),
  is_active: optional('`true` or `false`; those that were put away are only for the studio’s people'),
  country_id: optional('Id of the country'),
  search: optional('Words of the name or of the places'),
  sort: optional(SORTS.map((sort) => `\`${sort}\``).join(', ')),
  page: optional('Default 1'),
  limit: optional('Default 20, at most 100'),
  per_page: optional('The name of `limit` in v2'),
});

const COMPANY = orNull(Type.Object({ id, name: text }));
const COMPANY_WITH_LOGO = orNull(Type.Object({ id, name: text, logo_url: maybeText }));
const FACTS = {
  origin_country: maybeText,
  shooting_locations: maybeText,
  start_date: maybeText,
  end_date: maybeText,
  status: text,
};
const COUNTERS = { assigned_talents_count: count, talents_count: count };
const ROW_V3 = Type.Object({
  ...{ id, name: text, production_type: text, production_company: COMPANY, ...FACTS },
  ...{ is_active: yes, assigned_talents_count: count, created_at: text, status_display: text, talents_count: count },
});
const ROW_V2 = Type.Object({
  ...{ id, name: text, production_type: text, production_company: COMPANY, ...FACTS },
  ...{ status_display: text, talents_count: count, assigned_talents_count: count },
});
const MEMBER_V3 = Type.Object({
  ...{ id, project_talent_id: id, unique_code: text, first_name: text, last_name: text, talent_type: text },
  ...{ role_description: maybeText, project_code: text, badge_generated: yes, assigned_at: text },
});
const MEMBER_V2 = Type.Object({
  ...{ id, project_code: text, talent: Type.Object({ unique_code: text, first_name: text, last_name: text }) },
  ...{ talent_type: text, role_description: maybeText, assigned_at: text },
});
const DETAIL_V3 = Type.Object({
  ...{ id, name: text, production_type: text, production_company: COMPANY_WITH_LOGO, ...FACTS, is_active: yes },
  ...{ assigned_talents: Type.Array(MEMBER_V3), created_by: orNull(Type.Object({ id, email: text, first_name: text })) },
  ...{ created_at: text, updated_at: text, status_display: text, ...COUNTERS },
});
const DETAIL_V2 = Type.Object({
  ...{ id, name: text, production_type: text, production_company: COMPANY_WITH_LOGO, ...FACTS, is_active: yes },
  ...{ assigned_talents: Type.Array(MEMBER_V2), created_at: text, status_display: text, ...COUNTERS },
});

const success = yes;
const PAGE = Object.fromEntries(PAGE_COUNTERS.map((name) => [name, count]));
export const PROJECTS = {
  2: Type.Object({ success, projects: Type.Array(ROW_V2), ...PAGE }),
  3: Type.Object({ success, ...PAGE, projects: Type.Array(ROW_V3) }),
} as const satisfies Record<Dialect, TSchema>;
export const PROJECT = {
  2: Type.Object({ success, project: DETAIL_V2 }),
  3: Type.Object({ success, project: DETAIL_V3 }),
} as const satisfies Record<Dialect, TSchema>;

/** Both dialects in the API document; answers are written with the schema of one. */
export const either = (schemas: Record<Dialect, TSchema>): { 200: TSchema } => ({ 200: Type.Union([schemas[3], schemas[2]]) });

/** Of everything that is named here, the schema lets out what its dialect knows. */
export const presentProject = (project: Project, dialect: Dialect) => ({
  id: project.id,
  name: project.name,
  production_type: project.productionType,
  production_company: project.production && {
    id: project.production.id,
    name: project.production.name,
    logo_url: project.production.logoFile && `/static/uploads/${project.production.logoFile}`,
  },
  origin_country: project.country?.name ?? null,
  shooting_locations: project.shootingLocations,
  start_date: project.startDate,
  end_date: project.endDate,
  status: project.status,
  // French in both documents.
  status_display: wordsOf(2, PROJECT_STATUSES[project.status]),
  is_active: project.isActive,
  assigned_talents_count: project.assignedCount,
  talents_count: project.assignedCount,
  created_at: wireDate(project.createdAt, dialect),
  updated_at: wireDate(project.updatedAt, dialect),
});

/** Who made a project, with their address, is for the studio's people. */
export const presentDetail = (project: Project, team: readonly Assignment[], viewer: Parameters<typeof isStaff>[0], dialect: Dialect) => ({
  ...presentProject(project, dialect),
  assigned_talents: team.map((member) => presentMember(member, dialect)),
  created_by:
    project.createdBy && isStaff(viewer)
      ? { id: project.createdBy.id, email: project.createdBy.email, first_name: project.createdBy.firstName }
      : null,
});

function presentMember(member: Assignment, dialect: Dialect): Readonly<Record<string, unknown>> {
  const person = { unique_code: member.code, first_name: member.firstName, last_name: member.lastName };
  const part = {
    project_code: member.projectCode,
    talent_type: member.talentType,
    role_description: member.role,
    assigned_at: wireDate(member.assignedAt, dialect),
  };
  // v2 numbers the assignment, v3 the person and the assignment beside it.
  if (dialect === 2) return { id: member.id, talent: person, ...part };
  return { id: member.talentId, project_talent_id: member.id, ...person, ...part, badge_generated: member.badge !== null };
}
