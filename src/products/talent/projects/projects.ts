/**
 * Projects of the CINEMA module (a film, a series, a campaign): who is assigned to them, on which days, and who was told.
 *
 * Hides the tables, the project codes, the rule that nobody is booked twice on one day, the badge that comes and goes with an
 * assignment, and the letters. Words: an *assignment* is a person in a project with a role and a project code; a *booking* takes
 * days (`booked`) or holds them (`pencil`); days are half-open ranges of `YYYY-MM-DD`; a *clash* is a day that somebody else already
 * has. Writing takes the request it is done for; `null` is a demonstration or an import, which leaves no trace in the audit.
 */
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { ProjectStatus } from '../options/options.ts';
import { registerProjectApi } from './api-routes.ts';
import * as assigning from './assigning.ts';
import { type Availability, createAvailability } from './availability.ts';
import { registerBadgeLink } from './badge-link.ts';
import * as changes from './changes.ts';
import type { Clash } from './clashes.ts';
import * as merging from './merging.ts';
import { registerProjectPages } from './page-routes.tsx';
import { maySeeMember } from './policies.ts';
import type { Assignment, Project, TeamMember } from './project.ts';
import * as reading from './reading.ts';
import { orderOf, type ProjectFilters, type ProjectSort, readFilters, whereOf } from './search.ts';
import { type SelectionOutcome, sendSelectionLetters, workOnLetters } from './selection.ts';
import { countByStatus, findProject, listProjects } from './store.ts';
import type { ProjectPageTools, ProjectTools } from './tools.ts';

export { availabilityOf, busyOn } from './availability-store.ts';
export { bringAssignment, bringProject } from './bringing.ts';
export type { Busy } from './clashes.ts';
export type { Assignment, LetterState, Project } from './project.ts';
export { projectCodeSpellings } from './project-code.ts';
export type { ProjectPanel, ProjectTools } from './tools.ts';

/** The form, under the names of the columns (`name`, `production_type`, `production_id`, `country_id`, `start_date`…). */
export type ProjectInput = Readonly<Record<string, unknown>>;
/** `talent_id` or `talent_code`, `talent_type`, `role_description`, `state` (`none`, `pencil`, `booked`), `from`, `to` (included), `accept`. */
export type AssignInput = Readonly<Record<string, unknown>>;

/** Joins the caller's transaction. */
export interface Within {
  readonly tx?: Tx;
  /** The account it is done for, when there is no request. */
  readonly by?: number;
}

export interface Projects {
  find(db: Db, id: number): Promise<Project | null>;
  /** 404. */
  require(db: Db, id: number): Promise<Project>;
  readFilters(query: Readonly<Record<string, unknown>>): ProjectFilters;
  list(filters: ProjectFilters, page: PageAsked, sort?: ProjectSort): Promise<PageOf<Project>>;
  /** Projects of each status with these filters, whatever status they ask for. */
  countByStatus(filters: ProjectFilters): Promise<Readonly<Record<ProjectStatus, number>>>;

  /** Current ones, by ordinal. */
  assignments(db: Db, projectId: number): Promise<readonly Assignment[]>;
  /** The current one of this person. */
  assignmentOf(db: Db, projectId: number, talentId: number): Promise<Assignment | null>;
  /** Removed ones included. */
  assignment(db: Db, id: number): Promise<Assignment | null>;
  /** By a project code in any accepted spelling (`MAABC001042`, `PRJ-001-042`), removed ones included. */
  assignmentByCode(db: Db, code: string): Promise<Assignment | null>;
  /** Whom of a project the viewer may see: the studio's people everybody, others themselves and those with a public card, strangers nobody. */
  team(request: FastifyRequest, projectId: number): Promise<readonly TeamMember[]>;

  create(request: FastifyRequest | null, input: ProjectInput, within?: Within): Promise<Project>;
  /** Changes what is given. */
  update(request: FastifyRequest | null, id: number, input: ProjectInput): Promise<Project>;
  /** A finished project gives back the days after today; answers how many bookings that were. */
  setStatus(request: FastifyRequest | null, id: number, status: ProjectStatus): Promise<number>;
  /** Refused (409 `PROJECT_HAS_PRESENCE`) once somebody was scanned: hours that were worked are proof. */
  remove(request: FastifyRequest | null, id: number): Promise<void>;

