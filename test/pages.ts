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
];

export const PEOPLE = {
  admin: { login: 'admin@talento.com', password: '@4dm1n' },
  talent: { login: 'demo1@talento.com', password: 'demo123' },
} as const;
