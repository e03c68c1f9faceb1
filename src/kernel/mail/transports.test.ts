import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { LETTER, mailRoom } from '#test/mail-room.ts';
import type { Setting } from '../settings.ts';
import { mailSettings } from './mail-settings.ts';
import { smtpTransport } from './smtp.ts';

const { tools, world, configOf, office, logged, waiting, outbox } = await mailRoom();
const { db, settings } = tools;
const set = (setting: Setting<string>, value: string): Promise<void> => settings.set(db, setting, value, null);
afterEach(async () => {
  for (const setting of Object.values(mailSettings)) await settings.forget(db, setting, null);
});

describe('by SMTP', () => {
  test('the whole letter arrives, with its file, signed in', async () => {
    const { mail, run } = office('smtp');
    await set(mailSettings.sender, 'casting@taalentio.com');
    await set(mailSettings.senderName, 'Studio\r\nBcc: all@example.com');
    const id = await mail.send(db, { ...LETTER, text: `${LETTER.text}\n.\n..dots` });
    await run(id);
    const [received] = world.smtp.letters;
    expect(received).toMatchObject({ from: 'casting@taalentio.com', to: ['awa@example.sn'] });
    expect(received?.raw).toMatch(/^From: "Studio Bcc: all@example\.com" <casting@taalentio\.com>/m);
    expect(received?.raw).not.toMatch(/^Bcc:/m);
    expect(received?.raw).toContain(`Message-ID: ${(await logged(id)).message_id}`);
    expect(received?.raw).toContain(Buffer.from('%PDF-1.4 fiche').toString('base64'));
    expect(received?.raw).toMatch(/\r\n\.\r\n\.\.dots/);
  });

  test('T-359 a passing refusal is tried again; a lasting one is not', async () => {
    const problems: boolean[] = [];
    const { mail, run } = office('smtp', { onProblem: async (tx) => void problems.push(tx.isTransaction) });
    const id = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'RCPT', reply: '451 4.7.1 greylisted' });
    await expect(run(id)).rejects.toThrow('greylisted');
    expect(await logged(id)).toMatchObject({ status: 'queued', attempts: 1, error_message: expect.stringContaining('greylisted') });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'sent', attempts: 2, error_message: null });
    await run(id); // the queue may deliver a job twice
    expect(world.smtp.letters).toHaveLength(1);

    expect(problems).toEqual([]);
    const refused = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
    await run(refused);
    // Told in the transaction that writes it.
    expect(problems).toEqual([true]);
    expect(await logged(refused)).toMatchObject({ status: 'failed', error_message: expect.stringContaining('550 5.1.1 no such user') });
    expect(await waiting(refused)).toHaveLength(1);
  });

  test.each([
    ['421 4.3.2 closing', 'queued'],
    ['450 4.2.1 busy', 'queued'],
    ['452 4.2.2 mailbox full', 'queued'],
    ['501 5.1.3 bad address', 'failed'],
    ['552 5.2.2 over quota', 'failed'],
    ['554 5.7.1 rejected', 'failed'],
  ])('T-359 T-362 after "%s" the letter is %s', async (reply, status) => {
    const { mail, run } = office('smtp');
    for (const at of ['MAIL', 'RCPT', 'DATA', 'message'] as const) {
      const id = await mail.send(db, LETTER);
      world.smtp.misbehave({ at, reply });
      await run(id).catch(() => undefined);
      expect(await logged(id), at).toMatchObject({ status, attempts: 1, error_message: expect.stringContaining(reply) });
    }
    expect(world.smtp.letters).toEqual([]);
  });

  test.each([
    ['awa@cinéma.example', 'awa@xn--cinma-dsa.example'],
    ['awa@موقع.وزارة-الاتصالات.مصر', 'awa@xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c'],
  ])('a domain in its own letters: %s', async (to, onTheWire) => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, { ...LETTER, to });
    await run(id);
    expect(world.smtp.letters[0]?.to).toEqual([onTheWire]);
    expect(world.smtp.letters[0]?.raw).toContain(`<${onTheWire}>`);
    expect(await logged(id)).toMatchObject({ status: 'sent', recipient: to });
  });

  test('T-356 file names keep their letters, and cannot leave their header or their folder', async () => {
    const { mail, run } = office('smtp');
    const file = (name: string) => ({ name, content: Buffer.from('x'), mediaType: 'application/pdf' });
    const attachments = ['fiche été.pdf', 'سيرة ذاتية.pdf', '../../etc/a"b\r\nX-Evil: 1.pdf'].map(file);
    await run(await mail.send(db, { ...LETTER, attachments }));
    const raw = world.smtp.letters[0]?.raw.replaceAll('\r\n ', ' ') ?? '';
    const names = [...raw.matchAll(/^Content-Disposition: attachment;(.*)$/gm)].map(([, parameters = '']) => filenameIn(parameters));
    expect(names).toEqual(['fiche été.pdf', 'سيرة ذاتية.pdf', '..-..-etc-a"b X-Evil: 1.pdf']);
    expect(raw).not.toMatch(/^X-Evil/m);
  });

  test('T-358 more than ten megabytes of files are refused before anything is promised', async () => {
    const { mail } = office('smtp');
    const big = { name: 'a.pdf', content: Buffer.alloc(5 * 1024 * 1024 + 1), mediaType: 'application/pdf' };
    await expect(mail.send(db, { ...LETTER, attachments: [big, big] })).rejects.toThrow(/at most/);
  });

  test('T-362 the last try that fails is the end, with its reason', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'greeting', cut: true });
    await run(id, true);
    expect(await logged(id)).toMatchObject({ status: 'failed', error_message: expect.stringMatching(/^smtp: /) });
  });

  test('wrong credentials are not tried again', async () => {
    const config = configOf('smtp');
    const wrong = { ...config, mail: { ...config.mail, smtpUrl: world.smtp.url.replace('p%3Aw', 'guess') } };
    const { mail, run } = office('smtp', { config: wrong });
    const id = await mail.send(db, LETTER);
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'failed', error_message: expect.stringContaining('535') });
  });

  test('a server that dies after taking the letter: it is never sent again by itself, and the doubt is told', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'message', cut: true });
    await run(id);
    const told = expect.stringMatching(/^Unknown outcome, the letter may have been delivered: smtp/);
    expect(await logged(id)).toMatchObject({ status: 'unknown', attempts: 1, error_message: told });
    await run(id);
    expect(world.smtp.letters).toHaveLength(1);
  });

  test('silence after the letter is an unknown outcome; silence before it is not', async () => {
    const impatient = smtpTransport(world.smtp.url, { connectMs: 200, silenceMs: 200 });
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
    world.smtp.misbehave({ at: 'message', silent: true });
    await expect(impatient.deliver(message, signal)).rejects.toMatchObject({ problem: 'unknown' });
    for (const at of ['greeting', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA'] as const) {
      world.smtp.misbehave({ at, silent: true });
      await expect(impatient.deliver(message, signal), at).rejects.toMatchObject({ problem: 'temporary' });
      world.smtp.misbehave({ at, cut: true });
      await expect(impatient.deliver(message, signal), at).rejects.toMatchObject({ problem: 'temporary' });
    }
    world.smtp.misbehave({ at: 'message', reply: '452 4.3.1 disk full' });
    await expect(impatient.deliver(message, signal)).rejects.toMatchObject({ problem: 'temporary' });
    const stopping = new AbortController();
    world.smtp.misbehave({ at: 'MAIL', silent: true });
    setTimeout(() => stopping.abort(new Error('stopping')), 50);
    await expect(impatient.deliver(message, stopping.signal)).rejects.toMatchObject({ problem: 'temporary' });
    expect(world.smtp.letters).toHaveLength(1);
  });
});

