import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SendgridSimulator, startSendgridSimulator } from '#simulators/sendgrid.ts';
import { type SmtpSimulator, startSmtpSimulator } from '#simulators/smtp.ts';
import { freshDatabase } from '#test/support.ts';
import { fixedClock } from '../clock.ts';
import { inTransaction } from '../db/transaction.ts';
import { createQueue, type Queue } from '../jobs/queue.ts';
import { createVault } from '../vault.ts';
import { createMail, type Letter, type Mail, type MailTools } from './mail.ts';
import { redact } from './redact.ts';
import { smtpTransport } from './smtp.ts';

const database = await freshDatabase();
const { db } = database;
const log = pino({ level: 'silent' });
const clock = fixedClock('2026-03-02T10:00:00Z');
const KEY = Buffer.alloc(32, 7).toString('base64url');
const vault = createVault([KEY], 'k'.repeat(40));

let folder: string;
let sendgrid: SendgridSimulator;
let smtp: SmtpSimulator;
const queues: Queue[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atelier-mail-'));
  [sendgrid, smtp] = await Promise.all([startSendgridSimulator(), startSmtpSimulator({ auth: { user: 'studio@host', password: 'p:w' } })]);
});
afterEach(async () => {
  await Promise.all([...queues.splice(0).map((queue) => queue.stop()), sendgrid.close(), smtp.close()]);
  await rm(folder, { recursive: true, force: true });
});

const LETTER: Letter = {
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

type Way = 'outbox' | 'smtp' | 'sendgrid';
const configOf = (way: Way): MailTools['config'] => ({
  dataFolder: folder,
  mail: {
    sender: 'noreply@taalentio.com',
    smtpUrl: way === 'smtp' ? smtp.url : null,
    sendgridApiKey: way === 'sendgrid' ? sendgrid.apiKey : null,
  },
});

interface Office {
  readonly mail: Mail;
  /** Runs the job of a letter once, as the queue would. */
  run(logId: number, isLast?: boolean): Promise<void>;
}

/** Mail whose jobs are run by hand, so that every try can be looked at. */
function office(way: Way, options: Partial<MailTools> = {}): Office {
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
  };
  const mail = createMail({ config: configOf(way), db, queue, vault, clock, log, sendgridUrl: sendgrid.url, ...options });
  return { mail, run: async (logId, isLast = false) => handlers[0]?.({ logId }, isLast) };
}

