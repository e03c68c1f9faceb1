import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';

const PAGE = '/admin/settings/email-notifications';
let atelier: Atelier;
let admin: Registered;
let awa: Registered;
beforeAll(async () => {
  atelier = await startAtelier();
  admin = await registerPerson(atelier, { first_name: 'Adama', last_name: 'Traoré' }, 'admin');
  awa = await registerPerson(atelier, { first_name: 'Awa', last_name: 'Diop' });
});
beforeEach(() => sql`truncate kernel.email_logs cascade`.execute(atelier.database.db));

const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const read = async (query = ''): Promise<string> => main((await admin.visitor.open(PAGE + query)).body);
const rows = async <R>(query: ReturnType<typeof sql<R>>): Promise<readonly R[]> => (await query.execute(atelier.database.db)).rows;
const acts = (type: string) =>
  rows(
    sql<{ resource_id: string | null }>`select resource_id from kernel.activity_logs where action_type = ${type} order by id desc limit 1`,
  );

interface Facts {
  readonly status?: string;
  readonly to?: string;
  readonly name?: string | null;
  readonly subject?: string;
  readonly template?: string;
  readonly html?: string;
  readonly at?: string;
  readonly kept?: boolean;
}
async function letter(facts: Facts = {}): Promise<number> {
  const { status = 'sent', to = 'fatou@example.sn', name = null, subject = 'Bonjour', template = 'generic' } = facts;
  const { html = '<p>h</p>', at = '2026-03-02T10:00:00Z', kept = false } = facts;
  const [row] = await rows(sql<{ id: number }>`
    insert into kernel.email_logs (recipient_email, recipient_name, subject, template_type, html_content, text_content, status, message_id,
      created_at, sent_by_user_id, error_message)
    values (${to}, ${name}, ${subject}, ${template}, ${html}, 'texte', ${status}, '<1@x>', ${at}, ${admin.id},
      ${status === 'failed' ? 'smtp: 550 no such user' : null}) returning id`);
  const id = row?.id ?? 0;
  if (kept) {
    await sql`insert into kernel.email_outgoing (log_id, sealed, keep_until, sending_since)
      values (${id}, 'sealed', now() + interval '7 days', ${at})`.execute(atelier.database.db);
  }
  return id;
}

