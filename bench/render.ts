/**
 * The render engine beside the encoder alone, and beside others: a film of ten scenes with motion, cross-fades, captions and sound, against
 * x264 on the very same frames (render/bare.ts says how); then one scene is changed; then the film has more and more scenes.
 *   npm run bench -- render                         60 seconds at 1080p30, into RESULTS.md, each preset a section of its own
 *   npm run bench -- render --presets veryfast      one of them
 *   npm run bench -- render --with-peers            editly and Remotion too, installed for this run outside of this folder
 *   npm run bench -- render --seconds 6 --rounds 1  a small one, for a try; only films of a minute go into RESULTS.md
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Quality } from '../src/capabilities/media/compose/compose.ts';
import { median, writeResults } from './lib.ts';
import { encodeBare, writeFrames } from './render/bare.ts';
import { type Ask, FPS, makeSounds, paintScene, planOf } from './render/film.ts';
import { renderOurs, type Spent } from './render/ours.ts';
import { chromiumHere, type PeerResult, runPeers } from './render/peers.ts';

const SCENES = 10;
/** Wanted: at most. */
const LIMITS = { veryfast: 1.2, medium: 1.15, edit: 0.2, megabytes: 700 } as const;
/** Wanted: so many times as fast, at least. */
const FASTER: Readonly<Record<string, number>> = { editly: 1.5, remotion: 5 };
const CROWD = [10, 20, 40];
/** Of a scene while memory is watched. */
const CROWD_SECONDS = 3;
const QUALITY = { veryfast: 'high', medium: 'archive' } as const satisfies Record<string, Quality>;
type Preset = keyof typeof QUALITY;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    presets: { type: 'string', default: 'veryfast,medium' },
    'with-peers': { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const presets = (['veryfast', 'medium'] as const).filter((name) => values.presets.split(',').includes(name));
if (!(seconds >= 2) || !(rounds >= 1) || presets.length === 0)
  throw new Error('--seconds 2 or more, --rounds 1 or more, --presets veryfast,medium');

const folder = mkdtempSync(join(tmpdir(), 'atelier-bench-render-'));

interface Pair {
  readonly preset: Preset;
  readonly bare: readonly { readonly wall: number; readonly processor: number }[];
  readonly total: readonly Spent[];
  readonly edit: Spent;
}

const render = (ask: Ask, cache: string): Promise<Spent> =>
  renderOurs({ plan: planOf(ask), cacheFolder: join(folder, cache), temporaryFolder: folder });

/** The two alternate, so that a machine that is busy for a while is so for both. */
async function pair(preset: Preset, base: Omit<Ask, 'quality'>, frames: string): Promise<Pair> {
  const ask = { ...base, quality: QUALITY[preset] };
  const bare: Pair['bare'][number][] = [];
  const total: Spent[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await encodeBare(planOf(ask), frames, join(folder, 'bare.mp4')));
    total.push(await render(ask, `cache-${preset}-${round}`));
    console.log(`${preset} ${round + 1}/${rounds}: bare ${bare.at(-1)?.wall.toFixed(1)} s, whole ${total.at(-1)?.wall.toFixed(1)} s`);
  }
  const pictures = [...base.pictures];
  pictures[4] = await paintScene(folder, 4, 2);
  return { preset, bare, total, edit: await render({ ...ask, pictures }, `cache-${preset}-0`) };
}

async function crowds(): Promise<readonly { scenes: number; megabytes: number }[]> {
  const each = Math.min(CROWD_SECONDS, seconds / SCENES);
  const found: { scenes: number; megabytes: number }[] = [];
  const pictures: string[] = [];
  for (const scenes of CROWD) {
    while (pictures.length < scenes) pictures.push(await paintScene(folder, pictures.length));
    const sounds = await makeSounds(folder, scenes, scenes * each);
    const ask = { pictures: [...pictures], sounds, seconds: scenes * each, quality: QUALITY.veryfast, file: join(folder, 'crowd.mp4') };
    const { megabytes } = await render(ask, `cache-crowd-${scenes}`);
    console.log(`${scenes} scenes: ${megabytes.toFixed(0)} MB`);
    found.push({ scenes, megabytes });
  }
  return found;
}

const middle = <T>(all: readonly T[], of: (each: T) => number): number => median(all.map(of));
const verdict = (isGood: boolean): string => (isGood ? 'kept' : '**missed**');

