/** The curricula vitae of the demonstration, laid out in three ways as real PDF files. */
import { A4, createPdf, millimetres, mirrorIn, type Pdf, preparePhoto } from '#capabilities/printing/printing.ts';
import { messages, say } from '#kernel/message.ts';
import type { DemoPerson, Resume } from './person.ts';
import { mix } from './portraits/palette.ts';

export interface CvPlace {
  readonly city: string;
  readonly country: string;
}

const m = messages({
  experience: { fr: 'Expérience', en: 'Experience', ar: 'الخبرة' },
  education: { fr: 'Formation', en: 'Education', ar: 'التكوين' },
  skills: { fr: 'Compétences', en: 'Skills', ar: 'المهارات' },
  languages: { fr: 'Langues', en: 'Languages', ar: 'اللغات' },
  about: { fr: 'À propos', en: 'About', ar: 'نبذة' },
  contact: { fr: 'Contact', en: 'Contact', ar: 'للتواصل' },
});

/** One CV as it is being written: the page, whose it is, and the colours of its layout. */
interface Sheet {
  readonly pdf: Pdf;
  readonly person: DemoPerson;
  readonly resume: Resume;
  readonly place: CvPlace;
  readonly photo: Buffer | null;
  readonly accent: string;
}

interface Column {
  readonly x: number;
  readonly width: number;
}

const [WIDTH, HEIGHT] = A4;
const INK = '#1f1b2e';
const QUIET = '#67617a';
const PHOTO = millimetres(32);

/** The colour, darkened until small letters of it can be read on white. */
function readable(color: string): string {
  const light = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    .reduce((sum, channel, index) => sum + channel * ([0.3, 0.59, 0.11][index] ?? 0), 0);
  return light > 110 ? readable(mix(color, INK, 0.25)) : color;
}

/** A one-page A4 CV, well under 60 KB. */
export async function cvPdf(person: DemoPerson, resume: Resume, place: CvPlace, portrait: Buffer | null): Promise<Buffer> {
  const name = `${person.firstName} ${person.lastName}`;
  const pdf = createPdf({ title: `${name} – ${resume.headline}`, author: name, language: person.language, size: A4 });
  const withPhoto = resume.layout !== 'classic' && portrait;
  const photo = withPhoto ? await preparePhoto(portrait, PHOTO * 0.7, PHOTO * 0.7) : null;
  LAYOUTS[resume.layout]({ pdf, person, resume, place, photo, accent: readable(person.portrait?.cloth ?? '#7a2f45') });
  return pdf.end();
}

const LAYOUTS: Record<Resume['layout'], (sheet: Sheet) => void> = {
  column: (sheet) => {
    const { pdf, person } = sheet;
    const side = 178;
    const mirror = mirrorIn(pdf, { x: 0, y: 0, width: WIDTH });
    pdf.surface.rect(mirror(0, side), 0, side, HEIGHT).fill('#f3eee4');
    pdf.surface.rect(mirror(side, 3), 0, 3, HEIGHT).fill(sheet.accent);
    const narrow = { x: mirror(26, side - 48), width: side - 48 };
    if (sheet.photo) pdf.image(sheet.photo, { x: mirror(26, PHOTO), y: 46, width: PHOTO, height: PHOTO, radius: 10 });
    aside(sheet, narrow, sheet.photo ? 46 + PHOTO + 30 : 60);
    const wide = { x: mirror(side + 34, WIDTH - side - 72), width: WIDTH - side - 72 };
    pdf.fitted(`${person.firstName} ${person.lastName}`, { ...wide, y: 76 }, { size: 28, smallest: 16, weight: 'bold', color: INK });
    pdf.line(sheet.resume.headline, { ...wide, y: 98 }, { size: 13, color: QUIET });
    const y = pdf.paragraph(sheet.resume.summary, { ...wide, y: 116 }, { size: 11.4, leading: 1.5, color: INK });
    about(sheet, wide, schooling(sheet, wide, career(sheet, wide, y + 20)));
  },
  classic: (sheet) => {
    const { pdf, person, resume, place } = sheet;
    const page = { x: 64, width: WIDTH - 128 };
    pdf.fitted(
      `${person.firstName} ${person.lastName}`,
      { ...page, y: 84 },
      { size: 30, smallest: 16, weight: 'bold', color: INK, align: 'center' },
    );
    pdf.line(resume.headline, { ...page, y: 107 }, { size: 13, color: sheet.accent, align: 'center' });
    const contact = [`${place.city}, ${place.country}`, person.phone, person.email].join('   ·   ');
    pdf.line(contact, { ...page, y: 128 }, { size: 9.6, color: QUIET, align: 'center', direction: 'ltr' });
    pdf.surface.rect(64, 142, WIDTH - 128, 1.2).fill(INK);
    let y = pdf.paragraph(resume.summary, { ...page, y: 158 }, { size: 11, leading: 1.55, color: INK });
    y = schooling(sheet, page, career(sheet, page, y + 18));
    y = heading(sheet, say(m.skills, person.language), page, y);
    y = pdf.paragraph(resume.skills.join('  ·  '), { ...page, y }, { size: 11, color: INK }) + 16;
    y = heading(sheet, say(m.languages, person.language), page, y);
    y = pdf.paragraph(person.spoken, { ...page, y }, { size: 11, color: INK }) + 16;
    about(sheet, page, y);
  },
  banner: (sheet) => {
    const { pdf, person, resume } = sheet;
    const { surface } = pdf;
    const mirror = mirrorIn(pdf, { x: 0, y: 0, width: WIDTH });
    surface.rect(0, 0, WIDTH, 168).fill(surface.linearGradient(0, 0, WIDTH, 168).stop(0, INK).stop(1, sheet.accent));
    const text = sheet.photo ? 56 + PHOTO + 26 : 56;
    if (sheet.photo) pdf.image(sheet.photo, { x: mirror(56, PHOTO), y: 38, width: PHOTO, height: PHOTO, radius: PHOTO / 2 });
    const head = { x: mirror(text, WIDTH - text - 56), width: WIDTH - text - 56 };
    pdf.fitted(`${person.firstName} ${person.lastName}`, { ...head, y: 84 }, { size: 29, smallest: 16, weight: 'bold', color: '#ffffff' });
    pdf.line(resume.headline, { ...head, y: 108 }, { size: 13.5, color: '#f4e7d2' });
    const wide = { x: mirror(56, 310), width: 310 };
    const y = pdf.paragraph(resume.summary, { ...wide, y: 198 }, { size: 11, leading: 1.55, color: INK });
    about(sheet, wide, schooling(sheet, wide, career(sheet, wide, y + 20)));
    aside(sheet, { x: mirror(402, WIDTH - 402 - 50), width: WIDTH - 402 - 50 }, 198);
  },
};

