/** A mail room for tests: real database, simulated mail servers, jobs run by hand so that every try can be looked at. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import { fixedClock } from '#kernel/clock.ts';
import type { Queue } from '#kernel/jobs/queue.ts';
import { createMail, type Letter, type MailDesk, type MailTools } from '#kernel/mail/mail.ts';
import { createSettings } from '#kernel/settings.ts';
import { createVault } from '#kernel/vault.ts';
import { type SendgridSimulator, startSendgridSimulator } from '#simulators/sendgrid.ts';
import { type SmtpSimulator, startSmtpSimulator } from '#simulators/smtp.ts';
import { freshDatabase } from '#test/support.ts';

export const KEY = Buffer.alloc(32, 7).toString('base64url');

export interface World {
  folder: string;
  sendgrid: SendgridSimulator;
  smtp: SmtpSimulator;
}

export const LETTER: Letter = {
  to: 'awa@example.sn',
  toName: 'Awa Diop',
  subject: 'Bienvenue à l’Atelier',
  html: '<p>Code <b>MAM0002RAB</b>, mot de passe &lt;S3cret&amp;1&gt;</p>',
  text: 'Code MAM0002RAB, mot de passe <S3cret&1>',
  template: 'login_credentials',
  redact: ['<S3cret&1>'],
  relatedTalentCode: 'MAM0002RAB',
  attachments: [{ name: 'fiche é.pdf', content: Buffer.from('%PDF-1.4 fiche'), mediaType: 'application/pdf' }],
};

export type Way = 'outbox' | 'smtp' | 'sendgrid';

export interface Office {
  readonly mail: MailDesk;
  /** Runs the job of a letter once, as the queue would. */
  run(logId: number, isLast?: boolean): Promise<void>;
}

export interface LogRow {
  status: string;
  error_message: string | null;
  attempts: number;
  html_content: string;
  text_content: string;
  subject: string;
  recipient: string;
  recipient_name: string;
  template_type: string;
  message_id: string;
  sent_at: Date | null;
  related_talent_code: string | null;
}
/** Call once at the top of a test file. */
export async function mailRoom() {
  const database = await freshDatabase();
  const { db } = database;
  const log = pino({ level: 'silent' });
  const clock = fixedClock('2026-03-02T10:00:00Z');
  const vault = createVault([KEY], 'k'.repeat(40));
  const world = await openWorld();
  const configOf = (way: Way): MailTools['config'] => ({
    dataFolder: world.folder,
    siteName: 'Taalentio',
    mail: {
      sender: 'noreply@taalentio.com',
      smtpUrl: way === 'smtp' ? world.smtp.url : null,
      sendgridApiKey: way === 'sendgrid' ? world.sendgrid.apiKey : null,
    },
  });
  const tools = { db, vault, clock, log, settings: createSettings({ db, vault, clock }) };
  const office = (way: Way, options: Partial<MailTools> = {}): Office => {
    const { queue, run } = queueByHand();
    const mail = createMail({ config: configOf(way), queue, ...tools, sendgridUrl: world.sendgrid.url, ...options });
    return { mail, run };
  };
  const logged = async (id: number): Promise<LogRow> => {
    const { rows } = await sql<LogRow>`select * from kernel.email_logs where id = ${id}`.execute(db);
    const [row] = rows;
    if (!row) throw new Error(`no letter ${id}`);
    return row;
  };
  const waiting = async (id: number): Promise<string[]> =>
    (await sql<{ sealed: string }>`select sealed from kernel.email_outgoing where log_id = ${id}`.execute(db)).rows.map(
      (row) => row.sealed,
    );
  const outbox = (): Promise<string[]> => readdir(join(world.folder, 'outbox')).catch(() => []);
  return { database, tools, world, configOf, office, logged, waiting, outbox };
}

/** A folder and two mail servers, new for each test. */
async function openWorld(): Promise<World> {
  const open = async (): Promise<World> => ({
    folder: await mkdtemp(join(tmpdir(), 'atelier-mail-')),
    sendgrid: await startSendgridSimulator(),
    smtp: await startSmtpSimulator({ auth: { user: 'studio@host', password: 'p:w' } }),
  });
  const close = async ({ folder, sendgrid, smtp }: World): Promise<void> => {
    await Promise.all([sendgrid.close(), smtp.close(), rm(folder, { recursive: true, force: true })]);
  };
  const world = await open();
  let used = false;
  beforeEach(async () => {
    if (used) Object.assign(world, await open());
    used = true;
  });
  afterEach(() => close(world));
  return world;
}

export function queueByHand(): { queue: Queue; run: Office['run'] } {
  const handlers: ((data: { logId: number }, isLast: boolean) => Promise<void>)[] = [];
  const queue: Queue = {
    enqueue: async () => undefined,
    work: (job, handler) => {
      handlers.push((data, isLast) => handler(job.read(data), { id: 'x', signal: new AbortController().signal, attempt: 1, isLast }));
    },
    schedule: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    figures: async () => [],
    plans: async () => ({ running: false, plans: [] }),
    replace: async () => 0,
  };
  return { queue, run: async (logId, isLast = false) => handlers[0]?.({ logId }, isLast) };
}
