/** The words of a DOCX: headers, body with its tables and text boxes, footers ([ECMA-376] part 1, §17). The file was judged before it was stored. */
import { type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { RawText } from './document-text.ts';

/** Far more markup than a CV has. */
const MOST_BYTES = 16 * 1024 * 1024;
const PARTS = /^word\/(header\d*|document|footnotes|endnotes|footer\d*)\.xml$/;
const LINKS = /^word\/_rels\/document\.xml\.rels$/;
const ORDER = ['header', 'document', 'footnotes', 'endnotes', 'footer'];

export async function readDocx(content: Uint8Array): Promise<RawText> {
  const zip = new ZipReader(new Uint8ArrayReader(content), { useWebWorkers: false });
  const entries = (await zip.getEntries()).filter((entry): entry is FileEntry => !entry.directory);
  const wanted = entries.filter(({ filename }) => PARTS.test(filename)).sort((a, b) => rankOf(a.filename) - rankOf(b.filename));
  const texts: string[] = [];
  let isCut = false;
  for (const entry of wanted) {
    const xml = await xmlOf(entry);
    if (xml === null) isCut = true;
    else texts.push(wordsOfXml(xml));
  }
  const relations = entries.find(({ filename }) => LINKS.test(filename));
  const links = relations ? targetsOf((await xmlOf(relations)) ?? '') : [];
  await zip.close();
  // A header is often the same on every kind of page.
  return { text: [...new Set(texts)].filter(Boolean).join('\n\n'), pages: 1, links, isCut };
}

const rankOf = (name: string): number => ORDER.findIndex((word) => name.startsWith(`word/${word}`));

/** Null when it is out of all proportion; what a zip says of its own sizes was proven when the file came. */
async function xmlOf(entry: FileEntry): Promise<string | null> {
  if (entry.uncompressedSize > MOST_BYTES) return null;
  return Buffer.from(await entry.getData(new Uint8ArrayWriter())).toString('utf8');
}

const targetsOf = (xml: string): string[] =>
  [...xml.matchAll(/<Relationship\b[^>]*\bTarget="(https?:\/\/[^"]{1,300})"[^>]*>/gi)].map(([, target = '']) => plain(target));

/** Written twice, for old and new programs: the second is left out. Deleted words, and the instructions of fields, too. */
const SKIPPED = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText']);
const TOKEN = /<(\/?)([\w:]+)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>|([^<]+)/g;
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-', 'w:softHyphen': '' };

/** One reading from start to end; nothing is nested in memory but the cells of tables. */
function wordsOfXml(xml: string): string {
  const rooms: { text: string; cells: string[] }[] = [{ text: '', cells: [] }];
  const say = (words: string): void => {
    const room = rooms.at(-1);
    if (room) room.text += words;
  };
  let isWords = false;
  let skipped = 0;
  for (const [tag, closing, name = '', selfClosing, words] of xml.matchAll(TOKEN)) {
    if (words !== undefined) {
      if (isWords && skipped === 0) say(plain(words));
    } else if (SKIPPED.has(name)) skipped += selfClosing ? 0 : closing ? -1 : 1;
    else if (skipped > 0) continue;
    else if (name === 'w:t') isWords = !closing && !selfClosing;
    else if (name in SIGNS && !closing) say(SIGNS[name] ?? '');
    // List 0 is none.
    else if (name === 'w:numId' && !tag.includes('"0"')) say('• ');
    else if (name === 'w:p' && (closing || selfClosing)) say('\n');
    else if (name === 'w:txbxContent') say('\n');
    else if (name === 'w:tc' || name === 'w:tr') table(rooms, name, Boolean(closing));
  }
  return rooms
    .map(({ text }) => text)
    .join('\n')
    .trim();
}

/** A row of single lines is one line; cells that hold more are read one after the other, as columns of a page are. */
function table(rooms: { text: string; cells: string[] }[], name: string, isClosing: boolean): void {
  if (!isClosing) {
    rooms.push({ text: '', cells: [] });
    return;
  }
  const room = rooms.length > 1 ? rooms.pop() : undefined;
  const outer = rooms.at(-1);
  if (!room || !outer) return;
  const text = room.text.trim();
  if (name === 'w:tc') outer.cells.push(text);
  else {
    const cells = room.cells.filter(Boolean);
    outer.text += `${cells.join(cells.every((cell) => !cell.includes('\n')) ? '\t' : '\n\n')}\n`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
