/** The band: every player reads the chords of the bars in which it plays, in its own pattern and range. */
import { pick, type Random, randomOf } from '../../random.ts';
import { BEATS_PER_BAR, energyAt, sectionAt } from './form.ts';
import { pitchOf, voiceLead } from './harmony.ts';
import { inventTune, singBar, type Tone } from './melody.ts';
import { accentOf, barOf, beatOf, type Feel, onsetsOf, strayed, strengthOf, velocityOf } from './rhythm.ts';
import type { Chord, Note, Part, Section } from './score.ts';
import type { Colour, Player, Style } from './style.ts';

export interface Stage {
  readonly style: Style;
  readonly colour: Colour;
  readonly tonic: number;
  readonly bars: number;
  readonly chords: readonly Chord[];
  readonly sections: readonly Section[];
  readonly isLoop: boolean;
  /** Beats that the last chord rings. */
  readonly ring: number;
  readonly seed: number;
}

interface Hand {
  readonly stage: Stage;
  readonly player: Player;
  readonly pattern: string;
  readonly random: Random;
  readonly feel: Feel;
}

export function playAll(stage: Stage): Part[] {
  return stage.style.players.flatMap((player, index) => {
    const name = `${player.role} ${index}`;
    const random = randomOf(stage.seed, name);
    const program = pick(random, player.programs);
    const pattern = pick(random, player.patterns);
    const { steps, swing, stray } = stage.style;
    const hand: Hand = { stage, player, pattern, random, feel: { steps, swing, stray } };
    const notes = [...playBars(hand), ...playLast(hand)];
    if (notes.length === 0) return [];
    const { role, volume, pan, reverb, chorus = 0 } = player;
    // Channel 10 is the drums'.
    return [{ role, channel: index < 9 ? index : index + 1, program, volume, pan, reverb, chorus, notes }];
  });
}

function playBars(hand: Hand): Note[] {
  const { stage, player } = hand;
  if (player.role === 'lead') return playTune(hand);
  let voices: number[] | null = null;
  return Array.from({ length: stage.bars }, (_, bar) => bar).flatMap((bar) => {
    const chord = stage.chords[bar];
    if (!chord) return [];
    if (player.role !== 'bass') voices = voiceLead(voices, chord, ...player.range);
    return isIn(stage, player, bar) ? playBar(hand, bar, chord, voices ?? []) : [];
  });
}

const isIn = ({ sections }: Stage, { plays }: Player, bar: number): boolean => {
  const section = sectionAt(sections, bar);
  return section !== undefined && plays.includes(section.kind);
};

function playBar(hand: Hand, bar: number, chord: Chord, voices: readonly number[]): Note[] {
  const { stage, player, pattern, feel } = hand;
  return onsetsOf(barOf(pattern, bar, feel.steps)).flatMap((onset) => {
    const pitches = pitchesFor(hand, onset.sign, chord, voices, stage.chords[bar + 1] ?? chord);
    const level = loudness(hand, bar, onset.step) * strengthOf(onset.sign);
    const at = strayed(bar * BEATS_PER_BAR + beatOf(onset.step, feel), feel, hand.random);
    const beats = (onset.steps * BEATS_PER_BAR * (player.touch ?? 0.96)) / feel.steps;
    return pitches.map((pitch, index) => {
      const late = ((player.strum ?? 0) * index) / Math.max(1, pitches.length - 1);
      const velocity = velocityOf(level * (0.95 + 0.1 * hand.random()));
      return { at: at + late, beats: Math.max(0.05, beats - late), pitch, velocity };
    });
  });
}

const loudness = ({ stage, player }: Hand, bar: number, step: number): number =>
  player.velocity * (0.72 + 0.31 * energyAt(stage.sections, bar)) * accentOf(step, stage.style.steps);

