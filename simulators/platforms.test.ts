import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPlatformStore, type SimulatedPost } from './platform-store.ts';
import { type SimulatedPlatforms, startSimulatedPlatforms } from './platforms.ts';
import { tinyFilm } from './tiny-film.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'atelier-platforms-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return join(path, 'simulated-platforms.json');
}
const content = Buffer.from('a picture');
const post = (id: string, text = id): SimulatedPost => ({
  ...{
    id,
    platform: 'twitter',
    accountId: '7',
    text,
    madeWithAi: true,
    at: new Date().toISOString(),
    url: `http://x/${id}`,
    comments: [],
    metrics: {},
  },
  media: [
    {
      url: null,
      mediaType: 'image/jpeg',
      sha256: createHash('sha256').update(content).digest('hex'),
      base64: content.toString('base64'),
      altText: '',
    },
  ],
});

describe('the store', () => {
  test('finds everything again, pictures in files of their own', () => {
    const file = folder();
    const store = openPlatformStore(file);
    store.addAccount({ platform: 'twitter', id: '7', name: 'Sept', username: 'sept' });
    store.addPost(post('1'));
    store.addPost(post('2'));
    store.setNote('gone', { a: 1 });
    store.setNote('gone', null);
    const world = { serial: 1, tokens: { a: { dead: null as number | null } } as Record<string, { dead: number | null }>, photos: {} };
    store.setNote('world', world);
    world.serial = 2;
    world.tokens['b'] = { dead: null };
    if (world.tokens['a']) world.tokens['a'].dead = 460;
    Object.assign(world.photos, { p: { sha256: post('1').media[0]?.sha256, base64: content.toString('base64') } });
    store.keep();
    delete world.tokens['b'];
    store.posts[0]?.comments.push({ id: '3', text: 'Bravo', at: '' });
    store.keep();
    store.close();
    expect(readFileSync(file, 'utf8')).not.toContain(content.toString('base64'));

    const again = openPlatformStore(file);
    expect(again.account('twitter', '7')?.username).toBe('sept');
    expect(again.postsOf('twitter', '7').map(({ id }) => id)).toEqual(['1', '2']);
    expect(again.post('twitter', '1')?.comments).toEqual([{ id: '3', text: 'Bravo', at: '' }]);
    expect(again.post('twitter', '2')?.media[0]?.base64).toBe(content.toString('base64'));
    expect(again.noteKeys('gone')).toEqual([]);
    expect(again.note('world', {})).toMatchObject({
      serial: 2,
      tokens: { a: { dead: 460 } },
      photos: { p: { base64: content.toString('base64') } },
    });
    expect(again.note<typeof world>('world', world).tokens).not.toHaveProperty('b');
    again.close();
  });

  test('a line that a crash cut off is forgotten, and what follows is kept', () => {
    const file = folder();
    const store = openPlatformStore(file);
    store.addPost(post('1'));
    store.close();
    appendFileSync(file, '{"post":{"id":"2","pla');
    const again = openPlatformStore(file);
    again.addPost(post('3'));
    again.close();
    expect(openPlatformStore(file, { readOnly: true }).posts.map(({ id }) => id)).toEqual(['1', '3']);
  });

  test('a post costs a line, not the whole file, however many there are; what is outdated is swept at the next start', () => {
    const file = folder();
    const store = openPlatformStore(file);
    for (let n = 0; n < 500; n++) store.addPost(post(String(n)));
    const before = statSync(file).size;
    store.addPost(post('last'));
    expect(statSync(file).size - before).toBeLessThan(1000);
    for (let n = 0; n < 4000; n++) store.setNote('same', { n });
    store.close();
    openPlatformStore(file).close();
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(600);
  });
});

