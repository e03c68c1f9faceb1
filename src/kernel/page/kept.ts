/**
 * What a phone may keep of the pages it sees, for when there is no network. The service worker (src/islands/offline/site-worker.ts)
 * keeps a page only when the server says so, and shows it to nobody but the person it was made for.
 *
 * Each page says who reads it and in which look (`atelier-reader: TAG LANGUAGE THEME`); `atelier-keep: yes` allows a copy. The tag
 * stands for an account without naming it, `nobody` for strangers. See docs/decisions/0037-what-a-phone-keeps.md.
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../http/access.ts';
import { hasFlash } from './flash.ts';
import { themeOf } from './preferences.ts';

/** Pages that a phone may keep; what no line names, no phone keeps. */
export interface KeptPages {
  /** Of the path, without the query. */
  readonly path: RegExp;
  /** Whose copies: everybody's, or only of those who read it with the eyes of a stranger or a talent (nobody's contacts in it). */
  readonly of: 'everybody' | 'talents';
}

export const readerOf = (viewer: Viewer | null): string =>
  viewer ? createHash('sha256').update(`reader ${viewer.accountId}`).digest('hex').slice(0, 16) : 'nobody';

const isOpenTo = ({ of }: KeptPages, viewer: Viewer | null): boolean => of === 'everybody' || !viewer || viewer.role === 'user';

export function tellWorker(request: FastifyRequest, reply: FastifyReply, status: number, kept: readonly KeptPages[]): void {
  const { viewer, language, method, url } = request;
  reply.header('atelier-reader', `${readerOf(viewer)} ${language} ${themeOf(request)}`);
  const [path = ''] = url.split('?');
  const mayKeep = kept.some((pages) => pages.path.test(path) && isOpenTo(pages, viewer));
  // A word that is said once would be said again.
  if (mayKeep && method === 'GET' && status === 200 && !hasFlash(request)) reply.header('atelier-keep', 'yes');
}
