/**
 * Who asks, and what they may do. Every route names its `Access`; a route without one does not start.
 * Resource rules (owner or other) live in the slices as `may…` predicates over the same `Viewer`.
 */
import { failure } from '../failure.ts';
import type { Language } from '../message.ts';

export const ROLES = ['user', 'presence', 'casting', 'admin', 'super_admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Viewer {
  readonly accountId: number;
  readonly role: Role;
  readonly email: string;
  readonly name: string;
  /** The talent code shown to people and in logs; null for an account without a talent profile. */
  readonly code: string | null;
  readonly language: Language | null;
  /** How the request proved who asks; only a session cookie needs the cross-site checks. */
  readonly credential: 'session' | 'token' | 'api-key';
  readonly sessionId: string | null;
  readonly mustChangePassword: boolean;
  /** What the session was asked to remember (the dialect of the talent API…). Empty for tokens. */
  readonly memory: Readonly<Record<string, unknown>>;
}

export interface Access {
  /** Shown in the permission matrix and the OpenAPI document: `public`, `signed-in`, `admin`… */
  readonly name: string;
  allows(viewer: Viewer | null): boolean;
}

/** Whoever a use-case cannot do without: 401 for a stranger. */
export function requireViewer({ viewer }: { readonly viewer: Viewer | null }): Viewer {
  if (!viewer) throw failure.unauthenticated();
  return viewer;
}

export const isAdmin = (viewer: Viewer | null): boolean => viewer?.role === 'admin' || viewer?.role === 'super_admin';
const hasRole = (viewer: Viewer | null, roles: readonly Role[]): boolean =>
  viewer !== null && (isAdmin(viewer) || roles.includes(viewer.role));

export const access = {
  public: { name: 'public', allows: () => true },
  /** For people who are not signed in as well; the use-case narrows what is shown. */
  signedIn: { name: 'signed-in', allows: (viewer) => viewer !== null },
  casting: { name: 'casting', allows: (viewer) => hasRole(viewer, ['casting']) },
  presence: { name: 'presence', allows: (viewer) => hasRole(viewer, ['presence']) },
  admin: { name: 'admin', allows: (viewer) => isAdmin(viewer) },
  superAdmin: { name: 'super-admin', allows: (viewer) => viewer?.role === 'super_admin' },
} as const satisfies Record<string, Access>;
