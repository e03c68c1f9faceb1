/**
 * Language and appearance: `/preferences?lang=ar&theme=dark&back=/talents`. A plain link, so it works without a script;
 * it changes nothing but two cookies of this browser.
 */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { isLanguage } from '../message.ts';
import type { Theme } from './context.tsx';

const THEMES: readonly string[] = ['light', 'dark', 'system'] satisfies readonly Theme[];
const isTheme = (value: unknown): value is Theme => typeof value === 'string' && THEMES.includes(value);
const YEAR = 365 * 86_400;

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

export function registerPreferences(door: Door): void {
  const query = Type.Object({
    lang: Type.Optional(Type.String()),
    theme: Type.Optional(Type.String()),
    back: Type.Optional(Type.String()),
  });
  door.get('/preferences', { config: { access: access.public, kind: 'page' }, schema: { querystring: query } }, async (request, reply) => {
    const { lang, theme, back } = request.query;
    const cookie = { path: '/', sameSite: 'lax', httpOnly: true, secure: request.protocol === 'https', maxAge: YEAR } as const;
    if (isLanguage(lang)) reply.setCookie('lang', lang, cookie);
    if (isTheme(theme)) reply.setCookie('theme', theme, cookie);
    return reply.header('cache-control', 'no-store').redirect(safePath(back), 303);
  });
}

export const preferenceHref = (changes: { lang?: string; theme?: Theme }, back: string): string =>
  `/preferences?${new URLSearchParams({ ...changes, back }).toString()}`;
