/** `/library`: the shelf, one medium, declarations. The pages about consents hang beside it (consent-routes.tsx). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { safePath } from '#kernel/page/preferences.ts';
import { asked, type ById, done, fieldOf, fieldsOf, idOf, idsOf, isId, type Query } from '#kernel/page/requests.ts';
import { check, usesOf } from './checking.ts';
import { concerning, mayAsk } from './consenting.ts';
import { findConsentsOf, findEvents } from './consents-store.ts';
import { declare, isHouse, requireOwn } from './declaring.ts';
import { EntryPage } from './entry-view.tsx';
import * as store from './media-store.ts';
import { MEDIUM_KINDS, type MediumKind, STANDINGS, type Standing } from './medium.ts';
import { m } from './messages.ts';
import { words } from './page-messages.ts';
import { castOf } from './rules.ts';
import { gather } from './shelf.ts';
import { ROOT, ShelfPage } from './shelf-view.tsx';
import type { WithdrawalTools } from './withdrawing.ts';

export interface LibraryPageTools extends WithdrawalTools {
  readonly pages: Pages;
}

const page = { config: { access: access.signedIn, kind: 'page' } } as const;
const SIZE = 24;
const SOON_MS = 30 * 86_400_000;
const MOST_PEOPLE = 200;
const MOST_EVENTS = 100;
/** Looked for at each visit; the hourly job finds the rest. */
const AT_A_VISIT = 400;

export function registerLibraryPages(site: Door, tools: LibraryPageTools): void {
  site.get(ROOT, page, (request, reply) => showShelf(tools, request, reply));
  site.post(`${ROOT}/declare`, page, (request, reply) => sendDeclaration(tools, request, reply));
  site.get<ById>(`${ROOT}/:id`, page, (request, reply) => showEntry(tools, request, reply, idOf(request)));
}

function filtersOf(request: FastifyRequest, now: Date): store.MediaFilters {
  const [kind, rights, person, search] = ['kind', 'rights', 'person', 'search'].map((name) => asked(request, name));
  return {
    ...(MEDIUM_KINDS.includes(kind as MediumKind) ? { kind: kind as MediumKind } : {}),
    ...(STANDINGS.includes(rights as Standing) ? { standing: rights as Standing } : {}),
    ...(person && isId(person) ? { personId: Number(person) } : {}),
    ...(asked(request, 'soon') === '1' ? { endsBefore: new Date(now.getTime() + SOON_MS) } : {}),
    ...(search ? { search } : {}),
  };
}

interface Refused {
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly status: number;
}
const NOTHING: Refused = { values: {}, errors: {}, status: 200 };

async function showShelf(tools: LibraryPageTools, request: FastifyRequest, reply: FastifyReply, refused = NOTHING): Promise<FastifyReply> {
  const viewer = requireViewer(request);
  await gather(tools, AT_A_VISIT);
  const now = tools.clock.now();
  const shelf = { accountId: viewer.accountId, isHouse: isHouse(viewer) };
  const filters = filtersOf(request, now);
  const at = readPage(request.query as Query, { sizeNames: [], defaultSize: SIZE });
  const [media, people] = await Promise.all([
    store.listMedia(tools.db, shelf, filters, at, now),
    store.listPeople(tools.db, shelf, MOST_PEOPLE),
  ]);
  const { values, errors, status } = refused;
  const body = <ShelfPage {...{ media, people, now, values, errors }} page={at} isFiltered={Object.keys(filters).length > 0} />;
  return tools.pages.send(request, reply, { title: say(words.title, request.language), body, status });
}

async function showEntry(
  tools: LibraryPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  id: number,
  refused = NOTHING,
): Promise<FastifyReply> {
  const viewer = requireViewer(request);
  const { db, publishing } = tools;
  const now = tools.clock.now();
  const medium = await requireOwn(db, viewer, id);
  const [shown] = await store.findShown(db, [id]);
  if (!shown) throw failure.notFound(m.noMedium);
  const cast = castOf(shown).people.map(({ person }) => person);
  const consents = await findConsentsOf(
    db,
    cast.map((person) => person.id),
  );
  const uses = await usesOf(tools, db, [medium]);
  const publications = await publishing.findAll(
    db,
    uses.map(({ publicationId }) => publicationId),
  );
  const { refusals } = await check(tools, db, medium, { platforms: [], at: now });
  const view = {
    ...{ medium, refusals, now, values: refused.values, errors: refused.errors },
    people: cast.map((person) => ({
      person,
      consents: concerning(
        consents.filter(({ personId }) => personId === person.id),
        medium,
      ),
      mayAsk: mayAsk(viewer, person),
    })),
    parts: await store.findMedia(
      db,
      shown.parts.map((part) => part.id),
    ),
    uses: publications.map((publication) => ({
      publication,
      href: uses.find(({ publicationId }) => publicationId === publication.id)?.href ?? ROOT,
    })),
    events: await findEvents(
      db,
      id,
      cast.map((person) => person.id),
      MOST_EVENTS,
    ),
    madeFor: medium.origin ? await originOf(tools, medium.origin) : null,
  };
  return tools.pages.send(request, reply, { title: medium.title, body: <EntryPage {...view} />, status: refused.status });
}

export async function originOf({ db, directories }: LibraryPageTools, origin: string) {
  for (const directory of directories) {
    const found = await directory.titleOf(db, origin);
    if (found) return found;
  }
  return null;
}

async function sendDeclaration(tools: LibraryPageTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const viewer = requireViewer(request);
  const values = Object.fromEntries(['said', 'people', 'credit', 'licence'].map((name) => [name, fieldOf(request, name)]));
  const ids = idsOf([...fieldsOf(request, 'ids')]);
  const back = safePath(fieldOf(request, 'back') || ROOT);
  try {
    if (ids.length === 0) throw failure.field('ids', m.chooseMedia, {}, 'required');
    const { stopped } = await declare(tools, viewer, ids, {
      said: values['said'] === 'nobody' ? 'nobody' : 'people',
      people: (values['people'] ?? '').split(/[\n;]/),
      ...(values['credit'] ? { credit: values['credit'].slice(0, 200) } : {}),
      ...(values['licence'] ? { licence: values['licence'].slice(0, 200) } : {}),
    });
    if (stopped.length > 0) return done(request, reply, back, words.declaredStopped, { count: stopped.length }, 'warning');
    return done(request, reply, back, words.declared, { count: ids.length });
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    const refused = { values, errors: error.fields, status: statusOf(error) };
    const [only] = ids;
    return back === ROOT || only === undefined
      ? showShelf(tools, request, reply, refused)
      : showEntry(tools, request, reply, only, refused);
  }
}
