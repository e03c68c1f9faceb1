/** How projects come, change and go. */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import type { ProjectStatus } from '../options/options.ts';
import { releaseDays } from './assignment-store.ts';
import { trace } from './audit-trail.ts';
import { addDays, dayIn } from './days.ts';
import { readProject } from './fields.ts';
import { refusals } from './messages.ts';
import type { Project } from './project.ts';
import { requireProject } from './reading.ts';
import { deleteProject, hasPresence, insertProject, lockProject, lockProjectAlone, productionExists, updateProject } from './store.ts';
import type { ProjectTools } from './tools.ts';

type Input = Readonly<Record<string, unknown>>;
type Request = FastifyRequest | null;

/** `by`: for whom it is done when there is no request. */
export async function createProject(tools: ProjectTools, request: Request, input: Input, by: number | null = null): Promise<Project> {
  const { db, clock } = tools;
  const catalogue = await tools.catalogue.snapshot(db.isTransaction ? (db as Tx) : undefined);
  const values = await readProject(input, { catalogue, productionExists: (id) => productionExists(db, id), before: null });
  const zone = values.country_id ? catalogue.country(values.country_id)?.timeZone : undefined;
  const complete = { ...(zone ? { time_zone: zone } : {}), ...values };
  return inTransaction(db, async (tx) => {
    const id = await insertProject(tx, complete, request?.viewer?.accountId ?? by, clock.now());
    const project = await requireProject(tx, id);
    await trace(tools, request, tx, { type: 'project_created', description: `Projet « ${project.name} » créé`, projectId: id });
    return project;
  });
}

export async function changeProject(tools: ProjectTools, request: Request, id: number, input: Input): Promise<Project> {
  const { db, clock } = tools;
  const before = await requireProject(db, id);
  const catalogue = await tools.catalogue.snapshot();
  const { status, ...values } = await readProject(input, { catalogue, productionExists: (of) => productionExists(db, of), before });
  return inTransaction(db, async (tx) => {
    if (!(await lockProject(tx, id))) throw failure.notFound(refusals.noProject);
    if (Object.keys(values).length > 0) {
      await updateProject(tx, id, values, clock.now());
      const said = `Projet « ${before.name} » modifié : ${Object.keys(values).join(', ')}`;
      await trace(tools, request, tx, { type: 'project_updated', description: said, projectId: id });
    }
    if (status && status !== before.status) await setStatus({ ...tools, db: tx }, request, id, status);
    return requireProject(tx, id);
  });
}

/** A finished project no longer makes anybody busy after today; answers how many bookings that freed. */
export function setStatus(tools: ProjectTools, request: Request, id: number, status: ProjectStatus): Promise<number> {
  const { db, clock } = tools;
  return inTransaction(db, async (tx) => {
    if (!(await lockProject(tx, id))) throw failure.notFound(refusals.noProject);
    const { name, timeZone, status: before } = await requireProject(tx, id);
    await updateProject(tx, id, { status }, clock.now());
    const freed = status === 'termine' ? await releaseDays(tx, id, addDays(dayIn(clock.now(), timeZone), 1)) : 0;
    const description = `Projet « ${name} » : ${before} → ${status}${freed ? `, ${freed} réservations libérées` : ''}`;
    await trace(tools, request, tx, { type: 'project_status', description, projectId: id });
    return freed;
  });
}

export function removeProject(tools: ProjectTools, request: Request, id: number): Promise<void> {
  return inTransaction(tools.db, async (tx) => {
    if (!(await lockProjectAlone(tx, id))) throw failure.notFound(refusals.noProject);
    if (await hasPresence(tx, id)) throw failure.conflict('PROJECT_HAS_PRESENCE', refusals.hasPresence);
    const { name, assignedCount } = await requireProject(tx, id);
    await deleteProject(tx, id);
    const description = `Projet « ${name} » supprimé (${assignedCount} personnes)`;
    await trace(tools, request, tx, { type: 'project_deleted', description, projectId: id });
  });
}
