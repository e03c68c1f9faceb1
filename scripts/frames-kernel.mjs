// node scripts/with-node.mjs scripts/frames-kernel.mjs: compiles scripts/frames-kernel/kernel.ts (AssemblyScript) into the base64 text that the program carries.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from './lib/project.mjs';

const TARGET = 'src/capabilities/media/compose/frames/kernel-code.ts';
const folder = mkdtempSync(join(tmpdir(), 'frames-kernel-'));
try {
  const wasm = join(folder, 'kernel.wasm');
  await run('asc', [
    'scripts/frames-kernel/kernel.ts',
    ...['--outFile', wasm, '--enable', 'simd', '--runtime', 'stub', '--noAssert', '--importMemory', '-O3', '--converge'],
  ]);
  const code = readFileSync(wasm).toString('base64');
  writeFileSync(
    join(root, TARGET),
    `/** scripts/frames-kernel/kernel.ts, compiled: \`node scripts/with-node.mjs scripts/frames-kernel.mjs\` writes this file. */
export const KERNEL_CODE =
${(code.match(/.{1,128}/g) ?? []).map((line) => `  '${line}'`).join(' +\n')};
`,
  );
  console.log(`${TARGET}: ${Buffer.from(code, 'base64').length} bytes of WebAssembly`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
