/** Help while writing: captions to begin with, saved and suggested hashtags. Buttons of the form; the island spares the reload. */
import type { ReactElement } from 'react';
import { Button } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { TONES, type Tone } from '../captions/captions.ts';
import { compose as m, tones } from './composer-messages.ts';

export interface WritingHelp {
  readonly captions: readonly string[];
  readonly sets: readonly { readonly name: string; readonly hashtags: string }[];
  readonly hashtags: readonly string[];
  readonly times: readonly GoodTime[];
  /** Where the times come from. */
  readonly timesNote: string;
  readonly tone: Tone;
}
export interface GoodTime {
  readonly day: string;
  readonly time: string;
  readonly label: string;
}

export function HelpBox({ help }: { help: WritingHelp }): ReactElement {
  const t = useT();
  return (
    <div className="help-box">
      <div className="cluster">
        <Button name="act" value="suggest" kind="secondary" size="sm" icon="sparkles" formNoValidate>
          {t(m.suggest)}
        </Button>
        <label className="help-tone">
          <span className="sr-only">{t(m.tone)}</span>
          <select name="tone" defaultValue={help.tone}>
            {TONES.map((tone) => (
              <option key={tone} value={tone}>
                {t(tones[tone])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ul className="help-captions" data-captions aria-live="polite">
        {help.captions.map((caption) => (
          <li key={caption}>
            <p dir="auto">{caption}</p>
            <Button name="use" value={caption} kind="secondary" size="sm" formNoValidate>
              {t(m.useCaption)}
            </Button>
          </li>
        ))}
      </ul>
      <HashtagHelp help={help} />
    </div>
  );
}

function HashtagHelp({ help }: { help: WritingHelp }): ReactElement {
  const t = useT();
  return (
    <>
      {help.sets.length > 0 && (
        <div>
          <p className="field-label">{t(m.sets)}</p>
          <div className="cluster">
            {help.sets.map(({ name, hashtags }) => (
              <button key={name} type="submit" name="add" value={hashtags} className="pick-chip" title={hashtags} formNoValidate>
                <Icon name="bookmark" />
                {name}
              </button>
            ))}
          </div>
        </div>
      )}
      <div data-ideas-box hidden={help.hashtags.length === 0}>
        <p className="field-label">{t(m.suggested)}</p>
        <div className="cluster" data-ideas>
          {help.hashtags.map((hashtag) => (
            <button key={hashtag} type="submit" name="add" value={hashtag} className="pick-chip" dir="auto" formNoValidate>
              {hashtag}
            </button>
          ))}
        </div>
      </div>
      <details className="extra-fields">
        <summary>{t(m.keepSet)}</summary>
        <div className="set-keeping">
          <TextInput name="set_name" label={m.setName} autoComplete="off" />
          <Button name="act" value="keep" kind="secondary" icon="bookmark" formNoValidate>
            {t(m.keep)}
          </Button>
        </div>
      </details>
    </>
  );
}

export function GoodTimes({ help }: { help: WritingHelp }): ReactElement | null {
  const t = useT();
  if (help.times.length === 0) return null;
  return (
    <div>
      <p className="field-label">{t(m.bestTimes)}</p>
      <div className="cluster">
        {help.times.map(({ day, time, label }) => (
          <button key={`${day} ${time}`} type="submit" name="at" value={`${day}T${time}`} className="pick-chip" formNoValidate>
            <Icon name="clock" />
            {label}
          </button>
        ))}
      </div>
      <p className="field-hint">{help.timesNote}</p>
    </div>
  );
}
