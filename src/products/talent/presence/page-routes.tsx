/** The pages of presence: the projects, a day, a correction, a person's history. All work without a script. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { type Message, type Params, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { fold } from '#kernel/text.ts';
import { isDay } from '#kernel/wall-time.ts';
import { HISTORY_SIZE, projectIdOf } from './api-routes.ts';
import { registerCorrectionPages } from './correction-routes.tsx';
import type { DayPerson, DayView } from './day.ts';
import { DayPage, type DayPageView } from './day-page.tsx';
import { HistoryPage } from './history-page.tsx';
import { outcomes, refusals } from './messages.ts';
import { countPresent } from './overview.ts';
import { m, past } from './page-messages.ts';
import { presencePage, textsOf } from './page-texts.ts';
import { ProjectsPage } from './projects-page.tsx';
import type { Action } from './rules.ts';
import { nameOf } from './team.ts';
import type { PresencePageTools } from './tools.ts';

const PROJECTS = 24;
type ByProject = { Params: { project: string } };
type Query = Readonly<Record<string, string | undefined>>;

export function registerPresencePages(door: Door, tools: PresencePageTools): void {
  registerReading(door, tools);
  registerActs(door, tools);
  registerFaces(door, tools);
  registerCorrectionPages(door, tools);
}

function registerReading(door: Door, tools: PresencePageTools): void {
  const { db, clock, projects, presence, pages } = tools;
  door.get<{ Querystring: Query }>('/presence', presencePage, async (request, reply) => {
    const asked = readPage(request.query, { defaultSize: PROJECTS });
    const search = (request.query['search'] ?? '').trim().slice(0, 100);
    const { rows, total } = await projects.list({ isActive: true, ...(search ? { search } : {}) }, asked);
    const counts = await countPresent(db, rows, clock.now());
    const view = { projects: rows.map((row) => ({ ...row, count: counts.get(row.id) })), total, page: asked.page, size: asked.size };
    const body = <ProjectsPage {...view} pages={pageCount(total, asked.size)} />;
    return pages.send(request, reply, { title: say(m.title, request.language), body });
  });

  door.get<ByProject & { Querystring: Query }>('/presence/:project', presencePage, async (request, reply) => {
    const project = await projects.require(db, projectIdOf(request.params.project));
    const { day, undo } = request.query;
    if (day && !isDay(day)) throw failure.field('day', fieldMessages.format, {}, 'format');
    const view = await presence.day(db, project, day || undefined);
    const body = <DayPage project={project} view={view} {...listOf(view, request.query)} undo={undo && isUuid(undo) ? undo : null} />;
    return pages.send(request, reply, { title: `${project.name} · ${say(m.title, request.language)}`, body });
  });

  door.get<{ Params: { code: string }; Querystring: Query }>('/presence/history/:code', presencePage, async (request, reply) => {
    const page = readPage(request.query, { defaultSize: HISTORY_SIZE });
    const history = await presence.history(request.params.code, request.query, page);
    const body = <HistoryPage history={history} page={page.page} size={page.size} pages={pageCount(history.total, page.size)} />;
    return pages.send(request, reply, { title: `${nameOf(history.worker)} · ${say(past.title, request.language)}`, body });
  });
}

const STATES: readonly string[] = ['absent', 'present', 'left', 'open', 'all'] satisfies readonly DayPageView['state'][];

/** The open list is the absentees', unless the address says another. */
function listOf(view: DayView, query: Query): Pick<DayPageView, 'state' | 'shown'> {
  const { state: asked = '', type, search = '' } = query;
  const state = (STATES.includes(asked) ? asked : 'absent') as DayPageView['state'];
  const words = fold(search).split(/\s+/).filter(Boolean);
  const has = (person: DayPerson): boolean => {
    const text = fold(`${nameOf(person)} ${person.code} ${person.projectCode} ${person.role ?? ''}`);
    return words.every((word) => text.includes(word));
  };
  const shown = view.people.filter(
    (person) => (state === 'all' || person.state === state) && (!type || person.talentType === type) && has(person),
  );
  return { state, shown };
}

function registerActs(door: Door, { presence }: PresencePageTools): void {
  door.post<ByProject>('/presence/:project/mark', presencePage, async (request, reply) => {
    const projectId = projectIdOf(request.params.project);
    const { talent_id: talent = '', action } = textsOf(request);
    if (!/^\d{1,15}$/.test(talent)) throw failure.notFound(refusals.notAssigned);
    return acting(request, reply, projectId, async () => {
      const stay = await presence.record(request, projectId, { talentId: Number(talent) }, actionOf(action), 'page');
      return { batchId: stay.batchId, message: action === 'check_in' ? m.arrived : m.gone, params: { name: stay.name } };
    });
  });
  door.post<ByProject>('/presence/:project/everybody', presencePage, async (request, reply) => {
    const projectId = projectIdOf(request.params.project);
    const action = actionOf(textsOf(request)['action']);
    return acting(request, reply, projectId, async () => {
      const { count, batchId } = await presence.recordAll(request, projectId, action, { onlyExpected: true });
      if (count === 0) return { batchId: null, message: m.nobodyChanged, params: {} };
      return { batchId, message: action === 'check_in' ? outcomes.allIn : outcomes.allOut, params: { count } };
    });
  });
  door.post<ByProject>('/presence/:project/undo', presencePage, async (request, reply) => {
    const projectId = projectIdOf(request.params.project);
    const { batch = '' } = textsOf(request);
    return acting(request, reply, projectId, async () => {
      if (!isUuid(batch)) throw failure.conflict('UNDO_TOO_LATE', refusals.tooLate);
      return { batchId: null, message: m.undone, params: { count: await presence.undo(request, projectId, batch) } };
    });
  });
}

interface Done {
  /** May be taken back. */
  readonly batchId: string | null;
  readonly message: Message;
  readonly params: Params;
}

/** Says what was done, or why not, above the list it was done from. */
async function acting(request: FastifyRequest, reply: FastifyReply, projectId: number, act: () => Promise<Done>): Promise<FastifyReply> {
  const back = new URLSearchParams(textsOf(request)['view']?.slice(0, 400) ?? '');
  try {
    const { batchId, message, params } = await act();
    setFlash(reply, { kind: 'success', text: say(message, request.language, params) });
    if (batchId) back.set('undo', batchId);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'conflict') throw error;
    setFlash(reply, { kind: 'warning', text: say(error.text, request.language, error.params) });
  }
  return reply.redirect(`/presence/${projectId}${back.size ? `?${back}` : ''}`, 303);
}

/** Photos of people who are not public are closed to the presence role elsewhere: here it gets the small ones of its project. */
function registerFaces(door: Door, { presence }: PresencePageTools): void {
  const route = { config: { access: access.presence, internal: true } } as const;
  door.get<{ Params: { project: string; talent: string } }>('/presence/:project/face/:talent', route, async (request, reply) => {
    const face = /^\d{1,15}$/.test(request.params.talent)
      ? await presence.face(projectIdOf(request.params.project), Number(request.params.talent))
      : null;
    if (!face) throw failure.notFound();
    return reply.type('image/webp').header('cache-control', 'private, max-age=600').send(face);
  });
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function actionOf(text: string | undefined): Action {
  if (text === 'check_in' || text === 'check_out') return text;
  throw failure.field('action', fieldMessages.choice, { values: 'check_in, check_out' }, 'choice');
}
