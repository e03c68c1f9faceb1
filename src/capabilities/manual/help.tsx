/**
 * Help for people, `/help` and `/help/…`: one short page for each task, with pictures of the very pages they speak of
 * (`npm run help:pictures`).
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactElement, ReactNode } from 'react';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { Markdown } from '#kernel/page/markdown.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { arabicTitles, h, TOPIC_GROUPS } from './help-messages.ts';
import { type ManualText, textLanguageOf, textOf, topics } from './library.ts';
import { m } from './messages.ts';
import { OtherLanguage } from './shell.tsx';

const FOLDER = join(packageRoot, 'docs', 'help', 'pictures');
const page = { access: access.public, kind: 'page' } as const;
const file = { access: access.public, internal: true, anonymous: true } as const;

export function registerHelp(door: Door, pages: Pages): void {
  door.get('/help', { config: page }, async (request, reply) =>
    pages.send(request, reply, {
      title: say(h.title, request.language),
      body: <Topics />,
      metadata: { description: say(h.lead, request.language) },
    }),
  );
  door.get<{ Params: { topic: string } }>('/help/:topic', { config: page }, async (request, reply) => {
    const text = textOf(topics(request.language), request.params.topic);
    const metadata = { description: text.lead };
    return pages.send(request, reply, { title: titleOf(text, request.language), body: <Topic text={text} />, metadata });
  });
  door.get<{ Params: { language: string; file: string } }>('/help/pictures/:language/:file', { config: file }, async (request, reply) => {
    const { language, file: name } = request.params;
    const path = join(FOLDER, language, name);
    if (!/^(fr|en)$/.test(language) || !/^[a-z0-9-]+\.webp$/.test(name) || !existsSync(path)) throw failure.notFound();
    return reply.type('image/webp').header('cache-control', 'public, max-age=86400').send(createReadStream(path));
  });
}

const titleOf = ({ slug, title }: ManualText, language: string): string => (language === 'ar' ? (arabicTitles[slug] ?? title) : title);

function Topics(): ReactElement {
  const t = useT();
  const { language } = usePage();
  const all = topics(language);
  return (
    <div className="stack">
      <PageHeader title={h.title} lead={h.lead} />
      <OtherLanguage />
      <Island name="finder" props={{ label: t(h.find), hint: t(h.findHint), none: t(h.none) }} className="stack">
        {TOPIC_GROUPS.map(({ key, title, icon, slugs }) => (
          <Card key={key} title={title} icon={icon}>
            <ul className="manual-texts" data-find-group="">
              {all
                .filter(({ slug }) => slugs.includes(slug))
                .map((text) => (
                  <li key={text.slug} data-find={`${titleOf(text, language)} ${text.title} ${text.lead}`}>
                    <a href={`/help/${text.slug}`}>{titleOf(text, language)}</a>
                    <p className="text-muted" lang={text.language} dir="ltr">
                      {text.lead}
                    </p>
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </Island>
      <p className="text-muted">
        {t(h.developers)} <a href="/docs">{t(m.title)}</a>
      </p>
    </div>
  );
}

function Topic({ text }: { text: ManualText }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const group = TOPIC_GROUPS.find(({ slugs }) => slugs.includes(text.slug));
  const beside = topics(language).filter(({ slug }) => slug !== text.slug && group?.slugs.includes(slug));
  return (
    <div className="help-page stack">
      <PageHeader title={titleOf(text, language)} crumbs={[{ label: h.title, href: '/help' }]} />
      <OtherLanguage />
      <article lang={text.language} dir="ltr" className="card-box">
        <p className="help-lead">{text.lead}</p>
        <Markdown source={text.rest} picture={(name, alt) => <Picture name={name} alt={alt} />} />
      </article>
      {beside.length > 0 && (
        <nav aria-label={t(h.beside)} className="cluster">
          {beside.map((other) => (
            <LinkButton key={other.slug} href={`/help/${other.slug}`} kind="secondary" size="sm">
              {titleOf(other, language)}
            </LinkButton>
          ))}
        </nav>
      )}
    </div>
  );
}

/** A picture that was not taken yet leaves no hole: its words stay. */
function Picture({ name, alt }: { name: string; alt: string }): ReactNode {
  const { language } = usePage();
  const from = textLanguageOf(language);
  const size = pictureSizes()[`${from}/${name}`];
  if (!size) return <p className="text-muted">{alt}</p>;
  const [width, height] = size;
  return (
    <figure className="help-picture">
      <img src={`/help/pictures/${from}/${name}.webp`} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
    </figure>
  );
}

let sizes: Readonly<Record<string, readonly [width: number, height: number]>> | null = null;

/** Written beside the pictures when they are taken, so that a page keeps their place free. */
function pictureSizes(): NonNullable<typeof sizes> {
  const path = join(FOLDER, 'sizes.json');
  sizes ??= existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as NonNullable<typeof sizes>) : {};
  return sizes;
}
