/**
 * One sentence becomes the script of a film: scenes with what is said, what is seen, what stands on the screen and how long.
 *
 * Hides who writes (a model, or the embedded writer), what of a prompt is an instruction and what is its subject, grammar and length.
 * Words: a *wish* is what was understood of the prompt; a *kind* is what sort of subject it is, an *aspect* one side of it; a *frame*
 * is a sentence with slots. A prompt that is a script already is kept word for word. Nothing is ever claimed of a subject but what is
 * true of every subject of its kind.
 */
import type { EmbeddedWhy } from '../text/question.ts';
import { type FilmWish, filmOfOwn, writeFilm } from './film/film.ts';
import { askModel, type ScriptTools } from './model.ts';
import { readOwnScript } from './read/own-script.ts';
import { readWish } from './read/wish.ts';

export type ScriptLanguage = 'fr' | 'en' | 'ar';

export interface ScriptOrder {
  readonly prompt: string;
  /** That of the prompt when not given. */
  readonly language?: ScriptLanguage;
  readonly seconds: number;
  readonly style: string;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** The account that asked. */
  readonly by?: number;
  /** No model is asked: the embedded writer writes, and says this to be why. */
  readonly embeddedWhy?: 'interrupted' | 'chosen';
}

export interface ScriptScene {
  readonly index: number;
  readonly narration: string;
  readonly imagePrompt: string;
  /** Two to five words. */
  readonly onScreen: string;
  readonly seconds: number;
}

/**
 * Of the embedded writer: why no model wrote (`interrupted`: one was being asked when its process died; `chosen`: somebody wanted it so);
 * `own_words` that the prompt was a script already; `said_all` that there is less to say than the film is long. Of a model: what of its
 * answer was mended.
 */
export type ScriptWhy = EmbeddedWhy | 'interrupted' | 'chosen' | 'own_words' | 'said_all' | 'mended';

export interface Script {
  readonly title: string;
  readonly language: ScriptLanguage;
  readonly scenes: readonly ScriptScene[];
  readonly source: 'model' | 'embedded';
  readonly why?: ScriptWhy;
}

const LONGEST_OWN_SCENE = 22;

/** Never throws for what a provider does; throws the reason of the order's signal. */
export async function writeScript(tools: ScriptTools, order: ScriptOrder): Promise<Script> {
  order.signal.throwIfAborted();
  const wish = readWish(order.prompt, order.language);
  const film: FilmWish = { wish, prompt: order.prompt.slice(0, 4000), seconds: order.seconds, style: order.style, seed: order.seed };
  const own = readOwnScript(order.prompt, wish.isOrder, LONGEST_OWN_SCENE);
  if (own) return { ...whole(filmOfOwn(film, own)), source: 'embedded', why: 'own_words' };
  const answer = order.embeddedWhy ? ({ by: 'embedded', why: order.embeddedWhy } as const) : await askModel(tools, order, wish);
  if (answer.by === 'model') return answer.script;
  const written = writeFilm(film);
  return { ...whole(written), source: 'embedded', why: written.isShort ? 'said_all' : answer.why };
}

const whole = ({ title, language, scenes }: Omit<Script, 'source'>): Omit<Script, 'source'> => ({ title, language, scenes });
