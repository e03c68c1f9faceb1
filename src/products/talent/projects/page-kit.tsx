/** What every page of projects uses: who may open it, numbers of addresses, words said after an act, how days are written. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Language, localeOf, type Message, type Params, say } from '#kernel/message.ts';
import { Badge, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '../options/options.ts';
import { addDays, type DayRange, lastDayOf } from './days.ts';
import { refusals } from './messages.ts';
import { m } from './page-messages.ts';
import { maySeeProject } from './policies.ts';
import type { Project } from './project.ts';
import type { ProjectPageTools } from './tools.ts';

export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
export const signedInPage = { config: { access: access.signedIn, kind: 'page' } } as const;
export const LIST = '/cinema/projects';
export const pathOf = ({ id }: { readonly id: number }): string => `${LIST}/${id}`;
export const nameOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  `${firstName} ${lastName}`;

export interface ById {
  readonly Params: { readonly id: string };
}
export interface ByMember {
  readonly Params: { readonly id: string; readonly pt_id: string };
}
export function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw failure.notFound(refusals.noProject);
  return Number(text);
}

/** The project of the address, as far as the viewer may know of it. */
export async function projectOf({ db, projects }: Pick<ProjectPageTools, 'db' | 'projects'>, request: FastifyRequest): Promise<Project> {
  const project = await projects.require(db, numberOf((request.params as ById['Params']).id));
  if (!maySeeProject(request.viewer, project)) throw failure.notFound(refusals.noProject);
  return project;
}

/** Says what was done and goes on. */
export function done(request: FastifyRequest, reply: FastifyReply, to: string, message: Message, params: Params = {}): FastifyReply {
  setFlash(reply, { kind: 'success', text: say(message, request.language, params) });
  return reply.redirect(to, 303);
}

/** A refused form is shown again; anything else is no matter of the form. */
export function refusalOf(error: unknown): Failure {
  if (error instanceof Failure && (Object.keys(error.fields).length > 0 || error.kind === 'conflict')) return error;
  throw error;
}

const TONES: Readonly<Record<ProjectStatus, Tone>> = {
  en_preparation: 'info',
  en_tournage: 'success',
  post_production: 'warning',
  termine: 'neutral',
};
export function StatusBadge({ project }: { project: Pick<Project, 'status' | 'isActive'> }): ReactElement {
  const t = useT();
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <Badge tone={TONES[project.status]} dot>
        {t(PROJECT_STATUSES[project.status])}
      </Badge>
      {!project.isActive && <Badge icon="eye-off">{t(m.away)}</Badge>}
    </span>
  );
}

/** « du 3 au 28 nov. 2025 », in as few words as the language needs. */
export const daysText = (range: DayRange, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    new Date(range.from),
    new Date(lastDayOf(range)),
  );
export const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));

/** The dates of a project; one end may be open. */
export function Dates({ project: { startDate, endDate } }: { project: Pick<Project, 'startDate' | 'endDate'> }): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  if (startDate && endDate) return <span>{daysText({ from: startDate, until: addDays(endDate, 1) }, language)}</span>;
  if (startDate) return <span>{t(m.from, { day: dayText(startDate, language) })}</span>;
  return endDate ? <span>{t(m.until, { day: dayText(endDate, language) })}</span> : null;
}
