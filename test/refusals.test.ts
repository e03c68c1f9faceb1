/** What a registration refuses, through the door of the whole studio: the field is named, and nothing is stored. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { docx, megabytesOfNothing } from './fixtures/documents.ts';
import { blankPng } from './fixtures/pictures.ts';
import { drawPhoto, writeCv } from './papers.ts';
import { type Atelier, startAtelier } from './support.ts';

const GOOD = {
  first_name: 'Awa',
  last_name: 'Ndiaye',
  email: 'awa.refusals@test.example',
  password: 'solide-et-longue-42',
  gender: 'F',
  date_of_birth: '1994-05-06',
  country_id: '2',
  residence_country_id: '1',
  residence_city_id: '1',
  phone: '+221771234567',
  terms: 'true',
};

let atelier: Atelier;
let cv: Buffer;
const photo = drawPhoto(600, 800);
beforeAll(async () => {
  [atelier, cv] = await Promise.all([startAtelier(), writeCv('Awa Ndiaye')]);
}, 60_000);

interface Attempt {
  readonly what: string;
  readonly field: string;
  readonly fields?: Partial<typeof GOOD>;
  readonly photo?: () => Promise<Buffer> | Buffer;
  readonly cv?: () => Promise<Buffer> | Buffer;
  readonly cvName?: string;
}
const ATTEMPTS: readonly Attempt[] = [
  { what: 'a photo of 6 MB', field: 'photo', photo: () => Buffer.concat([photo, Buffer.alloc(6 * 1024 * 1024)]) },
  { what: 'a PDF renamed .jpg', field: 'photo', photo: () => cv },
  { what: 'a picture of 40 000 × 40 000 pixels', field: 'photo', photo: () => blankPng(40_000, 40_000, true) },
  {
    what: 'a .docx that unpacks without end',
    field: 'cv',
    cv: () => docx({ parts: { 'word/media/image1.png': megabytesOfNothing(300) } }),
    cvName: 'cv.docx',
  },
  { what: 'an empty name', field: 'first_name', fields: { first_name: '   ' } },
  { what: 'a birth date in the future', field: 'date_of_birth', fields: { date_of_birth: '2990-01-01' } },
  { what: 'a date that does not exist', field: 'date_of_birth', fields: { date_of_birth: '1990-02-30' } },
  { what: 'an address that is none', field: 'email', fields: { email: 'awa@' } },
  { what: 'a short password', field: 'password', fields: { password: 'court' } },
  { what: 'a country that is not there', field: 'country_id', fields: { country_id: '9999' } },
  { what: 'a city of another country', field: 'residence_city_id', fields: { residence_country_id: '2', residence_city_id: '1' } },
  { what: 'a phone number of letters', field: 'phone', fields: { phone: 'appelez-moi' } },
];

describe('a registration refuses', () => {
  it.each(ATTEMPTS)('$what, and names $field', async (attempt) => {
    const before = await everythingStored();
    const answer = await register(attempt);
    expect(answer.statusCode, answer.body).toBe(400);
    const body = answer.json<{ success: boolean; code: string; details: Record<string, string> }>();
    expect(body).toMatchObject({ success: false, code: 'VALIDATION_ERROR' });
    // A place that is wrong can make another one wrong: its field is among those that are named.
    expect(Object.keys(body.details)).toContain(attempt.field);
    expect(body.details[attempt.field]?.length).toBeGreaterThan(10);
    expect(await everythingStored()).toEqual(before);
  });

  it('several faults at once, and names them all', async () => {
    const answer = await register({
      what: '',
      field: '',
      fields: { first_name: '', email: 'x', date_of_birth: '', phone: '1' },
      photo: () => cv,
    });
    expect(Object.keys(answer.json<{ details: object }>().details).sort()).toEqual([
      'date_of_birth',
      'email',
      'first_name',
      'phone',
      'photo',
    ]);
  });

  it('the same address twice: 409 DUPLICATE_EMAIL, one person', async () => {
    const first = await register({ what: '', field: '' });
    expect(first.statusCode, first.body).toBe(201);
    const before = await everythingStored();
    const second = await register({ what: '', field: '', fields: { email: 'AWA.Refusals@test.example' } });
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({ success: false, code: 'DUPLICATE_EMAIL' });
    expect(await everythingStored()).toEqual(before);
  });
});

async function register(attempt: Attempt) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...GOOD, ...attempt.fields })) form.append(name, value);
  const bytes = async (make: () => Promise<Buffer> | Buffer): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await make());
  form.append('photo', new Blob([await bytes(attempt.photo ?? (() => photo))]), 'portrait.jpg');
  form.append('cv', new Blob([await bytes(attempt.cv ?? (() => cv))]), attempt.cvName ?? 'cv.pdf');
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  return atelier.doors.site.inject({
    method: 'POST',
    url: '/api/v1/auth/register',
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

/** How many rows there are of whatever a registration writes. */
async function everythingStored(): Promise<unknown> {
  const { rows } = await sql`select
    (select count(*) from identity.accounts)::int as accounts, (select count(*) from talent.members)::int as members,
    (select count(*) from kernel.files)::int as files, (select count(*) from kernel.email_logs)::int as letters,
    (select coalesce(sum(last), 0) from talent.code_sequences)::int as codes, (select count(*) from identity.sessions)::int as sessions`.execute(
    atelier.database.db,
  );
  return rows[0];
}
