/** A casting sheet: one A4 page about a performer, for the wall of a casting office and the folder of a set. */

import type { Language } from '#kernel/message.ts';
import { say } from '#kernel/message.ts';
import { A4, COLORS, chips, initialsOf, mirrorIn, portrait, preparePhoto } from './look.ts';
import { printed } from './messages.ts';
import { type Area, createPdf, type Pdf } from './pdf.ts';

export interface TalentSheet {
  /** What this paper is, in the reader's language. */
  readonly kind: string;
  readonly siteName: string;
  readonly language: Language;
  readonly code: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Under the name: where they live, how old they are. */
  readonly subtitle: string;
  readonly roles: readonly string[];
  readonly photo: Buffer | null;
  /** At most four are shown. */
  readonly gallery: readonly Buffer[];
  /** The narrow column: what is read at a glance. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly SheetSection[];
  /** Left out on public sheets. */
  readonly contacts: readonly string[];
  /** What the QR code opens. */
  readonly qrUrl: string;
  /** Shown in the document's properties only. */
  readonly date?: Date;
}
/** `chips` are short words, `lines` are rows, `text` is what the person wrote. */
export interface SheetSection {
  readonly heading: string;
  readonly chips?: readonly string[];
  readonly lines?: readonly string[];
  readonly text?: string;
}

const MARGIN = 44;
const PHOTO = { width: 138, height: 176 };
const HEAD = PHOTO.height + 56;
const STRIP = { height: 112, gap: 10, most: 4 };
const ASIDE = 152;
const GUTTER = 28;
const FOOT = 54;
const QR = 84;
const LINE = 17;
const WARM = '#f6c667';

type Place = (x: number, width: number) => number;

/** The same sheet gives the same bytes. */
export async function talentSheetPdf(sheet: TalentSheet): Promise<Buffer> {
  const [width] = A4;
  const name = `${sheet.firstName} ${sheet.lastName}`.trim();
  const { language, siteName: author } = sheet;
  const title = `${sheet.kind} · ${name} · ${sheet.code}`;
  const pdf = createPdf({ title, author, language, size: A4, ...(sheet.date ? { date: sheet.date } : {}) });
  const place = mirrorIn(pdf, { x: 0, y: 0, width });
  const photo = sheet.photo ? await preparePhoto(sheet.photo, PHOTO.width, PHOTO.height) : null;
  drawHead(pdf, place, sheet, name, photo);
  const top = HEAD + 28 + (await drawGallery(pdf, place, sheet.gallery));
  drawAside(pdf, place, sheet, top);
  drawSections(pdf, place, sheet.sections, top);
  drawFoot(pdf, sheet);
  return pdf.end();
}

function drawHead(pdf: Pdf, place: Place, sheet: TalentSheet, name: string, photo: Buffer | null): void {
  const [width] = A4;
  const { surface } = pdf;
  surface.rect(0, 0, width, HEAD).fill(surface.linearGradient(0, 0, width, HEAD).stop(0, COLORS.ink).stop(1, '#5a1626'));
  surface
    .rect(0, HEAD, width, 5)
    .fill(surface.linearGradient(0, HEAD, width, HEAD).stop(0, COLORS.clay).stop(0.5, COLORS.amber).stop(1, '#5a1626'));
  const box = { x: place(MARGIN, PHOTO.width), y: 28, ...PHOTO, radius: 12 };
  portrait(pdf, photo, initialsOf(sheet.firstName, sheet.lastName), box);
  const left = MARGIN + PHOTO.width + GUTTER;
  const area = { x: place(left, width - left - MARGIN), width: width - left - MARGIN };
  pdf.line(`${sheet.siteName} · ${sheet.kind}`, { ...area, y: 46 }, { size: 10, color: WARM, weight: 'bold' });
  pdf.fitted(name, { ...area, y: 84 }, { size: 28, smallest: 14, weight: 'bold', color: COLORS.white });
  pdf.line(sheet.subtitle, { ...area, y: 106 }, { size: 12, color: '#f0e2e4' });
  pdf.line(sheet.code, { ...area, y: 138 }, { size: 17, weight: 'mono', color: COLORS.white, direction: 'ltr' });
  const beside = width - left - MARGIN - QR - GUTTER;
  chips(
    pdf,
    sheet.roles.map((role) => ({ name: role })),
    { x: place(left, beside), width: beside, y: 154, maxRows: 2 },
    { size: 9.4, color: COLORS.ink, fill: WARM },
  );
  drawQrPlate(pdf, sheet.qrUrl, place(width - MARGIN - QR, QR), 28 + PHOTO.height - QR);
}

