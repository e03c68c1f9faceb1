/** The public face: a hero lit like a screen, sections, what the studio offers. */
import type { ReactElement, ReactNode } from 'react';
import { classes, type Text, useT } from './context.tsx';
import { Icon, type IconName } from './icons.tsx';

export interface HeroProps {
  readonly eyebrow?: Text;
  readonly title: Text;
  readonly lead: Text;
  /** Buttons. */
  readonly children: ReactNode;
  /** What stands in the light: faces, a card. */
  readonly aside?: ReactNode;
  /** A line under the buttons. */
  readonly note?: ReactNode;
}

export function Hero({ eyebrow, title, lead, children, aside, note }: HeroProps): ReactElement {
  const t = useT();
  return (
    <section className="hero-screen">
      <Projection />
      <div className="hero-words">
        {eyebrow && <p className="hero-eyebrow">{t(eyebrow)}</p>}
        <h1>{t(title)}</h1>
        <p className="hero-lead">{t(lead)}</p>
        <div className="cluster">{children}</div>
        {note && <p className="hero-note">{note}</p>}
      </div>
      {aside && <div className="hero-aside">{aside}</div>}
    </section>
  );
}

/** The beam of a projector and the dust in it. */
function Projection(): ReactElement {
  return (
    <svg className="hero-beam" viewBox="0 0 1200 600" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id="beam" x1="1" y1="0" x2="0.1" y2="0.9">
          <stop offset="0" className="beam-near" />
          <stop offset="1" className="beam-far" />
        </linearGradient>
      </defs>
      <path d="M1180 -40 L-80 260 L120 760 Z" fill="url(#beam)" />
      <path d="M1180 -40 L260 480 L520 760 Z" fill="url(#beam)" />
      <g className="beam-dust">
        {DUST.map(([x, y, r]) => (
          <circle key={`${x}-${y}`} cx={x} cy={y} r={r} />
        ))}
      </g>
    </svg>
  );
}

const DUST: readonly (readonly [x: number, y: number, r: number])[] = [
  [930, 92, 1.4],
  [842, 70, 1],
  [770, 160, 1.8],
  [700, 118, 1.2],
  [884, 214, 1],
  [806, 304, 1.4],
  [1010, 60, 1.2],
  [652, 54, 1],
  [1064, 150, 1],
  [960, 330, 1.6],
  [742, 420, 1.2],
  [620, 92, 1.4],
  [560, 40, 1],
  [1120, 250, 1.3],
];

export function Section({ title, lead, id, children }: { title: Text; lead?: Text; id?: string; children: ReactNode }): ReactElement {
  const t = useT();
  return (
    <section className="show-section" id={id}>
      <h2>{t(title)}</h2>
      {lead && <p className="show-lead">{t(lead)}</p>}
      {children}
    </section>
  );
}

/** A picture beside what it shows; `turned` puts it first. Without one the words take the width. */
export function Story({
  title,
  lead,
  picture,
  turned,
  children,
}: {
  title: Text;
  lead: Text;
  picture: ReactNode;
  turned?: boolean;
  children: ReactNode;
}): ReactElement {
  const t = useT();
  return (
    <section className={classes('show-story', turned && 'show-story-turned', !picture && 'show-story-plain')}>
      <div className="show-story-words">
        <h2>{t(title)}</h2>
        <p className="show-lead">{t(lead)}</p>
        {children}
      </div>
      {picture && <div className="show-story-picture">{picture}</div>}
    </section>
  );
}

export const Features = ({ children }: { children: ReactNode }): ReactElement => <div className="features">{children}</div>;

export function Feature({ icon, title, children }: { icon: IconName; title: Text; children: ReactNode }): ReactElement {
  const t = useT();
  return (
    <div className="feature">
      <span className="feature-icon">
        <Icon name={icon} />
      </span>
      <h3>{t(title)}</h3>
      <p>{children}</p>
    </div>
  );
}
