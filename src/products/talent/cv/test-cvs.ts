/** CVs that tests read: texts, and the same as PDF files. */
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

export const FRENCH_CV = `Fatou Ndiaye
Développeuse web
12, rue des Jardins, Dakar · Née le 14/03/1994 · Célibataire
Téléphone : +221 77 000 00 12 · fatou.ndiaye@mail.example · www.linkedin.com/in/fatou-demo

Profil
Développeuse curieuse et rigoureuse, je construis des services de paiement pour les petits commerces du Sénégal.

Expérience professionnelle
Développeuse full stack, Paie Facile, Dakar
03/2021 – présent
Refonte du service en React et Node.js : 40 000 marchands, temps de réponse divisé par 3.
Équipe de 5 personnes, budget de 120 000 €.
Développeuse front-end, Atelier du Fleuve, Saint-Louis
01/2018 – 12/2020
Trois sites en WordPress. Prix de la meilleure jeune équipe 2019.

Formation
2017 : Licence en génie logiciel, Université Cheikh Anta Diop
2022 : Certification AWS Cloud Practitioner

Compétences
React, Node.js, PostgreSQL, Figma, Docker, Gestion de projet

Langues
Wolof (langue maternelle), français (courant), anglais : B1

Centres d’intérêt
Natation, kora`;

/** As a printed file. */
export function cvFile(text: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 50 });
  pdf.fontSize(10).text(text.replaceAll('’', "'"));
  pdf.end();
  return buffer(pdf as unknown as NodeJS.ReadableStream);
}

/** A page that is one picture. */
export function scannedCv(picture: Buffer): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 0 });
  pdf.image(picture, 0, 0, { width: 595 });
  pdf.end();
  return buffer(pdf as unknown as NodeJS.ReadableStream);
}
