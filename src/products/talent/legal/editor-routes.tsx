/** `/admin/settings/customization/legal/:page`: the text of one page in one language, seen before it is saved. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { isLanguage, type Language, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { readText } from '../readers.ts';
import { editor as m } from './editor-messages.ts';
import { EditorPage, editorAddress, MAX_SOURCE, type Typed } from './editor-page.tsx';
import type { LegalTools } from './legal.ts';
import {
  cleanText,
  type Format,
  isLegalPage,
  isOpen,
  keyOf,
  LEGAL_ENABLED,
  LEGAL_SOURCES,
  LEGAL_TEXTS,
  type LegalPage,
  textFor,
  textIn,
  withText,
} from './pages.ts';
import { isShipped, TITLES } from './public-pages.tsx';

interface ByPage {
  readonly Params: { readonly page: string };
}
const adminPage = { config: { access: access.admin, kind: 'page' } } as const;

export function registerEditor(door: Door, tools: LegalTools): void {
  const address = editorAddress(':page');
  door.get<ByPage>(address, adminPage, async (request, reply) => {
    const page = pageOf(request.params.page);
    const { in: language } = request.query as { readonly in?: string };
    return showEditor(tools, request, reply, { page, language: isLanguage(language) ? language : 'fr' });
  });

  door.post<ByPage>(address, adminPage, async (request, reply) => {
    const page = pageOf(request.params.page);
    const sent = (request.body ?? {}) as FormBody;
    const language = isLanguage(sent['in']) ? sent['in'] : 'fr';
    const typed: Typed = {
      format: sent['format'] === 'html' ? 'html' : 'markdown',
      text: String(sent['text'] ?? '').replaceAll('\r\n', '\n'),
    };
    try {
      const text = readSource(typed.text);
      if (sent['act'] === 'preview') return await showEditor(tools, request, reply, { page, language }, { typed, preview: true });
      const removed = await saveText(tools, request, { page, language, format: typed.format, text });
      setFlash(reply, { kind: 'success', text: say(text === null ? m.forgotten : m.saved, request.language) });
      if (removed.length > 0)
        setFlash(reply, { kind: 'warning', text: say(m.removed, request.language, { names: removed.slice(0, 12).join(', ') }) });
      return reply.redirect(editorAddress(page, language), 303);
    } catch (error) {
      if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
      return showEditor(tools, request, reply, { page, language }, { typed, errors: error.fields, status: statusOf(error) });
    }
  });
}

const pageOf = (name: string): LegalPage => {
  if (!isLegalPage(name)) throw failure.notFound();
  return name;
};

function readSource(typed: string): string | null {
  const read = readText(typed, MAX_SOURCE);
  if (!read.ok) throw failure.invalid({ text: read.error });
  return read.value;
}

interface NewText {
  readonly page: LegalPage;
  readonly language: Language;
  readonly format: Format;
  readonly text: string | null;
}

/** Answers what was taken out. */
async function saveText(tools: LegalTools, request: FastifyRequest, given: NewText): Promise<readonly string[]> {
  const { page, language, format, text } = given;
  const by = requireViewer(request).accountId;
  const { html, removed } = text === null ? { html: null, removed: [] } : cleanText(format, text);
  // A text of which nothing is left is none.
  const kept = html || null;
  await inTransaction(tools.db, async (tx) => {
    await tools.settings.alter(tx, LEGAL_TEXTS, (all) => withText(all, page, language, kept), by);
    await tools.settings.alter(tx, LEGAL_SOURCES, (all) => withText(all, page, language, format === 'markdown' && kept ? text : null), by);
    await requireSomethingToSay(tools, tx, page);
    const description = `Page légale ${page} (${language}) : ${kept ? 'texte enregistré' : 'texte retiré'}`;
    const entry = { type: 'update', category: 'settings', resourceType: 'legal_page', resourceId: keyOf(page, language) };
    await tools.audit.activity(request, { ...entry, description }, tx);
  });
  return removed;
}

/** An open page that would show nothing is a broken link. */
async function requireSomethingToSay({ settings }: LegalTools, tx: Tx, page: LegalPage): Promise<void> {
  if (isShipped(page)) return;
  const { opened, texts } = await settings.read({ opened: LEGAL_ENABLED, texts: LEGAL_TEXTS }, tx);
  if (isOpen(opened, page) && !textFor(texts, page, 'fr')) throw failure.field('text', m.stillOpen, {}, 'required');
}

interface Shown {
  readonly typed?: Typed;
  readonly preview?: boolean;
  readonly errors?: FieldErrors;
  readonly status?: number;
}

async function showEditor(
  { settings, pages }: LegalTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { page, language }: { readonly page: LegalPage; readonly language: Language },
  { typed, preview = false, errors, status = 200 }: Shown = {},
): Promise<FastifyReply> {
  const { opened, texts, sources } = await settings.read({ opened: LEGAL_ENABLED, texts: LEGAL_TEXTS, sources: LEGAL_SOURCES });
  const html = textIn(texts, page, language);
  const source = textIn(sources, page, language);
  const stored = typedBefore(html, source);
  const body = (
    <EditorPage
      {...{ page, language, errors }}
      typed={typed ?? stored}
      preview={typed && preview ? cleanText(typed.format, typed.text) : null}
      isOpen={isOpen(opened, page)}
      written={(['fr', 'en', 'ar'] as const).filter((each) => textIn(texts, page, each) !== null)}
    />
  );
  return pages.send(request, reply, { title: say(TITLES[page], request.language), body, status });
}

/** The Markdown while it still says what the page shows; else its HTML. */
const typedBefore = (html: string | null, source: string | null): Typed => {
  if (html === null) return { format: 'markdown', text: '' };
  return source !== null && cleanText('markdown', source).html === html
    ? { format: 'markdown', text: source }
    : { format: 'html', text: html };
};
