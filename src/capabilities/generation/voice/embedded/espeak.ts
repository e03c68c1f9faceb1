/**
 * espeak-ng (GPL-3): a program of the system, or the package that somebody put into the data folder. Neither is a part of this
 * program: both are asked at arm's length, from a process of their own.
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Larynx, LarynxSpec } from './larynx.ts';
import { readWav } from './wav.ts';

const RATE = 22_050;
const MIDDLING_WORDS_A_MINUTE = 150;
const PATIENCE_MS = 30_000;
const MOST_BYTES = 64 * 1024 * 1024;

export function createEspeak({ program, voice, pitch, speed }: Extract<LarynxSpec, { engine: 'espeak' }>): Larynx {
  return {
    rate: RATE,
    async speak(text) {
      const wordsAMinute = String(Math.round(MIDDLING_WORDS_A_MINUTE * speed));
      const args = ['-v', voice, '-s', wordsAMinute, '-p', String(pitch), '--stdout', '--stdin'];
      const { stdout, status, error } = spawnSync(program, args, { input: text, timeout: PATIENCE_MS, maxBuffer: MOST_BYTES });
      if (error || status !== 0) throw new Error(`espeak-ng: ${error?.message ?? `status ${status}`}`);
      return { samples: readWav(stdout).samples, events: null };
    },
  };
}

interface EspeakEvent {
  readonly type: string;
  readonly text_position: number;
  readonly audio_position: number;
}
interface EspeakWorker {
  set_voice(voice: string): unknown;
  set_rate(wordsAMinute: number): unknown;
  set_pitch(pitch: number): unknown;
  synthesize(text: string, hear: (sound: Int16Array | null, events: readonly EspeakEvent[]) => number): void;
}
interface EspeakPackage {
  readonly default: () => Promise<{ readonly eSpeakNGWorker: new () => Promise<EspeakWorker> | EspeakWorker }>;
}

export async function createEspeakWasm(spec: Extract<LarynxSpec, { engine: 'espeak-wasm' }>): Promise<Larynx> {
  const { default: load } = (await import(pathToFileURL(spec.module).href)) as EspeakPackage;
  const { eSpeakNGWorker } = await load();
  const worker = await new eSpeakNGWorker();
  worker.set_voice(spec.voice);
  worker.set_rate(Math.round(MIDDLING_WORDS_A_MINUTE * spec.speed));
  worker.set_pitch(spec.pitch);
  return {
    rate: RATE,
    async speak(text) {
      const pieces: Buffer[] = [];
      const events: EspeakEvent[] = [];
      worker.synthesize(text, (sound, heard) => {
        // The memory is the engine's: it is used again after this call.
        if (sound) pieces.push(Buffer.copyBytesFrom(sound));
        events.push(...heard);
        return 0;
      });
      const bytes = Buffer.concat(pieces);
      return {
        samples: new Int16Array(Uint8Array.from(bytes).buffer, 0, bytes.length >> 1),
        events: events
          .filter(({ type }) => type === 'word')
          .map((event) => ({ at: event.text_position - 1, seconds: event.audio_position / 1000 })),
      };
    },
  };
}