function pitchesFor(hand: Hand, sign: string, chord: Chord, voices: readonly number[], next: Chord): readonly number[] {
  const { role, range } = hand.player;
  if (role === 'bass') return [bassPitch(hand, sign.toUpperCase(), chord, next)];
  if (role === 'arp') {
    const index = Number.parseInt(sign, 10);
    const count = Math.max(1, voices.length);
    return [(voices[index % count] ?? range[0]) + 12 * Math.floor(index / count)];
  }
  // A guide tone: the highest voice, which moves least.
  return role === 'counter' ? voices.slice(-1) : voices;
}

function bassPitch({ stage: { colour, tonic }, player: { range } }: Hand, sign: string, { degree }: Chord, next: Chord): number {
  const steps = { F: degree + 4, T: degree + 2, A: approach(degree, next.degree) }[sign] ?? degree;
  let pitch = pitchOf(colour.mode, tonic, steps % 7);
  while (pitch < range[0]) pitch += 12;
  while (pitch > range[1]) pitch -= 12;
  if (sign === 'O') return pitch + 12 <= range[1] + 12 ? pitch + 12 : pitch;
  return pitch;
}

/** A step of the scale from the root that comes. */
const approach = (from: number, to: number): number => (from === to ? to + 4 : to + (from < to ? 6 : 1));

function playTune(hand: Hand): Note[] {
  const { stage, player, feel, random } = hand;
  const { colour, tonic } = stage;
  const tune = inventTune(player.patterns, random);
  const singing = { colour, tonic, range: player.range, steps: feel.steps };
  let before: number | null = null;
  const notes: Note[] = [];
  for (let bar = 0; bar < stage.bars; bar += 1) {
    const chord = stage.chords[bar];
    if (!chord || !isIn(stage, player, bar)) continue;
    // Phrases begin with their section.
    const inSection = bar - (sectionAt(stage.sections, bar)?.bar ?? 0);
    const tones = singBar(tune, singing, { bar: inSection, chord, before });
    before = tones.at(-1)?.pitch ?? before;
    notes.push(...tones.map((tone) => sung(hand, bar, tone)));
  }
  return notes;
}

function sung(hand: Hand, bar: number, { step, steps, pitch, isStrong }: Tone): Note {
  const { feel, player, random } = hand;
  const velocity = velocityOf(loudness(hand, bar, step) * (isStrong ? 1.04 : 0.94) * (0.95 + 0.1 * random()));
  const at = strayed(bar * BEATS_PER_BAR + beatOf(step, feel), feel, random);
  return { at, beats: (steps * BEATS_PER_BAR * (player.touch ?? 0.96)) / feel.steps, pitch, velocity };
}

/** Home, and held: whoever played in the last bar, the lead on the tonic nearest to where it was. */
function playLast(hand: Hand): Note[] {
  const { stage, player, random, feel } = hand;
  const chord = stage.chords[stage.bars];
  if (stage.isLoop || !chord || !isIn(stage, player, stage.bars - 1)) return [];
  const at = stage.bars * BEATS_PER_BAR;
  const before = stage.chords[stage.bars - 1] ?? chord;
  const voices = voiceLead(voiceLead(null, before, ...player.range), chord, ...player.range);
  const pitches = lastPitches(hand, chord, voices);
  const spread = player.role === 'arp' ? 0.25 : Math.max(player.strum ?? 0, 0.02) / Math.max(1, pitches.length - 1);
  return pitches.map((pitch, index) => {
    const late = spread * index;
    const level = player.velocity * 0.78 * (0.95 + 0.1 * random());
    return { at: strayed(at + late, { ...feel, stray: 0 }, random), beats: stage.ring - late, pitch, velocity: velocityOf(level) };
  });
}

function lastPitches(hand: Hand, chord: Chord, voices: readonly number[]): readonly number[] {
  const { player, stage } = hand;
  if (player.role === 'bass') return [bassPitch(hand, 'R', chord, chord)];
  if (player.role === 'counter') return voices.slice(-1);
  if (player.role !== 'lead') return voices;
  const [low, high] = player.range;
  let tonic = stage.tonic + 12 * Math.floor((low + high) / 24);
  while (tonic > (low + high) / 2 + 6) tonic -= 12;
  return [tonic < low ? tonic + 12 : tonic];
}
