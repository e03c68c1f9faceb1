/** Voices as these pages offer them: who really speaks, in which language, where one can hear them. */
import { VOICE_QUALITIES } from '#capabilities/generation/generation.ts';
import type { Message } from '#kernel/message.ts';
import type { FilmTools } from '../rooms.ts';

type Cards = Awaited<ReturnType<FilmTools['generation']['voices']['voices']>>;
export type VoiceOffer = Cards['voices'][number] & {
  /** Whoever speaks behind a logical name, by their name. */
  readonly speakerName: string;
  readonly sample: string;
};

const PATIENCE_MS = 5000;

/** Those that would really speak; the others of a provider that does not answer are missing. */
export async function voicesOf({
  generation,
}: Pick<FilmTools, 'generation'>): Promise<{ readonly voices: readonly VoiceOffer[]; readonly isPartial: boolean }> {
  const { voices, missing } = await generation.voices.voices(AbortSignal.timeout(PATIENCE_MS));
  const nameOf = (speaker: string): string => voices.find((voice) => voice.speaker === speaker && !voice.isLogical)?.name ?? speaker;
  const offers = voices.map((voice) => ({ ...voice, speakerName: nameOf(voice.speaker), sample: sampleOf(voice.id) }));
  return { voices: offers, isPartial: missing !== null };
}

const sampleOf = (id: string): string => `/api/v1/voices/${encodeURIComponent(id)}/preview`;

export const qualityOf = ({ quality }: VoiceOffer): Message => VOICE_QUALITIES[quality];

/** By language, the one that is asked for first. */
export const byLanguage = (voices: readonly VoiceOffer[]): readonly (readonly [language: string, voices: readonly VoiceOffer[]])[] =>
  [...Map.groupBy(voices, ({ language }) => language.split('-')[0] ?? language)].toSorted(
    ([one], [other]) => rankOf(one) - rankOf(other) || one.localeCompare(other),
  );

const rankOf = (language: string): number => {
  const rank = ['fr', 'en', 'ar'].indexOf(language);
  return rank < 0 ? 9 : rank;
};
