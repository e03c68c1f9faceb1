import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '#kernel/failure.ts';
import { LANGUAGES, say } from '#kernel/message.ts';
import { doc, docx, lieAboutSize, megabytesOfNothing, pdf, pdfWithCrossReferenceStream, zip } from '#test/fixtures/documents.ts';
import { picture } from '#test/fixtures/pictures.ts';
import { prepareDocument } from './media.ts';

async function refusalOf(content: Buffer, name = 'cv.pdf'): Promise<string> {
  const error = await prepareDocument(content, name, 'cv').then(
    () => expect.unreachable('it was accepted'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error;
  const told = error.fields['cv'];
  if (!told || error.kind !== 'invalid') throw error;
  for (const language of LANGUAGES) expect(say(told.message, language, told.params)).not.toMatch(/[{}]/);
  return say(told.message, 'fr', told.params);
}
const extensionOf = async (content: Buffer, name: string): Promise<string> => (await prepareDocument(content, name, 'cv')).extension;

describe('T-115 documents by content', () => {
  test('T-136 PDF, DOCX, DOC and TXT are accepted whatever they are called', async () => {
    const document = await pdf();
    expect(await prepareDocument(document, 'cv.docx', 'cv')).toEqual({ content: document, mediaType: 'application/pdf', extension: 'pdf' });
    expect(await extensionOf(pdfWithCrossReferenceStream(), 'cv.pdf')).toBe('pdf');
    expect(await extensionOf(await docx(), 'cv.pdf')).toBe('docx');
    expect(await extensionOf(doc(), 'cv.doc')).toBe('doc');
    expect(await extensionOf(Buffer.from('Awa Diop, comédienne'), 'cv.txt')).toBe('txt');
  });

  test('T-116 T-136 more than 10 MB is refused, with the size', async () => {
    expect(await refusalOf(Buffer.alloc(11 * 1024 * 1024 + 1, '%PDF-1.4 '))).toMatch(/pèse 11,1 Mo, le maximum est de 10 Mo/);
    expect(await refusalOf(Buffer.alloc(0))).toMatch(/vide/);
  });

  test('anything else is refused by its name', async () => {
    expect(await refusalOf(await picture())).toMatch(/est une image \(JPG\), qui n’est pas accepté/);
    expect(await refusalOf(await zip({ 'a.txt': 'a' }))).toMatch(/est une archive \(ZIP\)/);
    expect(await refusalOf(Buffer.from('{\\rtf1\\ansi Awa}'), 'cv.doc')).toMatch(/document \(RTF\)/);
    expect(await refusalOf(Buffer.from('<!DOCTYPE html><p>CV</p>'), 'cv.txt')).toMatch(/HTML/);
    expect(await refusalOf(Buffer.from('only words'), 'cv.pdf')).toMatch(/se nomme cv\.pdf mais ne contient que du texte/);
    expect(await refusalOf(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]))).toMatch(/n’est pas reconnu/);
  });
});

describe('PDF', () => {
  test('a cut file, and one of only a header, are refused', async () => {
    const whole = await pdf();
    expect(await refusalOf(whole.subarray(0, whole.length - 200))).toMatch(/document PDF est abîmé/);
    expect(await refusalOf(Buffer.from('%PDF-1.7\nnothing'))).toMatch(/abîmé/);
    expect(await refusalOf(Buffer.from('%PDF-1.7\nstartxref\n99999\n%%EOF'))).toMatch(/abîmé/);
  });
  test('a wrong pointer, bytes before the header and after the end are forgiven, as readers do', async () => {
    const text = (await pdf()).toString('latin1');
    for (const variant of [text.replace(/startxref\n\d+/, 'startxref\n1'), `\n\n${text}`, `${text}\n<!-- mailed by -->`]) {
      expect(await extensionOf(Buffer.from(variant, 'latin1'), 'cv.pdf')).toBe('pdf');
    }
  });
  test('a password is told as such', async () => {
    expect(await refusalOf(await pdf({ password: 'secret' }))).toMatch(/PDF est protégé par un mot de passe/);
    expect(await refusalOf(pdfWithCrossReferenceStream({ encrypted: true }))).toMatch(/protégé/);
  });
  test('the word /Encrypt in the text of a page is not a password', async () => {
    expect(await extensionOf(await pdf({ text: 'I know what /Encrypt 5 0 R means' }), 'cv.pdf')).toBe('pdf');
  });
});

