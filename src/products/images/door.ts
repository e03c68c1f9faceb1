/**
 * The images product's door: how it speaks. Its errors are `{error, details{field: [texts]}}`, always in French
 * (images-api.md, "Gestion des Erreurs"). The routes of the image studio join here as they are built.
 */
import type { Generation } from '#capabilities/generation/generation.ts';
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Library } from '#capabilities/library/library.ts';
import type { Lists } from '#capabilities/lists/lists.ts';
import type { Notices } from '#capabilities/notifications/notifications.ts';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import { registerWebhookPages, type Webhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, type RenderFailure, statusOf } from '#kernel/http/door.ts';
import { describeApi } from '#kernel/http/openapi.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { messages, say } from '#kernel/message.ts';
import type { Everywhere } from '#kernel/page/everywhere.tsx';
import type { KeptPages } from '#kernel/page/kept.ts';
import type { NavigationItem } from '#kernel/page/navigation.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { registerAccountRoutes } from './accounts/routes.ts';
import { type FilmsOnCalendar, registerCalendarPages, type SimulatedFeed } from './calendar/calendar.ts';
import { type Captions, createCaptions, registerCaptionRoutes } from './captions/captions.ts';
import { pictureMedia } from './media/media.ts';
import { type ImagesMount, mountOn } from './mount.ts';
import { connectionLost } from './notices.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { registerPictureRoutes } from './pictures/routes.ts';
import { createPromotions, type Promotions } from './promotions/promotions.ts';
import { createSchedules, type Schedules } from './recurrence/recurrence.ts';
import { registerScheduleRoutes } from './recurrence/routes.ts';
import { registerSchedulerRoutes } from './scheduler/routes.ts';
import { createScheduler, isScheduled, type Scheduler } from './scheduler/scheduler.ts';
import { registerStudioPages } from './studio/studio.ts';
import { EVENTS } from './webhooks/contract.ts';
import { registerWebhookRoutes } from './webhooks/routes.ts';

export const renderImagesFailure: RenderFailure = (failure, _request, reply) => {
  if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter);
  return reply.code(statusOf(failure)).send({ error: say(failure.text, 'fr', failure.params), details: detailsOf(failure) });
};

const detailsOf = (failure: Failure): Record<string, string[]> =>
  Object.fromEntries(Object.entries(failure.fields).map(([name, { message, params }]) => [name, [say(message, 'fr', params)]]));

export interface ImagesTools {
  readonly config: Config;
  readonly version: string;
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly identity: Identity;
  readonly limits: Limits;
  readonly queue: Queue;
  readonly files: Files;
  readonly generation: Generation;
  readonly publishing: Publishing;
  readonly library: Library;
  readonly webhooks: Webhooks;
  readonly notices: Notices;
  readonly pages: Pages;
  readonly lists: Lists;
  readonly everywhere: Pick<Everywhere, 'add'>;
  readonly feed: SimulatedFeed | null;
  /** What another product puts into the calendar. */
  readonly films: FilmsOnCalendar;
}

const m = messages({
  studio: { fr: 'Images', en: 'Images', ar: 'الصور' },
  newPicture: { fr: 'Nouvelle image', en: 'New picture', ar: 'صورة جديدة' },
  newPost: { fr: 'Planifier un post', en: 'Plan a post', ar: 'جدولة منشور' },
  publications: { fr: 'Publications', en: 'Posts', ar: 'المنشورات' },
  webhooks: {
    fr: 'Prévenir vos propres programmes quand une image est prête, quand un post part ou échoue.',
    en: 'Tell programs of your own when a picture is ready, when a post goes out or fails.',
    ar: 'أخبر برامجك عندما تجهز صورة، أو عندما يُنشر منشور أو يفشل.',
  },
});

export type { SimulatedFeed } from './calendar/calendar.ts';
export { filesOf, firstActs } from './first-acts.ts';
export { noticeKinds } from './notices.ts';

/** What a phone may keep: lists and pictures to look at, nothing with a key in it. */
export const keptPages: readonly KeptPages[] = [
  { path: /^\/studio(\/(gallery|review|images\/\d+))?$/, of: 'everybody' },
  { path: /^\/publications(\/posts\/\d+)?$/, of: 'everybody' },
];

export const rooms: readonly NavigationItem[] = [
  { key: 'studio', href: '/studio', label: m.studio, icon: 'image', access: access.signedIn },
  { key: 'publications', href: '/publications', label: m.publications, icon: 'calendar', access: access.signedIn },
];

export interface ImagesProduct {
  /** Pictures and posts that other rooms order. */
  readonly promotions: Promotions;
}

export const acts: readonly NavigationItem[] = [
  { key: 'new-picture', href: '/studio', label: m.newPicture, icon: 'image', access: access.signedIn },
  { key: 'new-post', href: '/publications/new', label: m.newPost, icon: 'calendar', access: access.signedIn },
];

/** On its own door and, so that one address is enough behind a proxy, on the site's. */
export async function openImagesDoor(door: Door, site: Door, tools: ImagesTools): Promise<ImagesProduct> {
  const { config } = tools;
  const tags = [
    { name: 'Authentication', description: 'Accounts and profiles of the studio' },
    { name: 'Images', description: 'From a prompt to a picture that a person validated' },
    { name: 'Scheduler', description: 'From a picture to a post that is said once, and only once' },
    { name: 'Webhooks', description: 'Telling other programs what happened' },
  ];
  await describeApi(door, { title: 'Atelier: images', version: tools.version, description: 'Image studio and social scheduler.', tags });
  const pictures = createPictures({ ...tools, isScheduled });
  const scheduler = createScheduler({ ...tools, pictures });
  tellOfLostConnections(tools);
  const publicUrl = config.publicUrl.images;
  const { rateLimitScale } = config;
  const schedules = createSchedules({ ...tools, scheduler });
  const captions = createCaptions({ ...tools, rateLimitScale, pictures });
  const all = { ...tools, rateLimitScale, publicUrl, pictures, scheduler, schedules, captions };
  for (const mount of [mountOn(door, renderImagesFailure, false), mountOn(site, renderImagesFailure, true)]) openRoutes(mount, all);
  registerStudioPages(site, all);
  registerCalendarPages(site, all);
  registerWebhookPages(site, all, { product: 'images', root: '/studio/webhooks', events: EVENTS, lead: m.webhooks });
  tools.library.serves(pictureMedia);
  return { promotions: createPromotions(all) };
}

/** In time, where a post is planned: people hear of it before, not when it did not go out. */
function tellOfLostConnections({ publishing, notices }: ImagesTools): void {
  publishing.connections.followLost((tx, accountId, { id, platform, name, username }) => {
    const values = { platform: publishing.platform(platform).title, name: name || username };
    return notices.notify(tx, connectionLost, { to: accountId, href: '/publications/connections', group: String(id), values });
  });
}

interface AllTools extends ImagesTools {
  readonly rateLimitScale: number;
  readonly publicUrl: string;
  readonly pictures: Pictures;
  readonly scheduler: Scheduler;
  readonly schedules: Schedules;
  readonly captions: Captions;
}

function openRoutes(mount: ImagesMount, tools: AllTools): void {
  registerAccountRoutes(mount, tools);
  registerPictureRoutes(mount, tools);
  registerSchedulerRoutes(mount, tools);
  registerScheduleRoutes(mount, tools);
  registerCaptionRoutes(mount, tools);
  registerWebhookRoutes(mount, tools);
}
