/** One choice among values that have a colour: chips with a dot, a word, and a tick, so that colour is never alone. */
import type { ReactElement } from 'react';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Field } from '#kernel/page/fields.tsx';
import { useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import type { Choice } from '../options/options.ts';
import { m } from './messages.ts';

/** A drawing, not a style: pages allow no inline styles. */
export const Swatch = ({ color }: { color: string | undefined }): ReactElement => (
  <svg className="size-4.5 shrink-0 rounded-full border border-(--edge)" viewBox="0 0 18 18" aria-hidden="true">
    {color ? <circle cx="9" cy="9" r="9" fill={color} /> : <path d="M3 15 15 3" stroke="currentColor" strokeWidth="1.5" />}
  </svg>
);

export interface SwatchesProps {
  readonly name: string;
  readonly label: Text;
  readonly choices: readonly Choice[];
}

export function Swatches({ name, label, choices }: SwatchesProps): ReactElement {
  const t = useT();
  const facts = useField({ name });
  const chosen = String(facts.value ?? '');
  return (
    <Field name={name} label={label} facts={facts} group>
      <div className="choices-chips">
        <Chip name={name} value="" words={t(m.unsaid)} checked={chosen === ''} />
        {choices.map(({ value, label: words, swatch }) => (
          <Chip key={value} name={name} value={value} words={t(words)} color={swatch ?? null} checked={chosen === value} />
        ))}
      </div>
    </Field>
  );
}

/** `color`: absent for the choice that is none, null for a value without one colour. */
function Chip(props: { name: string; value: string; words: string; color?: string | null; checked: boolean }): ReactElement {
  const { name, value, words, color, checked } = props;
  return (
    <label className="choice group/chip">
      <input type="radio" className="sr-only" name={name} value={value} defaultChecked={checked} />
      {color !== undefined && <Swatch color={color ?? undefined} />}
      <span>{words}</span>
      <span className="hidden group-has-checked/chip:inline">
        <Icon name="check" />
      </span>
    </label>
  );
}
