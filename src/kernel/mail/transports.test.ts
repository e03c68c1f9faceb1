import { describe, expect, test } from 'vitest';
import { LETTER, mailRoom } from '#test/mail-room.ts';
import { smtpTransport } from './smtp.ts';

const { tools, world, configOf, office, logged, waiting, outbox } = await mailRoom();
const { db } = tools;

describe('by SMTP', () => {
  test('the whole letter arrives, with its file, signed in', async () => {
    const { mail, run } = office('smtp', { settings: async () => ({ sender: 'casting@taalentio.com', senderName: 'Taalentio' }) });
    const id = await mail.send(db, { ...LETTER, text: `${LETTER.text}\n.\n..dots` });
    await run(id);
    const [received] = world.smtp.letters;
    expect(received).toMatchObject({ from: 'casting@taalentio.com', to: ['awa@example.sn'] });
    expect(received?.raw).toMatch(/^From: Taalentio <casting@taalentio\.com>/m);
    expect(received?.raw).toContain(`Message-ID: ${(await logged(id)).message_id}`);
    expect(received?.raw).toContain(Buffer.from('%PDF-1.4 fiche').toString('base64'));
    expect(received?.raw).toMatch(/\r\n\.\r\n\.\.dots/);
  });

  test('T-359 a passing refusal is tried again; a lasting one is not', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'RCPT', reply: '451 4.7.1 greylisted' });
    await expect(run(id)).rejects.toThrow('greylisted');
    expect(await logged(id)).toMatchObject({ status: 'queued', attempts: 1, error_message: expect.stringContaining('greylisted') });
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'sent', attempts: 2, error_message: null });
    await run(id); // the queue may deliver a job twice
    expect(world.smtp.letters).toHaveLength(1);

    const refused = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
    await run(refused);
    expect(await logged(refused)).toMatchObject({ status: 'failed', error_message: expect.stringContaining('550 5.1.1 no such user') });
    expect(await waiting(refused)).toEqual([]);
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

  test('a server that dies after taking the letter: once more with the same Message-ID, then the truth is told', async () => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'message', cut: true, times: 2 });
    await expect(run(id)).rejects.toMatchObject({ problem: 'unknown' });
    expect((await logged(id)).error_message).toMatch(/^Unknown outcome, the letter may have been delivered/);
    await run(id);
    expect(await logged(id)).toMatchObject({ status: 'failed', attempts: 2, error_message: expect.stringMatching(/^Unknown outcome/) });
    expect(world.smtp.letters).toHaveLength(2);
    const ids = world.smtp.letters.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(1);
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
  test('T-351 T-356 the request is as documented, pictures and files included, links left alone', async () => {
    const { mail, run } = office('sendgrid', { settings: async () => ({ senderName: 'Taalentio' }) });
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
    expect(await logged(id)).toMatchObject({ status: 'failed', error_message: expect.stringMatching(/^Unknown outcome.*sendgrid/) });
    expect(world.sendgrid.letters).toHaveLength(1);
    const unreachable = office('sendgrid', { sendgridUrl: 'http://127.0.0.1:9' });
    const other = await unreachable.mail.send(db, LETTER);
    await expect(unreachable.run(other)).rejects.toMatchObject({ problem: 'temporary' });
  });

  test('T-352 T-354 a key set while the studio runs is used at once, before the environment’s', async () => {
    const settings: { sendgridApiKey: string | null } = { sendgridApiKey: null };
    const { mail, run } = office('outbox', { settings: async () => settings });
    await run(await mail.send(db, LETTER));
    settings.sendgridApiKey = world.sendgrid.apiKey;
    await run(await mail.send(db, LETTER));
    expect([(await outbox()).length, world.sendgrid.letters.length]).toEqual([1, 1]);
  });
});
