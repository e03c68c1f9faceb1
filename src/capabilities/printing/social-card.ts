/**
 * The picture a chat shows beside a link: 1200 × 630, in the light of the studio. Letters of every script of the studio are shaped by
 * the canvas, in the order of the language; a title takes the largest size in which it fits three lines.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas';
import { skia } from '#kernel/heavy.ts';
import type { Language } from '#kernel/message.ts';
import { packageRoot } from '#kernel/package-root.ts';

export interface SocialCard {
  readonly site: string;
  readonly language: Language;
  /** Over the title: what this is. */
  readonly eyebrow: string;
  readonly title: string;
  /** Under the title, at most three. */
  readonly lines: readonly string[];
  /** In a green pill: the seal, what is open. */
  readonly pill?: string | null;
  /** A face fills its frame; a logo stands on white. */
  readonly picture?: { readonly content: Buffer; readonly look: 'face' | 'logo' } | null;
}

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 72;
const FRAME = 400;
const INK = '#fdf6ea';
const MUTED = '#cdbfab';
const LIGHT = '#f6bd5a';

const FOLDER = join(packageRoot, 'src', 'capabilities', 'printing', 'fonts');
const faces = (weight: 400 | 600): Readonly<Record<string, string>> => ({
  [`Atelier Card ${weight}`]: `ibm-plex-sans-latin-${weight}-normal.woff`,
  [`Atelier Card Arabic ${weight}`]: `ibm-plex-sans-arabic-arabic-${weight}-normal.woff`,
  [`Atelier Card More ${weight}`]: `ibm-plex-sans-latin-ext-${weight}-normal.woff`,
  [`Atelier Card African ${weight}`]: `noto-sans-latin-ext-${weight}-normal.woff`,
});
const FACES = { 400: faces(400), 600: faces(600) } as const;
const SCRIPTS = { 'Atelier Card Ethiopic': 'NotoSansEthiopic-Regular.ttf', 'Atelier Card Tifinagh': 'NotoSansTifinagh-Regular.ttf' };
const fontOf = (size: number, weight: keyof typeof FACES = 400): string =>
  `${size}px ${[...Object.keys(FACES[weight]), ...Object.keys(SCRIPTS)].map((name) => `"${name}"`).join(', ')}`;

function loadFaces(): void {
  for (const [face, file] of Object.entries({ ...FACES[400], ...FACES[600], ...SCRIPTS }))
    if (!skia().GlobalFonts.has(face)) skia().GlobalFonts.register(readFileSync(join(FOLDER, file)), face);
}

export async function socialCardPng(card: SocialCard): Promise<Buffer> {
  loadFaces();
  // A picture that cannot be read costs the card its frame, not the link its card.
  const picture = card.picture
    ? await skia()
        .loadImage(card.picture.content)
        .catch(() => null)
    : null;
  const canvas = skia().createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  lightRoom(pen, card.language === 'ar');
  if (picture && card.picture) hang(pen, picture, card.picture.look, card.language === 'ar');
  write(pen, card, picture ? WIDTH - MARGIN * 3 - FRAME : WIDTH - MARGIN * 2);
  return encode(canvas);
}

const encode = (canvas: Canvas): Promise<Buffer> => canvas.encode('png');

/** A dark room, the beam of a projector from the end of the line, the perforations of a film along the floor. */
function lightRoom(pen: SKRSContext2D, isArabic: boolean): void {
  pen.save();
  if (isArabic) mirror(pen);
  pen.fillStyle = '#17100b';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  const glow = pen.createRadialGradient(WIDTH * 0.95, -60, 40, WIDTH * 0.8, 0, 900);
  glow.addColorStop(0, '#5b3718');
  glow.addColorStop(1, '#17100b00');
  pen.fillStyle = glow;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  const beam = pen.createLinearGradient(WIDTH, 0, 120, HEIGHT);
  beam.addColorStop(0, '#f6bd5a55');
  beam.addColorStop(1, '#f6bd5a00');
  pen.fillStyle = beam;
  pen.beginPath();
  pen.moveTo(WIDTH + 20, -40);
  pen.lineTo(-120, 330);
  pen.lineTo(160, HEIGHT + 120);
  pen.closePath();
  pen.fill();
  pen.fillStyle = '#f6bd5a3d';
  for (let x = 18; x < WIDTH; x += 48) {
    pen.beginPath();
    pen.roundRect(x, HEIGHT - 32, 28, 14, 4);
    pen.fill();
  }
  pen.restore();
}

function mirror(pen: SKRSContext2D): void {
  pen.translate(WIDTH, 0);
  pen.scale(-1, 1);
}

