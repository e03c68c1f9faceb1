/**
 * The pages of backups for administrators: making, scheduling, fetching, comparing and restoring them. The work is done by
 * `capabilities/backup`; here is who may ask for it, in which steps, and what is written about it in the log.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Backups,
  backupSettings,
  KEPT_BOUNDS,
  type Kept,
  LEAST_PASSWORD,
  type Review,
  SCHEDULES,
} from '#capabilities/backup/backup.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, type FieldError, type FieldErrors, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import { Confirm, isConfirmed } from '#kernel/page/confirm.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { asked, done, fieldOf } from '#kernel/page/requests.ts';
import type { Settings } from '#kernel/settings.ts';
import { sizeIn } from '../sizes.ts';
import { BACKUPS, BackupPage, type BackupView, fileAddress, RESTORE } from './backup-page.tsx';
import { m } from './messages.ts';
import { ChoosingPage, CONFIRMATION, ReviewPage } from './restore-page.tsx';

export interface BackupPagesTools {
  readonly db: Db;
  readonly backups: Backups;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly limits: Pick<Limits, 'admit'>;
  readonly pages: Pages;
}

const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
/** Whoever tries passwords on an archive reads it completely each time. */
const READINGS = { name: 'backup-readings', limit: 20, windowSeconds: 3600 };
const MAKINGS = { name: 'backups', limit: 12, windowSeconds: 3600 };
const LARGEST_BYTES = 64 * 1024 ** 3;

interface ByName {
  readonly Params: { readonly name: string };
}

export function registerBackups(door: Door, tools: BackupPagesTools): void {
  const { audit, backups, limits, pages } = tools;
  door.get(BACKUPS, adminPage, (request, reply) => showBackups(tools, request, reply));
  door.post(`${BACKUPS}/create`, adminPage, async (request, reply) => {
    try {
      const password = await backups.passwordFor(fieldOf(request, 'password'));
      await limits.admit(MAKINGS, `account:${requireViewer(request).accountId}`);
      const kept = await backups.make('manual', password);
      await note(audit, request, 'create', `Sauvegarde ${kept.name}`);
      return done(request, reply, BACKUPS, m.made, { name: kept.name, size: sizeIn(request.language, kept.bytes) });
    } catch (error) {
      const { fields } = refusalOf(error);
      return showBackups(tools, request, reply, { refused: { form: 'make', values: {}, errors: fields } }, statusOf(error as Failure));
    }
  });
  door.post(`${BACKUPS}/schedule`, adminPage, (request, reply) => saveSchedule(tools, request, reply));
  door.get<ByName>(`${BACKUPS}/files/:name`, adminPage, async (request, reply) => {
    const kept = await backups.find(request.params.name);
    await note(audit, request, 'export', `Téléchargement de la sauvegarde ${kept.name}`);
    const headers = {
      'content-disposition': `attachment; filename=${kept.name}`,
      'content-length': kept.bytes,
      'cache-control': 'no-store',
    };
    return reply.type('application/zip').headers(headers).send(backups.open(kept));
  });
  door.get<ByName>(`${BACKUPS}/files/:name/delete`, adminPage, async (request, reply) => {
    const kept = await backups.find(request.params.name);
    const body = (
      <Confirm
        title={m.removeTitle}
        name={kept.name}
        action={`${fileAddress(kept)}/delete`}
        submit={m.remove}
        cancelHref={BACKUPS}
        crumbs={[{ label: m.title, href: BACKUPS }]}
        danger
      >
        <p>{say(m.removeText, request.language)}</p>
      </Confirm>
    );
    return pages.send(request, reply, { title: say(m.removeTitle, request.language), body });
  });
  door.post<ByName>(`${BACKUPS}/files/:name/delete`, adminPage, async (request, reply) => {
    const kept = await backups.find(request.params.name);
    await backups.remove(kept);
    await note(audit, request, 'delete', `Suppression de la sauvegarde ${kept.name}`);
    return done(request, reply, BACKUPS, m.removed);
  });
  registerRestore(door, tools);
}

function registerRestore(door: Door, tools: BackupPagesTools): void {
  const { backups } = tools;
  door.get(RESTORE, adminPage, async (request, reply) => {
    const name = asked(request, 'name');
    return showChoosing(tools, request, reply, name ? await backups.find(name) : null, {});
  });
  const largeFiles = { folder: backups.folder, bytes: LARGEST_BYTES };
  door.post(RESTORE, { config: { ...adminPage.config, largeFiles } }, async (request, reply) => {
    await tools.limits.admit(READINGS, `account:${requireViewer(request).accountId}`);
    const name = fieldOf(request, 'name');
    const kept = name ? await backups.find(name) : null;
    if (kept && fieldOf(request, 'step') === 'restore') return restore(tools, request, reply, kept);
    try {
      const found = await receive(tools, request, kept);
      return await showReview(tools, request, reply, { ...found, errors: {} });
    } catch (error) {
      const refusal = refusalOf(error);
      return showChoosing(tools, request, reply, kept, refusal.fields, statusOf(refusal));
    }
  });
}

/** The archive with what it would change. One that was sent is kept only when it is one. */
async function receive({ backups }: BackupPagesTools, request: FastifyRequest, kept: Kept | null): Promise<{ kept: Kept; review: Review }> {
  const sent = request.largeFiles['archive'];
  const path = kept ? backups.pathOf(kept) : sent && sent.bytes > 0 ? sent.path : null;
  const typed = fieldOf(request, 'password');
  const password = await backups.passwordFor(typed).catch((error: unknown) => {
    const { fields } = refusalOf(error);
    throw failure.invalid(path ? fields : { ...missingArchive, ...fields });
  });
  if (path === null) throw failure.invalid(missingArchive);
  const review = await backups.review(path, password);
  return { review, kept: kept ?? (await backups.adopt(path)) };
}
const missingArchive: FieldErrors = { archive: { message: m.archiveNeeded, constraint: 'required' } };