function linesOf({ preset, bare, total, edit }: Pair): readonly string[] {
  const row = (name: string, wall: number, processor: number, ratio: number | null, limit: number | null): string =>
    `| ${name} | ${wall.toFixed(1)} | ${processor.toFixed(1)} | ${ratio?.toFixed(3) ?? ''} | ${limit === null || ratio === null ? '' : `≤ ${limit}: ${verdict(ratio <= limit)}`} |`;
  const [b, t] = [middle(bare, ({ wall }) => wall), middle(total, ({ wall }) => wall)];
  const of = (all: readonly { processor: number }[]): number => middle(all, ({ processor }) => processor);
  return [
    `| x264 ${preset} (crf ${preset === 'medium' ? 16 : 17}) | seconds | processor seconds | ratio | wanted |`,
    '|---|---|---|---|---|',
    row('encoder alone, the same frames from a file', b, of(bare), null, null),
    row('whole film: frames, captions, encoding, sound, checks; of the encoder alone', t, of(total), t / b, LIMITS[preset]),
    row('one scene of ten changed; of the whole film', edit.wall, edit.processor, edit.wall / t, LIMITS.edit),
    '',
  ];
}

function peerLines(peers: readonly PeerResult[], ours: number): readonly string[] {
  const rows = peers.map(({ name, version, wall, why }) => {
    if (wall === null) return `| ${name} | does not run here | ${why?.replaceAll('|', '/') ?? ''} |`;
    const times = wall / ours;
    const least = FASTER[name] ?? 1;
    return `| ${name} ${version ?? ''} | ${wall.toFixed(1)} s | ${times.toFixed(1)} times ours; wanted ≥ ${least}: ${verdict(times >= least)} |`;
  });
  return ['| the same scenes by others, x264 veryfast crf 17, their render alone | | |', '|---|---|---|', ...rows, ''];
}

async function run(): Promise<void> {
  const pictures: string[] = [];
  for (let index = 0; index < SCENES; index += 1) pictures.push(await paintScene(folder, index));
  const sounds = await makeSounds(folder, SCENES, seconds);
  const base = { pictures, sounds, seconds, file: join(folder, 'film.mp4') };
  const frames = join(folder, 'frames.yuv');
  const count = await writeFrames(planOf({ ...base, quality: 'high' }), frames);
  const pairs: Pair[] = [];
  for (const preset of presets) pairs.push(await pair(preset, base, frames));
  rmSync(frames);
  const about = `${SCENES} scenes, ${count} frames of 1920×1080 at ${FPS} a second, motion, cross-fades, captions word by word, voice, ducked music. Medians of ${rounds} rounds, in turn.`;
  for (const each of pairs) tell(`Films: x264 ${each.preset}`, [about, '', ...linesOf(each)]);
  tell('Films: memory', memoryLines(pairs, await crowds()));
  const isBeside = values['with-peers'] && presets.includes('veryfast');
  const peers = isBeside ? await runPeers(folder, { ...base, chromium: chromiumHere() }) : [];
  const ours = pairs.find(({ preset }) => preset === 'veryfast')?.total ?? [];
  if (peers.length > 0)
    tell('Films: the same scenes by others', [
      about,
      '',
      ...peerLines(
        peers,
        middle(ours, ({ wall }) => wall),
      ),
    ]);
}

function tell(title: string, lines: readonly string[]): void {
  console.log([title, '', ...lines].join('\n'));
  if (seconds >= 60 && rounds >= 3) writeResults(title, lines);
}

function memoryLines(pairs: readonly Pair[], memory: readonly { scenes: number; megabytes: number }[]): readonly string[] {
  const renders = pairs.flatMap(({ total }) => total);
  const most = Math.max(...memory.map(({ megabytes }) => megabytes), ...renders.map(({ megabytes }) => megabytes));
  const idle = middle(renders, (spent) => spent.idle);
  return [
    `Memory of the rendering process and all it starts (PSS), at most: ${memory.map(({ scenes, megabytes }) => `${scenes} scenes ${megabytes.toFixed(0)} MB`).join(', ')};`,
    `of all renders here (${pairs.map(({ preset }) => preset).join(', ')}) ${most.toFixed(0)} MB (${idle.toFixed(0)} MB of them before it begins); wanted ≤ ${LIMITS.megabytes} MB: ${verdict(most <= LIMITS.megabytes)}.`,
  ];
}

try {
  await run();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
