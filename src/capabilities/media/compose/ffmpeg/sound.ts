/** The sound of a film: voices at their places, music that goes down under them, all at −14 LUFS with peaks below −1.5 dBTP. */
import type { SoundClip } from '../compose.ts';
import { Trouble } from '../trouble.ts';
import { listen, type Tools } from './tools.ts';

export interface Loudness {
  readonly lufs: number;
  readonly truePeak: number;
}
export interface SoundOrder {
  readonly voice: readonly SoundClip[];
  readonly music: readonly SoundClip[];
  readonly seconds: number;
  readonly bitrate: number;
}

const LUFS = -14;
const PEAK = -1.5;
/** The encoder may raise a peak a little. */
const HEADROOM = 0.4;
const CLOSE_ENOUGH = 0.2;
const MOST_CORRECTIONS = 3;
const QUIETEST = -70;
const FORMAT = 'aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=stereo';
/** How far music goes down under a voice of mean level, loud or soft: its level is measured first. */
const DUCK_DB = 11;
const RATIO = 6;
function duckingUnder(voice: Loudness): string {
  const threshold = 10 ** ((voice.lufs - DUCK_DB / (1 - 1 / RATIO)) / 20);
  const bounded = Math.min(1, Math.max(0.001, threshold)).toFixed(5);
  return `sidechaincompress=threshold=${bounded}:ratio=${RATIO}:attack=60:release=500:makeup=1:detection=rms:link=maximum`;
}

/** Two passes: the mix is measured, then raised or lowered as a whole, its peaks held. Writes AAC in an MP4 to `file`. */
export async function makeSound(tools: Tools, order: SoundOrder, folder: string, file: string): Promise<Loudness> {
  const mixed = `${folder}/mix.wav`;
  await mixTo(tools, order, mixed).catch((error: unknown) => {
    if (error instanceof Trouble && error.code === 'encoder')
      throw new Trouble('unreadableSound', { reason: error.params['reason'] ?? '' });
    throw error;
  });
  const before = await measure(tools, mixed, []);
  if (before.lufs <= QUIETEST) throw new Trouble('unreadableSound', { reason: 'there is nothing to hear in it' });
  const raised = await raisedTo(tools, mixed, before);
  const encode = [
    '-c:a',
    'aac',
    '-b:a',
    String(order.bitrate),
    '-t',
    order.seconds.toFixed(6),
    '-movflags',
    '+faststart',
    '-f',
    'mp4',
    file,
  ];
  await listen(tools, ['-i', mixed, '-af', [...raised, FORMAT].join(','), ...encode]);
  return measure(tools, file, []);
}

/** The filters that bring a mix to its loudness. Without peaks to hold, the gain is exact. */
async function raisedTo(tools: Tools, mixed: string, { lufs: before, truePeak }: Loudness): Promise<string[]> {
  let gain = LUFS - before;
  if (truePeak + gain <= PEAK - HEADROOM) return [louder(gain)];
  for (let correction = 0; correction < MOST_CORRECTIONS; correction += 1) {
    const { lufs } = await measure(tools, mixed, levelling(gain), 'none');
    if (Math.abs(lufs - LUFS) < CLOSE_ENOUGH) break;
    gain += LUFS - lufs;
  }
  return levelling(gain);
}

const louder = (gain: number): string => `volume=${gain.toFixed(3)}dB`;
/** Peaks between the samples are seen at four times the rate. */
const levelling = (gain: number): string[] => [
  louder(gain),
  'aresample=192000',
  `alimiter=limit=${(10 ** ((PEAK - HEADROOM) / 20)).toFixed(4)}:attack=4:release=80:level=false`,
  'aresample=48000',
];

async function mixTo(tools: Tools, { voice, music, seconds }: SoundOrder, file: string): Promise<void> {
  const inputs = [...voice, ...music].flatMap((clip) => ['-i', clip.file]);
  const length = seconds.toFixed(6);
  const voices = voice.map((clip, index) => chainOf(clip, index, `v${index}`, length));
  const musics = music.map((clip, index) => chainOf(clip, voice.length + index, `m${index}`, length));
  const spoken = sumOf(voice.map((_, index) => `v${index}`));
  const isDucked = voice.length > 0 && music.some(({ duck }) => duck !== false);
  const named = (wanted: boolean): string[] => music.flatMap(({ duck }, index) => ((duck !== false) === wanted ? [`m${index}`] : []));
  const graph = [...voices, ...musics];
  const last = isDucked ? [...named(false), 'low', 'voice'] : [...named(false), ...named(true), ...(voice.length > 0 ? ['voice'] : [])];
  if (isDucked) {
    const level = await hear(tools, [...inputs, '-filter_complex', `${voices.join(';')};${spoken},${LISTENING}[heard]`, '-map', '[heard]']);
    graph.push(`${spoken},asplit=2[voice][key]`, `${sumOf(named(true))}[bed]`, `[bed][key]${duckingUnder(level)}[low]`);
  } else if (voice.length > 0) graph.push(`${spoken}[voice]`);
  graph.push(`${sumOf(last)},apad=whole_dur=${length},atrim=0:${length}[out]`);
  const output = ['-map', '[out]', '-c:a', 'pcm_f32le', '-ar', '48000', '-f', 'wav', file];
  await listen(tools, [...inputs, '-filter_complex', graph.join(';'), ...output]);
}

const sumOf = (names: readonly string[]): string =>
  `${names.map((name) => `[${name}]`).join('')}amix=inputs=${names.length}:normalize=0:duration=longest:dropout_transition=0`;

function chainOf({ at, from = 0, seconds, volume, fadeIn, fadeOut }: SoundClip, input: number, name: string, length: string): string {
  const trim = `atrim=start=${from.toFixed(6)}${seconds ? `:end=${(from + seconds).toFixed(6)}` : ''},asetpts=PTS-STARTPTS`;
  const fades = [
    ...(fadeIn ? [`afade=t=in:d=${fadeIn}`] : []),
    ...(fadeOut && seconds ? [`afade=t=out:st=${Math.max(0, seconds - fadeOut).toFixed(3)}:d=${fadeOut}`] : []),
  ];
  const delay = `adelay=${Math.max(0, Math.round(at * 1000))}:all=1`;
  // As long as the film: what ends early must not be taken for the end of the key.
  const whole = `apad=whole_dur=${length},atrim=0:${length}`;
  return `[${input}:a:0]${[FORMAT, trim, ...fades, `volume=${volume.toFixed(4)}`, delay, whole].join(',')}[${name}]`;
}

const LISTENING = 'ebur128=peak=none:framelog=verbose';

/** EBU R 128, of a file through filters; looking for peaks between the samples takes most of the time. */
export async function measure(tools: Tools, file: string, filters: readonly string[], peak: 'true' | 'none' = 'true'): Promise<Loudness> {
  const chain = [...filters, LISTENING.replace('none', peak)].join(',');
  return hear(tools, ['-i', file, '-map', '0:a:0', '-af', chain]);
}

async function hear(tools: Tools, args: readonly string[]): Promise<Loudness> {
  const said = await listen(tools, ['-loglevel', 'info', ...args, '-f', 'null', '-']);
  const summary = said.slice(said.lastIndexOf('Summary:'));
  const number = (pattern: RegExp): number => {
    const [, value] = pattern.exec(summary) ?? [];
    return value === undefined || value.includes('inf') ? Number.NEGATIVE_INFINITY : Number(value);
  };
  return { lufs: number(/I:\s*(\S+) LUFS/), truePeak: number(/Peak:\s*(\S+) dBFS/) };
}
