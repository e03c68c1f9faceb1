/** Films and own files as media of the house: what each shows, what a film is made of, where it is said. */
import type { MediaSource, MediumFacts, MediumName } from '#capabilities/library/library.ts';
import * as store from './store.ts';

export const filmName = (videoId: string): MediumName => ({ kind: 'film', ref: videoId });
export const uploadName = (assetId: string): MediumName => ({ kind: 'upload', ref: assetId });

const refsOf = (names: readonly MediumName[], kind: MediumName['kind']): readonly string[] =>
  names.filter((name) => name.kind === kind).map(({ ref }) => ref);

export const filmMedia: MediaSource = {
  kinds: ['film', 'upload'],
  async find(db, names) {
    const films = await store.findFilms(db, refsOf(names, 'film'));
    const uploads = await store.findUploads(db, refsOf(names, 'upload'));
    return [...films.map(filmOf), ...uploads.map(uploadOf)];
  },
  async since(db, kind, cursor, most) {
    const rows = kind === 'film' ? await store.findFilmsSince(db, cursor, most) : await store.findUploadsSince(db, cursor, most);
    const media = rows.map((row) => ('projectTitle' in row ? filmOf(row) : uploadOf(row)));
    return { media, cursor: rows.at(-1)?.cursor ?? null };
  },
  async shownIn(db, publicationIds) {
    const rows = await store.findShownFilms(db, publicationIds);
    return new Map(
      rows.map((row) => [row.publicationId, [filmName(row.videoId), ...(row.ownThumbnail ? [uploadName(row.ownThumbnail)] : [])]]),
    );
  },
  async usesOf(db, names) {
    const rows = await store.findPublicationsOf(db, refsOf(names, 'film'), refsOf(names, 'upload'));
    return rows.map(({ id, publicationId, videoId, projectId, ownThumbnail, byThumbnail }) => ({
      publicationId,
      medium: byThumbnail && ownThumbnail ? uploadName(ownThumbnail) : filmName(videoId),
      href: `/films/${projectId}/publish#${id}`,
    }));
  },
};

/** Pictures that were painted for it show nobody; what somebody brought does, or is gone and cannot be asked any more. */
const filmOf = ({ id, accountId, projectId, projectTitle, thumbnail, origin, parts, madeAt }: store.FilmRow): MediumFacts => ({
  ...filmName(id),
  ...{ accountId, origin, madeAt, title: projectTitle, file: thumbnail, parts: parts.map(uploadName) },
  thumbnail: thumbnail && `/api/v1/videos/${id}/thumbnail`,
  href: `/films/${projectId}`,
  shows: parts.length > 0 ? 'parts' : 'made',
});

const uploadOf = ({ id, accountId, projectId, name, thumbnail, origin, madeAt }: store.UploadRow): MediumFacts => ({
  ...uploadName(id),
  ...{ accountId, origin, madeAt, title: name || id, file: thumbnail, parts: [] },
  thumbnail: thumbnail && `/api/v1/assets/${id}/thumbnail`,
  href: `/films/${projectId}`,
  shows: 'undeclared',
});
