import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { Failure, failure } from '#kernel/failure.ts';
import { messages } from '#kernel/message.ts';
import { type Dialect, dialectOf, wireDate, wirePage } from './dialect.ts';
import { wireFailure } from './failures.ts';

interface Asked {
  readonly header?: string;
  readonly query?: Record<string, string>;
  readonly remembered?: number;
  readonly signedIn?: boolean;
  readonly fallback?: Dialect;
}
const ask = ({ header, query = {}, remembered, signedIn = remembered !== undefined, fallback }: Asked): Dialect =>
  dialectOf({
    headers: header ? { 'api-version': header } : {},
    query,
    viewer: signedIn ? { memory: { dialect: remembered } } : null,
    server: { talentDialect: fallback },
  } as unknown as FastifyRequest);

describe('which dialect a request gets (DECISIONS, 2)', () => {
  it.each<[string, Asked, Dialect]>([
    ['nothing said: the newest', {}, 3],
    ['the setting', { fallback: 2 }, 2],
    ['an anonymous per_page', { query: { per_page: '20' } }, 2],
    ['per_page of somebody signed in says nothing', { query: { per_page: '20' }, signedIn: true }, 3],
    ['what the session remembers', { remembered: 2 }, 2],
    ['the session before per_page', { remembered: 3, query: { per_page: '20' } }, 3],
    ['the header before the session', { header: '3', remembered: 2 }, 3],
    ['the parameter, as v2.0', { query: { api_version: 'v2.0' }, remembered: 3 }, 2],
    ['a version that does not exist', { header: '7', remembered: 2 }, 2],
  ])('%s', (_name, asked, dialect) => expect(ask(asked)).toBe(dialect));
});

it('dates and pages as printed (C-056, C-081)', () => {
  const date = new Date('2025-10-15T10:30:00.987Z');
  expect([wireDate(date, 3), wireDate(date, 2)]).toEqual(['2025-10-15T10:30:00', '2025-10-15T10:30:00Z']);
  expect(wirePage({ total: 156, rows: [] }, { page: 2, size: 20, offset: 20 })).toEqual({
    total: 156,
    page: 2,
    limit: 20,
    total_pages: 8,
    per_page: 20,
    pages: 8,
  });
});

describe('failures on the wire (T-174..T-178, C-062..C-066)', () => {
  const m = messages({ email: { fr: "Format d'email invalide", en: 'Invalid email format', ar: 'صيغة البريد غير صالحة' } });
  it.each<[string, Failure, Dialect, object]>([
    ['401 v3', failure.unauthenticated(), 3, { success: false, error: 'Authentication required', code: 'AUTH_REQUIRED' }],
    ['401 v2', failure.unauthenticated(), 2, { success: false, error: 'Authentification requise', code: 'UNAUTHORIZED' }],
    [
      'fields v3',
      failure.field('email', m.email),
      3,
      { success: false, error: 'Validation failed', code: 'VALIDATION_ERROR', details: { email: "Format d'email invalide" } },
    ],
    [
      'fields v2',
      failure.field('email', m.email),
      2,
      { success: false, error: 'Données invalides', code: 'VALIDATION_ERROR', details: { email: "Format d'email invalide" } },
    ],
    [
      'a body that cannot be read, v3',
      new Failure('invalid', { code: 'BAD_REQUEST' }),
      3,
      { success: false, error: 'Validation failed', code: 'VALIDATION_ERROR' },
    ],
    [
      'a body that cannot be read, v2',
      new Failure('invalid', { code: 'BAD_REQUEST' }),
      2,
      { success: false, error: 'Données invalides', code: 'BAD_REQUEST' },
    ],
    ['409', failure.conflict('DUPLICATE_EMAIL'), 3, { success: false, error: 'Conflict with the current state', code: 'DUPLICATE_EMAIL' }],
  ])('%s', (_name, error, dialect, body) => expect(wireFailure(error, { language: 'fr' }, dialect)).toEqual(body));
});
