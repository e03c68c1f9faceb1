/**
 * The page that asks before something is destroyed: it names the thing, says what is lost, and needs a second act.
 * A page of its own rather than a dialog, so it works without a script and can be reached by its address.
 */
import type { ReactElement, ReactNode } from 'react';
import type { FieldErrors } from '../failure.ts';
import { Button, LinkButton } from './components.tsx';
import { type Text, usePage, useT } from './context.tsx';
import { Data } from './facts.tsx';
import { TextInput } from './fields.tsx';
import { Form, type FormValues } from './forms.tsx';
import { Icon } from './icons.tsx';
import { pageMessages as m } from './messages.ts';
import { Breadcrumbs, type Crumb } from './trails.tsx';

export interface ConfirmProps {
  readonly title: Text;
  /** The name of what is at stake, as people know it. */
  readonly name: string;
  readonly action: string;
  readonly submit: Text;
  readonly cancelHref: string;
  /** By default the thing itself, where the question stands below its page. */
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly danger?: boolean;
  /** The name must be typed (field `confirm`); for what cannot be undone. A text asks for it in other words. The handler compares it with `isConfirmed`. */
  readonly typed?: boolean | Text;
  readonly errors?: FieldErrors | undefined;
  /** What was typed before it was refused: `confirm`, and what else is asked. */
  readonly values?: FormValues | undefined;
  /** What else is asked, inside the form: a reason. */
  readonly fields?: ReactNode;
  /** What is lost, what stays. */
  readonly children: ReactNode;
}

export function Confirm({
  title,
  name,
  action,
  submit,
  cancelHref,
  crumbs,
  danger,
  typed,
  errors,
  values,
  fields,
  children,
}: ConfirmProps): ReactElement {
  const t = useT();
  const { path, room } = usePage();
  const isBelow = path.startsWith(`${cancelHref}/`) && cancelHref !== room?.href;
  return (
    <section className="confirm card-box">
      <Breadcrumbs trail={crumbs ?? (isBelow ? [{ label: { data: name }, href: cancelHref }] : [])} />
      <span className={danger ? 'confirm-icon tone-danger' : 'confirm-icon tone-warning'}>
        <Icon name={danger ? 'trash' : 'warning'} />
      </span>
      <h1 className="page-title">{t(title)}</h1>
      <p className="confirm-name">
        <Data>{name}</Data>
      </p>
      <div className="confirm-text">{children}</div>
      <Form action={action} errors={errors} values={values}>
        {typed && (
          <TextInput
            name="confirm"
            label={typed === true ? m.typeTheName : typed}
            hint={{ data: name }}
            required
            autoComplete="off"
            spellCheck={false}
          />
        )}
        {fields}
        <div className="confirm-actions">
          <LinkButton kind="secondary" href={cancelHref}>
            {t(m.cancel)}
          </LinkButton>
          <Button kind={danger ? 'danger' : 'primary'}>{t(submit)}</Button>
        </div>
      </Form>
    </section>
  );
}

/** True when the typed name is the name, capitals and spaces around it aside. */
export const isConfirmed = (typed: unknown, name: string): boolean =>
  typeof typed === 'string' && typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
