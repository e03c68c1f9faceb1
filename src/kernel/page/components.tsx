/**
 * The building blocks of every page. A *text* prop takes a `Message` or a plain string. What exists, and where:
 *
 * components.tsx   <PageHeader title={m.talents} lead={m.lead} crumbs={[{ label: m.home, href: '/' }]}>actions</PageHeader>
 *                  <Button icon="save">{t(m.save)}</Button> · <Button kind="secondary|quiet|danger" size="sm|lg" full />  (type="submit")
 *                  <LinkButton href="/x" kind="secondary" iconEnd="arrow-end">…</LinkButton>
 *                  <Card title={m.identity} lead={…} actions={…} footer={…}>…</Card> · <Card tone="danger|plain|accent" as="section" />
 *                  <Badge tone="neutral|accent|success|warning|danger|info" icon="check" dot>…</Badge>
 *                  <Alert tone="info|success|warning|danger" title={m.saved}>…</Alert>
 *                  <EmptyState icon="users" title={m.none} text={m.whatToDo}><LinkButton href="…">…</LinkButton></EmptyState>
 * facts.tsx        <Definitions items={[{ term: m.phone, value: '…', icon: 'phone', ltr: true }]} />   (empty values say "—")
 *                  <CodeTag code="MAM0002RAB" copy /> (always left to right) · <Ltr>+212 6…</Ltr> · <When at={date} /> (in the reader's language)
 * trails.tsx       <Breadcrumbs trail={[{ label, href }]} /> · <Tabs items={[{ label, href, count, current }]} label={m.sections} />
 *                  <Menu label={m.actions} items={[{ label, href, icon, tone }]} /> · <Pagination page={2} pages={9} total={170} size={20} />
 *                  <Steps steps={[m.identity, m.skills]} current={1} hrefs={['/…?step=1']} />
 * people.tsx       <Avatar name="Awa Diop" photo={url|null} size="sm|md|lg|xl" />
 *                  <PersonCard name code href photo subtitle place score badges={<Badge/>} action={…} />
 *                  <PersonLine name code href photo detail />   (rows of tables, menus)
 * gauges.tsx       <Stat label={m.people} value="12 480" icon="users" note={…} href="/talents" trend={{ text, tone }} />
 *                  <ScoreRing value={82} label={m.profileScore} size="sm|md|lg" /> · <Meter value={3} max={5} label={…} /> · <Skeleton lines={3} />
 * table.tsx        <DataTable caption={m.people} rows={rows} rowKey={(r) => r.id} columns={[{ key: 'name', header: m.name, cell, sort: true, role: 'title' }]}
 *                    empty={<EmptyState … />} />     sort travels as ?sort=name / ?sort=-name
 * filters.tsx      <FilterBar search={{ name: 'search', label, placeholder }} filters={[{ name, label, options: [{ value, label, count }] }]} total={n} />
 * confirm.tsx      <Confirm title={m.deleteTitle} name="Awa Diop" action="/admin/user/3/delete" submit={m.delete} cancelHref="…" danger typed>what is lost</Confirm>
 * showcase.tsx     <Hero eyebrow title lead aside={…}>actions</Hero> · <Section title lead>…</Section> · <Feature icon title>…</Feature>
 * forms.tsx        forms: see its header (fields.tsx, choices.tsx, files.tsx beside it)
 * islands.tsx      <Island name="copy" props={{…}}>what is shown without a script</Island> · icons.tsx <Icon name="search" /> · logo.tsx <Mark />
 *
 * Words of the look: ink (text), canvas (page), surface (cards), line (borders); utilities `bg-base-100/200/300`, `text-base-content`,
 * `text-muted`, `text-primary`, `border-line`; layout helpers `stack`, `cluster`, `columns`, `split`, `figures` (assets/base.css), `people-grid`.
 */
import type { ReactElement, ReactNode } from 'react';
import { classes, type Text, usePage, useT } from './context.tsx';
import { Words } from './facts.tsx';
import { Icon, type IconName } from './icons.tsx';
import { pageMessages as m } from './messages.ts';
import { Breadcrumbs, type Crumb } from './trails.tsx';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

export interface ButtonLook {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'sm' | 'md' | 'lg';
  readonly icon?: IconName;
  readonly iconEnd?: IconName;
  readonly full?: boolean;
  /** What a button without visible words does. */
  readonly label?: Text;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export const buttonClass = ({ kind = 'primary', size = 'md', full, className, children }: ButtonLook): string =>
  classes(
    'button',
    `button-${kind}`,
    size !== 'md' && `button-${size}`,
    full && 'w-full',
    children === undefined && 'button-square',
    className,
  );

function ButtonContent({ icon, iconEnd, children }: ButtonLook): ReactElement {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </>
  );
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button' | 'reset';
  readonly name?: string;
  readonly value?: string;
  /** Posts the form to another address, or skips its checks (back, save for later). */
  readonly formAction?: string;
  readonly formNoValidate?: boolean;
  readonly disabled?: boolean;
}

