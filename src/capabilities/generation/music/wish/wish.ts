/** What an order is taken to ask for: the style that most of its words speak of, how fast, in what mood. The style field counts more than the prompt. */
import { plain, tokensOf } from '../../tokens.ts';
import type { ComposeOrder } from '../composer/compose.ts';
import { MUSIC_STYLES, STYLES, type StyleName } from '../composer/styles/styles.ts';
import type { MusicOrder } from '../order.ts';
import { MOOD_WORDS, STYLE_WORDS, TEMPO_WORDS } from './words.ts';

export type MusicWish = Pick<ComposeOrder, 'style' | 'bpm' | 'isExact' | 'mood'>;

const FIELD_WEIGHT = 3;

export function wishOf({ prompt, style: field = '', tempo }: Pick<MusicOrder, 'prompt' | 'style' | 'tempo'>): MusicWish {
  const said = formsIn(prompt);
  const chosen = formsIn(field);
  const mood = moodOf([...said, ...chosen]);
  const named = MUSIC_STYLES.find((name) => name === field.trim().toLowerCase());
  const style = named ?? styleOf(said, chosen) ?? (mood === 'dark' ? 'cinematic' : 'corporate');
  const given = typeof tempo === 'number' ? tempo : bpmIn(`${prompt} ${field}`);
  if (given !== null) return { style, mood, bpm: given, isExact: true };
  return { style, mood, bpm: STYLES[style].tempo[paceOf(tempo, [...said, ...chosen])], isExact: false };
}

/** Every form of every word, without accents; of Arabic words also without the ending of the feminine. */
const formsIn = (text: string): readonly (readonly string[])[] =>
  tokensOf(text).map(({ forms }) => {
    const bare = forms.map(plain);
    return [...bare, ...bare.filter((form) => form.length > 3 && form.endsWith('ه')).map((form) => form.slice(0, -1))];
  });

const tables = new Map<string, ReadonlySet<string>>();
function tableOf(words: string): ReadonlySet<string> {
  const known = tables.get(words) ?? new Set(formsIn(words).flatMap((forms) => forms.slice(0, 1)));
  tables.set(words, known);
  return known;
}

const hitsIn = (words: string, said: readonly (readonly string[])[]): number =>
  said.filter((forms) => forms.some((form) => tableOf(words).has(form))).length;

/** Null when no word speaks of any. */
function styleOf(said: readonly (readonly string[])[], chosen: readonly (readonly string[])[]): StyleName | null {
  const scores = MUSIC_STYLES.map((name) => hitsIn(STYLE_WORDS[name], said) + FIELD_WEIGHT * hitsIn(STYLE_WORDS[name], chosen));
  const most = Math.max(...scores);
  return most === 0 ? null : (MUSIC_STYLES[scores.indexOf(most)] ?? null);
}

function moodOf(said: readonly (readonly string[])[]): MusicWish['mood'] {
  const [bright, dark] = [hitsIn(MOOD_WORDS.bright, said), hitsIn(MOOD_WORDS.dark, said)];
  return bright === dark ? null : bright > dark ? 'bright' : 'dark';
}

function paceOf(tempo: MusicOrder['tempo'], said: readonly (readonly string[])[]): 0 | 1 | 2 {
  if (tempo === 'slow') return 0;
  if (tempo === 'fast') return 2;
  if (tempo === 'medium') return 1;
  const [slow, fast] = [hitsIn(TEMPO_WORDS.slow, said), hitsIn(TEMPO_WORDS.fast, said)];
  return slow === fast ? 1 : slow > fast ? 0 : 2;
}

/** `128 bpm`, within what can be played. */
function bpmIn(text: string): number | null {
  const said = Number(/\b(\d{2,3})\s*bpm\b/i.exec(text)?.[1] ?? Number.NaN);
  return said >= 40 && said <= 220 ? said : null;
}
