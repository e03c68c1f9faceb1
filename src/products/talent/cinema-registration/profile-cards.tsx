/** What a file says of somebody's work and looks, a card for each; the same for strangers and casting directors. */
import type { ReactElement } from 'react';
import { Card } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Data, type Definition, Definitions } from '#kernel/page/facts.tsx';
import type { Snapshot } from '../catalogue/catalogue.ts';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { choiceOf, LANGUAGE_LEVELS, languageOf, type OptionName } from '../options/options.ts';
import { type FieldName, labels } from './labels.ts';
import { m } from './messages.ts';
import { p } from './profile-messages.ts';
import { Swatch } from './swatches.tsx';

export function About({ bio }: { bio: string | null }): ReactElement | null {
  return bio ? (
    <Card title={p.about} icon="user">
      <p className="leading-relaxed whitespace-pre-line" dir="auto">
        {bio}
      </p>
    </Card>
  ) : null;
}

export function Credits({ talent: { previousProductions, yearsOfExperience: years } }: { talent: CinemaTalent }): ReactElement {
  const t = useT();
  const lead = years === null ? undefined : years === 0 ? t(p.beginner) : t(p.years, { count: years });
  const credits = [...previousProductions].sort((a, b) => (b.year ?? '').localeCompare(a.year ?? ''));
  return (
    <Card title={p.credits} icon="film" {...(lead ? { lead } : {})}>
      {credits.length === 0 ? (
        <p className="text-muted">{t(p.creditsNone)}</p>
      ) : (
        <ul className="divide-y divide-line">
          {credits.map(({ title, type, year }) => (
            <li key={`${title} ${year}`} className="flex items-baseline justify-between gap-4 py-2.5 first:pt-0 last:pb-0">
              <span className="min-w-0">
                <strong dir="auto">{title}</strong>
                {type && <small className="block text-muted">{t(choiceOf('production_type', type).label)}</small>}
              </span>
              {year && <span className="text-muted tabular">{year}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function Skills({ names, catalogue }: { names: readonly string[]; catalogue: Snapshot }): ReactElement | null {
  const t = useT();
  return names.length === 0 ? null : (
    <Card title={p.skills} icon="sparkles">
      <ul className="flex flex-wrap gap-2">
        {names.map((name) => {
          const known = catalogue.talentNamed(name);
          return (
            <li key={name} className="chip">
              <span aria-hidden="true">{known?.emoji}</span> {known ? t(known.label) : <Data>{name}</Data>}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

export function Looks({ talent: { looks, weight, ethnicities } }: { talent: CinemaTalent }): ReactElement {
  const t = useT();
  const row = (name: OptionName & FieldName, value: string | null): Definition[] => {
    if (value === null) return [];
    const { label, swatch } = choiceOf(name, value);
    const shown = (
      <span className="inline-flex items-center gap-2">
        {swatch && <Swatch color={swatch} />}
        {t(label)}
      </span>
    );
    return [{ term: labels[name], value: shown }];
  };
  const items: readonly Definition[] = [
    ...(looks.height === null ? [] : [{ term: labels.height, value: `${looks.height} ${t(m.cm)}` }]),
    ...(weight === null ? [] : [{ term: labels.weight, value: `${weight} ${t(m.kg)}` }]),
    ...row('eye_color', looks.eyeColor),
    ...row('hair_color', looks.hairColor),
    ...row('hair_type', looks.hairType),
    ...row('skin_tone', looks.skinTone),
    ...row('build', looks.build),
    ...(ethnicities.length
      ? [{ term: labels.ethnicities, value: ethnicities.map((each) => t(choiceOf('ethnicity', each).label)).join(' · '), wide: true }]
      : []),
  ];
  return (
    <Card title={p.looks} icon="ruler">
      {items.length ? <Definitions items={items} /> : <p className="text-muted">{t(p.looksNone)}</p>}
    </Card>
  );
}

const RANKS = Object.keys(LANGUAGE_LEVELS);

/** The level in words and as dots, which are only an aid. */
export function Languages({ talent: { languages, languageLevels } }: { talent: CinemaTalent }): ReactElement | null {
  const t = useT();
  return languages.length === 0 ? null : (
    <Card title={p.languages} icon="language">
      <ul className="flex flex-col gap-3">
        {languages.map((code) => {
          const { flag, label } = languageOf(code);
          const level = languageLevels[code];
          return (
            <li key={code} className="flex items-center gap-3">
              <span className="text-xl" aria-hidden="true">
                {flag}
              </span>
              <span className="min-w-0 grow">
                {t(label)}
                {level && <small className="block text-muted">{t(LANGUAGE_LEVELS[level])}</small>}
              </span>
              {level && <Dots filled={RANKS.indexOf(level) + 1} of={RANKS.length} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const Dots = ({ filled, of }: { filled: number; of: number }): ReactElement => (
  <span className="inline-flex gap-1" aria-hidden="true">
    {Array.from({ length: of }, (_, index) => index + 1).map((dot) => (
      <span key={dot} className={`size-2 rounded-full ${dot <= filled ? 'bg-primary' : 'bg-base-content/20'}`} />
    ))}
  </span>
);
