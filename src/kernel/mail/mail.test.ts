import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from '#test/eventually.ts';
import { KEY, LETTER, mailRoom } from '#test/mail-room.ts';
import { inTransaction } from '../db/transaction.ts';
import { createQueue, type Queue } from '../jobs/queue.ts';
import type { Settings } from '../settings.ts';
import { createMail } from './mail.ts';
import { redact } from './redact.ts';

const { database, tools, world, configOf, office, logged, waiting, outbox } = await mailRoom();
const { db, clock, vault, log } = tools;
const queues: Queue[] = [];
afterEach(async () => {
  await Promise.all(queues.splice(0).map((queue) => queue.stop()));
});

describe('a promised letter', () => {
  test('T-357 T-371 T-541 is sent after the transaction, and not at all when that is undone', async () => {
    const queue = createQueue(database, log, { finishMs: 500, stopMs: 3000 });
    queues.push(queue);
    const mail = createMail({ config: configOf('outbox'), queue, ...tools });
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
    const eml = await readFile(join(world.folder, 'outbox', file), 'utf8');
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
    expect(await readFile(join(world.folder, 'outbox', file), 'utf8')).toContain('S3cret');
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
    'T-380 T-382 T-541 to "%s" fails quietly',
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
    const head = world.smtp.letters[0]?.raw.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^(Bcc|X-Evil)/m);
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
    ['smtp', 'unknown'],
    ['sendgrid', 'unknown'],
    ['outbox', 'sent'],
  ] as const)('a process that died with the letter in its hands (%s): %s', async (way, status) => {
    const { mail, run } = office(way);
    const id = await mail.send(db, LETTER);
    await sql`update kernel.email_outgoing set sending_since = ${clock.now()} where log_id = ${id}`.execute(db);
    await expect(run(id)).rejects.toThrow(/another worker/);
    clock.advance(200);
    await run(id);
    const doubt = { attempts: 0, error_message: expect.stringMatching(/^Unknown outcome/) };
    expect(await logged(id)).toMatchObject({ status, ...(status === 'unknown' ? doubt : {}) });
  });

  test('kill -9 between the hand-over and the mark: the letter arrived once, and is shown as unknown', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'message', silent: true });
    const child = startProcess(
      `
      const handlers = [];
      const queue = { work: (job, handler) => handlers.push(handler), enqueue: async () => undefined };
      open({ smtpUrl: process.argv[4], queue });
      await handlers[0]({ logId: Number(process.argv[5]) }, { signal: new AbortController().signal, isLast: false });
    `,
      [world.smtp.url, String(id)],
    );
    await eventually(() => world.smtp.letters.length).toBe(1);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect((await logged(id)).status).toBe('queued');
    clock.advance(200);
    await Promise.allSettled([run(id), run(id)]);
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'unknown', attempts: 1 });
    expect(world.smtp.letters).toHaveLength(1);
  }, 60_000);

  test('kill -9 while letters are promised: each acknowledged one is there and is sent', async () => {
    const child = startProcess(`
      const queue = createQueue(database, log);
      const mail = open({ smtpUrl: null, queue });
      await queue.start({ work: false });
      for (;;) console.log(await mail.send(database.db, { to: 'a@b.cd', subject: 's', html: 'h', text: 't', template: 'generic' }));
    `);
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
    createMail({ config: configOf('outbox'), queue, ...tools });
    await queue.start({ work: true });
    for (const id of ids) {
      for (let tries = 0; tries < 200 && (await logged(id)).status === 'queued'; tries++) await sleep(50);
      expect((await logged(id)).status).toBe('sent');
    }
    expect(new Set(await outbox()).size).toBeGreaterThanOrEqual(ids.length);
  }, 60_000);

  test.each([
    ['did leave', null, 'sent', 1],
    ['did not leave', '451 4.3.0 later', 'unknown', 0],
  ])('a try that comes back when it was given up, and %s', async (_name, reply, status, arrived) => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    let wake = (): void => undefined;
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const read: Settings['read'] = async (wanted, from) => {
      if ('address' in wanted) await asleep;
      return tools.settings.read(wanted, from);
    };
    const slow = office('smtp', { settings: { ...tools.settings, read } }).run(id);
    await eventually(async () => (await logged(id)).attempts).toBe(1);
    clock.advance(200);
    await run(id);
    expect((await logged(id)).status).toBe('unknown');
    if (reply) world.smtp.misbehave({ at: 'RCPT', reply });
    wake();
    await Promise.allSettled([slow]);
    expect((await logged(id)).status).toBe(status);
    expect(world.smtp.letters).toHaveLength(arrived);
  });
});

/** A process of its own, which may be killed: `database`, `log` and `open({ smtpUrl, queue })` are at hand. */
function startProcess(script: string, more: readonly string[] = []) {
  const prelude = `
    import { pino } from 'pino';
    import { openDatabase } from './src/kernel/db/connect.ts';
    import { createQueue } from './src/kernel/jobs/queue.ts';
    import { createMail } from './src/kernel/mail/mail.ts';
    import { createSettings } from './src/kernel/settings.ts';
    import { createVault } from './src/kernel/vault.ts';
    const log = pino({ level: 'silent' });
    const [databaseUrl, dataFolder, key] = process.argv.slice(1);
    const database = await openDatabase({ databaseUrl, dataFolder, databasePoolSize: 4 }, log);
    const { db } = database;
    const clock = { now: () => new Date('2026-03-02T10:00:00Z') };
    const vault = createVault([key], 'k'.repeat(40));
    const settings = createSettings({ db, vault, clock });
    const open = ({ smtpUrl, queue }) => createMail({
      config: { dataFolder, siteName: 'Taalentio', mail: { sender: 'noreply@taalentio.com', smtpUrl, sendgridApiKey: null } },
      db, queue, vault, clock, log, settings,
    });
  `;
  return spawn(process.execPath, ['--input-type=module', '-e', prelude + script, database.url, world.folder, KEY, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('secrets are hidden in every form they take', () => {
  expect(redact('a+b&c a%2Bb%26c a+b&amp;c a+b', ['a+b&c', 'a+b'])).toBe('••• ••• ••• •••');
  expect(redact('nothing', ['', 'zzz'])).toBe('nothing');
});
