/** The small photos of a project's people; in a roster as texts that need no further request. Kept in memory: the name of a file stands for its content. */
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { photoVariant } from '#capabilities/media/media.ts';
import { createFreshCache } from '#kernel/fresh-cache.ts';
import type { PresenceTools } from './tools.ts';

const WIDTH = 96;
const NONE = Buffer.alloc(0);
const KEPT_BYTES = 16 * 1024 * 1024;

export interface Faces {
  /** In the order asked; null where there is no photo. */
  of(files: readonly (string | null)[]): Promise<readonly (string | null)[]>;
  /** A WebP; null for who has no photo or no part in the project. */
  ofMember(projectId: number, talentId: number): Promise<Buffer | null>;
}

export function createFaces({ db, files }: Pick<PresenceTools, 'db' | 'files'>): Faces {
  const kept = createFreshCache<Buffer>({ version: async () => 0, sizeOf: (small) => small.length, capacity: KEPT_BYTES });
  const draw = async (name: string): Promise<Buffer> => {
    const file = await files.find(db, name);
    return file ? photoVariant(await buffer(await files.open(file)), WIDTH, 'webp') : NONE;
  };
  const faceOf = async (name: string | null): Promise<Buffer | null> => {
    const small = name === null ? NONE : await kept.get(name, () => draw(name));
    return small.length ? small : null;
  };
  return {
    async of(names) {
      const faces: (string | null)[] = [];
      // One after the other: the darkroom does two at a time for everybody, and a large cast would hold every photo in memory.
      for (const name of names) {
        const face = await faceOf(name);
        faces.push(face && `data:image/webp;base64,${face.toString('base64')}`);
      }
      return faces;
    },
    async ofMember(projectId, talentId) {
      const { rows } = await sql<{ file: string | null }>`
        select photo_file as file from talent.cinema_talents t where id = ${talentId}
          and exists (select 1 from talent.project_talents where project_id = ${projectId} and cinema_talent_id = t.id)`.execute(db);
      return faceOf(rows[0]?.file ?? null);
    },
  };
}
