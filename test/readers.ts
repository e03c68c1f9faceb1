/**
 * Independent readers of what the studio prints: zbar for QR codes, poppler for PDFs, openpyxl for workbooks. A reader that is missing
 * fails the test with what to install: a paper that nobody read proves nothing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The pages of a PDF as PNG pictures. */
export function pagesOf(pdf: Buffer, dotsPerInch = 150): readonly Buffer[] {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    run('pdftoppm', 'poppler-utils', ['-r', String(dotsPerInch), '-png', join(folder, 'paper.pdf'), join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  });
}

/** The words of a PDF, as poppler finds them. */
export function wordsOf(pdf: Buffer): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    return run('pdftotext', 'poppler-utils', [join(folder, 'paper.pdf'), '-']);
  });
}

/** What the QR codes of a picture say, one text each. */
export function qrTextsOf(picture: Buffer): readonly string[] {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'picture.png'), picture);
    return run('zbarimg', 'zbar-tools', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, 'picture.png')])
      .split('\n')
      .filter(Boolean);
  });
}

export interface ReadSheet {
  readonly title: string;
  /** Dates as ISO texts; empty cells are null. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

const READ_WORKBOOK = `
import sys, json, datetime, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=len(sys.argv) > 2)
plain = lambda v: v.isoformat() if isinstance(v, (datetime.datetime, datetime.date, datetime.time)) else v
for cell in [] if len(sys.argv) > 2 else [c for s in book for r in s.iter_rows() for c in r]:
    assert cell.data_type != 'f', f'{cell.coordinate} is a formula'
json.dump([{'title': s.title, 'rows': [[plain(v) for v in row] for row in s.iter_rows(values_only=True)]} for s in book], sys.stdout)
`;

/** Every cell of a workbook, as openpyxl reads it; a cell that is a formula is an error. */
export function readWorkbook(content: Buffer): readonly ReadSheet[] {
  return inFolder((folder) => {
    const [book, script] = [join(folder, 'book.xlsx'), join(folder, 'read.py')];
    writeFileSync(book, content);
    writeFileSync(script, READ_WORKBOOK);
    return JSON.parse(run('/usr/bin/python3', 'python3-openpyxl', [script, book])) as readonly ReadSheet[];
  });
}

function run(program: string, debianPackage: string, words: readonly string[]): string {
  try {
    return execFileSync(program, words, { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing ? new Error(`${program} is missing (Debian: apt install ${debianPackage})`) : error;
  }
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-read-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
