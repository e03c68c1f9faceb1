/** A picture as a PNG file that says how it was made: prompt, model and seed as text, and a note that no camera was there. */
import { crc32, deflateSync } from 'node:zlib';

export interface PngText {
  readonly keyword: string;
  readonly text: string;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** `pixels`: red, green, blue and opacity of each, from the top left; opacity is left out of the file. */
export function encodePng(pixels: Uint8ClampedArray, width: number, height: number, texts: readonly PngText[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...texts.map(({ keyword, text }) => chunk('iTXt', international(keyword, text))),
    chunk('IDAT', deflateSync(filtered(pixels, width, height), { level: 3 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The file with these texts before its pixels; everything else of it stays. */
export function withTexts(png: Buffer, texts: readonly PngText[]): Buffer {
  const pixelsAt = SIGNATURE.length + 25; // behind IHDR, which always has 13 bytes
  const chunks = texts.map(({ keyword, text }) => chunk('iTXt', international(keyword, text)));
  return Buffer.concat([png.subarray(0, pixelsAt), ...chunks, png.subarray(pixelsAt)]);
}

function chunk(type: string, content: Buffer): Buffer {
  const whole = Buffer.alloc(12 + content.length);
  whole.writeUInt32BE(content.length, 0);
  whole.write(type, 4, 'latin1');
  content.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + content.length)), 8 + content.length);
  return whole;
}

/** Uncompressed, no language, no translated keyword. */
const international = (keyword: string, text: string): Buffer =>
  Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.from([0, 0, 0, 0, 0]), Buffer.from(text.replaceAll('\0', ''), 'utf8')]);

/** Each row as its difference from the row above: the best single filter for soft pictures. */
function filtered(pixels: Uint8ClampedArray, width: number, height: number): Buffer {
  const stride = width * 3 + 1;
  const rows = Buffer.allocUnsafe(stride * height);
  let to = 0;
  let from = 0;
  const above = width * 4;
  for (let y = 0; y < height; y += 1) {
    rows[to] = y === 0 ? 0 : 2;
    to += 1;
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        const value = pixels[from + channel] ?? 0;
        rows[to] = y === 0 ? value : value - (pixels[from + channel - above] ?? 0);
        to += 1;
      }
      from += 4;
    }
  }
  return rows;
}

const XMP = 'XML:com.adobe.xmp';
/** https://cv.iptc.org/newscodes/digitalsourcetype: made by a program from rules and chance, or from a trained model. */
const SOURCES = {
  rules: 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
  model: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
} as const;

/** `seed` is null when the provider takes none. */
export function notesOf(prompt: string, model: string, seed: number | null, source: keyof typeof SOURCES = 'rules'): PngText[] {
  const safe = escaped(prompt);
  return [
    { keyword: 'Description', text: wellFormed(prompt) },
    { keyword: 'Software', text: model },
    ...(seed === null ? [] : [{ keyword: 'Seed', text: String(seed) }]),
    { keyword: 'Comment', text: 'AI generated: painted by a program, not a photograph' },
    {
      keyword: XMP,
      text:
        `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
        `<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ` +
        `xmp:CreatorTool="${escaped(model)}" Iptc4xmpExt:DigitalSourceType="${SOURCES[source]}">` +
        `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${safe}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
    },
  ];
}

/** Without what neither XML nor a text chunk may hold. */
const wellFormed = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ' ');

const escaped = (text: string): string =>
  wellFormed(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
