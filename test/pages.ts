/** Every page of the studio, for whoever must look at all of them: the accessibility test and the pictures. */

export interface PageToVisit {
  readonly name: string;
  readonly path: string;
  /** Who opens it; null is a stranger. */
  readonly as: 'admin' | 'talent' | null;
}

export const PAGES: readonly PageToVisit[] = [
  { name: 'welcome', path: '/welcome', as: null },
  { name: 'about', path: '/about', as: null },
  { name: 'privacy', path: '/legal/privacy', as: null },
  { name: 'sign-in', path: '/auth/login', as: null },
  { name: 'register', path: '/auth/register', as: null },
  { name: 'docs', path: '/docs', as: null },
  { name: 'docs-talent', path: '/docs/talent', as: null },
  { name: 'not-found', path: '/no-such-page', as: null },
  { name: 'home-talent', path: '/', as: 'talent' },
  { name: 'dashboard', path: '/profile/dashboard', as: 'talent' },
  { name: 'profile-edit', path: '/profile/edit', as: 'talent' },
  { name: 'profile-view', path: '/profile/view/MAM0002RAB', as: 'talent' },
  { name: 'talents', path: '/talents', as: 'talent' },
  { name: 'security', path: '/account/security', as: 'talent' },
  { name: 'forbidden', path: '/admin/users', as: 'talent' },
  { name: 'home-admin', path: '/', as: 'admin' },
  { name: 'talents-table', path: '/talents?view=table', as: 'admin' },
  { name: 'talents-empty', path: '/talents?search=zzzzzz', as: 'admin' },
  { name: 'profile-view-admin', path: '/profile/view/MAM0002RAB', as: 'admin' },
  { name: 'admin-users', path: '/admin/users', as: 'admin' },
  { name: 'admin-user-edit', path: '/admin/user/3/edit', as: 'admin' },
  { name: 'admin-user-delete', path: '/admin/user/4/delete', as: 'admin' },
  { name: 'admin-talent-create', path: '/admin/talent/create', as: 'admin' },
  { name: 'cinema-register', path: '/cinema/register', as: null },
  { name: 'cinema-profile', path: '/cinema/profile/MACAS0001F', as: null },
  { name: 'cinema-dashboard-talent', path: '/cinema/dashboard', as: 'talent' },
  { name: 'cinema-talents-public', path: '/cinema/talents', as: 'talent' },
  { name: 'cinema-dashboard', path: '/cinema/dashboard', as: 'admin' },
  { name: 'cinema-talents', path: '/cinema/talents', as: 'admin' },
  { name: 'cinema-talents-table', path: '/cinema/talents?view=table&gender=F', as: 'admin' },
  { name: 'cinema-talents-empty', path: '/cinema/talents?search=zzzzzz', as: 'admin' },
  { name: 'cinema-compare', path: '/cinema/talents/compare?ids=1,2,3', as: 'admin' },
  { name: 'cinema-profile-admin', path: '/cinema/profile/MACAS0001F', as: 'admin' },
  { name: 'cinema-talent-edit', path: '/cinema/talent/1/edit', as: 'admin' },
  { name: 'cinema-talent-delete', path: '/cinema/talent/4/delete', as: 'admin' },
  { name: 'cinema-availability', path: '/cinema/talent/1/availability', as: 'admin' },
  { name: 'cinema-stats', path: '/cinema/stats', as: 'admin' },
  { name: 'productions', path: '/cinema/productions', as: 'talent' },
  { name: 'production', path: '/cinema/productions/1', as: 'admin' },
  { name: 'production-new', path: '/cinema/productions/new', as: 'admin' },
  { name: 'projects', path: '/cinema/projects', as: 'admin' },
  { name: 'project', path: '/cinema/projects/1', as: 'admin' },
  { name: 'project-new', path: '/cinema/projects/new', as: 'admin' },
  { name: 'shortlists', path: '/casting/shortlists', as: 'admin' },
  { name: 'presence', path: '/presence', as: 'admin' },
  { name: 'presence-day', path: '/presence/1', as: 'admin' },
  { name: 'presence-scan', path: '/presence/1/scan', as: 'admin' },
  { name: 'verify-unknown', path: '/verify/nobody', as: null },
  { name: 'cinema-talent-new', path: '/cinema/talents/new', as: 'admin' },
  { name: 'production-edit', path: '/cinema/productions/1/edit', as: 'admin' },
  { name: 'project-assign', path: '/cinema/projects/1/assign-talent?find=a', as: 'admin' },
  { name: 'project-bookings', path: '/cinema/projects/1/bookings/1', as: 'admin' },
  { name: 'project-letters', path: '/cinema/projects/1/send-selection-emails', as: 'admin' },
  { name: 'badge-revoke', path: '/cinema/projects/talent/1/revoke-badge', as: 'admin' },
  { name: 'presence-history', path: '/presence/history/MACAS0001F', as: 'admin' },
  { name: 'shortlist-add', path: '/casting/shortlists/add?ids=1,2', as: 'admin' },
  { name: 'admin-ai', path: '/admin/settings/ai', as: 'admin' },
  { name: 'profile-cv', path: '/profile/cv', as: 'talent' },
  { name: 'admin-letters', path: '/admin/settings/email-notifications', as: 'admin' },
  { name: 'admin-letters-unknown', path: '/admin/settings/email-notifications?status=unknown', as: 'admin' },
  { name: 'admin-scheduler', path: '/admin/settings/scheduler', as: 'admin' },
  { name: 'ai-search', path: '/ai-search', as: 'admin' },
  { name: 'ai-search-results', path: '/ai-search/1', as: 'admin' },
  { name: 'cinema-ai-search', path: '/cinema/ai-search', as: 'admin' },
  { name: 'cinema-ai-search-results', path: '/cinema/ai-search/2', as: 'admin' },
  { name: 'cinema-ai-search-letters', path: '/cinema/ai-search/2/letters?ids=1,2', as: 'admin' },
  { name: 'admin-names', path: '/admin/names', as: 'admin' },
  { name: 'admin-names-merged', path: '/admin/names?state=merged', as: 'admin' },
  { name: 'admin-names-watch', path: '/admin/names/watch', as: 'admin' },
];

export const PEOPLE = {
  admin: { login: 'admin@talento.com', password: '@4dm1n' },
  talent: { login: 'demo1@talento.com', password: 'demo123' },
} as const;

/** What some of these pages show is made by somebody first: the searches number 1 and 2. `cookie` is an administrator's session. */
export async function preparePages(site: string, cookie: string): Promise<void> {
  const briefs = [
    ['/ai-search', 'job_description', 'Développeur web à Casablanca, React, anglais courant, 3 ans d’expérience, télétravail possible'],
    ['/cinema/ai-search', 'role_description', 'Actrice de 25 à 40 ans, parlant darija et français, équitation appréciée, Ouarzazate'],
  ] as const;
  for (const [path, field, text] of briefs) {
    const headers = { 'content-type': 'application/json', accept: 'application/json', cookie };
    const answer = await fetch(site + path, { method: 'POST', headers, body: JSON.stringify({ [field]: text }) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
}
