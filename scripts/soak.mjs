// npm run soak: uses the built studio in every way at once for hours (test/drills/soak.ts).
import { build, install } from './lib/build.mjs';
import { run } from './lib/project.mjs';

await install();
await build();
await run(process.execPath, ['test/drills/soak.ts', ...process.argv.slice(2)]).catch(() => process.exit(1));
