/**
 * Saying things on platforms once, and only once.
 *
 * Hides leases, tries, tokens, rate budgets and the wire of each platform. Words: a *publication* is one post on one platform; to
 * *prepare* is everything that may be done again (uploads, containers); it is *armed* before the request that cannot be taken back,
 * and *called* when that request has left: from then on we only read, until it is *confirmed*, *rejected*, or *unknown* and a person
 * decides. A *connection* is an account of a platform that somebody lent us; a *handshake* the way there and back.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#kernel/db/connect.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { createConnections } from './connections.ts';
import { registerConnectionRoutes } from './connections-routes.ts';
import { type ConnectionTools, posterOf, tokenRefused } from './connections-store.ts';
import { createEngine } from './engine.ts';
import { createMediaLinks } from './media-links.ts';
import { PATIENCE, type Patience } from './patience.ts';
import {
  announceDue,
  cancelPublication,
  changePublication,
  findAttempts,
  findPublication,
  findPublications,
  haltPublication,
  hurryPublication,
  insertPublication,
  requirePublication,
  settlePublication,
} from './plans.ts';
import type { Platform, PlatformName, PostFigures } from './platform.ts';
import type { GoogleFacts, LinkedInFacts, MetaFacts, TikTokFacts, XFacts } from './platform-facts.ts';
import { createFacebook } from './platforms/facebook.ts';
import { createInstagram } from './platforms/instagram.ts';
import { createLinkedIn } from './platforms/linkedin.ts';
import { createTikTok } from './platforms/tiktok.ts';
import { createTwitter } from './platforms/twitter.ts';
import { createYouTube } from './platforms/youtube.ts';
import type { PosterSource } from './posters.ts';
import type {
  Attempt,
  NewPublication,
  Publication,
  PublicationChanges,
  PublicationGuard,
  PublicationHalt,
  PublicationState,
} from './publication.ts';

export { doubtPublications } from './after-restore.ts';
export type { FilmWords, PictureFrame, PicturePlatform, PlatformName, PostContent, PostFault, PostFigures, PostMedia } from './platform.ts';
export { PICTURE_PLATFORMS, PLATFORM_NAMES } from './platform.ts';
export { NamedPlatform, PLATFORM_TITLES, PlatformMark } from './platform-mark.tsx';
export type {
  Attempt,
  NewPublication,
  Publication,
  PublicationChanges,
  PublicationGuard,
  PublicationHalt,
  PublicationOutcome,
  PublicationState,
} from './publication.ts';

/** Heard in the very transaction that ends a publication, or takes it back from its end. Throwing undoes both. */
export type PublicationFollower = (tx: Tx, publication: Publication) => Promise<void>;

/** Heard in the transaction that finds a connection dead: whose it is, and how it stands. */
export type ConnectionFollower = (tx: Tx, accountId: number, connection: Connection) => Promise<void>;

export interface Publishing {
  /** Throws for a name that is no platform. */
  platform(name: PlatformName): Pick<Platform, 'name' | 'title' | 'frame' | 'countText' | 'check'>;
  plan(tx: Tx, publication: NewPublication): Promise<Publication>;
  /** Compare-and-set. Throws `failure.conflict('PUBLICATION_UNDER_WAY' | 'PUBLICATION_ENDED')` once it is armed. */
  change(tx: Tx, id: number, changes: PublicationChanges): Promise<Publication>;
  /** As `change`. Cancelling twice is cancelling once. */
  cancel(tx: Tx, id: number): Promise<Publication>;
  /** Makes it due now, ahead of others, and waits at most `waitMs` for its end; answers how it stands. Not inside a transaction. */
  publishNow(id: number, waitMs: number): Promise<Publication>;
  find(db: Db, id: number): Promise<Publication | null>;
  findAll(db: Db, ids: readonly number[]): Promise<readonly Publication[]>;
  attempts(db: Db, id: number): Promise<readonly Attempt[]>;
  /** What a person found out about an unknown one: it is live (with its address, if they have it), or it is not and shall be sent again. */
  settle(tx: Tx, id: number, finding: { readonly live: boolean; readonly url?: string }): Promise<Publication>;
  follow(follower: PublicationFollower): void;
  /** Who must agree before anything leaves the house; each of them can say no. Asked while it is prepared, and right before it is said. */
  guardBy(guard: PublicationGuard): void;
  /** Ends it as `rejected` for `rights`. Null when it is too late for that: under way, or ended. */
  halt(tx: Tx, id: number, halt: PublicationHalt): Promise<Publication | null>;
  /** Of a confirmed publication. Throws `failure.unavailable` when the platform does not tell now. */
  figures(id: number): Promise<PostFigures>;
  readonly connections: Connections;
  /** The files that platforms fetch and, where there are pages, the way to platforms and back. */
  routes(site: Door, pages?: Pages): void;
  /** Begins to work on what is due. */
  start(): void;
  /** Lets calls under way come to their end, at most about nine seconds. */
  stop(): Promise<void>;
}

/** As people see it: no token. */
export interface Connection {
  readonly id: number;
  readonly platform: PlatformName;
  readonly externalId: string;
  readonly name: string;
  readonly username: string;
  /** `expired`: the person must connect anew. */
  readonly state: 'connected' | 'expired' | 'disconnected';
  readonly problem: string | null;
  readonly isSimulated: boolean;
  readonly accessExpiresAt: Date | null;
  readonly connectedAt: Date;
  readonly checkedAt: Date | null;
}

