/** The letter that tells of a watched name (template `name_detection`). */
import type { Tx } from '#kernel/db/db.ts';
import { type LetterBlock, renderLetter } from '#kernel/mail/letter.tsx';
import { type Language, localeOf, type Message, type Params, say } from '#kernel/message.ts';
import { placeName } from '../catalogue/catalogue.ts';
import { adminMailbox } from '../email-notifications/email-notifications.ts';
import { nameOf, type Person, profileOf } from './person.ts';
import type { NameTools } from './tools.ts';
import { type Entry, watchedName } from './watch.ts';
import { letterWords as m } from './watch-messages.ts';

/** Its number in the log; null while there is nobody to write to. */
export async function writeAlert(
  tools: NameTools,
  tx: Tx,
  entry: Entry & { readonly similarity: number },
  person: Person,
): Promise<number | null> {
  const to = await readerOf(tools, tx, entry);
  if (!to) return null;
  const facts = await factsOf(tools, tx, person, to.language);
  const t = (message: Message, params?: Params): string => say(message, to.language, params);
  const subject = t(m.subject, { name: watchedName(entry) });
  const blocks = blocksOf({ entry, person, facts, site: tools.publicUrl, language: to.language }, t);
  const look = await tools.mail.look(tx);
  const { html, text } = renderLetter({ ...look, language: to.language, title: t(m.title), preview: subject, theme: 'cinema', blocks });
  return tools.mail.send(tx, {
    ...{ to: to.email, subject, html, text, template: 'name_detection', relatedTalentCode: person.code },
    ...(to.name ? { toName: to.name } : {}),
    ...(person.kind === 'cinema' ? { relatedCinemaTalentId: person.id } : {}),
  });
}

interface Reader {
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
}

/** The address of the entry, in the language of whoever has an account with it, else of whoever made the entry. */
async function readerOf({ settings, identity }: NameTools, tx: Tx, entry: Entry): Promise<Reader | null> {
  if (entry.email === null) return adminMailbox({ settings, identity }, tx);
  const account = await identity.findByEmail(tx, entry.email);
  return {
    email: entry.email,
    name: account && `${account.firstName} ${account.lastName}`.trim(),
    language: account?.language ?? entry.language,
  };
}

interface Facts {
  readonly email: string | null;
  readonly place: string;
}

async function factsOf({ catalogue, members, cinema }: NameTools, tx: Tx, person: Person, language: Language): Promise<Facts> {
  const place = placeName(await catalogue.snapshot(tx), language, person);
  const mailbox = await (person.kind === 'standard' ? members : cinema).mailboxOf(tx, person.id);
  return { email: mailbox?.email ?? null, place };
}

interface Alert {
  readonly entry: Entry & { readonly similarity: number };
  readonly person: Person;
  readonly facts: Facts;
  readonly site: string;
  readonly language: Language;
}

function blocksOf(
  { entry, person, facts, site, language }: Alert,
  t: (message: Message, params?: Params) => string,
): readonly LetterBlock[] {
  const likeness = new Intl.NumberFormat(localeOf(language), { style: 'percent' }).format(entry.similarity);
  const rows: readonly (readonly [Message, string | null])[] = [
    [m.watched, watchedName(entry)],
    [m.registered, nameOf(person)],
    [m.likeness, likeness],
    [m.code, person.code],
    [m.type, t(person.kind === 'standard' ? m.standard : m.cinema)],
    [m.email, facts.email],
    [m.place, facts.place],
  ];
  return [
    { kind: 'note', tone: 'danger', text: t(m.alert, { name: watchedName(entry) }) },
    { kind: 'facts', rows: rows.flatMap(([label, value]) => (value ? [[t(label), value] as const] : [])) },
    { kind: 'heading', text: t(m.note) },
    { kind: 'note', tone: 'warning', text: entry.description },
    { kind: 'button', label: t(m.profile), url: `${site}${profileOf(person)}` },
    { kind: 'text', text: t(m.homonym) },
    { kind: 'button', label: t(m.entry), url: `${site}/admin/names/watch/${entry.id}` },
  ];
}
