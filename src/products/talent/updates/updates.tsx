/** The page of updates for administrators: `capabilities/updates` does the work, here is who asked and what they are told. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Backups } from '#capabilities/backup/backup.ts';
import type { Offer, Updates } from '#capabilities/updates/updates.ts';
import type { Audit } from '#kernel/audit.ts';
import { Failure, type FieldErrors } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import type { Pages } from '#kernel/page/page.tsx';
import { done, fieldOf } from '#kernel/page/requests.ts';
import { m } from './messages.ts';
import { UPDATE, UpdatePage } from './update-page.tsx';

export interface UpdatePageTools {
  readonly updates: Updates;
  readonly backups: Pick<Backups, 'passwordFor' | 'hasPassword'>;
  readonly audit: Audit;
  readonly limits: Pick<Limits, 'admit'>;
  readonly pages: Pages;
}

const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
const CHECKS = { name: 'update-checks', limit: 30, windowSeconds: 3600 };

export function registerUpdates(door: Door, tools: UpdatePageTools): void {
  const { updates, backups, audit, limits } = tools;
  door.get(UPDATE, adminPage, (request, reply) => show(tools, request, reply, null));
  door.post(UPDATE, adminPage, async (request, reply) => {
    const { accountId, email } = requireViewer(request);
    await limits.admit(CHECKS, `account:${accountId}`);
    if (fieldOf(request, 'act') !== 'apply') return show(tools, request, reply, await updates.check());
    try {
      const {
        status,
        from,
        to,
        error,
        failed_step: step,
      } = await updates.apply(email, await backups.passwordFor(fieldOf(request, 'password')));
      const outcome = status === 'success' ? 'success' : 'error';
      await audit.activity(request, { type: 'update', category: 'settings', description: `Mise à jour ${from} → ${to}`, status: outcome });
      if (status === 'success') return done(request, reply, UPDATE, m.done, { to });
      return done(request, reply, UPDATE, m.failed, { step: step ?? '', error: error ?? '' }, 'danger');
    } catch (error) {
      if (!(error instanceof Failure) || !error.fields['password']) throw error;
      return show(tools, request, reply, await updates.check(), error.fields, statusOf(error));
    }
  });
}

async function show(
  { updates, backups, pages }: UpdatePageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  offer: Offer | null,
  errors: FieldErrors = {},
  status = 200,
): Promise<FastifyReply> {
  const view = { standing: await updates.standing(), hasPassword: await backups.hasPassword(), offer, errors };
  return pages.send(request, reply, { title: say(m.title, request.language), body: <UpdatePage {...view} />, status });
}
