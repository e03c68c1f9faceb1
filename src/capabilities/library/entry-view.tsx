/** `/library/:id`: one medium, who is seen in it, what they agreed to, where it was published, what happened. */
import type { ReactElement } from 'react';
import { NamedPlatform, PLATFORM_TITLES, type Publication } from '#capabilities/publishing/publishing.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Badge, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { CodeTag, Definitions, When } from '#kernel/page/facts.tsx';
import { ErrorSummary, Form, type FormValues } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { type Consent, lookOf } from './consent.ts';
import { lastDayOf } from './consent-text.ts';
import type { LibraryEvent } from './consents-store.ts';
import type { Medium, Person } from './medium.ts';
import { CONSENT_LOOKS, EVENT_WORDS, EVIDENCE_WORDS, KINDS, words as m, PURPOSE_WORDS, SAID_WORDS } from './page-messages.ts';
import { faultOfRefusal } from './refusals.ts';
import type { Refusal } from './rules.ts';
import { addressOf, DeclareFields, isDeclarable, ROOT, StandingBadge } from './shelf-view.tsx';

export interface EntryView {
  readonly medium: Medium;
  readonly people: readonly { readonly person: Person; readonly consents: readonly Consent[]; readonly mayAsk: boolean }[];
  readonly parts: readonly Medium[];
  readonly refusals: readonly Refusal[];
  readonly uses: readonly { readonly publication: Publication; readonly href: string }[];
  readonly events: readonly LibraryEvent[];
  readonly madeFor: { readonly title: string; readonly href: string } | null;
  readonly now: Date;
  readonly values: FormValues;
  readonly errors: FieldErrors;
}

export function EntryPage(view: EntryView): ReactElement {
  const t = useT();
  const { medium, refusals, now } = view;
  return (
    <>
      <PageHeader
        title={{ data: medium.title }}
        crumbs={[{ label: m.title, href: ROOT }]}
        badge={<StandingBadge medium={medium} now={now} />}
      >
        {medium.href && (
          <LinkButton kind="secondary" icon="arrow-end" href={medium.href}>
            {t(m.open)}
          </LinkButton>
        )}
      </PageHeader>
      <div className="stack">
        {refusals.length > 0 && <WhyNot refusals={refusals} />}
        <div className="split">
          <div className="stack">
            <PeopleCard {...view} />
            <UsesCard {...view} />
            <HistoryCard {...view} />
          </div>
          <div className="stack">
            <FactsCard {...view} />
            {isDeclarable(medium) && <DeclareCard {...view} />}
            {view.parts.length > 0 && <PartsCard {...view} />}
          </div>
        </div>
      </div>
    </>
  );
}

function WhyNot({ refusals }: { refusals: readonly Refusal[] }): ReactElement {
  const t = useT();
  return (
    <Alert tone="warning" title={m.why_not}>
      <ul className="library-reasons">
        {refusals.map((refusal) => {
          const { message, params } = faultOfRefusal(refusal);
          return <li key={`${refusal.code} ${refusal.person?.id ?? refusal.medium.id}`}>{t(message, params)}</li>;
        })}
      </ul>
    </Alert>
  );
}

