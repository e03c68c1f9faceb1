/** `/admin/settings/activity-logs/statistics`: how much of what, whether the logs are whole, and how long they are kept. */
import type { ReactElement } from 'react';
import type { AuditFigures, Counted } from '#kernel/audit-reading.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { localeOf, type Message } from '#kernel/message.ts';
import { Bars, Donut, Line } from '#kernel/page/charts.tsx';
import { Button, Card } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import { Tabs } from '#kernel/page/trails.tsx';
import { m, retention, seals, severities, statuses } from './messages.ts';
import { LOGS, LogsHeader, SECURITY, STATISTICS } from './page-kit.tsx';
import { DAYS } from './retention.ts';
import { securityEvents } from './security-events.ts';

export const PERIODS = [7, 30, 90] as const;

export interface StatisticsView {
  readonly figures: AuditFigures;
  /** `2026-03-01` for each of the counts. */
  readonly days: readonly string[];
  readonly typed: { readonly activity: string; readonly security: string };
  readonly errors: FieldErrors;
}

export function StatisticsPage({ figures, days, typed, errors }: StatisticsView): ReactElement {
  const t = useT();
  const periods = PERIODS.map((count) => ({
    label: t(m.lastDays, { count }),
    href: `${STATISTICS}?days=${count}`,
    current: count === days.length,
  }));
  return (
    <>
      <LogsHeader />
      <div className="stack gap-5">
        <Tabs label={m.period} items={periods} />
        <Totals figures={figures} />
        <Card title={m.perDay} icon="activity">
          <PerDay counts={figures.days} days={days} />
        </Card>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Chart
            title={m.byCategory}
            rows={figures.categories}
            address={(value) => `${LOGS}?action_category=${encodeURIComponent(value)}`}
          />
          <Chart title={m.byType} rows={figures.types} address={(value) => `${LOGS}?action_type=${encodeURIComponent(value)}`} />
          <Chart title={m.byPerson} rows={figures.people} address={(value) => `${LOGS}?user=${encodeURIComponent(value)}`} />
          <Chart title={m.byBrowser} rows={figures.browsers} />
          <Chart title={m.byDevice} rows={figures.devices} as="donut" />
          <Chart title={m.bySeverity} rows={figures.severities} as="donut" words={severities} />
          <Chart
            title={m.byEvent}
            rows={figures.events}
            words={securityEvents}
            address={(value) => `${SECURITY}?event_type=${encodeURIComponent(value)}`}
          />
        </div>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Integrity />
          <Retention typed={typed} errors={errors} />
        </div>
      </div>
    </>
  );
}

function Totals({ figures: { statuses: counted } }: { figures: AuditFigures }): ReactElement {
  const of = (wanted: string): number => counted.find(({ value }) => value === wanted)?.count ?? 0;
  return (
    <div className="figures">
      <Stat label={statuses.success} value={of('success')} icon="check" href={`${LOGS}?status=success`} />
      <Stat label={statuses.warning} value={of('warning')} icon="ban" href={`${LOGS}?status=warning`} />
      <Stat label={statuses.error} value={of('error')} icon="error" href={`${LOGS}?status=error`} />
    </div>
  );
}

function PerDay({ counts, days }: { counts: readonly number[]; days: readonly string[] }): ReactElement {
  const { language } = usePage();
  const format = new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const rows = days.map((day, index) => ({ label: format.format(new Date(day)), value: counts[index] ?? 0 }));
  return <Line caption={m.perDay} rows={rows} headers={{ label: m.date, value: m.number }} />;
}

interface ChartProps {
  readonly title: Message;
  readonly rows: readonly Counted[];
  readonly as?: 'bars' | 'donut';
  readonly address?: (value: string) => string;
  readonly words?: Readonly<Record<string, Message>>;
}

function Chart({ title, rows, as = 'bars', address, words }: ChartProps): ReactElement {
  const t = useT();
  const Shape = as === 'donut' ? Donut : Bars;
  const shown = rows.map(({ value, count }) => ({ label: words?.[value] ?? { data: value }, value: count, href: address?.(value) }));
  return (
    <Card title={title}>
      {shown.length > 0 ? (
        <Shape caption={title} rows={shown} headers={{ label: title, value: m.number }} />
      ) : (
        <p className="text-muted">{t(m.nothing)}</p>
      )}
    </Card>
  );
}

function Integrity(): ReactElement {
  const t = useT();
  return (
    <Card title={seals.title} lead={seals.lead} icon="verified">
      <Form action={`${LOGS}/verify`}>
        <Button kind="secondary" icon="refresh">
          {t(seals.check)}
        </Button>
      </Form>
    </Card>
  );
}

const LABELS = { activity: retention.activity, security: retention.security };

function Retention({ typed, errors }: Pick<StatisticsView, 'typed' | 'errors'>): ReactElement {
  const t = useT();
  return (
    <Card title={retention.title} lead={retention.lead} icon="clock" id="retention">
      <Form action={`${LOGS}/retention`} values={typed} errors={errors}>
        <ErrorSummary labels={LABELS} />
        <TextInput name="activity" type="number" label={retention.activity} min={DAYS.least} max={DAYS.most} />
        <TextInput name="security" type="number" label={retention.security} min={DAYS.least} max={DAYS.most} />
        <FormActions>
          <Button icon="save">{t(retention.save)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}
