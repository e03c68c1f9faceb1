/** Talents to tick, by category. A category with something chosen stands open; the search of the island hides what does not match. */
import type { ReactElement } from 'react';
import { classes, useT } from '#kernel/page/context.tsx';
import { Field } from '#kernel/page/fields.tsx';
import { useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { ProfileChoices, TalentGroup } from './choices.ts';
import { categoryLabel, labels } from './labels.ts';
import { m } from './messages.ts';

export function TalentPicker({ choices }: { choices: ProfileChoices }): ReactElement {
  const t = useT();
  const props = { name: 'talents', label: labels.talents, hint: m.talentsLead };
  const facts = useField(props);
  const chosen = new Set(Array.isArray(facts.value) ? facts.value.map(String) : []);
  return (
    <Field {...props} facts={facts} group>
      <Island name="picker" props={{ search: t(m.talentsSearch), none: t(m.talentsNone) }} className="picker">
        {choices.talents.map((group) => (
          <Category key={group.category} group={group} chosen={chosen} />
        ))}
      </Island>
    </Field>
  );
}

function Category({ group, chosen }: { group: TalentGroup; chosen: ReadonlySet<string> }): ReactElement {
  const t = useT();
  const count = group.talents.filter((talent) => chosen.has(String(talent.id))).length;
  return (
    <details className={classes('picker-group')} open={count > 0}>
      <summary>
        <Icon name="chevron-end" />
        {t(categoryLabel(group.category))}
        <span className="picker-count" data-count>
          {t(m.chosen, { count })}
        </span>
      </summary>
      <div className="choices-chips">
        {group.talents.map(({ id, label, emoji, synonyms }) => (
          <label key={id} className="choice" data-words={[...Object.values(label), ...synonyms].join(' ')}>
            <input type="checkbox" name="talents" value={id} defaultChecked={chosen.has(String(id))} />
            <span>
              <span aria-hidden="true">{emoji}</span> {t(label)}
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}
