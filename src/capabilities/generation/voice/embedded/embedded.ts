/** Speech that is made here: read aloud by a process of its own, then polished. Nothing leaves, nothing is charged. */
import { join } from 'node:path';
import { type Sentence, sentencesOf } from '../reading/sentences.ts';
import { polish } from '../sound/polish.ts';
import { run } from '../sound/run.ts';
import { type SpokenWord, VoiceFault } from '../voice.ts';
import type { EmbeddedVoice } from './troupe.ts';
import type { VoiceJob, VoiceJobDone } from './voice-process.ts';

/** From the sources in tests; beside the bundle otherwise (scripts/lib/build.mjs). */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('./voice-process.ts', import.meta.url)
  : new URL('./voice-process.js', import.meta.url);

export interface Recitation {
  readonly text: string;
  readonly language: string;
  readonly rate: number;
  readonly voice: EmbeddedVoice;
  /** For what comes in between; the result is in it, too. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

export interface Recited {
  readonly wav: string;
  readonly seconds: number;
  readonly words: readonly SpokenWord[];
  readonly characters: number;
}

export async function speakHere({ text, language, rate, voice, folder, signal }: Recitation): Promise<Recited> {
  const sentences = sentencesOf(text, language);
  if (sentences.length === 0) throw new VoiceFault('embedded', 'nothing_to_say');
  const source = join(folder, 'spoken.wav');
  const { words } = await recite({ spec: voice.spec(rate), language, sentences, wav: source }, signal);
  const polished = await polish({ provider: 'embedded', source, folder, signal });
  return { ...polished, words, characters: charactersOf(sentences) };
}

const charactersOf = (sentences: readonly Sentence[]): number =>
  sentences.flatMap(({ pieces }) => pieces).reduce((sum, { spoken }) => sum + spoken.length + 1, 0);

async function recite(job: VoiceJob, signal: AbortSignal): Promise<VoiceJobDone> {
  const { pathname } = PROGRAM;
  const { status, stdout, stderr } = await run(process.execPath, ['--no-warnings', decodeURIComponent(pathname)], {
    signal,
    input: JSON.stringify(job),
  });
  const code = /\b(?:pico|flite|espeak-ng): [\w -]{1,40}/.exec(stderr)?.[0] ?? `status ${status}`;
  if (status !== 0) throw new VoiceFault('embedded', 'engine_failed', { code, isPassing: status === null });
  return JSON.parse(stdout.toString('utf8')) as VoiceJobDone;
}
