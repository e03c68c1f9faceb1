/** What people see of their own security: devices, password, second step, API keys. */
import type { ReactElement } from 'react';
import type { Account, ApiKey, SessionInfo } from '#capabilities/identity/identity.ts';
import type { Failure } from '#kernel/failure.ts';
import { type Language, localeOf } from '#kernel/message.ts';
import { Select } from '#kernel/page/choices.tsx';
import { Alert, Badge, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { PasswordInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { relativeTime } from '#kernel/relative-time.ts';
import { readUserAgent } from '#kernel/user-agent.ts';
import { fieldsOf } from './form.ts';
import { m } from './messages.ts';
import { NewPasswordFields } from './password-page.tsx';
import { Refusal } from './sign-in-pages.tsx';

/** Choices of how long a key is good for, in days; 0 is without limit. */
export const KEY_DAYS = [30, 90, 365, 0] as const;

export interface SecurityView {
  readonly account: Account;
  readonly sessions: readonly SessionInfo[];
  readonly keys: readonly ApiKey[];
  readonly now: Date;
  /** Which form was refused, why, and what had been typed into it. */
  readonly refused: { readonly form: 'password' | 'two-step' | 'keys'; readonly refusal: Failure; readonly typed?: FormValues } | null;
  /** A key that was just made, told this one time. */
  readonly created: { readonly name: string; readonly secret: string } | null;
}

export function SecurityPage(view: SecurityView): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={m.securityTitle} lead={m.securityLead} />
      {view.created && (
        <Alert tone="success" title={m.keyCreatedTitle}>
          <p>{t(m.keyCreated, { name: view.created.name })}</p>
          <CodeTag code={view.created.secret} copy />
        </Alert>
      )}
      <Sessions {...view} />
      <Password {...view} />
      <TwoStep {...view} />
      <Keys {...view} />
    </div>
  );
}

const refusalFor = ({ refused }: SecurityView, form: string): Failure | null => (refused?.form === form ? refused.refusal : null);

function Sessions({ sessions, now }: SecurityView): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  return (
    <Card title={m.sessions} lead={m.sessionsLead} icon="history" id="sessions">
      <ul className="stack">
        {sessions.map((session) => (
          <li key={session.id} className="cluster">
            <SessionLine session={session} now={now} isThis={session.id === viewer?.sessionId} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form action="/account/security/sessions/end-others" id="others">
          <FormActions>
            <Button kind="secondary" icon="power">
              {t(m.endOthers)}
            </Button>
          </FormActions>
        </Form>
      )}
    </Card>
  );
}

function SessionLine({ session, now, isThis }: { session: SessionInfo; now: Date; isThis: boolean }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const device = deviceOf(session.userAgent) || t(m.unknownDevice);
  const facts = {
    when: relativeTime(session.lastSeenAt, now, language),
    since: dayOf(session.createdAt, language),
    ip: `\u2066${session.ip ?? '—'}\u2069`,
  };
  return (
    <>
      <div className="min-w-0 grow">
        <strong>{device}</strong> {isThis && <Badge tone="success">{t(m.thisDevice)}</Badge>}
        <div className="text-muted">{t(m.seen, facts)}</div>
      </div>
      {!isThis && (
        <Form action="/account/security/sessions/end" id={`end-${session.id.slice(0, 8)}`}>
          <input type="hidden" name="id" value={session.id} />
          <Button kind="quiet" icon="close" label={t(m.endThis, { device })}>
            {t(m.end)}
          </Button>
        </Form>
      )}
    </>
  );
}

