/**
 * Coming in and staying safe: sign-in and sign-out for people and programs, the page where people look after their
 * sessions, password, second step and API keys, and the one-time page of the first administrator.
 *
 * Hides the two dialects of the sign-in API and the steps of the forms. What an account, a session or a token is, and
 * every rule about them, belongs to the identity capability.
 */
import type { Door } from '#kernel/http/door.ts';
import { keepToPasswordChange, registerPasswordPage } from './password-page.tsx';
import { registerAuthRoutes } from './routes.ts';
import { registerSecurityPages } from './security-pages.tsx';
import { registerSetupPage } from './setup-page.tsx';
import { registerSignInPages } from './sign-in-pages.tsx';
import type { AuthTools } from './tools.ts';
import { registerTwoStepPages } from './two-step-pages.tsx';

export type { AuthTools } from './tools.ts';

export function registerAuth(door: Door, tools: AuthTools): void {
  keepToPasswordChange(door);
  registerAuthRoutes(door, tools);
  registerSignInPages(door, tools);
  registerPasswordPage(door, tools);
  registerSecurityPages(door, tools);
  registerTwoStepPages(door, tools);
  registerSetupPage(door, tools);
}