/** Says something at the simulated X as a program does that was let in. */
async function say(
  world: Pick<SimulatedPlatforms, 'x'>,
  text: string,
  token?: string,
): Promise<{ readonly token: string; readonly account: string }> {
  const { x } = world;
  const call = async (path: string, init: RequestInit): Promise<Record<string, never>> => (await fetch(`${x.apiUrl}${path}`, init)).json();
  let access = token;
  if (access === undefined) {
    const verifier = 'v'.repeat(43);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const redirect_uri = 'http://localhost/back';
    const ask = { response_type: 'code', client_id: x.clientId, redirect_uri, scope: 'tweet.read tweet.write users.read', state: 's' };
    const query = new URLSearchParams({ ...ask, code_challenge: challenge, code_challenge_method: 'S256', auto: '1', as: 'sept' });
    const back = await fetch(`${x.authorizeUrl}?${query}`, { redirect: 'manual' });
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const authorization = `Basic ${Buffer.from(`${x.clientId}:${x.clientSecret}`).toString('base64')}`;
    const body = new URLSearchParams({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri });
    access = String((await call('/2/oauth2/token', { method: 'POST', headers: { authorization }, body }))['access_token']);
  }
  const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
  await call('/2/tweets', { method: 'POST', headers, body: JSON.stringify({ text }) });
  const me = await call('/2/users/me', { headers });
  return { token: access, account: String((me as { data?: { id?: string } }).data?.id) };
}

