/** Words that the prompt asks to be written: large, fitted to the picture, readable over whatever is behind them; Arabic from right to left. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { packageRoot } from '#kernel/package-root.ts';
import { css, mix, type Rgb } from '../colour.ts';
import type { Easel, Pen } from '../scene/easel.ts';

const FOLDER = join(packageRoot, 'src/capabilities/generation/image/painter/lettering');
const FACES = ['Atelier Poster', 'Atelier Poster Arabic', 'Atelier Poster More'] as const;
const FILES = ['lalezar-latin-400-normal.woff', 'lalezar-arabic-400-normal.woff', 'lalezar-latin-ext-400-normal.woff'] as const;
const FAMILY = FACES.map((face) => `"${face}"`).join(', ');
const MOST_LINES = 5;

export function writeWords(easel: Easel): void {
  const { text } = easel.asked;
  if (!text) return;
  loadFaces();
  const { pen, width, height, unit } = easel;
  const isLow = isSkyBusy(easel);
  const room = { wide: width * 0.86, tall: height * 0.3 };
  const { lines, size } = fitted(pen, text, room, unit);
  const block = lines.length * size * 1.06;
  const top = isLow ? height * 0.955 - block : height * 0.06;
  veil(easel, top - size * 0.5, top + block + size * 0.5, isLow);
  pen.save();
  pen.font = `${size}px ${FAMILY}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  const ink: Rgb = mix([255, 252, 244], easel.asked.palette[0]?.colour ?? [255, 236, 200], 0.08);
  for (const [index, line] of lines.entries()) {
    const y = top + (index + 0.84) * size * 1.06;
    pen.direction = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(line) ? 'rtl' : 'ltr';
    pen.shadowColor = 'rgba(8,6,20,0.75)';
    pen.shadowBlur = size * 0.16;
    pen.shadowOffsetY = size * 0.035;
    pen.fillStyle = css(ink);
    pen.fillText(line, width / 2, y);
  }
  pen.restore();
  rule(easel, isLow ? top - size * 0.24 : top + block + size * 0.12, size);
}

/** Fonts are the process's own, not a thread's. */
function loadFaces(): void {
  for (const [index, face] of FACES.entries())
    if (!GlobalFonts.has(face)) GlobalFonts.register(readFileSync(join(FOLDER, FILES[index] ?? FILES[0])), face);
}

/** Towers and faces rise into the sky: then the words stand below. */
const isSkyBusy = ({ asked, weightOf }: Easel): boolean =>
  asked.people?.isPortrait === true || weightOf('city', 'medina', 'street', 'kasbah', 'forest', 'mosque', 'market', 'stage') > 0.4;

function fitted(pen: Pen, text: string, room: { wide: number; tall: number }, unit: number): { lines: string[]; size: number } {
  let best = { lines: [text], size: 0 };
  const words = text.split(' ').flatMap((word) => (word.length > 24 ? (word.match(/.{1,24}/gu) ?? [word]) : [word]));
  for (let count = 1; count <= Math.min(MOST_LINES, words.length); count += 1) {
    const lines = broken(words, count);
    pen.font = `100px ${FAMILY}`;
    const widest = Math.max(1, ...lines.map((line) => pen.measureText(line).width));
    const size = Math.min((room.wide / widest) * 100, room.tall / (lines.length * 1.06), unit * 0.15);
    if (size > best.size * 1.04) best = { lines, size };
  }
  return best;
}

/** Lines of about the same length. */
function broken(words: readonly string[], count: number): string[] {
  const total = words.join(' ').length;
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const isFull = line !== '' && line.length + word.length / 2 > total / count && lines.length < count - 1;
    if (isFull) lines.push(line);
    line = isFull || line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function veil({ pen, width, height }: Easel, from: number, to: number, isLow: boolean): void {
  const wash = pen.createLinearGradient(0, isLow ? from : to, 0, isLow ? height : 0);
  wash.addColorStop(0, 'rgba(10,8,26,0)');
  wash.addColorStop(0.35, 'rgba(10,8,26,0.34)');
  wash.addColorStop(1, 'rgba(10,8,26,0.58)');
  pen.fillStyle = wash;
  pen.fillRect(0, isLow ? from : 0, width, isLow ? height - from : to);
}

function rule({ pen, width, asked }: Easel, y: number, size: number): void {
  pen.fillStyle = css(asked.palette[0]?.colour ?? [255, 206, 110], 0.95);
  pen.fillRect(width / 2 - size * 0.8, y, size * 1.6, Math.max(1, size * 0.055));
}
