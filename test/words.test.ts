/**
 * Every text of the product, read from its source: present in French, English and Arabic, with the same places to fill, every plural
 * complete, each language in its own writing; and no text for people outside a message.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, localeOf } from '#kernel/message.ts';
import { isSame, SAME_IN_ARABIC, SAME_IN_ENGLISH } from './same-words.ts';
import { type DeclaredMessage, isNode, literalOf, messagesOf, type Node, placeOf, readSources, type SourceFile, walk } from './sources.ts';

const files = readSources(['src/**/*.ts', 'src/**/*.tsx']);
/** Here three languages stand side by side without being words of ours to a reader: spellings to recognise, orders to a model, codes, demo people. */
const NO_WORDS =
  /^src\/(kernel\/message\.ts|kernel\/page\/metadata\.tsx|capabilities\/generation\/script\/|products\/images\/captions\/suggesting\.ts|products\/talent\/(demo|briefs\/words|matching\/opinion)|products\/video\/(projects\/read-config|timelines\/plan)\.ts)/;
const declared: readonly DeclaredMessage[] = files
  .filter(({ path }) => !NO_WORDS.test(path))
  .flatMap(messagesOf)
  .filter(({ texts }) => !/^ar[-_]\w+/.test(texts.ar)); // `ar-MA` is a locale

type Part = {
  readonly type: number;
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
};
const PLURAL = 6;
const SELECT = 5;
const PLACE_TYPES: ReadonlySet<number> = new Set([1, 2, 3, 4, SELECT, PLURAL]);

const partsOf = (text: string, language: Language): readonly Part[] =>
  new IntlMessageFormat(text, localeOf(language), undefined, { ignoreTag: true }).getAst() as unknown as readonly Part[];
const within = (parts: readonly Part[]): readonly Part[] =>
  parts.flatMap((part) => [part, ...Object.values(part.options ?? {}).flatMap(({ value }) => within(value))]);
/** Places, with what they hold: a plural or a choice must not become plain. */
const placesOf = (parts: readonly Part[]): string =>
  [...new Set(within(parts).flatMap(({ type, value }) => (PLACE_TYPES.has(type) ? [value] : [])))].sort().join(', ');

/** Whole millions in French (`many`) are written with digits, so they read like the others. */
const needed = (language: Language): readonly string[] =>
  new Intl.PluralRules(localeOf(language)).resolvedOptions().pluralCategories.filter((form) => language !== 'fr' || form !== 'many');
const EXACTLY: Readonly<Record<string, string>> = { zero: '=0', one: '=1', two: '=2' };

function missingForms(parts: readonly Part[], language: Language): readonly string[] {
  return within(parts).flatMap(({ type, value, options = {} }) => {
    if (type !== PLURAL) return [];
    const has = (form: string): boolean => form in options || (EXACTLY[form] ?? '') in options;
    return needed(language)
      .filter((form) => !has(form))
      .map((form) => `${value} has no ${form}`);
  });
}

function faultsOf({ at, texts }: DeclaredMessage): readonly string[] {
  const said = LANGUAGES.map((language) => {
    try {
      return { language, parts: partsOf(texts[language], language), fault: null };
    } catch (error) {
      return { language, parts: [], fault: String(error) };
    }
  });
  const places = placesOf(said[0]?.parts ?? []);
  return said.flatMap(({ language, parts, fault }) => {
    const where = `${at} (${language})`;
    const text = texts[language];
    const faults = fault ? [fault] : [...missingForms(parts, language)];
    if (text.trim() === '' && texts.fr.trim() !== '') faults.push('is empty');
    if (!fault && placesOf(parts) !== places && !isSame(texts.fr, 'places'))
      faults.push(`fills ${placesOf(parts)}, French fills ${places}`);
    return faults.map((each) => `${where} ${each}`);
  });
}

const letters = (text: string): string => text.replace(/\{[^{}]*\}/g, '');

