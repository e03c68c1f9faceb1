/** The voices that would really speak, by language: who they are, what they cost, how they sound. */
import type { ReactElement } from 'react';
import { Alert, Badge, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { acts } from './labels.ts';
import { StudioTabs } from './list-view.tsx';
import { Listen, Listening } from './listen.tsx';
import { makerName } from './quote-view.tsx';
import { NEW } from './requests.ts';
import { languageName } from './voice-field.tsx';
import { byLanguage, qualityOf, type VoiceOffer } from './voices.ts';
import { voices as m } from './voices-messages.ts';

export function VoicesPage({ voices, isPartial }: { voices: readonly VoiceOffer[]; isPartial: boolean }): ReactElement {
  const t = useT();
  const { language } = usePage();
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} />
      <StudioTabs />
      {isPartial && <Alert tone="warning" title={m.partial} />}
      {voices.length === 0 ? (
        <EmptyState icon="mic" title={m.none} text={m.noneText}>
          <LinkButton href={NEW}>{t(acts.create)}</LinkButton>
        </EmptyState>
      ) : (
        <Listening>
          <div className="stack film-voice-page">
            {byLanguage(voices).map(([code, group]) => (
              <section key={code} aria-labelledby={`language-${code}`}>
                <h2 id={`language-${code}`} className="section-name">
                  {languageName(code, language)}
                </h2>
                <ul className="film-voice-cards">
                  {group.map((voice) => (
                    <VoiceCard key={voice.id} voice={voice} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Listening>
      )}
    </>
  );
}

function VoiceCard({ voice }: { voice: VoiceOffer }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { id, name, provider, gender, isLogical, speakerName } = voice;
  const isFree = provider === 'embedded';
  return (
    <li className="film-voice-card card-box">
      <div className="film-voice-head">
        <h3 dir="auto">{name}</h3>
        <Badge tone={isFree ? 'success' : 'info'}>
          {isFree ? t(m.embedded) : t(m.bought, { provider: makerName(provider, language) })}
        </Badge>
      </div>
      <p className="film-note">
        {gender && <>{t(gender === 'female' ? m.female : m.male)} · </>}
        {t(qualityOf(voice))}
      </p>
      {isLogical && <p className="film-note">{t(m.speaker, { name: speakerName })}</p>}
      <div className="cluster">
        <Listen sound={voice.sample} isElsewhere={voice.previewUrl !== null} label={t(m.listenTo, { name })} />
        <LinkButton kind="quiet" size="sm" href={`${NEW}?voice=${encodeURIComponent(id)}`} icon="film">
          {t(m.choose)}
        </LinkButton>
      </div>
    </li>
  );
}
