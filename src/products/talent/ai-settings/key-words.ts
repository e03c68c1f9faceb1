/** What a provider said about a key, in words. */
import type { KeyReport, TextProviderName } from '#capabilities/generation/generation.ts';
import { type Language, localeOf, type Message, say } from '#kernel/message.ts';
import type { Flash } from '#kernel/page/flash.ts';
import { dollars } from './amounts.ts';
import { reports } from './call-messages.ts';
import { keys } from './labels.ts';
import { m } from './messages.ts';

export const PROVIDER_NAMES: Readonly<Record<TextProviderName, Message>> = { openrouter: m.openrouter, openai: m.openai };
/** What else a key of this page is used for. */
export const SHARED_KEYS: Readonly<Partial<Record<TextProviderName, Message>>> = { openai: keys.alsoForImages };

export function wordsOf(report: KeyReport, language: Language): Flash {
  if (report.outcome !== 'answered')
    return { kind: 'danger', text: say(troubleOf(report.outcome), language, params(report.provider, language)) };
  return report.provider === 'openrouter' ? openrouterWords(report, language) : openaiWords(report, language);
}

type Accepted<P extends TextProviderName> = Extract<KeyReport, { provider: P; outcome: 'answered' }>;
type Trouble = Exclude<KeyReport['outcome'], 'answered'>;

const troubleOf = (outcome: Trouble): Message => (outcome in reports ? reports[outcome as keyof typeof reports] : reports.failed);
const params = (provider: TextProviderName, language: Language) => ({ provider: say(PROVIDER_NAMES[provider], language) });

function openrouterWords({ usedUsd, limitUsd, remainingUsd, isFreeTier }: Accepted<'openrouter'>, language: Language): Flash {
  const used = dollars(usedUsd ?? 0, language);
  const spent =
    limitUsd === null
      ? say(reports.openrouterFree, language, { used })
      : say(reports.openrouterLimited, language, {
          used,
          limit: dollars(limitUsd, language),
          remaining: dollars(remainingUsd ?? 0, language),
        });
  const isEmpty = limitUsd !== null && (remainingUsd ?? 0) <= 0;
  return { kind: isEmpty ? 'warning' : 'success', text: isFreeTier ? `${spent} ${say(reports.freeTier, language)}` : spent };
}

function openaiWords({ models, model, isModelKnown, shutsDownOn }: Accepted<'openai'>, language: Language): Flash {
  if (model === null) return { kind: 'warning', text: say(reports.openaiNoModel, language) };
  if (!isModelKnown) return { kind: 'warning', text: say(reports.openaiUnknown, language, { model }) };
  const known = say(reports.openaiKnown, language, { count: models, model });
  if (shutsDownOn === null) return { kind: 'success', text: known };
  const day = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(shutsDownOn);
  return { kind: 'warning', text: `${known} ${say(reports.shutsDown, language, { day })}` };
}
