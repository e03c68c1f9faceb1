/** `/account/privacy` for everybody, `/admin/privacy` for administrators. */
import type { ReactElement } from 'react';
import type { Failure } from '#kernel/failure.ts';
import { type Language, localeOf, type Message } from '#kernel/message.ts';
import { Alert, Badge, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Data, When } from '#kernel/page/facts.tsx';
import { PasswordInput } from '#kernel/page/fields.tsx';
import { Form, FormActions } from '#kernel/page/forms.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import { YEARS_OF_WORK } from './erasing.ts';
import { m } from './messages.ts';
import { type ErasureRequest, GRACE_DAYS, type Past, type Waiting } from './requests.ts';

export const PRIVACY = '/account/privacy';

export const dayIn = (language: Language, at: Date): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(at);

export interface ShownConsent {
  readonly purpose: 'registration' | 'public_profile' | 'appearance';
  readonly version: string;
  readonly form: 'registration' | 'profile' | 'administration' | 'cinema';
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}
interface PrivacyView {
  readonly consents: readonly ShownConsent[];
  readonly request: ErasureRequest | null;
  readonly isPrivileged: boolean;
  readonly copiesADay: number;
}

export function PrivacyPage({ consents, request, isPrivileged, copiesADay }: PrivacyView): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={m.title} lead={m.lead} />
      {request && <Due request={request} />}
      <Card title={m.consents} lead={m.consentsLead} icon="check" id="consents">
        <div className="stack">
          {consents.length === 0 ? <p className="text-muted">{t(m.none)}</p> : <Consents consents={consents} />}
          <div className="cluster">
            <LinkButton kind="secondary" icon="edit" href="/profile/edit">
              {t(m.editProfile)}
            </LinkButton>
            <LinkButton kind="secondary" icon="image" href="/library/mine">
              {t(m.image)}
            </LinkButton>
          </div>
        </div>
      </Card>
      <Card title={m.copy} icon="download" id="copy">
        <p>{t(m.copyLead, { limit: copiesADay })}</p>
        <Form action={`${PRIVACY}/export`} id="export">
          <FormActions>
            <Button kind="secondary" icon="download">
              {t(m.download)}
            </Button>
          </FormActions>
        </Form>
      </Card>
      {!request && (
        <Card title={m.erase} icon="trash" id="erase">
          <div className="stack">
            <p>{t(isPrivileged ? m.adminFirst : m.eraseLead)}</p>
            {!isPrivileged && (
              <div className="cluster">
                <LinkButton kind="danger" icon="trash" href={`${PRIVACY}/delete`}>
                  {t(m.erase)}
                </LinkButton>
              </div>
            )}
          </div>
        </Card>
      )}
    </div>
  );
}

function Due({ request }: { request: ErasureRequest }): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <Alert tone="warning" title={m.dueTitle}>
      <p>{t(m.due, { day: dayIn(language, request.dueAt) })}</p>
      <Form action={`${PRIVACY}/delete/withdraw`} id="keep">
        <FormActions>
          <Button icon="check">{t(m.callOff)}</Button>
        </FormActions>
      </Form>
    </Alert>
  );
}

function Consents({ consents }: { consents: readonly ShownConsent[] }): ReactElement {
  const t = useT();
  return (
    <ul className="stack">
      {consents.map(({ purpose, version, form, givenAt, withdrawnAt }) => (
        <li key={`${form} ${purpose} ${givenAt.toISOString()}`} className="cluster">
          <strong>{t(m[purpose])}</strong>
          <Badge tone={withdrawnAt ? 'neutral' : 'success'}>{t(withdrawnAt ? m.withdrawn : m.given)}</Badge>
          <span className="text-muted">
            <When at={withdrawnAt ?? givenAt} /> · {t(m.formOf, { version, form: t(m[`form_${form}`]) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function ErasePage({ name, refusal }: { name: string; refusal: Failure | null }): ReactElement {
  const t = useT();
  return (
    <Confirm
      title={m.eraseTitle}
      name={name}
      action={`${PRIVACY}/delete`}
      submit={m.eraseSubmit}
      cancelHref={PRIVACY}
      crumbs={[{ label: m.title, href: PRIVACY }]}
      danger
      errors={refusal?.fields}
      fields={<PasswordInput name="password" label={m.password} autoComplete="current-password" required />}
    >
      <ul className="stack">
        <li>{t(m.erasedAtOnce, { days: GRACE_DAYS })}</li>
        <li>{t(m.keptWork, { years: YEARS_OF_WORK })}</li>
        <li>{t(m.keptLogs)}</li>
        <li>{t(m.keptList)}</li>
      </ul>
    </Confirm>
  );
}

export function AdminPrivacyPage({ waiting, past }: { waiting: readonly Waiting[]; past: readonly Past[] }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const line = (message: Message, dates: Readonly<Record<string, Date>>): string =>
    t(message, Object.fromEntries(Object.entries(dates).map(([name, at]) => [name, dayIn(language, at)])));
  return (
    <div className="stack">
      <AdminTabs />
      <PageHeader title={m.adminTitle} lead={m.adminLead} />
      <Card title={m.waiting} icon="clock" id="waiting">
        {waiting.length === 0 && <p className="text-muted">{t(m.nobodyWaits)}</p>}
        <ul className="stack">
          {waiting.map(({ accountId, name, email, askedAt, dueAt }) => (
            <li key={accountId} className="cluster">
              <a href={`/admin/user/${accountId}/edit`}>
                <Data>{name || email}</Data>
              </a>
              <span className="text-muted">{line(m.waitingLine, { asked: askedAt, due: dueAt })}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={m.past} icon="trash" id="past">
        {past.length === 0 && <p className="text-muted">{t(m.nobodyGone)}</p>}
        <ul className="stack">
          {past.map(({ id, kind, by, erasedAt, keptUntil }) => (
            <li key={id} className="cluster">
              <strong>{t(m[kind])}</strong>
              <span className="text-muted">
                <When at={erasedAt} /> · {t(m[`by_${by}`])}
                {keptUntil && ` · ${line(m.keptUntil, { day: keptUntil })}`}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
