/** The page that asks before a call becomes public: who answers for the company, and until when one may apply. */
import type { ReactElement } from 'react';
import type { Failure } from '#kernel/failure.ts';
import { Alert, Button, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { TextArea } from '#kernel/page/fields.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Breadcrumbs } from '#kernel/page/trails.tsx';
import { type Call, type publishingAsks, spoken } from './call.ts';
import { dayText } from './call-words.ts';
import { form, team } from './team-messages.ts';
import { TEAM } from './team-page.tsx';

export interface PublishView {
  readonly call: Call;
  readonly asks: ReturnType<typeof publishingAsks>;
  readonly typed: Readonly<Record<string, string>>;
  readonly refusal: Failure | undefined;
}

export function PublishPage({ call, asks, typed, refusal }: PublishView): ReactElement {
  const t = useT();
  const { language } = usePage();
  const page = `${TEAM}/${call.id}`;
  return (
    <section className="confirm card-box">
      <Breadcrumbs trail={[{ label: spoken(call.titles, language).text, href: page }]} />
      <span className="confirm-icon tone-success">
        <Icon name="globe" />
      </span>
      <h1 className="page-title">{t(team.publishTitle)}</h1>
      <p className="confirm-name">{spoken(call.titles, language).text}</p>
      <div className="confirm-text stack">
        <Refused call={call} refusal={refusal} />
        <p>{t(team.publishText, { day: dayText(call.closesOn, language) })}</p>
        {asks === 'nothing' && call.production && <p>{t(team.publishSealed, { name: `\u2068${call.production.name}\u2069` })}</p>}
        {asks === 'seal' && <Alert tone="warning">{t(team.notSealed)}</Alert>}
      </div>
      <Form action={`${page}/publish`} values={typed} errors={refusal?.fields}>
        {asks === 'reason' && <TextArea name="reason" label={team.vouch} hint={team.vouchHint} required rows={3} max={500} />}
        <div className="confirm-actions">
          <LinkButton kind="secondary" href={page}>
            {t(form.cancel)}
          </LinkButton>
          {asks !== 'seal' && <Button icon="globe">{t(team.publish)}</Button>}
        </div>
      </Form>
    </section>
  );
}

/** What is missing is on the form, not here. */
function Refused({ call, refusal }: Pick<PublishView, 'call' | 'refusal'>): ReactElement | null {
  const t = useT();
  const missing = Object.entries(refusal?.fields ?? {}).filter(([name]) => name !== 'reason');
  if (missing.length === 0) return null;
  return (
    <Alert
      tone="danger"
      title={team.notReady}
      actions={
        <LinkButton href={`${TEAM}/${call.id}/edit`} kind="secondary" size="sm">
          {t(team.edit)}
        </LinkButton>
      }
    >
      {missing.map(([, { message, params }]) => t(message, params)).join(' · ')}
    </Alert>
  );
}
