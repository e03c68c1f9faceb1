/** Repeated rows of a form (spoken languages, past productions), named by their number so that they work without a script. */
import { type Answers, textOf } from '../profile-form/profile-form.tsx';

export const MAX_LANGUAGES = 12;
export const MAX_CREDITS = 20;
const LEAST = 3;
const MORE = 3;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
const languageNames = (row: number) => ({ language: `language_${row}`, level: `language_${row}_level` });
const creditNames = (row: number) => ({ title: `credit_${row}_title`, type: `credit_${row}_type`, year: `credit_${row}_year` });
export type LanguageRow = ReturnType<typeof languageNames>;
export type CreditRow = ReturnType<typeof creditNames>;

const LANGUAGE_ROWS = numbers(MAX_LANGUAGES).map(languageNames);
const CREDIT_ROWS = numbers(MAX_CREDITS).map(creditNames);
export const LANGUAGE_FIELDS: readonly string[] = LANGUAGE_ROWS.flatMap((row) => Object.values(row));
export const CREDIT_FIELDS: readonly string[] = CREDIT_ROWS.flatMap((row) => Object.values(row));

/** The rows to show: those filled in and an empty one, at least three; `more` adds three. */
function shown<Row extends Readonly<Record<string, string>>>(rows: readonly Row[], answers: Answers, more: boolean): readonly Row[] {
  const last = rows.findLastIndex((row) => Object.values(row).some((name) => textOf(answers, name) !== ''));
  return rows.slice(0, Math.max(LEAST, last + 1 + (more ? MORE : 1)));
}
export const languageRows = (answers: Answers, more = false): readonly LanguageRow[] => shown(LANGUAGE_ROWS, answers, more);
export const creditRows = (answers: Answers, more = false): readonly CreditRow[] => shown(CREDIT_ROWS, answers, more);

/** What the filled rows say, under the names of the person's file. */
export function readLanguages(answers: Answers): {
  readonly languages: readonly string[];
  readonly language_levels: Record<string, string>;
} {
  const spoken = LANGUAGE_ROWS.map(({ language, level }) => [textOf(answers, language), textOf(answers, level)] as const).filter(
    ([code]) => code !== '',
  );
  const levels = spoken.filter(([, level]) => level !== '');
  return { languages: [...new Set(spoken.map(([code]) => code))], language_levels: Object.fromEntries(levels) };
}

export const readCredits = (answers: Answers): readonly Readonly<Record<'title' | 'type' | 'year', string>>[] =>
  CREDIT_ROWS.map((row) => ({
    title: textOf(answers, row.title),
    type: textOf(answers, row.type),
    year: textOf(answers, row.year),
  })).filter(({ title, type, year }) => title !== '' || type !== '' || year !== '');

/** The rows of a file, as a form has them. */
export function rowAnswers(
  languages: readonly (readonly [code: string, level: string])[],
  credits: readonly { readonly title: string; readonly type: string | null; readonly year: string | null }[],
): Answers {
  const spoken = languages.slice(0, MAX_LANGUAGES).flatMap(([code, level], index) => {
    const row = languageNames(index + 1);
    return [[row.language, code] as const, [row.level, level] as const];
  });
  const played = credits.slice(0, MAX_CREDITS).flatMap(({ title, type, year }, index) => {
    const row = creditNames(index + 1);
    return [[row.title, title] as const, [row.type, type ?? ''] as const, [row.year, year ?? ''] as const];
  });
  return Object.fromEntries([...spoken, ...played]);
}
