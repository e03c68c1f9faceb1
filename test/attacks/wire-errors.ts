/** The form of errors that each document prints. */
import type { LightMyRequestResponse } from 'fastify';
import type { DoorName } from './house.ts';

type Form = 'talent' | 'images' | 'video';
const VIDEO = /^\/api\/v1\/(projects|assets|videos|publish|voices|webhooks|api-keys)\b/;
const IMAGES = /^\/api\/(auth|images|scheduler|webhooks)\b/;

/** On the site the products keep their own form. */
export function formAt(door: DoorName, path: string): Form {
  if (door !== 'site') return door;
  if (VIDEO.test(path)) return 'video';
  return IMAGES.test(path) ? 'images' : 'talent';
}

/** What is wrong with the answer of a door to `path`; null when it may be so. */
export function faultOf(form: Form, { statusCode, headers, body }: LightMyRequestResponse): string | null {
  if (statusCode >= 500) return `answered ${statusCode}`;
  if (headers['x-content-type-options'] !== 'nosniff') return 'lets browsers guess what it is';
  if (statusCode < 400) return null;
  if (!/^application\/json/.test(String(headers['content-type']))) return `answered ${statusCode} as ${String(headers['content-type'])}`;
  const parsed: unknown = JSON.parse(body);
  return FORMS[form](parsed) ? null : `answered ${statusCode} in another form: ${body.slice(0, 200)}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasOnly = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name));

const FORMS: Readonly<Record<Form, (body: unknown) => boolean>> = {
  talent: (body) =>
    isObject(body) &&
    body['success'] === false &&
    typeof body['error'] === 'string' &&
    typeof body['code'] === 'string' &&
    hasOnly(body, ['success', 'error', 'code', 'details']),
  images: (body) => isObject(body) && typeof body['error'] === 'string' && isObject(body['details']) && hasOnly(body, ['error', 'details']),
  video: (body) => {
    const error = isObject(body) ? body['error'] : null;
    if (!isObject(error)) return false;
    return typeof error['code'] === 'string' && typeof error['message'] === 'string' && isObject(error['details']);
  },
};
