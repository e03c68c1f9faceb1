/** A little music for doubles of those that sell it: a chord that pulses, as a WAV file. */
const RATE = 44_100;
const HEADER_BYTES = 44;
const CHORD = [220, 277.18, 329.63];

export function tone(seconds: number, loudness: number): Buffer {
  const frames = Math.round(seconds * RATE);
  const file = Buffer.alloc(HEADER_BYTES + frames * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + frames * 2, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  for (const [at, value] of [
    [16, 16],
    [24, RATE],
    [28, RATE * 2],
    [40, frames * 2],
  ] as const)
    file.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    file.writeUInt16LE(value, at);
  file.write('data', 36, 'latin1');
  for (let frame = 0; frame < frames; frame += 1) {
    const pulse = 0.6 + 0.4 * Math.cos((2 * Math.PI * frame * 2) / RATE);
    const wave = CHORD.reduce((sum, pitch) => sum + Math.sin((2 * Math.PI * pitch * frame) / RATE), 0) / CHORD.length;
    file.writeInt16LE(Math.round(wave * pulse * loudness * 9000), HEADER_BYTES + frame * 2);
  }
  return file;
}
