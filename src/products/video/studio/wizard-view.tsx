/** `/films/new`: one sentence; everything else has a value that fits and is folded away. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Button, Card, PageHeader } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { Quote } from './estimate.ts';
import { tabs } from './labels.ts';
import { examples, wizard as m } from './messages.ts';
import { QuoteBox } from './quote-view.tsx';
import { NEW, ROOT } from './requests.ts';
import type { VoiceOffer } from './voices.ts';
import { BudgetField, FilmChoices } from './wizard-choices.tsx';

export interface WizardView {
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly refusal: Text | null;
  readonly voices: readonly VoiceOffer[];
  readonly quote: Quote;
  readonly once: string;
  readonly isPrefilled: boolean;
}

export const LABELS = {
  ...{ prompt: m.prompt, title: m.name, duration: m.duration, ratio: m.ratio, language: m.language, style: m.tone },
  ...{ image_style: m.pictures, voice: m.voice, music: m.music, captions: m.captions, budget: m.budget },
};
export const LONGEST_PROMPT = 4000;

export function WizardPage(view: WizardView): ReactElement {
  const { values, errors, refusal, isPrefilled } = view;
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} crumbs={[{ label: tabs.films, href: ROOT }]} />
      <Island name="film-wizard" props={{ quote: NEW }}>
        <Form
          action={NEW}
          id="wizard"
          values={values}
          errors={errors}
          {...(isPrefilled ? {} : { draft: 'film-new' })}
          className="film-wizard"
        >
          <input type="hidden" name="once" value={view.once} />
          {refusal && <Alert tone="danger" title={refusal} />}
          <ErrorSummary labels={LABELS} />
          <Card className="film-sentence">
            <Sentence />
          </Card>
          <MoreChoices {...view} />
          <Send quote={view.quote} />
        </Form>
      </Island>
    </>
  );
}

function Sentence(): ReactElement {
  const t = useT();
  return (
    <>
      <TextArea name="prompt" label={m.prompt} hint={m.promptHint} rows={4} max={LONGEST_PROMPT} placeholder={t(m.placeholder)} required />
      <p className="order-examples">
        <span className="sr-only">{t(m.examples)}</span>
        {examples.map(({ name, prompt }) => (
          <a key={name.en} className="example" href={`${NEW}?prompt=${encodeURIComponent(t(prompt))}`} data-example={t(prompt)}>
            {t(name)}
          </a>
        ))}
      </p>
    </>
  );
}

function MoreChoices({ errors, voices }: WizardView): ReactElement {
  const t = useT();
  const isOpen = Object.keys(errors).some((name) => name !== 'prompt');
  return (
    <details className="film-more card-box" open={isOpen}>
      <summary>
        <Icon name="sliders" />
        <span className="film-more-words">
          <strong>{t(m.choices)}</strong>
          <small data-chosen>{t(m.choicesHint)}</small>
        </span>
        <Icon name="chevron-down" className="film-more-arrow" />
      </summary>
      <div className="film-more-body">
        <TextInput name="title" label={m.name} hint={m.nameHint} autoComplete="off" />
        <FilmChoices voices={voices} />
        <BudgetField />
      </div>
    </details>
  );
}

function Send({ quote }: { quote: Quote }): ReactElement {
  const t = useT();
  return (
    <section className="film-send" aria-labelledby="quote-title">
      <h2 id="quote-title">{t(m.estimate)}</h2>
      <QuoteBox quote={quote} />
      <FormActions>
        <Button icon="sparkles" size="lg" full>
          {t(m.send)}
        </Button>
      </FormActions>
    </section>
  );
}
