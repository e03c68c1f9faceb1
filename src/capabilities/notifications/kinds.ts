/** What people can be told of: declared by the room that tells it, spoken in the language of whoever reads it. */
import type { Access } from '#kernel/http/access.ts';
import { LANGUAGES, type Language, type Message, type Params, say } from '#kernel/message.ts';
import type { Tone } from '#kernel/page/components.tsx';
import type { IconName } from '#kernel/page/icons.tsx';

export interface NoticeKind {
  /** `film.finished`: stored with the notice, so it never changes. */
  readonly name: string;
  /** What it is about, in the preferences. */
  readonly label: Message;
  /** One sentence. Its values are those of the notice, and `{count}`: for how many news the line stands. */
  readonly text: Message;
  readonly icon: IconName;
  readonly tone: Tone;
  /** Who may be told; who loses the role loses the notices as well. */
  readonly access: Access;
}

/** A text as it is (a name), a number, or a text in the three languages. */
export type NoticeValues = Readonly<Record<string, string | number | Message>>;

/** A kind whose words changed since may miss a value; an old notice says less then, and breaks nothing. */
export function sentenceOf({ text, label }: NoticeKind, values: NoticeValues, count: number, language: Language): string {
  const params = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, spoken(value, language)]));
  try {
    return say(text, language, { ...params, count });
  } catch {
    return say(label, language);
  }
}

/** Names keep their own direction inside a sentence of the other one. */
const spoken = (value: NoticeValues[string], language: Language): string | number =>
  typeof value === 'number' ? value : `\u2068${typeof value === 'string' ? value : value[language]}\u2069`;

/** A message with its values already in it, to be a value of a notice itself. */
export const inEveryLanguage = (message: Message, params: Params): Message => {
  const [fr, en, ar] = LANGUAGES.map((language) => say(message, language, params));
  return { fr: fr ?? '', en: en ?? '', ar: ar ?? '' };
};