describe('the played platforms', () => {
  test('a restart finds posts, tokens, the port and the pages again', async () => {
    const stateFile = folder();
    const first = await startSimulatedPlatforms({ stateFile });
    const { token, account } = await say(first, 'avant');
    const [before] = first.feed([account]);
    await first.close();
    const second = await startSimulatedPlatforms({ stateFile });
    expect(second.x).toEqual(first.x);
    expect(second.meta).toEqual(first.meta);
    expect([second.google, second.linkedin, second.tiktok]).toEqual([first.google, first.linkedin, first.tiktok]);
    await say(second, 'après', token);
    expect(second.feed([account]).map(({ text }) => text)).toEqual(['après', 'avant']);
    expect(second.feed(['somebody else'])).toEqual([]);
    const page = await (await fetch(before?.url ?? '')).text();
    expect(page).toContain('Simulated X');
    expect(page).toContain('avant');
    await second.close();
  });

  test('a second process of the same installation uses the first one; another installation has its own', async () => {
    const stateFile = folder();
    const [first, second] = await Promise.all([startSimulatedPlatforms({ stateFile }), startSimulatedPlatforms({ stateFile })]);
    const other = await startSimulatedPlatforms({ stateFile: folder() });
    expect(second.x).toEqual(first.x);
    expect(other.x.apiUrl).not.toBe(first.x.apiUrl);
    const { account } = await say(second, 'ensemble');
    expect(first.feed([account]).map(({ text }) => text)).toEqual(['ensemble']);
    expect(second.feed([account]).map(({ text }) => text)).toEqual(['ensemble']);
    await Promise.all([first.close(), second.close(), other.close()]);
  });

  test('films are on a page of their own that plays them, with title, privacy and length, also after a restart', async () => {
    const stateFile = folder();
    const first = await startSimulatedPlatforms({ stateFile });
    const { google } = first;
    const redirect_uri = 'http://localhost/back';
    const scope = 'https://www.googleapis.com/auth/youtube.upload';
    const ask = { response_type: 'code', client_id: google.clientId, redirect_uri, scope, state: 's', auto: '1', as: 'ma_chaine' };
    const verifier = 'v'.repeat(43);
    const code_challenge = createHash('sha256').update(verifier).digest('base64url');
    const pkce = { code_challenge, code_challenge_method: 'S256', access_type: 'offline', prompt: 'consent' };
    const back = await fetch(`${google.authorizeUrl}?${new URLSearchParams({ ...ask, ...pkce })}`, { redirect: 'manual' });
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const app = { client_id: google.clientId, client_secret: google.clientSecret };
    const body = new URLSearchParams({ ...app, grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri });
    const { access_token: token } = (await (await fetch(google.tokenUrl, { method: 'POST', body })).json()) as { access_token: string };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const film = tinyFilm({ bytes: 2000, seconds: 4 });
    const size = { 'x-upload-content-length': '2000', 'x-upload-content-type': 'video/mp4' };
    const words = {
      snippet: { title: 'Un <b>film', description: 'Dans cette vidéo', categoryId: '22' },
      status: { privacyStatus: 'unlisted' },
    };
    const begin = (title: string): Promise<Response> =>
      fetch(`${google.apiUrl}/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status`, {
        ...{ method: 'POST', headers: { ...headers, ...size }, body: JSON.stringify({ ...words, snippet: { ...words.snippet, title } }) },
      });
    expect((await begin(words.snippet.title)).status).toBe(400);
    const session = (await begin('Un film & moi')).headers.get('location') ?? '';
    const range = { authorization: headers.authorization, 'content-range': 'bytes 0-1999/2000' };
    const { id } = (await (await fetch(session, { method: 'PUT', headers: range, body: new Uint8Array(film) })).json()) as { id: string };
    await first.close();
    const second = await startSimulatedPlatforms({ stateFile });
    onTestFinished(() => second.close());
    const address = `${second.google.siteUrl}/watch?v=${id}`;
    const page = await (await fetch(address)).text();
    expect(page).toContain('Simulated YouTube');
    expect(page).toContain('Un film &amp; moi · unlisted · 4 s · 2000 bytes');
    const src = /<video controls src="([^"]+)"/.exec(page)?.[1] ?? '';
    const shown = await fetch(new URL(src, address));
    expect([shown.headers.get('content-type'), Buffer.from(await shown.arrayBuffer()).equals(film)]).toEqual(['video/mp4', true]);
    const [listed] = second.feed([`UC${createHash('sha256').update('youtube:ma_chaine').digest('base64url').slice(0, 22)}`]);
    expect(listed).toMatchObject({
      id,
      platform: 'youtube',
      url: address,
      film: { title: 'Un film & moi', privacy: 'unlisted', seconds: 4 },
    });
  });

  test('bad days come by HTTP, not from pages of other sites', async () => {
    const world = await startSimulatedPlatforms({ stateFile: null });
    onTestFinished(() => world.close());
    const { token, account } = await say(world, 'un');
    const order = { method: 'POST', body: JSON.stringify({ mishaps: [{ phase: 'tweet', is: 'status', done: 'before' }] }) };
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${world.x.apiUrl}/_control`, { ...order, headers: { ...headers, origin: 'http://evil.example' } })).status).toBe(
      400,
    );
    expect((await fetch(`${world.x.apiUrl}/_control`, { ...order, headers })).status).toBe(200);
    const answer = await fetch(`${world.x.apiUrl}/2/tweets`, {
      ...{ method: 'POST', headers: { ...headers, authorization: `Bearer ${token}` }, body: JSON.stringify({ text: 'deux' }) },
    });
    expect(answer.status).toBe(500);
    expect(world.feed([account]).map(({ text }) => text)).toEqual(['deux', 'un']);
  });

  test('people see what they are asked, that it is played, and may say no', async () => {
    const { x, close } = await startSimulatedPlatforms({ stateFile: null });
    onTestFinished(close);
    const ask = {
      response_type: 'code',
      client_id: x.clientId,
      redirect_uri: 'http://localhost/back',
      scope: 'tweet.read',
      state: '"><script>',
    };
    const query = new URLSearchParams({ ...ask, code_challenge: 'c'.repeat(43), code_challenge_method: 'S256' });
    const page = await (await fetch(`${x.authorizeUrl}?${query}`)).text();
    expect(page).toContain('Simulated X');
    expect(page).toContain('tweet.read');
    expect(page).not.toContain('<script>');
    const no = await fetch(`${x.authorizeUrl}?${query}&decision=cancel`, { redirect: 'manual' });
    expect(new URL(no.headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied');
    for (const wrong of ['state', 'code_challenge', 'client_id', 'scope', 'redirect_uri']) {
      const faulty = new URLSearchParams(query);
      faulty.delete(wrong);
      expect((await fetch(`${x.authorizeUrl}?${faulty}`, { redirect: 'manual' })).status).toBe(400);
    }
  });
});
