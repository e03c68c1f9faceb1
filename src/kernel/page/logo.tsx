/**
 * The mark: a T whose bar is a strip of film and whose stem is the light that falls from it on a person.
 * One drawing for the page, the favicon and the icons of the installed application (assets/mark.svg is the same).
 */
import type { ReactElement } from 'react';
import { classes, usePage } from './context.tsx';

/** A bar with four perforations. */
const STRIP =
  'M7 6h18a1.8 1.8 0 0 1 1.8 1.8v3A1.8 1.8 0 0 1 25 12.6H7a1.8 1.8 0 0 1-1.8-1.8v-3A1.8 1.8 0 0 1 7 6zm1 2.2v2.2h2.2V8.2zm4.6 0v2.2h2.2V8.2zm4.6 0v2.2h2.2V8.2zm4.6 0v2.2H24V8.2z';

export function Mark({ className }: { className?: string }): ReactElement {
  return (
    <svg className={classes('mark', className)} viewBox="0 0 32 32" aria-hidden="true">
      <rect className="mark-ground" width="32" height="32" rx="8.5" />
      <path className="mark-light" d="M12.6 12.6h6.8L25 27H7z" />
      <path className="mark-strip" fillRule="evenodd" d={STRIP} />
      <circle className="mark-person" cx="16" cy="18.8" r="2.5" />
      <path className="mark-person" d="M11.6 27c0-2.8 1.9-4.7 4.4-4.7s4.4 1.9 4.4 4.7z" />
    </svg>
  );
}

export function Wordmark({ href = '/' }: { href?: string }): ReactElement {
  const { siteName } = usePage();
  return (
    <a className="wordmark" href={href}>
      <Mark />
      <span>{siteName}</span>
    </a>
  );
}
