/**
 * The mark: a T whose bar is a strip of film and whose stem is the light that falls from it on the stage.
 * One drawing for the page, the favicon and the icons of the installed application (assets/mark.svg is the same).
 */
import type { ReactElement } from 'react';
import { classes, usePage } from './context.tsx';

/** The beam and the pool it makes on the floor. */
const LIGHT = 'M13.4 12h5.2l2.9 11.6c2 .3 3.3 .9 3.3 1.6 0 1.2-3.900 2-8.8 2s-8.8-.8-8.8-2c0-.7 1.3-1.3 3.3-1.6z';
/** A bar with four perforations. */
const STRIP =
  'M7 6h18a1.8 1.8 0 0 1 1.8 1.8v3A1.8 1.8 0 0 1 25 12.6H7a1.8 1.8 0 0 1-1.8-1.8v-3A1.8 1.8 0 0 1 7 6zm1 2.2v2.2h2.2V8.2zm4.6 0v2.2h2.2V8.2zm4.6 0v2.2h2.2V8.2zm4.6 0v2.2H24V8.2z';

export function Mark({ className }: { className?: string }): ReactElement {
  return (
    <svg className={classes('mark', className)} viewBox="0 0 32 32" aria-hidden="true">
      <rect className="mark-ground" width="32" height="32" rx="8.5" />
      <path className="mark-light" d={LIGHT} />
      <path className="mark-strip" fillRule="evenodd" d={STRIP} />
    </svg>
  );
}

export function Wordmark({ href = '/' }: { href?: string }): ReactElement {
  const { siteName, face } = usePage();
  return (
    <a className="wordmark" href={href}>
      {face.logo ? <img className="mark-own" src={face.logo} alt="" height={36} decoding="async" /> : <Mark />}
      <span>{siteName}</span>
    </a>
  );
}
