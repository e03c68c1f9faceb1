/** The letters of a casting: it arrived, the part goes to somebody else, a call was reported. */
import type { Db, Tx } from '#kernel/db/db.ts';
import { type LetterBlock, renderLetter } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import { type Language, type Message, type Params, say } from '#kernel/message.ts';
import { adminMailbox } from '../email-notifications/email-notifications.ts';
import type { Applicant, Application } from './applications.ts';
import { letters as m } from './apply-messages.ts';
import { type Call, pathOfCall, spoken } from './call.ts';
import { report as reportWords } from './messages.ts';
import type { CastingsTools } from './tools.ts';

export interface Mailbox {
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
}

/** Where letters to an applicant go; null for somebody without an address. */
export async function mailboxOf({ cinema, members }: CastingsTools, db: Db, { talentId, accountId }: Applicant): Promise<Mailbox | null> {
  const own = talentId === null ? null : await cinema.mailboxOf(db, talentId);
  if (own) return own;
  return accountId === null ? null : members.mailboxOf(db, accountId);
}

const SCOPE = 'casting application';

/** The address that opens one application to whoever has its letter: CINEMA people have no account. */
export const followPath = ({ vault }: Pick<CastingsTools, 'vault'>, id: number): string =>
  `/applications/${id}.${vault.sign(SCOPE, String(id))}`;

/** The number of the application of such an address; null when it is not ours. */
export function followedId({ vault }: Pick<CastingsTools, 'vault'>, token: string): number | null {
  const [, id = '', signature = ''] = /^([1-9]\d{0,8})\.([\w-]{43})$/.exec(token) ?? [];
  return id && vault.verify(SCOPE, id, signature) ? Number(id) : null;
}

type Say = (message: Message, params?: Params) => string;
const sayIn =
  (language: Language): Say =>
  (message, params) =>
    say(message, language, params);

interface Sheet {
  readonly to: Mailbox;
  readonly subject: string;
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
  readonly application?: Application;
  readonly sentBy?: number;
}
async function post({ mail }: CastingsTools, tx: Tx, { to, subject, title, blocks, application, sentBy }: Sheet): Promise<number> {
  const { html, text } = renderLetter({
    ...(await mail.look(tx)),
    language: to.language,
    title,
    preview: subject,
    theme: 'cinema',
    blocks,
  });
  const letter: Letter = {
    ...{ to: to.email, subject, html, text, template: 'generic' },
    ...(to.name ? { toName: to.name } : {}),
    ...(application?.talentId ? { relatedCinemaTalentId: application.talentId } : {}),
    ...(application ? { relatedProjectId: application.projectId } : {}),
    ...(sentBy === undefined ? {} : { sentBy }),
  };
  return mail.send(tx, letter);
}

const firstName = ({ name }: Mailbox): string => (name ?? '').split(' ')[0] ?? '';

/** Says that it arrived, and how to take it back. Nobody to write to: no letter. */
export async function writeArrival(tools: CastingsTools, tx: Tx, call: Call, application: Application): Promise<void> {
  const to = await mailboxOf(tools, tx, application);
  if (!to) return;
  const t = sayIn(to.language);
  const title = spoken(call.titles, to.language).text;
  const rows: readonly (readonly [string, string])[] = [
    ...(application.partName ? [[t(m.part), application.partName] as const] : []),
    ...(call.production ? [[t(m.production), call.production.name] as const] : []),
  ];
  const blocks: readonly LetterBlock[] = [
    { kind: 'text', text: t(m.sentText, { name: firstName(to), title }) },
    ...(rows.length > 0 ? [{ kind: 'facts' as const, rows }] : []),
    { kind: 'button', label: t(m.follow), url: tools.publicUrl + followPath(tools, application.id) },
    { kind: 'note', tone: 'warning', text: t(m.free) },
  ];
  await post(tools, tx, { to, subject: t(m.sentSubject, { title }), title: t(m.sentTitle), blocks, application });
}

/** The kind letter. Null for somebody without an address. */
export async function writeRefusal(
  tools: CastingsTools,
  tx: Tx,
  call: Call,
  application: Application,
  sentBy: number,
): Promise<number | null> {
  const to = await mailboxOf(tools, tx, application);
  if (!to) return null;
  const t = sayIn(to.language);
  const title = spoken(call.titles, to.language).text;
  const blocks: readonly LetterBlock[] = [
    { kind: 'text', text: t(m.refusedText, { name: firstName(to), title }) },
    { kind: 'text', text: t(m.refusedNext) },
    { kind: 'button', label: t(m.others), url: `${tools.publicUrl}/castings` },
    { kind: 'note', tone: 'warning', text: t(m.free) },
  ];
  return post(tools, tx, { to, subject: t(m.refusedSubject, { title }), title: t(m.refusedTitle), blocks, application, sentBy });
}

/** To the administrators. Nobody to write to: the report stands on the page of the call all the same. */
export async function writeReport(tools: CastingsTools, tx: Tx, call: Call, reason: string, words: string | null): Promise<void> {
  const to = await adminMailbox(tools, tx);
  if (!to) return;
  const t = sayIn(to.language);
  const title = spoken(call.titles, to.language).text;
  const why = reportWords[reason as 'money' | 'papers' | 'fake' | 'unfit' | 'other'];
  const rows: readonly (readonly [string, string])[] = [
    [t(m.reportCall), title],
    ...(call.production ? [[t(m.production), call.production.name] as const] : []),
    [t(m.reportReason), t(why)],
    ...(words ? [[t(m.reportWords), words] as const] : []),
  ];
  const blocks: readonly LetterBlock[] = [
    { kind: 'facts', rows },
    { kind: 'button', label: t(m.reportOpen), url: `${tools.publicUrl}/cinema/castings/${call.id}` },
    { kind: 'text', text: tools.publicUrl + pathOfCall(call) },
  ];
  await post(tools, tx, { to, subject: t(m.reportSubject, { title }), title: t(m.reportTitle), blocks });
}
