/**
 * Words for people, in the three languages of the studio.
 *
 * A `Message` carries its own translations, so a missing one is a type error and an unused one is
 * dead code that the tools find. Each slice declares its messages with `messages({...})` in its own
 * `messages.ts`; texts follow ICU MessageFormat (`{count, plural, one {…} other {…}}`).
 */
import { IntlMessageFormat } from 'intl-messageformat';

export const LANGUAGES = ['fr', 'en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Message {
  readonly fr: string;
  readonly en: string;
  readonly ar: string;
}
export type Params = Readonly<Record<string, string | number | Date>>;

/** Declares a group of messages; an identity function that keeps the keys typed. */
export const messages = <T extends Record<string, Message>>(group: T): T => group;

// Latin digits in Arabic too: codes, phone numbers and dates stay readable next to French ones.
const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', ar: 'ar-MA-u-nu-latn' };
export const localeOf = (language: Language): string => LOCALE[language];

const formats = new WeakMap<Message, Map<Language, IntlMessageFormat>>();

function formatOf(message: Message, language: Language): IntlMessageFormat {
  const byLanguage = formats.get(message) ?? new Map<Language, IntlMessageFormat>();
  formats.set(message, byLanguage);
  const format = byLanguage.get(language) ?? new IntlMessageFormat(message[language], LOCALE[language], undefined, { ignoreTag: true });
  byLanguage.set(language, format);
  return format;
}

/** Who says messages. */
export interface Speaker {
  say(message: Message, language: Language, params?: Params): string;
  sayUnfilled(message: Message, language: Language): string;
}

/** Plain texts (the great majority) skip the ICU formatter. */
const plainly: Speaker = {
  say(message, language, params) {
    const text = message[language];
    if (!text.includes('{') && !text.includes("'")) return text;
    return String(formatOf(message, language).format(params as Record<string, string | number | Date>));
  },
  sayUnfilled: (message, language) => message[language],
};
let speaker = plainly;

/** Who speaks now: what was said by another is not kept for this one. */
export const currentSpeaker = (): Speaker => speaker;

/** The text of a message for a reader. */
export const say: Speaker['say'] = (message, language, params) => speaker.say(message, language, params);

/** A text that the browser fills (`{name}`, `{percent}`): as it is, with its places. */
export const sayUnfilled: Speaker['sayUnfilled'] = (message, language) => speaker.sayUnfilled(message, language);

/**
 * Lets another speaker say everything until the answer is called: so a test marks what is said, and finds what nobody said
 * (test/journeys/languages.test.ts). That test also holds the program to never calling it.
 */
export function speakThrough(around: (plainly: Speaker) => Speaker): () => void {
  speaker = around(plainly);
  return () => {
    speaker = plainly;
  };
}

/** The best language for an `Accept-Language` header; French when nothing matches. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const quality = Number(
        options
          .find((o) => o.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.split('-')[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter((w) => w.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((w) => w.language).find(isLanguage) ?? 'fr';
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);