describe('DOCX', () => {
  test('a bomb is refused by what it says of itself', async () => {
    const bomb = await docx({ parts: { 'word/media/image1.png': megabytesOfNothing(150) } });
    expect(bomb.length).toBeLessThan(500_000);
    expect(await refusalOf(bomb)).toMatch(/démesuré/);
  });
  test('a bomb that lies about its size is refused while it is unpacked, early', async () => {
    const bomb = lieAboutSize(await docx({ parts: { 'word/media/image1.png': megabytesOfNothing(300) } }), 'word/media/image1.png', 1000);
    const memory = process.memoryUsage().rss;
    expect(await refusalOf(bomb)).toMatch(/démesuré|abîmé/);
    expect(process.memoryUsage().rss - memory).toBeLessThan(150 * 1024 * 1024);
  });
  test('one part that unpacks a thousandfold is refused even when small', async () => {
    expect(await refusalOf(await docx({ parts: { 'word/styles.xml': megabytesOfNothing(20) } }))).toMatch(/démesuré/);
  });
  test('too many parts are refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`word/p${i}.xml`, '']));
    expect(await refusalOf(await docx({ parts }))).toMatch(/démesuré/);
  });
  test('a zip inside is not opened', async () => {
    const inner = await docx({ parts: { 'word/media/image1.png': megabytesOfNothing(150) } });
    expect(await extensionOf(await docx({ parts: { 'word/embeddings/inner.docx': inner } }), 'cv.docx')).toBe('docx');
  });
  test('macros are refused, in both forms', async () => {
    expect(await refusalOf(await docx({ parts: { 'word/vbaProject.bin': 'x' } }))).toMatch(/macros/);
    expect(await refusalOf(await docx({ macroEnabled: true }))).toMatch(/macros/);
  });
  test('names that climb out, missing and foreign parts, a password and a cut are refused', async () => {
    const climbing = await docx({ parts: { 'word/aa/bb/evil.xml': 'x' } });
    for (let at = climbing.indexOf('word/aa/bb/evil'); at >= 0; at = climbing.indexOf('word/aa/bb/evil'))
      climbing.write('../../aaaa/evil', at);
    expect(await refusalOf(climbing)).toMatch(/abîmé/);
    expect(await refusalOf(await docx({ parts: { 'word/document.xml': null } }))).toMatch(/archive|document/);
    expect(await refusalOf(await docx({ parts: { 'word/document.xml': '<html/>' } }))).toMatch(/abîmé/);
    expect(await refusalOf(await docx({ parts: { '[Content_Types].xml': '<Types/>' } }))).toMatch(/n’est pas accepté/);
    expect(await refusalOf(await docx({ password: 'secret' }))).toMatch(/protégé/);
    const whole = await docx();
    expect(await refusalOf(whole.subarray(0, whole.length - 40))).toMatch(/abîmé/);
    const spoilt = Buffer.from(await docx({ text: 'x'.repeat(500) }));
    spoilt.fill(0, 60, 90);
    expect(await refusalOf(spoilt)).toMatch(/abîmé/);
  });
});

describe('DOC', () => {
  test('a password, macros, another program and a cut are told apart', async () => {
    expect(await refusalOf(doc({ encrypted: true }))).toMatch(/DOC est protégé/);
    expect(await refusalOf(doc({ streams: ['EncryptedPackage', 'EncryptionInfo'] }))).toMatch(/protégé/);
    expect(await refusalOf(doc({ storages: ['Macros'] }))).toMatch(/macros/);
    expect(await refusalOf(doc({ streams: ['Workbook'] }))).toMatch(/n’est pas accepté/);
    expect(await refusalOf(doc().subarray(0, 1600))).toMatch(/abîmé|accepté/);
  });
  test('a directory that runs in circles ends', async () => {
    const circle = doc({ streams: ['Workbook'] });
    circle.writeUInt32LE(1, 512 + 4); // the sector after the directory is the directory
    expect(await refusalOf(circle)).toMatch(/n’est pas accepté/);
  });
});

describe('TXT', () => {
  test('every usual encoding becomes UTF-8', async () => {
    const words = 'Né à Thiès : « œuvre » €, سلام';
    const asUtf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const read = async (content: Buffer): Promise<string> => (await prepareDocument(content, 'cv.txt', 'cv')).content.toString('utf8');
    expect(await read(Buffer.from(words))).toBe(words);
    expect(await read(Buffer.from(`\ufeff${words}`))).toBe(words);
    expect(await read(asUtf16(words))).toBe(words);
    expect(await read(asUtf16(words).swap16())).toBe(words);
    expect(await read(Buffer.from('N\xe9 \xe0 Thi\xe8s : \x80 \x9cuvre', 'latin1'))).toBe('Né à Thiès : € œuvre');
    expect(await read(Buffer.from('BM Consulting, Bamako'))).toBe('BM Consulting, Bamako');
  });
  test('NUL and control characters are not text', async () => {
    expect(await refusalOf(Buffer.from('a\0b'), 'cv.txt')).toMatch(/n’est pas reconnu/);
    expect(await refusalOf(Buffer.from('a\x1b[31mb'), 'cv.txt')).toMatch(/n’est pas reconnu/);
    expect(await refusalOf(Buffer.from('  \n '), 'cv.txt')).toMatch(/n’est pas reconnu/);
  });
});

test('whatever bytes come, the answer is a document or a named refusal', async () => {
  const starts = [
    Buffer.from('%PDF-1.4\n'),
    Buffer.from('PK\x03\x04', 'latin1'),
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    await docx(),
    doc(),
    await pdf(),
    Buffer.alloc(0),
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }), fc.nat(4000), async (start, noise, at) => {
      const content = Buffer.concat([start, Buffer.alloc(1)]);
      content.set(noise.subarray(0, Math.max(0, content.length - at)), Math.min(at, content.length));
      const outcome = await prepareDocument(content, 'cv.txt', 'cv').then(
        () => 'accepted',
        (error: unknown) => (error instanceof Failure ? error.kind : error),
      );
      expect(['accepted', 'invalid']).toContain(outcome);
    }),
    { numRuns: 300 },
  );
});
