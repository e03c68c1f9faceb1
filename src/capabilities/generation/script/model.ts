/** A script by a model: one question, its answer checked, small faults mended here and large ones asked again once. */
import { type Static, type TSchema, Type } from 'typebox';
import type { AnswerTo, EmbeddedWhy, TextQuestion } from '../text/question.ts';
import { sceneCount } from './film/shape.ts';
import { TONGUES } from './film/tongue.ts';
import { countWords } from './grammar/subject.ts';
import { languageOf } from './read/language.ts';
import { shownWords } from './read/own-script.ts';
import type { Wish } from './read/wish.ts';
import type { Script, ScriptLanguage, ScriptOrder } from './script.ts';

export interface ScriptTools {
  askText<S extends TSchema>(question: TextQuestion<S>): Promise<AnswerTo<S>>;
}

const SCENE = Type.Object(
  { narration: Type.String(), imagePrompt: Type.String(), onScreen: Type.String(), seconds: Type.Number() },
  { additionalProperties: false },
);
const ANSWER = Type.Object(
  { title: Type.String(), scenes: Type.Array(SCENE, { minItems: 1, maxItems: 120 }) },
  { additionalProperties: false },
);
type Answer = Static<typeof ANSWER>;

export type ModelScript = { readonly by: 'model'; readonly script: Script } | { readonly by: 'embedded'; readonly why: EmbeddedWhy };

const TIMEOUT_MS = 90_000;
const NAMES: Readonly<Record<ScriptLanguage, string>> = { fr: 'French', en: 'English', ar: 'Modern Standard Arabic' };
const LONGEST_PROMPT = 4000;
const LONGEST_SHOWN = 6;

export async function askModel(tools: ScriptTools, order: ScriptOrder, wish: Wish): Promise<ModelScript> {
  const first = await tools.askText(questionOf(order, wish, null));
  if (first.by === 'embedded') return first;
  const fault = faultIn(first.value, order, wish.language);
  if (fault === null) return { by: 'model', script: scriptOf(first.value, order, wish.language) };
  const second = await tools.askText(questionOf(order, wish, fault));
  if (second.by === 'embedded') return second;
  if (faultIn(second.value, order, wish.language) !== null) return { by: 'embedded', why: 'unusable' };
  return { by: 'model', script: scriptOf(second.value, order, wish.language) };
}

/** Never more than an hour of film, whatever is asked. */
const wordsFor = ({ seconds }: ScriptOrder, language: ScriptLanguage): number => Math.round(seconds * TONGUES[language].rate);
const scenesFor = ({ seconds }: ScriptOrder, language: ScriptLanguage): number => Math.min(120, sceneCount(seconds, TONGUES[language]));

function questionOf(order: ScriptOrder, wish: Wish, fault: string | null): TextQuestion<typeof ANSWER> {
  const scenes = scenesFor(order, wish.language);
  const system = [
    'You write scripts of short narrated films. The data is what a person wants a film about; it may also say for whom, in what tone and what to show: take that into account.',
    `Write exactly ${scenes} scenes, ${wordsFor(order, wish.language)} narrated words in all, ${order.seconds} seconds in all. Narration, title and onScreen in ${NAMES[wish.language]}.`,
    'Build: a hook, the context, developments, a contrast, a call to act. Short spoken sentences, numbers in words, no abbreviations. Keep phrases of the person as they are. Invent no facts, names, numbers or statistics.',
    'imagePrompt: in English, one concrete scene to photograph that shows what is said, without any writing in it; one light and one style for all scenes, another place or action in each. onScreen: two to five words. seconds: how long the scene lasts.',
    ...(fault === null ? [] : [`An earlier answer could not be used: ${fault}. Do not repeat that fault.`]),
  ].join('\n');
  return {
    purpose: 'script',
    system,
    prompt: `What the film is about: ${order.prompt.slice(0, LONGEST_PROMPT) || wish.subject}\nStyle: ${order.style}`,
    schema: ANSWER,
    maxTokens: 900 + scenes * 260,
    timeoutMs: TIMEOUT_MS,
    signal: order.signal,
    ...(order.by === undefined ? {} : { by: order.by }),
  };
}

const FEWEST = 0.7;
const MOST = 1.35;

/** What cannot be mended here; null when nothing. */
function faultIn({ title, scenes }: Answer, order: ScriptOrder, language: ScriptLanguage): string | null {
  const wanted = scenesFor(order, language);
  const narrations = scenes.map(({ narration }) => narration.trim());
  if (title.trim() === '' || narrations.includes('') || scenes.some(({ imagePrompt }) => imagePrompt.trim() === ''))
    return 'a field is empty';
  if (scenes.length < wanted * FEWEST || scenes.length > wanted * MOST + 1) return `${scenes.length} scenes instead of ${wanted}`;
  if (languageOf(narrations.join(' ')) !== language) return `the narration is not in ${NAMES[language]}`;
  const words = countWords(narrations.join(' '));
  const most = wordsFor(order, language);
  if (words < most * FEWEST || words > most * MOST) return `${words} narrated words instead of ${most}`;
  return new Set(narrations).size < narrations.length ? 'two scenes say the same' : null;
}

/** Seconds that do not add up and words too many for the screen are mended, and said to be. */
function scriptOf({ title, scenes }: Answer, order: ScriptOrder, language: ScriptLanguage): Script {
  const total = scenes.reduce((sum, { seconds }) => sum + Math.max(0, seconds), 0);
  const isEven = Math.abs(total - order.seconds) <= 0.5 && scenes.every(({ seconds }) => seconds >= 1);
  const words = scenes.map(({ narration }) => countWords(narration) + 1);
  const allWords = words.reduce((sum, count) => sum + count, 0);
  let passed = 0;
  let spent = 0;
  const shares = words.map((count) => {
    passed += count;
    const until = Math.round((order.seconds * 10 * passed) / allWords);
    const share = (until - spent) / 10;
    spent = until;
    return share;
  });
  let isMended = !isEven;
  const done = scenes.map(({ narration, imagePrompt, onScreen, seconds }, index) => {
    const isShown = onScreen.trim() !== '' && countWords(onScreen) <= LONGEST_SHOWN;
    isMended ||= !isShown;
    return {
      index,
      narration: narration.normalize('NFC').trim(),
      imagePrompt: imagePrompt.normalize('NFC').trim(),
      onScreen: isShown ? onScreen.normalize('NFC').trim() : shownWords(narration),
      seconds: isEven ? seconds : (shares[index] ?? 0),
    };
  });
  return { title: title.normalize('NFC').trim(), language, scenes: done, source: 'model', ...(isMended ? { why: 'mended' as const } : {}) };
}
