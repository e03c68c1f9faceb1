/**
 * The talent product's door: which slices it is made of and what each is given. Reading it tells what the product can do.
 */
import type { Logger } from 'pino';
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Config } from '#config';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db } from '#kernel/db/db.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { describeApi } from '#kernel/http/openapi.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { MailDesk } from '#kernel/mail/mail.ts';
import { messages } from '#kernel/message.ts';
import type { Navigation, Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { registerAiSettings } from './ai-settings/ai-settings.ts';
import { registerAuth } from './auth/auth.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { registerCatalogueRoutes } from './catalogue/routes.ts';
import { sweepFeed } from './change-feed.ts';
import { countCinema } from './cinema/cinema.ts';
import { openCinema } from './cinema-door.ts';
import { askForCvAnalysis, registerCv } from './cv/cv.ts';
import { seedDemo } from './demo/demo.ts';
import { setDefaultDialect } from './dialect.ts';
import { registerEmailNotifications } from './email-notifications/email-notifications.ts';
import { registerHome } from './home/home.ts';
import { registerLegalPages } from './legal/legal.tsx';
import { limitTalentApi } from './limits.ts';
import { sweepMatching } from './matching/matching.ts';
import { createMembers } from './members/members.ts';
import { registerMemberRoutes } from './members/routes.ts';
import { registerMovies } from './movies/movies.ts';
import { askForNameCheck } from './names/names.ts';
import { registerPeoplePages } from './people/people.ts';
import type { PeopleNews } from './people-news.ts';
import { registerProfile } from './profile/profile.ts';
import { registerRegistration } from './registration/registration.ts';
import { registerWeeklyRecap } from './weekly-recap/weekly-recap.ts';

export { codeAliases } from './codes.ts';
export { isTemplateEnabled } from './email-notifications/email-notifications.ts';
export { createSiteFailures } from './failures.ts';
export { seedPeople, seedRefusal } from './seed/seed.ts';

export interface TalentTools {
  readonly config: Config;
  readonly version: string;
  readonly db: Db;
  /** The index of the CINEMA search listens to it. */
  readonly database: Pick<Database, 'url'>;
  readonly queue: Queue;
  readonly log: Logger;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly limits: Limits;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly mail: MailDesk;
  readonly pages: Pages;
  readonly identity: Identity;
  readonly settings: Settings;
  readonly generation: Generation;
}

export interface Talent {
  /** Makes the documented demo accounts and their people; does nothing when they are there. */
  seedDemo(): Promise<void>;
  /** Deletes registrations that were never finished; answers how many. */
  sweepDrafts(): Promise<number>;
  /** Forgets searches by brief that nobody touched for a year; answers how many. */
  sweepMatching(): Promise<number>;
  /** Forgets changes that every process has followed; answers how many. */
  sweepSearch(): Promise<number>;
  /** Reads the CINEMA people into memory ahead of the first search, where there are many. */
  warmSearch(): Promise<boolean>;
  close(): Promise<void>;
}

const m = messages({
  home: { fr: 'Accueil', en: 'Home', ar: 'الرئيسية' },
  talents: { fr: 'Talents', en: 'Talents', ar: 'المواهب' },
  cinema: { fr: 'Cinéma', en: 'Cinema', ar: 'السينما' },
  matching: { fr: 'Recherche IA', en: 'AI search', ar: 'بحث ذكي' },
  presence: { fr: 'Présence', en: 'Presence', ar: 'الحضور' },
  administration: { fr: 'Administration', en: 'Administration', ar: 'الإدارة' },
  profile: { fr: 'Mon profil', en: 'My profile', ar: 'ملفي الشخصي' },
  security: { fr: 'Sécurité du compte', en: 'Account security', ar: 'أمان الحساب' },
  about: { fr: 'À propos', en: 'About', ar: 'حول' },
  terms: { fr: 'Conditions', en: 'Terms', ar: 'الشروط' },
  privacy: { fr: 'Confidentialité', en: 'Privacy', ar: 'الخصوصية' },
  developers: { fr: 'Développeurs', en: 'Developers', ar: 'المطوّرون' },
});

/** The rooms of the studio that stand today. */
export const navigation: Navigation = {
  rooms: [
    { key: 'home', href: '/', label: m.home, icon: 'home', access: access.signedIn },
    { key: 'talents', href: '/talents', label: m.talents, icon: 'users', access: access.signedIn },
    { key: 'cinema', href: '/cinema/dashboard', label: m.cinema, icon: 'film', access: access.signedIn },
    { key: 'matching', href: '/ai-search', label: m.matching, icon: 'sparkles', access: access.casting },
    { key: 'presence', href: '/presence', label: m.presence, icon: 'scan', access: access.presence },
    { key: 'admin', href: '/admin/users', label: m.administration, icon: 'shield', access: access.admin },
  ],
  account: [
    { key: 'profile', href: '/profile/dashboard', label: m.profile, icon: 'user', access: access.signedIn },
    { key: 'security', href: '/account/security', label: m.security, icon: 'lock', access: access.signedIn },
  ],
  footer: [
    { key: 'about', href: '/about', label: m.about, icon: 'info', access: access.public },
    { key: 'terms', href: '/legal/terms', label: m.terms, icon: 'file', access: access.public },
    { key: 'privacy', href: '/legal/privacy', label: m.privacy, icon: 'lock', access: access.public },
    { key: 'docs', href: '/docs', label: m.developers, icon: 'code', access: access.public },
  ],
  search: {
    action: '/talents',
    name: 'search',
    access: access.signedIn,
    people: { source: '/api/v1/users?limit=6&search=', href: '/profile/view/', access: access.casting },
  },
  signIn: '/auth/login',
  signOut: '/auth/logout',
  register: '/auth/register',
};

export async function openTalentDoor(door: Door, tools: TalentTools): Promise<Talent> {
  const { config, db, limits, queue } = tools;
  setDefaultDialect(door, config.talentApiDefault);
  limitTalentApi(door, limits, config.rateLimitScale);
  await describeApi(door, { title: 'Atelier: talents and casting', version: tools.version, ...DESCRIPTION });
  const catalogue = createCatalogue({ db, countCinema });
  const publicUrl = config.publicUrl.site;
  const news: PeopleNews = {
    named: (tx, kind, id) => askForNameCheck(queue, tx, kind, id),
    cvSent: (tx, id) => askForCvAnalysis(queue, tx, id),
  };
  const memberTools = { ...tools, catalogue, publicUrl, siteName: config.siteName, news };
  const members = createMembers(memberTools);
  registerAuth(door, { ...tools, people: members.people, siteName: config.siteName });
  registerCatalogueRoutes(door, { catalogue });
  registerMemberRoutes(door, { ...tools, members, catalogue });
  const registration = registerRegistration(door, { ...tools, members, catalogue });
  registerProfile(door, { ...tools, members, catalogue, publicUrl, siteName: config.siteName });
  registerPeoplePages(door, { ...tools, members, catalogue });
  registerHome(door, { ...tools, members, catalogue });
  registerLegalPages(door, tools.pages);
  registerCv(door, { ...tools, catalogue, members });
  registerAiSettings(door, tools);
  registerEmailNotifications(door, tools);
  registerWeeklyRecap(door, { ...tools, catalogue, publicUrl });
  registerMovies(door, tools);
  const cinema = openCinema(door, { ...tools, catalogue, members, news });
  return {
    seedDemo: async () => void (await seedDemo(memberTools, cinema.demo)),
    sweepDrafts: async () => (await registration.sweep()) + (await cinema.sweepDrafts()),
    sweepMatching: () => sweepMatching(db, tools.clock),
    sweepSearch: async () => (await cinema.sweepSearch()) + (await sweepFeed(db, 'members')),
    warmSearch: cinema.warm,
    close: cinema.close,
  };
}

const DESCRIPTION = {
  description:
    'People, the catalogue of talents, countries and cities. Two documented dialects on the same paths: send `API-Version: 2` or `3` (the default), or sign in with `email` (2) or `identifier` (3).',
  tags: [
    { name: 'Authentication', description: 'Sign in with e-mail, code or username; session cookie and bearer tokens' },
    { name: 'Users', description: 'The people of the platform' },
    { name: 'Catalogue', description: 'Talents, countries and cities' },
    { name: 'CINEMA', description: 'The people of the CINEMA module: cards, files, options' },
    { name: 'Productions', description: 'Production companies and their seal' },
    { name: 'Projects', description: 'Films, series and campaigns, and who is assigned to them' },
    { name: 'Matching', description: 'From a brief to ranked people, with the reasons' },
    { name: 'Presence', description: 'Who is on the set: arrivals, departures, history' },
    { name: 'Statistics', description: 'Figures about people and CINEMA' },
    { name: 'Exports', description: 'Lists as Excel and CSV files, ten an hour' },
    { name: 'Forms', description: 'Short lists for forms' },
  ],
} as const;
