import { describe, expect, it } from 'vitest';
import { type StartOptions, startAtelier } from './support.ts';

const open = async (options: StartOptions = {}) => {
  const atelier = await startAtelier(options);
  return (url: string, remoteAddress = '127.0.0.1', headers: Record<string, string> = {}) =>
    atelier.doors.images.inject({ url, remoteAddress, headers });
};

describe('what an operator asks of a door', () => {
  it('says that it lives and that its database answers', async () => {
    const ask = await open();
    expect((await ask('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await ask('/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('shows its figures to this machine, and to nobody a proxy speaks for', async () => {
    const ask = await open();
    expect((await ask('/metrics')).body).toContain('process_start_time_seconds');
    expect((await ask('/metrics', '203.0.113.9')).statusCode).toBe(404);
    expect((await ask('/metrics', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).statusCode).toBe(404);
  });

  it('shows its figures to whoever has the token, when there is one', async () => {
    const ask = await open({ environment: { METRICS_TOKEN: 'a token of the operator' } });
    expect((await ask('/metrics')).statusCode).toBe(404);
    expect((await ask('/metrics', '203.0.113.9', { authorization: 'Bearer a token of the operator' })).statusCode).toBe(200);
  });
});
