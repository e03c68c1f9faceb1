/** Projects of another installation, and who was in them under which code. */
import { sql } from 'kysely';
import type { Tx } from '#kernel/db/db.ts';
import { type Brought, takeWhatCanBe } from '../brought.ts';
import { canonical } from '../options/options.ts';
import { checkBroughtProject, type ProjectValues } from './fields.ts';
import { plainCode } from './project-code.ts';
import { insertProject, lockProject } from './store.ts';
import type { ProjectTools } from './tools.ts';

type Input = Readonly<Record<string, unknown>>;

export interface BroughtProject {
  /** Under the names of the form; company and country are ours. */
  readonly fields: Input & Pick<ProjectValues, 'name' | 'production_type'>;
  readonly createdBy: number | null;
  readonly createdAt: Date;
}

/** Days that run backwards are left out. */
export async function bringProject(tx: Tx, { fields, createdBy, createdAt }: BroughtProject): Promise<Brought> {
  const { values, left } = takeWhatCanBe(checkBroughtProject(fields), fields, [
    'name',
    'production_type',
    'shooting_locations',
    'description',
  ]);
  const { start_date: start, end_date: end } = values;
  const isBackwards = Boolean(start && end && start > end);
  const days = isBackwards ? { start_date: null, end_date: null } : {};
  const { name, production_type } = fields;
  const id = await insertProject(tx, { name, production_type, ...values, ...days }, createdBy, createdAt);
  return { id, left: isBackwards ? [...left, 'start_date', 'end_date'] : left };
}

export interface BroughtAssignment {
  readonly projectId: number;
  readonly talentId: number;
  /** As it was printed there. */
  readonly projectCode: string;
  readonly talentType: string;
  readonly role: string | null;
  readonly assignedAt: Date;
}

/** Keeps the code; the place in the project is the next one here. A code or a person that the project has is a 23505. */
export async function bringAssignment({ badges }: Pick<ProjectTools, 'badges'>, tx: Tx, given: BroughtAssignment): Promise<Brought> {
  const { projectId, talentId, projectCode, talentType, role, assignedAt } = given;
  await lockProject(tx, projectId);
  const { rows } = await sql<{ id: number; isOver: boolean }>`
    with place as (
      update talent.projects set last_ordinal = last_ordinal + 1 where id = ${projectId} returning last_ordinal, status = 'termine' as over
    )
    insert into talent.project_talents (project_id, cinema_talent_id, project_code, ordinal, talent_type, role_description, assigned_at)
    select ${projectId}, ${talentId}, ${plainCode(projectCode)}, place.last_ordinal, ${canonical('talent_type', talentType) ?? talentType},
      ${role}, ${assignedAt} from place
    returning id, (select over from place) as "isOver"`.execute(tx);
  const [made] = rows;
  if (!made) throw new Error(`project ${projectId} is gone`);
  if (!made.isOver) await badges.issue(tx, { assignmentId: made.id, projectId, talentId });
  return { id: made.id, left: [] };
}
