// npm run chaos, npm run soak: a drill of test/drills/ on the built program, with its own options.
import { build, install } from './lib/build.mjs';
import { run } from './lib/project.mjs';

const [name, ...options] = process.argv.slice(2);
await install();
await build();
await run(process.execPath, [`test/drills/${name}.ts`, ...options]).catch(() => process.exit(1));
