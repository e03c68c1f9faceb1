/**
 * The people of the CINEMA module: how they join, who finds and sees them, how they change and leave.
 *
 * Hides the two tables, encryption, codes, files and the rules of access. Words: a *CINEMA talent* is a person with a CINEMA code;
 * a *card* is the same person without any way to reach them, which is what strangers get of those who agreed to it.
 */
import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { PublicPlaces } from '#kernel/page/crawlers.ts';
import { type CinemaFilters, readSort } from '../cinema-search/cinema-search.ts';
import { codeAliases } from '../codes.ts';
import type { Absorption, Remains } from '../merge-columns.ts';
import * as changes from './changes.ts';
import { type Present, registrationFaults } from './check.ts';
import type { CinemaTalent, ListedCinemaTalent } from './cinema-talent.ts';
import {
  byCode,
  byId,
  type FileKind,
  findFileOwner,
  findIdOfCode,
  findMailbox,
  findTalentsByIds,
  listTalents,
  type Mailbox,
} from './lookup.ts';
import { absorbTalent, CINEMA_MERGE, type CinemaMergeField, linkTalent, moveLink } from './merging.ts';
import * as policies from './policies.ts';
import { publicProfiles } from './public-places.ts';
import * as reading from './reading.ts';
import { type CinemaRegistrationExtra, register } from './registration.ts';
import { talentPdf } from './sheet.ts';
import type { CinemaTools, PreparedFile } from './tools.ts';
import { toListedCard, toWhole, withoutContacts } from './views.ts';

export { bringTalent, bringTalentFile } from './bringing.ts';
export { MAX_GALLERY } from './changes.ts';
export type { CinemaTalent, ListedCinemaTalent } from './cinema-talent.ts';
export { YOUNGEST } from './fields.ts';
export type { Mailbox } from './lookup.ts';
export type { CinemaMergeField } from './merging.ts';
export { presentRow as presentListedTalent } from './presenter.ts';
export type { CinemaRegistrationExtra } from './registration.ts';
export { countCinema } from './store.ts';
export type { CinemaTools, PreparedFile } from './tools.ts';

/** The form, under the names of the columns (`first_name`, `country_of_origin_id`, `talent_types`…). */
export type CinemaInput = Readonly<Record<string, unknown>>;

export interface Cinema {
  /** Every fault of the form, or of the named fields of one step. Nothing is stored. */
  check(input: CinemaInput, fields?: readonly string[]): Promise<FieldErrors>;
  /** All or nothing: code, file, photos, QR code, consents, letter. `request` is null for imports and demonstrations. */
  register(request: FastifyRequest | null, input: CinemaInput, extra?: CinemaRegistrationExtra): Promise<CinemaTalent>;
  /**
   * As the viewer of the request may see them: whole, or the card; the number of the paper is masked for everybody. 404 for a file
   * that is not public.
   */
  get(request: FastifyRequest, id: number): Promise<CinemaTalent>;
  /** By a code in any accepted spelling. */
  getByCode(request: FastifyRequest, code: string): Promise<CinemaTalent>;
  /** The number of the paper in clear, for administrators; each reading is logged. */
  revealDocument(request: FastifyRequest, id: number): Promise<string | null>;
  /** Casting and administrators see everybody with contacts; others the public cards. */
  list(request: FastifyRequest, filters: CinemaFilters, page: PageAsked, sort?: string): Promise<PageOf<ListedCinemaTalent>>;
  /** Everybody, whole (document number masked), newest first, in batches of a few hundred read by id: for exports. Casting and administrators only. */
  each(request: FastifyRequest, filters: CinemaFilters): AsyncIterable<readonly CinemaTalent[]>;
  /** The people of these ids that the viewer may see, in the order given. */
  listByIds(request: FastifyRequest, ids: readonly number[]): Promise<readonly ListedCinemaTalent[]>;
  /** The same without a viewer, contact-free: for lists that another rule already opened (a shared shortlist, a badge). */
  cards(db: Db, ids: readonly number[]): Promise<readonly ListedCinemaTalent[]>;
  /** Whole but for every way to reach them, birth date and paper, in the order given: for rooms that compare people. */
  profiles(db: Db, ids: readonly number[]): Promise<readonly CinemaTalent[]>;
  /** Null when nobody has this code. */
  idOfCode(db: Db, code: string): Promise<number | null>;
  /** Where letters go; contacts in clear, for rooms that write to people. Null without an address. */
  mailboxOf(db: Db, id: number): Promise<Mailbox | null>;
  /** May the viewer have this stored file (photo, gallery, photo of the paper)? */
  mayHaveFile(request: FastifyRequest, name: string): Promise<boolean>;
  update(request: FastifyRequest, id: number, input: CinemaInput): Promise<CinemaTalent>;
  setPhoto(request: FastifyRequest, id: number, photo: PreparedFile | null): Promise<CinemaTalent>;
  /** Without a viewer, for demonstrations and imports: a portrait for somebody who has none. False when they are gone or have one. */
  attachPhoto(db: Db, id: number, photo: PreparedFile): Promise<boolean>;
  setIdPhoto(request: FastifyRequest, id: number, photo: PreparedFile | null): Promise<CinemaTalent>;
  addGalleryPhoto(request: FastifyRequest, id: number, photo: PreparedFile): Promise<CinemaTalent>;
  removeGalleryPhoto(request: FastifyRequest, id: number, file: string): Promise<CinemaTalent>;
  remove(request: FastifyRequest, id: number): Promise<void>;
  /** The file `from` becomes part of `into`, which is found by its codes too. Call it when all that refers to `from` has moved; answers what it was. */
  absorb(tx: Tx, absorption: Absorption<CinemaMergeField>): Promise<Remains>;
  /** The file belongs to this account from now on; false when it has another owner, or the account another file. */
  link(tx: Tx, id: number, accountId: number): Promise<boolean>;
  /** The account `from` becomes `into`: its file goes with it, unless that one has a file. */
  moveLink(tx: Tx, from: number, into: number): Promise<void>;
  /** A page of A4 about the person, contact-free unless the viewer may see contacts. Name of the file: `talent_MACAS0001F.pdf`. */
  pdf(request: FastifyRequest, talent: CinemaTalent): Promise<Buffer>;
  /** Whoever agreed to a public profile, for `/sitemap.xml`. */
  readonly places: PublicPlaces;
}