interface LogRow {
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
async function logged(id: number): Promise<LogRow> {
  const { rows } = await sql<LogRow>`select * from kernel.email_logs where id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`no letter ${id}`);
  return row;
}
const waiting = async (id: number): Promise<string[]> =>
  (await sql<{ sealed: string }>`select sealed from kernel.email_outgoing where log_id = ${id}`.execute(db)).rows.map((row) => row.sealed);
const outbox = async (): Promise<string[]> => readdir(join(folder, 'outbox')).catch(() => []);

describe('a promised letter', () => {
  test('T-357 T-371 is sent after the transaction, and not at all when that is undone', async () => {
    const queue = createQueue(database, log, { finishMs: 500, stopMs: 3000 });
    queues.push(queue);
    const mail = createMail({ config: configOf('outbox'), db, queue, vault, clock, log });
    await queue.start({ work: true });
    const undone = inTransaction(db, async (tx) => {
      await mail.send(tx, LETTER);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const id = await inTransaction(db, (tx) => mail.send(tx, LETTER));
    for (let tries = 0; tries < 100 && (await logged(id)).status === 'queued'; tries++) await sleep(50);
    expect(await logged(id)).toMatchObject({ status: 'sent', attempts: 1, sent_at: clock.now() });
    const [file = '', ...others] = await outbox();
    expect(others).toEqual([]);
    const eml = await readFile(join(folder, 'outbox', file), 'utf8');
    expect(eml).toMatch(/^To: Awa Diop <awa@example\.sn>/m);
    expect(eml).toMatch(/^Auto-Submitted: auto-generated/m);
  }, 30_000);

  test('is logged with both documented spellings and without its secrets; the clear letter is sealed, then gone', async () => {
    const { mail, run } = office('outbox');
    const id = await mail.send(db, { ...LETTER, subject: 'Mot de passe <S3cret&1>' });
    const row = await logged(id);
    expect(row).toMatchObject({
      status: 'queued',
      recipient: 'awa@example.sn',
      recipient_name: 'Awa Diop',
      template_type: 'login_credentials',
      related_talent_code: 'MAM0002RAB',
    });
    expect(row.html_content).toBe('<p>Code <b>MAM0002RAB</b>, mot de passe •••</p>');
    expect(row.text_content).toBe('Code MAM0002RAB, mot de passe •••');
    expect(row.subject).toBe('Mot de passe •••');
    const [sealed = ''] = await waiting(id);
    expect(sealed).not.toContain('S3cret');
    expect(vault.decrypt(sealed)).toContain('S3cret');
    await run(id);
    expect(await waiting(id)).toEqual([]);
    const [file = ''] = await outbox();
    expect(await readFile(join(folder, 'outbox', file), 'utf8')).toContain('S3cret');
  });

  test('T-355 whose template is switched off is logged so and never sent', async () => {
    const { mail, run } = office('outbox', { isEnabled: async (template) => template !== 'login_credentials' });
    const id = await mail.send(db, LETTER);
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'disabled', attempts: 0 });
    expect(await waiting(id)).toEqual([]);
    expect(await outbox()).toEqual([]);
  });

  test.each(['no address', 'a@b@c', 'a b@c.d', 'x@y.z\r\nBcc: all@example.com', '', `${'a'.repeat(300)}@b.c`])(
    'T-380 T-382 to "%s" fails quietly',
    async (to) => {
      const { mail, run } = office('outbox');
      const id = await mail.send(db, { ...LETTER, to });
      await run(id);
      expect(await logged(id)).toMatchObject({ status: 'failed', error_message: 'The address is not valid' });
      expect(await outbox()).toEqual([]);
    },
  );

  test('cannot smuggle headers through subject or name', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, { ...LETTER, subject: 'Hi\r\nBcc: all@example.com', toName: 'Awa\nX-Evil: 1' });
    await run(id);
    const head = smtp.letters[0]?.raw.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^(Bcc|X-Evil)/m);
  });
});

describe('by SMTP', () => {
  test('the whole letter arrives, with its file, signed in', async () => {
    const { mail, run } = office('smtp', { settings: async () => ({ sender: 'casting@taalentio.com', senderName: 'Taalentio' }) });
    const id = await mail.send(db, { ...LETTER, text: `${LETTER.text}\n.\n..dots` });
    await run(id);
    const [received] = smtp.letters;
    expect(received).toMatchObject({ from: 'casting@taalentio.com', to: ['awa@example.sn'] });
    expect(received?.raw).toMatch(/^From: Taalentio <casting@taalentio\.com>/m);
    expect(received?.raw).toContain(`Message-ID: ${(await logged(id)).message_id}`);
    expect(received?.raw).toContain(Buffer.from('%PDF-1.4 fiche').toString('base64'));
    expect(received?.raw).toMatch(/\r\n\.\r\n\.\.dots/);
  });

  test('T-359 a passing refusal is tried again; a lasting one is not', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    smtp.misbehave({ at: 'RCPT', reply: '451 4.7.1 greylisted' });
    await expect(run(id)).rejects.toThrow('greylisted');
    expect(await logged(id)).toMatchObject({ status: 'queued', attempts: 1, error_message: expect.stringContaining('greylisted') });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'sent', attempts: 2, error_message: null });
    await run(id); // the queue may deliver a job twice
    expect(smtp.letters).toHaveLength(1);

    const refused = await mail.send(db, LETTER);
    smtp.misbehave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
    await run(refused);
    expect(await logged(refused)).toMatchObject({ status: 'failed', error_message: expect.stringContaining('550 5.1.1 no such user') });
    expect(await waiting(refused)).toEqual([]);
  });

  test('T-362 the last try that fails is the end, with its reason', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    smtp.misbehave({ at: 'greeting', cut: true });
    await run(id, true);
    expect(await logged(id)).toMatchObject({ status: 'failed', error_message: expect.stringMatching(/^smtp: /) });
  });

  test('wrong credentials are not tried again', async () => {
    const config = configOf('smtp');
    const wrong = { ...config, mail: { ...config.mail, smtpUrl: smtp.url.replace('p%3Aw', 'guess') } };
    const { mail, run } = office('smtp', { config: wrong });
    const id = await mail.send(db, LETTER);
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'failed', error_message: expect.stringContaining('535') });
  });

  test('a server that dies after taking the letter: once more with the same Message-ID, then the truth is told', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    smtp.misbehave({ at: 'message', cut: true, times: 2 });
    await expect(run(id)).rejects.toMatchObject({ problem: 'unknown' });
    expect((await logged(id)).error_message).toMatch(/^Unknown outcome, the letter may have been delivered/);
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'failed', attempts: 2, error_message: expect.stringMatching(/^Unknown outcome/) });
    expect(smtp.letters).toHaveLength(2);
    const ids = smtp.letters.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(1);
  });

  test('silence after the letter is an unknown outcome; silence before it is not', async () => {
    const impatient = smtpTransport(smtp.url, { connectMs: 200, silenceMs: 200 });
    const message = {
      logId: 1,
      from: { address: 'a@b.c', name: null },
      to: { address: 'd@e.f', name: null },
      subject: 's',
      html: '<p>h</p>',
      text: 't',
      attachments: [],
      messageId: '<x@y>',
      date: new Date(),
    };
    const signal = new AbortController().signal;
    smtp.misbehave({ at: 'message', silent: true });
    await expect(impatient.deliver(message, signal)).rejects.toMatchObject({ problem: 'unknown' });
    for (const at of ['greeting', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA'] as const) {
      smtp.misbehave({ at, silent: true });
      await expect(impatient.deliver(message, signal), at).rejects.toMatchObject({ problem: 'temporary' });
      smtp.misbehave({ at, cut: true });
      await expect(impatient.deliver(message, signal), at).rejects.toMatchObject({ problem: 'temporary' });
    }
    smtp.misbehave({ at: 'message', reply: '452 4.3.1 disk full' });
    await expect(impatient.deliver(message, signal)).rejects.toMatchObject({ problem: 'temporary' });
    const stopping = new AbortController();
    smtp.misbehave({ at: 'MAIL', silent: true });
    setTimeout(() => stopping.abort(new Error('stopping')), 50);
    await expect(impatient.deliver(message, stopping.signal)).rejects.toMatchObject({ problem: 'temporary' });
    expect(smtp.letters).toHaveLength(1);
  });
});

describe('by SendGrid', () => {
  test('T-351 T-356 the request is as documented, pictures and files included, links left alone', async () => {
    const { mail, run } = office('sendgrid', { settings: async () => ({ senderName: 'Taalentio' }) });
    const logo = `data:image/png;base64,${Buffer.from('logo').toString('base64')}`;
    const id = await mail.send(db, { ...LETTER, html: `<img src="${logo}"><img src="${logo}">` });
    await run(id);
    expect((await logged(id)).status).toBe('sent');
    const [letter] = sendgrid.letters;
    expect(letter).toMatchObject({
      personalizations: [{ to: [{ email: 'awa@example.sn', name: 'Awa Diop' }] }],
      from: { email: 'noreply@taalentio.com', name: 'Taalentio' },
      subject: 'Bienvenue à l’Atelier',
      headers: { 'Message-ID': (await logged(id)).message_id },
      tracking_settings: { click_tracking: { enable: false } },
    });
    expect(letter?.attachments?.map(({ disposition, filename }) => [disposition, filename])).toEqual([
      ['inline', 'picture.png'],
      ['attachment', 'fiche é.pdf'],
    ]);
    expect(letter?.content[1]?.value).toContain(`src="cid:${letter?.attachments?.[0]?.content_id}"`);
  });

  test.each([429, 500, 503])('T-359 %d is tried again', async (status) => {
    const { mail, run } = office('sendgrid');
    const id = await mail.send(db, LETTER);
    sendgrid.misbehave({ status });
    await expect(run(id)).rejects.toMatchObject({ problem: 'temporary' });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test.each([400, 401, 403, 413])('T-362 %d is not, and its reason is kept', async (status) => {
    const { mail, run } = office('sendgrid');
    const id = await mail.send(db, LETTER);
    sendgrid.misbehave({ status });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'failed', error_message: expect.stringContaining(`SendGrid answered ${status}: `) });
  });

  test('no answer after the request is unknown and not repeated; no connection is tried again', async () => {
    const { mail, run } = office('sendgrid');
    const id = await mail.send(db, LETTER);
    sendgrid.misbehave({ cut: true });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'failed', error_message: expect.stringMatching(/^Unknown outcome.*sendgrid/) });
    expect(sendgrid.letters).toHaveLength(1);
    const unreachable = office('sendgrid', { sendgridUrl: 'http://127.0.0.1:9' });
    const other = await unreachable.mail.send(db, LETTER);
    await expect(unreachable.run(other)).rejects.toMatchObject({ problem: 'temporary' });
  });

  test('T-352 T-354 a key set while the studio runs is used at once, before the environment’s', async () => {
    const settings: { sendgridApiKey: string | null } = { sendgridApiKey: null };
    const { mail, run } = office('outbox', { settings: async () => settings });
    await run(await mail.send(db, LETTER));
    settings.sendgridApiKey = sendgrid.apiKey;
    await run(await mail.send(db, LETTER));
    expect([(await outbox()).length, sendgrid.letters.length]).toEqual([1, 1]);
  });
});

describe('several workers, dying workers', () => {
  test('of two that run the same job at once, one sends', async () => {
    const { mail, run } = office('outbox');
    const id = await mail.send(db, LETTER);
    const outcomes = await Promise.allSettled([run(id), run(id), run(id)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await logged(id)).toMatchObject({ status: 'sent', attempts: 1 });
  });

  test.each([
    ['smtp', 'sent'],
    ['sendgrid', 'failed'],
    ['outbox', 'sent'],
  ] as const)('a process that died with the letter in its hands (%s): %s', async (way, status) => {
    const { mail, run } = office(way);
    const id = await mail.send(db, LETTER);
    await sql`update kernel.email_outgoing set sending_since = ${clock.now()} where log_id = ${id}`.execute(db);
    await expect(run(id)).rejects.toThrow(/another worker/);
    clock.advance(200);
    await run(id);
    expect(await logged(id)).toMatchObject({
      status,
      ...(status === 'failed' ? { error_message: expect.stringMatching(/^Unknown outcome/) } : {}),
    });
  });

  test('kill -9 while letters are promised: each acknowledged one is there and is sent', async () => {
    const script = `
      import { openDatabase } from './src/kernel/db/connect.ts';
      import { createQueue } from './src/kernel/jobs/queue.ts';
      import { createMail } from './src/kernel/mail/mail.ts';
      import { createVault } from './src/kernel/vault.ts';
      import { pino } from 'pino';
      const log = pino({ level: 'silent' });
      const [databaseUrl, dataFolder, key] = process.argv.slice(1);
      const database = await openDatabase({ databaseUrl, dataFolder, databasePoolSize: 4 }, log);
      const queue = createQueue(database, log);
      const config = { dataFolder, mail: { sender: 'noreply@taalentio.com', smtpUrl: null, sendgridApiKey: null } };
      const clock = { now: () => new Date() };
      const mail = createMail({ config, db: database.db, queue, vault: createVault([key], 'k'.repeat(40)), clock, log });
      await queue.start({ work: false });
      for (;;) console.log(await mail.send(database.db, { to: 'a@b.cd', subject: 's', html: 'h', text: 't', template: 'generic' }));
    `;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, database.url, folder, KEY], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (piece: Buffer) => {
      printed += piece.toString();
      if (printed.split('\n').length > 30) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const ids = printed.split('\n').slice(0, -1).map(Number);
    expect(ids.length).toBeGreaterThanOrEqual(30);
    const queue = createQueue(database, log, { finishMs: 500, stopMs: 3000 });
    queues.push(queue);
    createMail({ config: configOf('outbox'), db, queue, vault, clock, log });
    await queue.start({ work: true });
    for (const id of ids) {
      for (let tries = 0; tries < 200 && (await logged(id)).status === 'queued'; tries++) await sleep(50);
      expect((await logged(id)).status).toBe('sent');
    }
    expect(new Set(await outbox()).size).toBeGreaterThanOrEqual(ids.length);
  }, 60_000);
});

test('secrets are hidden in every form they take', () => {
  expect(redact('a+b&c a%2Bb%26c a+b&amp;c a+b', ['a+b&c', 'a+b'])).toBe('••• ••• ••• •••');
  expect(redact('nothing', ['', 'zzz'])).toBe('nothing');
});
