/**
 * Charts drawn on the server, without a script: shapes for the eye, and the same figures as a table for everybody else.
 *
 * <Bars caption={m.byType} rows={[{ label, value, href }]} total={n} headers={{ label, value }} />   long lists, biggest first; each may lead somewhere
 * <Donut caption rows total headers />   up to six parts of one whole, with their legend
 * <Columns caption rows headers />   few values along a scale (sizes, ages)
 * <Line caption rows headers />   a value over time, the first moment first
 *
 * Bars and legends are tables one sees; Columns and Line keep theirs for screen readers. Colour never says anything alone.
 */
import type { ReactElement } from 'react';
import { localeOf } from '../message.ts';
import { type Text, usePage, useT } from './context.tsx';
import { Count, Words } from './facts.tsx';

export interface ChartRow {
  readonly label: Text;
  readonly value: number;
  /** Written under a shape when the label is too long for it. */
  readonly short?: Text;
  /** Where the people behind the figure are listed. */
  readonly href?: string | undefined;
}
export interface ChartProps {
  /** What is counted; read to those who cannot see the page around it. */
  readonly caption: Text;
  readonly rows: readonly ChartRow[];
  readonly headers: { readonly label: Text; readonly value: Text };
}
export interface PartProps extends ChartProps {
  /** The whole that the parts are of; percentages are written when it is given. */
  readonly total?: number;
}

const greatest = (rows: readonly ChartRow[]): number => Math.max(0, ...rows.map(({ value }) => value));
/** What is not nothing can be seen. */
const share = (value: number, most: number, full: number): number => (value <= 0 || most <= 0 ? 0 : Math.max((value / most) * full, 0.8));

export function Bars({ caption, rows, headers, total }: PartProps): ReactElement {
  const t = useT();
  const most = greatest(rows);
  return (
    <table className="bars">
      <caption className="sr-only">{t(caption)}</caption>
      <HeaderRow headers={headers} />
      <tbody>
        {rows.map((row) => (
          <tr key={t(row.label)}>
            <th scope="row">
              <RowLabel row={row} />
            </th>
            <td>
              <span className="bars-cell">
                <svg className="bars-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="bars-fill" width={share(row.value, most, 100).toFixed(2)} height="6" rx="0.6" />
                </svg>
                <Amount value={row.value} total={total} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const RADIUS = 15.9155; // a round of 100
const MAX_PARTS = 6;

export function Donut({ caption, rows, headers, total }: PartProps): ReactElement {
  const t = useT();
  const parts = rows.slice(0, MAX_PARTS);
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  const arcs = parts.map(({ value }, index) => {
    const length = whole > 0 ? (value / whole) * 100 : 0;
    const start = before;
    before += length;
    // A hair's breadth of ground parts two parts.
    return { index, start, shown: length < 100 ? Math.max(length - 0.6, 0) : length };
  });
  return (
    <div className="donut">
      <div className="donut-ring">
        <svg viewBox="0 0 42 42" aria-hidden="true">
          <circle className="donut-track" cx="21" cy="21" r={RADIUS} />
          {arcs.map(({ index, shown, start }) => (
            <circle
              key={index}
              className={`donut-part series-${index}`}
              cx="21"
              cy="21"
              r={RADIUS}
              strokeDasharray={`${shown.toFixed(2)} ${(100 - shown).toFixed(2)}`}
              strokeDashoffset={(25 - start).toFixed(2)}
            />
          ))}
        </svg>
        <span aria-hidden="true">
          <Count value={whole} />
        </span>
      </div>
      <table className="donut-legend">
        <caption className="sr-only">{t(caption)}</caption>
        <HeaderRow headers={headers} />
        <tbody>
          {parts.map((row, index) => (
            <tr key={t(row.label)}>
              <th scope="row">
                <span className={`donut-swatch series-${index}`} aria-hidden="true" />
                <RowLabel row={row} />
              </th>
              <td>
                <Amount value={row.value} total={total ?? whole} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Columns({ caption, rows, headers }: ChartProps): ReactElement {
  const t = useT();
  const most = greatest(rows);
  return (
    <div className="column-chart">
      <FigureTable caption={caption} rows={rows} headers={headers} />
      <div className="column-plot" aria-hidden="true">
        {rows.map(({ label, short = label, value }) => {
          const height = share(value, most, 100);
          return (
            <span key={t(label)} className="column-item">
              <span className="column-value">{value > 0 && <Count value={value} />}</span>
              <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                <rect className="bars-fill" y={(100 - height).toFixed(2)} width="10" height={height.toFixed(2)} />
              </svg>
              <span className="column-label">{t(short)}</span>
            </span>
          );
        })}
      </div>
    </div>
  );
}

const HEIGHT = 40;
const HEADROOM = 0.9;

export function Line({ caption, rows, headers }: ChartProps): ReactElement {
  const { language } = usePage();
  const t = useT();
  const most = greatest(rows);
  const step = rows.length > 1 ? 100 / (rows.length - 1) : 0;
  const points = rows.map(({ value }, index) => {
    const y = most > 0 ? HEIGHT - (value / most) * HEIGHT * HEADROOM : HEIGHT;
    return `${(index * step).toFixed(2)} ${y.toFixed(2)}`;
  });
  const line = `M${points.join('L')}`;
  const figures = new Intl.NumberFormat(localeOf(language));
  return (
    <div className="line-chart">
      <FigureTable caption={caption} rows={rows} headers={headers} />
      <div aria-hidden="true">
        <p className="line-most">{figures.format(most)}</p>
        <svg className="line-plot" viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {[1 - HEADROOM, 1 - HEADROOM / 2, 1].map((at) => (
            <path key={at} className="line-grid" d={`M0 ${(at * HEIGHT).toFixed(2)}H100`} />
          ))}
          <path className="line-area" d={`${line}L100 ${HEIGHT}L0 ${HEIGHT}Z`} />
          <path className="line-stroke" d={line} />
          {points.map((point) => (
            <path key={point} className="line-dot" d={`M${point}h0`} />
          ))}
        </svg>
        <p className="line-labels">
          {rows.map(({ label, short = label }, index) => (
            <span key={t(label)} className={index === 0 || index === rows.length - 1 ? 'line-end' : undefined}>
              {t(short)}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

/** The figures of a chart whose shapes are silent. In a box, for a table takes the room it wants. */
function FigureTable({ caption, rows, headers }: ChartProps): ReactElement {
  const t = useT();
  return (
    <div className="sr-only">
      <table>
        <caption>{t(caption)}</caption>
        <HeaderRow headers={headers} />
        <tbody>
          {rows.map(({ label, value }) => (
            <tr key={t(label)}>
              <th scope="row">
                <Words text={label} />
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderRow({ headers }: Pick<ChartProps, 'headers'>): ReactElement {
  const t = useT();
  return (
    <thead>
      <tr>
        {[headers.label, headers.value].map((header) => (
          <th key={t(header)} scope="col">
            <span className="sr-only">{t(header)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function RowLabel({ row: { label, href } }: { row: ChartRow }): ReactElement {
  return href ? (
    <a href={href}>
      <Words text={label} />
    </a>
  ) : (
    <span>
      <Words text={label} />
    </span>
  );
}

function Amount({ value, total }: { value: number; total: number | undefined }): ReactElement {
  const { language } = usePage();
  const part = total
    ? new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(value / total)
    : null;
  return (
    <span className="chart-amount">
      <Count value={value} />
      {part && <small>{part}</small>}
    </span>
  );
}
