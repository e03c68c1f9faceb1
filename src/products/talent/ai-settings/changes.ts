/** What administrators change, each with its entries in the audit; a change and its entries stand or fall together. */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Setting } from '#kernel/settings.ts';
import { applyChanges, type Change } from '../setting-changes.ts';
import type { AiSettingsTools } from './ai-settings.ts';

/** Sets what differs from before; answers whether anything did. */
export async function saveChanges(
  { db, settings, audit }: AiSettingsTools,
  request: FastifyRequest,
  changes: readonly Change[],
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const changed = await applyChanges(tx, settings, changes, request.viewer?.accountId ?? null);
    if (changed.length === 0) return false;
    const description = `Réglages de l’intelligence artificielle modifiés : ${changed.join(', ')}`;
    await audit.activity(request, { type: 'update', category: 'settings', description, resourceType: 'settings', resourceId: 'ai' }, tx);
    return true;
  });
}

/** Whose key, and where it is kept. */
interface KeyPlace {
  readonly provider: string;
  readonly setting: Setting<string | null>;
}

export function setKey({ db, settings, audit }: AiSettingsTools, request: FastifyRequest, place: KeyPlace, key: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    await settings.set(tx, place.setting, key, request.viewer?.accountId ?? null);
    await noteKey(audit, request, place.provider, 'set', tx);
  });
}

export function removeKey({ db, settings, audit }: AiSettingsTools, request: FastifyRequest, place: KeyPlace): Promise<void> {
  return inTransaction(db, async (tx) => {
    await settings.forget(tx, place.setting, request.viewer?.accountId ?? null);
    await noteKey(audit, request, place.provider, 'removed', tx);
  });
}

const ACT = { set: 'enregistrée', removed: 'retirée' } as const;

/** Twice: as something done in the administration, and as something that matters to security. Never the key. */
async function noteKey(
  audit: AiSettingsTools['audit'],
  request: FastifyRequest,
  provider: string,
  act: keyof typeof ACT,
  tx: Tx,
): Promise<void> {
  const description = `Clé du fournisseur ${provider} ${ACT[act]}`;
  await audit.activity(request, { type: 'update', category: 'settings', description, resourceType: 'settings', resourceId: 'ai' }, tx);
  const event = act === 'set' ? 'provider_key_set' : 'provider_key_removed';
  await audit.security(request, { event, severity: 'high', accountId: request.viewer?.accountId, details: { provider } }, tx);
}
