/** The embedded voices that can speak with the engines that are here, and which of them stands in for whom. */
import { baseOf } from '../reading/language.ts';
import type { VoiceGender, VoiceQuality } from '../voice.ts';
import type { Engines } from './engines.ts';
import type { LarynxSpec } from './larynx.ts';

export interface EmbeddedVoice {
  readonly id: string;
  readonly name: string;
  /** `fr`, or `fr-FR` when there is a choice. */
  readonly language: string;
  readonly gender: VoiceGender;
  readonly quality: Exclude<VoiceQuality, 'natural'>;
  /** The higher, the sooner it is taken among those of the right gender. */
  readonly rank: number;
  spec(speed: number): LarynxSpec;
}

/** All voices of Pico are women's; lowered by this much they are taken for men's. */
const DEPTH = 0.84;
const LOW_PITCH = 76;

export function troupeOf(engines: Engines): readonly EmbeddedVoice[] {
  return [...picoVoices(engines), ...fliteVoices(engines), ...espeakVoices(engines)];
}

function picoVoices({ pico }: Engines): readonly EmbeddedVoice[] {
  return [...pico].flatMap(([language, lingware]) => {
    // British and American are both English; the others are alone.
    const id = `pico-${baseOf(language) === 'en' ? language.toLowerCase() : baseOf(language)}`;
    const voice = { language, quality: 'clear' } as const;
    const high: EmbeddedVoice = {
      ...{ ...voice, id, name: `Pico ${language}`, gender: 'female', rank: 30 },
      spec: (speed) => ({ engine: 'pico', lingware, pitch: 100, depth: 1, speed }),
    };
    const low: EmbeddedVoice = {
      ...{ ...voice, id: `${id}-low`, name: `Pico ${language} (low)`, gender: 'male', rank: 20 },
      spec: (speed) => ({ engine: 'pico', lingware, pitch: LOW_PITCH, depth: DEPTH, speed }),
    };
    return [high, low];
  });
}

function fliteVoices({ flite: wasm }: Engines): readonly EmbeddedVoice[] {
  if (!wasm) return [];
  const voices = [
    { voice: 'slt', name: 'Flite SLT', gender: 'female', rank: 25 },
    { voice: 'rms', name: 'Flite RMS', gender: 'male', rank: 28 },
    { voice: 'awb', name: 'Flite AWB', gender: 'male', rank: 24 },
  ] as const;
  return voices.map(({ voice, ...rest }) => ({
    ...{ ...rest, id: `flite-${voice}`, language: 'en-US', quality: 'clear' },
    spec: (speed) => ({ engine: 'flite', wasm, voice, speed }),
  }));
}

const ESPEAK_LANGUAGES = ['ar', 'fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'tr'] as const;
/** Its Arabic drags: 1.6 words a second against 2.2 like this. */
const espeakPace = (language: string): number => (language === 'ar' ? 1.35 : 1);

const ESPEAK_MANNERS = [
  { suffix: '', variant: '', gender: 'male', pitch: 45 },
  { suffix: '-high', variant: '+f3', gender: 'female', pitch: 55 },
] as const;

function espeakVoices(engines: Engines): readonly EmbeddedVoice[] {
  const espeak = espeakOf(engines);
  if (!espeak) return [];
  return ESPEAK_LANGUAGES.flatMap((language) =>
    ESPEAK_MANNERS.map(({ suffix, variant, gender, pitch }): EmbeddedVoice => {
      const id = `espeak-${language}${suffix}`;
      const voice = `${language === 'en' ? 'en-us' : language}${variant}`;
      return {
        ...{ id, name: `eSpeak ${language}${suffix}`, language, gender, quality: 'robotic', rank: 10 },
        spec: (speed) => ({ ...espeak, voice, pitch, speed: speed * espeakPace(language) }),
      };
    }),
  );
}

/** The package tells when each word begins, the program of the system does not. */
function espeakOf({ espeakModule, espeak }: Engines) {
  if (espeakModule) return { engine: 'espeak-wasm', module: espeakModule } as const;
  return espeak ? ({ engine: 'espeak', program: espeak } as const) : null;
}

/** The best of the language, of this gender if there is one; null when nobody speaks it. */
export function standIn(troupe: readonly EmbeddedVoice[], language: string, gender: VoiceGender | null): EmbeddedVoice | null {
  const wanted = language.toLowerCase();
  const worth = (voice: EmbeddedVoice): number =>
    voice.rank + (voice.gender === gender ? 15 : 0) + (voice.language.toLowerCase() === wanted ? 5 : 0);
  const able = troupe.filter((voice) => baseOf(voice.language) === baseOf(language));
  return [...able].sort((a, b) => worth(b) - worth(a))[0] ?? null;
}
