/** Figures that can be seen: a count, a score, a part of a whole. Each says its value in words too. */
import type { ReactElement, ReactNode } from 'react';
import { classes, type Text, usePage, useT } from './context.tsx';
import { Count } from './facts.tsx';
import { Icon, type IconName } from './icons.tsx';
import { pageMessages as m } from './messages.ts';

export interface StatProps {
  readonly label: Text;
  readonly value: ReactNode | number;
  readonly icon?: IconName;
  readonly note?: ReactNode;
  readonly href?: string;
  readonly trend?: { readonly text: string; readonly tone: 'up' | 'down' | 'flat' };
}

export function Stat({ label, value, icon, note, href, trend }: StatProps): ReactElement {
  const t = useT();
  return (
    <div className="stat-box">
      <p className="stat-label">
        {icon && <Icon name={icon} />}
        {href ? <a href={href}>{t(label)}</a> : t(label)}
      </p>
      <p className="stat-value">{typeof value === 'number' ? <Count value={value} /> : value}</p>
      {(note || trend) && (
        <p className="stat-note">
          {trend && (
            <span className={`trend-${trend.tone}`}>
              {trend.tone !== 'flat' && <Icon name={trend.tone === 'up' ? 'arrow-up' : 'arrow-down'} />}
              {trend.text}
            </span>
          )}
          {note}
        </p>
      )}
    </div>
  );
}

const RADIUS = 16;
const ROUND = 2 * Math.PI * RADIUS;
const clamp = (value: number, max: number): number => Math.min(Math.max(value, 0), max);
/** Three steps of a score; the figure is always written, so the colour adds nothing that is not said. */
const levelOf = (percent: number): string => (percent >= 75 ? 'high' : percent >= 45 ? 'middle' : 'low');

/** A score from 0 to 100 as a ring around its figure. The dash is an attribute, for inline styles are forbidden. */
export function ScoreRing({ value, label, size = 'md' }: { value: number; label: Text; size?: 'sm' | 'md' | 'lg' }): ReactElement {
  const t = useT();
  const score = Math.round(clamp(value, 100));
  return (
    <span
      className={classes('ring-box', `ring-${size}`, `level-${levelOf(score)}`)}
      role="img"
      aria-label={`${t(label)}${t(m.colon)}${score} / 100`}
    >
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle className="ring-track" cx="20" cy="20" r={RADIUS} />
        <circle
          className="ring-value"
          cx="20"
          cy="20"
          r={RADIUS}
          strokeDasharray={`${((score / 100) * ROUND).toFixed(2)} ${ROUND.toFixed(2)}`}
          transform="rotate(-90 20 20)"
        />
      </svg>
      <span aria-hidden="true">{score}</span>
    </span>
  );
}

export interface MeterProps {
  readonly value: number;
  readonly max?: number;
  readonly label: Text;
  /** What is written at the end; by default `value / max`. */
  readonly note?: ReactNode;
  readonly tone?: 'accent' | 'success' | 'warning' | 'danger';
}

/** A part of a whole: places taken, points of a section, steps done. */
export function Meter({ value, max = 100, label, note, tone = 'accent' }: MeterProps): ReactElement {
  const t = useT();
  const { direction } = usePage();
  const width = max > 0 ? (clamp(value, max) / max) * 100 : 0;
  return (
    <div className={classes('meter-box', `meter-${tone}`)}>
      <meter className="sr-only" aria-label={t(label)} value={value} min={0} max={max} />
      <p className="meter-words" aria-hidden="true">
        <span>{t(label)}</span>
        <span className="tabular">{note ?? `${value} / ${max}`}</span>
      </p>
      <svg className="meter-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="meter-track" width="100" height="6" />
        <rect className="meter-value" x={direction === 'rtl' ? 100 - width : 0} width={width} height="6" />
      </svg>
    </div>
  );
}

const LINES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;

export function Skeleton({ lines = 3 }: { lines?: 1 | 2 | 3 | 4 | 5 | 6 }): ReactElement {
  const t = useT();
  return (
    <div className="stack" aria-busy="true" role="status" aria-label={t(m.loading)}>
      {LINES.slice(0, lines).map((line) => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  );
}
