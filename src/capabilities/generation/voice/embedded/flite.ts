/** Flite (Carnegie Mellon's licence, BSD-like) compiled to WebAssembly for a system interface: it writes a file in a folder lent to it. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { WASI } from 'node:wasi';
import type { Larynx, LarynxSpec } from './larynx.ts';
import { readWav } from './wav.ts';

const RATE = 16_000;

export async function createFlite({ wasm, voice, speed }: Extract<LarynxSpec, { engine: 'flite' }>, folder: string): Promise<Larynx> {
  const program = await WebAssembly.compile(new Uint8Array(await readFile(wasm)));
  return {
    rate: RATE,
    async speak(text) {
      const file = 'utterance.wav';
      const stretch = (1 / speed).toFixed(3);
      const args = ['flite', '-voice', voice, '--setf', `duration_stretch=${stretch}`, '-t', text, '-o', `/lent/${file}`];
      const wasi = new WASI({ version: 'preview1', args, preopens: { '/lent': folder }, returnOnExit: true });
      const status = wasi.start(await WebAssembly.instantiate(program, wasi.getImportObject() as WebAssembly.Imports));
      if (status !== 0) throw new Error(`flite: status ${status}`);
      const { samples, rate } = readWav(await readFile(join(folder, file)));
      await rm(join(folder, file));
      if (rate !== RATE) throw new Error(`flite: ${rate} samples a second`);
      return { samples, events: null };
    },
  };
}
