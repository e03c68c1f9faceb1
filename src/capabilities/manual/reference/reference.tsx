/**
 * The references of the APIs as pages: `/docs/<api>` lists every operation, `/docs/<api>/<tag>` tells all about those of one tag,
 * `/docs/<api>.json?lang=fr|en` is the document. Rendered on the server, so they read offline and without a script.
 */
import type { ReactElement } from 'react';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type DocumentLanguage, sayDocument } from '#kernel/http/openapi-words.ts';
import { type Language, type Message, say } from '#kernel/message.ts';
import { Badge, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Ltr } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { m, r, tryIt } from '../messages.ts';
import { Manual, OtherLanguage } from '../shell.tsx';
import { type ApiDocument, type Entry, type Group, groupsOf } from './document.ts';
import { recordingsOf } from './examples.ts';
import { METHOD_TONES, OperationArticle } from './operation.tsx';
import { Sentence, useTagName } from './words.tsx';

export interface ReferenceApi {
  /** Last part of its address: `talent`. */
  readonly name: string;
  readonly title: Message;
  /** Where its door listens, without its paths. */
  readonly origin: string;
  /** The document, finished when the doors are ready. */
  document(): object;
}

const page = { access: access.public, kind: 'page' } as const;

export function registerReference(door: Door, pages: Pages, apis: readonly ReferenceApi[]): void {
  door.get<{ Params: { name: string }; Querystring: { lang?: string } }>('/docs/:name', { config: page }, async (request, reply) => {
    const [, name, json] = /^([a-z]+)(\.json)?$/.exec(request.params.name) ?? [];
    const api = apiNamed(apis, name);
    if (json) return reply.send(sayDocument(api.document(), request.query.lang === 'fr' ? 'fr' : 'en'));
    const document = documentOf(api, request.language);
    return pages.send(request, reply, {
      title: say(api.title, request.language),
      frame: 'public',
      body: <Index api={api} apis={apis} document={document} />,
      metadata: { description: `${say(api.title, request.language)}: ${say(m.lead, request.language)}` },
    });
  });
  door.get<{ Params: { name: string; tag: string } }>('/docs/:name/:tag', { config: page }, async (request, reply) => {
    const api = apiNamed(apis, request.params.name);
    const document = documentOf(api, request.language);
    const groups = groupsOf(document);
    const group = groups.find(({ slug }) => slug === request.params.tag);
    if (!group) throw failure.notFound();
    const title = `${group.name} · ${say(api.title, request.language)}`;
    return pages.send(request, reply, { title, frame: 'public', body: <GroupPage api={api} apis={apis} groups={groups} group={group} /> });
  });
}

function apiNamed(apis: readonly ReferenceApi[], name: string | undefined): ReferenceApi {
  const api = apis.find((candidate) => candidate.name === name);
  if (!api) throw failure.notFound();
  return api;
}

/** There is no Arabic document: its readers get the English one. */
export const languageOfDocument = (language: Language): DocumentLanguage => (language === 'fr' ? 'fr' : 'en');
const documentOf = (api: ReferenceApi, language: Language): ApiDocument =>
  sayDocument(api.document(), languageOfDocument(language)) as ApiDocument;

interface PlaceProps {
  readonly api: ReferenceApi;
  readonly apis: readonly ReferenceApi[];
}

function Index({ api, apis, document }: PlaceProps & { document: ApiDocument }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const tagName = useTagName();
  const groups = groupsOf(document);
  return (
    <Manual apis={apis} open={{ api, groups }}>
      <PageHeader title={api.title} crumbs={[{ label: m.title, href: '/docs' }]}>
        <LinkButton href={`/docs/${api.name}.json?lang=${languageOfDocument(language)}`} kind="secondary" icon="code">
          {t(r.machine)}
        </LinkButton>
      </PageHeader>
      <OtherLanguage />
      <p className="manual-address">
        <Ltr>
          <code>{api.origin}</code>
        </Ltr>
      </p>
      <p lang={languageOfDocument(language)} dir="ltr">
        <Sentence text={document.info.description ?? ''} />
      </p>
      {groups.length === 0 && <p className="text-muted">{t(r.empty)}</p>}
      <Island name="finder" props={{ label: t(r.find), hint: t(r.findHint), none: t(r.found, { count: 0 }) }} className="stack">
        {groups.map((group) => (
          <Card key={group.slug} title={tagName(group.name)} lead={group.description}>
            <ul className="operation-list" data-find-group="">
              {group.entries.map((entry) => (
                <OperationLine key={entry.operation.operationId} href={`/docs/${api.name}/${group.slug}`} {...entry} />
              ))}
            </ul>
          </Card>
        ))}
      </Island>
    </Manual>
  );
}

function OperationLine({ href, method, path, operation }: Entry & { href: string }): ReactElement {
  const names = (operation.parameters ?? []).map(({ name }) => name).join(' ');
  return (
    <li data-find={`${method} ${path} ${operation.summary} ${operation.operationId} ${names}`}>
      <a href={`${href}#${operation.operationId}`} className="operation-line">
        <Badge tone={METHOD_TONES[method] ?? 'accent'}>{method}</Badge>
        <code dir="ltr">{path}</code>
        <span className="operation-words">{operation.summary}</span>
      </a>
    </li>
  );
}

function GroupPage({ api, apis, groups, group }: PlaceProps & { groups: readonly Group[]; group: Group }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  const tagName = useTagName();
  const recordings = recordingsOf(api.name);
  return (
    <Manual apis={apis} open={{ api, groups, group }}>
      <PageHeader
        title={tagName(group.name)}
        lead={group.description}
        crumbs={[
          { label: m.title, href: '/docs' },
          { label: api.title, href: `/docs/${api.name}` },
        ]}
      />
      <OtherLanguage />
      <Card title={tryIt.title} icon="play" tone="plain">
        <p>{viewer ? t(tryIt.asSession, { name: viewer.name }) : t(tryIt.asStranger)}</p>
        <p className="cluster text-muted">
          <Icon name="warning" />
          <span className="min-w-0">{t(tryIt.real)}</span>
        </p>
        <Island name="try-token" props={{ label: t(tryIt.token), hint: t(tryIt.tokenHint) }}>
          <p className="island-fallback text-muted">{t(tryIt.needsScript)}</p>
        </Island>
      </Card>
      {group.entries.map((entry) => (
        <OperationArticle key={entry.operation.operationId} api={api} entry={entry} recordings={recordings} />
      ))}
    </Manual>
  );
}
