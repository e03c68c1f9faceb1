/**
 * Printing: documents that people hold in their hands. Hides fonts, Arabic shaping, order of writing and PDF.
 *
 * Words: a *card* is what a person carries (A6 and wallet size), a *profile sheet* is one A4 page about them, a *QR* opens
 * their page. `createPdf` is the page itself, for documents of other rooms (CVs, badges): text in every script of the
 * studio, both directions, measured in points.
 */

export { A4, millimetres, mirrorIn, preparePhoto } from './look.ts';
export { type MemberCard, memberCardPdf } from './member-card.ts';
export { createPdf, type Pdf } from './pdf.ts';
export { profilePdf } from './profile-sheet.ts';
export { qrPng, qrSvg } from './qr.ts';
