/** Plain text in whatever encoding people's devices write: as UTF-8, or null when it is no text. */

const MARKS: readonly [mark: Buffer, encoding: string][] = [
  [Buffer.from([0xef, 0xbb, 0xbf]), 'utf-8'],
  [Buffer.from([0xff, 0xfe]), 'utf-16le'],
  [Buffer.from([0xfe, 0xff]), 'utf-16be'],
];
/** What no text has: controls other than tab, line feed, form feed and carriage return. */
const NOT_TEXT = /(?![\t\n\f\r])\p{Cc}|\p{Noncharacter_Code_Point}/u;

export function readPlainText(content: Buffer): string | null {
  const [mark, encoding] = MARKS.find(([bytes]) => content.subarray(0, bytes.length).equals(bytes)) ?? [null, null];
  const text = mark ? decode(content.subarray(mark.length), encoding) : (decode(content, 'utf-8') ?? decode(content, 'windows-1252'));
  if (text === null || NOT_TEXT.test(text) || text.trim() === '') return null;
  return text;
}

function decode(content: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