function PeopleCard({ medium, people, now }: EntryView): ReactElement {
  const t = useT();
  return (
    <Card title={m.who} lead={SAID_WORDS[medium.said]}>
      {people.length > 0 && (
        <ul className="library-people">
          {people.map(({ person, consents, mayAsk }) => (
            <li key={person.id}>
              <div className="library-person">
                <strong dir="auto">{person.name}</strong>
                {person.code && <CodeTag code={person.code} />}
                <span className="grow" />
                {mayAsk && (
                  <>
                    <LinkButton size="sm" icon="mail" href={`${addressOf(medium)}/ask?person=${person.id}`}>
                      {t(m.ask)}
                    </LinkButton>
                    <LinkButton size="sm" kind="secondary" icon="file" href={`${addressOf(medium)}/record?person=${person.id}`}>
                      {t(m.record)}
                    </LinkButton>
                  </>
                )}
              </div>
              {consents.length === 0 ? (
                <p className="text-muted">{t(m.noConsent)}</p>
              ) : (
                <ul className="library-consents">
                  {consents.map((consent) => (
                    <ConsentLine key={consent.id} consent={consent} now={now} isOwn={mayAsk} />
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function ConsentLine({ consent, now, isOwn }: { consent: Consent; now: Date; isOwn: boolean }): ReactElement {
  const t = useT();
  const look = lookOf(consent, now);
  const { label, tone, icon } = CONSENT_LOOKS[look];
  const { id, evidence, hasDocument } = consent;
  return (
    <li className="library-consent">
      <Badge tone={tone} icon={icon}>
        {t(label)}
      </Badge>
      <span className="min-w-0 grow">
        <Scope consent={consent} />
        <small className="text-muted">
          {evidence && `${t(EVIDENCE_WORDS[evidence])} · `}
          <When at={consent.withdrawnAt ?? consent.answeredAt ?? consent.askedAt} />
        </small>
      </span>
      {isOwn && hasDocument && (
        <LinkButton size="sm" kind="quiet" icon="file" href={`${ROOT}/consents/${id}/document`}>
          {t(m.seeDocument)}
        </LinkButton>
      )}
      {isOwn && (look === 'given' || look === 'ahead') && (
        <LinkButton size="sm" kind="quiet" icon="undo" href={`${ROOT}/consents/${id}/withdraw`}>
          {t(m.noteWithdrawal)}
        </LinkButton>
      )}
    </li>
  );
}

/** For what, where and until when, in a line. */
export function Scope({ consent: { purposes, platforms, originTitle, mediumId, endsAt, territory } }: { consent: Consent }): ReactElement {
  const t = useT();
  const scope = mediumId !== null ? t(m.scopeMedium) : originTitle ? t(m.scopeProject, { title: originTitle }) : t(m.scopeAll);
  const where = platforms ? platforms.map((name) => PLATFORM_TITLES[name]).join(', ') : t(m.everywhere);
  return (
    <span className="library-scope" dir="auto">
      {[scope, purposes.map((purpose) => t(PURPOSE_WORDS[purpose])).join(', '), where, territory].filter(Boolean).join(' · ')}
      {endsAt && (
        <>
          {' · '}
          {t(m.until)} <When at={lastDayOf(endsAt)} />
        </>
      )}
    </span>
  );
}

function UsesCard({ uses }: EntryView): ReactElement {
  const t = useT();
  return (
    <Card title={m.wherePublished}>
      {uses.length === 0 ? (
        <p className="text-muted">{t(m.notPublished)}</p>
      ) : (
        <ul className="library-uses">
          {uses.map(({ publication, href }) => (
            <li key={publication.id}>
              <NamedPlatform platform={publication.platform} />
              <a href={href}>
                <When at={publication.endedAt ?? publication.dueAt} as="moment" />
              </a>
              {publication.platformPostUrl && (
                <a href={publication.platformPostUrl} target="_blank" rel="noopener noreferrer">
                  {PLATFORM_TITLES[publication.platform]} <Icon name="external" />
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function FactsCard({ medium, madeFor }: EntryView): ReactElement {
  const t = useT();
  const { kind, thumbnail, title, credit, licence, madeAt } = medium;
  return (
    <Card title={m.facts}>
      {thumbnail && <img className="library-look" src={thumbnail} alt={t(m.pictureAlt, { title })} />}
      <Definitions
        items={[
          { term: m.kind, value: t(KINDS[kind].label), icon: KINDS[kind].icon },
          { term: m.madeOn, value: <When at={madeAt} />, icon: 'calendar' },
          ...(madeFor ? [{ term: m.madeFor, value: <a href={madeFor.href}>{madeFor.title}</a>, icon: 'film' as const }] : []),
          ...(credit ? [{ term: m.credit, value: credit }] : []),
          ...(licence ? [{ term: m.licence, value: licence }] : []),
        ]}
      />
    </Card>
  );
}

function DeclareCard({ medium, values, errors }: EntryView): ReactElement {
  return (
    <Card title={m.declare}>
      <Form action={`${ROOT}/declare`} values={values} errors={errors} id="declare">
        <ErrorSummary labels={{ people: m.names }} />
        <input type="hidden" name="ids" value={medium.id} />
        <input type="hidden" name="back" value={addressOf(medium)} />
        <DeclareFields />
      </Form>
    </Card>
  );
}

function PartsCard({ parts, now }: EntryView): ReactElement {
  return (
    <Card title={m.madeOf}>
      <ul className="library-parts">
        {parts.map((part) => (
          <li key={part.id}>
            <Icon name={KINDS[part.kind].icon} />
            <a href={addressOf(part)} dir="auto">
              {part.title}
            </a>
            <StandingBadge medium={part} now={now} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function HistoryCard({ events }: EntryView): ReactElement | null {
  const t = useT();
  if (events.length === 0) return null;
  return (
    <Card title={m.history}>
      <ol className="library-history">
        {events.map(({ id, at, what, author, by, person, detail }) => (
          <li key={id}>
            <When at={at} as="moment" />
            <span>
              <strong>{t(EVENT_WORDS[what])}</strong>
              {person && ` · ${person}`}
              {detail && detail !== person && ` · ${detail}`}
              <small className="text-muted">
                {' '}
                ({author === 'account' ? (by ?? '—') : t(author === 'person' ? m.byPerson : m.byMachine)})
              </small>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
