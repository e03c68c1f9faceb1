/** Changes to somebody who is already a member: profile, account, files, the end. Each is one transaction, logged with it. */
import type { FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, type FieldError, failure } from '#kernel/failure.ts';
import { isAdmin, ROLES, type Role, requireViewer, type Viewer } from '#kernel/http/access.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { fieldTexts } from '../field-texts.ts';
import { REQUIRED, type Read, readChoice, readEmail, readFlag } from '../readers.ts';
import { recordMemberConsent } from './consents.ts';
import { checkProfile, type ProfileInput, type ProfileValues } from './fields.ts';
import { byId } from './lookup.ts';
import type { CvAnalysis, Member } from './member.ts';
import { refusals } from './messages.ts';
import * as policies from './policies.ts';
import { requireMember, rescore } from './profile.ts';
import { withTypedCity } from './registration.ts';
import { lockMember, setCvAnalysis, setMemberColumns, updateMember } from './store.ts';
import type { MemberTools, PreparedFile } from './tools.ts';

/** Holds the person, changes them, gives them their score: what happens between is all or nothing. */
const change = <T>(tools: MemberTools, id: number, work: (tx: Tx, before: Member) => Promise<T>): Promise<T> =>
  inTransaction(tools.db, async (tx) => {
    if (!(await lockMember(tx, id))) throw failure.notFound(refusals.userNotFound);
    return work(tx, await requireMember(tools, tx, byId(id)));
  });

/** Changes the given fields and no other; an unknown, forbidden or faulty field refuses them all. */
export async function updateMemberBy(tools: MemberTools, request: FastifyRequest, id: number, input: ProfileInput): Promise<Member> {
  const viewer = requireViewer(request);
  const catalogue = await tools.catalogue.snapshot();
  return change(tools, id, async (tx, before) => {
    if (!policies.mayEdit(viewer, before)) throw failure.forbidden(refusals.accessDenied);
    requireFields(viewer, before, input);
    const present = {
      country_id: before.country?.id ?? 0,
      city_id: before.city?.id ?? null,
      residence_country_id: before.residenceCountry?.id ?? null,
      residence_city_id: before.residenceCity?.id ?? null,
    };
    const profile = checkProfile(input, { catalogue, today: tools.clock.now(), present });
    const account = checkAccount(input);
    const errors = { ...profile.errors, ...account.errors };
    if (Object.keys(errors).length) throw failure.invalid(errors);
    await applyProfile(tools, tx, before, profile.values);
    const { is_public: isPublic } = profile.values;
    const form = viewer.accountId === id ? 'profile' : 'administration';
    if (isPublic !== undefined) await recordMemberConsent(tx, id, 'public_profile', isPublic, form, tools.clock.now());
    await applyAccount(tools, tx, request, before, account.values);
    const names = Object.keys(input).join(', ');
    await log(tools, request, tx, before, 'user_updated', `Profil ${before.code} modifié : ${names}`);
    return rescore(tools, tx, id);
  });
}

function requireFields(viewer: Viewer, subject: Member, input: ProfileInput): void {
  const names = Object.keys(input);
  const unknown = names.filter((name) => !policies.isProfileField(name) && !policies.isAccountField(name));
  if (unknown.length) throw failure.invalid(named(unknown, { message: fieldMessages.unknown, constraint: 'unknown' }));
  const forbidden = names.filter((name) => policies.isAccountField(name) && !policies.mayChangeAccount(viewer, subject, name));
  if (!forbidden.length) return;
  const message = isAdmin(viewer) ? refusals.accessDenied : refusals.adminNeeded;
  throw new Failure('forbidden', { message, fields: named(forbidden, { message: fieldTexts.notYours, constraint: 'forbidden' }) });
}

const named = (names: readonly string[], error: FieldError): Record<string, FieldError> =>
  Object.fromEntries(names.map((name) => [name, error]));

interface AccountValues {
  readonly email?: string;
  readonly active?: boolean;
  readonly role?: Role;
}

/** `is_admin` is the role under its older name. */
function checkAccount(input: ProfileInput): { errors: Record<string, FieldError>; values: AccountValues } {
  const errors: Record<string, FieldError> = {};
  const take = <T>(name: string, reader: (raw: unknown) => Read<T | null>): T | undefined => {
    if (input[name] === undefined) return undefined;
    const result = reader(input[name]);
    if (!result.ok) errors[name] = result.error;
    else if (result.value === null) errors[name] = REQUIRED.error;
    return result.ok ? (result.value ?? undefined) : undefined;
  };
  const email = take('email', readEmail);
  const active = take('account_active', readFlag);
  const admin = take('is_admin', readFlag);
  const role = take('role', (raw) => readChoice(raw, ROLES)) ?? (admin === undefined ? undefined : admin ? 'admin' : 'user');
  return {
    errors,
    values: {
      ...(email === undefined ? {} : { email }),
      ...(active === undefined ? {} : { active }),
      ...(role === undefined ? {} : { role }),
    },
  };
}

/** What tells two people of one name apart. */
const TELLING = ['date_of_birth', 'phone', 'whatsapp'] as const satisfies readonly (keyof ProfileValues)[];

