/**
 * The light stem of an Arabic word, after Larkey's light10: articles and the commonest endings go, roots are not guessed.
 * The words come folded: no vowel signs, one alef, ta marbuta as ha.
 */
const ARTICLES = ['وال', 'بال', 'كال', 'فال', 'ولل', 'ال', 'لل'] as const;
const ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'] as const;

const ARABIC = /\p{Script=Arabic}/u;
/** The first Arabic letter of all: what starts before it is not worth a closer look. */
const FIRST = 0x600;
export const isArabic = (word: string): boolean => word.charCodeAt(0) >= FIRST && ARABIC.test(word);

function withoutArticle(word: string): string {
  const bare = word.startsWith('و') && word.length >= 5 ? word.slice(1) : word;
  const article = ARTICLES.find((each) => word.startsWith(each) && word.length - each.length >= 3);
  if (article) return word.slice(article.length);
  const inner = ARTICLES.find((each) => bare.startsWith(each) && bare.length - each.length >= 3);
  return inner ? bare.slice(inner.length) : bare;
}

export function arabicStem(word: string): string {
  const bare = withoutArticle(word);
  const ending = ENDINGS.find((each) => bare.endsWith(each) && bare.length - each.length >= 3);
  return ending ? bare.slice(0, -ending.length) : bare;
}

const PLURALS = ['تان', 'تين', 'ات', 'ون', 'ين', 'ان'] as const;
/** As listed: without its article. */
export const arabicForm = withoutArticle;
/** Number and gender alone: `ممثلات` is a `ممثل`, `مالي` and `مالية` are other words, and so are `عود` and `عودة`. */
export function arabicForms(word: string): readonly string[] {
  const bare = withoutArticle(word);
  const one = PLURALS.filter((each) => bare.endsWith(each) && bare.length - each.length >= 3).map((each) => bare.slice(0, -each.length));
  const masculine = bare.endsWith('ه') && bare.length > 4 ? [bare.slice(0, -1)] : [];
  return [bare, ...masculine, ...one.flatMap((each) => [each, `${each}ه`])];
}

/** Prepositions written with the word: `لممثل`, `بخبرة`. Taken off only where what remains is a word somebody listed. */
export function withoutPreposition(word: string): string | null {
  return /^[بلوف]/u.test(word) && word.length >= 4 ? word.slice(1) : null;
}
