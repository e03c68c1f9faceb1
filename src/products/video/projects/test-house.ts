/** Somebody of the video API, for tests through its door. */
import type { Atelier } from '#test/support.ts';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
}
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export interface Person {
  readonly accountId: number;
  readonly token: string;
  ask(method: Method, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
}

/** A new account with a token. */
export async function somebody(atelier: Atelier): Promise<Person> {
  const { accountId } = await atelier.as('user');
  const { access_token: token } = await atelier.identity.issueTokens({ id: accountId }, { door: 'video' });
  return {
    accountId,
    token,
    async ask(method, path, body, headers = {}) {
      const reply = await atelier.doors.video.inject({
        ...{ method, url: `/api/v1${path}`, headers: { authorization: `Bearer ${token}`, ...headers } },
        ...(body ? { payload: body } : {}),
      });
      return { status: reply.statusCode, body: reply.body ? reply.json<Record<string, unknown>>() : {}, headers: reply.headers };
    },
  };
}

interface Fault {
  readonly field: string;
  readonly constraint: string;
}
/** Field and constraint of every fault. */
export function faultsOf({ body }: Answer): Record<string, string> {
  const { error } = body as { error?: { details: { fields?: Fault[] } } };
  return Object.fromEntries((error?.details.fields ?? []).map(({ field, constraint }) => [field, constraint]));
}
