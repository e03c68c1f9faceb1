/**
 * Telling people that they were chosen: one job a person, so that hundreds of letters never hold a request, and the job and the mark
 * on the assignment are written together. A job that runs twice finds the letter written and does nothing.
 */
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import { projectSelected } from '../notices.ts';
import { trace } from './audit-trail.ts';
import { findPerson } from './availability-store.ts';
import { refusals } from './messages.ts';
import { isTold, type TeamMember } from './project.ts';
import { findTeam, requireAssignment, requireProject } from './reading.ts';
import { type SelectionFacts, selectionLetter } from './selection-letter.ts';
import { lockProject } from './store.ts';
import type { ProjectTools } from './tools.ts';

export const WRITE_SELECTION = defineJob({
  name: 'projects.selection-letter',
  data: Type.Object({ assignmentId: Type.Integer(), sentBy: Type.Union([Type.Integer(), Type.Null()]) }),
});

export interface SelectionOutcome {
  /** Letters that were promised. */
  readonly asked: number;
  /** People who were written to before, or whose letter is on its way. */
  readonly skipped: number;
  /** Names of the people who have no address. */
  readonly withoutAddress: readonly string[];
}

export function sendSelectionLetters(
  tools: ProjectTools,
  request: FastifyRequest,
  projectId: number,
  again: boolean,
): Promise<SelectionOutcome> {
  return inTransaction(tools.db, async (tx) => {
    // Two administrators who press at once write once.
    if (!(await lockProject(tx, projectId))) throw failure.notFound(refusals.noProject);
    const team = await findTeam(tx, projectId);
    const reachable = team.filter(({ hasEmail }) => hasEmail);
    const due = reachable.filter(({ letter }) => letter !== 'queued' && (again || !isTold(letter)));
    for (const { id } of due) await promiseLetter(tools, tx, id, request.viewer?.accountId ?? null);
    const { name } = await requireProject(tx, projectId);
    const description = `« ${name} » : ${due.length} e-mails de sélection demandés`;
    await trace(tools, request, tx, { type: 'selection_letters', description, projectId });
    return {
      asked: due.length,
      skipped: reachable.length - due.length,
      withoutAddress: team.filter(({ hasEmail }) => !hasEmail).map(({ firstName, lastName }) => `${firstName} ${lastName}`),
    };
  });
}

async function promiseLetter({ clock, queue }: ProjectTools, tx: Tx, assignmentId: number, sentBy: number | null): Promise<void> {
  await sql`
    update talent.project_talents set letter_asked_at = ${clock.now()}, letter_id = null, letter_error = null
    where id = ${assignmentId}`.execute(tx);
  await queue.enqueue(tx, WRITE_SELECTION, { assignmentId, sentBy }, { key: String(assignmentId) });
}

/** Registers who writes the letters. */
export function workOnLetters(tools: ProjectTools): void {
  tools.queue.work(WRITE_SELECTION, async ({ assignmentId, sentBy }, { isLast }) => {
    try {
      await inTransaction(tools.db, (tx) => writeLetter(tools, tx, assignmentId, sentBy));
    } catch (error) {
      if (isLast) await giveUp(tools.db, assignmentId, error instanceof Error ? error.message : String(error));
      throw error;
    }
  });
}

async function writeLetter(tools: ProjectTools, tx: Tx, assignmentId: number, sentBy: number | null): Promise<void> {
  if (!(await holdPromise(tx, assignmentId))) return;
  const facts = await factsOf(tools, tx, await requireAssignment(tx, assignmentId), sentBy);
  if (!facts) return giveUp(tx, assignmentId, 'Adresse e-mail absente');
  const letterId = await tools.mail.send(tx, selectionLetter(facts));
  await sql`update talent.project_talents set letter_id = ${letterId} where id = ${assignmentId}`.execute(tx);
  await tellPerson(tools, tx, facts);
}

/** Who has an account reads it there as well. */
async function tellPerson({ notices }: ProjectTools, tx: Tx, { assignment, project }: SelectionFacts): Promise<void> {
  const person = await findPerson(tx, assignment.talentId);
  if (!person?.accountId) return;
  const values = { project: project.name, code: assignment.projectCode };
  const news = { href: `/cinema/profile/${person.code}`, group: String(assignment.id), values };
  await notices.notify(tx, projectSelected, { to: person.accountId, ...news });
}

/** Holds the assignment while its letter is written; false when it was written or taken back meanwhile. */
async function holdPromise(tx: Tx, assignmentId: number): Promise<boolean> {
  const { rows } = await sql`
    select 1 from talent.project_talents where id = ${assignmentId} and removed_at is null
      and letter_asked_at is not null and letter_id is null and letter_error is null for no key update`.execute(tx);
  return rows.length > 0;
}

async function giveUp(db: Db, assignmentId: number, error: string): Promise<void> {
  await sql`update talent.project_talents set letter_error = ${error.slice(0, 500)} where id = ${assignmentId} and letter_id is null`.execute(
    db,
  );
}

async function factsOf(tools: ProjectTools, tx: Tx, assignment: TeamMember, sentBy: number | null): Promise<SelectionFacts | null> {
  const to = await tools.cinema.mailboxOf(tx, assignment.talentId);
  if (!to) return null;
  const project = await requireProject(tx, assignment.projectId);
  const contact = project.production && (await contactOf(tx, project.production.id));
  return { to, project, assignment, contact, site: tools.publicUrl, look: await tools.mail.look(tx), sentBy };
}

async function contactOf(tx: Tx, productionId: number): Promise<SelectionFacts['contact']> {
  const { rows } = await sql<NonNullable<SelectionFacts['contact']>>`
    select phone, email, nullif(concat_ws(', ', nullif(address, ''), nullif(concat_ws(' ', postal_code, city), '')), '') as address
    from talent.productions where id = ${productionId}`.execute(tx);
  return rows[0] ?? null;
}
