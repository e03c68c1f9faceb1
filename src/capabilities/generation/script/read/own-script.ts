/** A prompt that is itself a script: kept word for word, and only cut into scenes. */
import { countWords } from '../grammar/subject.ts';
import { cleaned, sentencesOf } from './wish.ts';

export interface OwnScene {
  readonly narration: string;
  /** What the person wrote to be seen or shown, when they did. */
  readonly picture: string | null;
  readonly onScreen: string | null;
}

const SCENE =
  /^\s*(?:[*#_\s]*)(?:(?:scène|scene|plan|séquence|sequence|shot|partie|مشهد|المشهد|لقطة)\s*(?:n°\s*)?(?:\d+|[٠-٩]+|[ivx]+(?![a-z])|un|une|deux|trois|one|two|three|الأول|الثاني|الثالث|الرابع|الخامس)?\s*[*_]*\s*[:.)\-–—][*_]*|\d{1,2}\s*[.)\-–](?!\d))\s*/iu;
const PICTURE = /^\s*(?:image|visuel|visual|picture|à l[’']image|صورة|الصورة)\s*:\s*/iu;
const SHOWN = /^\s*(?:texte(?: à l[’']écran)?|à l[’']écran|on[- ]screen(?: text)?|text|titre|title|نص|على الشاشة|العنوان)\s*:\s*/iu;
const SPOKEN = /^\s*(?:narrat(?:eur|rice|or|ion)|voix(?:[- ]off)?|voice(?:[- ]?over)?|vo|الراوي|الصوت|التعليق)\s*:\s*/iu;
const MANY_WORDS = 60;

/** Null when the prompt is no script. `isOrder`: it begins by asking for a film. */
export function readOwnScript(prompt: string, isOrder: boolean, longest: number): OwnScene[] | null {
  const text = cleaned(prompt);
  const marked = byMarks(text, longest);
  if (marked) return marked;
  const sentences = sentencesOf(text);
  const own = isOrder ? sentences.slice(1) : sentences;
  const body = own.join(' ');
  const words = countWords(body);
  const isProse = isOrder ? words > MANY_WORDS && own.length > 2 : words > MANY_WORDS || (own.length >= 3 && words >= 12);
  return isProse ? cut(body, longest).map(spoken) : null;
}

const spoken = (narration: string): OwnScene => ({ narration, picture: null, onScreen: null });

function byMarks(text: string, longest: number): OwnScene[] | null {
  // Scenes may stand on one line: « Scène 1 : … Scène 2 : … ».
  const lines = text
    .replace(/\s(?=(?:scène|scene|مشهد|المشهد)\s*\d+\s*[:.\-–—])/giu, '\n')
    .replace(/\s(?=(?:image|visuel|visual|picture|texte à l[’']écran|on-screen|voix[- ]off|voice-?over|narration)\s*:)/giu, '\n')
    .split('\n');
  if (lines.filter((line) => SCENE.test(line)).length < 2) return null;
  const scenes: { said: string[]; picture: string | null; onScreen: string | null }[] = [];
  for (const line of lines) {
    if (SCENE.test(line)) scenes.push({ said: [], picture: null, onScreen: null });
    const scene = scenes.at(-1);
    const rest = line.replace(SCENE, '').trim();
    if (!scene || rest === '') continue;
    if (PICTURE.test(rest)) scene.picture = rest.replace(PICTURE, '');
    else if (SHOWN.test(rest)) scene.onScreen = rest.replace(SHOWN, '');
    else scene.said.push(rest.replace(SPOKEN, ''));
  }
  const all = scenes.flatMap(({ said, picture, onScreen }) =>
    cut(said.join(' '), longest).map((narration, index) => ({ narration, picture, onScreen: index === 0 ? onScreen : null })),
  );
  return all.length > 1 ? all : null;
}

/** Whole sentences together up to a scene's length; a sentence that is longer is cut where one would breathe. */
export function cut(text: string, longest: number): string[] {
  const pieces = sentencesOf(text).flatMap((sentence) => breathe(sentence, longest));
  const scenes: string[] = [];
  for (const piece of pieces) {
    const last = scenes.at(-1);
    if (last !== undefined && countWords(last) + countWords(piece) <= longest) scenes[scenes.length - 1] = `${last} ${piece}`;
    else scenes.push(piece);
  }
  return scenes;
}

function breathe(sentence: string, longest: number): string[] {
  const words = sentence.split(/\s+/);
  if (words.length <= longest) return [words.join(' ')];
  const middle = words.length / 2;
  const marks = words.flatMap((word, index) => (/[,;:،؛–—]$/.test(word) ? [index + 1] : []));
  const inner = marks.filter((at) => at >= 4 && words.length - at >= 4);
  const at = inner.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? Math.round(middle);
  return [...breathe(words.slice(0, at).join(' '), longest), ...breathe(words.slice(at).join(' '), longest)];
}

const WEAK =
  /^(?:le|la|les|un|une|des|du|de|d|l|à|au|aux|et|ou|en|dans|sur|pour|par|avec|que|qui|est|ce|cette|the|a|an|of|to|and|or|in|on|for|with|by|at|is|that|من|في|على|إلى|عن|مع|أن|و|هذا|هذه|التي|الذي)$/iu;

/** Two to five words that stand for a scene. */
export function shownWords(narration: string): string {
  const [clause = ''] = narration.split(/[.,;:!?،؛؟…«»"“”()]/).filter((part) => countWords(part) >= 2);
  const words = (clause || narration.replace(/[.,;:!?،؛؟…]+$/u, '')).trim().split(/\s+/).slice(0, 5);
  while (words.length > 2 && WEAK.test(words.at(-1)?.replace(/['’]$/, '') ?? '')) words.pop();
  return words.join(' ');
}
