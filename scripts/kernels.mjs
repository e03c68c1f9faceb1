// node scripts/with-node.mjs scripts/kernels.mjs: compiles the inner loops of scripts/*-kernel (AssemblyScript) into the base64 text that the program carries.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './lib/project.mjs';

const KERNELS = [
  { source: 'scripts/frames-kernel/kernel.ts', target: 'src/capabilities/media/compose/frames/kernel-code.ts', flags: [] },
  {
    source: 'scripts/people-kernel/kernel.ts',
    target: 'src/products/talent/cinema-search/kernel-code.ts',
    // Shared: what JavaScript sees of the memory stays valid when it grows.
    flags: ['--enable', 'threads', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'kernels-'));
try {
  for (const { source, target, flags } of KERNELS) {
    const wasm = join(folder, 'kernel.wasm');
    await run('asc', [
      source,
      ...['--outFile', wasm, '--enable', 'simd', '--runtime', 'stub', '--noAssert', '--importMemory', '-O3', '--converge', ...flags],
    ]);
    const code = readFileSync(wasm).toString('base64');
    writeFileSync(
      join(root, target),
      `/** ${source}, compiled: \`node scripts/with-node.mjs scripts/kernels.mjs\` writes this file. */
export const KERNEL_CODE =
${(code.match(/.{1,128}/g) ?? []).map((line) => `  '${line}'`).join(' +\n')};
`,
    );
    console.log(`${target}: ${Buffer.from(code, 'base64').length} bytes of WebAssembly`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