function heading({ pdf, accent }: Sheet, text: string, column: Column, y: number): number {
  pdf.line(text, { ...column, y: y + 11 }, { size: 13.4, weight: 'bold', color: accent });
  return y + 20;
}

function career(sheet: Sheet, column: Column, top: number): number {
  const { pdf, resume, person } = sheet;
  let y = heading(sheet, say(m.experience, person.language), column, top);
  for (const step of resume.experience) {
    pdf.line(step.what, { ...column, y: y + 11 }, { size: 12.2, weight: 'bold', color: INK });
    pdf.line(`${step.where}  ·  ${step.when}`, { ...column, y: y + 25 }, { size: 10.4, color: QUIET });
    y += 32;
    for (const point of step.points) y = bullet(sheet, point, column, y);
    y += 9;
  }
  return y + 6;
}

function bullet({ pdf, accent }: Sheet, text: string, column: Column, y: number): number {
  const mirror = mirrorIn(pdf, { ...column, y });
  pdf.surface.circle(mirror(column.x, 4) + 2, y + 7, 1.7).fill(accent);
  return (
    pdf.paragraph(
      text,
      { x: mirror(column.x + 12, column.width - 12), y, width: column.width - 12 },
      { size: 11, leading: 1.4, color: INK },
    ) + 2
  );
}

function schooling(sheet: Sheet, column: Column, top: number): number {
  const { pdf, resume, person } = sheet;
  let y = heading(sheet, say(m.education, person.language), column, top);
  for (const [when, what] of resume.education) {
    const mirror = mirrorIn(pdf, { ...column, y });
    pdf.line(when, { x: mirror(column.x, 40), y: y + 10, width: 40 }, { size: 10, weight: 'bold', color: QUIET });
    y = pdf.paragraph(what, { x: mirror(column.x + 44, column.width - 44), y, width: column.width - 44 }, { size: 11, color: INK }) + 5;
  }
  return y + 12;
}

/** In the person's own words. */
function about(sheet: Sheet, column: Column, top: number): void {
  const { pdf, person } = sheet;
  const y = heading(sheet, say(m.about, person.language), column, top);
  pdf.paragraph(person.bio, { ...column, y }, { size: 11, leading: 1.5, color: INK });
}

/** The narrow column: how to reach the person, what they can do, what they speak. */
function aside(sheet: Sheet, column: Column, top: number): void {
  const { pdf, person, resume, place } = sheet;
  let y = heading(sheet, say(m.contact, person.language), column, top);
  const site = person.website ?? person.portfolio;
  for (const line of [`${place.city}, ${place.country}`, person.phone, person.email, site?.replace('https://', '')]) {
    if (!line) continue;
    pdf.fitted(line, { ...column, y: y + 10 }, { size: 10, smallest: 6, color: INK, direction: 'ltr' });
    y += 16;
  }
  y = heading(sheet, say(m.skills, person.language), column, y + 16);
  for (const skill of resume.skills) y = bullet(sheet, skill, column, y);
  y = heading(sheet, say(m.languages, person.language), column, y + 16);
  for (const language of person.spoken.split(/[,،]\s*/)) y = bullet(sheet, language, column, y);
}
