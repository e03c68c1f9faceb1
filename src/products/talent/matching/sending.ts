/** Who is written to for a search, once: the letter, the fact that it was written and the trace are one transaction. */
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { requireViewer } from '#kernel/http/access.ts';
import type { LetterLook } from '#kernel/mail/letter.tsx';
import { type LetterStatus, letterOutcomes } from '#kernel/mail/letter-log.ts';
import type { Language } from '#kernel/message.ts';
import type { Brief, BriefKind } from '../briefs/briefs.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { explain, type RankedPerson } from '../ranking/ranking.ts';
import { matchLetter } from './match-letter.ts';
import type { MatchingTools } from './tools.ts';

type Kept = Brief & { readonly id: number };

/** Who would get a letter, and what stands against it. */
export interface Recipient {
  readonly person: RankedPerson;
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly photoFile: string | null;
  readonly mailbox: { readonly email: string; readonly name: string; readonly language: Language } | null;
  /** Null: not written to for this search. `gone`: written, and no longer in the log of letters. */
  readonly letter: LetterStatus | 'gone' | null;
}
/** Neither written to before nor without an address. */
export const isDue = ({ mailbox, letter }: Recipient): boolean => mailbox !== null && letter === null;

/** In the order given; who is gone meanwhile is left out. */
export async function recipientsOf(
  tools: Pick<MatchingTools, 'members' | 'cinema'>,
  db: Db,
  search: Pick<Kept, 'id' | 'kind'>,
  people: readonly RankedPerson[],
): Promise<readonly Recipient[]> {
  const ids = people.map(({ id }) => id);
  const room = search.kind === 'cinema' ? tools.cinema : tools.members;
  const cards = search.kind === 'cinema' ? await tools.cinema.cards(db, ids) : await tools.members.profiles(db, ids);
  const letters = await lettersOf(db, search);
  const byId = new Map(people.map((person) => [person.id, person]));
  const recipients: Recipient[] = [];
  for (const { id, code, firstName, lastName, photoFile } of cards) {
    const person = byId.get(id);
    if (!person) continue;
    const mailbox = await room.mailboxOf(db, id);
    recipients.push({ person, code, firstName, lastName, photoFile, mailbox, letter: letters.get(id) ?? null });
  }
  return recipients;
}

/** What became of the letters of a search, by person. */
export async function lettersOf(
  db: Db,
  { id, kind }: { readonly id: number; readonly kind: BriefKind },
): Promise<ReadonlyMap<number, LetterStatus | 'gone'>> {
  const person = sql.ref(kind === 'cinema' ? 'talent_id' : 'member_id');
  const { rows } = await sql<{ person: number; letter: number }>`
    select ${person} as person, letter_id as letter from talent.match_letters where search_id = ${id}`.execute(db);
  const outcomes = await letterOutcomes(
    db,
    rows.map(({ letter }) => letter),
  );
  return new Map(rows.map(({ person: of, letter }) => [of, outcomes.get(letter)?.status ?? 'gone']));
}

export interface Written {
  readonly written: number;
  /** Written to before for this search. */
  readonly known: number;
  readonly withoutAddress: number;
}

export async function writeTo(
  tools: MatchingTools,
  request: FastifyRequest,
  search: Kept,
  people: readonly RankedPerson[],
  opportunity: string,
): Promise<Written> {
  const catalogue = await tools.catalogue.snapshot();
  return inTransaction(tools.db, async (tx) => {
    // Whoever presses twice, or in two windows, comes after the first.
    await sql`select 1 from talent.match_searches where id = ${search.id} for no key update`.execute(tx);
    const recipients = await recipientsOf(tools, tx, search, people);
    const due = recipients.filter(isDue);
    const shared = { search, opportunity, catalogue, look: await tools.mail.look(tx), sentBy: requireViewer(request).accountId };
    for (const recipient of due) await write(tools, tx, recipient, shared);
    const description = `${due.length} e-mails de correspondance envoyés à ${due.map(({ code }) => code).join(', ')}`;
    const entry = { type: 'ai_match_letters', category: 'casting', resourceType: 'match_search', resourceId: search.id };
    if (due.length > 0) await tools.audit.activity(request, { ...entry, description: description.slice(0, 900) }, tx);
    return {
      written: due.length,
      known: recipients.filter(({ letter }) => letter !== null).length,
      withoutAddress: recipients.filter(({ mailbox, letter }) => mailbox === null && letter === null).length,
    };
  });
}

/** What all letters of one press share. */
interface Shared {
  readonly search: Kept;
  readonly opportunity: string;
  readonly catalogue: Snapshot;
  readonly look: LetterLook;
  readonly sentBy: number;
}

async function write({ clock, mail, publicUrl }: MatchingTools, tx: Tx, recipient: Recipient, shared: Shared): Promise<void> {
  const { search, opportunity, look, sentBy } = shared;
  const { person, mailbox, code, firstName } = recipient;
  if (!mailbox) return;
  const { strengths } = explain(person, search, mailbox.language, shared.catalogue);
  const facts = { kind: search.kind, to: mailbox, person: { id: person.id, code, firstName }, score: person.score, reasons: strengths };
  const letterId = await mail.send(tx, matchLetter({ ...facts, opportunity, site: publicUrl, look, sentBy }));
  const column = sql.ref(search.kind === 'cinema' ? 'talent_id' : 'member_id');
  await sql`insert into talent.match_letters (search_id, ${column}, score, letter_id, written_at)
    values (${search.id}, ${person.id}, ${person.score}, ${letterId}, ${clock.now()})`.execute(tx);
}
