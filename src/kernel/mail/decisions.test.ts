import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { LETTER, mailRoom, queueByHand } from '#test/mail-room.ts';
import { mailSettings } from './mail-settings.ts';

const { tools, world, office, logged, waiting } = await mailRoom();
const { db, clock } = tools;

describe('what an administrator decides', () => {
  beforeEach(() => sql`truncate kernel.email_logs cascade`.execute(db));
  const doubtful = async (): Promise<number> => {
    const { mail, run } = office('smtp');
    const id = await mail.send(db, LETTER);
    world.smtp.misbehave({ at: 'message', cut: true });
    await run(id);
    expect((await logged(id)).status).toBe('unknown');
    return id;
  };

  test('a doubtful letter is sent once more, with the same Message-ID, however often it is asked at once', async () => {
    const { mail, run } = office('smtp');
    const id = await doubtful();
    const asked = await Promise.all([mail.sendAgain(db, id), mail.sendAgain(db, id)]);
    expect(asked.toSorted()).toEqual([false, true]);
    await Promise.allSettled([run(id), run(id)]);
    expect(await logged(id)).toMatchObject({ status: 'sent', attempts: 2, error_message: null });
    expect(world.smtp.letters).toHaveLength(2);
    expect(new Set(world.smtp.letters.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1])).size).toBe(1);
    expect(await mail.sendAgain(db, id)).toBe(false);
  });

  test('a doubtful letter is known to have arrived', async () => {
    const { mail, run } = office('smtp');
    const id = await doubtful();
    expect(await mail.markSent(db, id)).toBe(true);
    expect(await logged(id)).toMatchObject({ status: 'sent', sent_at: clock.now(), error_message: null });
    expect(await waiting(id)).toEqual([]);
    expect([await mail.markSent(db, id), await mail.sendAgain(db, id)]).toEqual([false, false]);
    await run(id);
    expect(world.smtp.letters).toHaveLength(1);
  });

  test('a failed letter can be sent again for a week, and no longer; it cannot be called sent', async () => {
    const { mail, run } = office('smtp');
    const fail = async (): Promise<number> => {
      const id = await mail.send(db, LETTER);
      world.smtp.misbehave({ at: 'RCPT', reply: '550 5.1.1 no such user' });
      await run(id);
      return id;
    };
    const [kept, forgotten] = [await fail(), await fail()];
    expect(await mail.markSent(db, kept)).toBe(false);
    expect(await mail.sweep()).toBe(0);
    expect(await mail.sendAgain(db, kept)).toBe(true);
    await run(kept);
    expect((await logged(kept)).status).toBe('sent');
    clock.advance(7 * 86_400 + 1);
    expect(await mail.sweep()).toBe(1);
    expect(await waiting(forgotten)).toEqual([]);
    expect(await mail.sendAgain(db, forgotten)).toBe(false);
  });

  test('a letter whose job was lost gets another', async () => {
    const asked: unknown[] = [];
    const { mail } = office('smtp', { queue: { ...queueByHand().queue, enqueue: async (_db, _job, data) => void asked.push(data) } });
    const id = await mail.send(db, LETTER);
    expect(await mail.sweep()).toBe(0);
    clock.advance(6 * 3600 + 1);
    expect(await mail.sweep()).toBe(1);
    expect(asked).toEqual([{ logId: id }, { logId: id }]);
  });

  test('T-437 T-438 T-440 the look of letters follows the settings, and survives one that is no text', async () => {
    const { mail } = office('outbox');
    expect(await mail.look(db)).toMatchObject({ siteName: 'Taalentio', footer: '', logo: expect.stringMatching(/^data:image\/png/) });
    await tools.settings.set(db, mailSettings.footer, 'Un\nDeux', null);
    expect((await mail.look(db)).footer).toBe('Un\nDeux');
    await sql`update kernel.settings set value = '{"a":1}' where key = 'email_footer'`.execute(db);
    expect((await mail.look(db)).footer).toBe('');
  });
});
