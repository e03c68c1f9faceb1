/** Changes to productions: each one transaction, logged with it. */
import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction, sqlStateOf } from '#kernel/db/transaction.ts';
import { Failure, type FieldError, failure } from '#kernel/failure.ts';
import { isAdmin } from '#kernel/http/access.ts';
import type { PreparedFile } from '../members/members.ts';
import { REQUIRED } from '../readers.ts';
import { checkProduction, type ProductionInput, type ProductionValues } from './fields.ts';
import { m } from './messages.ts';
import type { Production } from './production.ts';
import * as store from './store.ts';
import type { ProductionTools } from './tools.ts';

const FOLDER = 'logos';
/** 128 bits: a token cannot be guessed, and is short enough to print under a QR code. */
const TOKEN_BYTES = 16;
export const newSealToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** Takes the logo that came with a form, inside the transaction: when the form is refused, the file is still there for the next try. */
export type TakeLogo = (tx: Tx) => Promise<PreparedFile | null>;
/** Null for demonstrations and imports: nobody is asked for their rights, nothing is logged. */
export type Asker = FastifyRequest | null;

export function createProduction(tools: ProductionTools, asker: Asker, input: ProductionInput, takeLogo: TakeLogo): Promise<Production> {
  requireAdmin(asker);
  const made = inTransaction(tools.db, async (tx) => {
    const { values, logo } = await readForm(tools, tx, { name: '', ...input }, takeLogo);
    const now = tools.clock.now();
    const id = await store.insertProduction(tx, { ...values, ...logo, created_at: now, updated_at: now });
    const production = await required(tx, id);
    await log(tools, asker, tx, production, 'create', `Production « ${production.name} » créée`);
    return production;
  });
  return orDuplicate(made);
}

/** Changes the given fields and no other; a faulty field refuses them all. */
export function updateProduction(
  tools: ProductionTools,
  asker: Asker,
  id: number,
  input: ProductionInput,
  takeLogo: TakeLogo,
): Promise<Production> {
  requireAdmin(asker);
  const changed = change(tools, id, async (tx, before) => {
    const { values, logo } = await readForm(tools, tx, input, takeLogo);
    if (logo && before.logoFile) await tools.files.remove(tx, before.logoFile);
    await store.updateProduction(tx, id, { ...values, ...logo, updated_at: tools.clock.now() });
    const production = await required(tx, id);
    if (production.isVerified) requireContact(production);
    const names = Object.keys({ ...values, ...logo }).join(', ');
    await log(tools, asker, tx, production, 'update', `Production « ${production.name} » modifiée : ${names}`);
    return production;
  });
  return orDuplicate(changed);
}

/** Clean values and the stored logo, or every fault of both. */
async function readForm(
  { catalogue, clock, files }: ProductionTools,
  tx: Tx,
  input: ProductionInput,
  takeLogo: TakeLogo,
): Promise<{ values: Partial<ProductionValues>; logo: { logo_file: string } | null }> {
  const { errors, values } = checkProduction(input, { catalogue: await catalogue.snapshot(tx), today: clock.now() });
  const faults: Record<string, FieldError> = { ...errors };
  const logo = await takeLogo(tx).catch((error: unknown) => {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    Object.assign(faults, error.fields);
    return null;
  });
  if (Object.keys(faults).length) throw failure.invalid(faults);
  const saved = logo && (await files.save(tx, { folder: FOLDER, ...logo }));
  return { values, logo: saved && { logo_file: saved.name } };
}

export async function removeProduction(tools: ProductionTools, asker: Asker, id: number): Promise<void> {
  requireAdmin(asker);
  await change(tools, id, async (tx, before) => {
    if (before.totalProjects > 0) throw hasProjects();
    if (before.logoFile) await tools.files.remove(tx, before.logoFile);
    await store.deleteProduction(tx, id);
    await log(tools, asker, tx, before, 'delete', `Production « ${before.name} » supprimée`);
  }).catch((error: unknown) => {
    // A project was made while we looked.
    throw sqlStateOf(error) === '23503' ? hasProjects() : error;
  });
}
const hasProjects = () => failure.conflict('PRODUCTION_HAS_PROJECTS', m.hasProjects);

/** An old token is given again: what was printed with it holds again too. */
export async function giveSeal(tools: ProductionTools, asker: Asker, id: number): Promise<Production> {
  const admin = requireAdmin(asker);
  return change(tools, id, async (tx, before) => {
    if (before.isVerified) return before;
    requireContact(before);
    const now = tools.clock.now();
    await store.updateProduction(tx, id, {
      is_verified: true,
      verified_at: now,
      verified_by: admin,
      seal_token: before.sealToken ?? newSealToken(),
      seal_withdrawn_at: null,
      seal_withdrawn_by: null,
      updated_at: now,
    });
    return logSeal(tools, asker, tx, id, 'given');
  });
}

export async function withdrawSeal(tools: ProductionTools, asker: Asker, id: number): Promise<Production> {
  const admin = requireAdmin(asker);
  return change(tools, id, async (tx, before) => {
    if (!before.isVerified) return before;
    const now = tools.clock.now();
    await store.updateProduction(tx, id, { is_verified: false, seal_withdrawn_at: now, seal_withdrawn_by: admin, updated_at: now });
    return logSeal(tools, asker, tx, id, 'withdrawn');
  });
}

async function logSeal(tools: ProductionTools, asker: Asker, tx: Tx, id: number, what: 'given' | 'withdrawn'): Promise<Production> {
  const production = await required(tx, id);
  const words = what === 'given' ? 'Sceau donné à' : 'Sceau retiré à';
  await log(tools, asker, tx, production, 'update', `${words} la production « ${production.name} »`);
  const details = { production: id, name: production.name };
  const event = `production_seal_${what}`;
  if (asker) await tools.audit.security(asker, { event, severity: 'medium', accountId: asker.viewer?.accountId, details }, tx);
  return production;
}

/** Holds the production while it is changed: what happens between is all or nothing. */
const change = <T>(tools: ProductionTools, id: number, work: (tx: Tx, before: Production) => Promise<T>): Promise<T> =>
  inTransaction(tools.db, async (tx) => {
    if (!(await store.lockProduction(tx, id))) throw failure.notFound(m.notFound);
    return work(tx, await required(tx, id));
  });

async function required(tx: Tx, id: number): Promise<Production> {
  const production = await store.findProduction(tx, id);
  if (!production) throw failure.notFound(m.notFound);
  return production;
}

/** The check page says how to reach the company: a seal without that would prove nothing to anybody. */
function requireContact({ email, phone, website }: Production): void {
  if (email || phone || website) return;
  throw failure.invalid({ email: { message: m.sealNeedsContact, constraint: REQUIRED.error.constraint ?? 'required' } });
}

/** Who acts, by the number of their account. */
function requireAdmin(asker: Asker): number | null {
  if (asker === null) return null;
  if (!asker.viewer || !isAdmin(asker.viewer)) throw failure.forbidden();
  return asker.viewer.accountId;
}

async function log({ audit }: ProductionTools, asker: Asker, tx: Tx, { id }: Production, type: string, description: string): Promise<void> {
  if (!asker) return;
  await audit.activity(asker, { type, category: 'production', description, resourceType: 'production', resourceId: id }, tx);
}

/** Two companies of one name could not be told apart in a list. */
const orDuplicate = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    const isName = error instanceof Error && 'constraint' in error && error.constraint === 'productions_name';
    throw isName ? failure.field('name', m.nameTaken, {}, 'unique') : error;
  });
