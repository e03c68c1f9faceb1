/** Radio buttons that look like what they mean: a style by its picture, a form by its shape. */
import type { ReactElement, ReactNode } from 'react';
import { type Text, useT } from './context.tsx';
import { Field } from './fields.tsx';
import { useField } from './forms.tsx';

export interface LookChoice {
  readonly value: string;
  readonly look: ReactNode;
  /** What a folded form says when it is the chosen one (`data-say`). */
  readonly say?: string;
}

interface LookChoicesProps {
  readonly name: string;
  readonly label: Text;
  readonly className: string;
  readonly choices: readonly LookChoice[];
}

export function LookChoices({ name, label, className, choices }: LookChoicesProps): ReactElement {
  const facts = useField({ name });
  const chosen = String(facts.value ?? '');
  return (
    <Field name={name} label={label} facts={facts} group>
      <div className={className}>
        {choices.map(({ value, look, say }) => (
          <label key={value} className="look-choice">
            <input type="radio" name={name} value={value} defaultChecked={value === chosen} data-say={say} />
            {look}
          </label>
        ))}
      </div>
    </Field>
  );
}

interface WordChoicesProps extends Omit<LookChoicesProps, 'choices'> {
  /** Words by value. */
  readonly options: Readonly<Record<string, Text>>;
}

export function WordChoices({ options, ...props }: WordChoicesProps): ReactElement {
  const t = useT();
  const choices = Object.entries(options).map(([value, words]) => {
    const say = t(words);
    return { value, say, look: <span className="look-words">{say}</span> };
  });
  return <LookChoices {...props} choices={choices} />;
}
