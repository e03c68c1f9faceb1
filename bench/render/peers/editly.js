// Runs in a folder where editly was installed: the film of order.json, then `RESULT {wall, version}`.
import { readFileSync } from 'node:fs';
import editly from 'editly';

const order = JSON.parse(readFileSync('order.json', 'utf8'));
const each = order.seconds / order.pictures.length;
const begun = performance.now();
await editly({
  outPath: 'film.mp4',
  width: order.width,
  height: order.height,
  fps: order.fps,
  defaults: { transition: { name: 'fade', duration: Math.min(order.passage, each / 4) } },
  clips: order.pictures.map((picture, index) => ({
    // A transition shortens both of its clips.
    duration: each + (index < order.pictures.length - 1 ? Math.min(order.passage, each / 4) : 0),
    layers: [
      { type: 'image', path: `public/${picture}`, zoomDirection: index % 2 ? 'out' : 'in', zoomAmount: 0.11 },
      { type: 'subtitle', text: order.words },
    ],
  })),
  audioTracks: [
    ...order.pictures.map((_, index) => ({ path: `public/${order.voice}`, mixVolume: 1, start: index * each })),
    { path: `public/${order.music}`, mixVolume: 0.5 },
  ],
  audioNorm: { enable: true },
  customOutputArgs: [
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '17',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-movflags',
    'faststart',
  ],
});
const wall = (performance.now() - begun) / 1000;
const { version } = JSON.parse(readFileSync('node_modules/editly/package.json', 'utf8'));
console.log(`\nRESULT ${JSON.stringify({ wall, version })}`);
