/**
 * The references of the APIs as pages: every operation of an OpenAPI document, who may call it, what it takes and answers.
 * Rendered on the server, so they read offline and without a script: `/docs`, `/docs/<name>`, `/docs/<name>.json`.
 */
import type { ReactElement } from 'react';
import { failure } from '../failure.ts';
import { access } from '../http/access.ts';
import type { Door } from '../http/door.ts';
import { type Message, messages, say } from '../message.ts';
import { Badge, Card, LinkButton, PageHeader } from './components.tsx';
import { useT } from './context.tsx';
import { Ltr } from './facts.tsx';
import type { Pages } from './page.tsx';
import { type Schema, sketch, word } from './schema-sketch.ts';

/** The parts of OpenAPI 3.1 that are shown. */
interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
  readonly 'x-access'?: string;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface ReferenceApi {
  /** Last part of its address: `talent`. */
  readonly name: string;
  readonly title: Message;
  /** Where its door listens. */
  readonly address: string;
  /** The document, finished when the doors are ready. */
  document(): object;
}

const m = messages({
  title: { fr: 'Documentation des API', en: 'API documentation', ar: 'وثائق واجهات البرمجة' },
  lead: {
    fr: 'Trois API, un seul compte. Chaque document OpenAPI est produit par le programme lui-même.',
    en: 'Three APIs, one account. Each OpenAPI document is made by the program itself.',
    ar: 'ثلاث واجهات برمجة وحساب واحد. كل مستند OpenAPI ينتجه البرنامج نفسه.',
  },
  open: { fr: 'Lire la référence', en: 'Read the reference', ar: 'قراءة المرجع' },
  access: { fr: 'Accès : {access}', en: 'Access: {access}', ar: 'الوصول: {access}' },
  parameters: { fr: 'Paramètres', en: 'Parameters', ar: 'المعاملات' },
  body: { fr: 'Corps de la requête', en: 'Request body', ar: 'متن الطلب' },
  answer: { fr: 'Réponse {status}', en: 'Answer {status}', ar: 'الاستجابة {status}' },
  required: { fr: 'requis', en: 'required', ar: 'مطلوب' },
  machine: { fr: 'Document OpenAPI 3.1', en: 'OpenAPI 3.1 document', ar: 'مستند OpenAPI 3.1' },
  empty: {
    fr: 'Cette API n’a pas encore de point d’accès.',
    en: 'This API has no endpoint yet.',
    ar: 'لا توجد نقاط وصول لهذه الواجهة بعد.',
  },
});

const page = { access: access.public, kind: 'page' } as const;

export function registerReference(door: Door, pages: Pages, apis: readonly ReferenceApi[]): void {
  door.get('/docs', { config: page }, async (request, reply) =>
    pages.send(request, reply, { title: say(m.title, request.language), frame: 'public', body: <Overview apis={apis} /> }),
  );
  door.get<{ Params: { name: string } }>('/docs/:name', { config: page }, async (request, reply) => {
    const [, name = '', json] = /^([a-z]+)(\.json)?$/.exec(request.params.name) ?? [];
    const api = apis.find((candidate) => candidate.name === name);
    if (!api) throw failure.notFound();
    if (json) return reply.send(api.document());
    const document = api.document() as ApiDocument;
    return pages.send(request, reply, {
      title: document.info.title,
      frame: 'public',
      body: <Reference document={document} source={`/docs/${name}.json`} />,
    });
  });
}

function Overview({ apis }: { apis: readonly ReferenceApi[] }): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={m.title} lead={m.lead} />
      {apis.map(({ name, title, address }) => (
        <Card key={name} title={title} footer={<LinkButton href={`/docs/${name}`}>{t(m.open)}</LinkButton>}>
          <Ltr>
            <code>{address}</code>
          </Ltr>
        </Card>
      ))}
    </div>
  );
}

function Reference({ document, source }: { document: ApiDocument; source: string }): ReactElement {
  const t = useT();
  const groups = groupsOf(document);
  return (
    <div className="stack">
      <PageHeader title={document.info.title} lead={document.info.description ?? ''} crumbs={[{ label: m.title, href: '/docs' }]}>
        <LinkButton href={source} kind="secondary">
          {t(m.machine)}
        </LinkButton>
      </PageHeader>
      {groups.length === 0 && <p className="text-muted">{t(m.empty)}</p>}
      {groups.map(({ name, description, entries }) => (
        <Card key={name} title={name} lead={description}>
          <div className="stack">
            {entries.map((entry) => (
              <OperationEntry key={entry.operation.operationId} {...entry} />
            ))}
          </div>
        </Card>
      ))}
    </div>
  );
}

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}
const TONES: Readonly<Record<string, 'info' | 'danger' | 'accent'>> = { GET: 'info', DELETE: 'danger' };

function OperationEntry({ method, path, operation }: Entry): ReactElement {
  const t = useT();
  const { parameters = [], requestBody, responses = {}, description, summary } = operation;
  return (
    <details id={operation.operationId}>
      <summary className="cluster cursor-pointer py-2">
        <Badge tone={TONES[method] ?? 'accent'}>{method}</Badge>
        <Ltr>
          <code className="break-all">{path}</code>
        </Ltr>
        <span className="text-muted">{summary}</span>
      </summary>
      <div className="stack py-2">
        {description && <p>{description}</p>}
        <p className="text-muted">{t(m.access, { access: operation['x-access'] ?? 'public' })}</p>
        {parameters.length > 0 && <h4 className="font-semibold">{t(m.parameters)}</h4>}
        {parameters.map(({ name, in: where, required, schema }) => (
          <p key={`${where} ${name}`}>
            <code>{name}</code> <span className="text-muted">{`${where}, ${word(schema)}${required ? `, ${t(m.required)}` : ''}`}</span>
          </p>
        ))}
        <Shape title={t(m.body)} content={requestBody} />
        {Object.entries(responses).map(([status, content]) => (
          <Shape key={status} title={t(m.answer, { status })} content={content} />
        ))}
      </div>
    </details>
  );
}

function Shape({ title, content }: { title: string; content: Content | undefined }): ReactElement | null {
  const schema = Object.values(content?.content ?? {})[0]?.schema;
  if (!schema) return null;
  return (
    <div>
      <h4 className="font-semibold">{title}</h4>
      <pre dir="ltr" className="overflow-hidden whitespace-pre-wrap break-words text-sm">
        {sketch(schema)}
      </pre>
    </div>
  );
}

function groupsOf({ paths = {}, tags = [] }: ApiDocument): readonly { name: string; description: string; entries: readonly Entry[] }[] {
  const entries = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const names = [...new Set([...tags.map((tag) => tag.name), ...entries.map(tagOf)])];
  return names
    .map((name) => ({
      name,
      description: tags.find((tag) => tag.name === name)?.description ?? '',
      entries: entries.filter((entry) => tagOf(entry) === name),
    }))
    .filter((group) => group.entries.length > 0);
}

const tagOf = ({ operation }: Entry): string => operation.tags?.[0] ?? '…';
