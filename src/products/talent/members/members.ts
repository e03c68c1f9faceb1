/**
 * The people of the talent platform: how they join, who finds and sees them, how they change and leave.
 *
 * Hides the two tables, encryption, codes, files and the rules of access. Words: a *member* is a person with a talent code; a
 * *card* is a member without any way to reach them, which is what strangers get; *contacts* are phone, e-mail, address and
 * networks. The id of a member is that of the account (`users.id` of the documents).
 */
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#kernel/db/db.ts';
import { type FieldErrors, failure } from '#kernel/failure.ts';
import { isAdmin } from '#kernel/http/access.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Language } from '#kernel/message.ts';
import { codeAliases } from '../codes.ts';
import type { Absorption, Remains } from '../merge-columns.ts';
import * as changes from './changes.ts';
import type { ProfileInput } from './fields.ts';
import { byCode, byId, eachMember, findFileOwner, findMembersByIds, listMembers, listMembersByIds } from './lookup.ts';
import { type CvAnalysis, type ListedMember, type Member, toCard, withoutContacts } from './member.ts';
import { absorbMember, MEMBER_MERGE, type MemberMergeField } from './merging.ts';
import { refusals } from './messages.ts';
import { createPeople, type People } from './people.ts';
import * as policies from './policies.ts';
import { requireMember } from './profile.ts';
import { type RegistrationExtra, register, registerByAdmin } from './registration.ts';
import { checkRegistration, hashOrFaults, type RegistrationInput } from './registration-check.ts';
import { type MemberFilters, type MemberSort, orderOf, readFilters, whereOf } from './search.ts';
import type { MemberTools, PreparedFile } from './tools.ts';

export { type BroughtMember, bringAccount, bringMember, bringMemberFile } from './bringing.ts';
export { memberConsents } from './consents.ts';
export type { ListedMember, Member } from './member.ts';
export type { MemberMergeField } from './merging.ts';
export { presentRow as presentListedMember } from './presenter.ts';
export type { RegistrationExtra } from './registration.ts';
export type { RegistrationInput } from './registration-check.ts';
export { BLIND_PHONE, inDialect, MEMBER_SORTS, type MemberFilters, type MemberSort } from './search.ts';
export type { MemberTools, PreparedFile } from './tools.ts';

export type FileOwner = policies.Subject & { readonly code: string };
export interface Mailbox {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

export interface Members {
  /** Every fault of the registration form, or of the named fields of one step. Nothing is stored. */
  check(input: RegistrationInput, fields?: readonly string[]): Promise<FieldErrors>;
  /** All or nothing: account, code, profile, files, QR code, letter. `request` is null for imports and demonstrations. */
  register(request: FastifyRequest | null, input: RegistrationInput, extra?: RegistrationExtra): Promise<Member>;
  /** With a temporary password that only the letter tells. */
  createByAdmin(request: FastifyRequest, input: RegistrationInput, extra?: RegistrationExtra): Promise<Member>;

  /** The member as the viewer of the request may see them: whole, or the card. 404, or 403 for a private profile. */
  get(request: FastifyRequest, id: number): Promise<Member>;
  /** By a code in any accepted spelling. */
  getByCode(request: FastifyRequest, code: string): Promise<Member>;
  /** Recruiters and administrators see everybody with e-mail; others the people with a public card, without. */
  list(request: FastifyRequest, filters: MemberFilters, page: PageAsked, sort?: MemberSort): Promise<PageOf<ListedMember>>;
  /** Everybody, whole, newest first, in batches: for exports. Administrators only. */
  each(request: FastifyRequest, filters: MemberFilters): AsyncIterable<readonly Member[]>;
  /** The people of these ids in the order given, as `list` shows them. */
  listByIds(request: FastifyRequest, ids: readonly number[]): Promise<readonly ListedMember[]>;
  /** Without a viewer and without any way to reach them, in the order given: for rooms that compare people. */
  profiles(db: Db, ids: readonly number[]): Promise<readonly Member[]>;
  /** Where letters go, for rooms that write to people; null for nobody. */
  mailboxOf(db: Db, id: number): Promise<Mailbox | null>;
  readFilters(query: Readonly<Record<string, unknown>>): Promise<MemberFilters>;
  /** Whose photo or CV a stored file is, for the rules of access to decide. */
  findFileOwner(name: string): Promise<FileOwner | null>;

  update(request: FastifyRequest, id: number, input: ProfileInput): Promise<Member>;
  /** Answers whether the account is open now. */
  toggleActive(request: FastifyRequest, id: number): Promise<boolean>;
  remove(request: FastifyRequest, id: number): Promise<void>;
  setPhoto(request: FastifyRequest, id: number, photo: PreparedFile): Promise<Member>;
  removePhoto(request: FastifyRequest, id: number): Promise<Member>;
  setCv(request: FastifyRequest, id: number, cv: PreparedFile): Promise<Member>;
  removeCv(request: FastifyRequest, id: number): Promise<Member>;
  recordCvAnalysis(id: number, analysis: CvAnalysis): Promise<void>;

  /**
   * The file `from` becomes part of `into`, which is found by its codes too; the account of `from` is closed. Call it when all that refers
   * to `from` has moved; answers what it was.
   */
  absorb(tx: Tx, absorption: Absorption<MemberMergeField>): Promise<Remains>;

