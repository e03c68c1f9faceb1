/**
 * Language and appearance: `/preferences?lang=ar&theme=dark&back=/talents`. A plain link, so it works without a script;
 * it changes two cookies of this browser, and the language of the account of who is signed in: the one their letters speak.
 */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { isLanguage, type Language } from '../message.ts';
import type { Theme } from './context.tsx';

const PREFERENCES = '/preferences';
const THEMES: readonly string[] = ['light', 'dark', 'system'] satisfies readonly Theme[];
const isTheme = (value: unknown): value is Theme => typeof value === 'string' && THEMES.includes(value);
const YEAR = 365 * 86_400;
const cookieOf = ({ protocol }: FastifyRequest) =>
  ({ path: '/', sameSite: 'lax', httpOnly: true, secure: protocol === 'https', maxAge: YEAR }) as const;

export const themeOf = (request: FastifyRequest): Theme => {
  const chosen = request.cookies?.['theme'];
  return isTheme(chosen) ? chosen : 'system';
};

/** A path of this site to go back to; anything that could lead elsewhere becomes the home page. */
export function safePath(path: string | undefined): string {
  if (!path?.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(path)) return '/';
  const url = new URL(path, 'http://here.invalid');
  return url.host === 'here.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}

/** The address that is gone back to would say the old language again. */
function withoutLanguage(path: string): string {
  const url = new URL(path, 'http://here.invalid');
  url.searchParams.delete('lang');
  return url.pathname + url.search;
}

export interface PreferenceTools {
  /** Keeps the language of an account. */
  readonly keepLanguage?: (accountId: number, language: Language) => Promise<void>;
}

/** A link on another site must not change an account; whoever follows one of ours says so (all browsers since 2023). */
const isFollowedHere = (request: FastifyRequest): boolean => request.headers['sec-fetch-site'] === 'same-origin';

export function registerPreferences(door: Door, { keepLanguage }: PreferenceTools = {}): void {
  // Who came by an address that names a language reads on in it.
  door.addHook('onRequest', async (request, reply) => {
    const { lang } = request.query as { readonly lang?: unknown };
    if (request.routeOptions.config.kind !== 'page' || request.method !== 'GET' || request.routeOptions.url === PREFERENCES) return;
    if (isLanguage(lang) && request.cookies['lang'] === undefined && !request.viewer) reply.setCookie('lang', lang, cookieOf(request));
  });
  const query = Type.Object({
    lang: Type.Optional(Type.String()),
    theme: Type.Optional(Type.String()),
    back: Type.Optional(Type.String()),
  });
  door.get(PREFERENCES, { config: { access: access.public, kind: 'page' }, schema: { querystring: query } }, async (request, reply) => {
    const { lang, theme, back } = request.query;
    const cookie = cookieOf(request);
    if (isLanguage(lang)) {
      reply.setCookie('lang', lang, cookie);
      if (request.viewer && isFollowedHere(request)) await keepLanguage?.(request.viewer.accountId, lang);
    }
    if (isTheme(theme)) reply.setCookie('theme', theme, cookie);
    return reply.header('cache-control', 'no-store').redirect(isLanguage(lang) ? withoutLanguage(safePath(back)) : safePath(back), 303);
  });
}

export const preferenceHref = (changes: { lang?: string; theme?: Theme }, back: string): string =>
  `${PREFERENCES}?${new URLSearchParams({ ...changes, back }).toString()}`;
