/** `/cinema/stats`: who is in the pool, as charts that lead to the people behind the figures. */
import type { ReactElement } from 'react';
import { localeOf, type Message } from '#kernel/message.ts';
import { Bars, type ChartRow, Columns, Donut, Line } from '#kernel/page/charts.tsx';
import { Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Stat } from '#kernel/page/gauges.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { AGE_RANGES, choiceOf, EXPERIENCE_LEVELS, languageOf } from '../options/options.ts';
import { UNDER_AGE } from './cinema-store.ts';
import type { CinemaFigures } from './figures.ts';
import { charts as c, m } from './messages.ts';

export interface StatsView {
  readonly figures: CinemaFigures;
  /** Countries of residence in the reader's language, the biggest first. */
  readonly countries: readonly { readonly code: string; readonly name: string; readonly people: number }[];
}

const TOP = 12;
const people = (name: string, value: string): string => `/cinema/talents?${new URLSearchParams({ [name]: value })}`;
const biggest = (counts: ReadonlyMap<string, number>) => [...counts].sort((a, b) => b[1] - a[1]).slice(0, TOP);

export function StatsPage({ figures, countries }: StatsView): ReactElement {
  const t = useT();
  const crumbs = [{ label: m.cinema, href: '/cinema/dashboard' }];
  return (
    <>
      <PageHeader title={c.title} lead={c.lead} crumbs={crumbs} />
      {figures.total === 0 ? (
        <EmptyState icon="chart" title={c.none} text={c.noneText}>
          <LinkButton href="/cinema/register" icon="user-plus">
            {t(m.register)}
          </LinkButton>
        </EmptyState>
      ) : (
        <div className="stack gap-5">
          <Totals figures={figures} />
          <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-2">
            <div className="stack gap-5">
              <Genders figures={figures} />
              <Types figures={figures} />
              <Places figures={figures} countries={countries} />
              <Heights figures={figures} />
            </div>
            <div className="stack gap-5">
              <Photos figures={figures} />
              <Ages figures={figures} />
              <Experience figures={figures} />
              <Languages figures={figures} />
              <Months figures={figures} />
            </div>
          </div>
        </div>
      )}
    </>
  );
}

function Totals({ figures }: { figures: CinemaFigures }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { total, newIn7Days, withExperience, averageAge, averageHeight } = figures;
  const written = (value: number): string => new Intl.NumberFormat(localeOf(language)).format(value);
  return (
    <div className="figures">
      <Stat label={m.talents} value={total} icon="masks" href="/cinema/talents" note={t(m.newTalents, { count: newIn7Days })} />
      <Stat label={c.age} value={averageAge === null ? '—' : t(c.years, { value: written(averageAge) })} icon="cake" />
      <Stat label={c.height} value={averageHeight === null ? '—' : t(c.centimetres, { value: averageHeight })} icon="ruler" />
      <Stat label={c.experienced} value={withExperience} icon="award" note={t(c.experiencedNote)} />
    </div>
  );
}

interface Of {
  readonly figures: CinemaFigures;
}

function Genders({ figures: { gender } }: Of): ReactElement {
  const rows = [
    { label: c.women, value: gender.get('F') ?? 0, href: people('gender', 'F') },
    { label: c.men, value: gender.get('M') ?? 0, href: people('gender', 'M') },
  ];
  return (
    <Card title={c.byGender} icon="users">
      <Donut caption={c.byGender} rows={rows} headers={{ label: c.byGender, value: c.people }} />
    </Card>
  );
}

function Photos({ figures: { total, withPhotos } }: Of): ReactElement {
  const rows = [
    { label: c.withPhoto, value: withPhotos, href: people('has_photo', '1') },
    { label: c.withoutPhoto, value: total - withPhotos, href: people('has_photo', '0') },
  ];
  return (
    <Card title={c.photos} icon="camera">
      <Donut caption={c.photos} rows={rows} headers={{ label: c.photos, value: c.people }} />
    </Card>
  );
}

/** A list of values, each with its share of everybody. */
function ListCard({
  title,
  lead,
  icon,
  rows,
  total,
}: {
  title: Message;
  lead?: Message;
  icon: IconName;
  rows: readonly ChartRow[];
  total: number;
}): ReactElement {
  return (
    <Card title={title} icon={icon} {...(lead ? { lead } : {})}>
      <Bars caption={title} rows={rows} total={total} headers={{ label: title, value: c.people }} />
    </Card>
  );
}

function Types({ figures: { type, total } }: Of): ReactElement {
  const rows = biggest(type).map(([value, n]) => ({
    label: choiceOf('talent_type', value).label,
    value: n,
    href: people('talent_type', value),
  }));
  return <ListCard title={c.byType} lead={c.byTypeLead} icon="masks" rows={rows} total={total} />;
}

function Places({ figures: { total }, countries }: StatsView): ReactElement {
  const rows = countries.slice(0, TOP).map(({ code, name, people: n }) => ({ label: name, value: n, href: people('country', code) }));
  return <ListCard title={c.byCountry} icon="globe" rows={rows} total={total} />;
}

function Languages({ figures: { language, total } }: Of): ReactElement {
  const rows = biggest(language).map(([code, n]) => ({ label: languageOf(code).label, value: n, href: people('language', code) }));
  return <ListCard title={c.byLanguage} icon="language" rows={rows} total={total} />;
}

function Experience({ figures: { experience, total } }: Of): ReactElement {
  const rows = EXPERIENCE_LEVELS.map(({ value, label }) => ({
    label,
    value: experience.get(value) ?? 0,
    href: people('experience', value),
  }));
  return <ListCard title={c.byExperience} icon="award" rows={rows} total={total} />;
}

function Ages({ figures: { age, total } }: Of): ReactElement {
  const t = useT();
  const named = (value: string, href: string): ChartRow => ({ label: t(c.range, { range: value }), value: age.get(value) ?? 0, href });
  const children = age.has(UNDER_AGE) ? [named(UNDER_AGE, people('age_max', '17'))] : [];
  const rows = [...children, ...AGE_RANGES.map(({ value }) => named(value, people('age_range', value)))];
  return <ListCard title={c.byAge} icon="cake" rows={rows} total={total} />;
}

function Heights({ figures: { height } }: Of): ReactElement | null {
  const rows = heightsOf(height);
  if (rows.length === 0) return null;
  return (
    <Card title={c.byHeight} icon="ruler">
      <Columns caption={c.byHeight} rows={rows} headers={{ label: c.byHeight, value: c.people }} />
    </Card>
  );
}

function Months({ figures: { months } }: Of): ReactElement {
  const { language } = usePage();
  const written = (options: Intl.DateTimeFormatOptions, month: string): string =>
    new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' }).format(new Date(`${month}-01`));
  const rows = months.map(({ month, people: value }) => ({
    label: written({ month: 'long', year: 'numeric' }, month),
    short: written({ month: 'short' }, month),
    value,
  }));
  return (
    <Card title={c.months} icon="chart">
      <Line caption={c.months} rows={rows} headers={{ label: c.month, value: c.people }} />
    </Card>
  );
}

/** Every ten centimetres from the smallest to the tallest, also those that nobody has. */
function heightsOf(counts: ReadonlyMap<string, number>): readonly ChartRow[] {
  const known = [...counts.keys()].map(Number);
  if (known.length === 0) return [];
  const least = Math.min(...known);
  const steps = (Math.max(...known) - least) / 10 + 1;
  return Array.from({ length: steps }, (_, index) => least + index * 10).map((from) => ({
    label: String(from),
    value: counts.get(String(from)) ?? 0,
  }));
}
