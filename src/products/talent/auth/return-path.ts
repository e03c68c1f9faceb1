/** Where somebody wanted to go before they were asked to sign in. */
import { safePath } from '#kernel/page/preferences.ts';

/** A path of this site; anything that leads elsewhere, or back into signing in and out, becomes the home page. */
export function safeReturnPath(wanted: unknown): string {
  const path = typeof wanted === 'string' && wanted.length <= 2000 ? safePath(wanted) : '/';
  return /^\/(auth|setup)(\/|$)/.test(path) ? '/' : path;
}