describe('T-851 T-379 the pages about letters', () => {
  it.each(['', '/1/view', '/1/content', '/1/send-again', '/1/mark-sent'])('are closed to others: %s', async (path) => {
    expect((await awa.visitor.open(PAGE + path)).statusCode).toBe(403);
    expect((await visit(atelier.doors.site).open(PAGE + path)).headers['location']).toContain('/auth/login');
  });

  it('T-450 T-451 T-452 T-453 count what became of letters', async () => {
    for (const status of ['sent', 'sent', 'sent', 'failed', 'unknown', 'queued', 'disabled']) await letter({ status });
    const page = await read();
    const figures = [...page.matchAll(/class="stat-value">(?:<[^>]*>)*([^<]*)</g)].map(([, value]) => value);
    expect(figures).toEqual(['7', '3', '1', '1', '60 %', '1', '1']);
    expect(page).toContain('Pour une lettre, personne ne sait si elle est arrivée.');
  });

  it('T-455 T-456 T-457 show fifty a page, the newest first, filtered by the address', async () => {
    for (let n = 1; n <= 51; n++) await letter({ subject: `Lettre ${n}.`, at: new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString() });
    await letter({ subject: 'Échouée', status: 'failed', template: 'login_credentials', to: 'omar@example.ma', name: 'Omar 100%' });
    const first = await read();
    expect(first.match(/\/view"/g)).toHaveLength(50);
    expect(first.indexOf('Échouée')).toBeLessThan(first.indexOf('Lettre 51.'));
    expect(first).not.toContain('Lettre 2.');
    expect(await read('?page=2')).toContain('Lettre 2.');
    for (const query of [
      'template_type=login_credentials',
      'status=failed',
      'recipient=OMAR',
      'recipient=100%25',
      'date_from=2026-03-02',
    ]) {
      const found = await read(`?${query}`);
      expect([found.match(/\/view"/g)?.length, found.includes('Échouée')], query).toEqual([1, true]);
    }
    expect(await read('?date_to=2026-01-01&status=failed')).toContain('Enlevez un filtre');
    expect((await read('?date_from=2026-02-31&status=nonsense&page=1')).match(/\/view"/g)).toHaveLength(50);
  });

  it('take the day of Casablanca as a day', async () => {
    // 23:30 UTC of the 1st is 00:30 of the 2nd in Casablanca.
    await letter({ subject: 'Minuit passé', at: '2026-06-01T23:30:00Z' });
    expect(await read('?date_from=2026-06-02&date_to=2026-06-02')).toContain('Minuit passé');
    expect(await read('?date_from=2026-06-01&date_to=2026-06-01')).not.toContain('Minuit passé');
  });
});

describe('T-392 T-454 T-355 T-375 the switches', () => {
  const stored = async () =>
    (
      await rows(sql<{ value: Record<string, unknown> }>`select value from kernel.settings
    where key = 'email_notifications_config'`)
    )[0]?.value;
  const store = (value: unknown) =>
    sql`insert into kernel.settings (key, value, updated_at) values ('email_notifications_config', ${JSON.stringify(value)}::jsonb, now())
      on conflict (key) do update set value = excluded.value`.execute(atelier.database.db);
  const flip = async (template: string, enabled: '0' | '1') => {
    await admin.visitor.open(PAGE);
    return admin.visitor.send(`${PAGE}/templates/${template}`, { enabled });
  };
  beforeEach(() => sql`delete from kernel.settings where key = 'email_notifications_config'`.execute(atelier.database.db));

  it('T-383 to T-391 are ten, all on, and are kept in the documented form', async () => {
    expect((await read()).match(/Désactiver</g)).toHaveLength(10);
    expect((await flip('ai_talent_match', '0')).headers['location']).toBe(`${PAGE}#templates`);
    expect(await stored()).toMatchObject({
      talent_registration: {
        enabled: true,
        name: 'Inscription Talent',
        description: "Email envoyé après l'inscription d'un nouveau talent",
      },
      ai_talent_match: { enabled: false, name: 'Match IA - Talents' },
      weekly_recap_cinema: { enabled: true, name: 'Récapitulatif Hebdomadaire - Talents Cinéma' },
    });
    expect((await read()).match(/Désactiver</g)).toHaveLength(9);
    expect((await acts('email_template_switched'))[0]?.resource_id).toBe('ai_talent_match');
  });

  it('count at once, in both directions', async () => {
    await flip('talent_registration', '0');
    const status = async (): Promise<string | undefined> => {
      await sql`truncate kernel.email_logs cascade`.execute(atelier.database.db);
      await registerPerson(atelier);
      return (await rows(sql<{ status: string }>`select status from kernel.email_logs`))[0]?.status;
    };
    expect(await status()).toBe('disabled');
    await flip('talent_registration', '1');
    expect(await status()).toBe('queued');
  });

  it('T-393 read older and damaged forms: one recap stands for both, the illegible is on', async () => {
    await store({ weekly_recap: { enabled: false }, name_detection: 'oui', generic: { enabled: 'no' } });
    expect((await read()).match(/Désactiver</g)).toHaveLength(8);
    await flip('weekly_recap_cinema', '1');
    expect(await stored()).toMatchObject({ weekly_recap_talents: { enabled: false }, weekly_recap_cinema: { enabled: true } });
    for (const odd of [[1], 'text', 7]) {
      await store(odd);
      expect((await read()).match(/Désactiver</g)).toHaveLength(10);
    }
  });

  it('two administrators at once do not undo each other', async () => {
    await admin.visitor.open(PAGE);
    await Promise.all(
      ['generic', 'name_detection'].map((template) => admin.visitor.send(`${PAGE}/templates/${template}`, { enabled: '0' })),
    );
    expect(await stored()).toMatchObject({ generic: { enabled: false }, name_detection: { enabled: false } });
  });

  it.each(['nonsense', '__proto__'])('know no template %s', async (template) => {
    expect((await flip(template, '0')).statusCode).toBe(404);
  });
});

describe('the settings', () => {
  const save = async (fields: Readonly<Record<string, string>>) => {
    await admin.visitor.open(PAGE);
    return admin.visitor.send(`${PAGE}/sending`, fields);
  };
  const test = async (): Promise<string> => {
    await admin.visitor.open(PAGE);
    const answer = await admin.visitor.send(`${PAGE}/test`, {});
    return String(answer.headers['location']);
  };

  it('T-353 T-437 T-439 of the sender and the footer count at once', async () => {
    const typed = { sender_email: 'Casting@Taalentio.com', sender_name: 'Le studio', email_footer: 'Ligne 1\r\nLigne <2>' };
    expect((await save(typed)).headers['location']).toBe(`${PAGE}#sending`);
    const page = await read();
    for (const word of ['casting@taalentio.com', 'Le studio', 'Ligne &lt;2&gt;']) expect(page).toContain(word);
    const view = await test();
    const html = (await admin.visitor.open(view.replace('/view', '/content'))).body;
    expect(html).toContain('Ligne 1<br/>Ligne &lt;2&gt;');
    expect(html).toContain('src="data:image/png;base64,');
    await save({ sender_email: '', sender_name: '', email_footer: '' });
    expect(await rows(sql`select key from kernel.settings where key in ('sender_email', 'sender_name', 'email_footer')`)).toEqual([]);
  });

  it('T-441 are refused whole, each wrong field named, and keep what was typed', async () => {
    const answer = await save({ sender_email: 'pas une adresse', admin_notification_email: 'x@y', sender_name: 'Nouveau nom' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body.match(/Format d&#x27;email invalide/g)?.length).toBeGreaterThanOrEqual(2);
    for (const word of ['pas une adresse', 'Nouveau nom']) expect(answer.body).toContain(word);
    expect(await rows(sql`select key from kernel.settings where key = 'sender_name'`)).toEqual([]);
  });

  it('T-352 T-376 keep the key encrypted and never show it again', async () => {
    await save({ sendgrid_api_key: 'SG.very-secret-abcd' });
    const page = await read();
    expect(page).not.toContain('very-secret');
    expect(page).toContain('••••abcd');
    expect(page).toContain('SendGrid (\u2068api.sendgrid.com\u2069)');
    const [row] = await rows(sql<Record<string, unknown>>`select * from kernel.settings where key = 'sendgrid_api_key'`);
    expect(JSON.stringify(row)).not.toContain('very-secret');
    await save({ sender_name: 'Sans toucher à la clé' });
    expect(await read()).toContain('••••abcd');
    await save({ forget_sendgrid_api_key: '1' });
    expect(await read()).not.toContain('••••abcd');
  });

  it('send a test to oneself, five times in ten minutes at most', async () => {
    const tests = [];
    for (let n = 0; n < 6; n++) {
      await admin.visitor.open(PAGE);
      tests.push((await admin.visitor.send(`${PAGE}/test`, {})).statusCode);
    }
    expect(tests.at(-1)).toBe(429);
    const logged = await rows(sql`select recipient_email, template_type, sent_by_user_id from kernel.email_logs limit 1`);
    expect(logged).toEqual([{ recipient_email: admin.email, template_type: 'generic', sent_by_user_id: admin.id }]);
  });
});

describe('T-458 T-852 one letter', () => {
  it('is shown with its details, and noted as read', async () => {
    const id = await letter({ status: 'failed', subject: '<b>Objet</b>', to: 'fatou@example.sn', name: 'Fatou Sow' });
    const page = main((await admin.visitor.open(`${PAGE}/${id}/view`)).body);
    for (const word of [
      '&lt;b&gt;Objet',
      'fatou@example.sn',
      'Fatou Sow',
      'smtp: 550 no such user',
      '&lt;1@x&gt;',
      'Adama Traoré',
      'texte',
    ]) {
      expect(page).toContain(word);
    }
    expect(page).toContain(`<iframe src="${PAGE}/${id}/content"`);
    expect(page).toContain('sandbox=""');
    expect((await acts('email_read'))[0]?.resource_id).toBe(String(id));
    expect((await admin.visitor.open(`${PAGE}/999999/view`)).statusCode).toBe(404);
  });

  it('T-381 T-382 stands in a frame that runs nothing and fetches nothing', async () => {
    const html = '<!doctype html><p>Bonjour</p><script>top.location="https://evil.example"</script><img src="https://evil.example/x.png">';
    const id = await letter({ html });
    const { body, headers } = await admin.visitor.open(`${PAGE}/${id}/content`);
    expect(body).toBe(html);
    const policy = String(headers['content-security-policy']);
    for (const part of ["default-src 'none'", 'img-src data:', "frame-ancestors 'self'"]) expect(policy).toContain(part);
    expect(policy).toMatch(/sandbox$/);
    expect(headers['cache-control']).toContain('no-store');
  });

  it('in doubt is marked as sent, or sent again after the risk was named; each is noted', async () => {
    const [known, again] = [await letter({ status: 'unknown', kept: true }), await letter({ status: 'unknown', kept: true })];
    const ask = main((await admin.visitor.open(`${PAGE}/${again}/send-again`)).body);
    expect(ask).toContain('la recevra deux fois');
    await admin.visitor.send(`${PAGE}/${again}/send-again`, {});
    expect(main((await admin.visitor.next()).body)).toContain('En attente');
    expect((await acts('email_sent_again'))[0]?.resource_id).toBe(String(again));
    await admin.visitor.open(`${PAGE}/${known}/mark-sent`);
    await admin.visitor.send(`${PAGE}/${known}/mark-sent`, {});
    expect(main((await admin.visitor.next()).body)).toContain('Envoyé');
    expect((await acts('email_marked_sent'))[0]?.resource_id).toBe(String(known));
    await admin.visitor.send(`${PAGE}/${known}/send-again`, {});
    expect((await admin.visitor.next()).body).toContain('Rien n’a été fait');
    const statuses = await rows(sql`select id, status from kernel.email_logs order by id`);
    expect(statuses).toEqual([
      { id: known, status: 'sent' },
      { id: again, status: 'queued' },
    ]);
  });

  it('that failed can be sent again while its copy is kept', async () => {
    const [kept, gone] = [await letter({ status: 'failed', kept: true }), await letter({ status: 'failed' })];
    expect(main((await admin.visitor.open(`${PAGE}/${kept}/view`)).body)).toContain('send-again');
    const page = main((await admin.visitor.open(`${PAGE}/${gone}/view`)).body);
    expect(page).toContain('sept jours');
    expect(page).not.toContain('send-again');
  });
});
