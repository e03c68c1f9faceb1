/**
 * The typefaces of printed documents: which font draws a character, whatever its script.
 *
 * Words: a `Weight` is a voice of the document (regular, bold, mono); a `Face` is one font file; each weight has a
 * chain of faces (Latin, letters of African languages, Arabic, Ethiopic, Tifinagh, emoji) and a character takes the
 * first face that has it. Files are opened once per process, when the first character needs them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Font, Glyph, GlyphRun } from 'fontkit';
import { fontkit } from '#kernel/heavy.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { isWoff, unpackWoff } from './woff.ts';

export type Weight = 'regular' | 'bold' | 'mono';

export interface Face {
  readonly name: string;
  readonly font: Font;
}

/** How a face lays out a text: its width at size 1, and whether its letters made it turn right to left. */
export interface Shape {
  readonly width: number;
  readonly rightToLeft: boolean;
}

const FALLBACK = [
  'NotoSansEthiopic-Regular.ttf',
  'NotoSansTifinagh-Regular.ttf',
  ...[2, 3, 4, 5, 6, 7, 8].map((n) => `noto-emoji-${n}-400-normal.woff`),
];

const sans = (weight: 400 | 600): readonly string[] => [
  `ibm-plex-sans-latin-${weight}-normal.woff`,
  `ibm-plex-sans-arabic-arabic-${weight}-normal.woff`,
  `ibm-plex-sans-latin-ext-${weight}-normal.woff`,
  `ibm-plex-sans-vietnamese-${weight}-normal.woff`,
  `noto-sans-latin-ext-${weight}-normal.woff`,
  ...FALLBACK,
];

/** The first faces of a chain: those that set whole texts. */
const TEXT_FACES = 2;

const CHAINS: Record<Weight, readonly string[]> = {
  regular: sans(400),
  bold: sans(600),
  mono: ['ibm-plex-mono-latin-500-normal.woff', ...sans(400)],
};

const FOLDER = join(packageRoot, 'src', 'capabilities', 'printing', 'fonts');
const opened = new Map<string, Face>();
const RUNS_KEPT = 3000;

/** The face that draws a whole grapheme; `current` is kept when it can, so a space does not cut an Arabic phrase in two. */
export function faceFor(grapheme: string, weight: Weight, current?: Face): Face {
  const points = [...grapheme].map((character) => character.codePointAt(0) ?? 0).filter((point) => !isInvisible(point));
  const draws = (face: Face): boolean => points.every((point) => face.font.hasGlyphForCodePoint(point));
  const chain = CHAINS[weight];
  // The blank after an emoji is that of the text, not the wide one of the emoji font.
  if (current && chain.indexOf(current.name) < TEXT_FACES && draws(current)) return current;
  const file = chain.find((name) => draws(open(name)));
  // Nothing has it: the first face of the chain shows its empty box, which is honest and never stops a document.
  return open(file ?? chain[0] ?? '');
}

export function shapeOf(face: Face, text: string): Shape {
  const run = face.font.layout(text);
  return { width: run.advanceWidth / face.font.unitsPerEm, rightToLeft: run.direction === 'rtl' };
}

/** What every first face of a chain has: texts of these characters alone need no look at each. */
export const PLAIN_LATIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ffœŒ‘’“”–—…•]*$/;
export const firstFace = (weight: Weight): Face => open(CHAINS[weight][0] ?? '');

/** Joiners, direction marks and variation selectors steer shaping and have no picture of their own. */
export const isInvisible = (point: number): boolean =>
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x202a && point <= 0x202e) ||
  (point >= 0x2060 && point <= 0x2069) ||
  (point >= 0xfe00 && point <= 0xfe0f);

function open(file: string): Face {
  const known = opened.get(file);
  if (known) return known;
  const stored = readFileSync(join(FOLDER, file));
  const font = fontkit().create(isWoff(stored) ? unpackWoff(stored) : stored);
  if (!('layout' in font)) throw new Error(`${file} is a collection, not a font`);
  keepCharacters(font);
  nameGlyphs(font);
  rememberLayouts(font);
  const face: Face = { name: file, font };
  opened.set(file, face);
  return face;
}

/**
 * A glyph that is first fetched as a part of another (« لا » inside « لأ ») has no characters, and fontkit would keep it so: its text
 * would be missing from every later document. The first who names its characters gives them.
 */
function keepCharacters(font: Font): void {
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id, characters = []) => {
    const glyph = getGlyph(id, characters);
    if (glyph.codePoints.length === 0) glyph.codePoints = [...characters];
    return glyph;
  };
}

/**
 * A glyph remembers the character it was first asked for, which is the wrong one when it came as a part of another (the A of
 * Ặ): the text of a document could then not be searched or copied. So the letters and accents that others are composed of ask
 * for their own glyphs before anything is drawn. Arabic stays as it is: its forms are told apart by the run they stand in.
 */
function nameGlyphs(font: Font): void {
  for (const point of font.characterSet) if (point <= LAST_COMBINING_ACCENT) font.glyphForCodePoint(point);
}
const LAST_COMBINING_ACCENT = 0x036f;

/** Lays each text out once: a line is measured, broken and written from the same run of glyphs. */
function rememberLayouts(font: Font): void {
  const layout = font.layout.bind(font);
  const runs = new Map<string, GlyphRun>();
  font.layout = (text) => {
    let run = runs.get(text);
    if (!run) {
      run = layout(text, []);
      if (run.direction === 'rtl') declareLigaturesBackwards(run);
      // Names and sentences of a long-lived process would pile up for ever: start over instead.
      if (runs.size >= RUNS_KEPT) runs.clear();
      runs.set(text, run);
    }
    // pdfkit scales the positions in place: it gets its own.
    const positions = run.positions.map((position) => ({ ...position }));
    const copy: GlyphRun = Object.assign(Object.create(Object.getPrototypeOf(run)), run, { positions });
    return copy;
  };
}

const turned = new WeakSet<Glyph>();

/**
 * Readers (pdf.js, poppler) put a right-to-left line in order by turning all its characters around, the letters of a ligature
 * too. Declared backwards, « لا » is found, copied and analysed as it was typed.
 */
function declareLigaturesBackwards(run: GlyphRun): void {
  for (const glyph of run.glyphs) {
    if (!turned.has(glyph)) glyph.codePoints.reverse();
    turned.add(glyph);
  }
}
