/** The words of a PDF, in the order people read them. Runs in the thread of documents only (document-thread.ts). */
import { getDocument, type PDFPageProxy } from 'unpdf/pdfjs';
import type { RawText } from './document-text.ts';
import { type Box, directionOf, segmentsOf } from './page-boxes.ts';
import { blocksOf } from './page-columns.ts';
import { textOfBlock } from './page-lines.ts';

/** A CV has three or four; what comes after so many is not read. */
const MOST_PAGES = 30;
/** No page of words has more pieces. */
const MOST_PIECES = 20_000;

export async function readPdf(content: Uint8Array, mostCharacters: number): Promise<RawText> {
  const task = getDocument({
    data: content,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const pdf = await task.promise;
  const texts: string[] = [];
  const links = new Set<string>();
  const last = Math.min(pdf.numPages, MOST_PAGES);
  let characters = 0;
  for (let number = 1; number <= last && characters < mostCharacters; number++) {
    const page = await pdf.getPage(number);
    const text = await readPage(page);
    characters += text.length;
    texts.push(text);
    for (const link of await linksOf(page)) links.add(link);
    page.cleanup();
  }
  await task.destroy();
  const text = texts.filter(Boolean).join('\n\n');
  return { text, pages: pdf.numPages, links: [...links], isCut: pdf.numPages > texts.length };
}

async function readPage(page: PDFPageProxy): Promise<string> {
  const { upright, others } = await boxesOf(page);
  const whole = upright.map(({ text }) => text).join(' ');
  const rightToLeft = directionOf(whole) === 'rtl';
  const blocks = blocksOf(segmentsOf(upright, rightToLeft), rightToLeft);
  return [...blocks.map(textOfBlock), others.map(({ text }) => text).join(' ')].filter(Boolean).join('\n\n');
}

/** Text that stands upright, and the rest: names along the edge, watermarks. */
async function boxesOf(page: PDFPageProxy): Promise<{ upright: Box[]; others: Box[] }> {
  const { transform } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: false });
  const upright: Box[] = [];
  const others: Box[] = [];
  for (const item of content.items.slice(0, MOST_PIECES)) {
    if (!('str' in item) || item.str === '') continue;
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = multiply(transform as number[], item.transform as number[]);
    const size = Math.hypot(c, d) || 1;
    const box = { text: item.str, left: x, right: x + item.width, base: y, size };
    if (a > 0 && Math.abs(b) < 0.1 * a) upright.push(box);
    else others.push(box);
  }
  return { upright, others };
}

/** Two matrices of PDF (ISO 32000 §8.3.4), the second applied first. */
function multiply(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The addresses behind words such as « LinkedIn ». */
async function linksOf(page: PDFPageProxy): Promise<string[]> {
  const annotations = (await page.getAnnotations()) as readonly { readonly url?: unknown }[];
  return annotations.flatMap(({ url }) => (typeof url === 'string' && /^https?:\/\//i.test(url) && url.length <= 300 ? [url] : []));
}
