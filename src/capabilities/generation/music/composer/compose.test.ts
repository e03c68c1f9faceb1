import { describe, expect, it } from 'vitest';
import { sequenceOf } from '../sound/sequence.ts';
import { type ComposeOrder, compose } from './compose.ts';
import { voiceLead } from './harmony.ts';
import { DRUM_CHANNEL, type Note, type Score } from './score.ts';
import { MUSIC_STYLES, STYLES, type StyleName } from './styles/styles.ts';

const order = (style: StyleName, more: Partial<ComposeOrder> = {}): ComposeOrder => ({
  ...{ style, bpm: STYLES[style].tempo[1], isExact: false, mood: null, seconds: 60, seed: 11, isLoop: false },
  ...more,
});
const secondsOf = (score: Score, beats: number): number => (beats * 60) / score.bpm;
const melodic = (score: Score) => score.parts.filter(({ channel }) => channel !== DRUM_CHANNEL);
const leadOf = (score: Score): string =>
  score.parts
    .filter(({ role }) => role === 'lead')
    .map(({ notes }) => notes.map(({ pitch }) => pitch).join())
    .join('|');
const inBar =
  (bar: number) =>
  ({ at }: Note): boolean =>
    at >= bar * 4 - 0.2 && at < bar * 4 + 3.8;

describe.each(MUSIC_STYLES)('%s', (name) => {
  const score = compose(order(name));

  it('has no note outside its scale', () => {
    for (const { notes } of melodic(score)) for (const { pitch } of notes) expect(score.scale).toContain(pitch % 12);
  });

  it('has lines that sing: strong beats on the chord, no wild leaps', () => {
    for (const { notes } of score.parts.filter(({ role }) => role === 'lead')) {
      const leaps = notes.slice(1).map((note, at) => Math.abs(note.pitch - (notes[at]?.pitch ?? note.pitch)));
      expect(Math.max(...leaps)).toBeLessThanOrEqual(14);
      expect(leaps.filter((leap) => leap <= 5).length / leaps.length).toBeGreaterThan(0.75);
      const down = notes.filter(({ at }) => Math.abs(at - Math.round(at / 4) * 4) < 0.08);
      for (const { at, pitch } of down) expect(score.chords[Math.round(at / 4)]?.pitchClasses).toContain(pitch % 12);
    }
  });

  it('leads its chords by small steps', () => {
    let before: number[] | null = null;
    for (const chord of score.chords) {
      const voices = voiceLead(before, chord, 52, 74);
      const moved = voices.map((pitch, at) => Math.abs(pitch - (before?.[at] ?? pitch)));
      expect(Math.max(...moved)).toBeLessThanOrEqual(7);
      expect([...new Set(voices.map((pitch) => pitch % 12))].sort()).toEqual([...new Set(chord.pitchClasses)].sort());
      before = voices;
    }
  });

  it.each([15, 30, 60, 120.5])('is as long as asked: %d s, and comes home at the end', (seconds) => {
    const long = compose(order(name, { seconds }));
    expect(Math.abs(long.bpm / STYLES[name].tempo[1] - 1)).toBeLessThan(0.03);
    const last = secondsOf(long, long.bars * long.beatsPerBar);
    expect(seconds - last).toBeGreaterThan(1.2);
    expect(seconds - last).toBeLessThan(7);
    expect(long.chords.at(-1)?.degree).toBe(0);
    const ends = long.parts.flatMap(({ notes }) => notes.map(({ at, beats }) => secondsOf(long, at + beats)));
    expect(Math.max(...ends)).toBeLessThan(seconds + 0.3);
    const home = melodic(long).flatMap(({ notes }) => notes.filter(({ at }) => at >= long.bars * 4 - 0.01));
    expect(home.length).toBeGreaterThan(1);
    for (const { pitch } of home) expect(long.chords.at(-1)?.pitchClasses).toContain(pitch % 12);
  });

  it('goes up before it comes down', () => {
    const [intro, peak] = ['intro', 'peak'].map((kind) => score.sections.find((section) => section.kind === kind));
    const busy = (bar: number): number =>
      score.parts.flatMap(({ notes }) => notes.filter(inBar(bar))).reduce((sum, { velocity }) => sum + velocity, 0);
    expect(busy(peak?.bar ?? 0)).toBeGreaterThan(busy(intro?.bar ?? 0) * 1.3);
    expect(score.sections.reduce((sum, { bars }) => sum + bars, 0)).toBe(score.bars);
  });

  it('is never without a sound, from the first bar to the last', () => {
    const sounding = melodic(score)
      .flatMap(({ notes }) => notes.map(({ at, beats }) => [at, at + beats] as const))
      .sort(([a], [b]) => a - b);
    expect(secondsOf(score, sounding[0]?.[0] ?? 9)).toBeLessThan(1);
    let until = 0;
    for (const [from, end] of sounding) {
      expect(secondsOf(score, from - until)).toBeLessThan(1);
      until = Math.max(until, end);
    }
  });

  it('is the same for the same seed, another tune for another', () => {
    expect(compose(order(name))).toEqual(score);
    const tunes = [1, 2, 3, 4].map((seed) => leadOf(compose(order(name, { seed }))));
    expect(new Set(tunes).size).toBe(4);
  });
});

