/**
 * One printed document: text in any script of the studio, in both directions of writing, on a page measured in points.
 *
 * Hides fonts, shaping, bidirectional order, line breaking and pdfkit. Words: `start`/`end` are the sides where a line of
 * the document's language begins and ends; a `baseline` is where letters stand; `y` grows downwards. The same input gives
 * the same bytes: no clock, no random id.
 */
import { pdfkit } from '#kernel/heavy.ts';
import type { Language } from '#kernel/message.ts';
import { type Direction, directionOf, visualRuns } from './bidi.ts';
import type { Face, Weight } from './fonts.ts';
import { qrModules } from './qr.ts';
import { breakLines, cleanText, fittingSize, measureLine, runWidth, shorten } from './typesetting.ts';

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  readonly align?: 'start' | 'end' | 'center' | 'left' | 'right';
  /** Order of writing: the document's by default; `auto` follows the first letter, as free text of people should. */
  readonly direction?: Direction | 'auto';
  /** Distance between baselines, as a multiple of the size (1.4). */
  readonly leading?: number;
  /** Extra space between letters of scripts that do not join, in points. */
  readonly tracking?: number;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Pdf {
  /** The page as a drawing surface, for shapes and gradients; never for text. */
  readonly surface: PDFKit.PDFDocument;
  readonly direction: Direction;
  /** Writes one line, cut short with an ellipsis when wider than the area; `area.y` is the baseline. Returns its width. */
  line(text: string, area: Area, style: TextStyle): number;
  /** As `line`, but the letters shrink (down to `smallest`) before anything is cut. */
  fitted(text: string, area: Area, style: TextStyle & { readonly smallest: number }): number;
  /** Writes wrapped text whose first line hangs from `area.y`; returns the y below it. Beyond `maxLines` it ends in an ellipsis. */
  paragraph(text: string, area: Area & { readonly maxLines?: number }, style: TextStyle): number;
  measure(text: string, style: TextStyle): number;
  linesOf(text: string, width: number, style: TextStyle): readonly string[];
  /** A JPEG or PNG that fills the box, cut by the box with rounded corners. */
  image(content: Buffer, box: Area & { readonly height: number; readonly radius?: number }): void;
  /** The modules of a QR code as shapes, sharp at any size; the caller leaves a light margin around. */
  qr(text: string, box: Area, color: string): void;
  addPage(size: readonly [number, number]): void;
  end(): Promise<Buffer>;
}

export interface PdfOptions {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  /** Page width and height in points. */
  readonly size: readonly [number, number];
  /** Date shown in the properties of the document; fixed, so that equal input gives equal bytes. */
  readonly date?: Date;
}

const UNDATED = new Date(Date.UTC(2025, 0, 1));
const INK = '#17132b';

export function createPdf(options: PdfOptions): Pdf {
  const surface = openDocument(options);
  const content = collect(surface);
  const direction: Direction = options.language === 'ar' ? 'rtl' : 'ltr';
  const write = createPen(surface, direction);
  const openImage = createGallery(surface);

  const pdf: Pdf = {
    surface,
    direction,
    line: (text, area, style) => write(shorten(cleanText(text), weightOf(style), style.size, area.width, direction), area, style),
    fitted: (text, area, style) => {
      const size = fittingSize(cleanText(text), weightOf(style), style.size, area.width, style.smallest);
      return pdf.line(text, area, { ...style, size });
    },
    paragraph: (text, area, style) => writeParagraph(write, direction, text, area, style),
    measure: (text, style) => measureLine(cleanText(text), weightOf(style), style.size, direction),
    linesOf: (text, width, style) => breakLines(text, weightOf(style), style.size, width),
    image: (picture, { x, y, width, height, radius = 0 }) => {
      surface.save().roundedRect(x, y, width, height, radius).clip();
      surface.image(openImage(picture), x, y, { cover: [width, height], align: 'center', valign: 'center' }).restore();
    },
    qr: (text, box, color) => drawQr(surface, text, box, color),
    addPage: ([width, height]) => {
      surface.addPage({ size: [width, height], margin: 0 });
    },
    end: () => {
      surface.end();
      return content;
    },
  };
  return pdf;
}

type Pen = (text: string, area: Area, style: TextStyle) => number;

const weightOf = (style: TextStyle): Weight => style.weight ?? 'regular';

