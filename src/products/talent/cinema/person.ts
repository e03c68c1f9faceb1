/** How a person is found, and what belongs to them on disk. */
import { randomBytes } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { type Catalogue, storedNationality } from '../catalogue/catalogue.ts';
import type { Present } from './check.ts';
import { findTalent } from './lookup.ts';
import { refusals } from './messages.ts';
import type { Places } from './places.ts';
import type { CinemaTools, PreparedFile } from './tools.ts';

/** The address in the QR code. */
export const profileUrl = (site: string, code: string): string => `${site}/cinema/profile/${code}`;

/** Throws `Talent not found`. Everything is in clear: what leaves the slice goes through `views.ts` first. */
export async function requireTalent(
  { vault, clock }: Pick<CinemaTools, 'vault' | 'clock'>,
  db: Db,
  by: RawBuilder<unknown>,
): Promise<Present> {
  const talent = await findTalent(db, by, vault, clock.now());
  if (!talent) throw failure.notFound(refusals.notFound);
  return talent;
}

/** First part of the name of a photo: what it shows decides who may have it. */
export type PhotoKind = 'profile' | 'id' | 'gallery';

export async function savePhoto({ files }: Pick<CinemaTools, 'files'>, tx: Tx, kind: PhotoKind, photo: PreparedFile): Promise<string> {
  const name = `cinema/${kind}_${randomBytes(16).toString('hex')}.${photo.extension}`;
  const { content, extension, mediaType } = photo;
  return (await files.save(tx, { folder: 'cinema', name, content, extension, mediaType })).name;
}

/** A city that the catalogue does not have joins it, unlisted. */
export async function withTypedCity<T extends { readonly [K in keyof Places]?: Places[K] }>(
  catalogue: Catalogue,
  tx: Tx,
  given: T & { readonly nationality?: string | null },
  typed: string | null,
): Promise<T> {
  const { nationality } = given;
  const values = nationality ? { ...given, nationality: storedNationality(await catalogue.snapshot(tx), nationality) } : given;
  if (!typed || !values.country_id) return values;
  return { ...values, city_id: await catalogue.addUnlistedCity(tx, values.country_id, typed) };
}
