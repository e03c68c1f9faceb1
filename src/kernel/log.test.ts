import { describe, expect, it } from 'vitest';
import { createLog, type Output } from './log.ts';
import { hideSecrets, isSecretName, maskAddress } from './secrets.ts';

function listen(isTTY = false): Output & { lines: string[] } {
  const lines: string[] = [];
  return { lines, isTTY, write: (line) => lines.push(line) };
}

describe('log', () => {
  it('writes one JSON object a line, without secrets anywhere (T-277)', () => {
    const output = listen();
    const log = createLog({ logLevel: 'info' }, output);
    const headers = { authorization: 'Bearer abc', cookie: 'atelier_session=1', accept: '*/*' };
    log.child({ apiKey: 'k-123' }).info({ req: { headers }, body: { newPassword: 'hunter2', list: [{ access_token: 't-1' }] } }, 'asked');
    log.error({ err: new Error('connect postgresql://atelier:hunter2@db:5432/x failed') }, 'sent Bearer eyJhbGciOi.abc.def');
    const text = output.lines.join('');
    expect(text).not.toMatch(/hunter2|Bearer abc|atelier_session=|t-1|k-123|eyJhbGciOi/);
    const [first = '', second = ''] = output.lines;
    expect(JSON.parse(first)).toMatchObject({ level: 'info', msg: 'asked', req: { headers: { accept: '*/*' } } });
    expect(JSON.parse(second)).toMatchObject({
      level: 'error',
      err: { type: 'Error', message: expect.stringContaining('atelier:•••@db') },
    });
  });

  it('keeps from an error what helps and not the row it carries', () => {
    const output = listen();
    const error = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'accounts_email', detail: 'Key (email)=(a@b.c)' });
    createLog({ logLevel: 'info' }, output).warn({ err: error }, 'not saved');
    expect(output.lines.join('')).toContain('accounts_email');
    expect(output.lines.join('')).not.toContain('a@b.c');
  });

  it('writes a readable line in demo mode and on a terminal', () => {
    const plain = listen();
    createLog({ logLevel: 'info', demo: true }, plain).info({ door: 'site', port: 5004 }, 'the studio is open');
    expect(plain.lines).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{3} info {2}the studio is open {2}door=site port=5004\n$/)]);
    const terminal = listen(true);
    createLog({ logLevel: 'info' }, terminal).error({ err: new Error('broken') }, 'stopped');
    expect(terminal.lines.join('')).toMatch(/error.*stopped\n {2}Error: broken\n {2} {4}at /);
  });

  it('defect: a value with a line break wrote a line of its own', () => {
    const output = listen();
    const log = createLog({ logLevel: 'info', demo: true }, output);
    const forged = 'curl\n12:00:00.000 info  admin signed in\r\u001b[2J\u2028\u202e';
    log.warn({ agent: forged, list: [forged], err: new Error(forged) }, forged);
    const [line = ''] = output.lines;
    expect(line.split('\n').filter((text) => /^\d\d:\d\d/.test(text))).toHaveLength(1);
    expect(line.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\u202e]/u);
    expect(line).toContain('agent=curl\\u000a12:00:00.000 info  admin signed in');
  });

  it('says nothing below its level', () => {
    const output = listen();
    createLog({ logLevel: 'silent' }, output).fatal('nobody hears');
    expect(output.lines).toEqual([]);
  });
});

describe('secrets', () => {
  it.each([
    'Authorization',
    'Set-Cookie',
    'cookie',
    'password',
    'new_password',
    'X-API-Key',
    'clientSecret',
    'refreshToken',
    'SECRET_KEY',
    'totp',
  ])('%s is a secret', (name) => expect(isSecretName(name)).toBe(true));
  it.each(['email', 'code', 'token_type', 'tokensUsed', 'passport_country', 'keyboard', 'secretary', 'cookiePolicy', 'totpEnabled'])(
    '%s is none',
    (name) => expect(isSecretName(name)).toBe(false),
  );

  it('survives circles and leaves other objects to their own writing', () => {
    const circle: Record<string, unknown> = { at: new Date(0) };
    circle['self'] = circle;
    expect(hideSecrets(circle)).toMatchObject({ at: new Date(0) });
  });

  it.each([
    ['/talents?code=MAM0002RAB&page=2', '/talents?code=MAM0002RAB&page=2'],
    ['/auth/reset?token=abc&next=/', '/auth/reset?token=•••&next=/'],
    ['/connect?code=abc&state=def', '/connect?code=•••&state=•••'],
    ['/setup/3q2-7wAbCdEfGhIjKlMnOpQrStUvWxYz0123456789A', '/setup/•••'],
    ['/projects/550e8400-e29b-41d4-a716-446655440000', '/projects/550e8400-e29b-41d4-a716-446655440000'],
    ['/uploads/photos/0123456789abcdef0123456789abcdef.jpg', '/uploads/photos/0123456789abcdef0123456789abcdef.jpg'],
    ['https://me:pw@studio.example/a?API%5Fkey=1#top', 'https://studio.example/a?API%5Fkey=•••'],
    ['/a?%E0%A4%A=1&flag', '/a?%E0%A4%A=1&flag'],
    ['', ''],
  ])('keeps of %s only %s', (address, kept) => expect(maskAddress(address)).toBe(kept));
});
