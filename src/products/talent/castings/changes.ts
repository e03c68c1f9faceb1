/** Changes to calls and applications: each one transaction, logged with it. The asker is null for demonstrations, which leave no trace. */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type FieldErrors, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { LANGUAGES } from '#kernel/message.ts';
import type { Applicant, Application, State } from './applications.ts';
import * as applications from './applications.ts';
import { apply as applyWords } from './apply-messages.ts';
import { type Call, publishingAsks, spoken, standingOf } from './call.ts';
import { type CallInput, readCall } from './fields.ts';
import { writeArrival, writeRefusal, writeReport } from './letters.ts';
import { m } from './messages.ts';
import * as store from './store.ts';
import { team } from './team-messages.ts';
import type { CastingsTools } from './tools.ts';

export type Asker = FastifyRequest | null;
const MIN_REASON = 10;

export async function createCall(tools: CastingsTools, asker: Asker, projectId: number, input: CallInput, joined?: Tx): Promise<Call> {
  const by = requireCasting(asker);
  return inTransaction(joined ?? tools.db, async (tx) => {
    const values = readCall(input, await tools.catalogue.snapshot(tx));
    const call = await required(tools, tx, await store.insertCall(tx, projectId, values, by, tools.clock.now()));
    await log(tools, asker, tx, call, 'create', `Annonce « ${titleOf(call)} » écrite`);
    return call;
  });
}

export async function updateCall(tools: CastingsTools, asker: Asker, id: number, input: CallInput): Promise<Call> {
  requireCasting(asker);
  return change(tools, id, async (tx, before) => {
    const values = readCall(input, await tools.catalogue.snapshot(tx));
    await store.updateCall(tx, id, values, tools.clock.now());
    const call = await required(tools, tx, id);
    // What the public reads stays fit to be read.
    if (before.state === 'published') requireReady(call, { mayBePast: before.isPast });
    await log(tools, asker, tx, call, 'update', `Annonce « ${titleOf(call)} » modifiée`);
    return call;
  });
}

/** Deny by default: the seal of the company, or an administrator who says why they answer for it. */
export async function publishCall(tools: CastingsTools, asker: Asker, id: number, reason: string, joined?: Tx): Promise<Call> {
  const by = requireCasting(asker);
  return change(
    tools,
    id,
    async (tx, before) => {
      requireReady(before);
      const asks = asker === null ? 'nothing' : publishingAsks(asker.viewer, before);
      if (asks === 'seal') throw failure.conflict('PRODUCTION_NOT_SEALED', team.notSealed);
      if (asks === 'reason' && [...reason].length < MIN_REASON) throw failure.field('reason', team.vouchShort, {}, 'min_length');
      const now = tools.clock.now();
      const vouch = asks === 'reason' ? { vouched_at: now, vouched_by: by, vouch_reason: reason.slice(0, 500) } : {};
      await store.changeCall(tx, id, {
        state: 'published',
        published_at: now,
        published_by: by,
        closed_at: null,
        updated_at: now,
        ...vouch,
      });
      const call = await required(tools, tx, id);
      await log(
        tools,
        asker,
        tx,
        call,
        'publish',
        `Annonce « ${titleOf(call)} » publiée${asks === 'reason' ? `, sans sceau : ${reason}` : ''}`,
      );
      return call;
    },
    joined,
  );
}

export async function closeCall(tools: CastingsTools, asker: Asker, id: number): Promise<Call> {
  requireCasting(asker);
  return change(tools, id, async (tx, before) => {
    if (before.state !== 'published') return before;
    const now = tools.clock.now();
    await store.changeCall(tx, id, { state: 'closed', closed_at: now, updated_at: now });
    const call = await required(tools, tx, id);
    await log(tools, asker, tx, call, 'close', `Annonce « ${titleOf(call)} » close`);
    return call;
  });
}

/** Something to read, somebody to be, a day that has not passed. */
function requireReady(call: Call, { mayBePast = false } = {}): void {
  const faults: FieldErrors = {
    ...(LANGUAGES.every((language) => call.texts[language] === null) ? { text_fr: { message: team.noText, constraint: 'required' } } : {}),
    ...(call.parts.length === 0 ? { part_name_0: { message: team.noParts, constraint: 'required' } } : {}),
    ...(call.isPast && !mayBePast ? { closes_on: { message: team.past, constraint: 'minimum' } } : {}),
  };
  if (Object.keys(faults).length > 0) throw failure.invalid(faults, { code: 'CALL_NOT_READY', message: team.notReady });
}

