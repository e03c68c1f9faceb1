/**
 * The OpenAPI 3.1 document of a door, made from the same schemas that check requests and shape answers.
 * Written to `docs/api/<door>.json` by `npm run api:write`, compared by `npm run check`, served at `/openapi.json` in English and
 * at `/openapi.json?lang=fr` in French.
 */
import swagger from '@fastify/swagger';
import { access } from './access.ts';
import type { Door } from './door.ts';
import { sayDocument } from './openapi-words.ts';

export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
}

/** Collects every API route registered after it is done; pages and internal routes stay out. */
export async function describeApi(door: Door, api: ApiDescription): Promise<void> {
  await door.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: api.title, version: api.version, description: api.description },
      tags: api.tags.map(({ name, description }) => ({ name, description })),
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'atelier_session', description: 'Set by signing in' },
          bearer: { type: 'http', scheme: 'bearer', description: 'Access token or API key' },
        },
      },
    },
    transform: ({ schema, url, route }) => {
      const { access: needed, kind, internal } = route.config ?? {};
      const described = { ...(schema ?? {}) } as Record<string, unknown>;
      if (kind === 'page' || internal) described['hide'] = true;
      else {
        described['operationId'] ??= operationId(String(route.method), url);
        if (needed && needed !== access.public) described['security'] = [{ session: [] }, { bearer: [] }];
        if (needed) described['x-access'] = needed.name;
      }
      return { schema: described, url };
    },
  });
  door.get<{ Querystring: { lang?: string } }>('/openapi.json', { config: { access: access.public, internal: true } }, async ({ query }) =>
    sayDocument(openApiOf(door), query.lang === 'fr' ? 'fr' : 'en'),
  );
}

/** The finished document; call it after `door.ready()`. */
export const openApiOf = (door: Door): Readonly<Record<string, unknown>> => door.swagger() as unknown as Readonly<Record<string, unknown>>;

/** `GET /api/v1/users/:user_id` → `get_api_v1_users_user_id`: stable, so SDK generators keep their names. */
const operationId = (method: string, url: string): string =>
  `${method.toLowerCase()}${url.replace(/[^a-zA-Z0-9]+/g, '_')}`.replace(/_+$/, '');
