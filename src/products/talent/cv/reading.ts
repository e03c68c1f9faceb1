/**
 * Reading one CV from start to end: the file, its words, what they say, an opinion where a model is configured, and all of it stored at
 * once, if the person still has this very CV.
 */
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type DocumentText, readDocumentText } from '#capabilities/media/media.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { cvAnalysed, findingOf } from '../notices.ts';
import { analyseCv, type EmbeddedAnalysis } from './analysis.ts';
import { contactsIn, withoutContacts } from './contacts.ts';
import { askOpinion } from './opinion.ts';
import { emptyReport, reportOf } from './report.ts';
import { type CvAnalysis, type CvOwner, type CvReading, findOwner, holdCv, writeAnalysis, writeReading } from './store.ts';
import type { CvTools } from './tools.ts';

export type ReadingOutcome =
  | { readonly state: 'analysed'; readonly analysis: CvAnalysis; readonly profileScore: number; readonly code: string }
  | { readonly state: 'kept' | 'unknown' | 'no_cv' | 'replaced' };

export interface ReadingOptions {
  /** Somebody asked for it now: what stands is written anew. Otherwise an analysis that is there stays. */
  readonly isAsked: boolean;
  readonly by?: number;
  readonly signal?: AbortSignal;
}

/** A dozen pages: what is beyond is neither judged nor kept. */
const MOST_CHARACTERS = 20_000;

export async function readCv(tools: CvTools, id: number, { isAsked, by, signal }: ReadingOptions): Promise<ReadingOutcome> {
  const owner = await findOwner(tools.db, tools.vault, id);
  if (!owner) return { state: 'unknown' };
  if (!owner.cvFile) return { state: 'no_cv' };
  if (!isAsked && owner.isRead && owner.isAnalysed) return { state: 'kept' };
  const document = await openDocument(tools, owner.cvFile);
  if (!document) return { state: 'replaced' };
  const catalogue = await tools.catalogue.snapshot();
  const embedded = analyse(document, catalogue, tools.clock.now());
  const wantsAnalysis = isAsked || !owner.isAnalysed;
  const asking = { by, signal };
  const analysis = wantsAnalysis ? await judge(tools, owner, document, embedded, catalogue, asking) : null;
  signal?.throwIfAborted();
  const reading = readingOf(tools, owner.cvFile, document, embedded, owner.dial);
  const isStored = await inTransaction(tools.db, async (tx) => {
    if (!(await holdCv(tx, id, reading.cvFile))) return false;
    await writeReading(tx, tools.vault, id, reading);
    if (!analysis) return true;
    await writeAnalysis(tx, id, analysis);
    // Who asked for it now reads it on the same page.
    const news = { to: id, href: '/profile/dashboard', group: 'cv', values: { finding: findingOf(analysis.score) } };
    if (by !== id) await tools.notices.notify(tx, cvAnalysed, news);
    return true;
  });
  if (!isStored) return { state: 'replaced' };
  return analysis ? { state: 'analysed', analysis, profileScore: owner.score, code: owner.code } : { state: 'kept' };
}

/** Null when the file went meanwhile. */
async function openDocument({ db, files }: CvTools, name: string): Promise<DocumentText | null> {
  const file = await files.find(db, name);
  if (!file) return null;
  const extension = EXTENSIONS.find((known) => `.${known}` === extname(name));
  if (!extension) return { text: '', pages: 0, quality: 'none', truncated: false, links: [] };
  const document = await readDocumentText(await buffer(await files.open(file)), extension);
  const { text, truncated } = document;
  return { ...document, text: text.slice(0, MOST_CHARACTERS).toWellFormed(), truncated: truncated || text.length > MOST_CHARACTERS };
}
const EXTENSIONS = ['pdf', 'docx', 'doc', 'txt'] as const;

const analyse = ({ text, quality }: DocumentText, catalogue: Snapshot, today: Date): EmbeddedAnalysis | null =>
  quality === 'none' ? null : analyseCv({ text, quality }, catalogue, today);

async function judge(
  tools: CvTools,
  person: CvOwner,
  { text, quality }: DocumentText,
  embedded: EmbeddedAnalysis | null,
  catalogue: Snapshot,
  { by, signal }: { readonly by: number | undefined; readonly signal: AbortSignal | undefined },
): Promise<CvAnalysis> {
  const at = tools.clock.now();
  if (!embedded || quality === 'none') return emptyReport(at);
  const asking = { text, person, embedded, ...(by === undefined ? {} : { by }), ...(signal ? { signal } : {}) };
  return reportOf({ embedded, opinion: await askOpinion(tools.generation, asking), quality, at }, catalogue);
}

function readingOf({ clock }: CvTools, cvFile: string, document: DocumentText, embedded: EmbeddedAnalysis | null, dial: string): CvReading {
  const { text, links, quality, pages, truncated } = document;
  return {
    cvFile,
    text: withoutContacts(text, ''),
    quality,
    pages,
    truncated,
    findings: embedded && factsOf(embedded),
    contacts: contactsIn(text, links, dial),
    readAt: clock.now(),
  };
}

const factsOf = ({ about, skills, listed, experience, languages }: EmbeddedAnalysis): CvReading['findings'] => ({
  about,
  skills,
  listed,
  experience,
  languages,
});
