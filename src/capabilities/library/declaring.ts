/** Who appears: said by the person who is responsible for a medium, for one or for many at once. */
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { access, type Viewer } from '#kernel/http/access.ts';
import { fold } from '#kernel/text.ts';
import { type CheckTools, type Stopped, stopForbidden } from './checking.ts';
import { note } from './consents-store.ts';
import * as store from './media-store.ts';
import type { Medium, MediumName, PeopleDirectory, Person, PersonName } from './medium.ts';
import { m } from './messages.ts';
import { ensureMedia, restand } from './shelf.ts';

export interface DeclareTools extends CheckTools {
  /** Those who know the people. */
  readonly directories: readonly PeopleDirectory[];
}

export interface Declared {
  /** `nobody` real is seen, or the `people`. */
  readonly said: 'nobody' | 'people';
  /** Codes of the platform and names, one each. */
  readonly people: readonly string[];
  readonly credit?: string;
  readonly licence?: string;
}

const MOST_PEOPLE = 60;
const LONGEST = 120;

export const isHouse = (viewer: Viewer): boolean => access.casting.allows(viewer);

/** Its owner; of the house's own media, the casting side. */
export const mayDecide = (viewer: Viewer, { accountId }: Pick<Medium, 'accountId'>): boolean =>
  accountId === null ? isHouse(viewer) : accountId === viewer.accountId;

/** 404 for what the viewer may not see. */
export async function requireOwn(db: Db, viewer: Viewer, id: number): Promise<Medium> {
  const [medium] = await store.findMedia(db, [id]);
  if (!medium || !mayDecide(viewer, medium)) throw failure.notFound(m.noMedium);
  return medium;
}

/** All of them or none. What is planned and may not be said any more with this is stopped. */
export function declare(tools: DeclareTools, viewer: Viewer, ids: readonly number[], declared: Declared): Promise<Stopped> {
  return inTransaction(tools.db, async (tx) => {
    const now = tools.clock.now();
    const media: Medium[] = [];
    for (const id of ids) media.push(await requireOwn(tx, viewer, id));
    // What the house knows by itself is not for anybody to say otherwise.
    for (const { said, saidAt, kind } of media)
      if (kind === 'portrait' || kind === 'logo' || (said === 'made' && saidAt === null)) throw failure.conflict('KNOWN_ALREADY', m.known);
    const people = declared.said === 'people' ? await readPeople(tools, tx, viewer, declared.people) : [];
    for (const { id } of media) {
      const words = { said: declared.said, credit: declared.credit ?? null, licence: declared.licence ?? null };
      await store.declareMedium(tx, id, words, viewer.accountId, now);
      const ids = people.map((person) => person.id);
      await store.setAppearances(tx, id, ids, viewer.accountId, now);
      const detail = people.map(({ name }) => name).join(', ');
      await note(tx, { what: 'declared', author: 'account', accountId: viewer.accountId, mediumId: id, detail }, now);
    }
    const all = media.map(({ id }) => id);
    await restand(tools, tx, all);
    return stopForbidden(tools, tx, all);
  });
}

/** A code is somebody of the platform, for those who may look people up; anything else is a name of this account's own. */
async function readPeople({ directories }: DeclareTools, tx: Tx, viewer: Viewer, texts: readonly string[]): Promise<readonly Person[]> {
  const typed = [...new Set(texts.map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()).filter(Boolean))];
  if (typed.length === 0) throw failure.field('people', m.nameSomebody, {}, 'required');
  if (typed.length > MOST_PEOPLE || typed.some((text) => text.length > LONGEST || /\p{Cc}/u.test(text)))
    throw failure.field('people', m.tooManyPeople, { most: MOST_PEOPLE, longest: LONGEST }, 'max_length');
  const people: Person[] = [];
  for (const text of typed) {
    const known = CODE.test(text) ? await lookUp(directories, tx, viewer, text) : null;
    if (CODE.test(text) && !known) throw failure.field('people', m.noSuchCode, { code: text }, 'exists');
    const named: PersonName = known ?? { key: `name:${viewer.accountId}:${fold(text)}`, name: text, code: null };
    people.push(await store.ensurePerson(tx, named));
  }
  return people;
}

/** `MACAS0001F`, `MAM0002RAB`: letters, digits, letters. */
const CODE = /^[a-z]{2}[a-z\d]*\d{4,7}[a-z]{1,4}$/i;

async function lookUp(directories: readonly PeopleDirectory[], tx: Tx, viewer: Viewer, code: string): Promise<PersonName | null> {
  for (const directory of directories) {
    const found = await directory.byCode(tx, code);
    if (found && (isHouse(viewer) || (await directory.keysOf(tx, viewer.accountId)).includes(found.key))) return found;
  }
  return null;
}

/** A product made one medium of others: an upload of a talent's photo shows the talent. */
export async function deriveFrom(tools: CheckTools, tx: Tx, name: MediumName, parts: readonly MediumName[]): Promise<void> {
  const [medium] = await ensureMedia(tools, tx, [name]);
  if (!medium) throw new Error(`the medium ${name.kind} ${name.ref} is not on the shelf`);
  const known = await ensureMedia(tools, tx, parts);
  await store.insertParts(
    tx,
    medium.id,
    known.map(({ id }) => id),
  );
  await store.inherit(tx, medium.id, tools.clock.now());
  await restand(tools, tx, [medium.id]);
}
