/**
 * A door: one Fastify instance with the manners every product shares.
 *
 * The door knows who asks (`request.viewer`), refuses a route that names no access, checks the body
 * against the contract, and renders every failure in the dialect of its product. Slices add routes
 * with `app.get(path, { config: { access: access.admin }, schema }, handler)`.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RawServerDefault,
} from 'fastify';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../db/away.ts';
import { Failure, failure, STATUS } from '../failure.ts';
import { isLanguage, type Language, messages, preferredLanguage } from '../message.ts';
import { type StorageTrouble, storageTrouble } from '../storage/storage.ts';
import type { Signer } from '../vault.ts';
import type { Access, Viewer } from './access.ts';
import { mindAnswers } from './answer-headers.ts';
import { requireCleanText } from './clean-text.ts';
import { requireSameOrigin } from './cross-site.ts';
import { watchCsrf } from './csrf.ts';
import { acceptForms, type LargeFiles, readForm } from './forms.ts';
import { watchGuests } from './guest.ts';
import { readableAddress } from './readable-address.ts';
import { BODY_PATIENCE, type BodyPatience, cutSlowBodies } from './slow-bodies.ts';
import { type Leaving, type Listener, watchListener } from './stop-accepting.ts';
import { fieldErrorsOf } from './validation.ts';

export type Door = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxTypeProvider>;

export interface DoorOptions {
  readonly name: 'site' | 'images' | 'video' | 'operators';
  readonly log: Logger;
  readonly trustedProxies: number;
  /** Signs guest cookies and form tokens. */
  readonly signer: Signer;
  /** Cookies travel over HTTPS only: true unless the public address is plain http. */
  readonly secureCookies: boolean;
  /** Finds the viewer from cookie or bearer token; null for a stranger. Provided by identity. */
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer | null>;
  /** Writes a failure in the product's own format. */
  readonly renderFailure: RenderFailure;
  /** The program is ending: once nobody can connect any more, every answer ends its connection. */
  readonly isLeaving?: () => boolean;
  /** How slowly a body may come. */
  readonly bodyPatience?: BodyPatience;
}
export type RenderFailure = (error: Failure, request: FastifyRequest, reply: FastifyReply) => unknown;

/** What a route must say about itself (`config` of the route). */
export interface RouteManners {
  readonly access: Access;
  /** How the cross-site check is done: pages carry a token, the API relies on the origin. Default `api`. */
  readonly kind?: 'api' | 'page';
  /** Left out of the OpenAPI document and of the rate limits: files, health, internal helpers of pages. */
  readonly internal?: boolean;
  /** How a product that is a guest of this door says what went wrong; the door's own way when not given. */
  readonly renderFailure?: RenderFailure;
  /** Files of its forms go to the disk instead of the memory (`request.largeFiles`). */
  readonly largeFiles?: LargeFiles;
  /** The same for everybody: nobody is looked up (built files, health). */
  readonly anonymous?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig extends Partial<RouteManners> {}
  interface FastifyRequest {
    viewer: Viewer | null;
    language: Language;
  }
}

const m = messages({
  malformed: { fr: 'Requête illisible', en: 'Malformed request', ar: 'طلب غير مقروء' },
  adminNeeded: { fr: 'Accès administrateur requis', en: 'Admin access required', ar: 'يلزم حساب مسؤول' },
  noRoute: { fr: 'Page introuvable', en: 'Resource not found', ar: 'الصفحة غير موجودة' },
});

/** What is answered when the program is at fault: the cause goes to the log, never to the reader. */
export class UnexpectedError extends Failure {
  constructor() {
    super('unavailable', {
      code: 'SERVER_ERROR',
      message: { fr: 'Erreur interne du serveur', en: 'Internal server error', ar: 'خطأ داخلي في الخادم' },
    });
  }
}
export const statusOf = (error: Failure): number => (error instanceof UnexpectedError ? 500 : STATUS[error.kind]);

export interface RouteEntry {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
  readonly kind: 'api' | 'page';
}
const entries = new WeakMap<object, readonly RouteEntry[]>();
/** Every route of a door with what it demands; complete after `door.ready()`. */
export const routesOf = (door: Door): readonly RouteEntry[] => entries.get(door) ?? [];

const DATABASE_AWAY: StorageTrouble = { failure: failure.unavailable(), why: 'the database is away' };
/** An embedded server is started again in that time; a managed one changes over in a minute. */
const BACK_SECONDS = 5;

const listeners = new WeakMap<object, Listener>();
/** Lets nobody in any more, and waits for whoever is inside. Closing the door comes after it. */
export const stopAccepting = async (door: Door, leaving: Leaving): Promise<void> => listeners.get(door)?.stopAccepting(leaving);

