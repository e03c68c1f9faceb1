/** The card of a person: an A6 page to show and to share, then the same card in wallet size to print and cut out. */
import { type Language, say } from '#kernel/message.ts';
import { A4, A6, COLORS, chips, cutMarks, initialsOf, millimetres, mirrorIn, type PrintedTalent, portrait, preparePhoto } from './look.ts';
import { printed } from './messages.ts';
import { createPdf, type Pdf } from './pdf.ts';

export interface MemberCard {
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly photo?: Buffer | null;
  /** What the QR code opens. */
  readonly qrUrl: string;
  readonly country: string | null;
  readonly city: string | null;
  readonly talents: readonly PrintedTalent[];
  /** The availability in words of the reader's language. */
  readonly availability: string | null;
  readonly siteName: string;
  readonly language: Language;
  /** When the card was made; shown in the document's properties only. */
  readonly date?: Date;
}

interface Prepared extends MemberCard {
  readonly picture: Buffer | null;
  readonly name: string;
  readonly place: string;
}

const WALLET = [millimetres(85.6), millimetres(53.98)] as const;
const PHOTO_HEIGHT = 244;

/** A two-page PDF; the same card gives the same bytes. */
export async function memberCardPdf(card: MemberCard): Promise<Buffer> {
  const name = `${card.firstName} ${card.lastName}`.trim();
  const prepared: Prepared = {
    ...card,
    name,
    place: [card.city, card.country].filter(Boolean).join(card.language === 'ar' ? '، ' : ', '),
    picture: card.photo ? await preparePhoto(card.photo, A6[0], PHOTO_HEIGHT) : null,
  };
  const title = `${say(printed.card, card.language)} · ${name} · ${card.code}`;
  const pdf = createPdf({ title, author: card.siteName, language: card.language, size: A6, ...(card.date ? { date: card.date } : {}) });
  drawPocketPage(pdf, prepared);
  pdf.addPage(A4);
  drawWalletPage(pdf, prepared);
  return pdf.end();
}

function drawPocketPage(pdf: Pdf, card: Prepared): void {
  const [width, height] = A6;
  const { surface } = pdf;
  const frame = { x: 0, y: 0, width };
  const place = mirrorIn(pdf, frame);
  const margin = 20;
  surface.rect(0, 0, width, height).fill(COLORS.paper);
  portrait(pdf, card.picture, initialsOf(card.firstName, card.lastName), { x: 0, y: 0, width, height: PHOTO_HEIGHT });
  const veil = surface
    .linearGradient(0, PHOTO_HEIGHT - 100, 0, PHOTO_HEIGHT)
    .stop(0, COLORS.ink, 0)
    .stop(0.5, COLORS.ink, 0.55)
    .stop(1, COLORS.ink, 0.92);
  surface.rect(0, PHOTO_HEIGHT - 100, width, 100).fill(veil);
  drawRibbon(pdf, 0, PHOTO_HEIGHT, width, 4);
  drawBrand(pdf, card, place, margin);
  const text = { x: margin, width: width - margin * 2 };
  drawName(pdf, card.name, text, PHOTO_HEIGHT - 32);
  pdf.line(card.place, { ...text, y: PHOTO_HEIGHT - 14 }, { size: 11, color: '#f0e6d6' });

  const qr = 84;
  const side = width - margin * 3 - qr;
  const left = place(margin, side);
  drawCode(pdf, card, { x: left, y: PHOTO_HEIGHT + 20, width: side });
  const below = chips(
    pdf,
    card.talents,
    { x: left, y: PHOTO_HEIGHT + 70, width: side, maxRows: 3 },
    { size: 8.4, color: COLORS.ink, fill: COLORS.sand },
  );
  if (card.availability) drawAvailability(pdf, card.availability, { x: left, y: Math.min(below + 12, height - 16), width: side });
  drawQrPlate(pdf, card.qrUrl, place(width - margin - qr, qr), PHOTO_HEIGHT + 22, qr);
  pdf.paragraph(
    say(printed.scan, card.language),
    { x: place(width - margin - qr, qr), y: PHOTO_HEIGHT + 22 + qr + 7, width: qr, maxLines: 3 },
    { size: 7.4, color: COLORS.quiet, align: 'center', leading: 1.3 },
  );
}

/** On one line when it fits, else on two that end where the one would. */
function drawName(pdf: Pdf, name: string, area: { x: number; width: number }, baseline: number): void {
  const style = { weight: 'bold', color: COLORS.white } as const;
  if (pdf.measure(name, { ...style, size: 20 }) <= area.width) {
    pdf.fitted(name, { ...area, y: baseline }, { ...style, size: 25, smallest: 20 });
    return;
  }
  const size = 19;
  const lines = Math.min(2, pdf.linesOf(name, area.width, { ...style, size }).length);
  pdf.paragraph(name, { ...area, y: baseline - size * (0.95 + 1.15 * (lines - 1)), maxLines: lines }, { ...style, size, leading: 1.15 });
}

function drawBrand(pdf: Pdf, card: Prepared, place: (x: number, width: number) => number, margin: number): void {
  const label = say(printed.card, card.language);
  const style = { size: 8.6, weight: 'bold', color: COLORS.white } as const;
  const width = pdf.measure(card.siteName, style) + pdf.measure(label, style) + 34;
  const left = place(margin - 6, width);
  pdf.surface.roundedRect(left, 14, width, 21, 10.5).fillOpacity(0.78).fill(COLORS.ink).fillOpacity(1);
  const inside = { x: left + 11, y: 27.7, width: width - 22 };
  pdf.line(card.siteName, inside, { ...style, color: '#f6c667', align: 'start' });
  pdf.line(label, inside, { ...style, weight: 'regular', align: 'end' });
}

