/** Who may see and change whom (DECISIONS, 4): sentences over the viewer, used by every door to a member. */
import { isAdmin, type Role, type Viewer } from '#kernel/http/access.ts';
import { PROFILE_FIELDS, type ProfileField } from './fields.ts';

/** The part of a member that the rules look at. */
export interface Subject {
  readonly id: number;
  readonly role: Role;
  readonly active: boolean;
  readonly isPublic: boolean;
}

export const isOwner = (viewer: Viewer | null, { id }: Pick<Subject, 'id'>): boolean => viewer?.accountId === id;
const isCasting = (viewer: Viewer | null): boolean => viewer?.role === 'casting' || isAdmin(viewer);

/** Recruiters and administrators find everybody; others find the people who have a public card. */
export const seesEverybody = (viewer: Viewer | null): boolean => isCasting(viewer);

/** The owner, recruiters and administrators see contacts, birth date and CV. */
export const maySeeContacts = (viewer: Viewer | null, subject: Pick<Subject, 'id'>): boolean =>
  isOwner(viewer, subject) || isCasting(viewer);

/** Everybody else sees the card of a person who agreed to it and whose account is open. */
export const maySeeCard = (viewer: Viewer | null, subject: Subject): boolean =>
  maySeeContacts(viewer, subject) || (subject.isPublic && subject.active);

/** Recruiters who read the contacts of somebody else leave a trace. */
export const leavesTrace = (viewer: Viewer | null, subject: Pick<Subject, 'id'>): boolean =>
  viewer?.role === 'casting' && !isOwner(viewer, subject);

/** A person edits their own profile; an administrator edits everybody's. */
export const mayEdit = (viewer: Viewer, subject: Pick<Subject, 'id'>): boolean => isOwner(viewer, subject) || isAdmin(viewer);

/** Fields of an account that a profile form does not have. */
export const ACCOUNT_FIELDS = ['account_active', 'is_admin', 'role', 'email'] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

export const isProfileField = (name: string): name is ProfileField => (PROFILE_FIELDS as readonly string[]).includes(name);
export const isAccountField = (name: string): name is AccountField => (ACCOUNT_FIELDS as readonly string[]).includes(name);

/** Administrators open and close accounts and correct addresses; only the super-administrator makes administrators. */
export function mayChangeAccount(viewer: Viewer, subject: Pick<Subject, 'id' | 'role'>, field: AccountField): boolean {
  if (field === 'is_admin' || field === 'role') return viewer.role === 'super_admin';
  // Whoever controls the address of an administrator could take the account over.
  const isPeer = isAdminRole(subject.role) && !isOwner(viewer, subject);
  return isAdmin(viewer) && (!isPeer || viewer.role === 'super_admin');
}

/** The same word for people who are not the viewer. */
export const isAdminRole = (role: Role): boolean => role === 'admin' || role === 'super_admin';