export function createDoor(options: DoorOptions): Door {
  const app: Door = fastify<Server, IncomingMessage, ServerResponse>({
    loggerInstance: options.log,
    trustProxy: (_address, hop) => hop < options.trustedProxies,
    bodyLimit: 1024 * 1024,
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    // As long as an address can be: what no route knows is answered by its door, however long it is.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16 * 1024 },
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
    // A machine that is busy starts late; it does not fail to start.
    pluginTimeout: 0,
    // Who comes over a connection that was open before the end is answered like everybody.
    return503OnClosing: false,
  })
    .setValidatorCompiler(TypeBoxValidatorCompiler)
    .withTypeProvider<TypeBoxTypeProvider>();

  const routes: RouteEntry[] = [];
  entries.set(app, routes);
  listeners.set(app, watchListener(app.server));
  app.register(cookie);
  acceptEmptyJson(app);
  acceptForms(app);
  app.decorateRequest('viewer', null);
  app.decorateRequest('language', 'fr');

  app.addHook('onRoute', (route) => {
    const { access: needed, kind = 'api' } = route.config ?? {};
    if (!needed) throw new Error(`${String(route.method)} ${route.url} names no access: deny by default (config.access)`);
    for (const method of [route.method].flat()) if (method !== 'HEAD') routes.push({ method, url: route.url, access: needed, kind });
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    request.viewer = request.routeOptions.config.anonymous ? null : await options.authenticate(request);
    request.language = languageOf(request);
  });
  cutSlowBodies(app, options.bodyPatience ?? BODY_PATIENCE);
  mindAnswers(app);
  watchGuests(app, options.signer, options.secureCookies);
  watchCsrf(app, options.signer);

  // Access is settled before the body is read: a stranger cannot make us parse ten megabytes.
  app.addHook('preParsing', async (request) => {
    const { access: needed, kind } = request.routeOptions.config;
    if (!needed) return; // only the not-found handler has none
    if (!needed.allows(request.viewer)) throw refusalOf(needed, request.viewer);
    if (kind !== 'page') requireSameOrigin(request);
  });
  app.addHook('preValidation', async (request) => {
    await readForm(request);
    requireCleanText(request.body, request.query, request.params);
    if (request.routeOptions.config.kind === 'page') request.csrf.check();
  });

  app.addHook('onSend', async (_request, reply) => {
    // Not before the listener is closed: whoever had to connect anew would come here again.
    if (options.isLeaving?.() && !app.server.listening) reply.header('connection', 'close');
  });

  app.setErrorHandler((error, request, reply) => {
    const renderFailure = request.routeOptions.config.renderFailure ?? options.renderFailure;
    const known = toFailure(error);
    if (known) return renderFailure(known, request, reply);
    const told = { err: error, url: request.url.split('?')[0] };
    const trouble = isDatabaseAway(error) ? DATABASE_AWAY : storageTrouble(error);
    if (trouble) {
      request.log.error(told, trouble.why);
      return renderFailure(trouble.failure, request, reply.header('retry-after', BACK_SECONDS));
    }
    request.log.error(told, 'unexpected error');
    return renderFailure(new UnexpectedError(), request, reply);
  });
  app.setNotFoundHandler((request, reply) => options.renderFailure(failure.notFound(m.noRoute), request, reply));
  return app;
}

/** Documented clients say `Content-Type: application/json` on every request, also on a DELETE that carries nothing. */
function acceptEmptyJson(app: Door): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body.toString(), done);
  });
}

function refusalOf(needed: Access, viewer: Viewer | null): Failure {
  if (!viewer) return failure.unauthenticated();
  return failure.forbidden(needed.name === 'admin' ? m.adminNeeded : undefined);
}

/** What the address of a page says (`?lang=ar`, the same for everybody), else cookie `lang`, else the account's, else what the browser prefers. */
function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { readonly lang?: unknown };
  if (request.routeOptions.config.kind === 'page' && request.method === 'GET' && isLanguage(lang)) return lang;
  const chosen = request.cookies['lang'];
  if (isLanguage(chosen)) return chosen;
  return request.viewer?.language ?? preferredLanguage(request.headers['accept-language']);
}

/** Failures of the framework (bad JSON, wrong schema, too large) in our words; null when the program is at fault. */
function toFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  if (!(error instanceof Error)) return null;
  const { validation, statusCode, code } = error as Error & { validation?: unknown[]; statusCode?: number; code?: string };
  if (validation) return failure.invalid(fieldErrorsOf(validation));
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Failure('unsupported-type');
  if (statusCode === 413) return new Failure('too-large');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Failure('invalid', { code: 'BAD_REQUEST', message: m.malformed });
  return null;
}

/**
 * Compresses pages and JSON for who accepts it; to be awaited before the first route. The secrets of a page (form tokens) are made
 * anew at each rendering, so that the length of a compressed page tells nothing about them.
 */
export async function compressAnswers(door: Door): Promise<void> {
  await door.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // 4: most of the gain at a tenth of the time of the highest quality.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
}
