/** What a provider of pictures said about a key, in words. */
import type { ImageKeyReport, ImageState } from '#capabilities/generation/generation.ts';
import { type Language, localeOf, type Message, say } from '#kernel/message.ts';
import type { Flash } from '#kernel/page/flash.ts';
import { reports } from './call-messages.ts';
import { painters, imageReports as r } from './labels.ts';

export type ImageProvider = ImageState['providers'][number];

export function wordsOfImageReport(report: ImageKeyReport, { key, models }: ImageProvider, language: Language): Flash {
  const params = { provider: say(painters[report.provider], language) };
  if (report.outcome === 'answered') return wordsOfAnswer(report, key.source !== null, language);
  // A server of one’s own may want no key, but its models have to be named.
  const isModelMissing = report.outcome === 'missing' && models.length === 0;
  return { kind: 'danger', text: say(isModelMissing ? r.noModel : TROUBLES[report.outcome], language, params) };
}

const TROUBLES: Readonly<Record<Exclude<ImageKeyReport['outcome'], 'answered'>, Message>> = {
  missing: reports.missing,
  not_configured: reports.missing,
  unauthorized: reports.unauthorized,
  rate_limited: reports.rate_limited,
  insufficient_credit: reports.quota,
  unreachable: reports.unreachable,
  timeout: reports.timeout,
  ...{ refused: reports.failed, bad_request: reports.failed, unknown_model: reports.failed, over_budget: reports.failed },
  ...{ unavailable: reports.failed, unreadable: reports.failed, lost_purchase: reports.failed },
};

type Answered = Extract<ImageKeyReport, { outcome: 'answered' }>;

function wordsOfAnswer({ provider, credits, model, isModelKnown }: Answered, hasKey: boolean, language: Language): Flash {
  const params = { provider: say(painters[provider], language), model: `\u2066${model}\u2069` };
  // Only an answer that knows something of us or of the model shows that the key was read.
  const isProven = credits !== null || isModelKnown !== null;
  const isEmpty = credits !== null && credits <= 0;
  const left = credits === null ? null : new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 }).format(credits);
  const sentences = [
    say(hasKey ? (isProven ? r.accepts : r.unproven) : r.responds, language, params),
    left !== null && (isEmpty ? say(r.noCredits, language) : say(r.credits, language, { credits: left })),
    say(isModelKnown === null ? r.willAsk : isModelKnown ? r.known : r.unknown, language, params),
  ];
  const isFine = isModelKnown !== false && !isEmpty && isProven;
  return { kind: isFine ? 'success' : 'warning', text: sentences.filter(Boolean).join(' ') };
}
