/** The choices of a film, each looking like what it means; the same in the form of a new film and in the settings of one. */
import type { ReactElement } from 'react';
import { Select } from '#kernel/page/choices.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Ltr } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { FieldRow, useField } from '#kernel/page/forms.tsx';
import { LookChoices, WordChoices } from '#kernel/page/look-choices.tsx';
import { RATIO_NAMES, type RatioName } from '../projects/projects.ts';
import {
  captionNames,
  languageNames,
  musicNames,
  pictureNames,
  placeNames,
  ratioNames,
  ratioUses,
  sizeNames,
  toneNames,
} from './labels.ts';
import { wizard as m } from './messages.ts';
import { VoiceField } from './voice-field.tsx';
import type { VoiceOffer } from './voices.ts';
import { DURATIONS } from './wizard-form.ts';

export function DurationField(): ReactElement {
  const t = useT();
  const { value } = useField({ name: 'duration' });
  const own = Number(value);
  const all = DURATIONS.some((each) => each === own) || !Number.isFinite(own) || own <= 0 ? DURATIONS : [...DURATIONS, own];
  const words = (seconds: number): string =>
    seconds >= 60 && seconds % 60 === 0 ? t(m.minutes, { minutes: seconds / 60 }) : t(m.seconds, { seconds });
  const choices = all.map((seconds) => ({
    value: String(seconds),
    say: words(seconds),
    look: <span className="look-words">{words(seconds)}</span>,
  }));
  return <LookChoices name="duration" label={m.duration} className="look-counts" choices={choices} />;
}

export function RatioField(): ReactElement {
  const t = useT();
  const choices = RATIO_NAMES.map((ratio) => ({
    value: ratio,
    say: ratio,
    look: (
      <>
        <RatioShape ratio={ratio} />
        <span className="look-words">
          <strong>
            {t(ratioNames[ratio])} <Ltr>{ratio}</Ltr>
          </strong>
          <small>{t(ratioUses[ratio])}</small>
        </span>
      </>
    ),
  }));
  return <LookChoices name="ratio" label={m.ratio} className="film-ratios" choices={choices} />;
}

/** To one scale. */
export function RatioShape({ ratio }: { ratio: RatioName }): ReactElement {
  const [across = 1, down = 1] = ratio.split(':').map(Number);
  const scale = 44 / Math.max(across, down);
  const [width, height] = [across * scale, down * scale];
  return (
    <svg className="film-shape" viewBox="0 0 48 48" aria-hidden="true">
      <rect x={24 - width / 2} y={24 - height / 2} width={width} height={height} rx="3" />
    </svg>
  );
}

export function FilmChoices({ voices }: { voices: readonly VoiceOffer[] }): ReactElement {
  return (
    <div className="film-choices">
      <div className="field-row">
        <DurationField />
        <LanguageField />
      </div>
      <RatioField />
      <WordChoices className="film-words" name="style" label={m.tone} options={toneNames} />
      <WordChoices className="film-words" name="image_style" label={m.pictures} options={pictureNames} />
      <VoiceField voices={voices} />
      <WordChoices className="film-words" name="music" label={m.music} options={musicNames} />
      <CaptionFields />
    </div>
  );
}

function LanguageField(): ReactElement {
  return (
    <Select
      name="language"
      label={m.language}
      icon="language"
      placeholder={m.sameLanguage}
      options={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
    />
  );
}

const optionsOf = (names: Readonly<Record<string, Text>>) => Object.entries(names).map(([value, label]) => ({ value, label }));

function CaptionFields(): ReactElement {
  const t = useT();
  const looks = Object.entries(captionNames).map(([value, words]) => ({
    value,
    say: t(words),
    look: (
      <>
        <span className={`film-caption film-caption-${value}`} aria-hidden="true">
          <span>Aa</span>
        </span>
        <span className="look-words">{t(words)}</span>
      </>
    ),
  }));
  return (
    <>
      <LookChoices name="captions" label={m.captions} className="film-captions" choices={looks} />
      <FieldRow>
        <Select name="caption_size" label={m.captionSize} placeholder={null} options={optionsOf(sizeNames)} />
        <Select name="caption_place" label={m.captionPlace} placeholder={null} options={optionsOf(placeNames)} />
      </FieldRow>
    </>
  );
}

export const BudgetField = (): ReactElement => (
  <TextInput name="budget" label={m.budget} hint={m.budgetHint} inputMode="decimal" autoComplete="off" unit="$" />
);
