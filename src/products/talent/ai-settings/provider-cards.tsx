/** One card a provider: its key (only how it ends), what tries it, and the models that are asked there. */
import type { ReactElement, ReactNode } from 'react';
import type { KeyState, TextProviderName, TextState } from '#capabilities/generation/generation.ts';
import { Badge, Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { PasswordInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { modelField, PURPOSES } from './fields.ts';
import { PROVIDER_NAMES } from './key-words.ts';
import { m, purposes } from './messages.ts';
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
      <Form action="/admin/settings/ai/openrouter/models" id="openrouter" {...formProps(refused, 'openrouter', values)}>
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
      <Form action="/admin/settings/ai/openai/models" id="openai" {...formProps(refused, 'openai', { model: state.openaiModel })}>
        <ErrorSummary labels={{ model: m.model }} />
        <ModelInput name="model" label={t(m.model)} hint={other ? t(m.modelHint, { model: `\u2066${other}\u2069` }) : t(m.modelHintNone)} />
        <SaveModels />
      </Form>
    </ProviderCard>
  );
}

const ModelInput = (props: { name: string; label: string; hint: string }): ReactElement => (
  <TextInput {...props} maxLength={200} autoComplete="off" spellCheck={false} />
);

function SaveModels(): ReactElement {
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
  const key = state.keys[provider];
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
            {
              term: m.key,
              value: <KeyLine keyState={key} isNeeded={provider === 'openrouter' || !state.isOpenaiLocal} />,
              icon: 'key',
              wide: true,
            },
            { term: m.address, value: <span className="break-all">{state.addresses[provider]}</span>, icon: 'link', ltr: true, wide: true },
          ]}
        />
        <KeyForm provider={provider} refused={refused} />
        <KeyActs provider={provider} keyState={key} isKeyless={provider === 'openai' && state.isOpenaiLocal} />
        <hr className="border-line" />
        <h3 className="card-title-text">{t(m.models)}</h3>
        {children}
      </div>
    </Card>
  );
}

function KeyLine({ keyState, isNeeded }: { keyState: KeyState; isNeeded: boolean }): ReactElement {
  const t = useT();
  if (keyState.source === null) return <>{t(isNeeded ? m.noKey : m.noKeyNeeded)}</>;
  const text = keyState.source === 'setting' ? m.keyFromSetting : m.keyFromEnvironment;
  return (
    <>
      {t(text, { ending: `\u2066…${keyState.ending ?? ''}\u2069` })}
      {keyState.source === 'setting' && keyState.isInEnvironment && <span className="block text-muted">{t(m.alsoInEnvironment)}</span>}
    </>
  );
}

function KeyForm({ provider, refused }: { provider: TextProviderName; refused: RefusedForm | null }): ReactElement {
  const t = useT();
  return (
    <Form action={`/admin/settings/ai/${provider}/key`} id={`${provider}-key`} {...formProps(refused, `${provider}-key`, {})}>
      <ErrorSummary labels={{ key: m.newKey }} />
      <PasswordInput name="key" label={m.newKey} hint={m.newKeyHint} autoComplete="new-password" />
      <FormActions>
        <Button icon="key">{t(m.saveKey)}</Button>
      </FormActions>
    </Form>
  );
}

function KeyActs({
  provider,
  keyState,
  isKeyless,
}: {
  provider: TextProviderName;
  keyState: KeyState;
  isKeyless: boolean;
}): ReactElement | null {
  const t = useT();
  if (keyState.source === null && !isKeyless) return null;
  return (
    <div className="cluster">
      <Form action={`/admin/settings/ai/${provider}/test`} id={`${provider}-test`}>
        <Button kind="secondary" icon="activity">
          {t(keyState.source === null ? m.tryServer : m.tryKey)}
        </Button>
      </Form>
      {keyState.source === 'setting' && (
        <LinkButton href={`/admin/settings/ai/${provider}/remove`} kind="quiet" icon="trash">
          {t(m.removeKey)}
        </LinkButton>
      )}
    </div>
  );
}
