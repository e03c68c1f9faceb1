/** How people are shown: a face or initials, a card for grids, a line for tables. */
import type { ReactElement, ReactNode } from 'react';
import { classes, type Text, useT } from './context.tsx';
import { CodeTag, Data } from './facts.tsx';
import { ScoreRing } from './gauges.tsx';
import { Icon } from './icons.tsx';
import { pageMessages as m } from './messages.ts';
import { Picture } from './picture.tsx';

const HUES = 8;
const segments = new Intl.Segmenter('fr', { granularity: 'grapheme' });
const firstOf = (word: string): string => segments.segment(word)[Symbol.iterator]().next().value?.segment ?? '';

/** First letters of the first and last word; one letter in Arabic, whose letters would join. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const [first = '', last = ''] = [words.at(0), words.length > 1 ? words.at(-1) : ''];
  const letters = /\p{Script=Arabic}/u.test(first) ? firstOf(first) : firstOf(first) + firstOf(last);
  return letters.toLocaleUpperCase('fr') || '?';
}

/** The same name keeps the same colour everywhere and for ever. */
export function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name.normalize('NFC').toLowerCase()) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum % HUES;
}

export type AvatarSize = 'sm' | 'md' | 'lg' | 'xl';
export interface AvatarProps {
  readonly name: string;
  readonly photo?: string | null | undefined;
  readonly size?: AvatarSize;
  /** Beside the written name the picture says nothing more, so it is silent unless asked. */
  readonly spoken?: boolean;
  /** The face this page is about: it does not wait for the others. */
  readonly first?: boolean;
}

const PIXELS: Readonly<Record<AvatarSize, number>> = { sm: 32, md: 40, lg: 64, xl: 112 };

export function Avatar({ name, photo, size = 'md', spoken, first = size === 'xl' }: AvatarProps): ReactElement {
  const side = PIXELS[size];
  const look = classes('avatar-box', `avatar-${size}`, !photo && `hue-${hueOf(name)}`);
  if (photo) return <Picture className={look} src={photo} alt={spoken ? name : ''} width={side} height={side} first={first} />;
  return (
    <span className={look} translate="no" {...(spoken ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}>
      {initialsOf(name)}
    </span>
  );
}

/** As `people-grid` lays cards out: two beside each other on a phone. */
const CARD_SIZES = '(width < 40rem) 46vw, 16rem';

export interface PersonCardProps {
  readonly name: string;
  readonly href: string;
  readonly code?: string | null;
  readonly photo?: string | null | undefined;
  /** What the person does: « Comédienne · Danseuse ». */
  readonly subtitle?: ReactNode;
  readonly place?: string | null;
  /** 0 to 100. */
  readonly score?: number | null;
  readonly scoreLabel?: Text;
  readonly badges?: ReactNode;
  readonly action?: ReactNode;
  /** Rank of the name among the page's headings: 2 in a list under the page's title, 3 inside a section. */
  readonly level?: 2 | 3;
  /** Seen without scrolling: its picture does not wait. */
  readonly first?: boolean;
}

/** A person in a grid: the whole card is one link, `action` stays its own. */
export function PersonCard({
  name,
  href,
  code,
  photo,
  subtitle,
  place,
  score,
  scoreLabel = m.profileScore,
  badges,
  action,
  level = 2,
  first,
}: PersonCardProps): ReactElement {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className="person-card">
      <div className={`person-card-picture hue-${hueOf(name)}`}>
        {photo ? (
          <Picture src={photo} alt="" width={320} height={320} sizes={CARD_SIZES} first={first} />
        ) : (
          <span aria-hidden translate="no">
            {initialsOf(name)}
          </span>
        )}
        {score !== null && score !== undefined && <ScoreRing value={score} label={scoreLabel} size="sm" />}
      </div>
      <div className="person-card-words">
        <Heading className="person-card-name">
          <a href={href}>
            <Data>{name}</Data>
          </a>
        </Heading>
        {subtitle && <p className="person-card-subtitle">{subtitle}</p>}
        <div className="person-card-facts">
          {place && (
            <span>
              <Icon name="place" />
              {place}
            </span>
          )}
          {code && <CodeTag code={code} />}
        </div>
        {badges && <div className="cluster">{badges}</div>}
        {action && <div className="person-card-action">{action}</div>}
      </div>
    </article>
  );
}

export interface PersonLineProps {
  readonly name: string;
  readonly photo?: string | null | undefined;
  readonly href?: string;
  readonly code?: string | null;
  readonly detail?: ReactNode;
}

export function PersonLine({ name, photo, href, code, detail }: PersonLineProps): ReactElement {
  const shown = <Data>{name}</Data>;
  return (
    <span className="person-line">
      <Avatar name={name} photo={photo} size="md" />
      <span className="min-w-0">
        <span className="person-line-name">{href ? <a href={href}>{shown}</a> : shown}</span>
        {code && <CodeTag code={code} />}
        {detail && <span className="person-line-detail">{detail}</span>}
      </span>
    </span>
  );
}

/** Who is signed in, in the corner of every page. */
export function OwnName({ name, role }: { name: string; role: Text }): ReactElement {
  const t = useT();
  return (
    <span className="person-line">
      <Avatar name={name} size="sm" />
      <span className="min-w-0 grow">
        <span className="person-line-name">
          <Data>{name}</Data>
        </span>
        <span className="person-line-detail">{t(role)}</span>
      </span>
    </span>
  );
}
