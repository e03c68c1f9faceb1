/** A real photo and a real CV, made for tests. */
import { buffer } from 'node:stream/consumers';
import { createCanvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';

/** A drawn face, as the JPEG of a phone: larger than what is kept. */
export function drawPhoto(width = 1200, height = 1600): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#f2d3a2');
  sky.addColorStop(1, '#b5651d');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  const disc = (x: number, y: number, radius: number, color: string): void => {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x * width, y * height, radius * width, 0, 2 * Math.PI);
    context.fill();
  };
  disc(0.5, 1.0, 0.46, '#1f646e');
  disc(0.5, 0.45, 0.24, '#6b3f22');
  disc(0.42, 0.42, 0.022, '#20120a');
  disc(0.58, 0.42, 0.022, '#20120a');
  disc(0.5, 0.54, 0.05, '#8c3b2f');
  return canvas.toBuffer('image/jpeg', 90);
}

/** A one-page CV. */
export function writeCv(name: string): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 56, info: { Title: `CV ${name}` } });
  pdf.fontSize(24).text(name).moveDown(0.5);
  pdf.fontSize(12).text('Comédienne et danseuse, huit ans de scène et de plateau.').moveDown();
  pdf.text('2016-2024  Théâtre national Daniel Sorano, Dakar');
  pdf.text('2021       Premier rôle, « La Pirogue d’Awa »');
  pdf.end();
  return buffer(pdf as unknown as NodeJS.ReadableStream);
}
