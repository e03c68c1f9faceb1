/**
 * The pictures of the help: which part of which page. `test/help-pictures.ts` takes them, `src/capabilities/manual/manual.test.ts`
 * holds every page of the help to them.
 */

export interface HelpShot {
  /** As the help names it: `![…](sign-up-form)`. */
  readonly name: string;
  readonly path: string;
  readonly as: 'admin' | 'talent' | null;
  /** What is cut out. */
  readonly selector: string;
  /** The page as wide as this: a phone for what is done on phones. */
  readonly width?: number;
  /** Cut off below; 560 when not given. */
  readonly height?: number;
}

export const HELP_SHOTS: readonly HelpShot[] = [
  { name: 'sign-up-form', path: '/auth/register', as: null, selector: '#content form', width: 640 },
  { name: 'my-profile-card', path: '/profile/dashboard', as: 'talent', selector: '#content', width: 900 },
  { name: 'cv-reading', path: '/profile/cv', as: 'talent', selector: '#content', width: 900 },
  { name: 'cinema-registration-steps', path: '/cinema/register', as: null, selector: '#content form', width: 720 },
  { name: 'search-filters', path: '/cinema/talents', as: 'admin', selector: '#content', width: 1100 },
  { name: 'ai-casting-results', path: '/cinema/ai-search/2', as: 'admin', selector: '#content', width: 1000, height: 700 },
  { name: 'projects-people', path: '/cinema/projects/1', as: 'admin', selector: '#content', width: 1000, height: 640 },
  { name: 'badges-project', path: '/cinema/projects', as: 'admin', selector: '#content', width: 1000 },
  { name: 'presence-scan', path: '/presence/1/scan', as: 'admin', selector: '.scan', width: 390, height: 760 },
  { name: 'image-studio-order', path: '/studio', as: 'admin', selector: '#content form', width: 900 },
  { name: 'calendar-month', path: '/publications', as: 'admin', selector: '#content', width: 1000, height: 640 },
  { name: 'connections-list', path: '/publications/connections', as: 'admin', selector: '#content', width: 900 },
  { name: 'films-new', path: '/films/new', as: 'admin', selector: '#content form', width: 900 },
  { name: 'timeline-films', path: '/films', as: 'admin', selector: '#content', width: 900 },
  { name: 'notifications-home', path: '/', as: 'talent', selector: '#content', width: 900 },
  { name: 'privacy-security', path: '/account/security', as: 'talent', selector: '#content', width: 900 },
];
