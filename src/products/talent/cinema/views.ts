/** One person, for different eyes. Pure. */
import type { Present } from './check.ts';
import { CINEMA_NETWORKS, type CinemaTalent, type ListedCinemaTalent } from './cinema-talent.ts';

const NO_SOCIAL = Object.fromEntries(CINEMA_NETWORKS.map((name) => [name, null])) as CinemaTalent['social'];

/** A row without any way to reach the person. */
export const toListedCard = (talent: ListedCinemaTalent): ListedCinemaTalent => ({
  ...talent,
  email: null,
  phone: null,
  hasIdPhoto: false,
});

/** Who this is and what they do: the age stays; the birth date, paper and contacts go. */
export const withoutContacts = ({ consents: _, ...talent }: Present): CinemaTalent => ({
  ...talent,
  email: null,
  phone: null,
  whatsapp: null,
  website: null,
  social: NO_SOCIAL,
  dateOfBirth: null,
  idDocument: { type: null, number: null },
  idPhotoFile: null,
  hasIdPhoto: false,
  accountId: null,
});

/** What strangers get: the same without the origins. */
export const toCard = (talent: Present): CinemaTalent => ({ ...withoutContacts(talent), ethnicities: [] });

/** Everything but the number of the paper, which nobody gets by the way. */
export const toWhole = ({ consents: _, ...talent }: Present): CinemaTalent => ({
  ...talent,
  idDocument: { ...talent.idDocument, number: maskNumber(talent.idDocument.number) },
});

/** `AB***56`: enough to recognise one's own paper. A short number shows less. */
export function maskNumber(number: string | null): string | null {
  if (number === null) return null;
  const shown = number.length >= 7 ? 2 : 1;
  return `${number.slice(0, shown)}***${number.slice(-shown)}`;
}