function drawCode(pdf: Pdf, card: Prepared, area: { x: number; y: number; width: number }): void {
  pdf.line(say(printed.code, card.language), { ...area, y: area.y + 8 }, { size: 8.4, color: COLORS.quiet });
  pdf.fitted(card.code, { ...area, y: area.y + 29 }, { size: 20, smallest: 11, weight: 'mono', color: COLORS.clay, direction: 'ltr' });
}

function drawAvailability(pdf: Pdf, text: string, area: { x: number; y: number; width: number }): void {
  const rtl = pdf.direction === 'rtl';
  pdf.surface.circle(rtl ? area.x + area.width - 3.4 : area.x + 3.4, area.y - 3, 3.4).fill('#3e8e5a');
  pdf.line(text, { x: rtl ? area.x : area.x + 12, y: area.y, width: area.width - 12 }, { size: 8.6, color: COLORS.ink });
}

function drawQrPlate(pdf: Pdf, url: string, x: number, y: number, side: number): void {
  const quiet = side * 0.1;
  pdf.surface.roundedRect(x, y, side, side, 8).fill(COLORS.white);
  pdf.qr(url, { x: x + quiet, y: y + quiet, width: side - quiet * 2 }, COLORS.ink);
}

function drawRibbon(pdf: Pdf, x: number, y: number, width: number, height: number): void {
  const ribbon = pdf.surface
    .linearGradient(x, y, x + width, y)
    .stop(0, COLORS.clay)
    .stop(0.5, COLORS.amber)
    .stop(1, COLORS.plum);
  pdf.surface.rect(x, y, width, height).fill(ribbon);
}

function drawWalletPage(pdf: Pdf, card: Prepared): void {
  const [width, height] = A4;
  const [wide, tall] = WALLET;
  const gap = 40;
  const top = height * 0.44 - tall;
  // Two of them: one to carry, one to give.
  for (const x of [(width - gap) / 2 - wide, (width + gap) / 2]) {
    cutMarks(pdf, [x, x + wide], [top, top + tall * 2]);
    drawWalletFront(pdf, card, x, top);
    drawWalletBack(pdf, card, x, top + tall);
    drawFoldMark(pdf, x, top + tall, wide);
  }
  const text = { x: 60, width: width - 120 };
  pdf.line(
    `${card.siteName} · ${say(printed.card, card.language)}`,
    { ...text, y: top - 44 },
    { size: 14, weight: 'bold', align: 'center' },
  );
  pdf.paragraph(say(printed.cut, card.language), { ...text, y: top + tall * 2 + 36 }, { size: 10, color: COLORS.quiet, align: 'center' });
}

function drawWalletFront(pdf: Pdf, card: Prepared, x: number, y: number): void {
  const [width, height] = WALLET;
  const place = mirrorIn(pdf, { x, y, width });
  const photo = 92;
  pdf.surface.rect(x, y, width, height).fill(COLORS.paper);
  portrait(pdf, card.picture, initialsOf(card.firstName, card.lastName), { x: place(x, photo), y, width: photo, height });
  drawRibbon(pdf, place(x + photo, width - photo), y, width - photo, 3);
  const area = { x: place(x + photo + 12, width - photo - 22), width: width - photo - 22 };
  pdf.line(card.siteName, { ...area, y: y + 19 }, { size: 8, weight: 'bold', color: COLORS.amber });
  pdf.fitted(card.firstName, { ...area, y: y + 45 }, { size: 16, smallest: 9, weight: 'bold' });
  pdf.fitted(card.lastName, { ...area, y: y + 63 }, { size: 16, smallest: 9, weight: 'bold' });
  pdf.line(card.place, { ...area, y: y + 78 }, { size: 7.6, color: COLORS.quiet });
  chips(pdf, card.talents, { ...area, y: y + 88, maxRows: 2 }, { size: 6.4, color: COLORS.ink, fill: COLORS.sand });
  pdf.line(card.code, { ...area, y: y + height - 10 }, { size: 12.5, weight: 'mono', color: COLORS.clay, direction: 'ltr' });
}

function drawWalletBack(pdf: Pdf, card: Prepared, x: number, y: number): void {
  const [width, height] = WALLET;
  const place = mirrorIn(pdf, { x, y, width });
  // Upside down, so that both faces stand upright once the paper is folded between them.
  pdf.surface.save().rotate(180, { origin: [x + width / 2, y + height / 2] });
  pdf.surface.rect(x, y, width, height).fill(COLORS.ink);
  drawRibbon(pdf, x, y, width, 3);
  const qr = 104;
  drawQrPlate(pdf, card.qrUrl, place(x + 18, qr), y + (height - qr) / 2, qr);
  const area = { x: place(x + 18 + qr + 14, width - qr - 48), width: width - qr - 48 };
  pdf.line(card.siteName, { ...area, y: y + 44 }, { size: 12, weight: 'bold', color: '#f6c667' });
  pdf.fitted(card.code, { ...area, y: y + 66 }, { size: 14, smallest: 8, weight: 'mono', color: COLORS.white, direction: 'ltr' });
  pdf.paragraph(
    say(printed.found, card.language, { site: card.siteName }),
    { ...area, y: y + 82, maxLines: 5 },
    { size: 7, color: '#d8cfe2', leading: 1.35 },
  );
  pdf.surface.restore();
}

function drawFoldMark(pdf: Pdf, x: number, y: number, width: number): void {
  pdf.surface.save().dash(3, { space: 3 }).lineWidth(0.4).strokeColor(COLORS.quiet);
  for (const [from, to] of [
    [x - 14, x - 2],
    [x + width + 2, x + width + 14],
  ] as const)
    pdf.surface.moveTo(from, y).lineTo(to, y).stroke();
  pdf.surface.restore();
}
