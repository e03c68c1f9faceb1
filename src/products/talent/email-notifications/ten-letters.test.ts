import { describe, expect, test } from 'vitest';
import { MARK } from '#kernel/mail/letter-mark.ts';
import { mailSettings } from '#kernel/mail/mail-settings.ts';
import { LANGUAGES, type Language } from '#kernel/message.ts';
import { mailRoom } from '#test/mail-room.ts';
import { readMime } from '#test/mime.ts';
import { SAMPLES, SITE, TEMPORARY_PASSWORD } from '#test/sample-letters.ts';
import { TEMPLATE_NAMES, type TemplateName } from './templates.ts';

const { tools, world, office, logged } = await mailRoom();
const { db } = tools;

const CASES = TEMPLATE_NAMES.flatMap((template) => LANGUAGES.map((language) => [template, language] as const));

async function sendSample(template: TemplateName, language: Language) {
  const { mail, run } = office('smtp');
  const letter = await SAMPLES[template]({ email: 'aicha@example.sn', language, look: await mail.look(db) });
  const id = await mail.send(db, letter);
  await run(id);
  const [received] = world.smtp.letters;
  if (!received) throw new Error('the server took no letter');
  return { letter, log: await logged(id), mime: readMime(received.raw), received };
}

describe('each of the ten templates reaches a mailbox', () => {
  test('T-360 T-383 to T-391 there is a sample of each', () => {
    expect(Object.keys(SAMPLES).toSorted()).toEqual(TEMPLATE_NAMES.toSorted());
    expect(TEMPLATE_NAMES).toHaveLength(10);
  });

  test.each(CASES)('T-356 T-367 T-368 T-370 %s in %s', async (template, language) => {
    const { letter, log, mime, received } = await sendSample(template, language);
    expect(log).toMatchObject({ status: 'sent', template_type: template, attempts: 1 });
    expect(received.to).toEqual(['aicha@example.sn']);
    expect(mime.header('subject')).toBe(letter.subject);
    expect(mime.header('from')).toBe('Taalentio <noreply@taalentio.com>');
    expect(mime.header('auto-submitted')).toBe('auto-generated');
    expect(mime.header('message-id')).toBe(log.message_id);

    const html = mime.text('text/html');
    const plain = mime.text('text/plain');
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    const logo = mime.parts.find(({ type }) => type === 'image/png');
    expect(html).toContain(`src="cid:${logo?.header('content-id').replace(/[<>]/g, '')}"`);
    expect(logo?.content.toString('base64')).toBe(MARK.split(',')[1]);
    expect(html.match(/ src="/g)).toHaveLength(1);
    expect(html).toContain('linear-gradient'); // T-369

    // Both say the same: whoever reads plain text loses no link and no code.
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));
    for (const link of links) expect(plain).toContain(link);
    expect(links.length > 0 || template === 'generic').toBe(true);
    expect(links.every((url) => url.startsWith(`${SITE}/`))).toBe(true);
    expect(plain).toContain('© 2024 taalentio.com');
    expect(html).toContain('© 2024 taalentio.com');
  });

  test('T-365 T-417 T-418 T-419 T-420 T-421 the temporary password arrives, and is nowhere in the log', async () => {
    const { log, mime } = await sendSample('login_credentials', 'fr');
    expect(mime.text('text/plain')).toContain(TEMPORARY_PASSWORD);
    expect(mime.text('text/html')).toContain('Zèbre-&amp;-lune&lt;7&gt;');
    expect(mime.text('text/plain')).toMatch(/MAM0002RAB[\s\S]*auth\/login[\s\S]*jamais/);
    const kept = JSON.stringify(log);
    for (const form of ['Zèbre', encodeURIComponent(TEMPORARY_PASSWORD)]) expect(kept).not.toContain(form);
    expect(log.html_content).toContain('•••');
  });

  test.each([
    ['talent_registration', ['MAM0002RAB', '/profile/view/MAM0002RAB', 'Et maintenant']], // T-408 to T-411
    ['cinema_talent_registration', ['MACAS0001F', '/cinema/profile/MACAS0001F', 'confirmée', 'castings']], // T-413 to T-416
    ['project_selection', ['Félicitations', 'Désert Blanc', 'Atlas Productions', 'Figurant', 'foulard rouge', '+212 522 00 00 00']],
    ['project_selection', ['casting@atlas.example', '1 rue des Studios', '/cinema/profile/MACAS0001F', '/cinema/badge/abcdefghi']],
    ['ai_talent_match', ['87', 'Ouarzazate', 'Parle arabe', '/profile/view/MAM0002RAB']],
    ['ai_cinema_match', ['58', 'casting', '/cinema/profile/MACAS0001F']],
    ['name_detection', ['Aïcha', 'MAM0002RAB', 'awa.diop@example.sn', 'Contentieux', '/profile/view/MAM0002RAB']],
  ] as const)('%s says what is documented: %j', async (template, words) => {
    const { mime } = await sendSample(template, 'fr');
    for (const word of words) expect(mime.text('text/plain')).toContain(word);
  });

  test('T-437 a footer of one’s own stands under all of them, as text too', async () => {
    await tools.settings.set(db, mailSettings.footer, 'Studio <Atlas>\n+212 5', null);
    const { mime } = await sendSample('talent_registration', 'en');
    expect(mime.text('text/html')).toContain('Studio &lt;Atlas&gt;<br/>+212 5');
    expect(mime.text('text/plain')).toContain('Studio <Atlas>\n+212 5');
    await tools.settings.forget(db, mailSettings.footer, null);
  });
});
