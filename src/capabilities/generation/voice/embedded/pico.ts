/** SVOX Pico (Apache-2.0) compiled to WebAssembly; its voices are files of Debian's `libttspico-data`. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import makePico, { type PicoModule } from '@echogarden/svoxpico-wasm';
import type { Larynx, LarynxSpec } from './larynx.ts';

const RATE = 16_000;
const MEMORY_BYTES = 8_000_000;
/** Statuses of `pico_getData`. */
const IDLE = 200;
const BUSY = 201;
/** `pico_putTextUtf8` counts in 16 bits. */
const MOST_BYTES = 30_000;
const PIECE_BYTES = 256;
const NAME_BYTES = 64;

export async function createPico({ lingware, pitch, depth, speed }: Extract<LarynxSpec, { engine: 'pico' }>): Promise<Larynx> {
  const module = await makePico();
  const engine = await openEngine(module, lingware);
  // What is lowered afterwards is slowed down by as much: it is spoken faster before.
  const level = Math.round(Math.min(500, Math.max(20, (100 * speed) / depth)));
  return {
    rate: Math.round(RATE * depth),
    speak: async (text) => ({
      samples: synthesize(module, engine, `<speed level='${level}'><pitch level='${pitch}'>${plain(text)}</pitch></speed>`),
      events: null,
    }),
  };
}

const plain = (text: string): string => text.replace(/[<>&]/g, ' ');

async function openEngine(module: PicoModule, lingware: readonly string[]): Promise<number> {
  const out = module._malloc(16);
  const read = (): number => module.HEAP32[out >> 2] ?? 0;
  check('initialize', module._pico_initialize(module._malloc(MEMORY_BYTES), MEMORY_BYTES, out));
  const system = read();
  const voice = put(module, 'voice');
  check('createVoiceDefinition', module._pico_createVoiceDefinition(system, voice));
  for (const file of lingware) {
    const path = `/${basename(file)}`;
    module.FS.writeFile(path, await readFile(file));
    check('loadResource', module._pico_loadResource(system, put(module, path), out));
    const name = module._malloc(NAME_BYTES);
    check('getResourceName', module._pico_getResourceName(system, read(), name));
    check('addResourceToVoiceDefinition', module._pico_addResourceToVoiceDefinition(system, voice, name));
  }
  check('newEngine', module._pico_newEngine(system, voice, out));
  return read();
}

function synthesize(module: PicoModule, engine: number, text: string): Int16Array {
  const bytes = Math.min(Buffer.byteLength(text) + 1, MOST_BYTES);
  let address = put(module, text);
  let left = bytes;
  const [out, buffer] = [module._malloc(8), module._malloc(PIECE_BYTES)];
  const pieces: Uint8Array[] = [];
  while (left > 0) {
    check('putTextUtf8', module._pico_putTextUtf8(engine, address, left, out));
    const taken = module.HEAP16[out >> 1] ?? 0;
    if (taken <= 0) throw new Error('pico takes no text');
    address += taken;
    left -= taken;
    for (let status = BUSY; status === BUSY; ) {
      status = module._pico_getData(engine, buffer, PIECE_BYTES, out, out + 4);
      if (status !== BUSY && status !== IDLE) throw new Error(`pico: getData ${status}`);
      const got = module.HEAP16[out >> 1] ?? 0;
      if (got > 0) pieces.push(module.HEAPU8.slice(buffer, buffer + got));
    }
  }
  const sound = Buffer.concat(pieces);
  return new Int16Array(Uint8Array.from(sound).buffer, 0, sound.length >> 1);
}

/** As a C string; never freed: the process lives for one order. */
function put(module: PicoModule, text: string): number {
  const bytes = Buffer.from(`${text}\0`);
  const address = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, address);
  return address;
}

function check(what: string, status: number): void {
  if (status !== 0) throw new Error(`pico: ${what} ${status}`);
}
