/** The pages about consents: asking, recording a paper, what one has agreed to, and the page of the letter. */
import type { ReactElement } from 'react';
import { PLATFORM_NAMES, PLATFORM_TITLES } from '#capabilities/publishing/publishing.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox, CheckboxGroup, RadioCards } from '#kernel/page/choices.tsx';
import { Alert, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { DateInput, Field, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions, type FormValues, useField } from '#kernel/page/forms.tsx';
import { type Consent, lookOf, PURPOSES } from './consent.ts';
import { ConsentLine, Scope } from './entry-view.tsx';
import type { Medium, Person } from './medium.ts';
import { words as m, PURPOSE_WORDS } from './page-messages.ts';
import { addressOf, ROOT } from './shelf-view.tsx';

export interface TermsView {
  readonly medium: Medium;
  readonly person: Person;
  /** `ask` by letter, or `record` a paper. */
  readonly way: 'ask' | 'record';
  readonly madeFor: string | null;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly refusal: string | null;
}

export function TermsPage({ medium, person, way, madeFor, values, errors, refusal }: TermsView): ReactElement {
  const t = useT();
  const action = `${addressOf(medium)}/${way}?person=${person.id}`;
  return (
    <>
      <PageHeader
        title={way === 'ask' ? t(m.askTitle, { person: person.name }) : t(m.record)}
        lead={way === 'ask' ? m.askLead : m.recordLead}
        crumbs={[
          { label: m.title, href: ROOT },
          { label: { data: medium.title }, href: addressOf(medium) },
        ]}
      />
      <Card>
        {refusal && <Alert tone="danger" title={refusal} />}
        <Form action={action} values={values} errors={errors} multipart={way === 'record'}>
          <ErrorSummary labels={{ purposes: m.purposes, until: m.untilDay, email: m.email, document: m.document }} />
          <RadioCards
            name="scope"
            label={m.scope}
            required
            columns={3}
            options={[
              { value: 'medium', label: m.scopeMedium, icon: 'image' },
              ...(madeFor ? [{ value: 'project', label: t(m.scopeProject, { title: madeFor }), icon: 'film' as const }] : []),
              { value: 'all', label: m.scopeAll, icon: 'users' },
            ]}
          />
          <CheckboxGroup
            name="purposes"
            label={m.purposes}
            required
            options={PURPOSES.map((value) => ({ value, label: PURPOSE_WORDS[value] }))}
          />
          <CheckboxGroup
            name="platforms"
            label={m.platforms}
            options={PLATFORM_NAMES.map((value) => ({ value, label: PLATFORM_TITLES[value] }))}
          />
          <FieldRow>
            <DateInput name="until" label={m.untilDay} hint={m.untilHint} />
            <TextInput name="territory" label={m.territory} maxLength={200} />
          </FieldRow>
          {way === 'ask' && person.key.startsWith('name:') && (
            <TextInput name="email" type="email" label={m.email} required autoComplete="off" />
          )}
          {way === 'record' && (
            <>
              <DocumentField />
              <Checkbox name="on_paper" label={t(m.onPaper)} />
            </>
          )}
          <FormActions>
            <Button icon={way === 'ask' ? 'send' : 'save'}>{t(way === 'ask' ? m.send : m.record)}</Button>
            <LinkButton kind="quiet" href={addressOf(medium)}>
              {medium.title}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

/** Small, and sent with the form: nothing of it stays in a room of uploads. */
function DocumentField(): ReactElement {
  const facts = useField({ name: 'document' });
  return (
    <Field name="document" label={m.document} facts={facts}>
      <input {...facts.control} className="file-input w-full" type="file" accept=".pdf,.png,.jpg,.jpeg" />
    </Field>
  );
}

export interface MineView {
  readonly consents: readonly { readonly consent: Consent; readonly href: string }[];
  readonly now: Date;
}

export function MinePage({ consents, now }: MineView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={m.mine} lead={m.mineLead} />
      {consents.length === 0 ? (
        <EmptyState icon="user" title={m.mineNone} text={m.mineNoneText} />
      ) : (
        <Card>
          <ul className="library-consents">
            {consents.map(({ consent, href }) => (
              <li key={consent.id} className="library-mine">
                <ul>
                  <ConsentLine consent={consent} now={now} isOwn={false} />
                </ul>
                <LinkButton size="sm" kind={consent.state === 'asked' ? 'primary' : 'secondary'} href={href}>
                  {t(consent.state === 'asked' ? m.answerNow : m.open)}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

export interface LetterPageView {
  readonly consent: Consent;
  readonly paragraphs: readonly string[];
  /** Address of this page, without anything behind it. */
  readonly at: string;
  readonly picture: { readonly title: string } | null;
  readonly now: Date;
}

/** Everything that is agreed to is on the page; the two answers weigh the same. */
export function LetterPage({ consent, paragraphs, at, picture, now }: LetterPageView): ReactElement {
  const t = useT();
  const { siteName } = usePage();
  const look = lookOf(consent, now);
  return (
    <>
      <PageHeader title={m.publicTitle} lead={t(m.publicLead, { person: consent.person.name, site: siteName })} />
      <div className="split">
        <Card title={m.exactText}>
          <State consent={consent} />
          <ul className="library-terms">
            {paragraphs.map((paragraph) => (
              <li key={paragraph} dir="auto">
                {paragraph}
              </li>
            ))}
          </ul>
          <p className="text-muted">{t(m.version, { version: consent.textVersion })}</p>
          {look === 'asked' && (
            <Form action={at}>
              <FormActions>
                <Button name="answer" value="given" kind="secondary" size="lg" icon="check">
                  {t(m.accept)}
                </Button>
                <Button name="answer" value="refused" kind="secondary" size="lg" icon="close">
                  {t(m.refuse)}
                </Button>
              </FormActions>
            </Form>
          )}
          {(look === 'given' || look === 'ahead') && (
            <LinkButton kind="secondary" icon="undo" href={`${at}/withdraw`}>
              {t(m.withdraw)}
            </LinkButton>
          )}
        </Card>
        <Card title={m.facts}>
          {picture && <img className="library-look" src={`${at}/picture?w=640`} alt={t(m.pictureAlt, picture)} />}
          <p>
            <Scope consent={consent} />
          </p>
        </Card>
      </div>
    </>
  );
}

function State({ consent: { state, withdrawnAt, answeredAt } }: { consent: Consent }): ReactElement | null {
  const t = useT();
  if (!answeredAt) return null;
  const [tone, text, at] = withdrawnAt
    ? (['warning', m.stateWithdrawn, withdrawnAt] as const)
    : state === 'given'
      ? (['success', m.stateGiven, answeredAt] as const)
      : (['info', m.stateRefused, answeredAt] as const);
  return (
    <Alert tone={tone}>
      {t(text)} <When at={at} as="date" />.
    </Alert>
  );
}