describe('by SendGrid', () => {
  test('T-009 T-351 T-356 the request is as documented, pictures and files included, links left alone', async () => {
    const { mail, run } = office('sendgrid');
    const logo = `data:image/png;base64,${Buffer.from('logo').toString('base64')}`;
    const id = await mail.send(db, { ...LETTER, html: `<img src="${logo}"><img src="${logo}">` });
    await run(id);
    expect((await logged(id)).status).toBe('sent');
    const [letter] = world.sendgrid.letters;
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
    world.sendgrid.misbehave({ status });
    await expect(run(id)).rejects.toMatchObject({ problem: 'temporary' });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'sent', attempts: 2 });
  });

  test.each([400, 401, 403, 413])('T-362 %d is not, and its reason is kept', async (status) => {
    const { mail, run } = office('sendgrid');
    const id = await mail.send(db, LETTER);
    world.sendgrid.misbehave({ status });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'failed', error_message: expect.stringContaining(`SendGrid answered ${status}: `) });
  });

  test('no answer after the request is unknown and not repeated; no connection is tried again', async () => {
    const { mail, run } = office('sendgrid');
    const id = await mail.send(db, LETTER);
    world.sendgrid.misbehave({ cut: true });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'unknown', error_message: expect.stringMatching(/^Unknown outcome.*sendgrid/) });
    expect(world.sendgrid.letters).toHaveLength(1);
    const unreachable = office('sendgrid', { sendgridUrl: 'http://127.0.0.1:9' });
    const other = await unreachable.mail.send(db, LETTER);
    await expect(unreachable.run(other)).rejects.toMatchObject({ problem: 'temporary' });
  });

  test('T-352 T-354 a key set while the studio runs is used at once, before the environment’s', async () => {
    const { mail, run } = office('outbox');
    await run(await mail.send(db, LETTER));
    expect(await mail.way()).toMatchObject({ name: 'outbox', place: join(world.folder, 'outbox'), sender: 'noreply@taalentio.com' });
    await set(mailSettings.sendgridApiKey, world.sendgrid.apiKey);
    await run(await mail.send(db, LETTER));
    expect([(await outbox()).length, world.sendgrid.letters.length]).toEqual([1, 1]);
    expect(await mail.way()).toMatchObject({ name: 'sendgrid' });
  });
});

/** The name that a mail program reads (RFC 2231 in pieces, RFC 2183 plain). */
function filenameIn(parameters: string): string {
  const pieces = [...parameters.matchAll(/filename\*\d+\*?=("?)([^;]*?)\1(?=;|$)/g)].map(([, , piece = '']) => piece);
  if (pieces.length > 0) return decodeURIComponent(pieces.join('').replace(/^utf-8''/i, ''));
  const [, , plain = ''] = /filename\*?=("?)(?:utf-8'')?(.*?)\1\s*$/i.exec(parameters) ?? [];
  return decodeURIComponent(plain.replace(/\\(.)/g, '$1'));
}
