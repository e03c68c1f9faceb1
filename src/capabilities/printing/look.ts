/** The look shared by printed cards and sheets: colours, mirrored places, portrait, chips. */
import { sharp } from '#kernel/heavy.ts';
import type { Area, Pdf, TextStyle } from './pdf.ts';

export const COLORS = {
  ink: '#17132b',
  paper: '#fbf7ef',
  sand: '#efe5d2',
  amber: '#d98e1f',
  clay: '#b8452f',
  plum: '#3a2452',
  quiet: '#6b6478',
  white: '#ffffff',
};

/** Distances in points. */
export const millimetres = (length: number): number => (length * 72) / 25.4;
export const A4 = [millimetres(210), millimetres(297)] as const;
export const A6 = [millimetres(105), millimetres(148)] as const;

export interface PrintedTalent {
  readonly emoji?: string | null;
  readonly name: string;
}

/** Places are thought out from the left; a right-to-left document has them mirrored inside its frame. */
export const mirrorIn =
  (pdf: Pdf, frame: Area) =>
  (x: number, width: number): number =>
    pdf.direction === 'rtl' ? frame.x * 2 + frame.width - x - width : x;

const DOTS_PER_POINT = 300 / 72;
/** How much of what must be cut in height is cut above: little, faces are high in photos. */
const CUT_ABOVE = 0.42;

/** Any photo as a JPEG cropped to the shape it will have on paper, at 300 dots an inch. */
export async function preparePhoto(photo: Buffer, width: number, height: number): Promise<Buffer> {
  const [wide, tall] = [Math.round(width * DOTS_PER_POINT), Math.round(height * DOTS_PER_POINT)];
  const scaled = await sharp()(photo)
    .rotate()
    .flatten({ background: COLORS.sand })
    .resize(wide, tall, { fit: 'outside' })
    .toBuffer({ resolveWithObject: true });
  const left = Math.floor((scaled.info.width - wide) / 2);
  const top = Math.floor((scaled.info.height - tall) * CUT_ABOVE);
  return sharp()(scaled.data).extract({ left, top, width: wide, height: tall }).jpeg({ quality: 84, mozjpeg: true }).toBuffer();
}

const firstLetter = (name: string): string => [...new Intl.Segmenter('fr').segment(name.trim())][0]?.segment.toLocaleUpperCase('fr') ?? '';
export const initialsOf = (firstName: string, lastName: string): string =>
  /\p{Script=Arabic}/u.test(firstName)
    ? `${firstLetter(firstName)} ${firstLetter(lastName)}`
    : `${firstLetter(firstName)}${firstLetter(lastName)}`;

/** The photo, or a poster with the initials when there is none. */
export function portrait(
  pdf: Pdf,
  photo: Buffer | null,
  initials: string,
  box: Area & { readonly height: number; readonly radius?: number },
): void {
  if (photo) {
    pdf.image(photo, box);
    return;
  }
  const { surface } = pdf;
  const { x, y, width, height, radius = 0 } = box;
  const size = Math.min(width, height);
  surface.save().roundedRect(x, y, width, height, radius).clip();
  surface.rect(x, y, width, height).fill(
    surface
      .linearGradient(x, y, x + width, y + height)
      .stop(0, COLORS.clay)
      .stop(1, COLORS.plum),
  );
  surface
    .circle(x + width / 2, y + height * 0.52, size * 0.36)
    .fillOpacity(0.9)
    .fill(COLORS.amber)
    .fillOpacity(1);
  surface.restore();
  pdf.line(
    initials,
    { x, y: y + height * 0.52 + size * 0.1, width },
    { size: size * 0.29, weight: 'bold', color: COLORS.paper, align: 'center' },
  );
}

/** Where to cut: short lines outside the block that these verticals and horizontals part, never on what is kept. */
export function cutMarks(pdf: Pdf, xs: readonly number[], ys: readonly number[]): void {
  const { surface } = pdf;
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  const line = (x1: number, y1: number, x2: number, y2: number) => surface.moveTo(x1, y1).lineTo(x2, y2).stroke();
  surface.lineWidth(0.4).strokeColor(COLORS.ink);
  for (const x of xs) {
    line(x, top - 4, x, top - 16);
    line(x, bottom + 4, x, bottom + 16);
  }
  for (const y of ys) {
    line(left - 4, y, left - 16, y);
    line(right + 4, y, right + 16, y);
  }
}

const CHIP_PADDING = 7;

/** Rounded labels in as many rows as they need, at most `maxRows`; the rest is counted in a last « +3 ». Returns the y below. */
export function chips(
  pdf: Pdf,
  talents: readonly PrintedTalent[],
  area: Area & { readonly maxRows: number },
  style: TextStyle & { readonly fill: string },
): number {
  const height = style.size * 2;
  const gap = style.size * 0.55;
  const widthOf = (text: string): number => Math.min(area.width, pdf.measure(text, style) + CHIP_PADDING * 2);
  const labels = talents.map(({ emoji, name }) => (emoji ? `${emoji} ${name}` : name));
  const room = layOut(labels, widthOf, area.width, gap, area.maxRows);
  const place = mirrorIn(pdf, area);
  for (const { text, x, row } of room) {
    const width = widthOf(text);
    const left = place(area.x + x, width);
    const top = area.y + row * (height + gap);
    pdf.surface.roundedRect(left, top, width, height, height / 2).fill(style.fill);
    pdf.line(
      text,
      { x: left + CHIP_PADDING, y: top + height * 0.5 + style.size * 0.35, width: width - CHIP_PADDING * 2 + 1 },
      { ...style, align: 'center' },
    );
  }
  const rows = Math.max(0, ...room.map(({ row }) => row + 1));
  return area.y + rows * (height + gap);
}

interface Place {
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

function layOut(labels: readonly string[], widthOf: (text: string) => number, width: number, gap: number, maxRows: number): Place[] {
  const places: Place[] = [];
  let [x, row] = [0, 0];
  for (const [index, text] of labels.entries()) {
    const wide = widthOf(text);
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const rest = labels.length - index;
    const more = `+${rest}`;
    // The last row keeps room to say how many are left.
    const full = row === maxRows - 1 && rest > 1 && x + wide + gap + widthOf(`+${rest - 1}`) > width;
    if (row >= maxRows || full) {
      if (row < maxRows) places.push({ text: more, x, row });
      return places;
    }
    places.push({ text, x, row });
    x += wide + gap;
  }
  return places;
}
