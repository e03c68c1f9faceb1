/**
 * The media library: everything the house may publish, who appears in it, and what they agreed to.
 *
 * Hides the shelf and how it is filled, the rule, the letters and the proofs. Words: a *medium* is a picture, a film, an upload, a
 * portrait or a logo, under the name that the product which owns it gave it; its *parts* are what it is made of, and who appears in a
 * part appears in the whole; to *declare* is to say who appears; a *consent* is what one person agreed to, for which uses, where and
 * until when; its *standing* is how all of it reads today. A medium is looked at when it is planned and again right before it is said;
 * nobody can switch that off (decision 0038).
 */
import type { Identity } from '#capabilities/identity/identity.ts';
import type { Publishing } from '#capabilities/publishing/publishing.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { FieldError } from '#kernel/failure.ts';
import { access, type Viewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { NavigationItem } from '#kernel/page/navigation.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { SiteName } from '#kernel/site-face.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Vault } from '#kernel/vault.ts';
import { check, guardOf, type Intent, requireSayable, type Verdict } from './checking.ts';
import type { Consent } from './consent.ts';
import { registerConsentPages } from './consent-routes.tsx';
import { type Asked, askFor } from './consenting.ts';
import { findConsentsByKeys } from './consents-store.ts';
import { deriveFrom } from './declaring.ts';
import { forgetPeople } from './forgetting.ts';
import { registerLibraryPages } from './library-routes.tsx';
import * as store from './media-store.ts';
import type { MediaSource, MediumName, PeopleDirectory, PersonName } from './medium.ts';
import { words } from './page-messages.ts';
import { faultOfRefusal } from './refusals.ts';
import { gather, restand } from './shelf.ts';
import { noteEnds, type WithdrawalListener, type WithdrawalTools } from './withdrawing.ts';

export type { Intent, Verdict } from './checking.ts';
export type { Consent } from './consent.ts';
export type { MediaSource, MediumFacts, MediumName, PeopleDirectory, PersonName } from './medium.ts';
export type { WithdrawalListener } from './withdrawing.ts';

/** The first refusal, as a form says a fault; null when it may be said. */
export function rightsFault({ refusals: [first] }: Pick<Verdict, 'refusals'>): FieldError | null {
  return first ? faultOfRefusal(first) : null;
}

export interface Library {
  /** A product tells of the media it owns. */
  serves(source: MediaSource): void;
  /** The product that knows the people. */
  knows(directory: PeopleDirectory): void;
  /** For each person and each medium that nobody declared, why it may not be said. Inside a transaction the consents are held until its end. */
  check(db: Db, medium: MediumName, intent: Intent): Promise<Verdict>;
  /** Throws `failure` invalid on the field, naming the person and the next step. */
  requireSayable(tx: Db, field: string, medium: MediumName, intent: Intent): Promise<void>;
  /** What was made of other media shows whom they show. */
  deriveFrom(tx: Tx, medium: MediumName, parts: readonly MediumName[]): Promise<void>;
  /** One letter with a link to the page where the person answers. */
  ask(viewer: Viewer, asked: Omit<Asked, 'person'> & { readonly person: PersonName }): Promise<Consent>;
  /** How the consents of these people stand for what is made for one project: by their keys. */
  standingOf(db: Db, people: readonly PersonName[], origin: string): Promise<ReadonlyMap<string, 'given' | 'asked' | 'refused' | 'none'>>;
  /** What an origin (`cinema.project:12`) is called, and its page; null when it is gone. */
  titleOf(db: Db, origin: string): Promise<{ readonly title: string; readonly href: string } | null>;
  /** Heard in the transaction of a withdrawal. */
  onWithdrawn(listener: WithdrawalListener): void;
  /** Two files of a person became one. */
  absorb(tx: Tx, from: string, into: PersonName): Promise<void>;
  /** What these people (by their keys) were asked and answered, newest first. */
  consentsOf(db: Db, keys: readonly string[]): Promise<readonly Consent[]>;
  /** These people are erased: their consents end, what is planned with them stops, and their name goes. That they agreed once stays. */
  forget(tx: Tx, keys: readonly string[]): Promise<void>;
  /** Gathers what is new at the products and notes what ended; answers how many. For an hourly job. */
  sweep(): Promise<number>;
  /** `/library`, and `/consent/…` where people answer. */
  routes(site: Door, pages: Pages): void;
}

export interface LibraryTools {
  readonly config: { readonly publicUrl: { readonly site: string } };
  readonly siteName: SiteName;
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly files: Files;
  readonly mail: Mail;
  readonly limits: Pick<Limits, 'admit'>;
  readonly identity: Pick<Identity, 'find'>;
  readonly publishing: Pick<Publishing, 'findAll' | 'halt' | 'guardBy'>;
}

export const libraryRoom: NavigationItem = {
  key: 'library',
  href: '/library',
  label: words.title,
  icon: 'bookmark',
  access: access.signedIn,
};

const MOST_GATHERED = 20_000;

export function createLibrary(given: LibraryTools): Library {
  const { config, db, publishing } = given;
  const sources: MediaSource[] = [];
  const directories: PeopleDirectory[] = [];
  const listeners: WithdrawalListener[] = [];
  const tools: WithdrawalTools = { ...given, sources, directories, listeners, publicUrl: config.publicUrl.site };
  publishing.guardBy(guardOf(tools));
  return {
    serves: (source) => void sources.push(source),
    knows: (directory) => void directories.push(directory),
    check: (on, medium, intent) => check(tools, on, medium, intent),
    requireSayable: (tx, field, medium, intent) => requireSayable(tools, tx, field, medium, intent),
    deriveFrom: (tx, medium, parts) => deriveFrom(tools, tx, medium, parts),
    ask: async (viewer, { person, ...asked }) =>
      askFor(tools, viewer, { ...asked, person: await inTransaction(db, (tx) => store.ensurePerson(tx, person)) }),
    standingOf: (on, people, origin) => store.findProjectStandings(on, people, origin, given.clock.now()),
    async titleOf(on, origin) {
      for (const directory of directories) {
        const found = await directory.titleOf(on, origin);
        if (found) return found;
      }
      return null;
    },
    onWithdrawn: (listener) => void listeners.push(listener),
    async absorb(tx, from, into) {
      const person = await store.absorbPerson(tx, from, into);
      if (person !== null) await restand(tools, tx, await store.findShowing(tx, person));
    },
    consentsOf: findConsentsByKeys,
    forget: (tx, keys) => forgetPeople(tools, tx, keys),
    sweep: async () => (await gather(tools, MOST_GATHERED)) + (await noteEnds(tools)),
    routes(site, pages) {
      registerLibraryPages(site, { ...tools, pages });
      registerConsentPages(site, { ...tools, pages });
    },
  };
}