  /** The signed-in person, for the routes of sign-in. */
  readonly people: People;
}
export const MEMBER_MERGE_FIELDS = Object.keys(MEMBER_MERGE) as readonly MemberMergeField[];

export function createMembers(tools: MemberTools): Members {
  const { catalogue, clock, db } = tools;
  return {
    async check(input, fields) {
      const { errors, email } = checkRegistration(input, { catalogue: await catalogue.snapshot(), today: clock.now() }, fields);
      const asksPassword = !fields || fields.includes('password');
      return asksPassword ? { ...errors, ...(await hashOrFaults(tools.identity, input, email)).faults } : errors;
    },
    register: (request, input, extra = {}) => register(tools, request, input, extra),
    createByAdmin: (request, input, extra = {}) => registerByAdmin(tools, request, input, extra),

    get: async (request, id) => seenBy(tools, request, await requireMember(tools, db, byId(id))),
    getByCode: async (request, code) => seenBy(tools, request, await requireMember(tools, db, byCode(codeAliases(code)))),
    list: (request, filters, page, sort) => listFor(tools, request, filters, page, sort),
    each: (request, filters) => everybody(tools, request, filters),
    listByIds: (request, ids) => listByIdsFor(tools, request, ids),
    profiles: async (caller, ids) => (await findMembersByIds(caller, ids, tools.vault, clock.now())).map(withoutContacts),
    async mailboxOf(caller, id) {
      const account = await tools.identity.find(caller, id);
      return account && { email: account.email, name: `${account.firstName} ${account.lastName}`, language: account.language ?? 'fr' };
    },
    // Only the name of a talent needs the catalogue, and most lists are asked without one.
    readFilters: async (query) => readFilters(query, query['talent'] ? await catalogue.snapshot() : null),
    findFileOwner: (name) => findFileOwner(db, name),

    update: (request, id, input) => changes.updateMemberBy(tools, request, id, input),
    toggleActive: (request, id) => changes.toggleActive(tools, request, id),
    remove: (request, id) => changes.removeMember(tools, request, id),
    setPhoto: (request, id, photo) => changes.setMemberFile(tools, request, id, 'photo', photo),
    removePhoto: (request, id) => changes.setMemberFile(tools, request, id, 'photo', null),
    setCv: (request, id, cv) => changes.setMemberFile(tools, request, id, 'cv', cv),
    removeCv: (request, id) => changes.setMemberFile(tools, request, id, 'cv', null),
    recordCvAnalysis: (id, analysis) => changes.recordCvAnalysis(tools, id, analysis),
    absorb: (tx, absorption) => absorbMember(tools, tx, absorption),
    people: createPeople(tools),
  };
}

async function seenBy({ audit }: MemberTools, request: FastifyRequest, member: Member): Promise<Member> {
  const { viewer } = request;
  if (!policies.maySeeCard(viewer, member))
    throw viewer && member.active ? failure.forbidden(refusals.accessDenied) : failure.notFound(refusals.userNotFound);
  if (!policies.maySeeContacts(viewer, member)) return toCard(member);
  if (policies.leavesTrace(viewer, member)) {
    const description = `Coordonnées de ${member.code} consultées`;
    await audit.activity(request, { type: 'contacts_read', category: 'privacy', description, resourceType: 'user', resourceId: member.id });
  }
  return member;
}

async function listFor(
  { audit, catalogue, clock, db, vault }: MemberTools,
  request: FastifyRequest,
  filters: MemberFilters,
  page: PageAsked,
  sort: MemberSort = 'newest',
): Promise<PageOf<ListedMember>> {
  const { viewer } = request;
  const open = policies.seesEverybody(viewer);
  const where = whereOf(open ? filters : { ...filters, publicOnly: true }, { vault, catalogue: await catalogue.snapshot() });
  const { total, rows } = await listMembers(db, where, orderOf(sort), page, clock.now());
  if (!open) return { total, rows: rows.map((row) => ({ ...row, email: null })) };
  await traceList(audit, request, rows.length, `page ${page.page}`);
  return { total, rows };
}

async function listByIdsFor(
  { audit, clock, db }: MemberTools,
  request: FastifyRequest,
  ids: readonly number[],
): Promise<readonly ListedMember[]> {
  const rows = await listMembersByIds(db, ids, clock.now());
  if (!policies.seesEverybody(request.viewer))
    return rows.filter((row) => policies.maySeeCard(request.viewer, row)).map((row) => ({ ...row, email: null }));
  await traceList(audit, request, rows.length, 'recherche');
  return rows;
}

async function traceList(audit: MemberTools['audit'], request: FastifyRequest, people: number, where: string): Promise<void> {
  if (request.viewer?.role !== 'casting' || people === 0) return;
  const description = `Adresses e-mail de ${people} personnes consultées (${where})`;
  await audit.activity(request, { type: 'contacts_read', category: 'privacy', description, resourceType: 'user' });
}

async function* everybody(
  { catalogue, clock, db, vault }: MemberTools,
  request: FastifyRequest,
  filters: MemberFilters,
): AsyncGenerator<readonly Member[]> {
  if (!isAdmin(request.viewer)) throw failure.forbidden(refusals.adminNeeded);
  yield* eachMember(db, whereOf(filters, { vault, catalogue: await catalogue.snapshot() }), vault, clock.now());
}
