/**
 * The mark: a T whose bar is a strip of film and whose stem is the light that falls from it on a person.
 * One drawing for the page, the favicon and the icons of the installed application (assets/mark.svg is the same).
 */
import type { ReactElement } from 'react';
import { classes, usePage } from './context.tsx';

export function Mark({ className }: { className?: string }): ReactElement {
  return (
    <svg className={classes('mark', className)} viewBox="0 0 32 32" aria-hidden="true">
      <rect className="mark-ground" width="32" height="32" rx="9" />
      <path className="mark-strip" d="M6.5 7h19A1.5 1.5 0 0 1 27 8.500v3a1.500 1.500 0 0 1-1.500 1.500h-19A1.500 1.500 0 0 1 5 11.500v-3A1.500 1.500 0 0 1 6.500 7z" />
      <path className="mark-light" d="M13.200 13h5.600L22.500 26h-13z" />
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
