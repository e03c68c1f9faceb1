/** The fields of the first four steps, and the frame they share. */
import type { ReactElement, ReactNode } from 'react';
import { MAX_DOCUMENT_MEGABYTES, MAX_PHOTO_MEGABYTES } from '#capabilities/media/media.ts';
import type { Failure, FieldErrors } from '#kernel/failure.ts';
import { Alert, Button, Card, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { PasswordInput, TextInput } from '#kernel/page/fields.tsx';
import { FileInput, PhotoInput } from '#kernel/page/files.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Steps } from '#kernel/page/trails.tsx';
import {
  type Answers,
  BirthFields,
  ContactFields,
  LinkSection,
  NameFields,
  OriginFields,
  type ProfileChoices,
  TalentPicker,
  WorkFields,
  words,
} from '../profile-form/profile-form.tsx';
import type { Draft } from './drafts.ts';
import { m } from './messages.ts';
import { ReviewStep } from './review-step.tsx';
import { orderOf, STEPS, type StepName } from './steps.ts';
import type { Summary } from './summary.ts';

export interface StepView {
  readonly step: StepName;
  readonly draft: Draft | null;
  /** What the form shows: what was just typed, else what is kept. */
  readonly answers: Answers;
  readonly failure: Failure | null;
  readonly choices: ProfileChoices;
  readonly latestBirthday: string;
  readonly summary: Summary;
}

const LEADS = {
  account: m.accountLead,
  origins: m.originsLead,
  profession: m.professionLead,
  files: m.filesLead,
  review: m.reviewLead,
} as const;
const MEGABYTE = 1024 * 1024;

export function RegisterPage(view: StepView): ReactElement {
  const { step, draft } = view;
  const reached = orderOf(draft?.step ?? 'account');
  const hrefs = STEPS.map((name, index) => (index <= reached ? `/auth/register?step=${name}` : undefined));
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-2">
      <PageHeader title={m.title} lead={LEADS[step]} />
      <Steps steps={STEPS.map((name) => m[name])} current={orderOf(step)} hrefs={hrefs} />
      <Card as="div">
        <StepForm {...view}>
          <StepFields {...view} />
        </StepForm>
      </Card>
      {draft ? <Restart /> : <HaveAccount />}
    </div>
  );
}

function StepForm({ step, answers, failure, draft, children }: StepView & { children: ReactNode }): ReactElement {
  const errors: FieldErrors = failure?.fields ?? {};
  return (
    <Form
      action="/auth/register"
      values={answers}
      errors={errors}
      multipart={step === 'files'}
      {...(step === 'files' || step === 'review' ? {} : { draft: `register-${step}` })}
    >
      <input type="hidden" name="step" value={step} />
      {step === 'review' && <input type="hidden" name="draft" value={draft?.id ?? ''} />}
      <ErrorSummary labels={words.labels} />
      {failure?.code === 'DUPLICATE_EMAIL' && <EmailTaken />}
      {children}
      <StepButtons step={step} hasFiles={Boolean(draft?.photo || draft?.cv)} />
    </Form>
  );
}

/** "Continue" comes first in the page: the Enter key presses the first button of a form. */
function StepButtons({ step, hasFiles }: { step: StepName; hasFiles: boolean }): ReactElement {
  const t = useT();
  const label = step === 'review' ? m.create : m.next;
  return (
    <FormActions>
      <Button name="go" value="next" {...(step === 'review' ? { icon: 'check' } : { iconEnd: 'arrow-end' })}>
        {t(label)}
      </Button>
      {step === 'files' && !hasFiles && (
        <Button name="go" value="skip" kind="secondary" formNoValidate>
          {t(m.skip)}
        </Button>
      )}
      {step !== 'account' && (
        <Button name="go" value="back" kind="quiet" icon="arrow-start" formNoValidate>
          {t(m.back)}
        </Button>
      )}
    </FormActions>
  );
}

function StepFields(view: StepView): ReactElement {
  switch (view.step) {
    case 'account':
      return <AccountFields {...view} />;
    case 'origins':
      return (
        <>
          <OriginFields choices={view.choices} />
          <ContactFields choices={view.choices} />
        </>
      );
    case 'profession':
      return <ProfessionFields {...view} />;
    case 'files':
      return <FileFields {...view} />;
    case 'review':
      return <ReviewStep summary={view.summary} draft={view.draft} />;
  }
}

const AccountFields = ({ draft, latestBirthday }: StepView): ReactElement => (
  <>
    <NameFields />
    <TextInput
      name="email"
      type="email"
      label={words.labels.email}
      hint={m.emailHint}
      required
      autoComplete="email"
      maxLength={150}
      icon="mail"
    />
    <PasswordInput
      name="password"
      label={words.labels.password}
      hint={draft?.passwordHash ? m.passwordKept : m.passwordHint}
      required={!draft?.passwordHash}
      autoComplete="new-password"
      minLength={8}
      strength
    />
    <BirthFields latest={latestBirthday} />
  </>
);

const ProfessionFields = ({ choices, answers, failure }: StepView): ReactElement => (
  <>
    <TalentPicker choices={choices} />
    <WorkFields />
    <LinkSection answers={answers} errors={failure?.fields} />
  </>
);

function FileFields({ draft }: StepView): ReactElement {
  const t = useT();
  return (
    <div className="field-row">
      <div className="stack">
        <PhotoInput
          name="photo"
          label={words.labels.photo}
          hint={m.photoHint}
          maxBytes={MAX_PHOTO_MEGABYTES * MEGABYTE}
          current={draft?.photo ? `/auth/register/photo?v=${draft.photo.sha256.slice(0, 12)}` : null}
        />
        {draft?.photo && <Sent text={t(m.photoSent)} remove={t(m.removePhoto)} go="remove-photo" />}
      </div>
      <div className="stack">
        <FileInput
          name="cv"
          label={words.labels.cv}
          hint={m.cvHint}
          accept=".pdf,.doc,.docx,.txt"
          maxBytes={MAX_DOCUMENT_MEGABYTES * MEGABYTE}
          icon="file"
        />
        {draft?.cv && <Sent text={t(m.cvSent, { name: draft.cv.originalName ?? 'CV' })} remove={t(m.removeCv)} go="remove-cv" />}
      </div>
    </div>
  );
}

const Sent = ({ text, remove, go }: { text: string; remove: string; go: string }): ReactElement => (
  <Alert
    tone="success"
    title={text}
    actions={
      <Button name="go" value={go} kind="quiet" size="sm" icon="trash" formNoValidate>
        {remove}
      </Button>
    }
  />
);

function EmailTaken(): ReactElement {
  const t = useT();
  return (
    <Alert tone="info">
      {t(m.emailTaken)} <a href="/auth/login">{t(m.signIn)}</a>
    </Alert>
  );
}

function HaveAccount(): ReactElement {
  const t = useT();
  return (
    <p className="text-center text-muted">
      {t(m.haveAccount)} <a href="/auth/login">{t(m.signIn)}</a>
    </p>
  );
}

function Restart(): ReactElement {
  const t = useT();
  return (
    <Form action="/auth/register" id="restart" className="text-center text-muted">
      <input type="hidden" name="go" value="restart" />
      <Button kind="quiet" size="sm" icon="undo">
        {t(m.restart)}
      </Button>
    </Form>
  );
}
