/**
 * A reading of the studio in which everything that was said in a language wears marks: ⟦said⟧. What a reader sees without them was
 * said by nobody: a name, a number, or a text that somebody forgot. Values that a sentence takes wear ⟪their own⟫.
 */
import { type Language, type Params, speakThrough } from '#kernel/message.ts';

const MARKS = { said: ['⟦', '⟧'], value: ['⟪', '⟫'] } as const;
const around = (text: string, [open, close]: readonly [string, string]): string => `${open}${text}${close}`;
const isWord = (text: string): boolean => /\p{L}/u.test(text);

/** A choice (`{kind, select, …}`) compares its value: it stays as it is. */
function markValues(text: string, params: Params | undefined): Params | undefined {
  if (!params) return params;
  const mark = (name: string, value: Params[string]): Params[string] =>
    typeof value === 'string' && isWord(value) && !value.includes('⟦') && !new RegExp(`\\{\\s*${name}\\s*,`).test(text)
      ? around(value, MARKS.value)
      : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, mark(name, value)]));
}

// Technical formats ask for other locales, or give no letters.
const SPOKEN = /^(fr-FR|en-GB|ar-MA)/;
type Formatter = { resolvedOptions(): { readonly locale: string } };
const wear = (formatter: Formatter, text: string | undefined): string | undefined =>
  text !== undefined && isWord(text) && SPOKEN.test(formatter.resolvedOptions().locale) ? around(text, MARKS.said) : text;

/** Dates, numbers and names that the platform says in the language of the reader. */
function markIntl(): () => void {
  const undo: (() => void)[] = [];
  const replace = (prototype: object, name: string, make: (original: PropertyDescriptor) => PropertyDescriptor): void => {
    const original = Object.getOwnPropertyDescriptor(prototype, name);
    if (!original) throw new Error(`Intl has no ${name}`);
    Object.defineProperty(prototype, name, { ...make(original), configurable: true });
    undo.push(() => Object.defineProperty(prototype, name, original));
  };
  type Format = (this: Formatter, ...args: unknown[]) => string | undefined;
  const method = (prototype: object, name: string): void =>
    replace(prototype, name, ({ value }) => ({
      writable: true,
      value: function (this: Formatter, ...args: unknown[]) {
        return wear(this, (value as Format).apply(this, args));
      },
    }));
  const getter = (prototype: object): void =>
    replace(prototype, 'format', ({ get }) => ({
      get: function (this: Formatter) {
        const format = get?.call(this) as (value: unknown) => string;
        return (value: unknown) => wear(this, format(value));
      },
    }));
  getter(Intl.DateTimeFormat.prototype);
  getter(Intl.NumberFormat.prototype);
  method(Intl.DateTimeFormat.prototype, 'formatRange');
  method(Intl.RelativeTimeFormat.prototype, 'format');
  method(Intl.DisplayNames.prototype, 'of');
  method(Intl.ListFormat.prototype, 'format');
  return () => {
    for (const end of undo) end();
  };
}

/** Until the answer is called. */
export function wearMarks(): () => void {
  const quiet = speakThrough((plainly) => ({
    say: (message, language: Language, params) => around(plainly.say(message, language, markValues(message[language], params)), MARKS.said),
    sayUnfilled: (message, language) => around(plainly.sayUnfilled(message, language), MARKS.said),
  }));
  const plain = markIntl();
  return () => {
    quiet();
    plain();
  };
}
