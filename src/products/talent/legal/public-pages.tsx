/** What everybody reads: an administrator's text where there is one, else what the studio ships. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Language, type Message, say } from '#kernel/message.ts';
import { PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { cleanHtml, wordsOfHtml } from '#kernel/page/html.tsx';
import type { PageToSend } from '#kernel/page/page.tsx';
import type { LegalTools } from './legal.ts';
import { cookies, names, privacy, terms } from './messages.ts';
import { ADDRESSES, isOpen, LEGAL_ENABLED, LEGAL_PAGES, LEGAL_TEXTS, type LegalPage, textFor } from './pages.ts';

interface LegalText {
  readonly lead: Message;
  readonly sections: readonly (readonly [title: Message, text: Message])[];
}

export const TITLES: Readonly<Record<LegalPage, Message>> = {
  ...{ terms: terms.title, privacy: privacy.title, about: names.about, cookies: cookies.title, mentions: names.mentions },
};

/** Who publishes the site nobody knows but the administrator: there is no legal notice to ship. */
const SHIPPED: Readonly<Partial<Record<LegalPage, LegalText>>> = {
  terms: {
    lead: terms.lead,
    sections: [
      [terms.serviceTitle, terms.service],
      [terms.accountTitle, terms.account],
      [terms.recruitersTitle, terms.recruiters],
      [terms.endTitle, terms.end],
    ],
  },
  privacy: {
    lead: privacy.lead,
    sections: [
      [privacy.keptTitle, privacy.kept],
      [privacy.seenTitle, privacy.seen],
      [privacy.outsideTitle, privacy.outside],
      [privacy.rightsTitle, privacy.rights],
    ],
  },
  cookies: {
    lead: cookies.lead,
    sections: [
      [cookies.neededTitle, cookies.needed],
      [cookies.choicesTitle, cookies.choices],
      [cookies.noneTitle, cookies.none],
    ],
  },
};
/** Whether the page says something before an administrator wrote anything. */
export const isShipped = (page: LegalPage): boolean => page === 'about' || SHIPPED[page] !== undefined;

const DESCRIPTION_LENGTH = 160;

export function registerPublicPages(door: Door, tools: LegalTools): void {
  for (const page of LEGAL_PAGES.filter((name) => name !== 'about')) {
    door.get(ADDRESSES[page], { config: { access: access.public, kind: 'page' } }, async (request, reply) =>
      sendLegalPage(tools, request, reply, page, shippedPage(page, request.language)),
    );
  }
}

function shippedPage(page: LegalPage, language: Language): PageToSend | null {
  const text = SHIPPED[page];
  if (!text) return null;
  const metadata = { description: say(text.lead, language) };
  return { title: say(TITLES[page], language), frame: 'public', body: <ShippedText title={TITLES[page]} text={text} />, metadata };
}

/** The page as its administrator wrote it, else `shipped`. 404 while it is closed, or has nothing to say. */
export async function sendLegalPage(
  { settings, pages }: Pick<LegalTools, 'settings' | 'pages'>,
  request: FastifyRequest,
  reply: FastifyReply,
  page: LegalPage,
  shipped: PageToSend | null,
): Promise<FastifyReply> {
  const { language } = request;
  const { opened, texts } = await settings.read({ opened: LEGAL_ENABLED, texts: LEGAL_TEXTS });
  const own = textFor(texts, page, language);
  if (!isOpen(opened, page) || !(own || shipped)) throw failure.notFound(names.closed);
  if (!own) return pages.send(request, reply, shipped ?? { title: '', body: null });
  const [firstParagraph = own.html] = /<p\b[^>]*>.*?<\/p>/s.exec(own.html) ?? [];
  const description = wordsOfHtml(firstParagraph).slice(0, DESCRIPTION_LENGTH);
  return pages.send(request, reply, {
    title: say(TITLES[page], language),
    frame: 'public',
    body: <OwnText page={page} {...own} />,
    metadata: { description },
  });
}

function OwnText({ page, html, language }: { page: LegalPage; html: string; language: Language }): ReactElement {
  return (
    <article className="mx-auto max-w-3xl">
      <PageHeader title={TITLES[page]} />
      <Written html={html} language={language} />
    </article>
  );
}

/** In its own language and direction, whatever those of the page are. Cleaned once more: what is stored may have come another way. */
export function Written({ html, language }: { html: string; language: Language }): ReactElement {
  return (
    <div className="prose mt-6" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      {cleanHtml(html).nodes}
    </div>
  );
}

function ShippedText({ title, text }: { title: Message; text: LegalText }): ReactElement {
  const t = useT();
  return (
    <article className="mx-auto max-w-3xl">
      <PageHeader title={title} lead={text.lead} />
      {text.sections.map(([heading, body]) => (
        <section key={heading.en} className="mt-8">
          <h2 className="mb-2 text-lg font-semibold">{t(heading)}</h2>
          <p>{t(body)}</p>
        </section>
      ))}
    </article>
  );
}
