/** Time and money, said before anything is made. */
import type { ReactElement } from 'react';
import { type Language, localeOf, say } from '#kernel/message.ts';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import type { Quote } from './estimate.ts';
import { wizard as m } from './messages.ts';

/** « 40 secondes », « 3 minutes ». */
export function spanText(seconds: number, language: Language): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 90 ? say(m.seconds_long, language, { count: whole }) : say(m.minutes_long, language, { count: Math.round(whole / 60) });
}

export const dollars = (usd: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'USD', maximumFractionDigits: usd < 1 ? 3 : 2 }).format(usd);

const TITLES: Readonly<Record<string, string>> = {
  ...{ openai: 'OpenAI', dalle3: 'OpenAI', runway: 'Runway', elevenlabs: 'ElevenLabs', suno: 'Suno', replicate: 'Replicate' },
  ...{ stability: 'Stability AI', blackbox: 'Blackbox AI', openrouter: 'OpenRouter' },
};
/** Who is no provider of anything. */
const OURS = { embedded: m.here, person: m.you, model: m.model } as const;

/** As people know it; what is made here is never called by a provider's name. */
export const makerName = (provider: string, language: Language): string =>
  Object.hasOwn(OURS, provider) ? say(OURS[provider as keyof typeof OURS], language) : (TITLES[provider] ?? provider);

export function QuoteBox({ quote }: { quote: Quote }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { seconds, isWhole, mostUsd, providers } = quote;
  const cost = mostUsd === 0 ? t(m.free) : mostUsd === null ? t(m.unknownCost) : t(m.atMost, { cost: dollars(mostUsd, language) });
  const makers = [...new Set(providers.filter((name) => name !== 'person').map((name) => makerName(name, language)))].join(', ');
  return (
    <div className="film-quote" id="quote">
      <p>
        <Icon name="clock" />
        {t(isWhole ? m.wholeTime : m.montageTime, { time: spanText(seconds, language) })}
      </p>
      <p>
        <Icon name={mostUsd === 0 ? 'success' : 'ticket'} />
        {cost}
      </p>
      {mostUsd !== 0 && (
        <p>
          <Icon name="users" />
          {t(m.made, { makers })}
        </p>
      )}
      {!isWhole && (
        <p>
          <Icon name="lock" />
          {t(m.scriptFree)}
        </p>
      )}
    </div>
  );
}
