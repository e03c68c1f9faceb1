/** `/admin/settings/email-notifications`: figures, switches, sending, history. */
import type { ReactElement } from 'react';
import type { ListState } from '#capabilities/lists/lists.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import type { LetterFigures, LetterStatus } from '#kernel/mail/letter-log.ts';
import type { MailWay } from '#kernel/mail/mail.ts';
import { Alert, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import type { Answers } from '../profile-form/profile-form.tsx';
import type { History } from './history.ts';
import { HistoryCard } from './history-view.tsx';
import { m, statuses } from './messages.ts';
import { PAGE } from './page-kit.ts';
import type { SendingState } from './sending.ts';
import { SendingCard } from './sending-card.tsx';
import { STATUS_LOOK } from './status-badge.tsx';
import { SwitchesCard } from './switches-card.tsx';
import type { TemplateName } from './templates.ts';

export interface OverviewView {
  readonly figures: LetterFigures;
  readonly enabled: ReadonlySet<TemplateName>;
  readonly way: MailWay;
  readonly sending: SendingState;
  /** A form that was refused is shown as it was typed. */
  readonly refused: { readonly typed: Answers; readonly errors: FieldErrors } | null;
  readonly history: History;
  readonly list: ListState;
}

export function OverviewPage({ figures, enabled, way, sending, refused, history, list }: OverviewView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={m.title} lead={m.lead}>
        <LinkButton href="#history" kind="quiet" icon="history">
          {t(m.history)}
        </LinkButton>
      </PageHeader>
      <AdminTabs />
      <div className="stack gap-5">
        <Doubts count={figures.unknown} />
        <Figures figures={figures} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <SwitchesCard enabled={enabled} />
          <SendingCard way={way} sending={sending} refused={refused} />
        </div>
        <HistoryCard {...history} list={list} />
      </div>
    </>
  );
}

function Doubts({ count }: { count: number }): ReactElement | null {
  const t = useT();
  if (count === 0) return null;
  const show = (
    <LinkButton href={`${PAGE}?status=unknown#history`} kind="secondary" size="sm">
      {t(m.decide)}
    </LinkButton>
  );
  return (
    <Alert tone="warning" title={t(m.doubts, { count })} actions={show}>
      {t(m.doubtsText)}
    </Alert>
  );
}

function Figures({ figures }: { figures: LetterFigures }): ReactElement {
  const t = useT();
  const { total, sent, failed, unknown } = figures;
  const tried = sent + failed + unknown;
  const of = (status: LetterStatus): ReactElement => (
    <Stat
      key={status}
      label={statuses[status]}
      value={figures[status]}
      icon={STATUS_LOOK[status].icon}
      href={`${PAGE}?status=${status}#history`}
    />
  );
  return (
    <div className="figures">
      <Stat label={m.total} value={total} icon="mail" href={`${PAGE}#history`} />
      {(['sent', 'failed', 'unknown'] as const).map(of)}
      <Stat
        label={m.rate}
        value={<span dir="ltr">{tried === 0 ? '—' : `${Math.round((100 * sent) / tried)} %`}</span>}
        icon="chart"
        note={t(m.rateNote)}
      />
      {(['queued', 'disabled'] as const).map(of)}
    </div>
  );
}
