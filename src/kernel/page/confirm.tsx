/**
 * The page that asks before something is destroyed: it names the thing, says what is lost, and needs a second act.
 * A page of its own rather than a dialog, so it works without a script and can be reached by its address.
 */
import type { ReactElement, ReactNode } from 'react';
import type { FieldErrors } from '../failure.ts';
import { Button, LinkButton } from './components.tsx';
import { type Text, useT } from './context.tsx';
import { TextInput } from './fields.tsx';
import { Form } from './forms.tsx';
import { Icon } from './icons.tsx';
import { pageMessages as m } from './messages.ts';

export interface ConfirmProps {
  readonly title: Text;
  /** The name of what is at stake, as people know it. */
  readonly name: string;
  readonly action: string;
  readonly submit: Text;
  readonly cancelHref: string;
  readonly danger?: boolean;
  /** The name must be typed (field `confirm`); for what cannot be undone. A text asks for it in other words. The handler compares it with `isConfirmed`. */
  readonly typed?: boolean | Text;
  readonly errors?: FieldErrors | undefined;
  /** What else is asked, inside the form: a reason. */
  readonly fields?: ReactNode;
  /** What is lost, what stays. */
  readonly children: ReactNode;
}

export function Confirm({ title, name, action, submit, cancelHref, danger, typed, errors, fields, children }: ConfirmProps): ReactElement {
  const t = useT();
  return (
    <section className="confirm card-box">
      <span className={danger ? 'confirm-icon tone-danger' : 'confirm-icon tone-warning'}>
        <Icon name={danger ? 'trash' : 'warning'} />
      </span>
      <h1 className="page-title">{t(title)}</h1>
      <p className="confirm-name">{name}</p>
      <div className="confirm-text">{children}</div>
      <Form action={action} errors={errors}>
        {typed && (
          <TextInput
            name="confirm"
            label={typed === true ? m.typeTheName : typed}
            hint={name}
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
