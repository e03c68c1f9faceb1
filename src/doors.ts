/** The three doors, and what hangs in them: the rooms of the capabilities and products, in the order in which requests meet it. */
import type { FastifyRequest } from 'fastify';
import { type ReferenceApi, registerManual } from '#capabilities/manual/manual.ts';
import type { Config } from '#config';
import { access, type Viewer } from '#kernel/http/access.ts';
import { compressAnswers, createDoor, type Door, type RenderFailure, statusOf } from '#kernel/http/door.ts';
import { joinChannels } from '#kernel/http/live-channels.ts';
import { openApiOf } from '#kernel/http/openapi.ts';
import { registerOperations } from '#kernel/http/operations.ts';
import { messages } from '#kernel/message.ts';
import { registerAssets } from '#kernel/page/assets.ts';
import { fixedPlaces, registerCrawlers } from '#kernel/page/crawlers.ts';
import { watchFlashes } from '#kernel/page/flash.ts';
import { registerOffline } from '#kernel/page/offline.tsx';
import { registerPreferences } from '#kernel/page/preferences.ts';
import { watchSentForms } from '#kernel/page/sent-forms.ts';
import { filesOf as filesOfImages, firstActs, openImagesDoor, renderImagesFailure } from '#products/images/door.ts';
import { createSiteFailures, navigation, openTalentDoor, type Talent } from '#products/talent/door.ts';
import { filesOf as filesOfFilms, hasFilm, openVideoDoor, renderVideoFailure, type VideoProduct } from '#products/video/door.ts';
import { studioNavigation, type Tools } from './tools.ts';
import type { World } from './world.ts';

export type DoorName = 'site' | 'images' | 'video';
export type Doors = Readonly<Record<DoorName, Door>>;
/** Where a process answers. */
export interface Address {
  readonly name: DoorName | 'operators';
  readonly url: string;
}

/** Three listeners with the same manners; each proves its viewers and words its failures in its own way. A fourth is for operators. */
export function openDoors(
  { config, database, identity, log, metrics, pages, vault }: Tools,
  isLeaving: () => boolean,
): { readonly doors: Doors; readonly operators: Door } {
  const open = (
    name: Address['name'],
    authenticate: (request: FastifyRequest) => Promise<Viewer | null>,
    renderFailure: RenderFailure,
  ): Door => {
    const { metricsToken, trustedProxies } = config;
    const manners = { log, trustedProxies, signer: vault, secureCookies: isSecure(config), isLeaving };
    const door = createDoor({ name, ...manners, authenticate, renderFailure });
    metrics.watch(door, name);
    registerOperations(door, { database, metrics, isLeaving, metricsToken });
    return door;
  };
  const doors = {
    site: open(
      'site',
      identity.authenticate,
      createSiteFailures(() => pages),
    ),
    images: open('images', identity.authenticateBearer, renderImagesFailure),
    video: open('video', identity.authenticateBearer, renderVideoFailure),
  };
  const sayStatus: RenderFailure = (error, _request, reply) => reply.code(statusOf(error)).send({ status: error.code });
  return { doors, operators: open('operators', async () => null, sayStatus) };
}

