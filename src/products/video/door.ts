/**
 * The video product's door: how it speaks. Its errors are `{error: {code, message, details: {field, constraint}}}`
 * (video-api.md, "Format des Erreurs"). Its rooms are put together here.
 */
import { registerWebhookPages } from '#capabilities/webhooks/webhooks.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, type RenderFailure, statusOf } from '#kernel/http/door.ts';
import type { LiveChannels } from '#kernel/http/live-channels.ts';
import { describeApi } from '#kernel/http/openapi.ts';
import { messages, say } from '#kernel/message.ts';
import type { KeptPages } from '#kernel/page/kept.ts';
import type { NavigationItem } from '#kernel/page/navigation.ts';
import { createAssets } from './assets/assets.ts';
import { registerAssetRoutes } from './assets/routes.ts';
import { registerAuthRoutes } from './auth/routes.ts';
import { type Commissions, createCommissions, createFilmCalendar, type FilmCalendar } from './commissions/commissions.ts';
import { createRequestLimits } from './limits.ts';
import { registerLive } from './live.ts';
import { filmMedia } from './media/media.ts';
import { mountOn, type VideoMount } from './mount.ts';
import { createPipeline } from './pipeline/pipeline.ts';
import { registerPipelineRoutes } from './pipeline/routes.ts';
import { createProjects } from './projects/projects.ts';
import { createPublications } from './publications/publications.ts';
import { registerPublicationRoutes } from './publications/routes.ts';
import { createRenders } from './renders/renders.ts';
import { registerRenderRoutes } from './renders/routes.ts';
import type { FilmTools } from './rooms.ts';
import { registerStudioPages } from './studio/studio.tsx';
import { registerTimelinePages } from './timeline-page/timeline-page.tsx';
import { registerTimelineRoutes } from './timelines/routes.ts';
import { createTimelines } from './timelines/timelines.ts';
import type { VideoTools } from './tools.ts';
import { registerVoiceRoutes } from './voices/routes.ts';
import { EVENTS } from './webhooks/contract.ts';
import { registerWebhookRoutes } from './webhooks/routes.ts';
import { createWorkshop } from './workshop.ts';

export { type FilmOrder, type FilmStep, type MadeFilm, makeFilm, RATIOS, type Ratio } from './film/film.ts';
export { filesOf, hasFilm } from './first-acts.ts';
export { noticeKinds } from './notices.ts';

export const renderVideoFailure: RenderFailure = (failure, request, reply) => {
  if (failure.retryAfter !== undefined) reply.header('retry-after', failure.retryAfter);
  const fields = Object.entries(failure.fields).map(([field, { message, params, constraint }]) => ({
    field,
    constraint: constraint ?? 'invalid',
    message: say(message, request.language, params),
  }));
  const [first] = fields;
  const details = first ? { field: first.field, constraint: first.constraint, fields } : {};
  return reply
    .code(statusOf(failure))
    .send({ error: { code: failure.code, message: say(failure.text, request.language, failure.params), details } });
};

const m = messages({
  newFilm: { fr: 'Nouveau film', en: 'New film', ar: 'فيلم جديد' },
  films: { fr: 'Films', en: 'Films', ar: 'الأفلام' },
  webhooks: {
    fr: 'Prévenir vos propres programmes quand un film avance, est prêt ou est publié.',
    en: 'Tell programs of your own when a film goes on, is ready or is published.',
    ar: 'أخبر برامجك عندما يتقدم فيلم أو يجهز أو يُنشر.',
  },
});

/** What a phone may keep. */
export const keptPages: readonly KeptPages[] = [{ path: /^\/films(\/[\w-]{8,})?$/, of: 'everybody' }];

export const rooms: readonly NavigationItem[] = [{ key: 'films', href: '/films', label: m.films, icon: 'film', access: access.signedIn }];

export const acts: readonly NavigationItem[] = [
  { key: 'new-film', href: '/films/new', label: m.newFilm, icon: 'film', access: access.signedIn },
];

export interface VideoProduct {
  /** Removes files of the workshop that nobody needs; answers how many. For a daily job. */
  tidy(): Promise<number>;
  /** Of one's own projects, for the site's own address. */
  readonly channels: LiveChannels;
  /** Films that other rooms order. */
  readonly commissions: Commissions;
  /** What the house's calendar shows of films. */
  readonly calendar: FilmCalendar;
}

/** On its own door and, so that one address is enough behind a proxy, on the site's. */
export async function openVideoDoor(door: Door, site: Door, tools: VideoTools): Promise<VideoProduct> {
  const { config, version } = tools;
  const tags = [
    { name: 'Authentication', description: 'Tokens and API keys' },
    { name: 'Projects', description: 'From one sentence to a film, step by step' },
    { name: 'Assets', description: 'Pictures, clips, voices and music, each made once' },
    { name: 'Videos', description: 'Timelines, renders and finished films' },
    { name: 'Publication', description: 'Films on platforms, said once and only once' },
    { name: 'Voices', description: 'Who can speak' },
    { name: 'Webhooks', description: 'Telling other programs what happened' },
  ];
  await describeApi(door, { title: 'Atelier: video', version, description: 'From one sentence to a published film.', tags });
  const workshop = createWorkshop({ files: tools.files, dataFolder: config.dataFolder });
  const projects = createProjects(tools);
  const assets = createAssets({ ...tools, projects, workshop });
  const timelines = createTimelines({ ...tools, projects, assets });
  const renders = createRenders({ ...tools, projects, assets, timelines, workshop });
  const pipeline = createPipeline({ ...tools, projects, assets, timelines, renders });
  const publications = createPublications({ ...tools, projects, assets, renders });
  const publicUrl = config.publicUrl.video;
  const all: FilmTools = { ...tools, publicUrl, projects, assets, timelines, renders, pipeline, publications };
  const limits = createRequestLimits(tools.limits, tools.clock, config.rateLimitScale);
  openRoutes(mountOn(door, renderVideoFailure, limits, false), all);
  openRoutes(mountOn(site, renderVideoFailure, limits, true), { ...all, publicUrl: config.publicUrl.site });
  const channels = registerLive(door, all);
  registerStudioPages(site, all);
  registerTimelinePages(site, all);
  const { rateLimitScale } = config;
  registerWebhookPages(site, { ...all, rateLimitScale }, { product: 'video', root: '/films/webhooks', events: EVENTS, lead: m.webhooks });
  tools.library.serves(filmMedia);
  const commissions = createCommissions({ ...tools, assets, pipeline });
  return { tidy: () => workshop.tidy(), channels, commissions, calendar: createFilmCalendar(tools) };
}

function openRoutes(mount: VideoMount, tools: FilmTools): void {
  registerAuthRoutes(mount, tools);
  registerPipelineRoutes(mount, tools);
  registerAssetRoutes(mount, tools);
  registerTimelineRoutes(mount, tools);
  registerRenderRoutes(mount, tools);
  registerPublicationRoutes(mount, tools);
  registerVoiceRoutes(mount, tools);
  registerWebhookRoutes(mount, tools);
}
