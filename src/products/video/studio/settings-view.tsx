/** `/films/:id/settings`. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import type { Project } from '../projects/projects.ts';
import { acts } from './labels.ts';
import { addressOf } from './requests.ts';
import { settings as m } from './settings-messages.ts';
import type { VoiceOffer } from './voices.ts';
import { BudgetField, FilmChoices } from './wizard-choices.tsx';
import { LABELS, LONGEST_PROMPT } from './wizard-view.tsx';

export interface SettingsView {
  readonly project: Project;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly refusal: Text | null;
  readonly voices: readonly VoiceOffer[];
  readonly isBusy: boolean;
}

export function SettingsPage({ project, values, errors, refusal, voices, isBusy }: SettingsView): ReactElement {
  const t = useT();
  const at = addressOf(project.id);
  return (
    <div className="stack">
      {isBusy && <Alert tone="info" title={m.busy} />}
      <Form action={`${at}/settings`} id="settings" values={values} errors={errors}>
        {refusal && <Alert tone="danger" title={refusal} />}
        <ErrorSummary labels={{ ...LABELS, description: m.description }} />
        <Card title={m.about}>
          <div className="stack">
            <TextInput name="title" label={m.name} required maxLength={200} />
            <TextArea name="prompt" label={m.prompt} hint={m.promptHint} rows={3} max={LONGEST_PROMPT} required />
            <TextArea name="description" label={m.description} rows={2} />
          </div>
        </Card>
        <Card title={m.look}>
          <div className="stack">
            <FilmChoices voices={voices} />
            <BudgetField />
          </div>
        </Card>
        {!isBusy && (
          <FormActions>
            <Button icon="save">{t(m.save)}</Button>
            <LinkButton kind="quiet" href={at}>
              {t(acts.back)}
            </LinkButton>
          </FormActions>
        )}
      </Form>
      <Card title={m.end} lead={m.endText} tone="danger">
        <LinkButton kind="danger" icon="trash" href={`${at}/delete`}>
          {t(acts.delete)}
        </LinkButton>
      </Card>
    </div>
  );
}
