/** The wire of signing in: the requests of both dialects, and answers that hold what either document names. */
import { Type } from 'typebox';

const text = Type.String();
const success = Type.Boolean();

export const LOGIN_BODY = Type.Object(
  {
    identifier: Type.Optional(Type.String({ maxLength: 254, description: 'E-mail address, unique code or username (v3)' })),
    email: Type.Optional(Type.String({ maxLength: 254, description: 'The same, as v2 and the video API name it' })),
    username: Type.Optional(Type.String({ maxLength: 254, description: 'The same, as the images API names it' })),
    password: Type.Optional(Type.String({ maxLength: 1024 })),
    totp: Type.Optional(Type.String({ maxLength: 32, description: 'Code of the authenticator application, for accounts that use one' })),
  },
  { additionalProperties: true },
);

/** What people are is written by the members room; here it passes whole. */
const PERSON = Type.Object(
  { id: Type.Integer(), email: text, first_name: text, last_name: text, is_admin: Type.Boolean(), role: text },
  { additionalProperties: true },
);
const TOKENS = {
  access_token: text,
  refresh_token: text,
  token_type: Type.Literal('bearer'),
  expires_in: Type.Integer({ description: 'Seconds the access token is good for' }),
};

export const LOGGED_IN = Type.Object({
  success,
  message: Type.Optional(text),
  user: PERSON,
  must_change_password: Type.Optional(Type.Boolean({ description: 'Only when true: the password is temporary' })),
  ...TOKENS,
});
export const LOGGED_OUT = Type.Object({ success, message: text });
export const ME = Type.Object({
  success,
  authenticated: Type.Optional(Type.Boolean({ description: 'v2 only' })),
  user: Type.Optional(Type.Object({}, { additionalProperties: true })),
});

export const REFRESH_BODY = Type.Object({ refresh_token: Type.String({ minLength: 1, maxLength: 4096 }) });
export const REFRESHED = Type.Object({ success, ...TOKENS });
