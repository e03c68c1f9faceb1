/** What was asked of models: counted for the month, and call by call. */
import type { ReactElement } from 'react';
import type { Call, CallFigures, Outcome } from '#capabilities/generation/generation.ts';
import type { PageOf } from '#kernel/http/pagination.ts';
import type { Message } from '#kernel/message.ts';
import { Badge, Card, EmptyState, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Count, Ltr, When } from '#kernel/page/facts.tsx';
import { type Column, DataTable } from '#kernel/page/table.tsx';
import { Pagination } from '#kernel/page/trails.tsx';
import { dollars } from './amounts.ts';
import { calls, outcomes, purposes } from './call-messages.ts';

export interface LatestCallsView extends PageOf<Call> {
  readonly page: number;
  readonly pages: number;
  readonly size: number;
}

const NAMES: Readonly<Record<string, Message>> = purposes;
/** The log may know purposes of other rooms. */
const purposeName = (purpose: string): Message | string => NAMES[purpose] ?? purpose;

type Group = CallFigures['byPurpose'][number];
const GROUP_COLUMNS: readonly Column<Group>[] = [
  { key: 'purpose', header: calls.purpose, role: 'title', cell: ({ purpose }) => <Words of={purposeName(purpose)} /> },
  { key: 'outcome', header: calls.outcome, cell: ({ outcome }) => <OutcomeBadge outcome={outcome} /> },
  { key: 'calls', header: calls.count, align: 'end', cell: ({ calls: count }) => <Count value={count} /> },
];

export const MonthCalls = ({ figures }: { figures: CallFigures }): ReactElement | null =>
  figures.byPurpose.length === 0 ? null : (
    <Card title={calls.month} lead={calls.monthLead} icon="chart">
      <DataTable
        caption={calls.month}
        rows={figures.byPurpose}
        rowKey={({ purpose, outcome }) => `${purpose} ${outcome}`}
        columns={GROUP_COLUMNS}
        empty={null}
      />
    </Card>
  );

const COLUMNS: readonly Column<Call>[] = [
  { key: 'at', header: calls.when, role: 'title', cell: (call) => <Moment call={call} /> },
  { key: 'purpose', header: calls.purpose, cell: (call) => <Purpose call={call} /> },
  { key: 'model', header: calls.model, cell: (call) => <Model call={call} /> },
  { key: 'outcome', header: calls.outcome, cell: (call) => <What call={call} /> },
  { key: 'tokens', header: calls.tokens, align: 'end', role: 'hidden', cell: (call) => <Tokens call={call} /> },
  { key: 'cost', header: calls.cost, align: 'end', cell: (call) => <Cost call={call} /> },
  { key: 'latency', header: calls.duration, align: 'end', cell: (call) => <Duration call={call} /> },
  { key: 'who', header: calls.who, role: 'hidden', cell: (call) => <Who call={call} /> },
];

export const LatestCalls = ({ rows, total, page, pages, size }: LatestCallsView): ReactElement => (
  <Card title={calls.latest} lead={calls.latestLead} icon="history" id="calls">
    <div className="stack">
      <DataTable
        caption={calls.latest}
        rows={rows}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        empty={<EmptyState icon="sparkles" title={calls.none} text={calls.noneText} />}
      />
      <Pagination page={page} pages={pages} total={total} size={size} />
    </div>
  </Card>
);

function Words({ of }: { of: Message | string }): ReactElement {
  return <>{useT()(of)}</>;
}

const Moment = ({ call }: { call: Call }): ReactElement => (
  <span className="whitespace-nowrap">
    <When at={call.at} as="moment" />
  </span>
);

function Purpose({ call }: { call: Call }): ReactElement {
  const t = useT();
  const more = [call.tryNumber > 1 && t(calls.nth, { n: call.tryNumber }), call.isRepair && t(calls.repair)].filter(Boolean).join(', ');
  return (
    <>
      {t(purposeName(call.purpose))}
      {more && <span className="block text-muted">{more}</span>}
    </>
  );
}

const Model = ({ call }: { call: Call }): ReactElement => (
  <span className="break-all">
    <Ltr>{call.model}</Ltr>
    <span className="block text-muted">
      <Ltr>{call.provider}</Ltr>
    </span>
  </span>
);

const TONES: Readonly<Partial<Record<Outcome, Tone>>> = {
  answered: 'success',
  unusable: 'warning',
  cut_short: 'warning',
  refused: 'warning',
  cancelled: 'neutral',
};

function OutcomeBadge({ outcome }: { outcome: Outcome | null }): ReactElement {
  const t = useT();
  return (
    <Badge tone={outcome === null ? 'neutral' : (TONES[outcome] ?? 'danger')} dot>
      {t(outcomes[outcome ?? 'open'])}
    </Badge>
  );
}

/** The provider's own words beside ours, for whoever has to ask them. */
const What = ({ call: { outcome, httpStatus, code } }: { call: Call }): ReactElement => (
  <>
    <OutcomeBadge outcome={outcome} />
    {outcome !== 'answered' && httpStatus !== null && (
      <span className="block text-muted">
        <Ltr>{[`HTTP ${httpStatus}`, code !== String(httpStatus) && code].filter(Boolean).join(' · ')}</Ltr>
      </span>
    )}
  </>
);

const None = (): ReactElement => <span className="text-muted">—</span>;

function Tokens({ call: { tokensIn, tokensOut } }: { call: Call }): ReactElement {
  if (tokensIn === null) return <None />;
  return (
    <span className="whitespace-nowrap" dir="ltr">
      <Count value={tokensIn} /> → <Count value={tokensOut ?? 0} />
    </span>
  );
}

function Cost({ call: { costUsd } }: { call: Call }): ReactElement {
  const { language } = usePage();
  return costUsd === null ? <None /> : <bdi className="tabular whitespace-nowrap">{dollars(costUsd, language)}</bdi>;
}

function Duration({ call: { latencyMs } }: { call: Call }): ReactElement {
  if (latencyMs === null) return <None />;
  return (
    <span className="whitespace-nowrap" dir="ltr">
      <Count value={Math.round(latencyMs / 100) / 10} /> s
    </span>
  );
}

function Who({ call: { account } }: { call: Call }): ReactElement {
  const t = useT();
  return account ? <bdi>{account.name}</bdi> : <span className="text-muted">{t(calls.studio)}</span>;
}
