/** What was read in a CV, beside the profile: score and advice on one side, facts to tick on the other. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox, CheckboxGroup } from '#kernel/page/choices.tsx';
import { Alert, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import type { Member } from '../members/members.ts';
import { type Answers, words } from '../profile-form/profile-form.tsx';
import { AnalysisCard } from './analysis-card.tsx';
import { m } from './messages.ts';
import type { Proposal, Proposals } from './proposals.ts';
import type { CvReading } from './store.ts';

export interface ConfirmView {
  readonly member: Member;
  /** Null while the CV has not been read. */
  readonly reading: CvReading | null;
  readonly proposals: Proposals | null;
  /** What was ticked in a form that was refused. */
  readonly typed: Answers | null;
  readonly errors: FieldErrors;
}

export function ConfirmPage(view: ConfirmView): ReactElement {
  const t = useT();
  const crumbs = [{ label: m.profile, href: '/profile/dashboard' }];
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} crumbs={crumbs}>
        {view.member.cvFile && (
          <>
            <Form action="/profile/cv/read" id="again">
              <Button kind="quiet" icon="refresh">
                {t(m.again)}
              </Button>
            </Form>
            <LinkButton href="/profile/dashboard#cv" kind="secondary" icon="upload">
              {t(m.replace)}
            </LinkButton>
          </>
        )}
      </PageHeader>
      <Content {...view} />
    </>
  );
}

function Content(view: ConfirmView): ReactElement {
  const t = useT();
  const { member, reading, proposals } = view;
  if (!member.cvFile)
    return (
      <EmptyState icon="file" title={m.none} text={m.noneText}>
        <LinkButton href="/profile/dashboard#cv">{t(m.send)}</LinkButton>
      </EmptyState>
    );
  if (!reading || !proposals)
    return (
      <EmptyState icon="clock" title={m.pending} text={m.pendingText}>
        <LinkButton href="/profile/cv">{t(m.reload)}</LinkButton>
      </EmptyState>
    );
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="stack">
        <QualityNote quality={reading.quality} />
        {member.cvAnalysis && <AnalysisCard analysis={member.cvAnalysis} />}
      </div>
      {reading.quality !== 'none' && <FoundCard {...view} proposals={proposals} />}
    </div>
  );
}

function QualityNote({ quality }: Pick<CvReading, 'quality'>): ReactElement | null {
  const t = useT();
  if (quality === 'good') return null;
  const [title, text] = quality === 'none' ? [m.scan, m.scanText] : [m.poor, m.poorText];
  return (
    <Alert tone="warning" title={title}>
      {t(text)}
    </Alert>
  );
}

function FoundCard({ proposals, typed, errors }: ConfirmView & { proposals: Proposals }): ReactElement {
  const t = useT();
  const { talents, fields } = proposals;
  if (talents.length === 0 && fields.length === 0)
    return (
      <Card title={m.found} icon="check">
        <p>{t(m.nothing)}</p>
      </Card>
    );
  const values = typed ?? { talents: talents.map(({ talent }) => String(talent.id)), ...suggestedIn(fields) };
  return (
    <Card title={m.found} lead={m.foundLead} icon="check">
      <Form action="/profile/cv" id="found" values={values} errors={errors}>
        <ErrorSummary labels={Object.fromEntries(fields.map(({ field }) => [`apply_${field}`, labelOf(field)]))} />
        {talents.length > 0 && (
          <CheckboxGroup
            name="talents"
            label={m.newTalents}
            hint={m.newTalentsHint}
            options={talents.map(({ talent }) => ({ value: talent.id, label: `${talent.emoji} ${t(talent.label)}` }))}
          />
        )}
        {fields.map((proposal) => (
          <Field key={proposal.field} {...proposal} />
        ))}
        <p className="flex items-center gap-2 text-sm text-muted">
          <Icon name="lock" />
          {t(m.contactsNote)}
        </p>
        <FormActions>
          <Button icon="check">{t(m.apply)}</Button>
          <LinkButton href="/profile/edit" kind="quiet">
            {t(m.edit)}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  );
}

/** What the profile lacks is ticked beforehand; what it says already stays unless the person wants the other. */
const suggestedIn = (fields: readonly Proposal[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ field, present }) => [`apply_${field}`, present === null ? '1' : '']));

const labelOf = (field: string) => words.labels[field as keyof typeof words.labels];

function Field({ field, value, shown, present }: Proposal): ReactElement {
  const t = useT();
  const { language } = usePage();
  const text = shown ?? String(value);
  const direction = ['phone', 'website', 'portfolio_url'].includes(field) || /^https?:/.test(text) ? 'ltr' : 'auto';
  const label = (
    <>
      <strong>{t(labelOf(field))}</strong>
      <bdi dir={direction} lang={language} className="block whitespace-pre-line break-words font-normal">
        {text}
      </bdi>
    </>
  );
  return (
    <Checkbox name={`apply_${field}`} label={label} hint={present === null ? t(m.notInProfile) : t(m.inProfile, { value: present })} />
  );
}
