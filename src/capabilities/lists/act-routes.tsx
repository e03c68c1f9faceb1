/** Acts on what is ticked: asked first where it matters, done item by item by the use-case of the room, reported, taken back. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { safePath } from '#kernel/page/preferences.ts';
import { type ById, done, fieldOf, idOf, idsOf } from '#kernel/page/requests.ts';
import { claimUndo, type Done, keepAct, type Refused } from './acts-store.ts';
import { AskPage } from './ask-page.tsx';
import type { BulkAct, ListKind, Named } from './kinds.ts';
import type { ListTools } from './lists.ts';
import { bulk } from './messages.ts';
import { ACT_COOKIE, type ByList, type Kinds, kindOf, listPage } from './requests.ts';

/** So many are done while one waits for the page. */
const MOST = 500;
const TEN_MINUTES = 600;

interface Wanted {
  readonly kind: ListKind;
  readonly name: string;
  readonly act: BulkAct;
  readonly chosen: Named;
  readonly form: FormBody;
  readonly back: string;
}

export function registerActs(door: Door, tools: ListTools, kinds: Kinds): void {
  door.post<ByList>('/lists/:list/acts', listPage, async (request, reply) => {
    const kind = kindOf(kinds, request, request.params.list);
    const [name, back] = [fieldOf(request, 'act'), safePath(fieldOf(request, 'back'))];
    const act = actOf(kind, request, name);
    const found = await chosenOf(kind, request);
    if (found.total > MOST) return done(request, reply, back, bulk.tooMany, { most: MOST, total: found.total }, 'warning');
    if (found.named.size === 0) return done(request, reply, back, bulk.nothingChosen, {}, 'info');
    return carryOut(tools, request, reply, { kind, name, act, chosen: found.named, form: (request.body ?? {}) as FormBody, back });
  });

  door.post<ById>('/lists/acts/:id/undo', listPage, async (request, reply) => {
    const report = await claimUndo(tools.db, requireViewer(request).accountId, idOf(request), tools.clock.now());
    if (!report) return done(request, reply, safePath(fieldOf(request, 'back')), bulk.tooLate, {}, 'warning');
    const kind = kindOf(kinds, request, report.list);
    const { undo } = actOf(kind, request, report.act);
    if (!undo) throw failure.notFound();
    const stuck: string[] = [];
    for (const { id, name, memory } of report.done) await undo.run(request, id, memory).catch(sparing(() => stuck.push(name)));
    if (stuck.length > 0) {
      const text = say(bulk.notUndone, request.language, { count: stuck.length, names: stuck.join(', ') });
      setFlash(reply, { kind: 'warning', text });
    }
    return done(request, reply, safePath(fieldOf(request, 'back') || kind.path), undo.done, { count: report.done.length - stuck.length });
  });
}

function actOf(kind: ListKind, { viewer }: FastifyRequest, name: string): BulkAct {
  const act = Object.hasOwn(kind.acts ?? {}, name) ? kind.acts?.[name] : undefined;
  if (!act) throw failure.notFound();
  if (!(act.access ?? kind.access).allows(viewer)) throw failure.forbidden();
  return act;
}

/** The ticked ones, or everybody of the filter; of those, whom the reader may choose. */
async function chosenOf(kind: ListKind, request: FastifyRequest): Promise<{ readonly named: Named; readonly total: number }> {
  const form = (request.body ?? {}) as FormBody;
  const isAll = fieldOf(request, 'all') === '1' && kind.find;
  const found = isAll ? await kind.find?.(request, new URLSearchParams(fieldOf(request, 'query')), MOST) : undefined;
  const ids = found?.ids ?? idsOf(form['ids'], MOST + 1);
  const total = found?.total ?? ids.length;
  if (total > MOST || ids.length === 0) return { named: new Map(), total };
  const named = await kind.names?.(request, ids);
  return { named: named ?? new Map(ids.map((id) => [id, String(id)])), total };
}

async function carryOut(tools: ListTools, request: FastifyRequest, reply: FastifyReply, wanted: Wanted): Promise<FastifyReply> {
  const { kind, name, act, chosen, form, back } = wanted;
  if (act.ask && fieldOf(request, 'sure') !== '1') return ask(tools, request, reply, wanted);
  try {
    if (act.ask?.typed && fieldOf(request, 'confirm') !== String(chosen.size))
      throw failure.field('confirm', bulk.wrongCount, {}, 'mismatch');
    act.read?.(form);
  } catch (error) {
    if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
    return ask(tools, request, reply, wanted, error);
  }
  const became = await runEach(act, request, chosen, form);
  const id = await keepAct(tools.db, requireViewer(request).accountId, { list: kind.key, act: name, ...became }, tools.clock.now());
  const secure = request.protocol === 'https';
  reply.setCookie(ACT_COOKIE, String(id), { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: TEN_MINUTES });
  return reply.redirect(back, 303);
}

/** One after another: each is a transaction of its own, and one that is refused does not cost the others. */
async function runEach(act: BulkAct, request: FastifyRequest, chosen: Named, form: FormBody) {
  const finished: Done[] = [];
  const refused: Refused[] = [];
  for (const [id, name] of chosen) {
    const spare = sparing((error) => refused.push({ id, name, why: reasonOf(error, request) }));
    const memory = await act.run(request, id, form).catch(spare);
    if (memory !== undefined) finished.push({ id, name, memory });
  }
  return { done: finished, refused };
}

/** A refusal is told and the others go on; anything else is a fault of ours and stops. */
const sparing =
  (tell: (error: Failure) => void) =>
  (error: unknown): undefined => {
    if (!(error instanceof Failure)) throw error;
    tell(error);
  };

function reasonOf(error: Failure, { language }: FastifyRequest): string {
  const [first] = error.kind === 'invalid' ? Object.values(error.fields) : [];
  return first ? say(first.message, language, first.params) : say(error.text, language, error.params);
}

function ask({ pages }: ListTools, request: FastifyRequest, reply: FastifyReply, wanted: Wanted, refusal?: Failure): FastifyReply {
  const { kind, name, act, chosen, form, back } = wanted;
  if (!act.ask) throw failure.notFound();
  const everything = fieldOf(request, 'all') === '1' ? fieldOf(request, 'query') : null;
  const title = say(act.ask.title, request.language, { count: chosen.size });
  const body = <AskPage {...{ kind, name, act, ask: act.ask, chosen, form, back, everything, title }} errors={refusal?.fields ?? {}} />;
  return pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}
