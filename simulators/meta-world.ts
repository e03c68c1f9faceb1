/** What every part of the simulated Meta is given, and one request as it sees it. */
import { randomBytes } from 'node:crypto';
import type { MetaPage, MetaState, MetaToken } from './meta-people.ts';
import { GraphRefusal, type Said } from './meta-wire.ts';
import type { PlatformStore } from './platform-store.ts';

/** What is not the same on all days; may be changed while it runs. */
export interface MetaRules {
  /** Posts of an Instagram account in 24 hours. */
  dailyCap: number;
  hashtags: number;
  /** How often a container is at work before it is done; null for nought to two, in turn. */
  polls: number | null;
  /** Percent, and minutes until access comes back. */
  usage: { app: number; page: number; regainMinutes: number };
  /** What becomes of the next containers. */
  fates: ('ERROR' | 'EXPIRED')[];
  /** Lists pages without their tokens. */
  hidesPageTokens: boolean;
  /** Facebook refuses what it has just posted (506). */
  refusesTwins: boolean;
  /** Metrics that are not known any more. */
  goneMetrics: string[];
  /** Seconds after a post without any figures. */
  quietSeconds: number;
}

export interface MetaWorld {
  readonly store: PlatformStore;
  readonly state: MetaState;
  readonly rules: MetaRules;
  readonly appId: string;
  readonly appSecret: string;
  now(): number;
}

export interface GraphAsk extends Said {
  readonly world: MetaWorld;
  /** The whole address, without a query. */
  readonly here: string;
  /** The first part of the path: who or what it is about. */
  readonly id: string;
  readonly path: string;
  readonly token: string;
  readonly bearer: MetaToken;
}

export const freshRules = (): MetaRules => ({
  ...{ dailyCap: 100, hashtags: 5, polls: null, usage: { app: 3, page: 5, regainMinutes: 0 }, fates: [], hidesPageTokens: false },
  ...{ refusesTwins: true, goneMetrics: [], quietSeconds: 60 },
});

export const needScope = ({ bearer }: GraphAsk, scope: string, code = 10): void => {
  if (bearer.scopes.includes(scope)) return;
  throw new GraphRefusal(code, `(#${code}) Requires ${scope} permission to manage the object`, { status: 403 });
};

/** What is not there and what is not allowed are told alike. */
export const unknownThing = (id: string): GraphRefusal =>
  new GraphRefusal(
    100,
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    { subcode: 33 },
  );

/** The page that the token opens, by its own number or that of its professional account. */
export function needPage({ world, bearer, id }: GraphAsk, owned: 'page' | 'instagram'): MetaPage {
  const pages = world.state.people.get(bearer.personId)?.pages ?? [];
  const page = pages.find((one) => (owned === 'page' ? one.id : one.instagram.id) === id);
  const isOpen = page && (bearer.kind === 'page' ? bearer.pageId === page.id : bearer.pageIds.includes(page.id));
  if (!isOpen) throw unknownThing(id);
  if (owned === 'page' && bearer.kind !== 'page') {
    throw new GraphRefusal(200, '(#200) A page access token is required to request this resource.', { status: 403 });
  }
  return page;
}

/** Rising, and nobody else's. */
export function nextId(world: MetaWorld, prefix: string, length: number): string {
  const serial = String(world.state.serial());
  return `${prefix}${serial.padStart(length - prefix.length, '0')}`;
}

export const traceId = (): string => `A${randomBytes(8).toString('base64url')}`;
