/** `/admin/update`: what runs, what is newer, what was done. */
import type { ReactElement } from 'react';
import { LEAST_PASSWORD } from '#capabilities/backup/backup.ts';
import type { Offer, Standing, UpdateEntry } from '#capabilities/updates/updates.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Badge, Button, Card, EmptyState, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions, Ltr, When } from '#kernel/page/facts.tsx';
import { PasswordInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { DataTable } from '#kernel/page/table.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import { STUDIO_ZONE } from '../email-notifications/email-notifications.ts';
import { m, outcomes } from './messages.ts';

export const UPDATE = '/admin/update';

export interface UpdateView {
  readonly standing: Standing;
  /** Null until somebody asked. */
  readonly offer: Offer | null;
  readonly hasPassword: boolean;
  readonly errors: FieldErrors;
}

export function UpdatePage({ standing, offer, hasPassword, errors }: UpdateView): ReactElement {
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} />
      <AdminTabs />
      <div className="stack gap-5">
        <Now standing={standing} />
        {offer && <OfferCard {...{ offer, standing, hasPassword, errors }} />}
        <History entries={standing.history} />
      </div>
    </>
  );
}

function Now({ standing: { version, revision, pending } }: Pick<UpdateView, 'standing'>): ReactElement {
  const t = useT();
  return (
    <Card title={m.now} icon="info">
      <div className="stack">
        <Definitions
          items={[
            { term: m.version, value: version, ltr: true },
            { term: m.revision, value: revision, ltr: true },
            { term: m.pending, value: pending.length > 0 ? <Ltr>{pending.join(', ')}</Ltr> : t(m.none) },
          ]}
        />
        <Form action={UPDATE}>
          <input type="hidden" name="act" value="check" />
          <FormActions>
            <Button kind="secondary" icon="refresh">
              {t(m.check)}
            </Button>
          </FormActions>
        </Form>
      </div>
    </Card>
  );
}

function OfferCard({ offer: { tag, news, migrations }, standing, hasPassword, errors }: UpdateView & { offer: Offer }): ReactElement {
  const t = useT();
  if (tag === null) return <Alert tone="success">{t(m.upToDate, { version: standing.version })}</Alert>;
  return (
    <Card title={{ data: t(m.offer, { tag }) }} lead={m.applyLead} icon="download">
      <div className="stack">
        {migrations.length > 0 && (
          <p>
            {t(m.brings)} : <Ltr>{migrations.join(', ')}</Ltr>
          </p>
        )}
        {news !== '' && (
          <details>
            <summary>{t(m.news)}</summary>
            <pre className="overflow-x-auto whitespace-pre-wrap" dir="ltr" lang="en">
              {news}
            </pre>
          </details>
        )}
        {standing.isAllowed ? (
          <Form id="apply" action={UPDATE} errors={errors}>
            <ErrorSummary labels={{ password: m.password }} />
            <input type="hidden" name="act" value="apply" />
            <PasswordInput
              name="password"
              label={m.password}
              required={!hasPassword}
              autoComplete="new-password"
              minLength={LEAST_PASSWORD}
            />
            <FormActions>
              <Button icon="download">{t(m.apply)}</Button>
            </FormActions>
          </Form>
        ) : (
          <Alert tone="info">{t(m.notAllowed)}</Alert>
        )}
      </div>
    </Card>
  );
}

function History({ entries }: { entries: readonly UpdateEntry[] }): ReactElement {
  const t = useT();
  return (
    <Card title={m.history} icon="history">
      <DataTable
        caption={m.history}
        rows={entries}
        rowKey={(entry) => entry.started_at}
        empty={<EmptyState icon="history" title={m.noHistory} text={m.noHistoryText} />}
        columns={[
          {
            key: 'date',
            header: m.date,
            role: 'title',
            cell: (entry) => <When at={new Date(entry.started_at)} as="moment" zone={STUDIO_ZONE} />,
          },
          { key: 'versions', header: m.fromTo, cell: ({ from, to }) => <Ltr>{`${from} → ${to}`}</Ltr> },
          { key: 'by', header: m.by, cell: ({ by }) => <Ltr>{by}</Ltr> },
          {
            key: 'outcome',
            header: m.outcome,
            cell: ({ status, failed_step: step, error }) => (
              <span className="cluster">
                <Badge tone={status === 'success' ? 'success' : 'danger'}>{t(outcomes[status])}</Badge>
                {error && <Ltr>{`${step}: ${error}`}</Ltr>}
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
