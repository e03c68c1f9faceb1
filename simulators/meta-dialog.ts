/** The screen where somebody lets the studio in. It says of itself that it is played. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type MetaPerson, personFor } from './meta-people.ts';
import { readRequest } from './meta-wire.ts';
import type { MetaWorld } from './meta-world.ts';
import { escapeHtml as safe, sendHtml } from './platform-pages.ts';

const CODE_MS = 10 * 60_000;

const TEXTS = {
  fr: {
    ...{
      title: 'Autoriser Atelier',
      simulated: 'Écran simulé : ni Facebook ni Instagram ne sont contactés, aucun vrai compte n’est utilisé.',
    },
    ...{ asks: 'Atelier souhaite publier en votre nom.', pages: 'Pages et comptes professionnels', rights: 'Autorisations' },
    ...{ allow: 'Autoriser', cancel: 'Annuler', as: 'Connecté en tant que' },
  },
  en: {
    ...{ title: 'Allow Atelier', simulated: 'Simulated screen: neither Facebook nor Instagram is contacted, no real account is used.' },
    ...{ asks: 'Atelier would like to post on your behalf.', pages: 'Pages and professional accounts', rights: 'Permissions' },
    ...{ allow: 'Allow', cancel: 'Cancel', as: 'Signed in as' },
  },
  ar: {
    ...{ title: 'السماح لـ Atelier', simulated: 'شاشة محاكاة: لا يتم الاتصال بفيسبوك أو إنستغرام، ولا يُستخدم أي حساب حقيقي.' },
    ...{ asks: 'يرغب Atelier في النشر نيابةً عنك.', pages: 'الصفحات والحسابات المهنية', rights: 'الأذونات' },
    ...{ allow: 'السماح', cancel: 'إلغاء', as: 'تم تسجيل الدخول باسم' },
  },
} as const;
type Language = keyof typeof TEXTS;

/** `hint` says who comes (`demo` when not given); `auto=1` allows everything at once. */
export async function showDialog(request: IncomingMessage, response: ServerResponse, url: URL, world: MetaWorld): Promise<void> {
  const query = url.searchParams;
  const redirectUri = query.get('redirect_uri') ?? '';
  const problem = problemIn(query, world);
  if (problem) return void response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end(problem);
  const person = personFor(world.store, world.state, query.get('hint') || 'demo');
  const asked = (query.get('scope') ?? '').split(',').filter(Boolean);
  if (query.get('auto') === '1') return allow(response, world, query, { person, scopes: asked, pageIds: person.pages.map(({ id }) => id) });
  if (request.method !== 'POST') {
    const html = page(languageOf(request), person, asked);
    return sendHtml(response, 200, html);
  }
  const { fields } = await readRequest(request, new URL(url.pathname, url));
  if (fields.get('decision') !== 'allow') {
    const said = { error: 'access_denied', error_code: '200', error_description: 'Permissions error', error_reason: 'user_denied' };
    return back(response, redirectUri, { ...said, state: query.get('state') ?? '' });
  }
  const scopes = asked.filter((scope) => fields.has(`scope:${scope}`));
  return allow(response, world, query, {
    person,
    scopes,
    pageIds: person.pages.flatMap(({ id }) => (fields.has(`page:${id}`) ? [id] : [])),
  });
}

function problemIn(query: URLSearchParams, { appId }: MetaWorld): string | null {
  if (query.get('client_id') !== appId) return 'Invalid App ID: The provided app ID does not look like a valid app ID.';
  if (!/^https?:\/\//.test(query.get('redirect_uri') ?? '') || !URL.canParse(query.get('redirect_uri') ?? ''))
    return 'Invalid redirect_uri';
  return query.get('response_type') === 'code' ? null : 'Invalid response_type';
}

interface Answer {
  readonly person: MetaPerson;
  readonly scopes: readonly string[];
  readonly pageIds: readonly string[];
}

function allow(response: ServerResponse, world: MetaWorld, query: URLSearchParams, { person, scopes, pageIds }: Answer): void {
  const code = `AQ${randomBytes(48).toString('base64url')}`;
  const redirectUri = query.get('redirect_uri') ?? '';
  const expiresAt = world.now() + CODE_MS;
  for (const [old, consent] of world.state.codes.all()) if (consent.expiresAt < world.now() - CODE_MS) world.state.codes.drop(old);
  world.state.codes.put(code, { personId: person.id, pageIds, scopes, redirectUri, expiresAt, isUsed: false });
  back(response, redirectUri, { code, state: query.get('state') ?? '' });
}

/** Facebook adds `#_=_`. */
function back(response: ServerResponse, redirectUri: string, said: Readonly<Record<string, string>>): void {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(said)) target.searchParams.set(name, value);
  target.hash = '_=_';
  response.writeHead(302, { location: target.href, 'cache-control': 'no-store' }).end();
}

const languageOf = (request: IncomingMessage): Language => {
  const asked = (request.headers['accept-language'] ?? 'fr').slice(0, 2).toLowerCase();
  return asked === 'en' || asked === 'ar' ? asked : 'fr';
};

function page(language: Language, person: MetaPerson, scopes: readonly string[]): string {
  const texts = TEXTS[language];
  const box = (name: string, label: string, note: string): string =>
    `<label><input type="checkbox" name="${safe(name)}" checked><span>${safe(label)}<small>${safe(note)}</small></span></label>`;
  const pages = person.pages.map(({ id, name, instagram }) => box(`page:${id}`, name, `Facebook · Instagram @${instagram.username}`));
  return `<!DOCTYPE html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${texts.title}</title><style>${STYLE}</style>
<main><p class="played" role="note">${texts.simulated}</p><h1>${texts.title}</h1><p>${texts.asks}</p>
<p class="who">${texts.as} <b>${safe(person.name)}</b></p>
<form method="post"><fieldset><legend>${texts.pages}</legend>${pages.join('')}</fieldset>
<details><summary>${texts.rights} (${scopes.length})</summary>${scopes.map((scope) => box(`scope:${scope}`, scope, '')).join('')}</details>
<div class="acts"><button name="decision" value="cancel">${texts.cancel}</button>
<button name="decision" value="allow" class="main">${texts.allow}</button></div></form></main></html>`;
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;background:light-dark(#f0f2f5,#18191a);color:light-dark(#1c1e21,#e4e6eb)}
main{max-width:30rem;margin:6vh auto;padding:1.5rem;background:light-dark(#fff,#242526);border-radius:.75rem;box-shadow:0 2px 12px #0003}
.played{background:#ffe08a;color:#3a2c00;padding:.6rem .8rem;border-radius:.5rem;font-size:.875rem;margin:0 0 1rem}h1{font-size:1.35rem;margin:0}
.who,small{color:light-dark(#606770,#b0b3b8)}small{display:block}fieldset{border:1px solid #8886;border-radius:.5rem;margin:1rem 0;padding:.5rem 1rem}
label{display:flex;gap:.75rem;padding:.4rem 0;align-items:start}input{inline-size:1.1rem;block-size:1.1rem;margin-top:.25rem}
.acts{display:flex;gap:.75rem;margin-top:1.25rem}button{flex:1;font:inherit;padding:.65rem;border-radius:.5rem;border:1px solid #8886;background:none;color:inherit;cursor:pointer}
.main{background:#0866ff;border-color:#0866ff;color:#fff;font-weight:600}button:focus-visible,summary:focus-visible{outline:3px solid #7ab0ff}`;