function drawQrPlate(pdf: Pdf, url: string, x: number, y: number): void {
  const quiet = QR * 0.1;
  pdf.surface.roundedRect(x, y, QR, QR, 8).fill(COLORS.white);
  pdf.qr(url, { x: x + quiet, y: y + quiet, width: QR - quiet * 2 }, COLORS.ink);
}

/** Answers how much height it took. */
async function drawGallery(pdf: Pdf, place: Place, gallery: readonly Buffer[]): Promise<number> {
  const shown = gallery.slice(0, STRIP.most);
  if (!shown.length) return 0;
  const wide = (A4[0] - MARGIN * 2 - STRIP.gap * (STRIP.most - 1)) / STRIP.most;
  for (const [index, photo] of shown.entries()) {
    const picture = await preparePhoto(photo, wide, STRIP.height);
    const x = place(MARGIN + index * (wide + STRIP.gap), wide);
    pdf.image(picture, { x, y: HEAD + 26, width: wide, height: STRIP.height, radius: 8 });
  }
  return STRIP.height + 22;
}

function drawAside(pdf: Pdf, place: Place, sheet: TalentSheet, top: number): void {
  const [width, height] = A4;
  const area = { x: place(width - MARGIN - ASIDE, ASIDE), width: ASIDE };
  const align = pdf.direction === 'rtl' ? 'right' : 'left';
  const write = (label: string, value: string, y: number, direction: 'ltr' | 'auto'): number => {
    pdf.line(label, { ...area, y: y + 8 }, { size: 8.4, weight: 'bold', color: COLORS.clay });
    return pdf.paragraph(value, { ...area, y: y + 13, maxLines: 5 }, { size: 10, direction, align }) + 9;
  };
  // Numbers and addresses read from left to right in every language.
  let y = sheet.contacts.length ? write(say(printed.contact, sheet.language), sheet.contacts.join('\n'), top, 'ltr') : top;
  for (const [label, value] of sheet.facts) {
    if (y > height - FOOT - 40) return;
    y = write(label, value, y, 'auto');
  }
}

/** The wide column; a section without room is left out, a long one says how much is missing. */
function drawSections(pdf: Pdf, place: Place, sections: readonly SheetSection[], top: number): void {
  const wide = A4[0] - MARGIN * 2 - ASIDE - GUTTER;
  const area = { x: place(MARGIN, wide), width: wide };
  const bottom = A4[1] - FOOT - 14;
  let y = top;
  for (const section of sections) {
    if (y > bottom - 60) return;
    y = drawHeading(pdf, section.heading, { ...area, y });
    y = drawSection(pdf, section, { ...area, y }, bottom) + 12;
  }
}

function drawSection(pdf: Pdf, { chips: words, lines, text }: SheetSection, area: Area, bottom: number): number {
  const room = Math.floor((bottom - area.y) / LINE);
  if (words) {
    const labels = words.map((name) => ({ name }));
    return chips(pdf, labels, { ...area, maxRows: Math.min(4, room) }, { size: 9.6, color: COLORS.ink, fill: COLORS.sand });
  }
  if (text) return pdf.paragraph(text, { ...area, maxLines: Math.min(14, room) }, { size: 10.4, leading: 1.5, direction: 'auto' });
  const all = lines ?? [];
  const shown = all.length > room ? [...all.slice(0, room - 1), `+${all.length - room + 1}`] : all;
  for (const [index, line] of shown.entries()) pdf.line(line, { ...area, y: area.y + 9 + index * LINE }, { size: 10.4 });
  return area.y + shown.length * LINE;
}

function drawHeading(pdf: Pdf, text: string, area: Area): number {
  pdf.line(text, { ...area, y: area.y + 10 }, { size: 12.5, weight: 'bold' });
  pdf.surface.rect(pdf.direction === 'rtl' ? area.x + area.width - 24 : area.x, area.y + 16, 24, 2).fill(COLORS.clay);
  return area.y + 28;
}

function drawFoot(pdf: Pdf, sheet: TalentSheet): void {
  const [width, height] = A4;
  pdf.surface.rect(MARGIN, height - FOOT + 8, width - MARGIN * 2, 0.6).fill(COLORS.sand);
  const area = { x: MARGIN, y: height - FOOT + 28, width: width - MARGIN * 2 };
  pdf.line(sheet.siteName, area, { size: 9, weight: 'bold', color: COLORS.quiet });
  pdf.line(sheet.qrUrl, area, { size: 9, color: COLORS.quiet, align: 'end', direction: 'ltr' });
}