export interface Connections {
  list(db: Db, accountId: number): Promise<readonly Connection[]>;
  /** Whether this installation has an app at the platform, or plays it. */
  isOffered(platform: PlatformName): boolean;
  /** Where to send the browser. `returnTo` is a path of the site. */
  begin(accountId: number, platform: PlatformName, returnTo: string): Promise<URL>;
  /** Asks the platform; what it says is stored. */
  check(accountId: number, id: number): Promise<Connection>;
  disconnect(accountId: number, id: number): Promise<void>;
  followLost(follower: ConnectionFollower): void;
  /** In demo mode: accounts at the simulated platforms for somebody who has none. */
  ensureSimulated(accountId: number): Promise<void>;
  /**
   * Asks after the connections that something is planned with in the next day, each at most every six hours, so that people hear of a
   * dead one before their post is due. Answers how many need their owner.
   */
  checkUpcoming(): Promise<number>;
}

export interface PublishingTools {
  readonly config: Config;
  readonly database: Pick<Database, 'db' | 'listen' | 'notify'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly vault: Vault;
  readonly files: Files;
  /** Where the platforms are: the real ones, or those that demo mode plays. */
  readonly facts: PlatformFacts;
}

export interface PlatformFacts {
  readonly meta: MetaFacts;
  readonly x: XFacts;
  readonly google: GoogleFacts;
  readonly linkedin: LinkedInFacts;
  readonly tiktok: TikTokFacts;
  /** Names of platforms that are played here. */
  readonly simulated: readonly PlatformName[];
}

/** What drills and tests put in place of the real ones. */
export interface PublishingOptions {
  readonly platforms?: Readonly<Record<PlatformName, Platform>>;
  readonly patience?: Partial<Patience>;
  /** Told after each state that a worker wrote; a worker that is not answered goes no further. */
  readonly onState?: (state: PublicationState, publication: Pick<Publication, 'id' | 'platform'>) => Promise<void>;
}

export function createPublishing(tools: PublishingTools, options: PublishingOptions = {}): Publishing {
  const { config, database, facts, files, vault } = tools;
  const { db } = database;
  const patience: Patience = { ...PATIENCE, ...options.patience };
  const platforms = options.platforms ?? platformsOf(facts);
  const followers: PublicationFollower[] = [];
  const tell: PublicationFollower = async (tx, publication) => {
    for (const follower of followers) await follower(tx, publication);
  };
  const guards: PublicationGuard[] = [];
  const guard: PublicationGuard = async (publication, now) => {
    for (const ask of guards) {
      const halt = await ask(publication, now);
      if (halt) return halt;
    }
    return null;
  };
  const links = createMediaLinks({ db, files, signer: vault, publicUrl: config.publicUrl.site, simulated: facts.simulated });
  const losses: ConnectionFollower[] = [];
  const lost: ConnectionFollower = async (...news) => {
    for (const heard of losses) await heard(...news);
  };
  const lending: ConnectionTools = { ...tools, platforms, lost };
  const source: PosterSource = {
    posterOf: (ask) => posterOf(lending, ask),
    tokenRefused: (...refusal) => tokenRefused(lending, ...refusal),
  };
  const engine = createEngine({ ...tools, platforms, patience, links, tell, guard, source, onState: options.onState });
  return {
    platform: (name) => platforms[name],
    plan: async (tx, publication) => announced(tx, await insertPublication(tx, publication, patience)),
    change: async (tx, id, changes) => announced(tx, await changePublication(tx, id, changes, patience)),
    async cancel(tx, id) {
      const cancelled = await cancelPublication(tx, id);
      if (!cancelled) return requirePublication(tx, id);
      await tell(tx, cancelled);
      return cancelled;
    },
    publishNow: (id, waitMs) => publishNow(db, id, waitMs),
    find: findPublication,
    findAll: findPublications,
    attempts: findAttempts,
    async settle(tx, id, finding) {
      const settled = await settlePublication(tx, id, finding);
      await tell(tx, settled);
      return announced(tx, settled);
    },
    follow: (follower) => void followers.push(follower),
    guardBy: (ask) => void guards.push(ask),
    async halt(tx, id, halt) {
      const halted = await haltPublication(tx, id, halt);
      if (halted) await tell(tx, halted);
      return halted;
    },
    figures: (id) => engine.figures(id),
    connections: { ...createConnections(lending), followLost: (follower) => void losses.push(follower) },
    routes: (site, pages) => {
      links.routes(site);
      if (pages) registerConnectionRoutes(site, lending, pages);
    },
    start: () => engine.start(),
    stop: () => engine.stop(),
  };
}

const platformsOf = ({ meta, x, google, linkedin, tiktok }: PlatformFacts): Readonly<Record<PlatformName, Platform>> => ({
  instagram: createInstagram(meta),
  facebook: createFacebook(meta),
  twitter: createTwitter(x),
  youtube: createYouTube(google),
  linkedin: createLinkedIn(linkedin),
  tiktok: createTikTok(tiktok),
});

/** Workers need not find out by themselves about what is to be looked at now. */
async function announced(tx: Tx, publication: Publication): Promise<Publication> {
  await announceDue(tx, publication.id);
  return publication;
}

/** Between two looks at a publication somebody waits for. */
const LOOK_MS = 100;

async function publishNow(db: Db, id: number, waitMs: number): Promise<Publication> {
  const limit = performance.now() + waitMs;
  await hurryPublication(db, id);
  await announceDue(db, id);
  for (;;) {
    const found = await requirePublication(db, id);
    if (found.endedAt || performance.now() >= limit) return found;
    await sleep(Math.min(LOOK_MS, Math.max(limit - performance.now(), 1)));
  }
}