describe('every style', () => {
  it('differs from every other in tempo, band, chords or groove', () => {
    const faces = MUSIC_STYLES.map((name) => {
      const { colours, players, drums, shape, tempo } = STYLES[name];
      return {
        tempo: tempo.join(),
        band: players.map(({ role, programs }) => role + programs[0]).join(),
        harmony: JSON.stringify([colours, shape]),
        groove: JSON.stringify(drums),
      };
    });
    for (const aspect of ['tempo', 'band', 'harmony', 'groove'] as const)
      expect(new Set(faces.map((face) => face[aspect])).size).toBe(MUSIC_STYLES.length);
  });

  it('is not mistaken for another by its notes: how many, how high, how long, which', () => {
    const printOf = (name: StyleName): number[] => {
      const score = compose(order(name));
      const notes = melodic(score).flatMap((part) => part.notes);
      const hits = score.parts.find(({ role }) => role === 'drums')?.notes.length ?? 0;
      const mean = (of: (note: Note) => number): number => notes.reduce((sum, note) => sum + of(note), 0) / notes.length;
      return [score.bpm / 20, notes.length / 300, hits / 200, mean(({ pitch }) => pitch) / 6, mean(({ beats }) => beats)];
    };
    const prints = MUSIC_STYLES.map(printOf);
    for (const [at, a] of prints.entries())
      for (const b of prints.slice(at + 1)) expect(Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))).toBeGreaterThan(0.3);
  });
});

describe('time', () => {
  it('keeps a tempo that was given to the beat', () => {
    for (const bpm of [61, 97.5, 140]) expect(compose(order('electro', { bpm, isExact: true, seconds: 33 })).bpm).toBe(bpm);
  });

  it('makes whole bars of a loop, without an end', () => {
    const loop = compose(order('lofi', { isLoop: true, seconds: 20 }));
    expect(secondsOf(loop, loop.bars * loop.beatsPerBar)).toBeCloseTo(20, 9);
    expect(Math.max(...loop.parts.flatMap(({ notes }) => notes.map(({ at }) => at)))).toBeLessThan(loop.bars * 4);
  });

  it('fits into the shortest order', () => {
    for (const name of MUSIC_STYLES) expect(compose(order(name, { seconds: 3 })).parts.length).toBeGreaterThan(1);
  });
});

describe('a sequence', () => {
  it('tells programs and controllers before any note of the same moment, and ends a pitch before it is struck again', () => {
    const told = sequenceOf(compose(order('afrobeat')));
    const firstNote = told.findIndex(({ is }) => is === 'on');
    expect(told.slice(firstNote).every(({ is }) => is === 'on' || is === 'off')).toBe(true);
    const sounding = new Set<string>();
    for (const each of told) {
      const pitch = `${each.channel} ${each.value}`;
      if (each.is === 'on') {
        expect(sounding.has(pitch)).toBe(false);
        sounding.add(pitch);
      }
      if (each.is === 'off') sounding.delete(pitch);
    }
    expect(sounding.size).toBe(0);
  });
});
