/** What administrators change about letters while the studio runs. Both documented spellings are read; each goes before the configuration. */
import { Type } from 'typebox';
import { defineSetting } from '../settings.ts';

export const mailSettings = {
  /** Address that letters come from; empty: that of the configuration. */
  sender: defineSetting({ key: 'sender_email', aliases: ['SENDGRID_FROM_EMAIL'], schema: Type.String({ maxLength: 254 }), fallback: '' }),
  /** Name beside it; empty: the name of the site. */
  senderName: defineSetting({ key: 'sender_name', schema: Type.String({ maxLength: 100 }), fallback: '' }),
  sendgridApiKey: defineSetting({
    key: 'sendgrid_api_key',
    aliases: ['SENDGRID_API_KEY'],
    schema: Type.String({ maxLength: 500 }),
    fallback: '',
    secret: true,
  }),
  /** Lines under every letter; empty: the documented words, in the language of the letter. */
  footer: defineSetting({ key: 'email_footer', schema: Type.String({ maxLength: 2000 }), fallback: '' }),
} as const;
