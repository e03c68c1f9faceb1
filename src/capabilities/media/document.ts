/** CVs and other documents: which of the accepted formats it is by content, and whether it is whole and harmless. */
import { extname } from 'node:path';
import { type Failure, failure } from '#kernel/failure.ts';
import { judgeDoc, looksLikeCompoundFile } from './compound-file.ts';
import { judgeDocx, looksLikeZip } from './docx.ts';
import { m } from './messages.ts';
import { judgePdf, looksLikePdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';
import { refusal, sniff } from './sniff.ts';

const FORMATS = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  doc: { mediaType: 'application/msword', extension: 'doc' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  txt: { mediaType: 'text/plain; charset=utf-8', extension: 'txt' },
} as const;
type Format = keyof typeof FORMATS;

export interface PreparedDocument {
  readonly content: Buffer;
  readonly mediaType: (typeof FORMATS)[Format]['mediaType'];
  readonly extension: Format;
}

const MADE_OF_TEXT = /rtf|xml|svg|postscript|calendar|vcard/;

type Verdict = 'sound' | 'broken' | 'protected' | 'macros' | 'inflated' | 'foreign';

export async function checkDocument(content: Buffer, originalName: string, field: string): Promise<PreparedDocument> {
  if (looksLikePdf(content)) return accept(content, 'pdf', judgePdf(content), field);
  if (looksLikeZip(content)) return accept(content, 'docx', await judgeDocx(content), field);
  if (looksLikeCompoundFile(content)) return accept(content, 'doc', judgeDoc(content), field);
  const sniffed = await sniff(content);
  const text = readPlainText(content);
  // A letter may well begin with "BM" like a bitmap: what reads as text is text, unless it is a format made of text.
  if (sniffed && (text === null || MADE_OF_TEXT.test(sniffed.mediaType))) throw refusal(field, m.notDocument, sniffed);
  return { ...FORMATS.txt, content: acceptText(text, originalName, field) };
}

async function accept(content: Buffer, format: Format, verdict: Verdict, field: string): Promise<PreparedDocument> {
  if (verdict === 'sound') return { ...FORMATS[format], content };
  if (verdict === 'foreign') throw refusal(field, m.notDocument, await sniff(content));
  throw refused(verdict, format, field);
}

function refused(verdict: Exclude<Verdict, 'sound' | 'foreign'>, format: Format, field: string): Failure {
  const name = { format: format.toUpperCase() };
  if (verdict === 'broken') return failure.field(field, m.brokenDocument, name, 'damaged');
  if (verdict === 'protected') return failure.field(field, m.protectedDocument, name, 'protected');
  if (verdict === 'macros') return failure.field(field, m.macros, {}, 'macros');
  return failure.field(field, m.inflated, {}, 'inflated');
}

/** Text has no signature of its own, so here alone the name counts: text under the name of a PDF is a failed export. */
function acceptText(text: string | null, originalName: string, field: string): Buffer {
  if (text === null) throw failure.field(field, m.unknownDocument, {}, 'format');
  if (/^\s*(<!doctype html|<html|<\?xml|<svg|<script)/i.test(text)) {
    throw refusal(field, m.notDocument, { mediaType: 'text/html', format: 'HTML' });
  }
  if (!['', '.txt', '.text'].includes(extname(originalName).toLowerCase())) {
    throw failure.field(field, m.namedOtherwise, { name: originalName }, 'format');
  }
  return Buffer.from(text, 'utf8');
}
