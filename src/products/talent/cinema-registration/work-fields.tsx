/** What somebody can do: kinds of parts, languages with levels, special skills, years, past productions. */
import type { ReactElement, ReactNode } from 'react';
import { CheckboxGroup, Select } from '#kernel/page/choices.tsx';
import { Button } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Field, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { LANGUAGE_LEVELS, LANGUAGES, OPTIONS } from '../options/options.ts';
import { type Answers, type ProfileChoices, words } from '../profile-form/profile-form.tsx';
import { labels } from './labels.ts';
import { m } from './messages.ts';
import { type CreditRow, creditRows, type LanguageRow, languageRows } from './rows.ts';

export interface WorkView {
  readonly answers: Answers;
  readonly choices: ProfileChoices;
  /** Which kind of rows was asked for: `languages`, `credits`. */
  readonly more?: string | undefined;
}

export const WorkFields = (view: WorkView): ReactElement => (
  <>
    <CheckboxGroup name="talent_types" label={labels.talent_types} hint={m.typesHint} options={OPTIONS.talent_type} required />
    <LanguageRows {...view} />
    <SkillPicker choices={view.choices} />
    <TextInput
      name="years_of_experience"
      type="number"
      inputMode="numeric"
      label={labels.years_of_experience}
      hint={m.yearsHint}
      min={0}
      max={80}
    />
    <CreditRows {...view} />
    <TextArea name="bio" label={labels.bio} hint={m.bioHint} rows={5} max={2000} />
  </>
);

/** Rows under one label. The button works without a script: it keeps what is typed and shows more rows. */
function Rows(props: { name: string; label: Text; hint: Text; go: string; more: Text; children: ReactNode }): ReactElement {
  const { name, label, hint, go, more, children } = props;
  const t = useT();
  const facts = useField({ name, hint });
  return (
    <Field name={name} label={label} hint={hint} facts={facts} group>
      <div className="flex flex-col gap-3">
        {children}
        <span>
          <Button name="go" value={go} kind="secondary" size="sm" icon="plus" formNoValidate>
            {t(more)}
          </Button>
        </span>
      </div>
    </Field>
  );
}

const LANGUAGE_CHOICES = LANGUAGES.map(({ code, flag, label }) => ({
  value: code,
  label: { fr: `${label.fr} ${flag}`, en: `${label.en} ${flag}`, ar: `${label.ar} ${flag}` },
}));
const LEVEL_CHOICES = Object.entries(LANGUAGE_LEVELS).map(([value, label]) => ({ value, label }));

const LanguageRows = ({ answers, more }: WorkView): ReactElement => (
  <Rows name="languages" label={labels.languages} hint={m.languagesHint} go="more-languages" more={m.moreLanguages}>
    {languageRows(answers, more === 'languages').map((row, index) => (
      <LanguageLine key={row.language} row={row} number={index + 1} />
    ))}
  </Rows>
);

function LanguageLine({ row, number }: { row: LanguageRow; number: number }): ReactElement {
  const t = useT();
  return (
    <div className="grid grid-cols-[1fr_9.5rem] items-end gap-3">
      <Select name={row.language} label={t(m.language, { row: number })} options={LANGUAGE_CHOICES} autoComplete="off" />
      <Select name={row.level} label={m.level} options={LEVEL_CHOICES} autoComplete="off" />
    </div>
  );
}

const CreditRows = ({ answers, more }: WorkView): ReactElement => (
  <Rows name="previous_productions" label={labels.previous_productions} hint={m.creditsHint} go="more-credits" more={m.moreCredits}>
    <Island name="titles" props={{ source: '/api/v1/movies/search?q=' }} className="flex flex-col gap-3">
      {creditRows(answers, more === 'credits').map((row, index) => (
        <CreditLine key={row.title} row={row} number={index + 1} />
      ))}
    </Island>
  </Rows>
);

function CreditLine({ row, number }: { row: CreditRow; number: number }): ReactElement {
  const t = useT();
  return (
    <div className="grid grid-cols-[1fr_6rem] items-end gap-3 sm:grid-cols-[1fr_13rem_6rem]">
      <TextInput
        className="max-sm:col-span-2"
        name={row.title}
        label={t(m.creditTitle, { row: number })}
        maxLength={200}
        autoComplete="off"
      />
      <Select name={row.type} label={m.creditType} options={OPTIONS.production_type} autoComplete="off" />
      <TextInput name={row.year} label={m.creditYear} inputMode="numeric" maxLength={4} pattern="[0-9]{4}" autoComplete="off" />
    </div>
  );
}

/** The special skills of stage and screen, by category; the search of the island hides what does not match. */
function SkillPicker({ choices }: { choices: ProfileChoices }): ReactElement {
  const t = useT();
  const props = { name: 'other_talents', label: labels.other_talents, hint: m.skillsHint };
  const facts = useField(props);
  const chosen = new Set([facts.value ?? []].flat().map(String));
  const groups = choices.talents.filter(({ talents }) => talents.some(({ tag }) => tag === 'cinema'));
  return (
    <Field {...props} facts={facts} group>
      <Island name="picker" props={{ search: t(m.skillsSearch), none: t(m.skillsNone) }} className="picker">
        {groups.map((group) => (
          <SkillGroup key={group.category} group={group} chosen={chosen} />
        ))}
      </Island>
    </Field>
  );
}

function SkillGroup({ group, chosen }: { group: ProfileChoices['talents'][number]; chosen: ReadonlySet<string> }): ReactElement {
  const t = useT();
  const skills = group.talents.filter(({ tag }) => tag === 'cinema');
  const count = skills.filter(({ name }) => chosen.has(name)).length;
  return (
    <details className="picker-group" open={count > 0}>
      <summary>
        <Icon name="chevron-end" />
        {t(words.categoryLabel(group.category))}
        <span className="picker-count" data-count>
          {count > 0 && count}
        </span>
      </summary>
      <div className="choices-chips">
        {skills.map(({ id, name, label, emoji, synonyms }) => (
          <label key={id} className="choice" data-words={[...Object.values(label), ...synonyms].join(' ')}>
            <input type="checkbox" name="other_talents" value={name} defaultChecked={chosen.has(name)} />
            <span>
              <span aria-hidden="true">{emoji}</span> {t(label)}
            </span>
          </label>
        ))}
      </div>
    </details>
  );
}
