/** `/studio/statistics`: own pictures in figures. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Language, localeOf, say } from '#kernel/message.ts';
import { Bars, type ChartRow, Columns, Donut } from '#kernel/page/charts.tsx';
import { Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import type { Pictures } from '../pictures/pictures.ts';
import { acts, statusNames, styleNames } from './labels.ts';
import { titleOfProvider } from './maker.ts';
import { statistics as m } from './picture-messages.ts';
import { StudioTabs } from './tabs.tsx';
import { GALLERY, REVIEW, ROOT, STATISTICS, type StudioTools, studioPage } from './tools.ts';

interface StatisticsView {
  readonly figures: Awaited<ReturnType<Pictures['figures']>>;
  readonly trends: Awaited<ReturnType<Pictures['trends']>>;
}

export function registerStatisticsPage(door: Door, { pages, pictures }: StudioTools): void {
  door.get(STATISTICS, studioPage, async (request: FastifyRequest, reply: FastifyReply) => {
    const { accountId } = requireViewer(request);
    const [figures, trends] = await Promise.all([pictures.figures(accountId), pictures.trends(accountId)]);
    return pages.send(request, reply, {
      title: say(m.title, request.language),
      body: <StatisticsPage figures={figures} trends={trends} />,
    });
  });
}

function StatisticsPage(view: StatisticsView): ReactElement {
  const t = useT();
  const { figures } = view;
  return (
    <>
      <PageHeader title={m.title} />
      <StudioTabs toReview={figures.byStatus['generated'] ?? 0} />
      {figures.total === 0 ? (
        <EmptyState icon="chart" title={m.empty} text={m.emptyText}>
          <LinkButton href={ROOT} icon="sparkles">
            {t(acts.create)}
          </LinkButton>
        </EmptyState>
      ) : (
        <div className="stack">
          <Totals figures={figures} />
          <Charts {...view} />
        </div>
      )}
    </>
  );
}

function Totals({ figures }: Pick<StatisticsView, 'figures'>): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { byStatus, total, averageTime, totalTime } = figures;
  const [validated, rejected] = [byStatus['validated'] ?? 0, byStatus['rejected'] ?? 0];
  const judged = validated + rejected;
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 });
  return (
    <div className="figures">
      <Stat label={m.total} value={total} icon="image" href={GALLERY} />
      <Stat label={m.toReview} value={byStatus['generated'] ?? 0} icon="eye" href={REVIEW} />
      <Stat
        label={m.validated}
        value={validated}
        icon="check"
        href={`${GALLERY}?status=validated`}
        note={judged > 0 && t(m.ofJudged, { percent: percent.format(validated / judged) })}
      />
      <Stat
        label={m.average}
        value={secondsOf(averageTime, language)}
        icon="clock"
        note={t(m.totalTime, { time: secondsOf(totalTime, language) })}
      />
    </div>
  );
}

/** In minutes from two of them on. */
function secondsOf(seconds: number, language: Language): string {
  const [value, unit] = seconds >= 120 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value);
}

function Charts({ figures, trends }: StatisticsView): ReactElement {
  const { language } = usePage();
  const rowsOf = (names: typeof statusNames | typeof styleNames, counts: Readonly<Record<string, number>>, filter: string): ChartRow[] =>
    Object.entries(names).map(([key, label]) => ({ label, value: counts[key] ?? 0, href: `${GALLERY}?${filter}=${key}` }));
  const counted = (label: typeof m.status) => ({ label, value: m.pictures });
  return (
    <>
      <Card title={m.byMonth} icon="chart">
        <Columns
          caption={m.byMonth}
          rows={trends.byMonth.map(({ month, count }) => monthRow(month, count, language))}
          headers={counted(m.month)}
        />
      </Card>
      <div className="columns studio-charts">
        <Card title={m.byStatus}>
          <Donut caption={m.byStatus} rows={rowsOf(statusNames, figures.byStatus, 'status')} headers={counted(m.status)} />
        </Card>
        <Card title={m.byStyle}>
          <Donut caption={m.byStyle} rows={rowsOf(styleNames, figures.byStyle, 'style')} headers={counted(m.style)} />
        </Card>
        {trends.byProvider.length > 0 && <Providers trends={trends} />}
      </div>
    </>
  );
}

function Providers({ trends }: Pick<StatisticsView, 'trends'>): ReactElement {
  const providers = trends.byProvider.map(({ provider, ...figures }) => ({ label: titleOfProvider(provider), ...figures }));
  return (
    <>
      <Card title={m.byProvider}>
        <Bars
          caption={m.byProvider}
          rows={providers.map(({ label, count }) => ({ label, value: count }))}
          headers={{ label: m.provider, value: m.pictures }}
          total={providers.reduce((sum, { count }) => sum + count, 0)}
        />
      </Card>
      <Card title={m.timeByProvider}>
        <Bars
          caption={m.timeByProvider}
          rows={providers.map(({ label, averageTime }) => ({ label, value: Math.round(averageTime * 10) / 10 }))}
          headers={{ label: m.provider, value: m.seconds }}
        />
      </Card>
    </>
  );
}

/** `2026-11` as the reader names it, once long and once for the narrow room below a column. */
function monthRow(month: string, value: number, language: Language): ChartRow {
  const at = new Date(`${month}-01T00:00:00Z`);
  const named = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...options }).format(at);
  return { label: named({ month: 'long', year: 'numeric' }), short: named({ month: 'narrow' }), value };
}
