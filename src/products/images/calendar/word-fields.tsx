/** The words of a post, with how much of each platform's room they take. */
import type { ReactElement } from 'react';
import { PICTURE_PLATFORMS, PLATFORM_TITLES, PlatformMark } from '#capabilities/publishing/publishing.ts';
import { classes, useT } from '#kernel/page/context.tsx';
import { TextArea, TextInput } from '#kernel/page/fields.tsx';
import { FieldRow } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { MARKS, type Typed } from './composer-form.ts';
import { compose as m } from './composer-messages.ts';
import type { Measure } from './limit-words.ts';

interface WordsProps {
  readonly typed: Pick<Typed, 'caption' | 'captions' | 'hashtags' | 'firstComment' | 'utm'>;
  readonly measures: readonly Measure[];
  /** Another caption for one platform may be written. */
  readonly perPlatform?: boolean;
}

export function WordFields({ typed, measures, perPlatform }: WordsProps): ReactElement {
  return (
    <>
      <TextArea name="caption" label={m.caption} rows={6} value={typed.caption} />
      <Measures measures={measures} />
      {perPlatform && <OtherCaptions captions={typed.captions} />}
      <TextInput name="hashtags" label={m.hashtags} hint={m.hashtagsHint} icon="hash" value={typed.hashtags} autoComplete="off" />
      <TextArea name="first_comment" label={m.firstComment} hint={m.firstCommentHint} rows={2} value={typed.firstComment} />
      <UtmFields utm={typed.utm} />
    </>
  );
}

/** Counters and refusals; those of platforms that are not ticked are out of sight. */
function Measures({ measures }: { measures: readonly Measure[] }): ReactElement {
  return (
    <ul className="measures" data-measures aria-live="polite">
      {measures.map(({ platform, used, limit, faults }) => (
        <li
          key={platform}
          className={classes('measure', `measure-${platform}`, faults.length > 0 && 'measure-over')}
          data-measure={platform}
        >
          <span className="measure-count" aria-live="off">
            <PlatformMark platform={platform} named />
            <span dir="ltr" data-count>
              {used} / {limit}
            </span>
          </span>
          {faults.map((fault) => (
            <p key={fault} className="field-error">
              <Icon name="error" />
              {fault}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function OtherCaptions({ captions }: { captions: Typed['captions'] }): ReactElement {
  const t = useT();
  return (
    <details className="extra-fields" open={PICTURE_PLATFORMS.some((name) => captions[name])}>
      <summary>{t(m.differently)}</summary>
      <div className="stack">
        {PICTURE_PLATFORMS.map((name) => (
          <TextArea
            key={name}
            name={`caption_${name}`}
            label={t(m.captionOf, { platform: PLATFORM_TITLES[name] })}
            hint={m.differentlyHint}
            rows={3}
            value={captions[name]}
            className={`only-${name}`}
          />
        ))}
      </div>
    </details>
  );
}

const UTM_LABELS = { source: m.utmSource, medium: m.utmMedium, campaign: m.utmCampaign };

function UtmFields({ utm }: { utm: Typed['utm'] }): ReactElement {
  const t = useT();
  return (
    <details className="extra-fields" open={MARKS.some((mark) => utm[mark])}>
      <summary>{t(m.utm)}</summary>
      <p className="field-hint">{t(m.utmHint)}</p>
      <FieldRow>
        {MARKS.map((mark) => (
          <TextInput key={mark} name={`utm_${mark}`} label={UTM_LABELS[mark]} value={utm[mark]} autoComplete="off" spellCheck={false} />
        ))}
      </FieldRow>
    </details>
  );
}
