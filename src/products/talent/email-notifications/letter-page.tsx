/** `/admin/settings/email-notifications/:id/view`: one letter, everything known of it, and what can be decided. */
import type { ReactElement } from 'react';
import type { WholeLetter } from '#kernel/mail/letter-log.ts';
import { Alert, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions, Ltr } from '#kernel/page/facts.tsx';
import type { ShownLetter } from './history.ts';
import { Moment, Related, Sender, templateName } from './history-view.tsx';
import { m, letter as words } from './messages.ts';
import { PAGE } from './page-kit.ts';
import { StatusBadge } from './status-badge.tsx';

export type ViewedLetter = WholeLetter & ShownLetter;

export function LetterPage({ letter }: { letter: ViewedLetter }): ReactElement {
  return (
    <>
      <PageHeader
        title={{ data: letter.subject }}
        crumbs={[{ label: m.title, href: PAGE }]}
        badge={<StatusBadge status={letter.status} />}
      />
      <div className="stack gap-5">
        <Decision letter={letter} />
        <div className="split">
          <AsSent letter={letter} />
          <Details letter={letter} />
        </div>
      </div>
    </>
  );
}

function Decision({ letter: { id, status, keptUntil } }: { letter: ViewedLetter }): ReactElement | null {
  const t = useT();
  if (status === 'queued') return <Alert>{t(words.waiting)}</Alert>;
  if (status !== 'failed' && status !== 'unknown') return null;
  return (
    <Alert tone={status === 'failed' ? 'danger' : 'warning'}>
      <div className="stack">
        {status === 'unknown' && <p>{t(words.doubt)}</p>}
        {keptUntil === null && <p>{t(words.gone)}</p>}
        <div className="cluster">
          {status === 'unknown' && (
            <LinkButton href={`${PAGE}/${id}/mark-sent`} icon="check" size="sm">
              {t(words.markSent)}
            </LinkButton>
          )}
          {keptUntil !== null && (
            <LinkButton href={`${PAGE}/${id}/send-again`} kind="secondary" icon="send" size="sm">
              {t(words.again)}
            </LinkButton>
          )}
        </div>
      </div>
    </Alert>
  );
}

function Details({ letter }: { letter: ViewedLetter }): ReactElement {
  const t = useT();
  return (
    <Card title={words.details} icon="info">
      <Definitions
        items={[
          { term: m.recipient, value: letter.recipient, ltr: true, wide: true },
          { term: words.recipientName, value: letter.recipientName && <bdi>{letter.recipientName}</bdi>, wide: true },
          { term: m.template, value: templateName(t, letter.template), wide: true },
          { term: words.promised, value: <Moment at={letter.createdAt} />, wide: true },
          { term: words.sentAt, value: letter.sentAt && <Moment at={letter.sentAt} />, wide: true },
          { term: m.sentBy, value: <Sender letter={letter} />, wide: true },
          { term: m.related, value: <Related letter={letter} />, wide: true },
          { term: words.attempts, value: letter.attempts, wide: true },
          { term: words.error, value: letter.error && <Words text={letter.error} />, wide: true },
          { term: words.messageId, value: <Code text={letter.messageId} />, wide: true },
          ...(letter.keptUntil ? [{ term: words.keptUntil, value: <Moment at={letter.keptUntil} />, wide: true }] : []),
        ]}
      />
    </Card>
  );
}

const Words = ({ text }: { text: string }): ReactElement => (
  <span className="break-words">
    <Ltr>{text}</Ltr>
  </span>
);

const Code = ({ text }: { text: string }): ReactElement => (
  <code className="break-all">
    <Ltr>{text}</Ltr>
  </code>
);

/** The frame runs nothing and leads nowhere, whatever somebody managed to write into a letter. */
function AsSent({ letter: { id, text } }: { letter: ViewedLetter }): ReactElement {
  const t = useT();
  return (
    <Card title={words.asSent} lead={words.asSentLead} icon="mail">
      <div className="stack">
        <iframe
          src={`${PAGE}/${id}/content`}
          title={t(words.asSent)}
          sandbox=""
          width="100%"
          height="760"
          className="rounded-field border border-line"
        />
        <details>
          <summary className="button button-quiet button-sm">{t(words.asText)}</summary>
          <pre className="mt-3 whitespace-pre-wrap break-words" dir="auto">
            {text}
          </pre>
        </details>
      </div>
    </Card>
  );
}
