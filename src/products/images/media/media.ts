/** The pictures of the studio as media of the house: what each shows, what was made of it, where it is said. */
import type { MediaSource, MediumFacts, MediumName } from '#capabilities/library/library.ts';
import type { Db } from '#kernel/db/db.ts';
import { findMadePictures, findPicturesSince, findPostsOf, findShownPictures, type PictureRow } from './store.ts';

const LONGEST_TITLE = 160;

export const pictureMedia: MediaSource = {
  kinds: ['picture'],
  find: async (db, names) => (await findMadePictures(db, idsOf(names))).map(mediumOf),
  async since(db, _kind, cursor, most) {
    const rows = await findPicturesSince(db, cursor, most);
    return { media: rows.map(mediumOf), cursor: rows.at(-1)?.cursor ?? null };
  },
  async shownIn(db, publicationIds) {
    const rows = await findShownPictures(db, publicationIds);
    return new Map(rows.map(({ publicationId, pictureId }) => [publicationId, [nameOf(pictureId)]]));
  },
  async usesOf(db: Db, names) {
    const rows = await findPostsOf(db, idsOf(names));
    return rows.map(({ id, publicationId, pictureId }) => ({
      ...{ publicationId, medium: nameOf(pictureId), href: `/publications/posts/${id}` },
    }));
  },
};

export const nameOf = (id: number): MediumName => ({ kind: 'picture', ref: String(id) });
const idsOf = (names: readonly MediumName[]): readonly number[] =>
  names.flatMap(({ ref }) => (/^[1-9]\d{0,14}$/.test(ref) ? [Number(ref)] : []));

/** What the painter or a provider made shows nobody real; what a person brought must be declared. */
const mediumOf = ({ id, accountId, prompt, file, origin, isOwn, madeAt }: PictureRow): MediumFacts => ({
  ...nameOf(id),
  ...{ accountId, origin, madeAt, file, parts: [] },
  title: [...prompt].slice(0, LONGEST_TITLE).join(''),
  thumbnail: `/media/${file}?w=320`,
  href: `/studio/images/${id}`,
  shows: isOwn ? 'undeclared' : 'made',
});
