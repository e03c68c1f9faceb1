/** Who may see and change a CINEMA file (DECISIONS, 4): sentences over the viewer, used by every door to a person. */
import { isAdmin, type Viewer } from '#kernel/http/access.ts';

/** The part of a person that the rules look at. */
export interface Subject {
  /** null: nobody signs in as this person. */
  readonly accountId: number | null;
  readonly isPublic: boolean;
  readonly isActive: boolean;
}

export const isOwner = (viewer: Viewer | null, { accountId }: Pick<Subject, 'accountId'>): boolean =>
  viewer !== null && viewer.accountId === accountId;

/** Casting directors and administrators find everybody; others find the public cards. */
export const seesEverybody = (viewer: Viewer | null): boolean => viewer?.role === 'casting' || isAdmin(viewer);

/** The person, casting directors and administrators see contacts, birth date, origins and the photo of the paper. */
export const seesWhole = (viewer: Viewer | null, subject: Pick<Subject, 'accountId'>): boolean =>
  isOwner(viewer, subject) || seesEverybody(viewer);

/** Everybody else sees the card of somebody who agreed to it and is active. */
export const seesCard = (viewer: Viewer | null, subject: Subject): boolean =>
  seesWhole(viewer, subject) || (subject.isPublic && subject.isActive);

/** Only administrators read the number of a paper in clear, and each reading is logged. */
export const readsDocument = (viewer: Viewer | null): boolean => isAdmin(viewer);

/** Casting directors who read the contacts of somebody else leave a trace. */
export const leavesTrace = (viewer: Viewer | null, subject: Pick<Subject, 'accountId'>): boolean =>
  viewer?.role === 'casting' && !isOwner(viewer, subject);

/** A person changes their own file; an administrator changes everybody's. */
export const mayEdit = (viewer: Viewer | null, subject: Pick<Subject, 'accountId'>): boolean => isOwner(viewer, subject) || isAdmin(viewer);

/** Whether somebody is active is not theirs to say. */
export const mayChangeField = (viewer: Viewer | null, field: string): boolean => field !== 'is_active' || isAdmin(viewer);
