/** The wire of tokens and API keys (video-api.md, "Authentification"; C-172, C-173 of DECISIONS §7). */
import { Type } from 'typebox';

const text = Type.String();
const loose = { additionalProperties: true } as const;

export const LOGIN_BODY = Type.Object(
  {
    email: Type.Optional(Type.String({ maxLength: 254, description: 'E-mail address, username or code' })),
    password: Type.Optional(Type.String({ maxLength: 1024 })),
    totp: Type.Optional(Type.String({ maxLength: 32, description: 'Code of the authenticator application, for accounts that use one' })),
  },
  loose,
);
export const REFRESH_BODY = Type.Object({ refresh_token: Type.Optional(Type.String({ maxLength: 4096 })) }, loose);
export const TOKENS = Type.Object({
  access_token: text,
  refresh_token: text,
  token_type: Type.Literal('bearer'),
  expires_in: Type.Integer({ description: 'Seconds that the access token is good for' }),
});

export const KEY_BODY = Type.Object(
  {
    name: Type.Optional(Type.String({ maxLength: 200, description: 'What it is for' })),
    expires_at: Type.Optional(Type.Unknown({ description: 'When it ends; never when not given' })),
  },
  loose,
);
const orNull = Type.Union([text, Type.Null()]);
const KEY_FIELDS = { id: Type.Integer(), name: text, prefix: text, created_at: text, last_used_at: orNull, expires_at: orNull };
export const KEY = Type.Object(KEY_FIELDS);
export const NEW_KEY = Type.Object({ ...KEY_FIELDS, key: Type.String({ description: 'The whole key, told this one time' }) });
export const KEYS = Type.Object({ items: Type.Array(KEY) });
