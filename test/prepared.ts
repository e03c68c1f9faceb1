/**
 * What some pages show is made by somebody first, by the same ways people and programs have: searches, a picture with its post, a
 * film, a shortlist a client may open, schedules, webhooks, a watched name. Pages name them by `{place}` in their path.
 */
export interface Prepared {
  readonly film: string;
  readonly shortlist: string;
  /** The secret of a link that a client opens. */
  readonly share: string;
  readonly schedule: string;
  readonly imageHook: string;
  readonly filmHook: string;
  readonly watched: string;
  readonly seal: string;
  /** When the post is planned for: `2026-11-23`. */
  readonly postDay: string;
}

/** `/films/{film}` → `/films/019a…`. */
export const addressOf = (path: string, prepared: Prepared): string =>
  path.replaceAll(/\{(\w+)\}/g, (place, name: string) => prepared[name as keyof Prepared] ?? place);

interface Hands {
  /** The API. */
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object): Promise<T>;
  read(page: string): Promise<string>;
  /** A form of a page; answers the page, and where it led. */
  send(page: string, action: string, fields: Readonly<Record<string, string>>): Promise<{ readonly body: string; readonly to: string }>;
}

export interface Wishes {
  /** Only written, it takes no time: for who does not look at the film. */
  readonly film?: 'made' | 'written';
}

/** `cookie` is an administrator's session. */
export async function prepareContent(site: string, cookie: string, { film: wish = 'made' }: Wishes = {}): Promise<Prepared> {
  const hands = handsOf(site, cookie);
  await searches(hands);
  await faceOfSite(hands);
  const [film, postDay] = await Promise.all([makeFilm(hands, wish), makePost(hands)]);
  return { film, postDay, ...(await makeCasting(hands)), ...(await makeRest(hands)) };
}

