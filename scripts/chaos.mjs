// npm run chaos: does to the built program what machines do, and looks whether anything is lost (test/drills/chaos.ts).
import { build, install } from './lib/build.mjs';
import { run } from './lib/project.mjs';

await install();
await build();
await run(process.execPath, ['test/drills/chaos.ts', ...process.argv.slice(2)]).catch(() => process.exit(1));
