/** Text without what nobody sees: control characters, direction marks, signs of private fonts, spaces in a row. */
export const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\P{Cc}\n\t]|[\p{Co}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[^\S\n\t]+/g, ' ')
    .replace(/\t[\t ]*/g, '\t')
    .replace(/^• \s*/gm, '• ')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
