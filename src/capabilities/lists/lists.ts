/**
 * One kind of list for the whole studio: views that people save and share, columns and density they choose, and acts on many rows at
 * once with a report and a way back.
 *
 * Hides the schema `lists`, the addresses of those forms, and that an act on many is the use-case of its room, done item by item.
 * Words: a *kind* is what a room declares about its list; a *view* is filters, order and columns under a name; the *first view* is
 * the one a list opens with; an *act* is done to what is ticked; *memory* is what taking it back needs to know; who is *spared* was
 * refused, and the report says why.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { isId } from '#kernel/page/requests.ts';
import type { SelectionAct } from '#kernel/page/selection.tsx';
import type { TableChoice } from '#kernel/page/table.tsx';
import { registerActs } from './act-routes.tsx';
import { type ActReport, findAct } from './acts-store.ts';
import { registerChoices } from './choice-routes.ts';
import { type Choice, choiceOf, columnsIn, NO_CHOICE } from './choices.ts';
import { canonicalQuery, type ListKind } from './kinds.ts';
import { ACT_COOKIE } from './requests.ts';
import { registerViews } from './view-routes.tsx';
import { addressOf, findView, listViews, type View } from './views.ts';

export { type BulkAct, canonicalQuery, type ListKind, type Memory } from './kinds.ts';
export { ListHead } from './list-head.tsx';

export interface ListTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'activity'>;
  readonly pages: Pages;
}

/** A list as one reader has it, for its page to show. */
export interface ListState {
  readonly key: string;
  readonly path: string;
  /** The address of now, as views keep it. */
  readonly query: string;
  /** Whether this reader keeps views, chooses columns and acts. */
  readonly isOpen: boolean;
  readonly views: readonly View[];
  readonly current: View | null;
  /** The address says something else than the view. */
  readonly isChanged: boolean;
  readonly firstViewId: number | null;
  /** A view that was just deleted and may come back. */
  readonly deleted: View | null;
  readonly choice: TableChoice;
  readonly acts: readonly SelectionAct[];
  /** What the last act became, said once. */
  readonly report: ShownReport | null;
  /** Where to go when the address asks for nothing and the reader has a first view. */
  readonly home: string | null;
}
export interface ShownReport {
  readonly report: ActReport;
  readonly kind: ListKind;
}

export interface Lists {
  /** Declares a list; its key is unique. */
  add(kind: ListKind): void;
  open(request: FastifyRequest, reply: FastifyReply, key: string): Promise<ListState>;
  /** The addresses of views, columns and acts, on the door of the pages. */
  routes(site: Door): void;
}

export function createLists(tools: ListTools): Lists {
  const kinds = new Map<string, ListKind>();
  return {
    add: (kind) => {
      if (kinds.has(kind.key)) throw new Error(`Two lists are called ${kind.key}`);
      kinds.set(kind.key, kind);
    },
    open: (request, reply, key) => {
      const kind = kinds.get(key);
      if (!kind) throw new Error(`No list is called ${key}`);
      return stateOf(tools, request, reply, kind);
    },
    routes: (site) => {
      registerViews(site, tools, kinds);
      registerChoices(site, tools, kinds);
      registerActs(site, tools, kinds);
    },
  };
}

const NOTHING = { views: [], current: null, isChanged: false, firstViewId: null, deleted: null, acts: [], report: null, home: null };

async function stateOf({ db }: ListTools, request: FastifyRequest, reply: FastifyReply, kind: ListKind): Promise<ListState> {
  const query = new URLSearchParams(request.url.split('?')[1] ?? '');
  const facts = { key: kind.key, path: kind.path, query: canonicalQuery(kind, query) };
  const { viewer } = request;
  const columns = columnsIn(query.get('cols') ?? '');
  if (!viewer || !kind.access.allows(viewer)) {
    const choice = { ...NO_CHOICE, columns };
    return { ...facts, isOpen: false, ...NOTHING, choice };
  }
  const gone = query.get('deleted') ?? '';
  const [views, choice, deleted, report] = await Promise.all([
    listViews(db, kind.key, viewer),
    choiceOf(db, kind.key, viewer.accountId),
    isId(gone) ? findView(db, viewer, Number(gone), { deleted: true }) : null,
    dueReport(db, request, reply, kind),
  ]);
  const current = views.find(({ id }) => String(id) === query.get('saved')) ?? null;
  return {
    ...facts,
    isOpen: true,
    views,
    current,
    isChanged: current !== null && canonicalQuery(kind, new URLSearchParams(current.query)) !== facts.query,
    firstViewId: choice.viewId,
    deleted: deleted?.list === kind.key ? deleted : null,
    choice: { columns: columns ?? choice.columns, density: choice.density },
    acts: actsFor(kind, request),
    report,
    home: request.url === kind.path ? homeOf(kind, views, choice) : null,
  };
}

function homeOf({ path }: ListKind, views: readonly View[], { viewId }: Choice): string | null {
  const first = views.find(({ id }) => id === viewId);
  return first ? addressOf(path, first) : null;
}

const actsFor = (kind: ListKind, { viewer }: FastifyRequest): readonly SelectionAct[] =>
  Object.entries(kind.acts ?? {})
    .filter(([, act]) => (act.access ?? kind.access).allows(viewer))
    .map(([name, { label, icon, tone }]) => ({ name, label, icon, tone }));

async function dueReport(db: Db, request: FastifyRequest, reply: FastifyReply, kind: ListKind): Promise<ShownReport | null> {
  const id = request.cookies[ACT_COOKIE] ?? '';
  if (!isId(id) || !request.viewer) return null;
  const report = await findAct(db, request.viewer.accountId, Number(id));
  if (report?.list !== kind.key) return null;
  reply.clearCookie(ACT_COOKIE, { path: '/' });
  return { report, kind };
}
