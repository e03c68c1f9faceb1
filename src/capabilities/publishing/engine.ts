/** The working half: what is due is claimed, called and ended, by as many processes as were started. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import type { Database } from '#kernel/db/connect.ts';
import type { Tx } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Files } from '#kernel/storage/files.ts';
import { type AdvanceTools, advance } from './advance.ts';
import { sayAfterwords } from './afterwords.ts';
import { createAttempts } from './attempts.ts';
import { takePlace } from './budgets.ts';
import { type CallTools, makeCall } from './calls.ts';
import { readHeld } from './claims.ts';
import { Loop } from './loop.ts';
import type { MediaLinks } from './media-links.ts';
import { createMoves } from './moves.ts';
import type { Patience } from './patience.ts';
import { CallFault, type Platform, type PlatformName, type PostFigures } from './platform.ts';
import { createPosters, type PosterSource } from './posters.ts';
import type { Publication, PublicationGuard } from './publication.ts';

export interface EngineTools {
  readonly database: Pick<Database, 'db' | 'listen'>;
  readonly log: Logger;
  readonly files: Files;
  readonly links: MediaLinks;
  readonly platforms: Readonly<Record<PlatformName, Platform>>;
  readonly patience: Patience;
  readonly source: PosterSource;
  readonly onState: AdvanceTools['onState'];
  tell(tx: Tx, publication: Publication): Promise<void>;
  readonly guard: PublicationGuard;
}

export interface Engine {
  start(): void;
  stop(): Promise<void>;
  figures(id: number): Promise<PostFigures>;
}

export function createEngine({ database, log, files, links, platforms, patience, source, onState, tell, guard }: EngineTools): Engine {
  const { db } = database;
  const attempts = createAttempts(db);
  const posters = createPosters(source);
  const callTools: CallTools = { db, log, files, links, attempts, platforms };
  const shared = {
    ...{ db, log, attempts, posters, patience, platforms },
    callFor: (...[held, posting, signal]: Parameters<AdvanceTools['callFor']>) => makeCall(callTools, held, posting, signal),
  };
  const tools: AdvanceTools = {
    ...shared,
    moves: createMoves(db, patience, tell),
    guard,
    takePlace: (connectionId) => takePlace(db, connectionId, patience.spacingSeconds),
    isStopping: () => loop.isStopping,
    ...(onState ? { onState } : {}),
  };
  const loop = new Loop({
    ...{ database, log, patience, owner: `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}` },
    advance: (held, signal) => advance(tools, held, signal),
    sayAfterwords: (held, signal) => sayAfterwords(shared, held, signal),
  });
  return {
    start: () => loop.start(),
    stop: () => loop.stop(),
    async figures(id) {
      const held = await readHeld(db, id);
      if (held?.state !== 'confirmed' || held.platformPostId === null) throw failure.unavailable();
      const { platformPostId } = held;
      try {
        const posting = await posters.find(held);
        if (!posting) throw failure.unavailable();
        return await platforms[held.platform].figures(shared.callFor(held, posting, new AbortController().signal), platformPostId);
      } catch (error) {
        if (error instanceof CallFault) throw failure.unavailable();
        throw error;
      }
    },
  };
}
