/**
 * The process that speaks: one order from its standard input, the sound into a file, the times of the words to its standard output.
 * A process and not a thread, because one of the engines is under another licence and because it can be ended whatever it does.
 */
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Sentence } from '../reading/sentences.ts';
import type { SpokenWord } from '../voice.ts';
import { createEspeak, createEspeakWasm } from './espeak.ts';
import { createFlite } from './flite.ts';
import { recite } from './join.ts';
import type { Larynx, LarynxSpec } from './larynx.ts';
import { createPico } from './pico.ts';
import { wavOf } from './wav.ts';

export interface VoiceJob {
  readonly spec: LarynxSpec;
  readonly language: string;
  readonly sentences: readonly Sentence[];
  /** Written; its folder is lent to the engine. */
  readonly wav: string;
}
export interface VoiceJobDone {
  readonly seconds: number;
  readonly words: readonly SpokenWord[];
}

const job = JSON.parse(await text(process.stdin)) as VoiceJob;
const larynx = await larynxOf(job.spec, dirname(job.wav));
const { words, ...wave } = await recite(job.sentences, job.language, larynx);
await writeFile(job.wav, wavOf(wave));
process.stdout.write(JSON.stringify({ seconds: wave.samples.length / wave.rate, words } satisfies VoiceJobDone), () => process.exit(0));

async function larynxOf(spec: LarynxSpec, folder: string): Promise<Larynx> {
  switch (spec.engine) {
    case 'pico':
      return createPico(spec);
    case 'flite':
      return createFlite(spec, folder);
    case 'espeak-wasm':
      return createEspeakWasm(spec);
    case 'espeak':
      return createEspeak(spec);
  }
}
