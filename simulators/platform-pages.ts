/** What a person sees of the simulated platforms. Every page says that it is a simulation. */
import type { ServerResponse } from 'node:http';
import type { PlatformStore, SimulatedAccount, SimulatedPost } from './platform-store.ts';

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f4f5;color:#18181b}
main{max-width:34rem;margin:2rem auto;background:#fff;border-radius:1rem;padding:1.5rem;box-shadow:0 1px 4px #0002}
.note{background:#fef3c7;color:#78350f;padding:.5rem 1rem;border-radius:.5rem;font-size:.875rem}
img,video{max-width:100%;border-radius:.75rem;display:block;margin:1rem 0}.text{white-space:pre-wrap;overflow-wrap:anywhere}
.figures{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;padding:0;list-style:none;color:#52525b}
button{font:inherit;padding:.6rem 1.4rem;border-radius:2rem;border:1px solid #18181b;background:#fff;cursor:pointer}
button.main{background:#18181b;color:#fff}input{font:inherit;padding:.5rem;border:1px solid #71717a;border-radius:.5rem}
@media(prefers-color-scheme:dark){body{background:#18181b;color:#f4f4f5}main{background:#27272a}.figures{color:#a1a1aa}
button{background:#27272a;color:#f4f4f5;border-color:#f4f4f5}button.main{background:#f4f4f5;color:#18181b}input{background:#18181b;color:inherit}}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

const note = (platform: string): string =>
  `<p class="note">Simulated ${platform}. This page is played by Atelier's demo mode: nothing here leaves this machine.</p>`;

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  const policy = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy, 'referrer-policy': 'no-referrer' })
    .end(html);
}

/** `url` is what the browser asked for; the answer comes to the same address with `decision` and the name to sign in with, `as`. */
export function consentPage(platform: string, url: URL, scopes: readonly string[], suggested = 'studio_atelier'): string {
  const hidden = [...url.searchParams].filter(([name]) => name !== 'decision' && name !== 'as');
  const fields = hidden.map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`);
  const app = URL.canParse(url.searchParams.get('redirect_uri') ?? '') ? new URL(url.searchParams.get('redirect_uri') ?? '').host : '';
  return page(
    `Simulated ${platform}: authorise`,
    `${note(platform)}<h1>Let ${escapeHtml(app)} use your ${platform} account?</h1>
<p>It will be able to:</p><ul>${scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('')}</ul>
<form method="get">${fields.join('')}
<p><label>Sign in as <input name="as" value="${escapeHtml(url.searchParams.get('as') ?? suggested)}" required maxlength="30"></label></p>
<p><button class="main" name="decision" value="allow">Allow</button> <button name="decision" value="cancel" formnovalidate>Cancel</button></p></form>`,
  );
}

export const wrongPage = (platform: string, fault: string): string =>
  page(`Simulated ${platform}`, `${note(platform)}<h1>Something went wrong</h1><p>${escapeHtml(fault)}</p>`);

const TITLES = {
  ...{ instagram: 'Instagram', facebook: 'Facebook', twitter: 'X' },
  ...{ youtube: 'YouTube', linkedin: 'LinkedIn', tiktok: 'TikTok' },
} as const;

/** A live post; pictures and films are asked for from `mediaUrl(n)`. */
function postPage(post: SimulatedPost, account: SimulatedAccount | null, mediaUrl: (place: number) => string): string {
  const title = TITLES[post.platform];
  const pictures = post.media.map(({ altText, mediaType }, place) => {
    const src = escapeHtml(mediaUrl(place));
    return mediaType.startsWith('video/') ? `<video controls src="${src}"></video>` : `<img src="${src}" alt="${escapeHtml(altText)}">`;
  });
  const { film } = post;
  const told = film ? [film.title, film.privacy, `${Math.round(film.seconds)} s`, `${film.bytes} bytes`].filter(Boolean) : [];
  const figures = Object.entries(post.metrics).map(([name, value]) => `<li>${escapeHtml(name.replaceAll('_', ' '))}: <b>${value}</b></li>`);
  const comments = post.comments.map(({ text }) => `<li class="text">${escapeHtml(text)}</li>`);
  const name = account ? `<b>${escapeHtml(account.name)}</b> @${escapeHtml(account.username)}` : '';
  return page(
    `${account?.name ?? title} on simulated ${title}`,
    `${note(title)}<p>${name} · <time datetime="${post.at}">${post.at.slice(0, 16).replace('T', ' ')} UTC</time>${post.madeWithAi ? ' · Made with AI' : ''}</p>
${film ? `<p><b>${escapeHtml(told.join(' · '))}</b></p>` : ''}<p class="text" dir="auto">${escapeHtml(post.text)}</p>${pictures.join('')}
<ul class="figures">${figures.join('')}</ul>${comments.length > 0 ? `<h2>Comments</h2><ul>${comments.join('')}</ul>` : ''}`,
  );
}

/** The page of a post, or one of its pictures below it (`…/media/0`); 404 when there is no such thing. */
export function sendPost(response: ServerResponse, store: PlatformStore, post: SimulatedPost | null, url: URL): void {
  const place = /\/media\/(\d+)$/.exec(url.pathname)?.[1];
  const media = place === undefined ? undefined : post?.media[Number(place)];
  if (!post || (place !== undefined && !media)) sendHtml(response, 404, wrongPage('platforms', 'This page does not exist.'));
  else if (media) {
    response.writeHead(200, { 'content-type': media.mediaType, 'x-content-type-options': 'nosniff' });
    response.end(Buffer.from(media.base64 ?? '', 'base64'));
  } else {
    const last = url.pathname.split('/').at(-1) ?? '';
    sendHtml(
      response,
      200,
      postPage(post, store.account(post.platform, post.accountId), (n) => `./${last}/media/${n}`),
    );
  }
}
