/**
 * The script of a promo film, from what is known of a project and nothing else: the title, who makes it, who plays what, where and when.
 * A pure function: the same project gives the same script, and the person may change every word afterwards.
 */
import { type Language, localeOf, type Message, messages, say } from '#kernel/message.ts';
import type { Project } from '../projects/projects.ts';

export const TONES = ['cinematic', 'warm', 'lively'] as const;
export type Tone = (typeof TONES)[number];

export interface ScriptFace {
  readonly name: string;
  /** What they play, as the team knows it: « Le capitaine ». */
  readonly role: string | null;
}

export interface ScriptFacts {
  readonly project: Pick<Project, 'name' | 'description' | 'shootingLocations' | 'startDate' | 'endDate'>;
  /** `Film`, `Série TV`… in the language of the film. */
  readonly kind: string;
  readonly production: string | null;
  readonly place: string;
  readonly faces: readonly ScriptFace[];
  readonly tone: Tone;
  readonly language: Language;
  /** Of the whole film. */
  readonly seconds: number;
}

export interface ScriptScene {
  readonly narration: string;
  readonly imagePrompt: string;
  readonly onScreen: string;
  readonly seconds: number;
  /** Whose face it is, by their place in `faces`; null for a picture that is painted. */
  readonly face: number | null;
}

const m = messages({
  opening: {
    fr: '{title}. {kind}, par {production}.',
    en: '{title}. {kind}, by {production}.',
    ar: '{title}. {kind}، من إنتاج {production}.',
  },
  openingAlone: { fr: '{title}. {kind}.', en: '{title}. {kind}.', ar: '{title}. {kind}.' },
  plays: { fr: '{name} est {role}.', en: '{name} is {role}.', ar: '{name} في دور {role}.' },
  with: { fr: 'Avec {name}.', en: 'With {name}.', ar: 'مع {name}.' },
  at: { fr: 'Tournage à {place}.', en: 'Shooting in {place}.', ar: 'التصوير في {place}.' },
  atFrom: { fr: 'Tournage à {place}, {days}.', en: 'Shooting in {place}, {days}.', ar: 'التصوير في {place}، {days}.' },
  cinematic: { fr: 'Une histoire à ne pas manquer.', en: 'A story not to be missed.', ar: 'قصة لا تُفوَّت.' },
  warm: { fr: 'Nous avons hâte de vous la raconter.', en: 'We cannot wait to tell it to you.', ar: 'نتشوق لنرويها لكم.' },
  lively: { fr: 'Bientôt. Restez avec nous !', en: 'Soon. Stay with us!', ar: 'قريبًا. ابقوا معنا!' },
});

const LOOKS: Readonly<Record<Tone, string>> = {
  cinematic: 'cinematic wide shot, dramatic light, film still',
  warm: 'warm golden light, gentle mood, film still',
  lively: 'bright colours, movement, festive light, film still',
};

/** More faces than this, and nobody is seen long enough. */
export const MOST_FACES = 8;
const LONGEST_SENTENCE = 220;
const SHORTEST_SCENE = 2;

export function writeScript(facts: ScriptFacts): readonly ScriptScene[] {
  const { project, kind, production, place, faces, tone, language } = facts;
  const t = (message: Message, params: Readonly<Record<string, string>> = {}): string => say(message, language, params);
  const look = LOOKS[tone];
  const where = place || project.shootingLocations || '';
  const painted = (narration: string, prompt: string, onScreen = '') => ({
    ...{ narration, onScreen: onScreen.slice(0, 120), face: null },
    imagePrompt: [prompt, look].filter(Boolean).join(', '),
  });
  const days = daysText(project, language);
  const story = firstSentence(project.description ?? '');
  const opening = production ? t(m.opening, { title: project.name, kind, production }) : t(m.openingAlone, { title: project.name, kind });
  const scenes = [
    painted(opening, where ? `landscape of ${where}` : 'an empty film set at dawn', project.name),
    ...(story ? [painted(story, story)] : []),
    ...faces.slice(0, MOST_FACES).map(({ name, role }, face) => ({
      ...{ face, onScreen: [name, role].filter(Boolean).join(' · ').slice(0, 120), imagePrompt: `portrait of an actor, ${look}` },
      narration: role ? t(m.plays, { name, role }) : t(m.with, { name }),
    })),
    ...(where ? [painted(days ? t(m.atFrom, { place: where, days }) : t(m.at, { place: where }), `film crew at work in ${where}`)] : []),
    painted(t(m[tone]), 'a clapperboard and a film camera', project.name),
  ];
  const each = Math.max(SHORTEST_SCENE, Math.round((facts.seconds / scenes.length) * 10) / 10);
  return scenes.map((scene) => ({ ...scene, seconds: each }));
}

function daysText({ startDate, endDate }: ScriptFacts['project'], language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  if (startDate && endDate) return format.formatRange(new Date(startDate), new Date(endDate));
  return startDate ? format.format(new Date(startDate)) : '';
}

/** Whole, or nothing: a sentence that is cut says something else. */
function firstSentence(text: string): string {
  const [sentence = ''] = text.trim().split(/(?<=[.!?؟])\s|\n/);
  return sentence.length > LONGEST_SENTENCE ? '' : sentence;
}

/** One sentence about it: the prompt of the film, and of pictures. */
export function promptOf({ project, kind, production, place }: Pick<ScriptFacts, 'project' | 'kind' | 'production' | 'place'>): string {
  const where = place || project.shootingLocations || '';
  return [`${project.name} (${kind})`, production, where, firstSentence(project.description ?? '')].filter(Boolean).join(' — ');
}
