/** What a failure looks like on a page: its cause, what to do next, and never what was at fault inside. */
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Failure } from '../failure.ts';
import { UnexpectedError } from '../http/door.ts';
import { type Language, type Message, type Params, say } from '../message.ts';
import { LinkButton } from './components.tsx';
import { usePage, useT } from './context.tsx';
import { CodeTag } from './facts.tsx';
import { Icon, type IconName } from './icons.tsx';
import { failureMessages as m, pageMessages } from './messages.ts';

interface Explanation {
  readonly icon: IconName;
  readonly title: Message;
  readonly next: Message;
  /** The failure says more than the title: a name, a reason, a field. */
  readonly cause?: boolean;
}

function explain(failure: Failure): Explanation {
  if (failure instanceof UnexpectedError) return { icon: 'warning', title: m.unexpectedTitle, next: m.unexpectedNext };
  if (failure.code === 'CSRF') return { icon: 'clock', title: m.expiredTitle, next: m.expiredNext };
  switch (failure.kind) {
    case 'not-found':
      return { icon: 'search', title: m.notFoundTitle, next: m.notFoundNext };
    case 'forbidden':
      return { icon: 'lock', title: m.forbiddenTitle, next: m.forbiddenNext, cause: true };
    case 'unauthenticated':
      return { icon: 'key', title: m.unauthenticatedTitle, next: m.unauthenticatedNext };
    case 'rate-limited':
      return { icon: 'clock', title: m.limitedTitle, next: m.limitedNext };
    case 'unavailable':
      return { icon: 'offline', title: m.unavailableTitle, next: m.unavailableNext, cause: true };
    case 'conflict':
      return { icon: 'warning', title: m.conflictTitle, next: m.conflictNext, cause: true };
    case 'invalid':
    case 'too-large':
    case 'unsupported-type':
      return { icon: 'warning', title: m.invalidTitle, next: m.invalidNext, cause: true };
  }
}

export const failureTitle = (failure: Failure, language: Language): string => say(explain(failure).title, language);

/** `wait` chooses the sentence, `minutes` is what is written: a minute begun is a minute to wait. */
const waitOf = (failure: Failure): Params => ({
  wait: failure.retryAfter && failure.retryAfter > 30 ? '1' : '0',
  minutes: Math.ceil((failure.retryAfter ?? 0) / 60),
});

export function FailureBody({
  failure,
  requestId,
  home,
  signIn,
}: {
  failure: Failure;
  requestId: string;
  home: string;
  signIn: string;
}): ReactElement {
  const t = useT();
  const { url, viewer } = usePage();
  const { icon, title, next, cause } = explain(failure);
  const fields = Object.entries(failure.fields);
  const retry = failure instanceof UnexpectedError || failure.kind === 'unavailable';
  return (
    <section className="failure-page">
      <span className="failure-icon">
        <Icon name={icon} />
      </span>
      <h1 className="page-title">{t(title)}</h1>
      {cause && <p className="failure-cause">{t(failure.text, failure.params)}</p>}
      <p className="page-lead">{t(next, waitOf(failure))}</p>
      {fields.length > 0 && (
        <ul className="failure-fields">
          {fields.map(([name, error]) => (
            <li key={name}>
              <code>{name}</code>
              {t(pageMessages.colon)}
              {t(error.message, error.params)}
            </li>
          ))}
        </ul>
      )}
      <div className="cluster justify-center">
        {failure.kind === 'unauthenticated' || (failure.kind === 'forbidden' && !viewer) ? (
          <LinkButton href={signIn} icon="sign-in">
            {t(m.unauthenticatedTitle)}
          </LinkButton>
        ) : (
          <LinkButton href={home} icon="home">
            {t(m.home)}
          </LinkButton>
        )}
        {retry && (
          <LinkButton href={url} kind="secondary" icon="refresh">
            {t(m.again)}
          </LinkButton>
        )}
      </div>
      <p className="failure-id">
        {t(m.requestId)} <CodeTag code={requestId} />
      </p>
    </section>
  );
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page that needs nothing: no site name, no styles, no component. */
export function lastResort(failure: Failure, request: FastifyRequest): string {
  const language = request.language ?? 'fr';
  const { title, next } = explain(failure);
  const words = [
    say(title, language),
    say(next, language, waitOf(failure)),
    say(m.requestId, language) + say(pageMessages.colon, language) + request.id,
  ].map(escapeHtml);
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><title>${words[0]}</title><h1>${words[0]}</h1><p>${words[1]}</p><p>${words[2]}</p></html>`;
}
