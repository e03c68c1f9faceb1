/** What the projects slice is given. */
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Lists } from '#capabilities/lists/lists.ts';
import type { Notices } from '#capabilities/notifications/notifications.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Everywhere } from '#kernel/page/everywhere.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import type { Badges } from '../badges/badges.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { CinemaSearch } from '../cinema-search/cinema-search.ts';
import type { Productions } from '../productions/productions.ts';
import type { Project } from './project.ts';
import type { Projects } from './projects.ts';

export interface ProjectTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'activity'>;
  readonly queue: Pick<Queue, 'enqueue' | 'work'>;
  readonly mail: Mail;
  readonly notices: Pick<Notices, 'notify'>;
  readonly catalogue: Catalogue;
  readonly badges: Pick<Badges, 'issue' | 'revoke' | 'absorb'>;
  readonly cinema: Pick<Cinema, 'idOfCode' | 'mailboxOf'>;
  /** Origin of the site, for the links in letters. */
  readonly publicUrl: string;
}

export interface ProjectPageTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly productions: Pick<Productions, 'choices'>;
  readonly badges: Pick<Badges, 'printOne'>;
  readonly limits: Pick<Limits, 'admit'>;
  readonly search: Pick<CinemaSearch, 'find'>;
  readonly projects: Projects;
  readonly pages: Pages;
  readonly lists: Pick<Lists, 'add' | 'open'>;
  readonly everywhere: Pick<Everywhere, 'add'>;
  /** What other slices show on the page of a project; filled while the house is put together. */
  readonly panels?: readonly ProjectPanel[];
}

/** Null shows nothing to this reader. */
export type ProjectPanel = (request: FastifyRequest, project: Project) => Promise<ReactElement | null>;
