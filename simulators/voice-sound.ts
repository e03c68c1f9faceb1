/** What the simulated voice says: a tone for each word with the melody of a sentence, silence between, and the time of each letter. */
import { spawn } from 'node:child_process';

const RATE = 44_100;
const LETTER = 0.065;
const SPACE = 0.07;
const STOP = 0.32;
const LOWEST_HERTZ = 110;

export interface Alignment {
  readonly characters: readonly string[];
  readonly character_start_times_seconds: readonly number[];
  readonly character_end_times_seconds: readonly number[];
}

const thousandths = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** One for each character of the text; `speed` as in the settings of a voice. */
export function align(text: string, speed: number): Alignment {
  const characters = [...text];
  const ends: number[] = [];
  let at = 0;
  for (const character of characters) {
    at += (/[.,;:!?…؟،]/u.test(character) ? STOP : /\s/u.test(character) ? SPACE : LETTER) / speed;
    ends.push(thousandths(at));
  }
  const starts = characters.map((_, index) => ends[index - 1] ?? 0);
  return { characters, character_start_times_seconds: starts, character_end_times_seconds: ends };
}

/** An MP3, as ffmpeg makes it. */
export function soundOf({
  characters,
  character_start_times_seconds: starts,
  character_end_times_seconds: ends,
}: Alignment): Promise<Buffer> {
  const samples = new Int16Array(Math.ceil(((ends.at(-1) ?? 0) + 0.2) * RATE));
  let phase = 0;
  characters.forEach((character, index) => {
    if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return;
    const [from, until] = [Math.round((starts[index] ?? 0) * RATE), Math.round((ends[index] ?? 0) * RATE)];
    const hertz = LOWEST_HERTZ + ((character.codePointAt(0) ?? 0) % 24) * 2;
    for (let at = from; at < until; at++) {
      phase += (2 * Math.PI * hertz) / RATE;
      // A voice is rich in overtones, the higher the weaker.
      const tone = [1, 2, 3, 4, 5, 8, 12].reduce((sum, overtone) => sum + Math.sin(phase * overtone) / overtone, 0);
      samples[at] = 5000 * tone;
    }
  });
  return encode(Buffer.from(samples.buffer));
}

function encode(pcm: Buffer): Promise<Buffer> {
  const from = ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', 'pipe:0'];
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', ['-v', 'error', ...from, '-c:a', 'libmp3lame', '-b:a', '128k', '-f', 'mp3', 'pipe:1'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve(Buffer.concat(pieces)) : reject(new Error(`ffmpeg: status ${status}`))));
    child.stdin.end(pcm);
  });
}
