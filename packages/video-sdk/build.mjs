// npm run build: src/ becomes dist/ (or the folder that is named), with its types. The compiler is the one of the studio.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const here = import.meta.dirname;
const target = resolve(process.argv[2] ?? join(here, 'dist'));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
rmSync(target, { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', here, '--outDir', target], { stdio: 'inherit' });
