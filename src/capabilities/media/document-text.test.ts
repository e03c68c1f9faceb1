import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { createPdf } from '#capabilities/printing/printing.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { docx } from '#test/fixtures/documents.ts';
import { picture } from '#test/fixtures/pictures.ts';
import { readDocumentText } from './media.ts';

type Draw = (pdf: InstanceType<typeof PDFDocument>) => void;
function drawn(draw: Draw): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 40 });
  draw(pdf);
  pdf.end();
  return buffer(pdf as unknown as NodeJS.ReadableStream);
}
const textOf = async (content: Buffer): Promise<string> => (await readDocumentText(content, 'pdf')).text;
const fixture = (name: string): Buffer => readFileSync(join(packageRoot, 'test/fixtures/cvs', name));

/** A PDF of one page with this content stream, packed. */
function pdfWith(stream: Buffer): Buffer {
  const packed = deflateSync(stream, { level: 9 });
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
4 0 obj<</Filter/FlateDecode/Length ${packed.length}>>stream\n`;
  const tail = '\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n';
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(tail)]);
}

describe('T-291 the words of a PDF', () => {
  it('are read column by column, with what spans the columns in its place', async () => {
    const sentences = (word: string): string => Array.from({ length: 30 }, (_, i) => `${word}${i} is one of many words here.`).join(' ');
    const content = await drawn((pdf) => {
      pdf.fontSize(20).text('Awa Diop, comedienne and dancer of Dakar', 40, 40, { align: 'center' });
      pdf.fontSize(10).text(sentences('left'), 40, 100, { width: 230 });
      pdf.text(sentences('right'), 310, 100, { width: 230 });
      pdf.fontSize(10).text('At the end a line that goes over the whole width of the page, from one edge to the other edge.', 40, 420);
    });
    const text = await textOf(content);
    const places = ['Awa Diop', 'left0 ', 'left29 ', 'right0 ', 'right29 ', 'At the end'].map((word) => text.indexOf(word));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain('left0 is one of many words here. left1 is one');
  });

  it('keep dates beside what happened, on either side', async () => {
    const rows = [
      ['2022 – 2024', 'Designer, Atelier Qalam'],
      ['2019 – 2022', 'Illustrator, Maison des Arts'],
      ['2017 – 2019', 'Trainee, Studio Baobab'],
    ] as const;
    const content = await drawn((pdf) => {
      pdf.fontSize(11).text('These are the posts that I have held until now, the latest of them first.', 40, 40);
      for (const [index, [when, what]] of rows.entries()) {
        pdf.text(when, 40, 80 + index * 20, { lineBreak: false }).text(what, 160, 80 + index * 20, { lineBreak: false });
        pdf.text(what, 40, 200 + index * 20, { lineBreak: false }).text(when, 460, 200 + index * 20, { lineBreak: false });
      }
    });
    const text = await textOf(content);
    for (const [when, what] of rows) expect([text.includes(`${when}\t${what}`), text.includes(`${what}\t${when}`)]).toEqual([true, true]);
  });

  it('in Arabic are in the order of reading, right column first', async () => {
    const pdf = createPdf({ title: 'cv', author: 'x', language: 'ar', size: [595, 842] });
    const looks = { size: 12, color: '#000000' };
    pdf.line('سيرة ذاتية: ممثلة ومعلقة صوتية من الإسكندرية تقيم في القاهرة منذ سنوات طويلة', { x: 40, y: 60, width: 515 }, looks);
    for (const [index, words] of ['الخبرة', 'استوديو منارة 2019 – 2021', 'مسلسل من 104 حلقات', 'الهاتف +20 100 000 0026'].entries()) {
      pdf.line(words, { x: 320, y: 120 + index * 22, width: 235 }, looks);
    }
    for (const [index, words] of ['المهارات', 'الدبلجة', 'الإلقاء', 'Reaper'].entries()) {
      pdf.line(words, { x: 40, y: 131 + index * 22, width: 200 }, looks);
    }
    const text = await textOf(await pdf.end());
    const places = ['سيرة ذاتية: ممثلة', 'الخبرة', 'منارة 2019 – 2021', 'مسلسل من 104 حلقات', 'المهارات', 'Reaper'].map((words) =>
      text.indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('are whole: ligatures, words broken at the edge, letters set apart, links behind words', async () => {
    const content = await drawn((pdf) => {
      pdf.fontSize(11).text('P R O F I L E', 40, 40);
      pdf.text('Somebody who works on oﬃce workﬂows and who has made for many years the most beautiful illus-', 40, 70, {
        lineBreak: false,
      });
      pdf.text('trations of all, in the opinion of those who have seen them with their own eyes.', 40, 84, { lineBreak: false });
      pdf.text('My pages', 40, 120, { link: 'https://www.linkedin.com/in/awa-demo', lineBreak: false });
    });
    const { text, links, quality } = await readDocumentText(content, 'pdf');
    expect(text).toContain('PROFILE');
    expect(text).toContain('the most beautiful illustrations of all');
    expect([links, quality]).toEqual([['https://www.linkedin.com/in/awa-demo'], 'good']);
  });

  it('are said to be missing in a scan, and few when they are', async () => {
    const scan = await picture({ width: 1200, height: 1600, noise: false });
    const scanned = await drawn((pdf) => pdf.image(scan, 0, 0, { width: 595 }));
    expect(await readDocumentText(scanned, 'pdf')).toMatchObject({ text: '', pages: 1, quality: 'none', truncated: false });
    const poor = await drawn((pdf) =>
      pdf.image(scan, 0, 0, { width: 595 }).text('A stamp of fifty letters or so, laid over what was scanned', 40, 40),
    );
    expect(await readDocumentText(poor, 'pdf')).toMatchObject({ quality: 'poor' });
  });

  it('of a long document are read as far as thirty pages', async () => {
    const content = await drawn((pdf) => {
      for (let page = 1; page <= 32; page++) pdf.text(`This is page ${page} of a document that is very long`, 40, 40).addPage();
    });
    const { text, pages, truncated } = await readDocumentText(content, 'pdf');
    expect([pages, truncated, text.includes('page 30'), text.includes('page 31')]).toEqual([33, true, true, false]);
  });
});

describe('a file that wants to do harm', () => {
  it('takes neither the memory nor the time of the studio', { timeout: 120_000 }, async () => {
    // Two thousand million blanks in two megabytes.
    const bomb = pdfWith(Buffer.concat([Buffer.from('BT /F1 12 Tf (x) Tj '), Buffer.alloc(700 * 1024 * 1024, ' '), Buffer.from(' ET')]));
    let turns = 0;
    const beat = setInterval(() => turns++, 20);
    const { quality, trouble } = await readDocumentText(bomb, 'pdf');
    clearInterval(beat);
    expect([quality, trouble]).toEqual(['none', 'too_heavy']);
    expect(turns).toBeGreaterThan(3);
  });

  it('is said to be damaged when it cannot be read', async () => {
    for (const extension of ['pdf', 'doc', 'docx'] as const) {
      const answer = await readDocumentText(Buffer.from('%PDF-1.4\nnothing of the kind\nstartxref\n0\n%%EOF'), extension);
      expect(answer).toMatchObject({ text: '', quality: 'none', trouble: 'damaged' });
    }
  });
});

describe('the words of Word documents', () => {
  const expected = [
    'Mariam Coulibaly\n',
    'Six ans d’expérience en développement d’applications : React, Node.js et PostgreSQL.',
    '2021 – présent\tDéveloppeuse full stack, Paie Facile, Bamako\n03/2018 – 12/2020\tDéveloppeuse front-end, Atelier du Fleuve, Ségou',
    'Temps de réponse divisé par 3.',
    'تطوير الويب، قواعد البيانات، خبرة 6 سنوات',
  ];

  it('T-292 DOCX with tables and links', async () => {
    const { text, quality, links } = await readDocumentText(fixture('writer.docx'), 'docx');
    for (const words of expected) expect(text).toContain(words);
    expect(text).toContain('• Temps de réponse');
    expect([quality, links]).toEqual(['good', ['https://github.com/mariam-demo']]);
  });

  it('DOC by its piece table (C-127)', async () => {
    const { text, quality } = await readDocumentText(fixture('writer.doc'), 'doc');
    for (const words of expected) expect(text).toContain(words);
    expect(quality).toBe('good');
    expect(text).not.toContain('HYPERLINK');
  });

  it('T-292 DOCX: columns made of cells, boxes once, no deleted words', async () => {
    const run = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
    const box = `<w:txbxContent>${run('In a box &amp; only once')}</w:txbxContent>`;
    const body = [
      `<w:tbl><w:tr><w:tc>${run('Contact')}${run('Dakar')}</w:tc><w:tc>${run('Profile')}${run('Actress')}</w:tc></w:tr></w:tbl>`,
      `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      '<w:p><w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>kept</w:t></w:r></w:ins></w:p>',
      run('Enough words to be a document of somebody who looks for work'),
    ].join('');
    const document = `<w:document xmlns:w="x" xmlns:mc="y"><w:body>${body}</w:body></w:document>`;
    const parts = { 'word/document.xml': document, 'word/header1.xml': `<w:hdr>${run('Awa Diop')}</w:hdr>` };
    const { text } = await readDocumentText(await docx({ parts }), 'docx');
    expect(text).toMatch(/^Awa Diop\n\nContact\nDakar\n\nProfile\nActress\n/);
    expect(text.match(/In a box & only once/g)).toHaveLength(1);
    expect([text.includes('gone'), text.includes('kept')]).toEqual([false, true]);
  });

  it('T-293 TXT as it is', async () => {
    const words = 'Awa Diop, comédienne à Dakar. Huit ans de scène et de plateau, sabar et danse contemporaine.';
    expect(await readDocumentText(Buffer.from(words), 'txt')).toMatchObject({ text: words, quality: 'good', truncated: false });
  });
});
