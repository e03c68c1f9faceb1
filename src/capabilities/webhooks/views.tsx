/** The pages of webhooks: addresses of other programs, and what was sent there. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import type { PageOf } from '#kernel/http/pagination.ts';
import type { Message } from '#kernel/message.ts';
import { CheckboxGroup } from '#kernel/page/choices.tsx';
import { Alert, Badge, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Ltr, When } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { m } from './page-messages.ts';
import type { Delivery, Endpoint, WebhookProduct } from './webhooks.ts';

/** Where the pages of a product's webhooks are, and what they may listen to. */
export interface WebhookPlace {
  readonly product: WebhookProduct;
  /** `/studio/webhooks` */
  readonly root: string;
  readonly events: readonly string[];
  readonly lead: Message;
}

export interface ListProps {
  readonly place: WebhookPlace;
  readonly endpoints: readonly Endpoint[];
  readonly values: FormValues;
  readonly errors: FieldErrors;
  /** Of the one just made. */
  readonly secret: string | null;
}

export function WebhookList({ place: { root, events: known, lead }, endpoints, values, errors, secret }: ListProps): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={m.title} lead={lead} />
      {secret && (
        <Alert tone="success" title={m.secretOnce}>
          <code className="select-all">{secret}</code>
        </Alert>
      )}
      <DataTable
        caption={m.title}
        rows={endpoints}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="link" title={m.none} text={m.noneText} />}
        columns={[
          {
            key: 'url',
            header: m.url,
            role: 'title',
            cell: ({ id, url }) => (
              <a className="link" href={`${root}/${id}`}>
                <Ltr>{url}</Ltr>
              </a>
            ),
          },
          { key: 'events', header: m.events, cell: ({ events }) => <Ltr>{events.join(', ')}</Ltr> },
          { key: 'state', header: m.state, cell: (endpoint) => <EndpointState endpoint={endpoint} /> },
        ]}
      />
      <Card title={m.add}>
        <Form action={root} values={values} errors={errors}>
          <ErrorSummary labels={{ url: m.url, events: m.events, secret: m.secret }} />
          <TextInput name="url" type="url" label={m.url} hint={m.urlHint} required icon="link" />
          <CheckboxGroup name="events" label={m.events} options={known.map((event) => ({ value: event, label: event }))} required />
          <TextInput name="secret" label={m.secret} hint={m.secretHint} />
          <FormActions>
            <Button icon="plus">{t(m.add)}</Button>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

function EndpointState({ endpoint: { isActive, disabledReason } }: { endpoint: Endpoint }): ReactElement {
  const t = useT();
  if (isActive) return <Badge tone="success">{t(m.active)}</Badge>;
  if (disabledReason === null) return <Badge>{t(m.paused)}</Badge>;
  return <Badge tone="danger">{t(disabledReason === 'gone' ? m.gone : m.failing)}</Badge>;
}

export interface OneProps {
  readonly root: string;
  readonly endpoint: Endpoint;
  readonly deliveries: PageOf<Delivery>;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

export function WebhookPage({ root, endpoint, deliveries, page, pages, size }: OneProps): ReactElement {
  const t = useT();
  const address = `${root}/${endpoint.id}`;
  return (
    <>
      <PageHeader title={endpoint.url} crumbs={[{ label: m.back, href: root }]} badge={<EndpointState endpoint={endpoint} />}>
        <Act action={`${address}/test`} icon="send" label={t(m.test)} />
        <Act action={`${address}/${endpoint.isActive ? 'pause' : 'resume'}`} label={t(endpoint.isActive ? m.pause : m.resume)} />
        <LinkButton href={`${address}/delete`} kind="quiet" icon="trash">
          {t(m.remove)}
        </LinkButton>
      </PageHeader>
      <p className="mb-4">
        <Ltr>{endpoint.events.join(', ')}</Ltr>
      </p>
      <Deliveries address={address} deliveries={deliveries.rows} />
      <Pagination page={page} pages={pages} total={deliveries.total} size={size} />
    </>
  );
}

function Act({ action, label, icon }: { action: string; label: string; icon?: 'send' }): ReactElement {
  return (
    <Form action={action}>
      <Button kind="secondary" {...(icon ? { icon } : {})}>
        {label}
      </Button>
    </Form>
  );
}

const TONES = { pending: 'neutral', delivered: 'success', failed: 'danger' } as const;

function Deliveries({ address, deliveries }: { address: string; deliveries: readonly Delivery[] }): ReactElement {
  const t = useT();
  return (
    <DataTable
      caption={m.log}
      rows={deliveries}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="send" title={m.noLog} text={m.noLogText} />}
      columns={[
        { key: 'event', header: m.event, role: 'title', cell: ({ event }) => <Ltr>{event}</Ltr> },
        { key: 'at', header: m.at, cell: ({ createdAt }) => <When at={createdAt} as="moment" /> },
        {
          key: 'result',
          header: m.result,
          cell: ({ state, tries }) => (
            <>
              <Badge tone={TONES[state]}>{t(m[state])}</Badge> {t(m.tries, { count: tries })}
            </>
          ),
        },
        {
          key: 'answer',
          header: m.answer,
          cell: ({ httpStatus, detail }) => <Ltr>{[httpStatus, detail?.slice(0, 80)].filter(Boolean).join(' ')}</Ltr>,
        },
        {
          key: 'again',
          header: m.again,
          role: 'actions',
          cell: ({ id }) => <Act action={`${address}/deliveries/${id}/again`} label={t(m.again)} />,
        },
      ]}
    />
  );
}
