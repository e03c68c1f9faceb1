/** Facts as people read them: definition lists, codes, dates, whatever must stay left to right. */
import type { ReactElement, ReactNode } from 'react';
import { datesOf, numbersOf } from '../formats.ts';
import { classes, isData, type Text, usePage, useT } from './context.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';

export interface Definition {
  readonly term: Text;
  readonly value: ReactNode;
  readonly icon?: IconName;
  /** Phones, e-mails, codes and addresses stay left to right in Arabic. */
  readonly ltr?: boolean;
  readonly wide?: boolean;
}

export function Definitions({ items }: { items: readonly Definition[] }): ReactElement {
  const t = useT();
  return (
    <dl className="definitions">
      {items.map(({ term, value, icon, ltr, wide }) => (
        <div key={t(term)} className={classes('definition', wide && 'definition-wide')}>
          <dt>
            {icon && <Icon name={icon} />}
            {t(term)}
          </dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className="text-muted">—</span>
            ) : ltr ? (
              <Ltr>{value}</Ltr>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What somebody named or typed: it stands as it is in every language, and no browser translates it. */
export function Data({ children }: { children: ReactNode }): ReactElement {
  return <bdi translate="no">{children}</bdi>;
}

/** A text where an element may stand: said, or marked as data. */
export function Words({ text }: { text: Text }): ReactElement {
  const t = useT();
  return isData(text) ? <Data>{text.data}</Data> : <>{t(text)}</>;
}

/** Left to right whatever the page reads. A long e-mail address may break before its @, and nowhere else. */
export function Ltr({ children }: { children: ReactNode }): ReactElement {
  const at = typeof children === 'string' ? children.indexOf('@') : -1;
  return (
    <bdi dir="ltr" className="ltr" translate="no">
      {typeof children === 'string' && at > 0 ? (
        <>
          {children.slice(0, at)}
          <wbr />
          {children.slice(at)}
        </>
      ) : (
        children
      )}
    </bdi>
  );
}

/** A code that people read aloud and copy: always left to right, in letters that cannot be mistaken. */
export function CodeTag({ code, copy }: { code: string; copy?: boolean }): ReactElement {
  const t = useT();
  const shown = (
    <bdi dir="ltr" className="code-tag" translate="no">
      {code}
    </bdi>
  );
  if (!copy) return shown;
  return (
    <span className="code-copy">
      {shown}
      <Island name="copy" inline props={{ text: code, label: t(m.copy), done: t(m.copied) }} />
    </span>
  );
}

const DATE_STYLES = {
  date: { dateStyle: 'long' },
  short: { dateStyle: 'medium' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A date or a moment in the reader's language. A day without an hour (`YYYY-MM-DD`) never slips by a time zone. */
export function When({
  at,
  as = 'short',
  zone = 'UTC',
}: {
  at: Date | string;
  as?: keyof typeof DATE_STYLES;
  zone?: string;
}): ReactElement {
  const { language } = usePage();
  const date = typeof at === 'string' ? new Date(at) : at;
  const day = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at);
  const text = datesOf(language, {
    ...DATE_STYLES[day && as === 'moment' ? 'short' : as],
    timeZone: day ? 'UTC' : zone,
  });
  return <time dateTime={typeof at === 'string' ? at : at.toISOString()}>{text.format(date)}</time>;
}

/** A whole or decimal number as the reader writes it. */
export function Count({ value }: { value: number }): ReactElement {
  const { language } = usePage();
  return <span className="tabular">{numbersOf(language).format(value)}</span>;
}
