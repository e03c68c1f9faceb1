/** `/admin/settings/scheduler`: whether somebody works, what is planned, what was sent, what waits. */
import type { ReactElement } from 'react';
import type { Plan, QueueFigures } from '#kernel/jobs/queue.ts';
import { Alert, Badge, Button, Card, EmptyState, PageHeader, type Tone } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Count, Ltr, When } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import { STUDIO_ZONE } from '../email-notifications/email-notifications.ts';
import { m } from './messages.ts';
import type { PlannedJob, SchedulerStatus } from './scheduler.ts';
import type { PastRecap } from './store.ts';

export const SCHEDULER = '/admin/settings/scheduler';

export interface SchedulerView {
  readonly status: SchedulerStatus;
  readonly recaps: readonly PastRecap[];
  readonly queues: readonly QueueFigures[];
  /** Names the recap that the button asks for: pressed twice, it is sent once. */
  readonly nextKey: string;
}

export function SchedulerPage({ status, recaps, queues, nextKey }: SchedulerView): ReactElement {
  const t = useT();
  const state = (
    <Badge tone={status.running ? 'success' : 'warning'} dot>
      {t(status.running ? m.running : m.stopped)}
    </Badge>
  );
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} badge={state} />
      <AdminTabs />
      <div className="stack gap-5">
        {!status.running && <Alert tone="warning">{t(m.stoppedText)}</Alert>}
        <Card title={m.planned} icon="clock">
          <DataTable caption={m.planned} rows={status.jobs} rowKey={({ id }) => id} columns={JOBS} empty={<NothingPlanned />} />
        </Card>
        <Card title={m.recaps} lead={m.recapsLead} icon="mail">
          <div className="stack">
            <SendNow nextKey={nextKey} />
            <DataTable caption={m.recaps} rows={recaps} rowKey={({ id }) => id} columns={RECAPS} empty={<NoRecaps />} />
          </div>
        </Card>
        <Queues queues={queues} />
      </div>
    </>
  );
}

const Moment = ({ at }: { at: Date }): ReactElement => <When at={at} as="moment" zone={STUDIO_ZONE} />;

const JOBS: readonly Column<PlannedJob>[] = [
  { key: 'job', header: m.job, role: 'title', cell: ({ id, name }) => <JobName id={id} name={name} /> },
  { key: 'trigger', header: m.trigger, cell: (job) => <Trigger job={job} /> },
  { key: 'next', header: m.next, cell: ({ nextRun }) => (nextRun ? <Moment at={nextRun} /> : '—') },
  { key: 'last', header: m.last, cell: ({ last }) => <LastTime last={last} /> },
];

const JobName = ({ id, name }: { id: string; name: string }): ReactElement => (
  <div>
    {name}
    {name !== id && (
      <p className="text-muted font-normal">
        <Ltr>{id}</Ltr>
      </p>
    )}
  </div>
);

const Trigger = ({ job: { trigger, cron, timezone } }: { job: PlannedJob }): ReactElement => (
  <div>
    {trigger !== cron && <p>{trigger}</p>}
    <p className="text-muted">
      <Ltr>
        <code>{cron}</code> {timezone}
      </Ltr>
    </p>
  </div>
);

const OUTCOMES: Readonly<Record<NonNullable<Plan['last']>['state'], readonly [tone: Tone, icon: IconName, label: Text]>> = {
  waiting: ['info', 'clock', m.waiting],
  running: ['info', 'play', m.active],
  done: ['success', 'check', m.done],
  failed: ['danger', 'error', m.failed],
};

function LastTime({ last }: { last: Plan['last'] }): ReactElement {
  const t = useT();
  if (!last) return <span className="text-muted">{t(m.never)}</span>;
  const [tone, icon, label] = OUTCOMES[last.state];
  return (
    <span className="cluster">
      <Badge tone={tone} icon={icon}>
        {t(label)}
      </Badge>
      <Moment at={last.at} />
    </span>
  );
}

const RECAPS: readonly Column<PastRecap>[] = [
  { key: 'when', header: m.when, role: 'title', cell: ({ createdAt }) => <Moment at={createdAt} /> },
  { key: 'days', header: m.days, cell: ({ from, until }) => <Days from={from} until={until} /> },
  { key: 'talents', header: m.talents, cell: ({ talents, talentsLetter }) => <LetterLink count={talents} id={talentsLetter} /> },
  { key: 'cinema', header: m.cinema, cell: ({ cinemaTalents, cinemaLetter }) => <LetterLink count={cinemaTalents} id={cinemaLetter} /> },
  { key: 'by', header: m.askedBy, cell: ({ askedBy }) => <AskedBy name={askedBy} /> },
];

const Days = ({ from, until }: { from: Date; until: Date }): ReactElement => (
  <span>
    <When at={from} zone={STUDIO_ZONE} /> – <When at={until} zone={STUDIO_ZONE} />
  </span>
);

function LetterLink({ count, id }: { count: number; id: number | null }): ReactElement {
  const t = useT();
  if (id !== null) {
    return (
      <a href={`/admin/settings/email-notifications/${id}/view`}>
        <Count value={count} />
      </a>
    );
  }
  return (
    <span className="cluster">
      <Count value={count} /> <Badge tone="warning">{t(m.noLetter)}</Badge>
    </span>
  );
}

function AskedBy({ name }: { name: string | null }): ReactElement {
  const t = useT();
  return name === null ? <span className="text-muted">{t(m.schedule)}</span> : <bdi>{name}</bdi>;
}

const QUEUES: readonly Column<QueueFigures>[] = [
  { key: 'queue', header: m.queue, role: 'title', cell: ({ name }) => <Ltr>{name}</Ltr> },
  { key: 'waiting', header: m.waiting, align: 'end', cell: ({ waiting }) => <Count value={waiting} /> },
  { key: 'active', header: m.active, align: 'end', cell: ({ active }) => <Count value={active} /> },
  { key: 'delayed', header: m.delayed, align: 'end', cell: ({ delayed }) => <Count value={delayed} /> },
];

/** What has work, in numbers; what has none, by name. */
function Queues({ queues }: { queues: readonly QueueFigures[] }): ReactElement {
  const t = useT();
  const isBusy = ({ waiting, active, delayed }: QueueFigures): boolean => waiting + active + delayed > 0;
  const busy = queues.filter(isBusy);
  const idle = queues.filter((queue) => !isBusy(queue)).map(({ name }) => name);
  return (
    <Card title={m.queues} icon="list">
      <div className="stack">
        {busy.length === 0 ? (
          <p>{t(m.allDone)}</p>
        ) : (
          <DataTable caption={m.queues} rows={busy} rowKey={({ name }) => name} columns={QUEUES} empty={null} />
        )}
        {idle.length > 0 && (
          <p className="text-muted break-words">
            {t(m.idle)} <Ltr>{idle.toSorted().join(', ')}</Ltr>
          </p>
        )}
      </div>
    </Card>
  );
}

function SendNow({ nextKey }: { nextKey: string }): ReactElement {
  const t = useT();
  return (
    <Form action={`${SCHEDULER}/weekly-recap`} id="recap">
      <input type="hidden" name="key" value={nextKey} />
      <Button kind="secondary" icon="send">
        {t(m.sendNow)}
      </Button>
    </Form>
  );
}

const NothingPlanned = (): ReactElement => <EmptyState icon="clock" title={m.nonePlanned} text={m.nonePlannedText} />;
const NoRecaps = (): ReactElement => <EmptyState icon="mail" title={m.noRecaps} text={m.noRecapsText} />;
