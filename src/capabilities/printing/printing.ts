/**
 * Printing: documents that people hold in their hands. Hides fonts, Arabic shaping, order of writing and PDF.
 *
 * Words: a *card* is what a person carries (A6 and wallet size), a *badge* lets them onto a set, a *profile sheet* is one A4 page about them, a *QR* opens
 * their page, a *social card* is the picture beside a link to it. `createPdf` is the page itself, for documents of other rooms (CVs): text in every script of the
 * studio, both directions, measured in points.
 */

export { type BadgeLayout, badgesPdf, type PrintedBadge } from './badge-sheet.ts';
export { listPdf, type PrintedList } from './list-pdf.ts';
export { A4, millimetres, mirrorIn, preparePhoto } from './look.ts';
export { type MemberCard, memberCardPdf } from './member-card.ts';
export { createPdf, type Pdf } from './pdf.ts';
export { profilePdf } from './profile-sheet.ts';
export { qrPng, qrSvg } from './qr.ts';
export { type Cell, CSV, csvStream, type SheetColumn, XLSX, xlsxBook, xlsxStream } from './sheet.ts';
export { type SocialCard, socialCardPng } from './social-card.ts';
export { type SheetSection, talentSheetPdf } from './talent-sheet.ts';
