/**
 * Who sees what of projects. DECISIONS is silent, so people's data decides (rule of thumb 3 there): strangers learn that a project
 * exists, not who is in it.
 */
import { isAdmin, type Viewer } from '#kernel/http/access.ts';
import type { TeamMember } from './project.ts';

/** The studio's people: casting, presence, administrators. They see every project and everybody in it. */
export const isStaff = (viewer: Viewer | null): boolean => viewer?.role === 'casting' || viewer?.role === 'presence' || isAdmin(viewer);

/** Others see the projects that are not put away. */
export const maySeeProject = (viewer: Viewer | null, { isActive }: { readonly isActive: boolean }): boolean => isActive || isStaff(viewer);

/** Signed in, one sees oneself and the people with a public card; strangers see nobody. */
export const maySeeMember = (viewer: Viewer | null, { accountId, isPublic }: Pick<TeamMember, 'accountId' | 'isPublic'>): boolean =>
  isStaff(viewer) || (viewer !== null && (isPublic || accountId === viewer.accountId));

/** Where somebody is on which day is for those who plan, and for the person. */
export const maySeeDays = (viewer: Viewer | null, accountId: number | null): boolean =>
  viewer?.role === 'casting' || mayChangeDays(viewer, accountId);
export const mayChangeDays = (viewer: Viewer | null, accountId: number | null): boolean =>
  isAdmin(viewer) || (viewer !== null && viewer.accountId === accountId);