async function applyProfile(
  { identity, vault, catalogue, news }: MemberTools,
  tx: Tx,
  before: Member,
  given: Partial<ProfileValues>,
): Promise<void> {
  const values = await withTypedCity(catalogue, tx, given);
  const { first_name: firstName = before.firstName, last_name: lastName = before.lastName } = values;
  const isRenamed = firstName !== before.firstName || lastName !== before.lastName;
  if (isRenamed) await identity.rename(tx, before.id, { firstName, lastName });
  await updateMember(tx, before.id, values, vault);
  if (isRenamed || TELLING.some((field) => values[field] !== undefined)) await news?.named(tx, 'standard', before.id);
}

async function applyAccount(
  tools: MemberTools,
  tx: Tx,
  request: FastifyRequest,
  before: Member,
  { email, active, role }: AccountValues,
): Promise<void> {
  const { identity, audit } = tools;
  if (email !== undefined && email !== before.email) await identity.changeEmail(tx, before.id, email);
  if (active !== undefined && active !== before.active) await applyActive(tools, tx, request, before, active);
  if (role === undefined || role === before.role || (policies.isAdminRole(before.role) && role === 'admin')) return;
  if (policies.isOwner(request.viewer, before)) throw failure.forbidden(refusals.ownRole);
  await identity.setRole(tx, before.id, role);
  await audit.security(
    request,
    {
      event: 'role_changed',
      severity: 'high',
      accountId: before.id,
      details: { from: before.role, to: role, by: request.viewer?.accountId },
    },
    tx,
  );
}

async function applyActive(
  { identity, audit }: MemberTools,
  tx: Tx,
  request: FastifyRequest,
  before: Member,
  active: boolean,
): Promise<void> {
  if (!active && policies.isOwner(request.viewer, before)) throw failure.forbidden(refusals.ownAccount);
  await identity.setActive(tx, before.id, active);
  const event = active ? 'account_activated' : 'account_deactivated';
  await audit.security(request, { event, severity: 'medium', accountId: before.id, details: { by: request.viewer?.accountId } }, tx);
}

/** Opens a closed account, closes an open one; answers what it is now. */
export async function toggleActive(tools: MemberTools, request: FastifyRequest, id: number): Promise<boolean> {
  const viewer = requireViewer(request);
  return change(tools, id, async (tx, before) => {
    if (!policies.mayChangeAccount(viewer, before, 'account_active')) throw failure.forbidden(refusals.accessDenied);
    await applyActive(tools, tx, request, before, !before.active);
    await log(tools, request, tx, before, 'user_toggled', `Compte ${before.code} ${before.active ? 'désactivé' : 'activé'}`);
    return !before.active;
  });
}

/** The person, their files and their sessions go for good. */
export async function removeMember(tools: MemberTools, request: FastifyRequest, id: number): Promise<void> {
  const viewer = requireViewer(request);
  if (!isAdmin(viewer)) throw failure.forbidden(refusals.adminNeeded);
  await change(tools, id, async (tx, before) => {
    if (policies.isAdminRole(before.role)) throw failure.forbidden(refusals.cannotDeleteAdmin);
    for (const file of [before.photoFile, before.cvFile, before.qrFile]) if (file) await tools.files.remove(tx, file);
    await tools.news?.gone(tx, 'standard', id);
    await tools.identity.remove(tx, id);
    await log(tools, request, tx, before, 'user_deleted', `Profil ${before.code} supprimé`);
    await tools.audit.security(
      request,
      { event: 'account_deleted', severity: 'high', accountId: viewer.accountId, details: { id, code: before.code } },
      tx,
    );
  });
}

const KINDS = { photo: { folder: 'photos', column: 'photo_file' }, cv: { folder: 'cvs', column: 'cv_file' } } as const;

/** Puts a new photo or CV in place of the old one; null takes it away. A CV's analysis goes with the CV. */
export async function setMemberFile(
  tools: MemberTools,
  request: FastifyRequest,
  id: number,
  kind: keyof typeof KINDS,
  file: PreparedFile | null,
): Promise<Member> {
  const viewer = requireViewer(request);
  const { folder, column } = KINDS[kind];
  return change(tools, id, async (tx, before) => {
    if (!policies.mayEdit(viewer, before)) throw failure.forbidden(refusals.accessDenied);
    const old = kind === 'photo' ? before.photoFile : before.cvFile;
    const saved = file ? await tools.files.save(tx, { folder, ...file }) : null;
    if (old) await tools.files.remove(tx, old);
    await setMemberColumns(tx, id, { [column]: saved?.name ?? null });
    if (kind === 'cv') await setCvAnalysis(tx, id, null);
    if (kind === 'cv' && file) await tools.news?.cvSent(tx, id);
    await log(
      tools,
      request,
      tx,
      before,
      `${kind}_${file ? 'uploaded' : 'removed'}`,
      `${kind === 'cv' ? 'CV' : 'Photo'} de ${before.code}`,
    );
    return rescore(tools, tx, id);
  });
}

export const recordCvAnalysis = (tools: MemberTools, id: number, analysis: CvAnalysis): Promise<void> =>
  change(tools, id, (tx) => setCvAnalysis(tx, id, analysis));

const log = ({ audit }: MemberTools, request: FastifyRequest, tx: Tx, { id }: Member, type: string, description: string): Promise<void> =>
  audit.activity(request, { type, category: 'users', description, resourceType: 'user', resourceId: id }, tx);
