/** The profile of a person on one A4 page: what goes with a letter, and what a recruiter prints. */
import { type Message, say } from '#kernel/message.ts';
import { A4, COLORS, chips, initialsOf, mirrorIn, portrait, preparePhoto } from './look.ts';
import type { MemberCard } from './member-card.ts';
import { printed } from './messages.ts';
import { type Area, createPdf, type Pdf } from './pdf.ts';

export interface MemberProfile extends MemberCard {
  readonly bio?: string | null;
  readonly education?: string | null;
  /** The languages the person speaks, as they wrote them. */
  readonly spoken?: string | null;
  readonly years?: number | null;
  readonly rate?: string | null;
  readonly workMode?: string | null;
  /** Lines of contact (e-mail, telephone, address of a site); left out on public sheets. */
  readonly contacts?: readonly string[];
}

const MARGIN = 48;
const PHOTO = 150;
const HEAD = 214;
const ASIDE = 150;
const GUTTER = 30;
const FOOT = 60;

export async function profilePdf(profile: MemberProfile): Promise<Buffer> {
  const name = `${profile.firstName} ${profile.lastName}`.trim();
  const title = `${say(printed.sheet, profile.language)} · ${name} · ${profile.code}`;
  const pdf = createPdf({
    title,
    author: profile.siteName,
    language: profile.language,
    size: A4,
    ...(profile.date ? { date: profile.date } : {}),
  });
  drawHead(pdf, profile, name, profile.photo ? await preparePhoto(profile.photo, PHOTO, PHOTO) : null);
  drawFacts(pdf, profile);
  drawStory(pdf, profile);
  drawFoot(pdf, profile);
  return pdf.end();
}

function drawHead(pdf: Pdf, profile: MemberProfile, name: string, picture: Buffer | null): void {
  const [width] = A4;
  const place = mirrorIn(pdf, { x: 0, y: 0, width });
  const { surface } = pdf;
  surface.rect(0, 0, width, HEAD).fill(surface.linearGradient(0, 0, width, HEAD).stop(0, COLORS.ink).stop(1, COLORS.plum));
  surface
    .rect(0, HEAD, width, 5)
    .fill(surface.linearGradient(0, HEAD, width, HEAD).stop(0, COLORS.clay).stop(0.5, COLORS.amber).stop(1, COLORS.plum));
  portrait(pdf, picture, initialsOf(profile.firstName, profile.lastName), {
    x: place(MARGIN, PHOTO),
    y: 36,
    width: PHOTO,
    height: PHOTO,
    radius: 16,
  });
  const left = MARGIN + PHOTO + GUTTER;
  const area = { x: place(left, width - left - MARGIN), width: width - left - MARGIN };
  pdf.line(
    `${profile.siteName} · ${say(printed.sheet, profile.language)}`,
    { ...area, y: 54 },
    { size: 10, color: '#f6c667', weight: 'bold' },
  );
  pdf.fitted(name, { ...area, y: 92 }, { size: 29, smallest: 15, weight: 'bold', color: COLORS.white });
  const where = [profile.city, profile.country].filter(Boolean).join(profile.language === 'ar' ? '، ' : ', ');
  pdf.line(where, { ...area, y: 114 }, { size: 12.5, color: '#e5dcec' });
  pdf.line(profile.code, { ...area, y: 146 }, { size: 17, weight: 'mono', color: COLORS.white, direction: 'ltr' });
  if (profile.availability)
    chips(pdf, [{ name: profile.availability }], { ...area, y: 162, maxRows: 1 }, { size: 9.6, color: COLORS.ink, fill: '#f6c667' });
}

/** The narrow column: what is read at a glance. */
function drawFacts(pdf: Pdf, profile: MemberProfile): void {
  const [width, height] = A4;
  const x = mirrorIn(pdf, { x: 0, y: 0, width })(width - MARGIN - ASIDE, ASIDE);
  const years =
    profile.years === null || profile.years === undefined ? null : say(printed.years, profile.language, { years: profile.years });
  const facts: readonly (readonly [Message, string | null | undefined])[] = [
    [printed.experience, years],
    [printed.workMode, profile.workMode],
    [printed.rate, profile.rate],
    [printed.languages, profile.spoken],
    [printed.contact, profile.contacts?.join('\n')],
  ];
  let y = HEAD + 34;
  for (const [label, value] of facts) {
    if (value) y = drawFact(pdf, say(label, profile.language), value, { x, y, width: ASIDE });
  }
  const side = 96;
  const top = height - FOOT - side - 34;
  const left = pdf.direction === 'rtl' ? x + ASIDE - side : x;
  pdf.qr(profile.qrUrl, { x: left, y: top, width: side }, COLORS.ink);
  pdf.paragraph(say(printed.scan, profile.language), { x, y: top + side + 8, width: ASIDE }, { size: 8.4, color: COLORS.quiet });
}

function drawFact(pdf: Pdf, label: string, value: string, area: Area): number {
  pdf.line(label, { ...area, y: area.y + 8 }, { size: 8.8, weight: 'bold', color: COLORS.clay });
  return (
    pdf.paragraph(
      value,
      { ...area, y: area.y + 14, maxLines: 6 },
      { size: 10.4, direction: 'auto', align: pdf.direction === 'rtl' ? 'right' : 'left' },
    ) + 14
  );
}

/** The wide column: who the person is. */
function drawStory(pdf: Pdf, profile: MemberProfile): void {
  const [width] = A4;
  const wide = width - MARGIN * 2 - ASIDE - GUTTER;
  const area = { x: mirrorIn(pdf, { x: 0, y: 0, width })(MARGIN, wide), width: wide };
  let y = HEAD + 34;
  if (profile.talents.length) {
    y = drawHeading(pdf, say(printed.talents, profile.language), { ...area, y });
    y = chips(pdf, profile.talents, { ...area, y, maxRows: 5 }, { size: 10, color: COLORS.ink, fill: COLORS.sand }) + 18;
  }
  for (const [label, text, maxLines] of [
    [printed.about, profile.bio, 24],
    [printed.education, profile.education, 5],
  ] as const) {
    if (!text) continue;
    y = drawHeading(pdf, say(label, profile.language), { ...area, y });
    y = pdf.paragraph(text, { ...area, y, maxLines }, { size: 11, leading: 1.55, direction: 'auto' }) + 18;
  }
}

function drawHeading(pdf: Pdf, text: string, area: Area): number {
  pdf.line(text, { ...area, y: area.y + 10 }, { size: 13, weight: 'bold' });
  pdf.surface.rect(pdf.direction === 'rtl' ? area.x + area.width - 24 : area.x, area.y + 17, 24, 2).fill(COLORS.amber);
  return area.y + 30;
}

function drawFoot(pdf: Pdf, profile: MemberProfile): void {
  const [width, height] = A4;
  pdf.surface.rect(MARGIN, height - FOOT + 8, width - MARGIN * 2, 0.6).fill(COLORS.sand);
  const area = { x: MARGIN, y: height - FOOT + 28, width: width - MARGIN * 2 };
  pdf.line(profile.siteName, area, { size: 9, weight: 'bold', color: COLORS.quiet });
  pdf.line(profile.qrUrl, area, { size: 9, color: COLORS.quiet, align: 'end', direction: 'ltr' });
}
