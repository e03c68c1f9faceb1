/**
 * Printing: documents that people hold in their hands. Hides fonts, Arabic shaping, order of writing and PDF.
 *
 * Words: a *card* is what a person carries (A6 and wallet size), a *profile sheet* is one A4 page about them, a *QR* opens
 * their page. `createPdf` is the page itself, for documents of other rooms (CVs, badges): text in every script of the
 * studio, both directions, measured in points.
 */

export { A4, A6, chips, millimetres, mirrorIn, type PrintedTalent, portrait, preparePhoto } from './look.ts';
export { type MemberCard, memberCardPdf } from './member-card.ts';
export { type Area, createPdf, type Pdf, type PdfOptions, type TextStyle } from './pdf.ts';
export { type MemberProfile, profilePdf } from './profile-sheet.ts';
export { qrPng, qrSvg } from './qr.ts';
