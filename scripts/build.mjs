import { build, install } from './lib/build.mjs';

await install();
await build();