export interface Candidacy {
  readonly partId: number | null;
  readonly message: string | null;
}

/** Once a person and call: sending it twice is one application and one letter. Refused (409 `CALL_CLOSED`) when the call is not open. */
export async function applyTo(
  tools: CastingsTools,
  id: number,
  applicant: Applicant,
  { partId, message }: Candidacy,
): Promise<Application> {
  return change(tools, id, async (tx, call) => {
    if (standingOf(call) !== 'open') throw failure.conflict('CALL_CLOSED', m.closed);
    if (partId !== null && !call.parts.some((part) => part.id === partId)) throw failure.field('part', applyWords.wrongPart, {}, 'choice');
    const sent = await applications.apply(tx, { callId: id, partId, message, ...applicant }, tools.clock.now());
    const application = await requireApplication(tx, sent.id);
    if (sent.isNew) await writeArrival(tools, tx, call, application);
    return application;
  });
}

/** Taking back is the person's right, whatever became of the call. */
export const withdrawApplication = (tools: CastingsTools, id: number): Promise<void> =>
  inTransaction(tools.db, (tx) => applications.withdraw(tx, id, tools.clock.now()));

export async function decideOn(
  tools: CastingsTools,
  request: FastifyRequest,
  id: number,
  state: State,
  { isLetterWanted = false } = {},
): Promise<Application> {
  requireCasting(request);
  const { accountId } = requireViewer(request);
  const { callId } = await requireApplication(tools.db, id);
  return change(tools, callId, async (tx, call) => {
    const before = await requireApplication(tx, id);
    await applications.decide(tx, id, state, accountId, tools.clock.now());
    if (state === 'refused' && isLetterWanted && !before.isWritten && before.withdrawnAt === null) {
      const letter = await writeRefusal(tools, tx, call, before, accountId);
      if (letter !== null) await applications.noteLetter(tx, id, letter);
    }
    await log(tools, request, tx, call, 'application', `Candidature ${id} à « ${titleOf(call)} » : ${state}`);
    return requireApplication(tx, id);
  });
}

export interface ReportInput {
  readonly reason: string;
  readonly words: string | null;
  readonly contact: string | null;
}
export async function reportCall(
  tools: CastingsTools,
  request: FastifyRequest,
  id: number,
  { reason, words, contact }: ReportInput,
): Promise<void> {
  await change(tools, id, async (tx, call) => {
    const by = request.viewer?.accountId ?? null;
    const sealed = contact && tools.vault.encrypt(contact);
    await store.insertReport(tx, { callId: id, reason, words, contact: sealed, by, now: tools.clock.now() });
    const details = { casting: id, title: titleOf(call), reason };
    await tools.audit.security(request, { event: 'casting_reported', severity: 'high', accountId: by, details }, tx);
    await writeReport(tools, tx, call, reason, words);
  });
}

/** Holds the call while it is changed. */
const change = <T>(tools: CastingsTools, id: number, work: (tx: Tx, before: Call) => Promise<T>, joined?: Tx): Promise<T> =>
  inTransaction(joined ?? tools.db, async (tx) => {
    if (!(await store.lockCall(tx, id))) throw failure.notFound(m.noCall);
    return work(tx, await required(tools, tx, id));
  });

async function required({ clock }: CastingsTools, tx: Tx, id: number): Promise<Call> {
  const call = await store.findCall(tx, id, clock.now());
  if (!call) throw failure.notFound(m.noCall);
  return call;
}

async function requireApplication(db: Parameters<typeof applications.findApplication>[0], id: number): Promise<Application> {
  const application = await applications.findApplication(db, id);
  if (!application) throw failure.notFound();
  return application;
}

const titleOf = (call: Call): string => spoken(call.titles, 'fr').text;

/** Who acts, by the number of their account. */
function requireCasting(asker: Asker): number | null {
  if (asker === null) return null;
  if (!access.casting.allows(asker.viewer)) throw failure.forbidden();
  return requireViewer(asker).accountId;
}

async function log({ audit }: CastingsTools, asker: Asker, tx: Tx, { id }: Call, type: string, description: string): Promise<void> {
  if (asker) await audit.activity(asker, { type, category: 'casting', description, resourceType: 'casting', resourceId: id }, tx);
}
