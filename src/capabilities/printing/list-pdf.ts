/** A list on paper: A4 lying down, a heading on every page, lines that alternate, page numbers. */
import type { Language } from '#kernel/message.ts';
import { A4, COLORS, mirrorIn } from './look.ts';
import { createPdf, type Pdf } from './pdf.ts';

export interface PrintedColumn {
  readonly header: string;
  /** Share of the width, relative to the others. */
  readonly share: number;
  /** Codes, numbers, addresses: always written from left to right. */
  readonly ltr?: boolean;
}
export interface PrintedList {
  readonly title: string;
  /** Under the title: what was asked, how many. */
  readonly subtitle: string;
  readonly siteName: string;
  readonly language: Language;
  readonly columns: readonly PrintedColumn[];
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
  /** « Page {n} », in the reader's language. */
  readonly pageLabel: (page: number) => string;
  readonly date?: Date;
}

const [HEIGHT, WIDTH] = A4;
const MARGIN = 36;
const HEAD = 64;
const LINE = 19;
const BOTTOM = HEIGHT - 40;

export async function listPdf(list: PrintedList): Promise<Buffer> {
  const { title, siteName, language, date } = list;
  const pdf = createPdf({ title, author: siteName, language, size: [WIDTH, HEIGHT], ...(date ? { date } : {}) });
  const columns = placed(pdf, list.columns);
  let page = 1;
  let y = drawHead(pdf, list, columns, page);
  let isTinted = false;
  for await (const row of list.rows) {
    if (y + LINE > BOTTOM) {
      pdf.addPage([WIDTH, HEIGHT]);
      page += 1;
      y = drawHead(pdf, list, columns, page);
      isTinted = false;
    }
    if (isTinted) pdf.surface.rect(MARGIN, y, WIDTH - MARGIN * 2, LINE).fill(COLORS.paper);
    isTinted = !isTinted;
    for (const [index, column] of columns.entries()) {
      const direction = column.ltr ? ({ direction: 'ltr' } as const) : ({ direction: 'auto' } as const);
      pdf.line(row[index] ?? '', { ...column, y: y + 13 }, { size: 8.4, ...direction, align: pdf.direction === 'rtl' ? 'right' : 'left' });
    }
    y += LINE;
  }
  return pdf.end();
}

type Placed = PrintedColumn & { readonly x: number; readonly width: number };

function placed(pdf: Pdf, columns: readonly PrintedColumn[]): readonly Placed[] {
  const inner = WIDTH - MARGIN * 2;
  const sum = columns.reduce((total, { share }) => total + share, 0);
  const mirror = mirrorIn(pdf, { x: 0, y: 0, width: WIDTH });
  let left = MARGIN;
  return columns.map((column) => {
    const width = (column.share / sum) * inner;
    const x = mirror(left, width);
    left += width;
    return { ...column, x: x + 4, width: width - 8 };
  });
}

/** Answers where the first line begins. */
function drawHead(pdf: Pdf, { title, subtitle, siteName, pageLabel }: PrintedList, columns: readonly Placed[], page: number): number {
  const inner = { x: MARGIN, width: WIDTH - MARGIN * 2 };
  pdf.surface
    .rect(0, 0, WIDTH, 5)
    .fill(pdf.surface.linearGradient(0, 0, WIDTH, 0).stop(0, COLORS.clay).stop(0.5, COLORS.amber).stop(1, COLORS.plum));
  if (page === 1) pdf.line(title, { ...inner, y: 36 }, { size: 17, weight: 'bold' });
  else pdf.line(title, { ...inner, y: 34 }, { size: 11, weight: 'bold' });
  pdf.line(subtitle, { ...inner, y: 52 }, { size: 9, color: COLORS.quiet });
  pdf.line(`${siteName} · ${pageLabel(page)}`, { ...inner, y: HEIGHT - 20 }, { size: 8, color: COLORS.quiet, align: 'end' });
  pdf.surface.rect(MARGIN, HEAD, WIDTH - MARGIN * 2, LINE).fill(COLORS.ink);
  for (const column of columns) pdf.line(column.header, { ...column, y: HEAD + 13 }, { size: 8.4, weight: 'bold', color: COLORS.white });
  return HEAD + LINE;
}