  /** All or nothing: the rule of availability, the assignment, its days, its badge. 409 `BOOKING_CLASH`, `ALREADY_ASSIGNED`. */
  assign(request: FastifyRequest | null, projectId: number, input: AssignInput, within?: Within): Promise<Assignment>;
  /** The days go, the badge is revoked; the assignment stays in the history. */
  unassign(request: FastifyRequest | null, assignmentId: number): Promise<Assignment>;
  /** Replaces the days: `bookings` is a list of `{ from, to, state }`, `accept` as above. 409 `BOOKING_CLASH`. */
  setBookings(request: FastifyRequest | null, assignmentId: number, input: AssignInput): Promise<Assignment>;
  setRole(request: FastifyRequest | null, assignmentId: number, input: AssignInput): Promise<Assignment>;
  /** What these days would meet, without taking them. */
  preview(db: Db, of: assigning.Preview, input: AssignInput): Promise<readonly Clash[]>;

  /** What keeps two CINEMA files from being one: a project that both are in, a day that both are booked on. */
  mergeObstacles(db: Db, from: number, into: number): Promise<readonly merging.MergeObstacle[]>;
  /** Assignments, days and badges of one file become the other's. Call it with no obstacle left, in the same transaction. */
  absorb(tx: Tx, from: number, into: number): Promise<merging.ProjectsMoved>;

  /** Promises one letter (`project_selection`) a person; whoever was written to is left out unless `again`. */
  sendSelectionLetters(request: FastifyRequest, projectId: number, options?: { readonly again?: boolean }): Promise<SelectionOutcome>;
  readonly availability: Availability;
}

export function createProjects(tools: ProjectTools): Projects {
  const { db } = tools;
  const within = ({ tx }: Within = {}): ProjectTools => (tx ? { ...tools, db: tx } : tools);
  workOnLetters(tools);
  return {
    find: findProject,
    require: reading.requireProject,
    readFilters,
    list: (filters, page, sort) => listProjects(db, whereOf(filters), orderOf(sort), page),
    countByStatus: ({ status: _any, ...filters }) => countByStatus(db, whereOf(filters)),

    assignments: reading.findTeam,
    assignmentOf: reading.findCurrent,
    assignment: reading.findAssignment,
    assignmentByCode: reading.findByCode,
    team: async ({ viewer }, projectId) => {
      const team = viewer ? await reading.findTeam(db, projectId) : [];
      return team.filter((member) => maySeeMember(viewer, member));
    },

    create: (request, input, joined) => changes.createProject(within(joined), request, input, joined?.by),
    update: (request, id, input) => changes.changeProject(tools, request, id, input),
    setStatus: (request, id, status) => changes.setStatus(tools, request, id, status),
    remove: (request, id) => changes.removeProject(tools, request, id),

    assign: (request, projectId, input, joined) => assigning.assign(within(joined), request, projectId, input),
    unassign: (request, assignmentId) => assigning.unassign(tools, request, assignmentId),
    setBookings: (request, assignmentId, input) => assigning.setBookings(tools, request, assignmentId, input),
    setRole: (request, assignmentId, input) => assigning.setRole(tools, request, assignmentId, input),
    preview: (from, of, input) => assigning.preview(tools, from, of, input),

    mergeObstacles: merging.mergeObstacles,
    absorb: (tx, from, into) => merging.absorbPerson(tools, tx, from, into),

    sendSelectionLetters: (request, projectId, { again = false } = {}) => sendSelectionLetters(tools, request, projectId, again),
    availability: createAvailability(tools),
  };
}

/** The API, the pages, and the link to one's own badge. */
export function registerProjects(door: Door, tools: ProjectPageTools): void {
  registerProjectApi(door, tools);
  registerProjectPages(door, tools);
  registerBadgeLink(door, tools);
}
