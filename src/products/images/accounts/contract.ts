/** The wire of accounts (images-api.md, "Authentication Endpoints"). Bodies stay loose: every fault is named by the rules, at once. */
import { Type } from 'typebox';

const text = Type.String();
const loose = { additionalProperties: true } as const;
const given = (description: string, maxLength = 1024) => Type.Optional(Type.String({ description, maxLength }));

export const REGISTER_BODY = Type.Object(
  {
    username: given('2 to 150 letters, digits and . _ + -'),
    email: given('Address'),
    password: given('At least 8 characters'),
    password2: given('The same once more'),
    first_name: given('First name'),
    last_name: given('Last name'),
  },
  loose,
);
export const LOGIN_BODY = Type.Object(
  {
    username: given('Username; an e-mail address or a talent code will do'),
    password: given('Password'),
    totp: given('Code of the authenticator'),
  },
  loose,
);
export const REFRESH_BODY = Type.Object({ refresh: given('Refresh token', 4096) }, loose);
export const CHANGE_PASSWORD_BODY = Type.Object(
  { old_password: given('Present password'), new_password: given('Next password'), new_password2: given('The same once more') },
  loose,
);

const PERSON = { id: Type.Integer(), username: text, email: text, first_name: text, last_name: text };
const person = Type.Object(PERSON);
export const REGISTERED = Type.Object({ user: person, tokens: Type.Object({ access: text, refresh: text }), message: text });
export const LOGGED_IN = Type.Object({ access: text, refresh: text, user: person });
export const REFRESHED = Type.Object({ access: text });
export const ME = Type.Object({ ...PERSON, date_joined: text });
export const MESSAGE = Type.Object({ message: text });

export const PROFILE = Type.Object({
  id: Type.Integer(),
  user: Type.Object({ id: Type.Integer(), username: text, email: text }),
  bio: text,
  avatar: Type.Union([text, Type.Null()]),
  phone: text,
  instagram_username: text,
  facebook_page_id: text,
  twitter_username: text,
  timezone: text,
  created_at: text,
});
/** `avatar` is a file of a multipart body; null or empty takes it away. */
export const PROFILE_BODY = Type.Object(
  {
    bio: Type.Optional(text),
    phone: Type.Optional(text),
    instagram_username: Type.Optional(text),
    facebook_page_id: Type.Optional(text),
    twitter_username: Type.Optional(text),
    timezone: Type.Optional(text),
    avatar: Type.Optional(Type.Union([text, Type.Null()])),
  },
  loose,
);
