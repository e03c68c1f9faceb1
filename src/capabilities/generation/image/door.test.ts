import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImageModelSimulator, startImageModelSimulator } from '#simulators/image-models.ts';
import { eventually } from '#test/eventually.ts';
import { type Atelier, startAtelier } from '#test/support.ts';

let providers: ImageModelSimulator;
beforeAll(async () => {
  providers = await startImageModelSimulator();
});
afterAll(() => providers.close());

async function signedIn({
  doors,
}: Atelier): Promise<(method: 'GET' | 'POST', url: string, payload?: object) => Promise<Record<string, unknown>>> {
  const username = `h${randomBytes(4).toString('hex')}`;
  const payload = { username, email: `${username}@example.com`, password: 'Secure-Pass-123!', password2: 'Secure-Pass-123!' };
  const reply = await doors.images.inject({ method: 'POST', url: '/api/auth/register/', payload });
  const headers = { authorization: `Bearer ${reply.json<{ tokens: { access: string } }>().tokens.access}` };
  return async (method, url, body) => (await doors.images.inject({ method, url, headers, ...(body ? { payload: body } : {}) })).json();
}

const ORDER = { prompt: 'Un phare dans la brume', width: 256, height: 512 };

it('I-052 I-053 a picture is bought by the job, told with its real model, and a refusal ends it with a reason in French', async () => {
  const atelier = await startAtelier({ work: true, environment: providers.environmentOf('stability') });
  const ask = await signedIn(atelier);
  const { id } = await ask('POST', '/api/images/generate/', ORDER);
  await eventually(async () => (await ask('GET', `/api/images/${id}/`))['status']).toBe('generated');
  expect(await ask('GET', `/api/images/${id}/`)).toMatchObject({ metadata: { model: 'core' } });
  expect(providers.bought.stability).toBe(1);

  providers.misbehave('stability', { is: 'refused' });
  const refused = await ask('POST', '/api/images/generate/', ORDER);
  await eventually(async () => (await ask('GET', `/api/images/${refused['id']}/`))['status']).toBe('failed');
  expect(await ask('GET', `/api/images/${refused['id']}/`)).toMatchObject({
    metadata: { error: expect.stringContaining('Reformulez-la') },
  });
});

it('a studio that is stopped while a picture is made fetches it after its start, and buys no other', async () => {
  providers.misbehave('replicate', { is: 'processing', looks: 4 });
  const environment = providers.environmentOf('replicate');
  const first = await startAtelier({ work: true, environment });
  const { id } = await (await signedIn(first))('POST', '/api/images/generate/', ORDER);
  await eventually(() => providers.predictions.get('pred1')?.status).toBe('processing');
  await first.close();
  const { databaseUrl, dataFolder } = first.config;
  const second = await startAtelier({
    work: true,
    environment: { ...environment, DATABASE_URL: databaseUrl ?? '', ATELIER_DATA: dataFolder },
  });
  const made = async () => (await sql`select status, metadata from images.pictures where id = ${id}`.execute(second.database.db)).rows;
  await eventually(made).toMatchObject([{ status: 'generated', metadata: { provider: 'replicate' } }]);
  expect(providers.bought.replicate).toBe(1);
});
