/** One state of the captions as a drawing: the page, its ground, the word that is being said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { packageRoot } from '#kernel/package-root.ts';
import type { CaptionStyle } from '../compose.ts';
import type { Size } from '../frames/planes.ts';
import { type Laid, layWords } from './lines.ts';
import { areaFor } from './style.ts';
import type { CaptionState } from './timing.ts';

export interface Drawing {
  readonly canvas: Canvas;
  /** On the film; even. */
  readonly left: number;
  readonly top: number;
}

/** The faces of printed documents: their files lie in the tree, with their licence. */
const FOLDER = join(packageRoot, 'src', 'capabilities', 'printing', 'fonts');
const FACES = {
  'Atelier Caption': 'ibm-plex-sans-latin-600-normal.woff',
  'Atelier Caption Arabic': 'ibm-plex-sans-arabic-arabic-600-normal.woff',
  'Atelier Caption More': 'ibm-plex-sans-latin-ext-600-normal.woff',
  'Atelier Caption African': 'noto-sans-latin-ext-600-normal.woff',
  'Atelier Caption Ethiopic': 'NotoSansEthiopic-Regular.ttf',
  'Atelier Caption Tifinagh': 'NotoSansTifinagh-Regular.ttf',
} as const;
const FAMILY = Object.keys(FACES)
  .map((face) => `"${face}"`)
  .join(', ');
const LEADING = 1.28;
const fontOf = (size: number): string => `${size}px ${FAMILY}`;

/** Fonts are the process's own, not a thread's. */
function loadFaces(): void {
  for (const [face, file] of Object.entries(FACES))
    if (!GlobalFonts.has(face)) GlobalFonts.register(readFileSync(join(FOLDER, file)), face);
}

export function drawCaption({ words, active }: CaptionState, style: CaptionStyle, film: Size): Drawing {
  loadFaces();
  const area = areaFor(film, style);
  const laid = layWords(createCanvas(8, 8).getContext('2d'), words, area.width, area.fontSize, fontOf);
  const { fontSize } = laid;
  const pad = Math.ceil(fontSize * 0.5);
  const text = { width: laid.width, height: laid.lines * fontSize * LEADING };
  const width = even(Math.min(film.width, text.width + pad * 2));
  const height = even(Math.min(film.height, text.height + pad * 1.4));
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (style.look === 'box') layGround(pen, width, height, fontSize);
  pen.translate((width - text.width) / 2, (height - text.height) / 2);
  writeWords(pen, laid, style, active);
  const slack = area.height - height;
  const down = { top: 0, middle: slack / 2, bottom: slack }[style.place];
  return { canvas, left: evenIn((film.width - width) / 2, film.width - width), top: evenIn(area.top + down, film.height - height) };
}

const even = (value: number): number => Math.ceil(value / 2) * 2;
const evenIn = (value: number, most: number): number => Math.floor(Math.max(0, Math.min(value, most)) / 2) * 2;

function layGround(pen: SKRSContext2D, width: number, height: number, fontSize: number): void {
  pen.fillStyle = 'rgba(9, 10, 18, 0.62)';
  pen.beginPath();
  pen.roundRect(0, 0, width, height, fontSize * 0.32);
  pen.fill();
}

function writeWords(pen: SKRSContext2D, { placed, fontSize }: Laid, { look, colour, highlight }: CaptionStyle, active: number): void {
  pen.font = fontOf(fontSize);
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  pen.lineJoin = 'round';
  const baseline = (line: number): number => (line + 0.5) * fontSize * LEADING + fontSize * 0.34;
  const write = (ink: (word: number) => void): void => {
    for (const { word, text, x, line, isRightToLeft } of placed) {
      pen.direction = isRightToLeft ? 'rtl' : 'ltr';
      ink(word);
      if (pen.lineWidth > 1) pen.strokeText(text, x, baseline(line));
      else pen.fillText(text, x, baseline(line));
    }
  };
  if (look === 'outline') {
    pen.lineWidth = Math.max(2, fontSize * 0.16);
    pen.strokeStyle = 'rgba(8, 8, 16, 0.85)';
    // All outlines first: none lies over a neighbour.
    write(() => undefined);
  }
  pen.lineWidth = 1;
  write((word) => {
    pen.fillStyle = word === active && highlight ? highlight : colour;
  });
}
