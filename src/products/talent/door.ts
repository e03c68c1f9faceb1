/**
 * The talent product's door: which slices it is made of and what each is given. Reading it tells what the product can do.
 */
import type { Logger } from 'pino';
import type { Backups } from '#capabilities/backup/backup.ts';
import type { Diagnostics } from '#capabilities/diagnostics/diagnostics.ts';
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Library } from '#capabilities/library/library.ts';
import type { Lists } from '#capabilities/lists/lists.ts';
import { NOTICES_PAGE, type Notices } from '#capabilities/notifications/notifications.ts';
import type { Updates } from '#capabilities/updates/updates.ts';
import type { Config } from '#config';
import type { Audit } from '#kernel/audit.ts';
import type { AuditSeals } from '#kernel/audit-seals.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { describeApi } from '#kernel/http/openapi.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Uploads } from '#kernel/http/uploads.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { MailDesk } from '#kernel/mail/mail.ts';
import { messages } from '#kernel/message.ts';
import { fixedPlaces, type PublicPlaces } from '#kernel/page/crawlers.ts';
import { type Everywhere, SEARCH_PATH } from '#kernel/page/everywhere.tsx';
import type { KeptPages } from '#kernel/page/kept.ts';
import type { Navigation, Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import type { SiteName } from '#kernel/site-face.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { type ActivityLogs, registerActivityLogs } from './activity-logs/activity-logs.ts';
import { registerAiSettings } from './ai-settings/ai-settings.ts';
import { registerAuth } from './auth/auth.ts';
import { registerBackups } from './backups/backups.tsx';
import { createCatalogue } from './catalogue/catalogue.ts';
import { registerCatalogueRoutes } from './catalogue/routes.ts';
import { sweepFeed } from './change-feed.ts';
import { countCinema } from './cinema/cinema.ts';
import { openCinema } from './cinema-door.ts';
import { askForCvAnalysis, registerCv } from './cv/cv.ts';
import { seedDemo } from './demo/demo.ts';
import { registerDiagnostics } from './diagnostics/diagnostics.tsx';
import { setDefaultDialect } from './dialect.ts';
import { registerEmailNotifications } from './email-notifications/email-notifications.ts';
import type { FlaskImportOrder, ImportReport } from './flask-import/flask-import.ts';
import { registerHome, registerWelcome, type StudioFacts } from './home/home.ts';
import { openAddresses, registerLegalPages } from './legal/legal.ts';
import { limitTalentApi } from './limits.ts';
import { sweepMatching } from './matching/matching.ts';
import { createMembers } from './members/members.ts';
import { registerMemberRoutes } from './members/routes.ts';
import { registerMovies } from './movies/movies.ts';
import { askForNameCheck } from './names/names.ts';
import { cinemaJoined, talentJoined } from './notices.ts';
import { registerPeoplePages } from './people/people.ts';
import type { PeopleNews } from './people-news.ts';
import { noteErased, type Reapplied } from './privacy/privacy.ts';
import { registerProfile } from './profile/profile.ts';
import type { PromoPorts } from './promo/promo.ts';
import { registerRegistration } from './registration/registration.ts';
import { registerSiteSettings, type SiteSettings } from './site-settings/site-settings.ts';
import { registerUpdates } from './updates/updates.tsx';
import { registerWeeklyRecap } from './weekly-recap/weekly-recap.ts';

export { codeAliases } from './codes.ts';
export { isTemplateEnabled } from './email-notifications/email-notifications.ts';
export { createSiteFailures } from './failures.ts';
export { ImportRefusal, type ImportReport, tableOf as importFigures } from './flask-import/flask-import.ts';
export { readSiteFace } from './legal/legal.ts';
export { noticeKinds, tellOfLetter } from './notices.ts';
export { seedPeople, seedRefusal } from './seed/seed.ts';

export interface TalentTools {
  readonly config: Config;
  readonly version: string;
  readonly backups: Backups;
  readonly diagnostics: Diagnostics;
  readonly updates: Updates;
  readonly db: Db;
  /** The index of the CINEMA search listens to it. */
  readonly database: Pick<Database, 'url'>;
  readonly queue: Queue;
  readonly log: Logger;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly seals: AuditSeals;
  readonly limits: Limits;
  readonly files: Files;
  readonly uploads: Uploads;
  readonly mail: MailDesk;
  readonly pages: Pages;
  readonly lists: Lists;
  readonly everywhere: Pick<Everywhere, 'add'>;
  readonly identity: Identity;
  readonly notices: Notices;
  readonly library: Library;
  /** What an account made in the other products, for the first steps. */
  readonly madeBy: (accountId: number) => Promise<StudioFacts>;
  /** Stored files of an account in the other products: they go when it is erased. */
  readonly filesMadeBy: (tx: Tx, accountId: number) => Promise<readonly string[]>;
  readonly settings: Settings;
  readonly siteName: SiteName;
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
  /** Erases whoever asked to be, a week later; answers how many. */
  sweepErasures(): Promise<number>;
  /** Erases again whoever a restored backup brought back (decision 0046): for a restore, before the doors open. */
  reapplyErasures(db: Db): Promise<Reapplied>;
  /** Removes what the logs kept long enough; answers how many. */
  readonly sweepLogs: ActivityLogs['sweep'];
  readonly noteVersion: SiteSettings['noteVersion'];
  /** Reads the CINEMA people into memory ahead of the first search, where there are many. */
  warmSearch(): Promise<boolean>;
  /** Brings everything of an installation of the former application (decision 0045). Throws `ImportRefusal` for what can be mended. */
  importFlask(order: FlaskImportOrder): Promise<ImportReport>;
  /** The promotion of castings, through what the other products offer. */
  openPromo(ports: PromoPorts): void;
  /** What everybody may read, for `/sitemap.xml`. */
  readonly publicPlaces: readonly PublicPlaces[];
  close(): Promise<void>;
}

const m = messages({
  home: { fr: 'Accueil', en: 'Home', ar: 'الرئيسية' },
  talents: { fr: 'Talents', en: 'Talents', ar: 'المواهب' },
  cinema: { fr: 'Cinéma', en: 'Cinema', ar: 'السينما' },
  matching: { fr: 'Recherche IA', en: 'AI search', ar: 'بحث ذكي' },
  castings: { fr: 'Castings', en: 'Castings', ar: 'اختبارات الأداء' },
  productions: { fr: 'Productions vérifiées', en: 'Verified companies', ar: 'شركات موثقة' },
  presence: { fr: 'Présence', en: 'Presence', ar: 'الحضور' },
  administration: { fr: 'Administration', en: 'Administration', ar: 'الإدارة' },
  newProject: { fr: 'Nouveau projet', en: 'New project', ar: 'مشروع جديد' },
  newProduction: { fr: 'Nouvelle production', en: 'New production company', ar: 'شركة إنتاج جديدة' },
  newTalent: { fr: 'Nouveau talent', en: 'New talent', ar: 'موهبة جديدة' },
  newCinemaTalent: { fr: 'Nouveau talent CINEMA', en: 'New CINEMA talent', ar: 'موهبة سينمائية جديدة' },
  cinemaBrief: { fr: 'Chercher un rôle à partir d’un texte', en: 'Find a role from a text', ar: 'البحث عن دور انطلاقًا من نص' },
  editProfile: { fr: 'Modifier mon profil', en: 'Edit my profile', ar: 'تعديل ملفي' },
  profile: { fr: 'Mon profil', en: 'My profile', ar: 'ملفي الشخصي' },
  image: { fr: 'Mon image', en: 'My image', ar: 'صورتي' },
  data: { fr: 'Mes données', en: 'My data', ar: 'بياناتي' },
  security: { fr: 'Sécurité du compte', en: 'Account security', ar: 'أمان الحساب' },
  about: { fr: 'À propos', en: 'About', ar: 'حول' },
  terms: { fr: 'Conditions', en: 'Terms', ar: 'الشروط' },
  privacy: { fr: 'Confidentialité', en: 'Privacy', ar: 'الخصوصية' },
  cookies: { fr: 'Cookies', en: 'Cookies', ar: 'ملفات تعريف الارتباط' },
  mentions: { fr: 'Mentions légales', en: 'Legal notice', ar: 'إشعار قانوني' },
  help: { fr: 'Aide', en: 'Help', ar: 'المساعدة' },
  developers: { fr: 'Développeurs', en: 'Developers', ar: 'المطوّرون' },
});

/** The rooms of the studio that stand today. */
export const navigation: Navigation = {
  rooms: [
    { key: 'home', href: '/', label: m.home, icon: 'home', access: access.signedIn },
    { key: 'talents', href: '/talents', label: m.talents, icon: 'users', access: access.signedIn },
    { key: 'cinema', href: '/cinema/dashboard', label: m.cinema, icon: 'film', access: access.signedIn },
    { key: 'castings', href: '/castings', label: m.castings, icon: 'masks', access: access.public },
    { key: 'matching', href: '/ai-search', label: m.matching, icon: 'sparkles', access: access.casting },
    { key: 'presence', href: '/presence', label: m.presence, icon: 'scan', access: access.presence },
    { key: 'admin', href: '/admin/users', label: m.administration, icon: 'shield', access: access.admin },
  ],
  account: [
    { key: 'profile', href: '/profile/dashboard', label: m.profile, icon: 'user', access: access.signedIn },
    { key: 'image', href: '/library/mine', label: m.image, icon: 'image', access: access.signedIn },
    { key: 'data', href: '/account/privacy', label: m.data, icon: 'download', access: access.signedIn },
    { key: 'security', href: '/account/security', label: m.security, icon: 'lock', access: access.signedIn },
  ],
  footer: [
    { key: 'about', href: '/about', label: m.about, icon: 'info', access: access.public },
    { key: 'companies', href: '/productions', label: m.productions, icon: 'verified', access: access.public },
    { key: 'terms', href: '/legal/terms', label: m.terms, icon: 'file', access: access.public },
    { key: 'privacy', href: '/legal/privacy', label: m.privacy, icon: 'lock', access: access.public },
    { key: 'cookies', href: '/legal/cookies', label: m.cookies, icon: 'file', access: access.public },
    { key: 'mentions', href: '/legal/mentions', label: m.mentions, icon: 'building', access: access.public },
    { key: 'help', href: '/help', label: m.help, icon: 'help', access: access.public },
    { key: 'docs', href: '/docs', label: m.developers, icon: 'code', access: access.public },
  ],
  acts: [
    { key: 'new-project', href: '/cinema/projects/new', label: m.newProject, icon: 'film', access: access.admin },
    { key: 'new-production', href: '/cinema/productions/new', label: m.newProduction, icon: 'building', access: access.admin },
    { key: 'new-talent', href: '/admin/talent/create', label: m.newTalent, icon: 'user-plus', access: access.admin },
    { key: 'new-cinema-talent', href: '/cinema/talents/new', label: m.newCinemaTalent, icon: 'user-plus', access: access.admin },
    { key: 'cinema-ai-search', href: '/cinema/ai-search', label: m.cinemaBrief, icon: 'sparkles', access: access.casting },
    { key: 'edit-profile', href: '/profile/edit', label: m.editProfile, icon: 'edit', access: access.signedIn },
  ],
  search: { action: SEARCH_PATH, name: 'q', access: access.signedIn },
  notices: NOTICES_PAGE,
  signIn: '/auth/login',
  signOut: '/auth/logout',
  register: '/auth/register',
};

/**
 * What a phone may keep for when there is no network: public pages, one's own page, the lists one works with. Never the administration,
 * accounts, papers, forms, addresses that hold a secret, nor a person's page where it shows how to reach them.
 */
export const keptPages: readonly KeptPages[] = [
  { path: /^\/(welcome|about|castings|help|docs|legal)(\/[\w/-]+)?$/, of: 'everybody' },
  { path: /^\/(profile\/dashboard|talents|ai-search|presence|casting\/shortlists)?$/, of: 'everybody' },
  { path: /^\/cinema\/(dashboard|talents|ai-search|(productions|projects)(\/\d+)?)$/, of: 'everybody' },
  { path: /^\/(profile\/view|cinema\/profile)\/\w+$/, of: 'talents' },
];

/** Pages of ours that change with the program alone; the legal pages that are open come with them. */
const PUBLIC_PAGES = ['/welcome', '/castings', '/productions', '/auth/register', '/cinema/register'];

export async function openTalentDoor(door: Door, tools: TalentTools): Promise<Talent> {
  const { config, db, limits, queue } = tools;
  setDefaultDialect(door, config.talentApiDefault);
  limitTalentApi(door, limits, config.rateLimitScale);
  await describeApi(door, { title: 'Atelier: talents and casting', version: tools.version, ...DESCRIPTION });
  const catalogue = createCatalogue({ db, countCinema });
  const publicUrl = config.publicUrl.site;
  const news: PeopleNews = {
    named: (tx, kind, id) => askForNameCheck(queue, tx, kind, id),
    joined: (tx, kind, { by, ...values }) => {
      const [notice, href] = kind === 'cinema' ? [cinemaJoined, '/cinema/talents'] : [talentJoined, '/admin/users'];
      return tools.notices.notifyAdmins(tx, notice, { href, group: 'joined', values, except: by });
    },
    cvSent: (tx, id) => askForCvAnalysis(queue, tx, id),
    gone: (tx, kind, id) => noteErased(tools, tx, kind, id),
  };
  const memberTools = { ...tools, catalogue, publicUrl, news };
  const members = createMembers(memberTools);
  registerAuth(door, { ...tools, people: members.people });
  registerCatalogueRoutes(door, { catalogue });
  registerMemberRoutes(door, { ...tools, members, catalogue });
  const registration = registerRegistration(door, { ...tools, members, catalogue });
  registerProfile(door, { ...tools, members, catalogue, publicUrl });
  registerPeoplePages(door, { ...tools, members, catalogue });
  registerHome(door, { ...tools, members, catalogue });
  registerLegalPages(door, tools);
  const siteSettings = registerSiteSettings(door, tools);
  registerCv(door, { ...tools, catalogue, members });
  registerAiSettings(door, tools);
  registerEmailNotifications(door, tools);
  const logs = registerActivityLogs(door, tools);
  registerBackups(door, tools);
  registerDiagnostics(door, tools);
  registerUpdates(door, tools);
  registerWeeklyRecap(door, { ...tools, catalogue, publicUrl });
  registerMovies(door, tools);
  const cinema = openCinema(door, { ...tools, catalogue, members, news });
  registerWelcome(door, { ...tools, ...cinema, catalogue, publicUrl });
  return {
    seedDemo: async () => void (await seedDemo(memberTools, cinema.demo)),
    sweepDrafts: async () => (await registration.sweep()) + (await cinema.sweepDrafts()),
    sweepMatching: () => sweepMatching(db, tools.clock),
    sweepSearch: async () => (await cinema.sweepSearch()) + (await sweepFeed(db, 'members')),
    sweepLogs: logs.sweep,
    noteVersion: siteSettings.noteVersion,
    warmSearch: cinema.warm,
    importFlask: cinema.importFlask,
    sweepErasures: cinema.privacy.sweep,
    reapplyErasures: cinema.privacy.reapplyErasures,
    openPromo: cinema.openPromo,
    publicPlaces: [fixedPlaces('studio', async () => [...PUBLIC_PAGES, ...(await openAddresses(tools.settings))]), ...cinema.publicPlaces],
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
