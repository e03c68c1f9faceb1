/** What a card says and offers about a key: where it comes from and how it ends, the field for another, trying and removing it. */
import type { ReactElement } from 'react';
import type { ImageProviderName, KeyState, TextProviderName } from '#capabilities/generation/generation.ts';
import type { Message } from '#kernel/message.ts';
import { Button, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import type { Definition } from '#kernel/page/facts.tsx';
import { PasswordInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { m } from './messages.ts';
import { formProps, type RefusedForm } from './refused-form.ts';

interface KeyView {
  readonly keyState: KeyState;
  /** A server of this machine that wants none. */
  readonly isKeyless: boolean;
}

export const keyDefinition = (view: KeyView & { readonly shared: Message | undefined }): Definition => ({
  term: m.key,
  value: <KeyLine {...view} />,
  icon: 'key',
  wide: true,
});

function KeyLine({ keyState, isKeyless, shared }: KeyView & { shared: Message | undefined }): ReactElement {
  const t = useT();
  const { source, ending, isInEnvironment } = keyState;
  const text = source === 'setting' ? m.keyFromSetting : m.keyFromEnvironment;
  return (
    <>
      {source === null ? t(isKeyless ? m.noKeyNeeded : m.noKey) : t(text, { ending: `\u2066…${ending ?? ''}\u2069` })}
      {source === 'setting' && isInEnvironment && <span className="block text-muted">{t(m.alsoInEnvironment)}</span>}
      {shared && <span className="block text-muted">{t(shared)}</span>}
    </>
  );
}

interface KeyFormsView extends KeyView {
  /** Of the page. */
  readonly address: string;
  readonly provider: TextProviderName | ImageProviderName;
  readonly refused: RefusedForm | null;
}

export const KeyForms = (view: KeyFormsView): ReactElement => (
  <>
    <NewKey {...view} />
    {(view.keyState.source !== null || view.isKeyless) && <KeyActs {...view} />}
  </>
);

function NewKey({ address, provider, refused }: KeyFormsView): ReactElement {
  const t = useT();
  return (
    <Form action={`${address}/${provider}/key`} id={`${provider}-key`} {...formProps(refused, `${provider}-key`, {})}>
      <ErrorSummary labels={{ key: m.newKey }} />
      <PasswordInput name="key" label={m.newKey} hint={m.newKeyHint} autoComplete="new-password" />
      <FormActions>
        <Button icon="key">{t(m.saveKey)}</Button>
      </FormActions>
    </Form>
  );
}

function KeyActs({ address, provider, keyState }: KeyFormsView): ReactElement {
  const t = useT();
  return (
    <div className="cluster">
      <Form action={`${address}/${provider}/test`} id={`${provider}-test`}>
        <Button kind="secondary" icon="activity">
          {t(keyState.source === null ? m.tryServer : m.tryKey)}
        </Button>
      </Form>
      {keyState.source === 'setting' && (
        <LinkButton href={`${address}/${provider}/remove`} kind="quiet" icon="trash">
          {t(m.removeKey)}
        </LinkButton>
      )}
    </div>
  );
}
