/**
 * A program that stands in for espeak-ng where none is installed: every word is a tone as long as its letters, and a WAV comes out whose
 * head does not know its length, as the real one writes it.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const PROGRAM = `#!${process.execPath}
if (process.argv.includes('--version')) process.exit(0);
const text = require('node:fs').readFileSync(0, 'utf8');
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
`;

/** Found by this process as `espeak-ng` until it is removed. */
export function installVoiceEngine(): { remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'voice-engine-'));
  const program = join(folder, 'espeak-ng');
  writeFileSync(program, PROGRAM);
  chmodSync(program, 0o755);
  const before = process.env['PATH'] ?? '';
  process.env['PATH'] = `${folder}${delimiter}${before}`;
  return {
    remove() {
      process.env['PATH'] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
