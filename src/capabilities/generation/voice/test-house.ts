/** A house with nothing but orders for speech: the simulated provider, a program that stands in for espeak-ng, a folder for results. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVoiceModelSimulator, type VoiceModelSimulator } from '#simulators/voice-model.ts';
import { type RememberingBooks, rememberingBooks } from '../test-books.ts';
import { readWav } from './embedded/wav.ts';
import { run } from './sound/run.ts';
import { createVoices, type VoiceFacts, type Voices } from './speaking.ts';
import { type Speech, type SpeechOrder, VoiceFault } from './voice.ts';

/** `hang` and `fail` in a text do what they say; every other word is a tone as long as its letters. */
const PROGRAM = `#!${process.execPath}
const { readFileSync, writeFileSync } = require('node:fs');
if (process.argv.includes('--version')) process.exit(0);
const text = readFileSync(0, 'utf8');
if (text.includes('fail')) process.exit(3);
if (text.includes('hang')) {
  writeFileSync(__dirname + '/hangs', String(process.pid));
  setInterval(() => undefined, 1000);
} else {
  const rate = 22050;
  const sound = [];
  const add = (seconds, level) => { for (let i = 0; i < seconds * rate; i++) sound.push(level * Math.sin(i / 18)); };
  add(0.08, 0);
  for (const word of text.trim().split(/\\s+/)) {
    add(0.06 * word.replace(/\\W/g, '').length + 0.02, 8000);
    add(/[,.?!]$/.test(word) ? 0.25 : 0.02, 0);
  }
  const data = Buffer.from(Int16Array.from(sound).buffer);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0); head.writeUInt32LE(0x7ffff024, 4); head.write('WAVEfmt ', 8); head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(rate, 24); head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34); head.write('data', 36); head.writeUInt32LE(0x7ffff000, 40);
  process.stdout.write(Buffer.concat([head, data]));
}
`;

export interface House {
  readonly provider: VoiceModelSimulator;
  /** Where results go. */
  readonly folder: string;
  readonly facts: { readonly bought: VoiceFacts; readonly embedded: VoiceFacts; readonly bare: VoiceFacts };
  readonly books: RememberingBooks;
  readonly bought: Voices;
  /** Without a key. */
  readonly embedded: Voices;
  speak(voices: Voices, order: Partial<SpeechOrder>): Promise<Speech>;
  /** The fault that an order ends with. */
  fault(voices: Voices, order: Partial<SpeechOrder>): Promise<VoiceFault>;
  /** The process of the program that hangs, once it does. */
  hanging(): number | null;
  files(): readonly string[];
  close(): Promise<void>;
}

export const ORDER: SpeechOrder = {
  text: 'Bienvenue dans cette vidéo. Elle parle du soleil, qui brille.',
  language: 'fr',
  voice: 'thomas',
  signal: new AbortController().signal,
};

export async function openHouse(): Promise<House> {
  const provider = await startVoiceModelSimulator();
  const home = mkdtempSync(join(tmpdir(), 'voices-'));
  const [program, folder] = [join(home, 'espeak'), join(home, 'results')];
  writeFileSync(program, PROGRAM);
  chmodSync(program, 0o755);
  const embedded = { folder: join(home, 'voices'), lingware: [], espeak: program };
  const nobody = { url: provider.url, key: null };
  const facts = {
    bought: { elevenlabs: { url: provider.url, key: provider.key, usdPerThousand: 0.3 }, embedded },
    embedded: { elevenlabs: nobody, embedded },
    bare: { elevenlabs: nobody, embedded: { ...embedded, espeak: null } },
  };
  const books = rememberingBooks();
  const speak: House['speak'] = (voices, order) => voices.speak({ ...ORDER, ...order }, folder);
  return {
    ...{ provider, folder, facts, speak, books, bought: createVoices(facts.bought, books), embedded: createVoices(facts.embedded, books) },
    async fault(voices, order) {
      const error = await speak(voices, order).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error instanceof VoiceFault) return error;
      throw error ?? new Error('it was spoken');
    },
    hanging: () => (existsSync(join(home, 'hangs')) ? Number(readFileSync(join(home, 'hangs'), 'utf8')) : null),
    files: () => (existsSync(folder) ? readdirSync(folder) : []),
    async close() {
      await provider.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** LUFS and the highest peak between samples, dB. */
export async function loudnessOf(wav: string): Promise<{ readonly loudness: number; readonly peak: number }> {
  const args = ['-hide_banner', '-nostats', '-i', wav, '-af', 'ebur128=peak=true:framelog=verbose', '-f', 'null', '-'];
  const { stderr } = await run('ffmpeg', args, { signal: AbortSignal.timeout(60_000) });
  const number = (pattern: RegExp): number => Number(pattern.exec(stderr.slice(stderr.lastIndexOf('Summary:')))?.[1]);
  return { loudness: number(/I:\s+(-?[\d.]+) LUFS/), peak: number(/Peak:\s+(-?[\d.]+) dBFS/) };
}

/** Root mean square between two seconds of a file, of 1. */
export function levelBetween(wav: string, from: number, until: number): number {
  const { samples, rate } = readWav(readFileSync(wav));
  const part = samples.subarray(Math.round(from * rate), Math.round(until * rate));
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, part.length)) / 32_768;
}
