/** The figures of a live post, and how they grew. */
import type { ReactElement } from 'react';
import { localeOf } from '#kernel/message.ts';
import { Line } from '#kernel/page/charts.tsx';
import { Button, Card } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Count } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import type { AnalyticsSnapshot, ScheduledPost } from '../scheduler/scheduler.ts';
import { hrefOf } from './chip-view.tsx';
import { momentText } from './moments.tsx';
import { post as m } from './post-messages.ts';

const SHOWN = ['likes', 'comments', 'shares', 'views', 'reach', 'impressions'] as const;
/** More points than these are a thicket. */
const MOST_POINTS = 30;

interface FiguresProps {
  readonly post: ScheduledPost;
  /** Oldest first. */
  readonly readings: readonly AnalyticsSnapshot[];
  readonly zone: string;
}

export function FiguresCard({ post, readings, zone }: FiguresProps): ReactElement {
  const t = useT();
  const { language } = usePage();
  const last = readings.at(-1);
  const sync = (
    <Form action={`${hrefOf(post)}/sync`} id="sync">
      <Button kind="secondary" size="sm" icon="refresh">
        {t(m.sync)}
      </Button>
    </Form>
  );
  return (
    <Card
      title={m.figures}
      actions={sync}
      {...(last ? { lead: t(m.readAt, { when: momentText(last.syncedAt, zone, language) }) } : {})}
      id="figures"
    >
      {last ? (
        <div className="stack">
          <Latest reading={last} />
          <Growth readings={readings} zone={zone} />
        </div>
      ) : (
        <p className="text-muted">{t(m.noReading)}</p>
      )}
    </Card>
  );
}

function Latest({ reading }: { reading: AnalyticsSnapshot }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 });
  return (
    <dl className="post-figures">
      {SHOWN.map((name) => (
        <div key={name}>
          <dt>{t(m[name])}</dt>
          <dd>{reading[name] === null ? <span title={t(m.notTold)}>—</span> : <Count value={reading[name]} />}</dd>
        </div>
      ))}
      <div>
        <dt>{t(m.engagement)}</dt>
        <dd>{reading.engagementRate === null ? '—' : percent.format(reading.engagementRate / 100)}</dd>
      </div>
    </dl>
  );
}

function Growth({ readings, zone }: Pick<FiguresProps, 'readings' | 'zone'>): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  const figure = (['views', 'impressions', 'reach', 'likes'] as const).find((name) => readings.some((reading) => reading[name] !== null));
  const points = figure ? readings.slice(-MOST_POINTS).filter((reading) => reading[figure] !== null) : [];
  if (!figure || points.length < 2) return null;
  const short = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  const rows = points.map((reading) => ({
    label: `${momentText(reading.syncedAt, zone, language)} (${reading.id})`,
    short: short.format(reading.syncedAt),
    value: reading[figure] ?? 0,
  }));
  return <Line caption={t(m.figuresOver, { figure: t(m[figure]) })} rows={rows} headers={{ label: m.at, value: m[figure] }} />;
}
