/** The form that calls an operation from the page: the same origin, the reader's session or a token they give. The island does the rest. */
import type { ReactElement } from 'react';
import { Button } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { tryIt } from '../messages.ts';
import { type Entry, isUnsafe } from './document.ts';
import type { RecordedCall } from './examples.ts';

export interface TryFormProps {
  readonly entry: Entry;
  /** With its places: `/api/v1/users/{user_id}`. */
  readonly address: string;
  readonly body: unknown;
  readonly call: RecordedCall | undefined;
}

export function TryForm({ entry, address, body, call }: TryFormProps): ReactElement {
  const t = useT();
  const { method, operation } = entry;
  const texts = Object.fromEntries(Object.entries(tryIt).map(([name, text]) => [name, t(text, KEPT)]));
  const id = `try-${operation.operationId}`;
  const rows = body === undefined ? 0 : Math.min(14, JSON.stringify(body, null, 2).split('\n').length + 1);
  return (
    <details className="folds-one">
      <summary>{t(tryIt.title)}</summary>
      <Island name="try-it" props={{ method, address, isUnsafe: isUnsafe(method), texts }} className="stack">
        <p className="island-fallback text-muted">{t(tryIt.needsScript)}</p>
        <form className="try-form stack" hidden>
          {(operation.parameters ?? []).map(({ name, in: where, required }) => (
            <div key={`${where} ${name}`} className="field">
              <label className="field-label" htmlFor={`${id}-${where}-${name}`}>
                <code>{name}</code>
                {required && (
                  <span className="field-mark" aria-hidden="true">
                    *
                  </span>
                )}
              </label>
              <div className="control" dir="ltr">
                <input
                  id={`${id}-${where}-${name}`}
                  name={`${where}:${name}`}
                  defaultValue={String((where === 'path' ? call?.path?.[name] : call?.query?.[name]) ?? '')}
                  required={required || where === 'path'}
                  autoComplete="off"
                />
              </div>
            </div>
          ))}
          {body !== undefined && (
            <div className="field">
              <label className="field-label" htmlFor={`${id}-body`}>
                {t(tryIt.body)}
              </label>
              <div className="control control-area" dir="ltr">
                <textarea id={`${id}-body`} name="body" rows={rows} spellCheck={false} defaultValue={JSON.stringify(body, null, 2)} />
              </div>
            </div>
          )}
          <div className="cluster">
            <Button icon="play">{t(tryIt.send)}</Button>
          </div>
        </form>
      </Island>
    </details>
  );
}

/** Filled in by the island. */
const KEPT = { name: '{name}', method: '{method}', status: '{status}', time: '{time}', reason: '{reason}', size: '{size}' } as const;