export function createCinema(tools: CinemaTools): Cinema {
  const { catalogue, clock, db, vault } = tools;
  const seen = async (work: Promise<Present>): Promise<CinemaTalent> => toWhole(await work);
  return {
    check: async (input, fields) => registrationFaults(input, { catalogue: await catalogue.snapshot(), today: clock.now() }, fields),
    register: (request, input, extra = {}) => seen(register(tools, request, input, extra)),
    get: (request, id) => reading.readTalent(tools, request, byId(id)),
    getByCode: (request, code) => reading.readTalent(tools, request, byCode(codeAliases(code))),
    revealDocument: (request, id) => reading.revealDocument(tools, request, id),
    list: async (request, filters, page, sort) => reading.listFor(tools, request, filters, page, readSort({ sort })),
    each: (request, filters) => reading.everybody(tools, request, filters),
    listByIds: (request, ids) => reading.listByIdsFor(tools, request, ids),
    cards: async (caller, ids) => (await listTalents(caller, ids, vault, clock.now())).map(({ talent }) => toListedCard(talent)),
    profiles: async (caller, ids) => (await findTalentsByIds(caller, ids, vault, clock.now())).map(withoutContacts),
    idOfCode: (caller, code) => findIdOfCode(caller, codeAliases(code)),
    mailboxOf: (caller, id) => findMailbox(caller, id, vault),
    mayHaveFile: async ({ viewer }, name) => {
      const owner = await findFileOwner(db, name);
      return owner !== null && MAY_HAVE[owner.kind](viewer, owner);
    },
    update: (request, id, input) => seen(changes.updateTalentBy(tools, request, id, input)),
    setPhoto: (request, id, photo) => seen(changes.setPhoto(tools, request, id, 'profile', photo)),
    attachPhoto: (caller, id, photo) => changes.attachPhoto(tools, caller, id, photo),
    setIdPhoto: (request, id, photo) => seen(changes.setPhoto(tools, request, id, 'id', photo)),
    addGalleryPhoto: (request, id, photo) => seen(changes.addGalleryPhoto(tools, request, id, photo)),
    removeGalleryPhoto: (request, id, file) => seen(changes.removeGalleryPhoto(tools, request, id, file)),
    remove: (request, id) => changes.removeTalent(tools, request, id),
    absorb: (tx, absorption) => absorbTalent(tools, tx, absorption),
    link: (tx, id, accountId) => linkTalent(tx, id, accountId, clock.now()),
    moveLink: (tx, from, into) => moveLink(tx, from, into, clock.now()),
    pdf: (request, talent) => talentPdf(tools, request.language, talent),
    places: publicProfiles(db),
  };
}

export const CINEMA_MERGE_FIELDS = Object.keys(CINEMA_MERGE) as readonly CinemaMergeField[];

/** Photos go with the card; the photo of the paper with the contacts. */
const MAY_HAVE: Readonly<Record<FileKind, typeof policies.seesCard>> = {
  photo: policies.seesCard,
  gallery: policies.seesCard,
  id: policies.seesWhole,
};
