/** Which frame says each part of a film: none twice, the subject's own kind first, and all together as long as was asked. */
import type { Random } from '../../random.ts';
import { countWords } from '../grammar/subject.ts';
import { ASPECTS, type Aspect, type Kind } from '../say/kinds.ts';
import { type Role, shuffled } from './shape.ts';
import type { Tongue } from './tongue.ts';

export interface Chosen {
  readonly role: Role;
  /** As it stands in the tables: none is used twice. */
  readonly source: string;
  /** What of it is said: all, or only its beginning. */
  readonly frame: string;
  /** A short sentence said after it. */
  readonly breath: string | null;
}

export interface ChoiceWish {
  readonly tongue: Tongue;
  readonly kinds: readonly [Kind, ...Kind[]];
  readonly roles: readonly Role[];
  /** Frames of the scenes that are the person's, in order. */
  readonly own: readonly string[];
  /** « Un festival »: nobody knows it yet. */
  readonly isNew: boolean;
  /** First frames of all: a question that was asked. */
  readonly hooks: readonly string[];
  readonly words: number;
  readonly random: Random;
  /** All frames as they will be said. */
  say(frames: readonly string[], roles: readonly Role[]): readonly string[];
}

type Pools = ReadonlyMap<Role, readonly string[]>;

const NEAR_ENOUGH = 0.012;
const TOLERABLE = 0.03;
const TRIES = 900;
/** From then on, sentences about anything at all may be said too. */
const LATE = 600;
/** Words of short sentences that a scene may get, on average. */
const BREATHS = 1;
/** Seconds. */
const BRIEFEST = 3.8;
const MANY_SCENES = 14;

/** How many sentences are about anything at all, and not about a subject of its kind. */
export const generalIn = ({ tongue, kinds }: Pick<ChoiceWish, 'tongue' | 'kinds'>, chosen: readonly Chosen[]): number =>
  kinds[0] === 'generic' ? 0 : chosen.filter(({ role, source }) => isAspect(role) && tongue.sayings.generic[role].includes(source)).length;

/** Roles that nothing is left to say for are left out. */
export function choose(wish: ChoiceWish): Chosen[] {
  const pools = poolsOf(wish);
  const used = new Set<string>();
  const own = [...wish.own];
  const chosen: Chosen[] = [];
  for (const role of wish.roles) {
    const frame = role === 'own' ? own.shift() : pools.get(role)?.find((one) => !used.has(one));
    if (frame === undefined) continue;
    used.add(frame);
    chosen.push({ role, source: frame, frame: wholly(frame), breath: null });
  }
  return withBreaths(wish, exchanged(wish, chosen, pools, used));
}

const isAspect = (role: Role): role is Aspect => (ASPECTS as readonly string[]).includes(role);

/** What may be said in each role, best first. */
function poolsOf({ tongue, kinds, roles, hooks, isNew, random }: ChoiceWish): Pools {
  const [first, second] = kinds;
  const pools = new Map<Role, readonly string[]>();
  for (const role of new Set(roles)) {
    if (role === 'own') continue;
    const main = isAspect(role) ? shuffled(tongue.sayings[first][role], random) : [];
    const beside = isAspect(role) && second && roles.length > MANY_SCENES && role !== 'hook' ? tongue.sayings[second][role] : [];
    const plain =
      isAspect(role) && role !== 'hook'
        ? first === 'generic'
          ? []
          : tongue.sayings.generic[role]
        : tongue.turns[role as keyof Tongue['turns']];
    const rest = [
      ...shuffled(
        plain.filter((frame) => !isNew || !frame.startsWith('=')),
        random,
      ),
      ...shuffled(beside, random),
    ];
    // A hook of its kind, or one of all kinds: as the seed falls.
    pools.set(
      role,
      role === 'hook'
        ? hooks.length > 0
          ? shuffled(hooks, random)
          : random() < 0.6
            ? [...main, ...rest]
            : [...rest, ...main]
        : [...main, ...rest],
    );
  }
  return pools;
}

