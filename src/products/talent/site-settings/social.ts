/**
 * Addresses of the eight networks as people type them, kept in one spelling: `@atelier`, `facebook.com/atelier?fbclid=…` and
 * `http://m.facebook.com/atelier/` are all `https://facebook.com/atelier`. WhatsApp is a number (T-521).
 */
import type { FieldError } from '#kernel/failure.ts';
import { NETWORK_NAMES, SOCIAL_NETWORKS, type SocialLinks, type SocialNetwork } from '#kernel/site-face.ts';
import { type Answers, textOf } from '../profile-form/profile-form.tsx';
import { bad, good, type Read, readPhone, readText } from '../readers.ts';
import { m } from './messages.ts';

interface Network {
  /** The first is the one that is kept. */
  readonly hosts: readonly string[];
  /** What a bare name stands behind. */
  readonly before: string;
  /** Query values that say which page it is. */
  readonly kept?: readonly string[];
}

const NETWORKS: Readonly<Record<Exclude<SocialNetwork, 'whatsapp'>, Network>> = {
  facebook: { hosts: ['facebook.com', 'fb.com', 'fb.me'], before: '/', kept: ['id'] },
  instagram: { hosts: ['instagram.com', 'instagr.am'], before: '/' },
  twitter: { hosts: ['twitter.com', 'x.com'], before: '/' },
  linkedin: { hosts: ['linkedin.com'], before: '/in/' },
  tiktok: { hosts: ['tiktok.com'], before: '/@' },
  youtube: { hosts: ['youtube.com', 'youtu.be'], before: '/@' },
  telegram: { hosts: ['t.me', 'telegram.me', 'telegram.dog'], before: '/' },
};
const MAX = 300;
const HANDLE = /^@?[\p{L}\d](?:[\p{L}\d._-]{0,98}[\p{L}\d_-])?$/u;

export function readSocialLink(network: SocialNetwork, raw: string): Read<string | null> {
  const text = readText(raw, MAX);
  if (!text.ok || text.value === null) return text;
  return network === 'whatsapp' ? readNumber(text.value) : readAddress(network, NETWORKS[network], text.value);
}

/** All of them, or every field at fault. */
export function readSocialLinks(typed: Answers): { readonly links: SocialLinks; readonly faults: Readonly<Record<string, FieldError>> } {
  const links: Partial<Record<SocialNetwork, string>> = {};
  const faults: Record<string, FieldError> = {};
  for (const network of SOCIAL_NETWORKS) {
    const read = readSocialLink(network, textOf(typed, network));
    if (!read.ok) faults[network] = read.error;
    else if (read.value !== null) links[network] = read.value;
  }
  return { links, faults };
}

/** International: a studio has no country that a national number could be read in. Addresses of a chat hold one too. */
function readNumber(text: string): Read<string | null> {
  const [, inAddress] = /^(?:https?:\/\/)?(?:wa\.me\/|(?:api\.)?whatsapp\.com\/send\/?\?phone=)\+?(\d+)/i.exec(text) ?? [];
  const number = inAddress ? `+${inAddress}` : text;
  const read = /^\s*(\+|00)/.test(number) ? readPhone(number, '+0') : null;
  return read?.ok ? read : bad({ message: m.badWhatsapp, constraint: 'format' });
}

function readAddress(network: SocialNetwork, { hosts, before, kept = [] }: Network, text: string): Read<string | null> {
  const wrong = bad({ message: m.badNetwork, params: { network: NETWORK_NAMES[network] }, constraint: 'format' });
  const [host = ''] = hosts;
  if (HANDLE.test(text) && !isHostLike(text, hosts)) return good(`https://${host}${before}${text.replace(/^@/, '')}`);
  const written = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`;
  if (/[\s<>"'\\]/.test(written) || !URL.canParse(written)) return wrong;
  const url = new URL(written);
  if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password || url.port) return wrong;
  const given = url.hostname.replace(/\.$/, '');
  const own = hosts.find((each) => given === each || given.endsWith(`.${each}`));
  const path = url.pathname.replace(/\/+$/, '');
  if (!own || path === '') return wrong;
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => kept.includes(name))).toString();
  // The short forms of some networks lead to other paths than the long ones.
  const place = ['youtu.be', 'fb.me'].includes(own) ? own : host;
  const address = `https://${place}${path}${query ? `?${query}` : ''}`;
  return address.length <= MAX ? good(address) : wrong;
}

/** `facebook.com` alone is no name of anybody. */
const isHostLike = (text: string, hosts: readonly string[]): boolean => {
  const name = text.toLowerCase();
  return hosts.some((host) => name === host || name.endsWith(`.${host}`)) || /^www\./.test(name);
};