/** Writes one line as it is, run after run from left to right. */
function createPen(surface: PDFKit.PDFDocument, direction: Direction): Pen {
  const used = new Set<Face>();
  return (text, area, style) => {
    const order = orderOf(text, style, direction);
    const tracking = style.tracking ?? 0;
    const runs = visualRuns(text, order, weightOf(style)).map((run) => ({
      ...run,
      width: runWidth(run) * style.size + tracking * run.text.length,
    }));
    const width = runs.reduce((sum, run) => sum + run.width, 0) - (runs.length ? tracking : 0);
    let x = leftEdge(area, width, style.align ?? 'start', style.direction === 'auto' ? order : direction);
    surface.fontSize(style.size).fillColor(style.color ?? INK);
    for (const run of runs) {
      selectFace(surface, used, run.face);
      surface.text(run.text, x, area.y, { lineBreak: false, baseline: 'alphabetic', features: [], characterSpacing: tracking });
      x += run.width;
    }
    return width;
  };
}

function writeParagraph(
  write: Pen,
  direction: Direction,
  text: string,
  area: Area & { readonly maxLines?: number },
  style: TextStyle,
): number {
  const lines = breakLines(text, weightOf(style), style.size, area.width);
  const shown = lines.slice(0, area.maxLines ?? lines.length);
  const step = style.size * (style.leading ?? 1.4);
  // A paragraph has one direction: its second line does not turn because it begins with a foreign word.
  const order = orderOf(text, style, direction);
  const align = style.align ?? (style.direction === 'auto' ? sideOf(order) : 'start');
  for (const [index, line] of shown.entries()) {
    const cut = index === shown.length - 1 && shown.length < lines.length;
    const fits = cut ? shorten(`${line} ${lines[index + 1]}`, weightOf(style), style.size, area.width, order) : line;
    write(fits, { ...area, y: area.y + step * index + style.size * 0.95 }, { ...style, direction: order, align });
  }
  return area.y + step * shown.length;
}

const orderOf = (text: string, style: TextStyle, direction: Direction): Direction =>
  style.direction === 'auto' ? directionOf(text, direction) : (style.direction ?? direction);

/** A picture shown several times is stored once. */
function createGallery(surface: PDFKit.PDFDocument): (picture: Buffer) => PDFKit.Mixins.ImageSrc {
  const opened = new Map<Buffer, PDFKit.Mixins.ImageSrc>();
  return (picture) => {
    const image = opened.get(picture) ?? surface.openImage(picture);
    opened.set(picture, image);
    return image;
  };
}

function openDocument(options: PdfOptions): PDFKit.PDFDocument {
  const Document = pdfkit();
  return new Document({
    size: [...options.size],
    margin: 0,
    lang: options.language,
    displayTitle: true,
    info: { Title: options.title, Author: options.author, Creator: options.author, CreationDate: options.date ?? UNDATED },
  });
}

function collect(surface: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    surface.on('data', (chunk: Buffer) => chunks.push(chunk));
    surface.on('end', () => resolve(Buffer.concat(chunks)));
    surface.on('error', reject);
  });
}

/** pdfkit takes an opened font as well as a file (its types do not say so): a font is then parsed once per process. */
function selectFace(surface: PDFKit.PDFDocument, used: Set<Face>, face: Face): void {
  if (!used.has(face)) surface.registerFont(face.name, face.font as unknown as Uint8Array);
  used.add(face);
  surface.font(face.name);
}

const sideOf = (direction: Direction): 'left' | 'right' => (direction === 'rtl' ? 'right' : 'left');

function leftEdge(area: Area, width: number, align: NonNullable<TextStyle['align']>, direction: Direction): number {
  if (align === 'center') return area.x + (area.width - width) / 2;
  const right = align === 'right' || (align === 'start' && direction === 'rtl') || (align === 'end' && direction === 'ltr');
  return right ? area.x + area.width - width : area.x;
}

function drawQr(surface: PDFKit.PDFDocument, text: string, box: Area, color: string): void {
  const modules = qrModules(text);
  const side = box.width / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      let length = 0;
      while (column + length < modules.size && modules.isDark(row, column + length)) length++;
      // Neighbours are drawn as one bar: separate squares show hairlines between them on some screens.
      if (length) surface.rect(box.x + column * side, box.y + row * side, length * side, side * 1.02);
      column += length;
    }
  }
  surface.fill(color);
}
