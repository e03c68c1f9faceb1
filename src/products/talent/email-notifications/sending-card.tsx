/** How letters leave, a test of it, and the settings of sender and footer. */
import type { ReactElement } from 'react';
import type { MailWay } from '#kernel/mail/mail.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Button, Card } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { PasswordInput, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { sending as m } from './messages.ts';
import type { OverviewView } from './overview-page.tsx';
import { PAGE } from './page-kit.ts';
import { FORGET_KEY, type SendingState } from './sending.ts';

const LABELS = {
  sender_email: m.senderEmail,
  sender_name: m.senderName,
  admin_notification_email: m.adminEmail,
  sendgrid_api_key: m.key,
  email_footer: m.footer,
} as const;

export function SendingCard({ way, sending, refused }: Pick<OverviewView, 'way' | 'sending' | 'refused'>): ReactElement {
  const t = useT();
  return (
    <Card title={m.title} icon="send" id="sending">
      <div className="stack">
        <WayOut way={way} />
        <Form action={`${PAGE}/test`} id="test">
          <Button kind="secondary" icon="send">
            {t(m.test)}
          </Button>
        </Form>
        <h3 className="font-semibold">{t(m.settings)}</h3>
        <p className="text-muted">{t(m.settingsLead)}</p>
        <Form action={`${PAGE}/sending`} values={refused?.typed ?? sending.values} errors={refused?.errors} id="settings">
          <ErrorSummary labels={LABELS} />
          <TextInput name="sender_email" type="email" label={m.senderEmail} icon="mail" placeholder={way.sender} autoComplete="off" />
          <TextInput name="sender_name" label={m.senderName} maxLength={100} autoComplete="off" />
          <TextInput
            name="admin_notification_email"
            type="email"
            label={m.adminEmail}
            hint={m.adminEmailHint}
            icon="bell"
            autoComplete="off"
          />
          <TextArea name="email_footer" label={m.footer} hint={m.footerHint} rows={4} max={2000} />
          <KeyField sending={sending} />
          <FormActions>
            <Button icon="save">{t(m.save)}</Button>
          </FormActions>
        </Form>
      </div>
    </Card>
  );
}

function WayOut({ way }: { way: MailWay }): ReactElement {
  const t = useT();
  return (
    <div className="flex items-start gap-2">
      <Icon name={way.name === 'outbox' ? 'file' : 'globe'} className="mt-1 shrink-0" />
      <div className="min-w-0">
        <p className="break-words">{t(m[way.name], { place: `\u2068${way.place}\u2069` })}</p>
        <p className="text-muted">{t(m.fromAddress, { address: `\u2068${way.sender}\u2069` })}</p>
      </div>
    </div>
  );
}

function KeyField({ sending: { keyEnd } }: { sending: SendingState }): ReactElement {
  const t = useT();
  return (
    <>
      <PasswordInput
        name="sendgrid_api_key"
        label={m.key}
        hint={keyEnd === null ? m.keyNone : t(m.keySet, { end: `\u2068••••${keyEnd}\u2069` })}
        autoComplete="new-password"
      />
      {keyEnd !== null && <Checkbox name={FORGET_KEY} label={t(m.removeKey)} />}
    </>
  );
}