function Password(view: SecurityView): ReactElement {
  const t = useT();
  const refusal = refusalFor(view, 'password');
  const labels = { current_password: m.currentPassword, new_password: m.newPassword, new_password2: m.newPasswordAgain };
  return (
    <Card title={m.passwordTitle} lead={m.passwordLead} icon="lock" id="password">
      <Form action="/account/security/password" errors={fieldsOf(refusal)} id="pw" className="max-w-xl">
        <ErrorSummary labels={labels} />
        <Refusal refusal={refusal} />
        <PasswordInput name="current_password" label={m.currentPassword} required autoComplete="current-password" />
        <NewPasswordFields />
        <FormActions>
          <Button icon="save">{t(m.changePassword)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function TwoStep(view: SecurityView): ReactElement {
  const t = useT();
  const { totpEnabled } = view.account;
  const refusal = refusalFor(view, 'two-step');
  const state = totpEnabled ? <Badge tone="success">{t(m.on)}</Badge> : <Badge>{t(m.off)}</Badge>;
  return (
    <Card title={m.twoStep} lead={m.twoStepLead} icon="shield" actions={state} id="two-step">
      <Form action="/account/security/two-step/start" errors={fieldsOf(refusal)} id="two" className="max-w-xl">
        <Refusal refusal={refusal} />
        <PasswordInput name="password" label={m.confirmWithPassword} required autoComplete="current-password" />
        <FormActions>
          {!totpEnabled && <Button icon="shield">{t(m.twoStepStart)}</Button>}
          {totpEnabled && (
            <>
              <Button kind="secondary" icon="refresh" formAction="/account/security/two-step/codes">
                {t(m.newCodes)}
              </Button>
              <Button kind="danger" icon="power" formAction="/account/security/two-step/stop">
                {t(m.twoStepStop)}
              </Button>
            </>
          )}
        </FormActions>
      </Form>
    </Card>
  );
}

function Keys(view: SecurityView): ReactElement {
  const t = useT();
  const refusal = refusalFor(view, 'keys');
  const typed = view.refused?.form === 'keys' ? view.refused.typed : undefined;
  const durations = KEY_DAYS.map((days) => ({ value: days, label: days === 0 ? m.forever : t(m.days, { days }) }));
  return (
    <Card title={m.keys} lead={m.keysLead} icon="key" id="keys">
      <div className="stack">
        {view.keys.length === 0 ? (
          <p className="text-muted">{t(m.keysNone)}</p>
        ) : (
          <ul className="stack">
            {view.keys.map((key) => (
              <li key={key.id} className="cluster">
                <KeyLine apiKey={key} now={view.now} />
              </li>
            ))}
          </ul>
        )}
        <Form action="/account/security/keys" values={{ days: 90, ...typed }} errors={fieldsOf(refusal)} id="key" className="max-w-xl">
          <ErrorSummary labels={{ name: m.keyName, days: m.keyExpiry, password: m.confirmWithPassword }} />
          <Refusal refusal={refusal} />
          <TextInput name="name" label={m.keyName} placeholder={t(m.keyNameHint)} required autoComplete="off" maxLength={100} />
          <Select name="days" label={m.keyExpiry} options={durations} placeholder={null} />
          <PasswordInput name="password" label={m.confirmWithPassword} required autoComplete="current-password" />
          <FormActions>
            <Button icon="plus">{t(m.keyCreate)}</Button>
          </FormActions>
        </Form>
      </div>
    </Card>
  );
}

function KeyLine({ apiKey, now }: { apiKey: ApiKey; now: Date }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const used = apiKey.lastUsedAt ? t(m.keyUsed, { when: relativeTime(apiKey.lastUsedAt, now, language) }) : t(m.keyNeverUsed);
  const until = apiKey.expiresAt ? ` · ${t(m.keyUntil, { date: dayOf(apiKey.expiresAt, language) })}` : '';
  const isOver = apiKey.expiresAt !== null && apiKey.expiresAt <= now;
  return (
    <>
      <div className="min-w-0 grow">
        <strong>{apiKey.name}</strong> <CodeTag code={`atl_${apiKey.prefix}_…`} />{' '}
        {isOver && <Badge tone="warning">{t(m.keyExpired)}</Badge>}
        <div className="text-muted">
          {used}
          {until}
        </div>
      </div>
      <LinkButton kind="quiet" icon="trash" href={`/account/security/keys/${apiKey.id}/revoke`}>
        {t(m.revoke)}
      </LinkButton>
    </>
  );
}

/** `Chrome · Android · Tecno`, of what the browser says about itself; empty when it says nothing we know. */
function deviceOf(userAgent: string | null): string {
  const { browser, operatingSystem, deviceBrand } = readUserAgent(userAgent ?? undefined);
  return [browser, operatingSystem, deviceBrand].filter(Boolean).join(' · ');
}

const dayOf = (date: Date, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