function handsOf(site: string, session: string): Hands {
  // A form needs its token, and the token the browser it was made for.
  const jar = new Map([session.split(/=(.*)/s).slice(0, 2) as [string, string], ['lang', 'fr'] as [string, string]]);
  const headers = (): Record<string, string> => ({ origin: site, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  const keep = (answer: Response): void => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
  };
  const read = async (page: string): Promise<string> => {
    const answer = await fetch(site + page, { headers: { ...headers(), accept: 'text/html' } });
    keep(answer);
    return answer.text();
  };
  return {
    read,
    async ask<T>(method: string, path: string, body?: object) {
      const kind = body ? { 'content-type': 'application/json' } : {};
      const answer = await fetch(site + path, {
        ...{ method, headers: { ...headers(), accept: 'application/json', ...kind } },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    async send(page, action, fields) {
      const token = /name="_csrf" value="([^"]+)"/.exec(await read(page))?.[1] ?? '';
      const body = new URLSearchParams({ _csrf: token, ...fields });
      const answer = await fetch(site + action, { method: 'POST', headers: headers(), body, redirect: 'manual' });
      keep(answer);
      const text = await answer.text();
      if (answer.status >= 400) throw new Error(`${action} answered ${answer.status}: ${text.slice(text.indexOf('<main'))}`);
      return { body: text, to: answer.headers.get('location') ?? '' };
    },
  };
}

const lastOf = (path: string): string => new URL(path, 'http://studio').pathname.split('/').at(-1) ?? '';
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

async function searches({ ask }: Hands): Promise<void> {
  await ask('POST', '/ai-search', {
    job_description: 'Développeur web à Casablanca, React, anglais courant, 3 ans d’expérience, télétravail possible',
  });
  await ask('POST', '/cinema/ai-search', {
    role_description: 'Actrice de 25 à 40 ans, parlant darija et français, équitation appréciée, Ouarzazate',
  });
}

/** A footer with everything that can stand in it, and every legal page open. */
async function faceOfSite({ send }: Hands): Promise<void> {
  const page = '/admin/settings/customization';
  const text =
    '## Éditeur\n\nMaison Atlas, agence de casting à Casablanca.\n\n- **Directrice** : Salma Idrissi\n\n| Rôle | Nom |\n|---|---|\n| Directrice | Salma Idrissi |';
  await send(`${page}/legal/mentions`, `${page}/legal/mentions`, { in: 'fr', format: 'markdown', text });
  await send(page, `${page}/save-legal-pages`, { terms: '1', privacy: '1', about: '1', cookies: '1', mentions: '1' });
  const contact = { footer_contact_email: 'contact@atlas.example', footer_contact_phone: '+212 522 00 00 00' };
  await send(page, `${page}/save-footer`, { footer_text: 'Agence de casting à Casablanca', ...contact });
  const networks = ['facebook', 'instagram', 'twitter', 'linkedin', 'tiktok', 'youtube', 'telegram'].map((name) => [name, '@atlas']);
  await send(page, `${page}/save-social-links`, { ...Object.fromEntries(networks), whatsapp: '+212600000000' });
}

async function makePost({ ask }: Hands): Promise<string> {
  const order = { prompt: 'Un marché coloré dans la médina de Marrakech au matin', width: 512, height: 512, tags: ['maroc', 'voyage'] };
  const { id } = await ask<{ id: number }>('POST', '/api/images/generate', order);
  await until(async () => (await ask<{ status: string }>('GET', `/api/images/${id}`)).status === 'generated');
  await ask('PATCH', `/api/images/${id}/validate`, { action: 'validate' });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const post = { image: id, platform: 'facebook', scheduled_time: tomorrow, caption: 'Le marché se réveille.', hashtags: '#maroc' };
  await ask('POST', '/api/scheduler/schedule', post);
  return tomorrow.slice(0, 10);
}

/** Two short scenes, a quarter as wide and as high: made while other things are made. */
async function makeFilm({ ask }: Hands, wish: NonNullable<Wishes['film']>): Promise<string> {
  const config = { target_duration: 5, language: 'fr', ratio: '16:9', music: null, voice_id: null };
  const { id } = await ask<{ id: string }>('POST', '/api/v1/projects', { title: 'Le tapis', prompt: 'Un tapis de l’Atlas', config });
  const scenes = ['Le tapis naît dans la montagne.', 'La laine devient un fil.'].map((narration) => ({
    ...{ narration, image_prompt: 'a carpet of the Atlas', on_screen: '', seconds: 2 },
  }));
  await ask('PUT', `/api/v1/projects/${id}/script`, { title: 'Le tapis', scenes });
  if (wish === 'written') return id;
  await ask('POST', `/api/v1/projects/${id}/start`, { pipeline_config: { render: { quality: 'draft', scale: 4 } } });
  await until(async () => {
    const { status } = await ask<{ status: string }>('GET', `/api/v1/projects/${id}`);
    if (status === 'failed') throw new Error('the film of the pages could not be made');
    return status === 'completed';
  });
  return id;
}

async function makeCasting({ send }: Hands): Promise<Pick<Prepared, 'shortlist' | 'share'>> {
  const made = await send('/casting/shortlists/add?ids=1,2', '/casting/shortlists', { name: 'Rôle de Leïla', ids: '1,2', brief: '' });
  const shortlist = lastOf(made.to);
  const month = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const link = { label: 'Production Atlas', until: month, notes: '1' };
  const { body } = await send(`/casting/shortlists/${shortlist}`, `/casting/shortlists/${shortlist}/links`, link);
  const share = /\/share\/shortlist\/([\w-]+)/.exec(body)?.[1] ?? '';
  const view = { name: 'Femmes', query: 'gender=F', rename: '1' };
  await send('/cinema/talents', '/lists/cinema-talents/views', view);
  return { shortlist, share };
}

async function makeRest({ ask, read, send }: Hands): Promise<Omit<Prepared, 'film' | 'postDay' | 'shortlist' | 'share'>> {
  const plan = { name: 'Lundi', frequency: 'weekly', time_of_day: '10:00:00', platforms: ['instagram'], days_of_week: [1] };
  const schedule = await ask<{ id: number }>('POST', '/api/scheduler/schedules', plan);
  // An address without a name, for machines without a network; and events that do not come.
  const hook = { url: 'https://93.184.215.14/atelier' };
  const imageHook = await ask<{ id: number }>('POST', '/api/webhooks', { ...hook, events: ['analytics.updated'] });
  const filmHook = await ask<{ id: string }>('POST', '/api/v1/webhooks', { ...hook, events: ['publish.unknown'] });
  const year = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const name = { first_name: 'Samir', last_name: 'Benani', reason: 'Faux agent signalé par deux familles', until: year, email: '' };
  const watched = lastOf((await send('/admin/names/watch', '/admin/names/watch', name)).to);
  await send('/cinema/productions/1/verify', '/cinema/productions/1/verify', {});
  const seal = /\/verify\/([\w-]+)/.exec(await read('/cinema/productions/1'))?.[1] ?? '';
  return { schedule: String(schedule.id), imageHook: String(imageHook.id), filmHook: String(filmHook.id), watched, seal };
}

/** A machine with much else to do takes its time. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (await isSo()) return;
    await pause();
  }
  throw new Error('what the pages show was not made in five minutes');
}
