/**
 * The talent product's door: which slices it is made of and what each is given. Reading it tells what the product can do.
 */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Config } from '#config';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { describeApi } from '#kernel/http/openapi.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import { messages } from '#kernel/message.ts';
import type { NavigationItem, Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { registerAuth } from './auth/auth.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { registerCatalogueRoutes } from './catalogue/routes.ts';
import { seedDemo } from './demo/demo.ts';
import { setDefaultDialect } from './dialect.ts';
import { registerHome } from './home/home.ts';
import { limitTalentApi } from './limits.ts';
import { createMembers } from './members/members.ts';
import { registerMemberRoutes } from './members/routes.ts';
import { registerPeoplePages } from './people/people.ts';
import { registerProfile } from './profile/profile.ts';
import { registerRegistration } from './registration/registration.ts';

export { createSiteFailures } from './failures.ts';

export interface TalentTools {
  readonly config: Config;
  readonly version: string;
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly limits: Limits;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly mail: Mail;
  readonly pages: Pages;
  readonly identity: Identity;
}

export interface Talent {
  /** Makes the documented demo accounts and their people; does nothing when they are there. */
  seedDemo(): Promise<void>;
}

const m = messages({
  home: { fr: 'Accueil', en: 'Home', ar: 'الرئيسية' },
  talents: { fr: 'Talents', en: 'Talents', ar: 'المواهب' },
  administration: { fr: 'Administration', en: 'Administration', ar: 'الإدارة' },
});

export const talentNavigation: readonly NavigationItem[] = [
  { key: 'home', href: '/', label: m.home, icon: 'home', access: access.signedIn },
  { key: 'talents', href: '/talents', label: m.talents, icon: 'users', access: access.signedIn },
  { key: 'admin', href: '/admin/users', label: m.administration, icon: 'shield', access: access.admin },
];
