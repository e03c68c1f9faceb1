/** One operation: who may call it, what it takes, how it is called in three languages, what it answers, and a form that calls it. */
import type { ReactElement } from 'react';
import { Code } from '#kernel/page/code.tsx';
import { Badge, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { accesses, r } from '../messages.ts';
import { type Call, CLIENTS } from './clients.ts';
import { type Entry, isPublic, isRepeatable, type Parameter, schemaOf } from './document.ts';
import { addressOf, answersOf, type RecordedAnswer, type Recordings, type ShownAnswer } from './examples.ts';
import type { ReferenceApi } from './reference.tsx';
import { sampleOf } from './sample.ts';
import { type Schema, sketch, word } from './schema-sketch.ts';
import { TryForm } from './try-form.tsx';
import { Sentence } from './words.tsx';

export const METHOD_TONES: Readonly<Record<string, Tone>> = {
  GET: 'info',
  DELETE: 'danger',
  POST: 'success',
  PUT: 'warning',
  PATCH: 'warning',
};

interface OperationProps {
  readonly api: ReferenceApi;
  readonly entry: Entry;
  readonly recordings: Recordings;
}

export function OperationArticle({ api, entry, recordings }: OperationProps): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { method, path, operation } = entry;
  const { operationId: id, summary, description, parameters = [], requestBody } = operation;
  const call = recordings.calls[id];
  const schema = schemaOf(requestBody);
  const body = call?.body ?? (requestBody ? sampleOf(schema) : undefined);
  const address = addressOf(entry, call);
  const answers = answersOf(entry, recordings);
  const access = operation['x-access'] ?? 'public';
  return (
    <article id={id} className="card-box operation" aria-labelledby={`${id}-title`}>
      <header className="operation-head">
        <h2 id={`${id}-title`} lang={language === 'fr' ? 'fr' : 'en'} dir="ltr">
          <a href={`#${id}`}>{summary}</a>
        </h2>
        <p className="cluster" dir="ltr">
          <Badge tone={METHOD_TONES[method] ?? 'accent'}>{method}</Badge>
          <code className="operation-path">{path}</code>
          <Badge icon={isPublic(operation) ? 'globe' : 'lock'}>{t(accesses[access as keyof typeof accesses] ?? access)}</Badge>
        </p>
        {description && (
          <p dir="ltr">
            <Sentence text={description} />
          </p>
        )}
      </header>
      <div className="operation-halves">
        <div className="stack">
          {parameters.length > 0 && <Parameters parameters={parameters} />}
          {schema && (
            <section>
              <h3>{t(r.body)}</h3>
              <BodyFields schema={schema} />
            </section>
          )}
          <TryForm entry={entry} address={path} body={body} call={call} />
        </div>
        <div className="stack">
          <Clients id={id} call={{ ...callOf(entry, `${api.origin}${address}`, body), file: fileOf(answers) }} />
          <Answers id={id} entry={entry} answers={answers} />
        </div>
      </div>
    </article>
  );
}

const callOf = ({ method, operation }: Entry, url: string, body: unknown): Call => ({
  ...{ method, url, body, isSignedIn: !isPublic(operation), isRepeatable: isRepeatable(operation) },
});
const fileOf = (answers: readonly ShownAnswer[]): string | undefined =>
  answers.find(({ status, file }) => status.startsWith('2') && file)?.file;

function Parameters({ parameters }: { parameters: readonly Parameter[] }): ReactElement {
  const t = useT();
  const places = { path: r.inPath, query: r.inQuery, header: r.inHeader } as const;
  return (
    <section>
      <h3>{t(r.parameters)}</h3>
      <dl className="parameters">
        {parameters.map(({ name, in: where, required, schema, description }) => (
          <Taken
            key={`${where} ${name}`}
            name={name}
            facts={[t(places[where as keyof typeof places] ?? where), word(schema), required ? t(r.required) : '']}
            description={description}
          />
        ))}
      </dl>
    </section>
  );
}

function BodyFields({ schema }: { schema: Schema }): ReactElement | null {
  const t = useT();
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return null;
  return (
    <dl className="parameters">
      {fields.map(([name, field]) => (
        <Taken key={name} name={name} facts={[kindOf(field), required.has(name) ? t(r.required) : '']} description={field.description} />
      ))}
    </dl>
  );
}

/** Some fields take anything and say in words what they want. */
const kindOf = (field: Schema): string => (field.type || field.enum || field.anyOf ? word(field) : '');

interface TakenProps {
  readonly name: string;
  readonly facts: readonly string[];
  readonly description: string | undefined;
}

function Taken({ name, facts, description }: TakenProps): ReactElement {
  return (
    <div>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        <span className="parameter-facts">{facts.filter(Boolean).join(' · ')}</span>
        {description && (
          <span dir="ltr">
            <Sentence text={description} />
          </span>
        )}
      </dd>
    </div>
  );
}

/** One at a time, the first one open; without a script too. */
function Clients({ id, call }: { id: string; call: Call }): ReactElement {
  const t = useT();
  return (
    <section>
      <h3>{t(r.call)}</h3>
      <div className="folds">
        {CLIENTS.map(({ name, language, write }, place) => (
          <details key={name} name={`${id}-client`} open={place === 0} data-client={name}>
            <summary>{name}</summary>
            <Code text={write(call)} language={language} label={t(r.curlOf, { client: name, operation: id })} />
          </details>
        ))}
      </div>
    </section>
  );
}

const SOURCES = { recorded: r.recorded, 'made-up': r.madeUp, failure: r.failure } as const;

function Answers({ id, entry, answers }: { id: string; entry: Entry; answers: readonly ShownAnswer[] }): ReactElement {
  const t = useT();
  return (
    <section>
      <h3>{t(r.answers)}</h3>
      <div className="folds">
        {answers.map(({ status, source, older, ...answer }, place) => (
          <details key={status} open={place === 0}>
            <summary>
              <Badge tone={status.startsWith('2') ? 'success' : status.startsWith('3') ? 'info' : 'warning'}>{status}</Badge>{' '}
              <span className="text-muted">{t(SOURCES[source])}</span>
            </summary>
            <AnswerBody answer={answer} label={`${id} ${status}`} />
            {older && (
              <>
                <p className="text-muted">{t(r.older)}</p>
                <AnswerBody answer={older} label={`${id} ${status} v2`} />
              </>
            )}
            <Shape status={status} entry={entry} />
          </details>
        ))}
      </div>
    </section>
  );
}

function AnswerBody({ answer, label }: { answer: RecordedAnswer; label: string }): ReactElement {
  const t = useT();
  if (answer.file) return <p>{t(r.aFile, { file: answer.file })}</p>;
  if (answer.body === undefined) return <p>{t(r.noBody)}</p>;
  return <Code text={JSON.stringify(answer.body, null, 2)} language="json" label={label} />;
}

function Shape({ status, entry }: { status: string; entry: Entry }): ReactElement | null {
  const t = useT();
  const schema = schemaOf(entry.operation.responses?.[status]);
  if (!schema) return null;
  return (
    <details>
      <summary>{t(r.shape, { status })}</summary>
      <Code text={sketch(schema)} label={t(r.shape, { status })} />
    </details>
  );
}
