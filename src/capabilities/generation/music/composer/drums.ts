/** Drums: a groove for every section, a fill before the next, a crash where it opens; hands that are not machines. */
import { pick, randomOf } from '../../random.ts';
import { BEATS_PER_BAR, energyAt, sectionAt } from './form.ts';
import type { Stage } from './orchestration.ts';
import { accentOf, barOf, beatOf, onsetsOf, strayed, strengthOf, velocityOf } from './rhythm.ts';
import { DRUM_CHANNEL, type Note, type Part, type Section } from './score.ts';
import type { Drums, Groove } from './style.ts';

const BASE = 96;
const HIT_BEATS = 0.2;

export function playDrums(stage: Stage): Part | null {
  const { drums } = stage.style;
  if (!drums) return null;
  const random = randomOf(stage.seed, 'drums');
  const grooves = new Map(Object.entries(drums.grooves).map(([kind, choices]) => [kind, pick(random, choices)] as const));
  const notes: Note[] = [];
  for (let bar = 0; bar < stage.bars; bar += 1) {
    const section = sectionAt(stage.sections, bar);
    const groove = section ? grooves.get(section.kind) : undefined;
    if (!section || !groove) continue;
    notes.push(...playBar(stage, fillOr(stage, drums, section, bar, groove), bar, random), ...opened(stage, drums, section, bar));
  }
  const last = lastHit(stage, drums);
  return { role: 'drums', channel: DRUM_CHANNEL, program: drums.kit, ...levelsOf(drums), notes: [...notes, ...last] };
}

const levelsOf = ({ volume, reverb }: Drums): Pick<Part, 'volume' | 'pan' | 'reverb' | 'chorus'> => ({
  volume,
  pan: 64,
  reverb,
  chorus: 0,
});

/** Only towards something: the last bar of a section of four bars or more. */
function fillOr({ bars, isLoop }: Stage, { fill }: Drums, section: Section, bar: number, groove: Groove): Groove {
  const isLast = bar === section.bar + section.bars - 1;
  const goesOn = bar < bars - 1 || isLoop;
  return fill && isLast && goesOn && section.bars >= 2 ? { ...groove, ...fill } : groove;
}

function playBar(stage: Stage, groove: Groove, bar: number, random: () => number): Note[] {
  const { steps, swing, stray } = stage.style;
  const level = BASE * (0.6 + 0.42 * energyAt(stage.sections, bar));
  return Object.entries(groove).flatMap(([drum, pattern]) =>
    onsetsOf(barOf(pattern, bar, steps)).map(({ step, sign }) => ({
      // The foot keeps the time better than the hands.
      at: strayed(
        bar * BEATS_PER_BAR + beatOf(step, { steps, swing }),
        { steps, swing, stray: Number(drum) <= 36 ? stray / 2 : stray },
        random,
      ),
      beats: HIT_BEATS,
      pitch: Number(drum),
      velocity: velocityOf(level * strengthOf(sign) * accentOf(step, steps) * (0.92 + 0.16 * random())),
    })),
  );
}

function opened({ sections, bars: _bars }: Stage, { crash }: Drums, section: Section, bar: number): Note[] {
  if (crash === undefined || section.kind !== 'peak' || bar !== section.bar) return [];
  return [{ at: bar * BEATS_PER_BAR, beats: 4, pitch: crash, velocity: velocityOf(84 * energyAt(sections, bar)) }];
}

/** With the last chord, when there were drums until then. */
function lastHit({ bars, isLoop, sections, ring }: Stage, { grooves, crash }: Drums): Note[] {
  const section = sectionAt(sections, bars - 1);
  if (isLoop || !section || !grooves[section.kind]) return [];
  const at = bars * BEATS_PER_BAR;
  const kick = Object.keys(grooves[section.kind]?.[0] ?? {})
    .map(Number)
    .sort((a, b) => a - b)[0];
  const hits = [kick, crash].filter((drum) => drum !== undefined);
  return hits.map((pitch) => ({ at, beats: ring, pitch, velocity: pitch === crash ? 64 : 84 }));
}
