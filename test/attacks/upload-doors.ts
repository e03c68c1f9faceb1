/** Every door that takes a file from a person: who may send, and how the file travels. */
import { randomBytes } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { registerPerson } from '#test/members.ts';
import type { Caller } from '#test/support.ts';
import type { Sample } from './corpus.ts';
import type { Attacker, House } from './house.ts';

export interface UploadDoor {
  readonly name: string;
  /** Answers pages, not the errors of an API. */
  readonly isPage?: boolean;
  /** The address of what answers. */
  readonly path: string;
  send(file: Sample): Promise<LightMyRequestResponse>;
}

export async function uploadDoors(house: House): Promise<readonly UploadDoor[]> {
  const { atelier } = house;
  const [user, admin, { visitor }] = [await house.attacker('user'), await house.attacker('admin'), await registerPerson(atelier)];
  const project = await user.ask('video', { method: 'POST', url: '/api/v1/projects', payload: { title: 'Attack', prompt: 'Un tapis' } });
  const projectId = project.json<{ id: string }>().id;
  const api = (
    door: 'site' | 'images' | 'video',
    who: Attacker | null,
    method: 'POST' | 'PATCH',
    path: string,
    field: string,
    more = {},
  ): UploadDoor => ({
    ...{ name: `${method} ${path} (${field})`, path },
    send: (file) => (who ?? house.stranger).ask(door, { method, url: path, ...form(field, file, more) }),
  });
  const page = async (caller: Pick<Caller, 'inject'>, from: string, path: string, field: string, more = {}): Promise<UploadDoor> => {
    const shown = await caller.inject({ method: 'GET', url: from, headers: { accept: 'text/html' } });
    const token = /name="_csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
    if (token === '') throw new Error(`${from} answered ${shown.statusCode} without a form`);
    return {
      ...{ name: `POST ${path} (${field})`, path, isPage: true },
      send(file) {
        const sent = form(field, file, more);
        return caller.inject({
          method: 'POST',
          url: path,
          ...sent,
          headers: { ...sent.headers, 'x-csrf-token': token, accept: 'text/html' },
        });
      },
    };
  };
  const asAdmin: Pick<Caller, 'inject'> = { inject: (request) => admin.ask('site', request) };
  const session = `atelier_session=${visitor.cookies.get('atelier_session') ?? ''}`;
  const member: Pick<Caller, 'inject'> = {
    inject: (request) => atelier.doors.site.inject({ ...request, headers: { cookie: session, ...request.headers } }),
  };
  const settings = '/admin/settings/customization';
  return [
    { ...api('site', null, 'POST', '/api/v1/auth/register', 'photo'), send: (file) => register(house, 'photo', file) },
    { ...api('site', null, 'POST', '/api/v1/auth/register', 'cv'), send: (file) => register(house, 'cv', file) },
    { name: 'POST /uploads, then a registration', path: '/api/v1/auth/register', send: (file) => registerInPieces(house, file) },
    api('images', user, 'PATCH', '/api/auth/profile', 'avatar'),
    api('images', user, 'POST', '/api/scheduler/posts/import', 'file'),
    api('video', user, 'POST', '/api/v1/assets/upload', 'file', { project_id: projectId }),
    api('site', admin, 'POST', '/ai-search', 'file'),
    api('site', admin, 'POST', '/cinema/ai-search', 'file'),
    await page(member, '/profile/edit', '/profile/upload-photo', 'photo'),
    await page(member, '/profile/edit', '/profile/upload-cv', 'cv'),
    await page(asAdmin, settings, `${settings}/save-logo-images`, 'logo_file'),
    await page(asAdmin, '/admin/backup/restore', '/admin/backup/restore', 'archive', { password: 'x' }),
  ];
}

const GOOD = {
  ...{ first_name: 'Awa', last_name: 'Ndiaye', password: 'solide-et-longue-42', gender: 'F', date_of_birth: '1994-05-06', country_id: '2' },
  ...{ residence_country_id: '1', residence_city_id: '1', phone: '+221771234567', terms: 'true' },
};
const someone = (): Record<string, string> => ({ ...GOOD, email: `awa-${randomBytes(6).toString('hex')}@test.example` });

const register = ({ stranger }: House, field: string, file: Sample): Promise<LightMyRequestResponse> =>
  stranger.ask('site', { method: 'POST', url: '/api/v1/auth/register', ...form(field, file, someone()) });

async function registerInPieces({ stranger }: House, file: Sample): Promise<LightMyRequestResponse> {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const metadata = `purpose ${base64('photo')},filename ${base64(file.name)},filetype ${base64(file.type)}`;
  const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(file.content.length), 'upload-metadata': metadata };
  const type = { 'content-type': 'application/offset+octet-stream' };
  const made = await stranger.ask('site', { method: 'POST', url: '/uploads', headers: { ...headers, ...type }, payload: file.content });
  if (made.statusCode !== 201) return made;
  const upload = String(made.headers['location']).split('/').at(-1) ?? '';
  const cookie = made.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const payload = { ...someone(), photo_upload: upload };
  return stranger.ask('site', { method: 'POST', url: '/api/v1/auth/register', headers: { cookie }, payload });
}

/** As a client writes it that escapes nothing. */
function form(field: string, file: Sample, fields: Readonly<Record<string, string>>): { headers: Record<string, string>; payload: Buffer } {
  const boundary = `attack${randomBytes(9).toString('hex')}`;
  const part = (head: string, content: Buffer | string): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const texts = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
  const head = `name="${field}"; filename="${file.name}"${file.type ? `\r\ncontent-type: ${file.type}` : ''}`;
  const payload = Buffer.concat([...texts, part(head, file.content), Buffer.from(`--${boundary}--\r\n`)]);
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload };
}
