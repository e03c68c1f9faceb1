/** One card a provider of answers in words: its key (only how it ends), what tries it, and the models that are asked there. */
import type { ReactElement, ReactNode } from 'react';
import type { TextProviderName, TextState } from '#capabilities/generation/generation.ts';
import { Badge, Button, Card } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { AI_SETTINGS } from './addresses.ts';
import { purposes } from './call-messages.ts';
import { modelField, PURPOSES } from './fields.ts';
import { KeyForms, keyDefinition } from './key-parts.tsx';
import { PROVIDER_NAMES, SHARED_KEYS } from './key-words.ts';
import { m } from './messages.ts';
import { formProps, type RefusedForm } from './refused-form.ts';

interface CardView {
  readonly state: TextState;
  readonly refused: RefusedForm | null;
}

export function OpenrouterCard({ state, refused }: CardView): ReactElement {
  const t = useT();
  const values = Object.fromEntries(PURPOSES.map((purpose) => [modelField(purpose), state.openrouterModels[purpose]]));
  const labels = Object.fromEntries(PURPOSES.map((purpose) => [modelField(purpose), purposes[purpose]]));
  return (
    <ProviderCard provider="openrouter" state={state} refused={refused}>
      <Form action={`${AI_SETTINGS}/openrouter/models`} id="openrouter" {...formProps(refused, 'openrouter', values)}>
        <ErrorSummary labels={labels} />
        {PURPOSES.map((purpose) => (
          <ModelInput
            key={purpose}
            name={modelField(purpose)}
            label={t(purposes[purpose])}
            hint={t(m.modelHint, { model: `\u2066${state.documentedModels[purpose].join(' → ')}\u2069` })}
          />
        ))}
        <SaveModels />
      </Form>
    </ProviderCard>
  );
}

export function OpenaiCard({ state, refused }: CardView): ReactElement {
  const t = useT();
  const { otherOpenaiModel: other } = state;
  return (
    <ProviderCard provider="openai" state={state} refused={refused}>
      <Form action={`${AI_SETTINGS}/openai/models`} id="openai" {...formProps(refused, 'openai', { model: state.openaiModel })}>
        <ErrorSummary labels={{ model: m.model }} />
        <ModelInput name="model" label={t(m.model)} hint={other ? t(m.modelHint, { model: `\u2066${other}\u2069` }) : t(m.modelHintNone)} />
        <SaveModels />
      </Form>
    </ProviderCard>
  );
}

export const ModelInput = (props: { name: string; label: string; hint: string }): ReactElement => (
  <TextInput {...props} maxLength={200} autoComplete="off" spellCheck={false} />
);

export function SaveModels(): ReactElement {
  const t = useT();
  return (
    <FormActions>
      <Button kind="secondary" icon="save">
        {t(m.save)}
      </Button>
    </FormActions>
  );
}

function ProviderCard({
  provider,
  state,
  refused,
  children,
}: CardView & { provider: TextProviderName; children: ReactNode }): ReactElement {
  const t = useT();
  const key = { keyState: state.keys[provider], isKeyless: provider === 'openai' && state.isOpenaiLocal };
  const isInUse = state.asked === provider;
  return (
    <Card
      title={PROVIDER_NAMES[provider]}
      icon={provider === 'openrouter' ? 'globe' : 'database'}
      id={`provider-${provider}`}
      actions={isInUse && <Badge tone="success">{t(m.answers)}</Badge>}
    >
      <div className="stack">
        <Definitions
          items={[
            keyDefinition({ ...key, shared: SHARED_KEYS[provider] }),
            { term: m.address, value: <span className="break-all">{state.addresses[provider]}</span>, icon: 'link', ltr: true, wide: true },
          ]}
        />
        <KeyForms {...key} address={AI_SETTINGS} provider={provider} refused={refused} />
        <hr className="border-line" />
        <h3 className="card-title-text">{t(m.models)}</h3>
        {children}
      </div>
    </Card>
  );
}
