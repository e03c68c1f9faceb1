/** The functions that touch every pixel, in WebAssembly where the machine has its vectors, in plain TypeScript elsewhere; over one memory. */
import { KERNEL_CODE } from './kernel-code.ts';
import { createReference } from './reference.ts';

/** Places are byte offsets into `bytes`; a count is rounded up to sixteen by those who write. */
export interface KernelCalls {
  /** One plane through its tables (tables.ts). `line` is room for one row of the source. */
  resample(
    source: number,
    stride: number,
    target: number,
    targetStride: number,
    width: number,
    height: number,
    groups: number,
    rows: number,
    line: number,
    from: number,
    count: number,
  ): void;
  mix(target: number, first: number, second: number, share: number, count: number): void;
  mixMasked(target: number, first: number, second: number, mask: number, count: number): void;
  blend(target: number, colour: number, alpha: number, count: number): void;
}
export interface Kernel extends KernelCalls {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly isVectorised: boolean;
}

const PAGE = 65_536;

export function createKernel(size: number): Kernel {
  const code = Buffer.from(KERNEL_CODE, 'base64');
  if (!WebAssembly.validate(code)) return createPlainKernel(size);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) + 1 });
  const calls = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } }).exports as unknown as KernelCalls;
  return withCalls(memory.buffer, calls, true);
}

export function createPlainKernel(size: number): Kernel {
  const buffer = new ArrayBuffer((Math.ceil(size / PAGE) + 1) * PAGE);
  return withCalls(buffer, createReference(new Uint8Array(buffer)), false);
}

const withCalls = (buffer: ArrayBuffer, calls: KernelCalls, isVectorised: boolean): Kernel => ({
  bytes: new Uint8Array(buffer),
  words: new Int32Array(buffer),
  isVectorised,
  resample: calls.resample,
  mix: calls.mix,
  mixMasked: calls.mixMasked,
  blend: calls.blend,
});

/** Hands out pieces of the memory, in order, for as long as it lives. */
export function createArena(kernel: Kernel): { take(size: number): number } {
  let next = 64;
  return {
    take(size) {
      const at = next;
      next += Math.ceil(size / 64) * 64 + 64;
      if (next > kernel.bytes.length) throw new Error(`the memory of the frames is too small: ${next} of ${kernel.bytes.length} bytes`);
      return at;
    },
  };
}
