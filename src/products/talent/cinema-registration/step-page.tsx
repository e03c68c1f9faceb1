/** The page of a step: the frame the six of them share, and which fields each one has. */
import type { ReactElement, ReactNode } from 'react';
import { Alert, Button, Card, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Steps } from '#kernel/page/trails.tsx';
import { MAX_GALLERY } from './drafts.ts';
import { labels } from './labels.ts';
import { LooksFields } from './looks-fields.tsx';
import { m } from './messages.ts';
import { DocumentFields, NetworkSection, OriginFields, PersonFields } from './person-fields.tsx';
import { GalleryField, PaperField, PortraitField } from './photo-fields.tsx';
import { ReviewStep } from './review-step.tsx';
import { keyOf, pictureOf, type StepView } from './step-view.ts';
import { orderOf, STEPS } from './steps.ts';
import { WorkFields } from './work-fields.tsx';

const LEADS = {
  person: m.personLead,
  origins: m.originsLead,
  work: m.workLead,
  looks: m.looksLead,
  photos: m.photosLead,
  review: m.reviewLead,
} as const;

export function StepPage(view: StepView): ReactElement {
  const t = useT();
  const { address, step, draft, forOther } = view;
  const reached = orderOf(draft?.step ?? 'person');
  const hrefs = STEPS.map((name, index) => (index <= reached ? `${address}?step=${name}` : undefined));
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-2">
      <PageHeader title={forOther ? m.newTitle : m.title} lead={LEADS[step]} />
      <Steps steps={STEPS.map((name) => m[name])} current={orderOf(step)} hrefs={hrefs} />
      <Card as="div">
        <StepForm {...view}>
          <StepFields {...view} />
        </StepForm>
      </Card>
      {step === 'person' && !forOther && <p className="text-center text-sm text-balance text-muted">{t(m.scam)}</p>}
      {draft && <Restart address={address} />}
    </div>
  );
}

function StepForm({ address, step, answers, failure, draft, children }: StepView & { children: ReactNode }): ReactElement {
  const t = useT();
  // Phones are shared: the number of a paper and what is sensitive are not left behind in the browser.
  const keepsTyping = step === 'person' || step === 'work';
  return (
    <Form
      action={address}
      values={answers}
      errors={failure?.fields}
      multipart={step === 'photos'}
      {...(keepsTyping ? { draft: `cinema-${step}` } : {})}
    >
      <EnterKey />
      <input type="hidden" name="step" value={step} />
      {step === 'review' && <input type="hidden" name="draft" value={draft?.id ?? ''} />}
      <ErrorSummary labels={labels} />
      {failure?.kind === 'conflict' && <Alert tone="info">{t(m.taken)}</Alert>}
      {children}
      <StepButtons step={step} />
    </Form>
  );
}

/** The Enter key presses the first button of a form: it must be "continue", whatever other buttons the fields have. */
const EnterKey = (): ReactElement => <button type="submit" name="go" value="next" className="sr-only" tabIndex={-1} aria-hidden="true" />;

function StepButtons({ step }: Pick<StepView, 'step'>): ReactElement {
  const t = useT();
  return (
    <FormActions>
      <Button name="go" value="next" {...(step === 'review' ? { icon: 'check' } : { iconEnd: 'arrow-end' })}>
        {t(step === 'review' ? m.create : m.next)}
      </Button>
      {(step === 'looks' || step === 'photos') && (
        <Button name="go" value="skip" kind="secondary" formNoValidate>
          {t(m.skip)}
        </Button>
      )}
      {step !== 'person' && (
        <Button name="go" value="back" kind="quiet" icon="arrow-start" formNoValidate>
          {t(m.back)}
        </Button>
      )}
    </FormActions>
  );
}

function StepFields(view: StepView): ReactElement {
  const { step, answers, choices, failure, latestBirthday, more } = view;
  switch (step) {
    case 'person':
      return (
        <>
          <PersonFields latest={latestBirthday} choices={choices} />
          <NetworkSection answers={answers} errors={failure?.fields ?? {}} />
        </>
      );
    case 'origins':
      return (
        <>
          <OriginFields choices={choices} />
          <DocumentFields />
        </>
      );
    case 'work':
      return <WorkFields answers={answers} choices={choices} more={more} />;
    case 'looks':
      return <LooksFields />;
    case 'photos':
      return <PhotoFields {...view} />;
    case 'review':
      return <ReviewStep {...view} />;
  }
}

function PhotoFields({ address, draft }: StepView): ReactElement {
  const pictures = (draft?.gallery ?? []).map((file) => ({ key: keyOf(file), src: pictureOf(address, file) }));
  return (
    <>
      <PortraitField current={draft?.photo ? pictureOf(address, draft.photo) : null} />
      <GalleryField pictures={pictures} max={MAX_GALLERY} />
      <PaperField received={Boolean(draft?.idPhoto)} />
    </>
  );
}

function Restart({ address }: { address: string }): ReactElement {
  const t = useT();
  return (
    <Form action={address} id="restart" className="text-center text-muted">
      <input type="hidden" name="go" value="restart" />
      <Button kind="quiet" size="sm" icon="undo">
        {t(m.restart)}
      </Button>
    </Form>
  );
}