function hang(pen: SKRSContext2D, picture: Image, look: 'face' | 'logo', isArabic: boolean): void {
  const [left, top] = [isArabic ? MARGIN : WIDTH - MARGIN - FRAME, (HEIGHT - FRAME) / 2 - 12];
  pen.save();
  pen.beginPath();
  pen.roundRect(left, top, FRAME, FRAME, 28);
  pen.clip();
  pen.fillStyle = look === 'logo' ? '#ffffff' : '#2a1c12';
  pen.fillRect(left, top, FRAME, FRAME);
  const room = look === 'logo' ? FRAME - 72 : FRAME;
  const choose = look === 'logo' ? Math.min : Math.max;
  const scale = choose(room / picture.width, room / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  pen.drawImage(picture, left + (FRAME - width) / 2, top + (FRAME - height) / 2, width, height);
  pen.restore();
}

const LEADING = 1.16;

function write(pen: SKRSContext2D, { language, eyebrow, title, lines, pill, site }: SocialCard, width: number): void {
  const isArabic = language === 'ar';
  const start = isArabic ? WIDTH - MARGIN : MARGIN;
  pen.direction = isArabic ? 'rtl' : 'ltr';
  pen.textAlign = isArabic ? 'right' : 'left';
  pen.textBaseline = 'alphabetic';
  const laid = layTitle(pen, title, width, isArabic);
  const under = lines.slice(0, 3).map((line) => shorten(pen, line, 31, width));
  const tall = 52 + laid.rows.length * laid.size * laid.leading + under.length * 46 + (pill ? 74 : 0);
  let y = Math.max(MARGIN + 30, (HEIGHT - 96 - tall) / 2 + 34);
  say(pen, shorten(pen, eyebrow, 28, width, 600), { x: start, y, size: 28, weight: 600, colour: LIGHT });
  y += 24;
  for (const row of laid.rows) {
    y += laid.size * laid.leading;
    say(pen, row, { x: start, y, size: laid.size, weight: 600, colour: INK });
  }
  y += 12;
  for (const line of under) {
    y += 46;
    say(pen, line, { x: start, y, size: 31, weight: 400, colour: MUTED });
  }
  if (pill) drawPill(pen, pill, { start, y: y + 28, isArabic, width });
  say(pen, site, { x: start, y: HEIGHT - 62, size: 28, weight: 600, colour: INK });
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly colour: string;
}
function say(pen: SKRSContext2D, text: string, { x, y, size, weight, colour }: Line): void {
  pen.font = fontOf(size, weight);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

function drawPill(
  pen: SKRSContext2D,
  text: string,
  { start, y, isArabic, width }: { readonly start: number; readonly y: number; readonly isArabic: boolean; readonly width: number },
): void {
  const words = shorten(pen, text, 26, width - 48, 600);
  const wide = pen.measureText(words).width + 48;
  pen.fillStyle = '#1d5a3c';
  pen.beginPath();
  pen.roundRect(isArabic ? start - wide : start, y, wide, 50, 25);
  pen.fill();
  say(pen, words, { x: isArabic ? start - 24 : start + 24, y: y + 34, size: 26, weight: 600, colour: '#d6f5e2' });
}

interface Laid {
  readonly rows: readonly string[];
  readonly size: number;
  readonly leading: number;
}
/** Arabic letters reach further below their line. */
function layTitle(pen: SKRSContext2D, title: string, width: number, isArabic: boolean): Laid {
  const leading = isArabic ? LEADING * 1.18 : LEADING;
  for (const size of [84, 74, 64, 56, 48]) {
    pen.font = fontOf(size, 600);
    const rows = rowsOf(pen, title, width);
    if (rows.length <= (size > 64 ? 2 : 3) && rows.every((row) => pen.measureText(row).width <= width)) return { rows, size, leading };
  }
  const rows = rowsOf(pen, title, width);
  const last = [rows.slice(2).join(' ')].filter(Boolean).map((row) => shorten(pen, row, 48, width, 600));
  return { rows: [...rows.slice(0, 2), ...last].map((row) => shorten(pen, row, 48, width, 600)), size: 48, leading };
}

function rowsOf(pen: SKRSContext2D, text: string, width: number): readonly string[] {
  const rows: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = [rows.at(-1), word].filter(Boolean).join(' ');
    if (rows.length > 0 && pen.measureText(longer).width <= width) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** What fits, with an ellipsis for the rest. Leaves the pen in that font. */
function shorten(pen: SKRSContext2D, text: string, size: number, width: number, weight: 400 | 600 = 400): string {
  pen.font = fontOf(size, weight);
  if (pen.measureText(text).width <= width) return text;
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pen.measureText(`${letters.slice(0, middle).join('')}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}