describe('every message', () => {
  it('is there to be checked', () => {
    expect(declared.length).toBeGreaterThan(2000);
  });

  it('has the same places in the three languages, and every plural form of each', () => {
    expect(declared.flatMap(faultsOf)).toEqual([]);
  });

  it('is written in Arabic letters in Arabic', () => {
    const wrong = declared.filter(({ texts }) => /\p{L}/u.test(letters(texts.fr)) && !/\p{Script=Arabic}/u.test(texts.ar));
    expect(wrong.filter(({ texts }) => !SAME_IN_ARABIC.has(texts.ar)).map(({ at, texts }) => `${at} ${texts.ar}`)).toEqual([]);
  });

  it('says in English something else than in French, but for words that are both', () => {
    const same = declared.filter(({ texts }) => texts.fr === texts.en && /\p{L}/u.test(letters(texts.fr)));
    expect(same.filter(({ texts }) => !SAME_IN_ENGLISH.has(texts.en)).map(({ at, texts }) => `${at} ${texts.en}`)).toEqual([]);
  });

  it('keeps the marks of its language', () => {
    const wrong = declared.flatMap(({ at, texts: { fr, en, ar } }) => [
      // A space stands before : ; ! ? » and after « (pages make it one that does not break); apostrophes are curved.
      ...(/\p{L}[;!?»]|\p{L}:(?:\s|$)|«\S/u.test(withoutPlaces(fr)) && !isSame(fr, 'printed')
        ? [`${at} (fr) has no space at a mark: ${fr}`]
        : []),
      ...(/\p{L}'\p{L}/u.test(fr) && !isSame(fr, 'printed') ? [`${at} (fr) has a straight apostrophe: ${fr}`] : []),
      ...(/\p{L}'(?:s|t|re|ve|ll|d|m)\b/u.test(en) ? [`${at} (en) has a straight apostrophe: ${en}`] : []),
      ...(/\p{Script=Arabic}\s*[,;?](?:\s|$)/u.test(ar) ? [`${at} (ar) has a Latin mark: ${ar}`] : []),
    ]);
    expect(wrong).toEqual([]);
  });
});

/** `{count, plural, …}` has colons and marks of its own. */
const withoutPlaces = (text: string): string => text.replace(/\{\w+, (?:plural|select)[^{]*/g, '{');

/** Attributes of an element that people read or hear. */
const READ = new Set([
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-label',
  'aria-description',
  'lead',
  'text',
  'hint',
  'header',
  'caption',
  'submit',
]);
/** A sign, a number, a unit of no language. */
const isWord = (text: string): boolean => /\p{L}{2}/u.test(text.replace(/&\w+;/g, ''));

function wordsWithoutMessage(file: SourceFile): readonly string[] {
  const found: string[] = [];
  const say = (node: Node, text: string): void => {
    if (isWord(text) && !isSame(text.trim(), 'source')) found.push(`${placeOf(file, node)} ${text.trim()}`);
  };
  walk(file.program, (node, around) => {
    if (node.type === 'JSXText' && !isMarkedAsData(around)) say(node, String(node['value']));
    if (node.type === 'JSXExpressionContainer' && around[0]?.type !== 'JSXAttribute' && !isMarkedAsData(around))
      say(node, literalOf(node['expression']) ?? '');
    if (node.type === 'JSXAttribute' && isNode(node['name']) && READ.has(String(node['name']['name']))) {
      const value = node['value'];
      const held = isNode(value) && value.type === 'JSXExpressionContainer' ? value['expression'] : value;
      if (!isMarkedAsData(around)) say(node, literalOf(held) ?? '');
    }
    return undefined;
  });
  return found;
}

/** Inside `translate="no"`, `lang="…"`, `<Data>`, `<Ltr>`, `<code>`. */
function isMarkedAsData(around: readonly Node[]): boolean {
  return around.some((node) => {
    const opening = node.type === 'JSXElement' ? (node['openingElement'] as Node) : node.type === 'JSXOpeningElement' ? node : null;
    if (!opening) return false;
    const name = isNode(opening['name']) ? String(opening['name']['name']) : '';
    const attributes = (opening['attributes'] as readonly Node[]).flatMap((one) =>
      isNode(one['name']) ? [String(one['name']['name'])] : [],
    );
    return (
      ['Data', 'Ltr', 'code', 'style', 'script', 'kbd'].includes(name) || attributes.includes('translate') || attributes.includes('lang')
    );
  });
}

describe('the source', () => {
  it('writes no text into a page without a message', () => {
    const pages = files.filter(({ path }) => path.endsWith('.tsx'));
    expect(pages.length).toBeGreaterThan(150);
    expect(pages.flatMap(wordsWithoutMessage)).toEqual([]);
  });

  it('makes no plural by hand', () => {
    // `${n} film(s)`, `n > 1 ? 's' : ''`
    // A film's narrator writes numbers in letters (« quatre-vingts »): that is grammar, not a count.
    const wrong = files
      .filter(({ path }) => !NO_WORDS.test(path))
      .flatMap((file) => {
        const found: string[] = [];
        walk(file.program, (node) => {
          const text = node.type === 'TemplateElement' ? String((node['value'] as { raw: string }).raw) : (literalOf(node) ?? '');
          if (/\p{Ll}\p{L}\(s\)/u.test(text) && !isSame(text.trim(), 'source')) found.push(`${placeOf(file, node)} ${text}`);
          if (node.type === 'ConditionalExpression' && [node['consequent'], node['alternate']].map(literalOf).sort().join('|') === '|s')
            found.push(`${placeOf(file, node)} adds an s`);
          return undefined;
        });
        return found;
      });
    expect(wrong).toEqual([]);
  });
});
