/** The wire of voices (video-api.md, "Voix"). */
import { Type } from 'typebox';

const text = Type.String();
const textOrNull = Type.Union([text, Type.Null()]);

export const FILTERS = Type.Object(
  {
    provider: Type.Optional(Type.String({ description: 'elevenlabs (the documented names and the voices of the account) or embedded' })),
    language: Type.Optional(Type.String({ description: 'fr, en, ar…' })),
  },
  { additionalProperties: true },
);

export const VOICES = Type.Object({
  voices: Type.Array(
    Type.Object({
      ...{ id: text, name: text, provider: text, language: text, gender: textOrNull, style: text },
      preview_url: Type.Union([text, Type.Null()], { description: 'Where it can be heard' }),
      speaker: Type.Union([text, Type.Null()], { description: 'Who really speaks; null when nobody here can' }),
      speaker_provider: Type.Union([text, Type.Null()], { description: '`embedded` when a voice of this machine stands in' }),
      quality: Type.Union([text, Type.Null()], { description: 'natural, clear or robotic' }),
    }),
  ),
  missing: Type.Union([Type.Object({ code: text, message: text }), Type.Null()], {
    description: 'Why voices of a provider are not in the list',
  }),
});

export const PREVIEW_BODY = Type.Object(
  {
    text: Type.Optional(Type.Unknown({ description: 'What to say, up to 300 characters' })),
    provider: Type.Optional(Type.Unknown({ description: 'elevenlabs or embedded' })),
    language: Type.Optional(Type.Unknown({ description: 'fr, en, ar…; that of the voice when not given' })),
  },
  { additionalProperties: true },
);
