/** A door with nothing behind it yet, and people to stand before it. */
import type { FastifyRequest } from 'fastify';
import pino from 'pino';
import type { Viewer } from '#kernel/http/access.ts';
import { createDoor, type Door, statusOf } from '#kernel/http/door.ts';
import { createVault } from '#kernel/vault.ts';

/** A door that knows everybody as `authenticate` says, and renders a failure as `{ error: code }`. */
export const openTestDoor = (authenticate: (request: FastifyRequest) => Promise<Viewer | null> = async () => null): Door =>
  createDoor({
    name: 'site',
    log: pino({ level: 'silent' }),
    trustedProxies: 0,
    signer: createVault([Buffer.alloc(32).toString('base64url')], 'a secret of the tests, 32 long at least'),
    secureCookies: false,
    authenticate,
    renderFailure: (error, _request, reply) => reply.code(statusOf(error)).send({ error: error.code }),
  });

export const testViewer = (accountId: number, more: Partial<Viewer> = {}): Viewer => ({
  accountId,
  role: 'user',
  email: `${accountId}@example.test`,
  name: `Person ${accountId}`,
  code: null,
  language: null,
  credential: 'token',
  sessionId: null,
  mustChangePassword: false,
  memory: {},
  ...more,
});
