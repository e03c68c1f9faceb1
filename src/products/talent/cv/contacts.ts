/** Ways to reach the person that a CV gives: shown to them alone, to complete their profile, and taken out of every text that others read. */
import type { Member } from '../members/members.ts';
import { normalisePhone } from '../phone.ts';

type LinkField = keyof Member['social'] | 'portfolio_url' | 'website';

export interface FoundContacts {
  readonly emails: readonly string[];
  /** In the spelling that profiles keep. */
  readonly phones: readonly string[];
  readonly links: readonly { readonly field: LinkField; readonly url: string }[];
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
/** With a plus or a zero in front, or in four groups and more as numbers are read aloud; two dates and « 12 000 000 » are none. */
const PHONE =
  /(?<![\p{L}\d/.-])(?:(?:\+|\(?0)[\s(]{0,2}\d(?:[\s().·-]{0,3}\d){6,14}|\d{2,3}(?:[\s.·-]{1,2}\d{2,4}){3,5})(?![\d/]|[.-]\d)/gu;
const YEARS = /^(?:19|20)\d{2}\D{1,3}(?:19|20)\d{2}$/;
const NETWORKS: readonly (readonly [LinkField, RegExp])[] = [
  ['linkedin', /(^|\.)linkedin\.com$/],
  ['github', /(^|\.)github\.com$/],
  ['instagram', /(^|\.)instagram\.com$/],
  ['twitter', /(^|\.)(twitter|x)\.com$/],
  ['facebook', /(^|\.)(facebook|fb)\.com$/],
  ['behance', /(^|\.)behance\.net$/],
  ['dribbble', /(^|\.)dribbble\.com$/],
  ['imdb_url', /(^|\.)imdb\.com$/],
  ['threads', /(^|\.)threads\.(net|com)$/],
];
/** With a scheme or www., or on a network that everybody knows; a bare `node.js` is no address. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'()،,;]{4,200}|(?<![@\p{L}\d.])(?:[a-z]{2,3}\.)?(?:linkedin|github|instagram|twitter|facebook|behance|dribbble|imdb|threads)\.(?:com|net)\/[^\s<>"'()،,;]{2,150}/giu;
const BARE =
  /(?<![@\p{L}\d./-])[a-z0-9][a-z0-9-]{2,40}\.(?:com|org|io|dev|me|art|pro|studio|fr|ma|sn|ci|dz|tn|cm|ng|gh|ke|za|eg|africa)(?:\/[^\s<>"'()،,;]*)?(?![\p{L}\d@])/giu;

/** `dial` completes national numbers. */
export function contactsIn(text: string, links: readonly string[], dial: string): FoundContacts {
  const addresses = [...links, ...(text.match(ADDRESS) ?? []), ...(text.match(BARE) ?? [])].flatMap(linkOf);
  const byUrl = new Map(addresses.map((link) => [link.url.replace(/\/$/, '').toLowerCase(), link]));
  return {
    emails: unique((text.match(EMAIL) ?? []).map((email) => email.toLowerCase())).slice(0, 5),
    phones: unique(phonesIn(text).flatMap((phone) => normalisePhone(phone.replaceAll('·', ' '), dial) ?? [])).slice(0, 5),
    links: [...byUrl.values()].slice(0, 12),
  };
}

const phonesIn = (text: string): string[] => (text.match(PHONE) ?? []).filter((phone) => !YEARS.test(phone.trim()));
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

function linkOf(written: string): FoundContacts['links'] {
  const url = (/^https?:/i.test(written) ? written : `https://${written}`).replace(/[.\p{Pe}\p{Pf}]+$/u, '');
  if (!URL.canParse(url)) return [];
  const { hostname, pathname } = new URL(url);
  const network = NETWORKS.find(([, host]) => host.test(hostname))?.[0];
  // The front page of a network is nobody's.
  if (network && pathname.length < 2) return [];
  return [{ field: network ?? 'portfolio_url', url }];
}

/** Words that stand in place of what was taken out. */
export const withoutContacts = (text: string, mark = '…'): string =>
  text
    .replace(EMAIL, mark)
    .replace(ADDRESS, mark)
    .replace(BARE, mark)
    .replace(PHONE, (phone) => (YEARS.test(phone.trim()) ? phone : mark));
