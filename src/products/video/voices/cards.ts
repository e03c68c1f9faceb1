/** Who can speak, as the list shows it: the documented names first, each with whoever really speaks behind it. */
import { type Generation, LOGICAL_VOICES, type VoiceCard, type VoiceFault } from '#capabilities/generation/generation.ts';

export interface ListedVoice {
  readonly id: string;
  readonly name: string;
  /** Whose voice it is in the documents. */
  readonly provider: 'elevenlabs' | 'embedded';
  readonly language: string;
  readonly gender: string | null;
  readonly style: string;
  /** Null when nobody here can speak for it. */
  readonly card: VoiceCard | null;
  /** A sample of the provider, which costs nothing. */
  readonly sample: string | null;
}

const PATIENCE_MS = 8000;

/** A documented name is always there, also on a machine where nobody speaks its language. */
export async function listVoices(
  generation: Pick<Generation, 'voices'>,
): Promise<{ readonly voices: readonly ListedVoice[]; readonly missing: VoiceFault | null }> {
  const { voices, missing } = await generation.voices.voices(AbortSignal.timeout(PATIENCE_MS));
  const sampleOf = (speaker: string): string | null =>
    voices.find((card) => card.speaker === speaker && card.previewUrl)?.previewUrl ?? null;
  const logical = LOGICAL_VOICES.map(({ id, name, language, gender, style }): ListedVoice => {
    const card = voices.find((each) => each.id === id) ?? null;
    return { id, name, provider: 'elevenlabs', language, gender, style, card, sample: card && sampleOf(card.speaker) };
  });
  const others = voices.filter(({ isLogical }) => !isLogical).map((card): ListedVoice => ({ ...card, card, sample: card.previewUrl }));
  return { voices: [...logical, ...others], missing };
}

export const baseOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';