/** Hangs everything into the doors, in the order in which requests meet it. */
export async function furnish(
  doors: Doors,
  tools: Tools,
  { feed }: World,
): Promise<{ readonly talent: Talent; readonly video: VideoProduct }> {
  const { config, pages } = tools;
  const { site, images } = doors;
  for (const door of Object.values(doors)) await compressAnswers(door);
  tools.audit.watchPages(site);
  watchFlashes(site, tools.vault, isSecure(config));
  watchSentForms(site, { db: tools.db, clock: tools.clock, secure: isSecure(config) });
  registerAssets(site, { siteName: tools.siteName });
  registerOffline(site, { pages, isOn: config.keepsOnPhones, signOut: navigation.signOut });
  registerPreferences(site, { keepLanguage: (accountId, language) => tools.identity.setLanguage(tools.db, accountId, language) });
  tools.uploads.routes(site);
  tools.lists.routes(site);
  tools.everywhere.routes(site, pages, studioNavigation);
  const talent = await openTalentDoor(site, {
    ...tools,
    madeBy: (accountId) => madeBy(tools, accountId),
    filesMadeBy: async (tx, accountId) => [...(await filesOfImages(tx, accountId)), ...(await filesOfFilms(tx, accountId))],
  });
  tools.publishing.routes(site, pages);
  tools.notices.routes(site, pages);
  const video = await openVideoDoor(doors.video, site, tools);
  const { promotions } = await openImagesDoor(images, site, { ...tools, feed, films: video.calendar });
  tools.library.routes(site, pages);
  // A casting orders its film and its posts from the other products; what they make lands in one calendar.
  const films = { make: video.commissions.make, ofOrigin: video.commissions.ofOrigin, said: video.calendar.ofOrigin };
  talent.openPromo({ films, studio: promotions });
  // One address for all that pages hear of as it happens.
  const channels = joinChannels(video.channels, tools.notices.channels);
  tools.live.route(site, '/ws', { authenticate: tools.identity.authenticateToken, ...channels });
  registerManual(site, pages, apisOf(config, doors));
  const places = [...talent.publicPlaces, fixedPlaces('manual', ['/docs', '/help', '/docs/talent', '/docs/images', '/docs/video'])];
  registerCrawlers(site, { origin: config.publicUrl.site, clock: tools.clock, places });
  const elsewhere = { config: { access: access.public, internal: true, anonymous: true } };
  images.get('/docs', elsewhere, async (_request, reply) => reply.redirect(`${config.publicUrl.site}/docs/images`, 303));
  doors.video.get('/docs', elsewhere, async (_request, reply) => reply.redirect(`${config.publicUrl.site}/docs/video`, 303));
  return { talent, video };
}

/** What an account has ever made outside of the talent product, for its first steps. */
async function madeBy({ db, publishing }: Tools, accountId: number) {
  const [acts, film, connections] = await Promise.all([
    firstActs(db, accountId),
    hasFilm(db, accountId),
    publishing.connections.list(db, accountId),
  ]);
  return { ...acts, film, connection: connections.some(({ state }) => state === 'connected') };
}

const isSecure = ({ publicUrl }: Config): boolean => publicUrl.site.startsWith('https:');

const apisOf = ({ publicUrl }: Config, doors: Doors): readonly ReferenceApi[] => [
  { name: 'talent', title: m.talent, origin: publicUrl.site, document: () => openApiOf(doors.site) },
  { name: 'images', title: m.images, origin: publicUrl.images, document: () => openApiOf(doors.images) },
  { name: 'video', title: m.video, origin: publicUrl.video, document: () => openApiOf(doors.video) },
];
const m = messages({
  talent: { fr: 'Talents et casting', en: 'Talent and casting', ar: 'المواهب واختيار الممثلين' },
  images: { fr: 'Images et publications', en: 'Images and scheduler', ar: 'الصور والنشر' },
  video: { fr: 'Vidéo', en: 'Video', ar: 'الفيديو' },
});

/** A process that only works on jobs has no door but that of the operators. */
export async function listen(config: Config, doors: Doors, operators: Door): Promise<readonly Address[]> {
  const { site, images, video } = doors;
  const answering =
    config.role === 'worker'
      ? []
      : ([
          ['site', site, config.ports.site],
          ['images', images, config.ports.images],
          ['video', video, config.ports.video],
        ] as const);
  const opened: Address[] = [];
  for (const [name, door, port] of [...answering, ['operators', operators, config.operationsPort] as const]) {
    if (port === null) continue;
    await door.listen({ host: config.host, port });
    opened.push({ name, url: `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}` });
  }
  return opened;
}