async function restore(tools: BackupPagesTools, request: FastifyRequest, reply: FastifyReply, kept: Kept): Promise<FastifyReply> {
  const { audit, backups } = tools;
  const path = backups.pathOf(kept);
  try {
    const password = await backups.passwordFor(fieldOf(request, 'password'));
    if (!isConfirmed(fieldOf(request, 'confirm'), CONFIRMATION)) throw failure.field('confirm', m.typeWrong, {}, 'match');
    const { safety } = await backups.restore(path, password, {
      safety: true,
      withoutKeys: fieldOf(request, 'accept_keys') === '1',
      keepSession: requireViewer(request).sessionId,
      note: (tx, { takenAt }) =>
        audit.activity(
          request,
          { ...entry('restore'), description: `Restauration de la sauvegarde du ${takenAt.toISOString()} (${kept.name})` },
          tx,
        ),
    });
    return done(request, reply, BACKUPS, m.restored, { safety: safety ?? '—' });
  } catch (error) {
    const refusal = refusalOf(error);
    // What would change is only shown to who can open it.
    const password = fieldOf(request, 'password');
    const review = await backups
      .passwordFor(password)
      .then((known) => backups.review(path, known))
      .catch(() => null);
    const fields = refusal.fields['keys'] ? { accept_keys: refusal.fields['keys'] } : refusal.fields;
    if (review) return showReview(tools, request, reply, { kept, review, errors: fields }, statusOf(refusal));
    return showChoosing(tools, request, reply, kept, fields, statusOf(refusal));
  }
}

/** A failure that names fields; anything else goes on its way. */
function refusalOf(error: unknown): Failure {
  if (error instanceof Failure && Object.keys(error.fields).length > 0) return error;
  throw error;
}

const entry = (type: string) => ({ type, category: 'backup', resourceType: 'backup' });
const note = (audit: Audit, request: FastifyRequest, type: string, description: string): Promise<void> =>
  audit.activity(request, { ...entry(type), description });

async function saveSchedule(tools: BackupPagesTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { audit, backups, db, settings } = tools;
  const values = { schedule: fieldOf(request, 'schedule'), kept: fieldOf(request, 'kept') };
  const password = fieldOf(request, 'password');
  const schedule = SCHEDULES.find((name) => name === values.schedule);
  const kept = /^\d{1,3}$/.test(values.kept) ? Number(values.kept) : Number.NaN;
  const errors: Record<string, FieldError> = {};
  if (!schedule) errors['schedule'] = { message: m.chooseSchedule, constraint: 'required' };
  if (!(kept >= KEPT_BOUNDS.least && kept <= KEPT_BOUNDS.most))
    errors['kept'] = { message: m.keepBounds, params: KEPT_BOUNDS, constraint: 'range' };
  if (password !== '' && password.length < LEAST_PASSWORD) errors['password'] = { message: m.passwordNew, constraint: 'min' };
  // Nobody is there to type it at night.
  else if (password === '' && schedule !== 'off' && !(await backups.hasPassword()))
    errors['password'] = { message: m.passwordNew, constraint: 'required' };
  if (!schedule || Object.keys(errors).length > 0)
    return showBackups(tools, request, reply, { refused: { form: 'plan', values, errors } }, 400);
  const { accountId } = requireViewer(request);
  await inTransaction(db, async (tx) => {
    await settings.set(tx, backupSettings.schedule, schedule, accountId);
    await settings.set(tx, backupSettings.kept, kept, accountId);
    if (password) await settings.set(tx, backupSettings.password, password, accountId);
    const description = `Sauvegardes automatiques : ${schedule}, ${kept} gardées${password ? ', nouveau mot de passe' : ''}`;
    await audit.activity(request, { ...entry('backup_schedule_changed'), description }, tx);
  });
  return done(request, reply, BACKUPS, m.saved);
}

async function showBackups(
  { backups, settings, pages }: BackupPagesTools,
  request: FastifyRequest,
  reply: FastifyReply,
  more: Pick<BackupView, 'refused'> | Record<string, never> = {},
  status = 200,
): Promise<FastifyReply> {
  const [schedule, kept] = [await settings.get(backupSettings.schedule), await settings.get(backupSettings.kept)];
  const { folder } = backups;
  const view = { kept: await backups.list(), folder, hasPassword: await backups.hasPassword(), plan: { schedule, kept }, ...more };
  return pages.send(request, reply, { title: say(m.title, request.language), body: <BackupPage {...view} />, status });
}

async function showChoosing(
  { backups, pages }: BackupPagesTools,
  request: FastifyRequest,
  reply: FastifyReply,
  kept: Kept | null,
  errors: FieldErrors,
  status = 200,
): Promise<FastifyReply> {
  const body = <ChoosingPage kept={kept} errors={errors} hasPassword={await backups.hasPassword()} />;
  return pages.send(request, reply, { title: say(m.restoreTitle, request.language), body, status });
}

async function showReview(
  { backups, pages }: BackupPagesTools,
  request: FastifyRequest,
  reply: FastifyReply,
  view: { readonly kept: Kept; readonly review: Review; readonly errors: FieldErrors },
  status = 200,
): Promise<FastifyReply> {
  const body = <ReviewPage {...view} hasPassword={await backups.hasPassword()} />;
  return pages.send(request, reply, { title: say(m.reviewTitle, request.language), body, status });
}
