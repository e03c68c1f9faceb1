/** Which of the three languages a prompt is written in; darija in Latin letters counts as French, the language beside it. */
import type { ScriptLanguage } from '../script.ts';

const WORDS: Readonly<Record<'fr' | 'en', ReadonlySet<string>>> = {
  fr: new Set(
    (
      'le la les un une des du de et est sont pour avec dans sur qui que mon ma mes notre nos votre vos ce cette ces au aux en par plus pas ' +
      'je tu il elle nous vous ils son sa ses leur comment pourquoi vidéo créer crée faire fais faites soldes été hiver ville mer forêt santé ' +
      'cuisine recette voyage école enfants bonjour publicité festival figurants boutique restaurant pain thé café sport chez sans très bien ' +
      'wach dyal dyali dial bghit kifach 3la ala f fi hna ana nta had dak zwin zwina bzaf chno fin daba walakin l3arbiya maghrib mzyan'
    ).split(' '),
  ),
  en: new Set(
    (
      'the a an of and is are for with in on who that my our your this these at by from more not i you he she we they his her their how why ' +
      'what video create make please about to it be was were can will film movie explain summer winter city sea forest health food recipe ' +
      'travel school children hello advert shop bread tea coffee sports without very well machine learning beginners young people story life ' +
      'new best sale shopping dog cat love music climate change business marketing healthy morning night world'
    ).split(' '),
  ),
};
const MOSTLY = 0.3;

/** French when nothing tells. */
export function languageOf(text: string): ScriptLanguage {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  if (letters > 0 && arabic / letters > MOSTLY) return 'ar';
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const score = (language: 'fr' | 'en'): number => words.filter((word) => WORDS[language].has(word)).length;
  const accents = text.match(/[éèêàâîïôûùçœ]/gi)?.length ?? 0;
  const elisions = text.match(/(?<!\p{L})(?:l|d|qu|j|n|s|c|m|t)['’](?=\p{L})/giu)?.length ?? 0;
  const english = score('en') + 0.7 * (text.match(/(?:ing|ness|ly|tion of|'s|’s)(?!\p{L})/giu)?.length ?? 0);
  return english > score('fr') + accents * 0.8 + elisions ? 'en' : 'fr';
}
