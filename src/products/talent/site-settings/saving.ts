/** Changes of settings with their entry in the audit: both or none. Of values the history tells, the audit only which. */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { requireViewer } from '#kernel/http/access.ts';
import type { SiteSettingTools } from './site-settings.ts';

export function saveLogged(
  { db, audit }: SiteSettingTools,
  request: FastifyRequest,
  change: (tx: Tx, by: number) => Promise<readonly string[]>,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const keys = await change(tx, requireViewer(request).accountId);
    if (keys.length === 0) return;
    const description = `Réglages du site modifiés : ${keys.join(', ')}`;
    await audit.activity(request, { type: 'update', category: 'settings', description, resourceType: 'settings', resourceId: 'site' }, tx);
  });
}
