/** A call in a list: what, where, until when, for how much, and who answers for it. The whole card is one link. */
import type { ReactElement } from 'react';
import { Badge } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { choiceOf } from '../options/options.ts';
import { Logo, VerifiedSeal } from '../productions/productions.ts';
import { type Call, pathOfCall, spoken } from './call.ts';
import { dayText, PAY_WORDS } from './call-words.ts';
import { m } from './messages.ts';

const SHOWN_PARTS = 3;

export interface CallCardProps {
  readonly call: Call;
  /** In the reader's language. */
  readonly place: string;
  /** Rank of the title among the page's headings. */
  readonly level?: 2 | 3;
}

export function CallCard({ call, place, level = 2 }: CallCardProps): ReactElement {
  const { language } = usePage();
  const title = spoken(call.titles, language);
  const Heading = `h${level}` as const;
  return (
    <article className="call-card card-box">
      <Company call={call} />
      <Heading className="call-card-title" lang={title.language} dir="auto">
        <a href={pathOfCall(call)}>{title.text}</a>
      </Heading>
      <PartLines call={call} />
      <Facts call={call} place={place} />
    </article>
  );
}

function Company({ call: { production, project } }: { call: Call }): ReactElement {
  const t = useT();
  return (
    <div className="call-card-company">
      {production && <Logo production={production} size="mark" />}
      <span className="min-w-0">
        <span className="call-card-name">{production?.name ?? project.name}</span>
        <span className="call-card-kind">{t(choiceOf('production_type', project.type).label)}</span>
      </span>
      {production && <VerifiedSeal production={production} />}
    </div>
  );
}

function PartLines({ call: { parts } }: { call: Call }): ReactElement {
  const t = useT();
  const more = parts.length - SHOWN_PARTS;
  return (
    <ul className="call-card-parts">
      {parts.slice(0, SHOWN_PARTS).map((part) => (
        <li key={part.id}>
          <bdi>{part.name}</bdi>
          <span className="text-muted"> · {t(m.people, { count: part.people })}</span>
        </li>
      ))}
      {more > 0 && <li className="text-muted">{t(m.morePeople, { count: more })}</li>}
    </ul>
  );
}

function Facts({ call, place }: { call: Call; place: string }): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <p className="call-card-facts">
      {place && (
        <span>
          <Icon name="place" />
          {place}
        </span>
      )}
      <span>
        <Icon name="clock" />
        {t(m.closes, { day: dayText(call.closesOn, language, 'medium') })}
      </span>
      <PayBadge call={call} />
    </p>
  );
}

export function PayBadge({ call: { pay } }: { call: Pick<Call, 'pay'> }): ReactElement {
  const t = useT();
  return <Badge tone={pay === 'paid' ? 'success' : pay === 'expenses' ? 'info' : 'warning'}>{t(PAY_WORDS[pay])}</Badge>;
}
