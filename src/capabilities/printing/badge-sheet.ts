/**
 * Badges of a set: an A6 card to hang around the neck, or four on an A4 page with the marks to cut them along.
 *
 * The QR code is what the page is built around: 62 mm wide on the card, so that a cheap phone reads it at arm's length.
 */
import { type Language, say } from '#kernel/message.ts';
import { A4, A6, COLORS, cutMarks, initialsOf, millimetres, mirrorIn, portrait, preparePhoto } from './look.ts';
import { printed } from './messages.ts';
import { createPdf, type Pdf } from './pdf.ts';

export interface PrintedBadge {
  readonly firstName: string;
  readonly lastName: string;
  readonly photo: Buffer | null;
  readonly role: string | null;
  readonly talentType: string;
  readonly project: string;
  readonly production: string | null;
  readonly projectCode: string;
  readonly code: string;
  /** The text of the QR code. */
  readonly payload: string;
}

/** `card`: a page for each badge. `sheet`: four on a page. */
export type BadgeLayout = 'card' | 'sheet';

export interface BadgeSheetOptions {
  readonly title: string;
  readonly layout: BadgeLayout;
  readonly language: Language;
  readonly siteName: string;
}

interface Prepared extends PrintedBadge {
  readonly picture: Buffer | null;
}

const HEAD = 62;
const PHOTO = { width: millimetres(36), height: millimetres(44) } as const;
const QR = millimetres(62);
const MARGIN = 18;
const PER_PAGE = 4;
/** Four cards leave the margin that printers cannot print on. */
const SHEET_SCALE = 0.93;
const around = (middle: number, step: number): readonly number[] => [middle - step, middle, middle + step];
const COLUMNS = around(A4[0] / 2, A6[0] * SHEET_SCALE);
const ROWS = around(A4[1] / 2, A6[1] * SHEET_SCALE);

/** The same badges give the same bytes. */
export async function badgesPdf(badges: readonly PrintedBadge[], options: BadgeSheetOptions): Promise<Buffer> {
  const size = options.layout === 'card' ? A6 : A4;
  const pdf = createPdf({ title: options.title, author: options.siteName, language: options.language, size });
  for (const [index, badge] of badges.entries()) {
    const place = options.layout === 'card' ? 0 : index % PER_PAGE;
    if (index > 0 && place === 0) pdf.addPage(size);
    if (options.layout === 'sheet' && place === 0) cutMarks(pdf, COLUMNS, ROWS);
    // One at a time: the photos of a large cast would not all fit in memory.
    const picture = badge.photo ? await preparePhoto(badge.photo, PHOTO.width, PHOTO.height) : null;
    if (options.layout === 'card') drawBadge(pdf, { ...badge, picture }, options);
    else drawOnSheet(pdf, { ...badge, picture }, place, options);
  }
  return pdf.end();
}

/** A quarter of an A4 page; its neighbours touch it, so that one cut parts two. */
function drawOnSheet(pdf: Pdf, badge: Prepared, place: number, options: BadgeSheetOptions): void {
  const column = pdf.direction === 'rtl' ? 1 - (place % 2) : place % 2;
  pdf.surface
    .save()
    .translate(COLUMNS[column] ?? 0, ROWS[Math.floor(place / 2)] ?? 0)
    .scale(SHEET_SCALE);
  drawBadge(pdf, badge, options);
  pdf.surface.restore();
}

function drawBadge(pdf: Pdf, badge: Prepared, { language, siteName }: BadgeSheetOptions): void {
  const [width, height] = A6;
  pdf.surface.rect(0, 0, width, height).fill(COLORS.paper);
  drawHead(pdf, badge, siteName, language);
  drawBearer(pdf, badge);
  const qrTop = HEAD + 14 + PHOTO.height + 12;
  const qrLeft = (width - QR) / 2;
  const quiet = QR * 0.06;
  pdf.surface.roundedRect(qrLeft, qrTop, QR, QR, 8).fill(COLORS.white);
  pdf.qr(badge.payload, { x: qrLeft + quiet, y: qrTop + quiet, width: QR - quiet * 2 }, COLORS.ink);
  const foot = { x: MARGIN, width: width - MARGIN * 2 };
  pdf.line(badge.code, { ...foot, y: height - 19 }, { size: 8.6, weight: 'mono', color: COLORS.quiet, align: 'center', direction: 'ltr' });
  pdf.line(
    say(printed.badgeFound, language, { site: siteName }),
    { ...foot, y: height - 8 },
    { size: 6, color: COLORS.quiet, align: 'center' },
  );
}

/** The production and the project; above them the slot for the lanyard. */
function drawHead(pdf: Pdf, badge: Prepared, siteName: string, language: Language): void {
  const [width] = A6;
  const { surface } = pdf;
  surface.rect(0, 0, width, HEAD).fill(surface.linearGradient(0, 0, width, HEAD).stop(0, COLORS.ink).stop(1, COLORS.plum));
  surface
    .rect(0, HEAD, width, 3)
    .fill(surface.linearGradient(0, HEAD, width, HEAD).stop(0, COLORS.clay).stop(0.5, COLORS.amber).stop(1, COLORS.plum));
  surface.roundedRect(width / 2 - 20, 6, 40, 8, 4).fill(COLORS.paper);
  const area = { x: MARGIN, width: width - MARGIN * 2 };
  const eyebrow = badge.production ?? `${siteName} · ${say(printed.badge, language)}`;
  pdf.fitted(eyebrow, { ...area, y: 30 }, { size: 9, smallest: 7, weight: 'bold', color: '#f6c667', align: 'center' });
  pdf.fitted(badge.project, { ...area, y: 50 }, { size: 17, smallest: 10, weight: 'bold', color: COLORS.white, align: 'center' });
}

function drawBearer(pdf: Pdf, badge: Prepared): void {
  const [width] = A6;
  const place = mirrorIn(pdf, { x: 0, y: 0, width });
  const top = HEAD + 14;
  const box = { x: place(MARGIN, PHOTO.width), y: top, ...PHOTO, radius: 8 };
  portrait(pdf, badge.picture, initialsOf(badge.firstName, badge.lastName), box);
  const wide = width - MARGIN * 2 - PHOTO.width - 14;
  const area = { x: place(MARGIN + PHOTO.width + 14, wide), width: wide };
  const bold = { size: 20, smallest: 10, weight: 'bold' } as const;
  pdf.fitted(badge.firstName, { ...area, y: top + 17 }, bold);
  pdf.fitted(badge.lastName, { ...area, y: top + 39 }, bold);
  const kind = { size: 11, smallest: 8, weight: 'bold', color: COLORS.clay } as const;
  pdf.fitted(badge.talentType, { ...area, y: top + 59 }, kind);
  if (badge.role) pdf.paragraph(badge.role, { ...area, y: top + 65, maxLines: 2 }, { size: 9.4, color: COLORS.quiet, leading: 1.3 });
  pdf.fitted(badge.projectCode, { ...area, y: top + PHOTO.height - 3 }, { size: 19, smallest: 10, weight: 'mono', direction: 'ltr' });
}
