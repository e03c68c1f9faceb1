/** What tests of films hear. */
import { writeFile } from 'node:fs/promises';

const RATE = 48_000;

/** A mono WAV file of one tone. */
export async function toneFile(file: string, seconds: number, hertz: number, volume: number): Promise<void> {
  const count = Math.round(seconds * RATE);
  const wav = Buffer.alloc(44 + count * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + count * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(count * 2, 40);
  for (let index = 0; index < count; index += 1)
    wav.writeInt16LE(Math.round(Math.sin((2 * Math.PI * hertz * index) / RATE) * volume * 32_767), 44 + index * 2);
  await writeFile(file, wav);
}
