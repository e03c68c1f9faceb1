// Runs in a folder where Remotion was installed: bundles, then times the render alone: `RESULT {wall, version}`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '@remotion/bundler';
import { renderMedia, selectComposition } from '@remotion/renderer';

const order = JSON.parse(readFileSync('order.json', 'utf8'));
const serveUrl = await bundle({ entryPoint: join(process.cwd(), 'remotion-entry.jsx'), publicDir: join(process.cwd(), 'public') });
const browser = { browserExecutable: order.chromium, chromeMode: 'headless-shell' };
const composition = await selectComposition({ serveUrl, id: 'film', inputProps: order, ...browser });
const begun = performance.now();
await renderMedia({
  ...browser,
  composition,
  serveUrl,
  inputProps: order,
  codec: 'h264',
  crf: 17,
  x264Preset: 'veryfast',
  outputLocation: 'film.mp4',
});
const wall = (performance.now() - begun) / 1000;
const { version } = JSON.parse(readFileSync('node_modules/remotion/package.json', 'utf8'));
console.log(`\nRESULT ${JSON.stringify({ wall, version })}`);
process.exit(0);