export function Button({ type = 'submit', name, value, formAction, formNoValidate, disabled, ...look }: ButtonProps): ReactElement {
  const t = useT();
  const rest = { name, value, formAction, formNoValidate, disabled, 'aria-label': look.label && t(look.label) };
  return (
    <button type={type} className={buttonClass(look)} {...rest}>
      <ButtonContent {...look} />
    </button>
  );
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
  readonly download?: boolean;
  readonly external?: boolean;
}

export function LinkButton({ href, download, external, ...look }: LinkButtonProps): ReactElement {
  const t = useT();
  const away = external ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return (
    <a href={href} download={download} className={buttonClass(look)} aria-label={look.label && t(look.label)} {...away}>
      <ButtonContent {...look} />
    </a>
  );
}

export interface PageHeaderProps {
  readonly title: Text;
  readonly lead?: Text;
  readonly crumbs?: readonly Crumb[];
  /** Buttons at the end of the line. */
  readonly children?: ReactNode;
  /** Beside the title: a state, a count. */
  readonly badge?: ReactNode;
}

export function PageHeader({ title, lead, crumbs, children, badge }: PageHeaderProps): ReactElement {
  const { help } = usePage();
  return (
    <header className="page-header">
      <Breadcrumbs trail={crumbs} />
      <div className="page-header-line">
        <div className="min-w-0">
          <h1 className="page-title">
            <Words text={title} /> {badge}
          </h1>
          {lead && (
            <p className="page-lead">
              <Words text={lead} />
            </p>
          )}
        </div>
        {(children || help) && (
          <div className="cluster">
            {children}
            {help && <HelpMark href={help} />}
          </div>
        )}
      </div>
    </header>
  );
}

/** Leads to the help for this page. */
function HelpMark({ href }: { href: string }): ReactElement {
  const t = useT();
  return (
    <a href={href} className="help-mark" title={t(m.helpHere)} aria-label={t(m.helpHere)}>
      <Icon name="help" />
    </a>
  );
}

export interface CardProps {
  readonly title?: Text;
  readonly lead?: Text;
  readonly icon?: IconName;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly tone?: 'surface' | 'plain' | 'accent' | 'danger';
  readonly as?: 'section' | 'article' | 'div';
  /** Rank of the title among the page's headings; 1 when the card is the page. */
  readonly level?: 1 | 2 | 3;
  readonly id?: string;
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Card({
  title,
  lead,
  icon,
  actions,
  footer,
  tone = 'surface',
  as: Tag = 'section',
  level = 2,
  id,
  className,
  children,
}: CardProps): ReactElement {
  const Heading = `h${level}` as const;
  return (
    <Tag id={id} className={classes('card-box', tone !== 'surface' && `card-${tone}`, className)}>
      {(title || actions) && (
        <header className="card-header">
          {icon && <Icon name={icon} className="card-icon" />}
          <div className="min-w-0 grow">
            {title && (
              <Heading className="card-title-text">
                <Words text={title} />
              </Heading>
            )}
            {lead && (
              <p className="card-lead">
                <Words text={lead} />
              </p>
            )}
          </div>
          {actions && <div className="cluster">{actions}</div>}
        </header>
      )}
      {children !== undefined && <div className="card-content">{children}</div>}
      {footer && <footer className="card-footer">{footer}</footer>}
    </Tag>
  );
}

export function Badge({
  tone = 'neutral',
  icon,
  dot,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  dot?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <span className={classes('tag', `tone-${tone}`)}>
      {dot && <span className="tag-dot" />}
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

const ALERT_ICON = { info: 'info', success: 'success', warning: 'warning', danger: 'error' } as const satisfies Record<string, IconName>;

export interface AlertProps {
  readonly tone?: keyof typeof ALERT_ICON;
  readonly title?: Text;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A notice inside the page; `warning` and `danger` interrupt a screen reader. */
export function Alert({ tone = 'info', title, children, actions }: AlertProps): ReactElement {
  const t = useT();
  return (
    <div className={classes('notice', `tone-${tone}`)} role={tone === 'danger' || tone === 'warning' ? 'alert' : 'status'}>
      <Icon name={ALERT_ICON[tone]} />
      <div className="notice-words">
        {title && <p className="notice-title">{t(title)}</p>}
        {children && <div className="notice-text">{children}</div>}
      </div>
      {actions}
    </div>
  );
}

/** An empty list that says what to do next. */
export function EmptyState({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName;
  title: Text;
  text: Text;
  children?: ReactNode;
}): ReactElement {
  const t = useT();
  return (
    <div className="empty">
      <span className="empty-icon">
        <Icon name={icon} />
      </span>
      <h2 className="empty-title">{t(title)}</h2>
      <p className="empty-text">{t(text)}</p>
      {children && <div className="cluster justify-center">{children}</div>}
    </div>
  );
}
