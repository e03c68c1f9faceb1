/** The guides for developers, `/docs` and `/docs/guides/…`. */
import type { ReactElement } from 'react';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Badge, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Ltr } from '#kernel/page/facts.tsx';
import { headingsOf, Markdown } from '#kernel/page/markdown.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { guides, type ManualText, textOf } from './library.ts';
import { m } from './messages.ts';
import { type ApiDocument, groupsOf } from './reference/document.ts';
import type { ReferenceApi } from './reference/reference.tsx';
import { Manual, OtherLanguage } from './shell.tsx';

const page = { access: access.public, kind: 'page' } as const;

export function registerGuides(door: Door, pages: Pages, apis: readonly ReferenceApi[]): void {
  door.get('/docs', { config: page }, async (request, reply) =>
    pages.send(request, reply, {
      title: say(m.title, request.language),
      frame: 'public',
      body: <Overview apis={apis} />,
      metadata: { description: say(m.lead, request.language) },
    }),
  );
  door.get('/docs/guides', { config: page }, async (_request, reply) => reply.redirect('/docs#guides', 303));
  door.get<{ Params: { guide: string } }>('/docs/guides/:guide', { config: page }, async (request, reply) => {
    const text = textOf(guides(request.language), request.params.guide);
    const metadata = { description: text.lead };
    return pages.send(request, reply, { title: text.title, frame: 'public', body: <Guide apis={apis} text={text} />, metadata });
  });
}

function Overview({ apis }: { apis: readonly ReferenceApi[] }): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <Manual apis={apis}>
      <PageHeader title={m.title} lead={m.lead}>
        <LinkButton href="/docs/guides/quick-start" icon="play">
          {guides(language)[0]?.title}
        </LinkButton>
      </PageHeader>
      <div className="columns">
        {apis.map(({ name, title, origin, document }) => (
          <Card key={name} title={title} icon="code" footer={<LinkButton href={`/docs/${name}`}>{t(m.open)}</LinkButton>}>
            <div className="stack">
              <Ltr>
                <code className="break-all">{origin}</code>
              </Ltr>
              <p>
                <Badge>{t(m.operations, { count: countOf(document() as ApiDocument) })}</Badge>
              </p>
            </div>
          </Card>
        ))}
      </div>
      <Card title={m.guides} lead={m.guidesLead} id="guides">
        <OtherLanguage />
        <ul className="manual-texts">
          {guides(language).map((text) => (
            <li key={text.slug} lang={text.language}>
              <a href={`/docs/guides/${text.slug}`}>{text.title}</a>
              <p className="text-muted">{text.lead}</p>
            </li>
          ))}
        </ul>
      </Card>
    </Manual>
  );
}

const countOf = (document: ApiDocument): number => groupsOf(document).reduce((sum, { entries }) => sum + entries.length, 0);

function Guide({ apis, text }: { apis: readonly ReferenceApi[]; text: ManualText }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const all = guides(language);
  const next = all[all.findIndex(({ slug }) => slug === text.slug) + 1];
  const headings = headingsOf(text.rest).filter(({ depth }) => depth === 2);
  return (
    <Manual apis={apis}>
      <PageHeader title={text.title} lead={text.lead} crumbs={[{ label: m.title, href: '/docs' }]} />
      <OtherLanguage />
      {headings.length > 2 && (
        <nav className="prose-contents" aria-label={t(m.onThisPage)}>
          <ul>
            {headings.map((heading) => (
              <li key={heading.id}>
                <a href={`#${heading.id}`}>{heading.text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <article lang={text.language} dir="ltr" className="card-box">
        <Markdown source={text.rest} />
      </article>
      {next && (
        <p>
          <LinkButton href={`/docs/guides/${next.slug}`} kind="secondary" iconEnd="arrow-end">
            {`${t(m.next)}${language === 'fr' ? '\u00a0' : ''}: ${next.title}`}
          </LinkButton>
        </p>
      )}
    </Manual>
  );
}
