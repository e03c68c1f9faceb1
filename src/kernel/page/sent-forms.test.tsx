import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import { systemClock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { failure } from '../failure.ts';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { Form } from './forms.tsx';
import { sweepSentForms, watchSentForms } from './sent-forms.ts';
import { openTestSite } from './test-page.tsx';

const page = { config: { access: access.public, kind: 'page' } } as const;
const ONCE = '0b8f6a52-1c3d-4e5f-8a9b-0123456789ab';
const OTHER = '1b8f6a52-1c3d-4e5f-8a9b-0123456789ab';

let db: Db;
let door: Door;
let done = 0;
let fails = false;

beforeAll(async () => {
  ({ db } = await freshDatabase());
  door = openTestSite((site, pages) => {
    watchSentForms(site, { db, clock: systemClock, secure: false });
    site.get('/form', page, async (request, reply) => pages.send(request, reply, { title: 'Form', body: <Form action="/do">x</Form> }));
    site.post('/do', page, async (_request, reply) => {
      if (fails) throw failure.field('name', { fr: 'non', en: 'no', ar: 'لا' });
      done += 1;
      return reply.redirect(`/done/${done}`, 303);
    });
  });
});

interface Visitor {
  readonly cookie: string;
  readonly token: string;
}
async function visit(): Promise<Visitor> {
  const answer = await door.inject({ url: '/form', headers: { accept: 'text/html' } });
  const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec(answer.body) ?? [];
  return { token, cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}
const send = ({ cookie, token }: Visitor, once: string) =>
  door.inject({
    method: 'POST',
    url: '/do',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, _once: once }).toString(),
  });
const arrived = (answer: Awaited<ReturnType<typeof send>>): string | undefined =>
  answer.cookies.find(({ name }) => name === 'arrived')?.value;

describe('forms that are sent again', () => {
  it('are done once, and lead where the first answer led', async () => {
    const visitor = await visit();
    const first = await send(visitor, ONCE);
    expect([first.statusCode, first.headers.location, arrived(first)]).toEqual([303, '/done/1', ONCE]);
    const again = await send(visitor, ONCE);
    expect([again.statusCode, again.headers.location, arrived(again)]).toEqual([303, '/done/1', ONCE]);
    expect(done).toBe(1);
    // Another form is another form, and another person's name is theirs.
    expect((await send(visitor, OTHER)).headers.location).toBe('/done/2');
    expect((await send(await visit(), ONCE)).headers.location).toBe('/done/3');
  });

  it('may be corrected and sent again after a refusal', async () => {
    const visitor = await visit();
    fails = true;
    const refused = await send(visitor, ONCE);
    expect([refused.statusCode < 500, arrived(refused)]).toEqual([true, ONCE]);
    fails = false;
    expect((await send(visitor, ONCE)).statusCode).toBe(303);
  });

  it('are left to a person when nobody knows whether they were done', async () => {
    const visitor = await visit();
    const before = done;
    expect((await send(visitor, ONCE)).statusCode).toBe(303);
    // The process died between the work and its answer.
    await sql`update kernel.sent_forms set answered_at = null, location = null where once = ${ONCE}`.execute(db);
    const again = await send(visitor, ONCE);
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('Regardez si c’est fait');
    expect(done).toBe(before + 1);
  });

  it('say nothing to a browser whose form was not heard', async () => {
    const visitor = await visit();
    const refused = await send({ ...visitor, token: 'old' }, ONCE);
    expect([refused.statusCode, arrived(refused)]).toEqual([403, undefined]);
  });

  it('are forgotten after a week', async () => {
    expect(await sweepSentForms(db, new Date())).toBe(0);
    expect(await sweepSentForms(db, new Date(Date.now() + 8 * 86_400_000))).toBeGreaterThan(0);
  });
});
