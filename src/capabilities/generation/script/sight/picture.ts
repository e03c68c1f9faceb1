/** Prompts for the pictures of a film: another sight for each scene, one light and one style for all. */
import { understand } from '../../image/painter/prompt/prompt.ts';
import type { Time } from '../../image/painter/scene/scene.ts';
import { pick, type Random } from '../../random.ts';
import type { Aspect, Kind } from '../say/kinds.ts';
import { HOME_SIGHTS, SIGHTS } from './sights.ts';

/** Light and colour that all pictures of a film share. */
const LIGHTS = [
  'golden hour light, warm tones',
  'soft morning light, pastel tones',
  'bright daylight, vivid colours',
  'clear sky, bright daylight, turquoise and gold tones',
  'blue hour light, cool tones with warm lamps',
  'sunset light, warm tones, long shadows',
] as const;

/** When the person said the time. */
const ASKED_LIGHTS: Readonly<Record<Time, string>> = {
  dawn: 'soft dawn light',
  day: 'bright daylight',
  sunset: 'warm sunset light',
  dusk: 'blue hour light',
  night: 'night, soft lamps',
};

/** Styles as the documents name them, in words that a picture can show. */
const STYLES: Readonly<Record<string, string>> = {
  professional: 'clean professional composition, sharp details',
  professionnel: 'clean professional composition, sharp details',
  cinematic: 'cinematic composition, depth of field',
  documentary: 'documentary photograph, natural look',
  educational: 'clear and simple illustration',
  casual: 'friendly natural look',
  creative: 'creative artistic composition',
  minimalist: 'minimalist composition, much empty space',
  animated: 'modern animated illustration',
  realistic: 'realistic photograph, fine details',
  artistic: 'artistic painting, visible brush strokes',
  anime: 'anime illustration',
  digital_art: 'digital art illustration',
};

export interface PictureWish {
  readonly kind: Kind;
  readonly subject: string;
  readonly style: string;
  readonly look: readonly string[];
  readonly random: Random;
}

export interface Pictures {
  /** The next picture for what is said; never the same twice while another is left. */
  of(aspect: Aspect, own?: string | null): string;
}

const LONGEST_THEME = 90;
const PLACES = 2;
/** Where things can happen: a film about one of them stays there, whatever else is seen. */
const HOMES: readonly string[] = [
  'medina',
  'kasbah',
  'city',
  'village',
  'huts',
  'coast',
  'island',
  'oasis',
  'desert',
  'savanna',
  'mountain',
];
/** What one sees at such places only. */
const LANDS: readonly string[] = [
  ...HOMES,
  'harbour',
  'sea',
  'beach',
  'hills',
  'field',
  'forest',
  'jungle',
  'lake',
  'river',
  'waterfall',
  'volcano',
  'underwater',
];

export function createPictures(wish: PictureWish): Pictures {
  const theme = wish.subject
    .replace(/["“”«»‘’'‹›]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_THEME);
  const asked = [...wish.look, STYLES[wish.style.trim().toLowerCase()] ?? wish.style.trim()].map(unquoted).filter(Boolean);
  const meant = understand([theme, ...asked].join(', '), 0);
  const light = meant.isTimeAsked ? ASKED_LIGHTS[meant.time] : pick(wish.random, LIGHTS);
  const hasSight = meant.settings.length > 0;
  const home = wish.kind === 'place' || wish.kind === 'nature' ? homeIn(meant.settings.map(({ name }) => name)) : null;
  const used = new Set<string>();
  let turn = 0;
  return {
    of(aspect, own = null) {
      turn += 1;
      // Words that show nothing, « Il tient parole », get a sight beside them.
      const sight = own
        ? [unquoted(own), ...(isVisible(own) ? [] : [nextSight(wish, aspect, used, home)])].join(', ')
        : nextSight(wish, aspect, used, home);
      // A subject that is a place would make all pictures that place: it is shown in every second one.
      const isOwnPlace = turn % PLACES === 1;
      const elsewhere = home && !own && landsOf(sight).length === 0 ? [sight, home.name] : [sight];
      const about = !hasSight ? [sight, theme] : isOwnPlace && !own ? [theme, sight] : elsewhere;
      return [...about, light, ...asked].filter(Boolean).join(', ');
    },
  };
}

function isVisible(words: string): boolean {
  const { settings, flora, people, things } = understand(words, 0);
  return settings.length + flora.length + things.length > 0 || people !== null;
}

interface Home {
  readonly name: string;
  /** Whether a sight can be seen there. */
  shows(sight: string): boolean;
}

function homeIn(places: readonly string[]): Home | null {
  const name = places.find((place) => HOMES.includes(place));
  return name ? { name, shows: (sight) => landsOf(sight).every((land) => places.includes(land)) } : null;
}

const landsOf = (sight: string): readonly string[] =>
  understand(sight, 0)
    .settings.map(({ name }) => name)
    .filter((name) => LANDS.includes(name));

const unquoted = (text: string): string => text.replace(/["“”«»]/g, '').trim();
const NEAR: readonly Aspect[] = ['hook', 'who', 'example', 'benefit', 'what', 'how', 'now', 'next', 'pitfall'];

/** What fits the aspect and can be seen at the place of the film, else what is always seen there, else what fits the aspect. */
function nextSight({ kind, random }: PictureWish, aspect: Aspect, used: Set<string>, home: Home | null): string {
  const fitting = (kinds: readonly Kind[]) => [...new Set([aspect, ...NEAR])].flatMap((one) => kinds.map((of) => SIGHTS[of][one]));
  const atHome = home ? [SIGHTS[kind][aspect].filter(home.shows), HOME_SIGHTS[home.name] ?? []] : [];
  for (const choices of [...atHome, ...fitting([kind, 'generic', 'place'])]) {
    const [first, ...rest] = choices.filter((sight) => !used.has(sight));
    if (!first) continue;
    const sight = pick(random, [first, ...rest]);
    used.add(sight);
    return sight;
  }
  used.clear();
  return SIGHTS[kind][aspect][0] ?? '';
}
