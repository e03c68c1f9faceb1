/** The voices of a film: radio buttons with a button to hear each. */
import type { ReactElement } from 'react';
import { type Language, localeOf } from '#kernel/message.ts';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Field } from '#kernel/page/fields.tsx';
import { useField } from '#kernel/page/forms.tsx';
import { Listen, Listening } from './listen.tsx';
import { wizard as m } from './messages.ts';
import { byLanguage, qualityOf, type VoiceOffer } from './voices.ts';
import { voices as v } from './voices-messages.ts';

export const languageName = (code: string, language: Language): string =>
  new Intl.DisplayNames([localeOf(language)], { type: 'language' }).of(code) ?? code;

export function VoiceField({ voices }: { voices: readonly VoiceOffer[] }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const facts = useField({ name: 'voice' });
  const chosen = String(facts.value ?? '');
  const plain = [
    { value: '', name: t(m.voiceAuto), hint: t(m.voiceAutoHint) },
    { value: 'none', name: t(m.silent), hint: t(m.silentHint) },
  ];
  return (
    <Field name="voice" label={m.voice} facts={facts} group>
      <Listening>
        <div className="film-voices">
          {plain.map(({ value, name, hint }) => (
            <div key={value} className="film-voice">
              <Radio value={value} isChosen={value === chosen} name={name} hint={hint} />
            </div>
          ))}
          {byLanguage(voices).map(([code, group]) => (
            <div key={code} className="film-voice-group">
              <p className="film-voice-language">{languageName(code, language)}</p>
              {group.map((voice) => (
                <div key={voice.id} className="film-voice">
                  <Radio value={voice.id} isChosen={voice.id === chosen} name={voice.name} hint={t(qualityOf(voice))} />
                  <Listen sound={voice.sample} isElsewhere={voice.previewUrl !== null} label={t(v.listenTo, { name: voice.name })} />
                </div>
              ))}
            </div>
          ))}
        </div>
      </Listening>
    </Field>
  );
}

function Radio({ value, isChosen, name, hint }: { value: string; isChosen: boolean; name: string; hint: string }): ReactElement {
  return (
    <label className="film-voice-choice">
      <input type="radio" name="voice" value={value} defaultChecked={isChosen} data-say={name} />
      <span>
        <strong>{name}</strong>
        <small>{hint}</small>
      </span>
    </label>
  );
}