const lengthOf = ({ say }: ChoiceWish, chosen: readonly Chosen[]): number =>
  say(
    chosen.map(({ frame, breath }) => (breath ? `${frame} ${breath}` : frame)),
    chosen.map(({ role }) => role),
  ).reduce((sum, text) => sum + countWords(text), 0);

const wholly = (source: string): string => source.replace(' ~ ', ' ');
/** Unless that would be over before the picture is seen. */
const briefly = (source: string, rate: number): string => {
  const [brief = source] = source.split(' ~ ');
  return countWords(brief.slice(brief.indexOf('|') + 1)) >= rate * BRIEFEST ? brief : wholly(source);
};

/** Frames are said in full or in brief, or exchanged for others of their role, while that brings the film nearer to its length. */
function exchanged(wish: ChoiceWish, start: readonly Chosen[], pools: Pools, used: Set<string>): Chosen[] {
  let best = [...start];
  let off = lengthOf(wish, best) - wish.words;
  for (let attempt = 0; attempt < TRIES && Math.abs(off) > wish.words * NEAR_ENOUGH; attempt += 1) {
    if (attempt > LATE && (Math.abs(off) < wish.words * TOLERABLE || (off < 0 && -off < best.length * BREATHS))) break;
    const index = Math.floor(wish.random() * best.length);
    const slot = best[index];
    const other = slot && otherFor(wish, slot, pools, used, attempt);
    if (!slot || !other) continue;
    const tried = best.with(index, other);
    const now = lengthOf(wish, tried) - wish.words;
    if (Math.abs(now) >= Math.abs(off)) continue;
    used.delete(slot.source);
    used.add(other.source);
    [best, off] = [tried, now];
  }
  return best;
}

/** What is said of every subject comes in only late, when the subject's own kind does not give the length. */
function otherFor(wish: ChoiceWish, slot: Chosen, pools: Pools, used: ReadonlySet<string>, attempt: number): Chosen | null {
  if (slot.source.includes(' ~ ') && wish.random() < 0.5) {
    const frame = slot.frame === wholly(slot.source) ? briefly(slot.source, wish.tongue.rate) : wholly(slot.source);
    return { ...slot, frame };
  }
  const general: ReadonlySet<string> = new Set(
    isAspect(slot.role) && wish.kinds[0] !== 'generic' ? wish.tongue.sayings.generic[slot.role] : [],
  );
  const free = (pools.get(slot.role) ?? []).filter((frame) => !used.has(frame) && (attempt > LATE || !general.has(frame)));
  const source = free[Math.floor(wish.random() * free.length)];
  return source === undefined ? null : { ...slot, source, frame: wish.random() < 0.5 ? wholly(source) : briefly(source, wish.tongue.rate) };
}

/** Short sentences are added while words are missing, to the scenes that say least; not to two scenes in a row. */
function withBreaths(wish: ChoiceWish, start: readonly Chosen[]): Chosen[] {
  let best = [...start];
  const breaths = shuffled(wish.tongue.turns.breath, wish.random);
  let missing = wish.words - lengthOf(wish, best);
  for (const breath of breaths) {
    const words = countWords(breath);
    if (missing < 2 || words > missing + 1) continue;
    const index = quietest(wish, best);
    const slot = best[index];
    if (!slot) break;
    best = best.with(index, { ...slot, breath });
    missing -= words;
  }
  return best;
}

const QUIET: readonly Role[] = ['what', 'now', 'who', 'how', 'example', 'benefit', 'pitfall', 'contrast', 'context', 'audience'];

function quietest(wish: ChoiceWish, chosen: readonly Chosen[]): number {
  const roles = chosen.map(({ role }) => role);
  const lengths = wish
    .say(
      chosen.map(({ frame }) => frame),
      roles,
    )
    .map(countWords);
  const free = chosen.flatMap(({ role, breath, frame }, index) =>
    QUIET.includes(role) && !breath && !/[?؟:]\s*$/.test(frame) && !chosen[index - 1]?.breath && !chosen[index + 1]?.breath ? [index] : [],
  );
  return free.sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0))[0] ?? -1;
}
