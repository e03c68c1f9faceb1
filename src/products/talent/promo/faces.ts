/** The people of a project's team as a promo may show them. */
import { buffer } from 'node:stream/consumers';
import type { Db } from '#kernel/db/db.ts';
import type { Assignment, Project } from '../projects/projects.ts';
import { originOf, type PictureOfOrder, type PromoTools } from './ports.ts';
import { keyOf } from './talent-media.ts';

export type Standing = 'given' | 'asked' | 'refused' | 'none';

export interface Face {
  readonly talentId: number;
  readonly key: string;
  readonly name: string;
  readonly code: string;
  readonly role: string | null;
  readonly talentType: string;
  readonly photoFile: string | null;
  readonly standing: Standing;
}

/** By ordinal; each with how their consent to promoting this project stands. */
export async function facesOf(
  { projects, library }: Pick<PromoTools, 'projects' | 'library'>,
  db: Db,
  project: Project,
): Promise<readonly Face[]> {
  const team = await projects.assignments(db, project.id);
  const people = team.map((member) => ({ key: keyOf(member.talentId), name: nameOf(member), code: member.code }));
  const standings = await library.standingOf(db, people, originOf(project));
  return team.map(({ talentId, code, role, talentType, photoFile, ...member }) => ({
    ...{ talentId, code, role, talentType, photoFile, key: keyOf(talentId), name: nameOf(member) },
    standing: standings.get(keyOf(talentId)) ?? 'none',
  }));
}

const nameOf = ({ firstName, lastName }: Pick<Assignment, 'firstName' | 'lastName'>): string => `${firstName} ${lastName}`;

/** Somebody who agreed and has a photo. */
export const isShowable = ({ standing, photoFile }: Face): boolean => standing === 'given' && photoFile !== null;

/** The stored photo or logo, to be copied; null when its file is gone. */
export async function pictureOf(
  { db, files }: Pick<PromoTools, 'db' | 'files'>,
  kind: 'portrait' | 'logo',
  file: string | null,
  name: string,
): Promise<PictureOfOrder | null> {
  const stored = file === null ? null : await files.find(db, file);
  if (!stored || file === null) return null;
  return { content: await buffer(await files.open(stored)), name, shows: [{ kind, ref: file }] };
}
